"""What is offered, and how a method is proposed, for any number of people (S12, S36)."""

import pytest
from any_conversation import START, Clock
from test_conversation import DECK

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation import commands as do
from samtale_tui.conversation import people_in_round as here
from samtale_tui.conversation.framing_commands import set_groups
from samtale_tui.conversation.iglo_commands import agreements_for_ideas, take_agreements
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.offers import offers
from samtale_tui.conversation.people_commands import count_heads, set_people
from samtale_tui.conversation.proposals import (
    proposed,
    those_who_are_there,
    usual_minutes,
    with_frame,
    with_people,
)
from samtale_tui.conversation.round_commands import close_round, round_reads, start_round
from samtale_tui.method.catalogue import ALL_METHODS, method_text
from samtale_tui.method.run import Ending

NUMBERS = (1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 40)


def of(count: int, **changes: object) -> Conversation:
    """A conversation with so many named people, two of them of one name."""
    names = tuple(f"Person {max(2, n)}" for n in range(1, count + 1))
    return do.new_conversation("prove", DECK, "Team Nord", names, 90, START).but(**changes)


@pytest.mark.parametrize("count", NUMBERS)
@pytest.mark.parametrize("method", ALL_METHODS)
def test_any_method_can_begin_with_any_number_of_people_named_or_not(method: MethodName, count: int) -> None:
    named = of(count)
    counted = count_heads(of(0), count)
    for value in (named, counted):
        people = those_who_are_there(value)
        assert len(people) == count
        run = proposed(value, method, people, 1200.0)
        assert (run.method, set(run.people), run.ending) == (method, set(people), None)
        begun = start_round(value, "opgaver-1", run, Clock()())
        assert len(set(begun.names_in(run).values())) >= count, "two of one name are told apart"
        assert begun.times.begun and begun.use("opgaver-1").used
        assert Conversation.model_validate(begun.model_dump()) == begun


@pytest.mark.parametrize("method", ALL_METHODS)
def test_people_and_frame_can_change_before_it_begins(method: MethodName) -> None:
    value = of(9)
    run = with_people(value, proposed(value, method, ("p1", "p2", "p3"), 600.0), ("p2", "p5", "p9"))
    assert set(run.people) == {"p2", "p5", "p9"}
    assert with_frame(run, 1500.0).frame_seconds == 1500


@pytest.mark.parametrize("method", ALL_METHODS)
def test_one_goes_while_it_runs_one_comes_late_and_the_last_one_stays(method: MethodName) -> None:
    clock = Clock()
    value = start_round(of(2), "opgaver-1", proposed(of(2), method, ("p1", "p2"), 600.0), clock())
    clock.seconds = 40
    for person in ("p1", "p2"):
        left = here.come_or_go(value, "r1", clock(), person)
        assert set(left.rounds[0].state.people) == {"p1", "p2"} - {person}
        assert here.come_or_go(left, "r1", clock(), ({"p1", "p2"} - {person}).pop()) is left
        back = here.come_or_go(left, "r1", clock(), person)
        assert set(back.rounds[0].state.people) == {"p1", "p2"}
    late = here.come_late(value, "r1", clock(), "Dorte")
    assert set(late.rounds[0].state.people) == {"p1", "p2", "p3"}
    assert late.names()["p3"] == "Dorte"
    assert here.come_or_go(late, "r1", clock(), "p77") is late
    assert [each.name for each in set_people(late, ["Dorte"]).people][-1] == "Dorte", "nobody in it is lost"


@pytest.mark.parametrize("method", ALL_METHODS)
def test_seats_are_counted_on_where_nobody_is_named(method: MethodName) -> None:
    clock = Clock()
    value = count_heads(of(0), 5)
    value = start_round(value, None, proposed(value, method, those_who_are_there(value), 600.0), clock())
    late = here.come_late(value, "r1", clock(), "hvem som helst")
    assert set(late.rounds[0].state.people) == {f"n{n}" for n in range(1, 7)}
    assert late.head_count == 6
    assert late.people == ()


def test_what_fits_comes_first_and_the_cards_own_method_before_all() -> None:
    six = [offer.method for offer in offers(of(6), "opgaver-1")]
    assert six[:3] == [MethodName.SPIRAL, MethodName.BRIDGING, MethodName.FISHBOWL]
    assert [offer.method for offer in offers(of(40), None)][:2] == [MethodName.FISHBOWL, MethodName.PLACEMAT]
    card = DECK.cards[0].but(kind="exercise", method=MethodName.IGLO)
    deck = DECK.but(cards=(card, *DECK.cards[1:]))
    own = offers(of(6).but(deck=deck), next(iter(deck.cards_by_id)))
    assert own[0].method is MethodName.IGLO
    assert {offer.method for offer in own} == set(ALL_METHODS), "nothing is kept from anybody"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "I er 1; den passer bedst fra 3."), (16, "I er 16; over 12")]
)
def test_a_spiral_says_why_it_does_not_fit(count: int, said: str) -> None:
    spiral = next(offer for offer in offers(of(count), None) if offer.method is MethodName.SPIRAL)
    assert spiral.but.startswith(said)
    fits = next(offer for offer in offers(of(12), None) if offer.method is MethodName.SPIRAL)
    assert fits.but == ""


