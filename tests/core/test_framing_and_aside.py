"""The frame, what is parked, the ranking and the evaluation: pure changes, and what the documents may hold of them."""

from datetime import timedelta

import pytest
from any_conversation import START, agree, conversation
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from samtale_tui.conversation import commands as do
from samtale_tui.conversation import framing_commands as framing
from samtale_tui.conversation import parking_commands as parking
from samtale_tui.conversation import ranking_commands as ranking
from samtale_tui.conversation.aside import Belongs
from samtale_tui.conversation.framing import Break, Reason, Role
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.plan_commands import promote
from samtale_tui.conversation.schedule import break_at, minutes_to_plan
from samtale_tui.method.grouping import dealt


def agreed(*texts: str) -> Conversation:
    value = conversation()
    for text in texts:
        value = agree(value, text)
    return value


def texts(value: Conversation) -> list[str]:
    return [each.text for each in value.agreements]


# The frame


def test_a_part_of_the_frame_is_changed_alone_and_the_same_again_changes_nothing() -> None:
    value = framing.frame(conversation(), "reasons", (Reason.LEARNING,))
    value = framing.frame(value, "roles", {Role.TIME_KEEPER: "Bo"})
    assert value.framing.reasons == (Reason.LEARNING,)
    assert value.framing.roles == {Role.TIME_KEEPER: "Bo"}
    assert framing.frame(value, "roles", {Role.TIME_KEEPER: " Bo "}) is value


def test_a_break_of_no_minutes_is_refused() -> None:
    with pytest.raises(ValidationError):
        framing.frame(conversation(), "breaks", ({"after": 45, "minutes": 0},))


def test_the_teams_own_ground_rules_hold_instead_of_the_decks() -> None:
    deck = conversation().deck
    ruled = conversation(deck=deck.but(rules=deck.rules.but(ground_rules=("Sættets",))))
    assert ruled.ground_rules == ("Sættets",)
    assert framing.frame(ruled, "ground_rules", ("Vores",)).ground_rules == ("Vores",)
    assert framing.frame(ruled, "ground_rules", ()).ground_rules == ()


def test_other_minutes_for_the_plan_move_when_it_is_time_for_it() -> None:
    begun = do.begin(conversation(), START)
    assert minutes_to_plan(begun, START) == 75
    assert minutes_to_plan(framing.reserve(begun, 20), START) == 70
    assert minutes_to_plan(framing.reserve(begun, 0), START) == 90


def test_the_break_that_is_on_comes_before_the_next_one() -> None:
    breaks = (Break(after=60, minutes=5), Break(after=30, minutes=10))
    value = framing.frame(conversation(), "breaks", breaks)
    assert break_at(value, START) is None
    begun = do.begin(value, START)
    at = [break_at(begun, START + timedelta(minutes=minutes)) for minutes in (0, 35, 45, 65)]
    first = (START + timedelta(minutes=30), START + timedelta(minutes=40))
    second = (START + timedelta(minutes=60), START + timedelta(minutes=65))
    assert at == [first, first, second, None]


@given(st.integers(1, 60))
def test_groups_hold_everyone_once_and_four_to_six_where_the_number_allows(people: int) -> None:
    ids = [f"p{n}" for n in range(people)]
    groups = dealt(ids, framing.proposed_groups(people))
    assert [each for group in groups for each in group] == ids
    sizes = {len(group) for group in groups}
    assert max(sizes) - min(sizes) <= 1
    if people <= framing.TALKS_BEST:
        assert len(groups) == 1
    else:
        assert max(sizes) <= framing.TALKS_BEST
        assert min(sizes) >= (4 if people >= 8 else 3)


def test_groups_name_people_who_are_there() -> None:
    grouped = framing.set_groups(conversation(), (("p1",), ("p2",), ()))
    assert grouped.groups == (("p1",), ("p2",))
    assert framing.set_groups(grouped, ()).groups == ()
    with pytest.raises(ValidationError, match="p9"):
        framing.set_groups(conversation(), (("p9",),))


# What is parked


