"""A structured dialogue: who has been heard, and which question ties them together next (S38–S39)."""

import pytest

from samtale_tui.basis.words import MethodName
from samtale_tui.method.bridging import (
    Bridging,
    advice,
    all_are_heard,
    heard,
    name_opener,
    not_heard,
    plain_questions,
    propose,
    spoke_last,
    tap,
    times_spoken,
    turn_to,
    untap,
)
from samtale_tui.method.bridging_questions import ask, back, proposal, skip, word, wording
from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left

NAMES = {"p1": "Anna", "p2": "Bo", "p3": "Carl", "p4": "Dorte", "p5": "Anna (2)"}
VIEW = "{ny}, hvordan ser du på det?"
LIKE = "{ny}, hvad kan du lide i det, {taler} sagde?"
ADD = "{taler}, hvad vil du føje til det, {anden} sagde?"
TAKE_UP = "Hvem vil bygge videre på det, {taler} sagde?"
AGREE = "Hvad er vi enige om?"
QUESTIONS = (VIEW, LIKE, ADD, TAKE_UP, AGREE)


def dialogue(people: int = 4, questions: tuple[str, ...] = QUESTIONS) -> Bridging:
    return propose([f"p{n + 1}" for n in range(people)], 1200, questions)


def after_taps(s: Bridging, *people: str) -> Bridging:
    for person in people:
        s = tap(s, person, (s.spoken[-1].at if s.spoken else 0) + 20)
    return s


def proposed(s: Bridging) -> str | None:
    bridge = proposal(s)
    return wording(s, bridge, NAMES) if bridge else None


def asked(s: Bridging) -> list[str]:
    return [each.text for each in s.asked]


# Who is heard


def test_it_begins_freely_with_nobody_heard() -> None:
    s = dialogue()
    assert s.method is MethodName.BRIDGING
    assert s.opener is None and spoke_last(s) is None
    assert heard(s) == () and not_heard(s) == ("p1", "p2", "p3", "p4")
    assert not all_are_heard(s)


def test_a_tap_says_who_speaks_and_how_often() -> None:
    s = after_taps(dialogue(), "p2", "p4", "p2")
    assert heard(s) == ("p2", "p4") and not_heard(s) == ("p1", "p3")
    assert times_spoken(s) == {"p1": 0, "p2": 2, "p3": 0, "p4": 1}
    assert spoke_last(s) == "p2"
    assert [each.at for each in s.spoken] == [20, 40, 60]


def test_all_are_heard_when_each_who_is_there_has_spoken() -> None:
    s = after_taps(dialogue(3), "p3", "p1")
    assert not all_are_heard(s)
    assert all_are_heard(after_taps(s, "p2"))
    assert all_are_heard(s.left("p2", 60))


def test_a_double_click_is_one_tap_and_a_tap_a_little_later_is_another() -> None:
    s = tap(dialogue(), "p1", 10)
    assert tap(s, "p1", 10.9) is s
    assert times_spoken(tap(s, "p1", 11))["p1"] == 2
    assert times_spoken(tap(s, "p2", 10.1))["p2"] == 1


def test_a_tap_can_be_taken_back_also_when_others_have_spoken_since() -> None:
    s = after_taps(dialogue(), "p1", "p2", "p1", "p3")
    assert [each.person for each in untap(s, "p1").spoken] == ["p1", "p2", "p3"]
    assert untap(s, "p4") is s


def test_who_is_named_to_begin_is_invited_first_and_the_others_follow_round_the_table() -> None:
    s = name_opener(dialogue(), "p3")
    assert not_heard(s) == ("p3", "p4", "p1", "p2")
    assert proposed(s) == "Carl, hvordan ser du på det?"
    assert name_opener(s, None).opener is None
    assert name_opener(s, "p9") is s


def test_what_one_said_who_has_left_still_counts_and_one_who_is_back_has_been_heard() -> None:
    s = after_taps(dialogue(3), "p1", "p2").left("p1", 50)
    assert s.people == ("p2", "p3")
    assert [each.person for each in s.spoken] == ["p1", "p2"]
    assert spoke_last(s.left("p2", 51)) == "p2"
    assert heard(s.joined("p1", 60, ("p1", "p2", "p3"))) == ("p1", "p2")


def test_a_newcomer_sits_down_in_their_seat_and_is_not_heard() -> None:
    s = after_taps(dialogue(3), "p1", "p2", "p3").joined("p9", 99, ("p1", "p9", "p2", "p3"))
    assert s.people == ("p1", "p9", "p2", "p3") and not_heard(s) == ("p9",)