def test_iglo_waits_for_ideas_and_idoart_is_for_the_time_before() -> None:
    def said(value: Conversation) -> dict[MethodName, str]:
        return {offer.method: offer.but for offer in offers(value, None)}

    assert said(of(5))[MethodName.IGLO] == "Den kræver idéer."
    agreed = do.agree(of(5), "Sparring", None, None)
    assert said(agreed)[MethodName.IGLO] == ""
    assert said(of(5))[MethodName.IDOART] == ""
    assert said(do.begin(of(5), START))[MethodName.IDOART] == "Bedst, før I går i gang."


def test_the_time_is_as_last_else_the_cards_else_what_is_usual() -> None:
    clock, value = Clock(), of(6)
    low, high = method_text(MethodName.FISHBOWL).minutes
    assert low <= usual_minutes(value, MethodName.FISHBOWL, None) <= high
    begun = start_round(value, None, proposed(value, MethodName.FISHBOWL, ("p1", "p2"), 17 * 60.0), clock())
    assert usual_minutes(begun, MethodName.FISHBOWL, None) == 17
    assert usual_minutes(begun, MethodName.SPIRAL, None) == 12, "the methods do not share their time"


@pytest.mark.parametrize(("minutes", "proposed_for"), [(3, 30), (25, 25)])
def test_a_card_that_gives_less_than_a_method_needs_only_tells_of_it(minutes: int, proposed_for: int) -> None:
    card = DECK.cards[0].but(kind="exercise", method=MethodName.FISHBOWL, minutes=minutes)
    deck = DECK.but(cards=(card, *DECK.cards[1:]))
    value = of(8).but(deck=deck)
    assert usual_minutes(value, MethodName.FISHBOWL, next(iter(deck.cards_by_id))) == proposed_for


def test_a_method_without_a_card_does_not_begin_the_conversation() -> None:
    clock, value = Clock(), of(4)
    run = proposed(value, MethodName.SPIRAL, ("p1", "p2"), 600.0)
    alone = start_round(value, None, run, clock(), "Hvad vil vi?")
    assert alone.times.begun is None
    assert alone.rounds[0].topic == "Hvad vil vi?"
    clock.seconds = 30
    assert round_reads(alone, "r1", clock()) == 30


def test_the_next_spiral_is_opened_by_the_neighbour_and_goes_the_other_way() -> None:
    clock, value = Clock(), of(5)
    openers = []
    for _ in range(5):
        run = proposed(value, MethodName.SPIRAL, tuple(value.names()), 600.0)
        openers.append((run.opener, run.direction.value))  # type: ignore[attr-defined]
        value = start_round(value, "opgaver-1", run, clock())
        value = close_round(value, value.rounds[-1].id, clock(), Ending.CLOSED)
    assert [opener for opener, _ in openers] == ["p1", "p2", "p3", "p4", "p5"]
    assert {way for _, way in openers[::2]} == {"clockwise"} and {way for _, way in openers[1::2]} == {
        "anticlockwise"
    }


def test_groups_of_people_are_not_touched_by_a_method() -> None:
    value = set_groups(of(6), (("p1", "p2", "p3"), ("p4", "p5", "p6")))
    begun = start_round(value, None, proposed(value, MethodName.SPIRAL, ("p1", "p2"), 600.0), Clock()())
    assert begun.groups == value.groups


def test_an_agreement_never_gets_the_id_of_one_that_is_gone_and_still_spoken_of() -> None:
    clock, value = Clock(), do.agree(of(4), "Sparring", None, None)
    value = start_round(value, None, proposed(value, MethodName.IGLO, ("p1", "p2"), 600.0), clock())
    value = take_agreements(value, "r1")
    value = do.agree(do.drop_agreement(value, "a1"), "Helt ny", None, None)
    assert [each.id for each in value.agreements] == ["a2"]
    assert [each.text for each in agreements_for_ideas(value, "r1")] == ["Helt ny"]


def test_a_turn_of_ones_own_stays_when_the_frame_changes() -> None:
    run = proposed(of(5), MethodName.SPIRAL, ("p1", "p2", "p3"), 600.0)
    assert with_frame(run, 660.0).turn_seconds == 110  # type: ignore[attr-defined]
    own = run.but(turn_seconds=120.0)
    assert with_frame(own, 660.0).turn_seconds == 120  # type: ignore[attr-defined]


def test_in_a_counted_method_one_who_leaves_can_come_back_though_names_were_written_since() -> None:
    clock, value = Clock(), count_heads(of(0), 3)
    value = start_round(value, None, proposed(value, MethodName.SPIRAL, ("n1", "n2", "n3"), 600.0), clock())
    value = do.seat(value, ("Anna", "Bo"))
    left = here.come_or_go(value, "r1", clock(), "n3")
    back = here.come_or_go(left, "r1", clock(), "n3")
    assert back.rounds[0].state.people == ("n1", "n2", "n3")
    late = here.come_late(back, "r1", clock(), "Eva")
    assert late.rounds[0].state.people == ("n1", "n2", "n3", "n4")