def test_what_is_confidential_goes_into_no_document_unless_someone_chose_that() -> None:
    value = conversation()
    for belongs in Belongs:
        value = parking.park(value, f"til {belongs}", belongs, None, None)
    assert [each.belongs for each in parking.parked_for_documents(value)] == [Belongs.LATER, Belongs.MEETING]
    chosen = parking.change_parked(value, "k3", in_documents=True)
    assert "til mus" in [each.text for each in parking.parked_for_documents(chosen)]
    kept = parking.change_parked(value, "k1", in_documents=False)
    assert "til later" not in [each.text for each in parking.parked_for_documents(kept)]


def test_a_matter_that_moves_to_a_mus_is_confidential_from_then_on() -> None:
    value = parking.park(conversation(), "Løn", Belongs.LATER, None, None)
    moved = parking.change_parked(value, "k1", belongs=Belongs.MUS)
    assert parking.parked_for_documents(moved) == ()


def test_a_parked_matter_becomes_an_agreement_with_where_it_came_from() -> None:
    value = parking.park(conversation(), "  Ny vagtplan ", Belongs.LATER, "opgaver-1", "opgaver")
    value = parking.agree_on_parked(value, "k1")
    (agreement,) = value.agreements
    assert (agreement.text, agreement.card, agreement.field) == ("Ny vagtplan", "opgaver-1", "opgaver")
    assert parking.waiting_parked(value) == ()
    assert parking.agree_on_parked(value, "k1") is value


def test_nothing_is_parked_of_no_words_and_dropping_takes_only_one() -> None:
    assert parking.park(conversation(), " \n ", Belongs.LATER, None, None) == conversation()
    value = parking.park(
        parking.park(conversation(), "a", Belongs.LATER, None, None), "b", Belongs.MUS, None, None
    )
    assert [each.id for each in value.parked] == ["k1", "k2"]
    assert [each.id for each in parking.drop_parked(value, "k1").parked] == ["k2"]
    assert parking.drop_parked(value, "k9") is value


# Ranking


def test_votes_put_those_with_most_first_and_equal_ones_keep_their_order() -> None:
    value = agreed("a", "b", "c", "d")
    for id_, votes in (("a2", 3), ("a4", 3), ("a3", 5)):
        value = ranking.vote(value, id_, votes)
    assert texts(ranking.sort_by_votes(value)) == ["c", "b", "d", "a"]
    assert [each.votes for each in ranking.vote(value, "a1", -4).agreements] == [0, 3, 5, 3]
    assert ranking.vote(value, "a1", 10_000).agreements[0].votes == 999


def test_an_agreement_moves_among_those_that_are_open() -> None:
    value = promote(agreed("a", "b", "c", "d"), "a2")
    assert texts(ranking.move_agreement(value, "a3", -1)) == ["c", "b", "a", "d"]
    assert texts(ranking.move_agreement(value, "a4", -9)) == ["d", "b", "a", "c"]
    assert ranking.move_agreement(value, "a1", -1) is value
    assert ranking.move_agreement(value, "a2", 1) is value


def test_many_agreements_are_to_be_ranked_until_someone_has() -> None:
    many = agreed("a", "b", "c", "d", "e", "f")
    assert ranking.should_rank(many)
    assert not ranking.should_rank(agreed("a", "b", "c", "d", "e"))
    assert not ranking.should_rank(ranking.vote(many, "a1", 1))
    assert not ranking.should_rank(promote(many, "a1"))


# Evaluation


def test_an_answer_is_kept_under_its_question() -> None:
    value = do.evaluate(conversation(), "outcome", " En fælles retning ")
    assert value.evaluation.outcome == "En fælles retning"
    assert do.evaluate(value, "outcome", "En fælles retning") is value


def test_nobody_is_in_two_groups_and_no_card_is_chosen_twice() -> None:
    with pytest.raises(ValidationError, match=r"p1.* står i to grupper"):
        framing.set_groups(conversation(), (("p1", "p2"), ("p1",)))
    with pytest.raises(ValidationError, match=r"opgaver-1.* er valgt to gange"):
        conversation(chosen=({"card": "opgaver-1"}, {"card": "opgaver-1"}))