def test_the_last_one_stays_and_strangers_change_nothing() -> None:
    s = dialogue(1)
    assert s.left("p1", 5) is s and s.left("p7", 5) is s
    assert tap(s, "p7", 5) is s and turn_to(s, "p7") is s and untap(s, "p7") is s
    assert s.joined("p1", 5, ("p1",)) is s


# Which question is next


def test_with_nobody_heard_a_question_ties_nobody_to_what_was_said() -> None:
    assert proposed(dialogue()) == "Anna, hvordan ser du på det?"
    assert proposal(dialogue(questions=(LIKE, ADD, TAKE_UP, AGREE))) is None


def test_those_not_heard_are_invited_in_first_and_to_what_another_said() -> None:
    s = after_taps(dialogue(), "p2")
    s = ask(s, 30, NAMES)
    assert asked(s) == ["Anna, hvordan ser du på det?"]
    assert proposed(s) == "Carl, hvad kan du lide i det, Bo sagde?"
    s = ask(s, 40, NAMES)
    assert proposed(s) == "Dorte, hvordan ser du på det?"


def test_who_speaks_before_being_invited_is_not_invited() -> None:
    s = after_taps(dialogue(), "p2", "p1")
    assert proposed(s) == "Carl, hvordan ser du på det?"


def test_the_point_that_was_made_last_is_taken_up() -> None:
    s = after_taps(dialogue(questions=(LIKE,)), "p1", "p3")
    assert proposed(s) == "Bo, hvad kan du lide i det, Carl sagde?"


def test_when_all_are_heard_they_are_tied_together_and_the_room_is_asked() -> None:
    s = after_taps(dialogue(3), "p1", "p2", "p3", "p1")
    assert proposed(s) == "Bo, hvad vil du føje til det, Anna sagde?"
    s = ask(s, 100, NAMES)
    assert proposed(s) == "Hvem vil bygge videre på det, Carl sagde?"
    s = ask(s, 110, NAMES)
    assert proposed(s) == AGREE


def test_no_pair_is_tied_together_again_before_every_pair_has_been() -> None:
    s = after_taps(dialogue(4, (ADD,)), "p1", "p2", "p3", "p4")
    pairs = []
    for n in range(12):
        s = ask(s, 100 + n, NAMES)
        pairs.append(frozenset(s.asked[-1].names))
    assert len(set(pairs[:6])) == 6 and len(set(pairs[6:])) == 6


def test_with_one_there_is_no_pair_and_with_two_there_is_the_same_one() -> None:
    alone = after_taps(dialogue(1), "p1")
    assert proposed(alone) == "Hvem vil bygge videre på det, Anna sagde?"
    assert proposal(after_taps(dialogue(1, (ADD,)), "p1")) is None
    two = ask(after_taps(dialogue(2, (ADD,)), "p1", "p2"), 50, NAMES)
    assert sorted(two.asked[0].names) == sorted(ask(two, 60, NAMES).asked[1].names) == ["p1", "p2"]


def test_three_can_be_tied_together() -> None:
    s = after_taps(dialogue(3, ("{ny}, hvad lagde du mærke til hos {taler} og {anden}?",)), "p1", "p2")
    assert proposed(s) == "Carl, hvad lagde du mærke til hos Bo og Anna?"


def test_one_who_has_left_is_named_no_more() -> None:
    s = after_taps(dialogue(3, (LIKE, AGREE)), "p1", "p2").left("p2", 60)
    assert proposed(s) == "Carl, hvad kan du lide i det, Anna sagde?"
    assert proposed(s.left("p3", 70)) == AGREE
    assert proposed(s.left("p1", 70)) is None


def test_the_facilitator_turns_to_someone() -> None:
    s = after_taps(dialogue(), "p2", "p3")
    s = turn_to(s, "p4")
    assert proposed(s) == "Dorte, hvordan ser du på det?"
    assert proposed(turn_to(s, "p3")) == "Carl, hvad vil du føje til det, Bo sagde?"
    assert turn_to(s, None).turned_to is None
    assert ask(s, 50, NAMES).turned_to is None
    assert tap(s, "p4", 50).turned_to is None
    assert s.left("p4", 50).turned_to is None


def test_where_no_question_fits_the_one_turned_to_another_is_proposed_all_the_same() -> None:
    assert proposed(turn_to(after_taps(dialogue(2, (AGREE,)), "p1"), "p2")) == AGREE


# Picking, wording, skipping, back


def test_what_is_asked_is_kept_with_its_names_and_its_time() -> None:
    s = ask(after_taps(dialogue(questions=(LIKE,)), "p1"), 33.25, NAMES)
    (only,) = s.asked
    assert (only.text, only.names, only.at) == (
        "Bo, hvad kan du lide i det, Anna sagde?",
        ("p2", "p1"),
        33.25,
    )


def test_skipping_goes_through_every_question_and_then_round_again() -> None:
    s = after_taps(dialogue(2, (VIEW, LIKE, AGREE)), "p1")
    seen = []
    for _ in range(4):
        seen.append(proposed(s))
        s = skip(s)
    assert seen == [
        "Bo, hvordan ser du på det?",
        "Bo, hvad kan du lide i det, Anna sagde?",
        AGREE,
        "Bo, hvordan ser du på det?",
    ]


def test_what_was_put_by_comes_after_the_others_also_later() -> None:
    s = skip(after_taps(dialogue(2, (AGREE, "Hvad er vigtigst?", "Hvad mangler?")), "p1", "p2"))
    s = ask(s, 60, NAMES)
    assert asked(s) == ["Hvad er vigtigst?"]
    assert proposed(s) == "Hvad mangler?"


def test_back_gives_the_one_that_was_put_by() -> None:
    s = after_taps(dialogue(), "p1")
    first = proposed(s)
    assert proposed(back(skip(s))) == first
    assert back(skip(skip(s))) == skip(s)
    assert back(s) is s
    assert back(ask(skip(s), 50, NAMES)) == ask(skip(s), 50, NAMES)


def test_where_there_is_no_other_question_nothing_is_put_by() -> None:
    s = after_taps(dialogue(2, (AGREE,)), "p1")
    assert skip(s) is s
    nothing = dialogue(2, (AGREE,))
    assert skip(nothing) is nothing and ask(nothing, 5, NAMES) is nothing


def test_a_question_in_own_words_stands_until_it_is_asked() -> None:
    s = word(after_taps(dialogue(), "p1"), "  Dorte, du smilede ad det, Anna sagde?\n", NAMES)
    own = "Dorte, du smilede ad det, Anna sagde?"
    assert proposed(s) == proposed(after_taps(s, "p2")) == own
    s = ask(s, 70, NAMES)
    assert asked(s) == [own] and s.asked[0].names == ("p4", "p1")
    assert s.worded is None and proposed(s) != own


def test_own_words_that_are_put_by_are_not_lost() -> None:
    s = word(after_taps(dialogue(), "p1"), "Noget helt andet?", NAMES)
    assert proposed(skip(s)) == "Bo, hvad kan du lide i det, Anna sagde?"
    assert proposed(back(skip(s))) == "Noget helt andet?"


def test_no_words_or_the_same_words_are_the_question_as_it_was() -> None:
    s = after_taps(dialogue(), "p1")
    assert word(s, "Bo, hvordan ser du på det?", NAMES) is s
    own = word(s, "Noget andet?", NAMES)
    assert word(own, "Noget andet?", NAMES) is own
    assert word(own, " ", NAMES) == s


def test_one_can_ask_in_own_words_where_nothing_is_proposed() -> None:
    s = ask(word(dialogue(2, (ADD,)), "Hvem vil lægge for?", NAMES), 5, NAMES)
    assert asked(s) == ["Hvem vil lægge for?"] and s.asked[0].question is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Annas og Bos tanke?", ("p1", "p2")),
        ("Bodil, og hvad siger Anna (2)?", ("p5",)),
        ("Anna (2) og Anna?", ("p5", "p1")),
        ("Carl’s idé, [Dorte]?", ("p3", "p4")),
        ("Ingen ved navn?", ()),
    ],
)
def test_own_words_tie_those_together_whose_names_stand_in_them(text: str, named: tuple[str, ...]) -> None:
    s = word(dialogue(5), text, NAMES)
    assert s.worded and s.worded.names == named


def test_own_words_that_name_one_who_leaves_stay_as_they_are() -> None:
    s = word(after_taps(dialogue(), "p1"), "Bo, hvad nu?", NAMES).left("p2", 40)
    assert proposed(s) == "Bo, hvad nu?"
    assert ask(s, 50, NAMES).asked[0].names == ()


def test_a_name_with_braces_or_markup_is_only_a_name() -> None:
    names = {"p1": "{taler}", "p2": "[red]{ny}", "p3": "{0}"}
    s = after_taps(dialogue(3, (LIKE,)), "p1")
    bridge = proposal(s)
    assert bridge and wording(s, bridge, names) == "[red]{ny}, hvad kan du lide i det, {taler} sagde?"


def test_braces_that_are_no_place_are_left_as_they_stand() -> None:
    s = after_taps(dialogue(2, ("{ny}, hvad med {det} og {} og {0} og {ny!r}?",)), "p1")
    assert proposed(s) == "Bo, hvad med {det} og {} og {0} og {ny!r}?"


def test_places_may_be_called_by_english_words() -> None:
    s = after_taps(dialogue(2, ("{new}, what about {speaker}?",)), "p1")
    assert proposed(s) == "Bo, what about Anna?"


def test_people_without_names_are_called_by_their_id() -> None:
    s = tap(propose(["n1", "n2"], 600, (LIKE,)), "n1", 5)
    bridge = proposal(s)
    assert bridge and wording(s, bridge, {}) == "n2, hvad kan du lide i det, n1 sagde?"
    assert wording(s, bridge, {"n1": "Stol 1", "n2": "Stol 2"}).startswith("Stol 2,")


# How it begins and ends


def test_where_no_deck_has_questions_there_are_four_plain_ones() -> None:
    s = propose(["p1", "p2"], 600, ())
    assert s.questions == plain_questions() and len(s.questions) == 4
    assert proposed(s) == "Anna, hvordan ser du på det?"


def test_the_next_dialogue_begins_with_questions_that_were_not_asked_in_the_last() -> None:
    s = ask(after_taps(dialogue(2), "p1", "p2"), 60, NAMES)
    again = propose(["p1", "p2"], 600, QUESTIONS, s)
    assert again.questions == (VIEW, LIKE, TAKE_UP, AGREE, ADD)
    assert again.spoken == () and again.asked == () and again.opener is None


@pytest.mark.parametrize("ending", [Ending.TIME_UP, Ending.AIM_MET, Ending.CLOSED])
def test_it_ends_at_the_time_or_when_the_aim_is_met_and_does_not_change_then(ending: Ending) -> None:
    s = after_taps(dialogue(), "p1").closed(90, ending)
    assert (s.ending, s.ended_at) == (ending, 90)
    assert proposal(s) is None
    for after in (
        tap(s, "p2", 99),
        untap(s, "p1"),
        turn_to(s, "p2"),
        name_opener(s, "p2"),
        skip(s),
        back(s),
        word(s, "Og nu?", NAMES),
        ask(s, 99, NAMES),
        s.left("p2", 99),
        s.joined("p9", 99, ()),
        s.closed(99, Ending.CLOSED),
    ):
        assert after is s


def test_it_has_a_frame_that_can_be_extended() -> None:
    s = propose(["p1"], 600, ())
    assert frame_left(s, 200) == 400 and frame_is_up(s, 600)
    assert not frame_is_up(extend(s), 600)
    with pytest.raises(ValueError, match="frame_seconds"):
        propose(["p1"], 0, ())


def test_it_names_everyone_it_has_ever_named() -> None:
    s = ask(after_taps(dialogue(4), "p1", "p2"), 50, NAMES).left("p1", 60).left("p3", 60)
    assert s.asked[0].names == ("p3",)
    assert s.named() == {"p1", "p2", "p3", "p4"}


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 40])
def test_it_works_for_any_number_of_people(people: int) -> None:
    s = propose([f"n{n}" for n in range(people)], 60, QUESTIONS)
    for n in range(people):
        invited = proposal(s)
        assert invited and invited.names[0] in not_heard(s)
        s = tap(ask(s, n, {}), invited.names[0], n + 0.5)
    assert all_are_heard(s)
    assert proposal(s) is not None


@pytest.mark.parametrize(("people", "word_of_it"), [(1, "kun én"), (2, "få"), (3, "få"), (11, "grupper")])
def test_it_says_why_it_is_weak_with_few_or_many(people: int, word_of_it: str) -> None:
    assert word_of_it in advice(dialogue(people))


def test_it_says_nothing_where_it_fits() -> None:
    assert [advice(dialogue(people)) for people in (4, 10)] == ["", ""]


def test_it_is_the_same_when_it_has_been_saved() -> None:
    s = word(skip(ask(after_taps(name_opener(dialogue(), "p2"), "p1"), 30, NAMES)), "Og du, Bo?", NAMES)
    assert Bridging.model_validate(s.model_dump(mode="json")) == s
    assert Bridging.model_validate(s.model_dump(exclude_defaults=True, exclude_none=True)) == s
