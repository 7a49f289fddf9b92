"""What a facilitator gets from a spiral round (S36–S37)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left, set_frame
from samtale_tui.method.spiral import (
    Direction,
    Spiral,
    adjust_turn,
    begin,
    close,
    default_turn_seconds,
    next_speaker,
    next_turn,
    pass_turn,
    passed_last,
    passes_in_row,
    previous_turn,
    rotated,
    seconds_by_person,
    set_turn,
    turn_elapsed,
    turn_left,
    turn_length,
)

FOUR = ("anna", "bo", "carla", "dan")
TWELVE_MINUTES = 12 * 60.0


def a_round(
    people: tuple[str, ...] = FOUR,
    opener: str | None = None,
    direction: Direction = Direction.CLOCKWISE,
    turn_seconds: float | None = None,
) -> Spiral:
    return begin(
        people,
        opener=opener or people[0],
        direction=direction,
        frame_seconds=TWELVE_MINUTES,
        turn_seconds=turn_seconds,
    )


def order_of_speech(s: Spiral, turns: int) -> str:
    """Initials of those who get the word, one turn after another."""
    initials = s.speaker[0]
    for i in range(1, turns):
        s = next_turn(s, 10.0 * i)
        initials += s.speaker[0]
    return initials


# The time for a turn


@pytest.mark.parametrize(
    ("minutes", "people", "seconds"),
    [
        (12, 6, 60),
        (12, 4, 90),
        (12, 7, 51),
        (15, 5, 90),
        (12, 1, 360),
        (12, 12, 30),
        (12, 40, 30),
        (0.5, 3, 30),
    ],
)
def test_a_turn_is_half_of_each_ones_share_but_never_under_30_seconds(minutes, people, seconds):
    assert default_turn_seconds(minutes * 60, people) == seconds


def test_a_turn_has_a_length_even_before_anyone_is_registered():
    assert default_turn_seconds(TWELVE_MINUTES, 0) == 360


def test_a_round_takes_the_usual_turn_unless_another_is_asked_for():
    assert a_round().turn_seconds == 90
    assert a_round(turn_seconds=45).turn_seconds == 45
    assert a_round(turn_seconds=5).turn_seconds == 30


# The word goes round


def test_the_word_goes_clockwise_from_the_opener_round_and_round():
    assert order_of_speech(a_round(opener="carla"), 6) == "cdabcd"


def test_the_word_goes_anticlockwise_when_asked():
    assert order_of_speech(a_round(opener="bo", direction=Direction.ANTICLOCKWISE), 6) == "badcba"


def test_the_next_one_can_be_marked_before_the_word_goes_on():
    assert next_speaker(a_round(opener="dan")) == "anna"
    assert next_speaker(a_round(opener="anna", direction=Direction.ANTICLOCKWISE)) == "dan"


def test_one_person_alone_speaks_turn_after_turn_and_ends_it_with_one_pass():
    s = next_turn(a_round(people=("anna",)), 40)
    assert (s.speaker, next_speaker(s), s.ending) == ("anna", "anna", None)
    s = pass_turn(s, 50)
    assert s.ending is Ending.ALL_PASSED
    assert seconds_by_person(s, 50) == {"anna": 50}


# Passing


def test_one_who_passes_is_asked_again_next_time_round():
    s = next_turn(pass_turn(a_round(), 3), 60)
    s = next_turn(next_turn(s, 100), 140)
    assert s.speaker == "anna"
    assert s.ending is None


def test_the_round_ends_when_everyone_has_passed_in_succession():
    s = next_turn(a_round(), 80)
    for i, left in enumerate((3, 2, 1)):
        assert s.ending is None
        s = pass_turn(s, 80.0 + 5 * (i + 1))
        assert passes_in_row(s) == 4 - left
    assert s.ending is None
    s = pass_turn(s, 100)
    assert s.ending is Ending.ALL_PASSED
    assert passed_last(s) == set(FOUR)
    assert s.speaker == "anna"


def test_one_who_speaks_starts_the_row_of_passes_over():
    s = a_round()
    for at in (1, 2, 3):
        s = pass_turn(s, at)
    s = next_turn(s, 60)
    assert passes_in_row(s) == 0
    for at in (61, 62, 63):
        s = pass_turn(s, at)
        assert s.ending is None
    assert pass_turn(s, 64).ending is Ending.ALL_PASSED


def test_those_who_passed_are_marked_until_they_are_asked_again():
    s = pass_turn(pass_turn(a_round(), 2), 4)
    assert passed_last(s) == {"anna", "bo"}
    s = next_turn(next_turn(s, 60), 120)
    assert s.speaker == "anna"
    assert passed_last(s) == {"bo"}
    assert passed_last(next_turn(s, 180)) == set()


# Time


def test_overtime_counts_on_and_cuts_nobody_off():
    s = a_round()
    assert (turn_elapsed(s, 100), turn_left(s, 100)) == (100, -10)
    assert s.ending is None
    assert turn_left(next_turn(s, 100), 100) == 90


def test_half_a_minute_more_or_less_is_for_this_turn_alone():
    s = adjust_turn(a_round(), 30)
    assert turn_left(s, 0) == 120
    assert turn_left(adjust_turn(s, -30), 0) == 90
    assert turn_left(next_turn(s, 50), 50) == 90


def test_a_turn_never_gets_shorter_than_30_seconds_and_keys_at_the_bottom_do_not_pile_up():
    s = a_round()
    for _ in range(10):
        s = adjust_turn(s, -30)
    assert turn_length(s) == 30
    assert turn_length(adjust_turn(s, 30)) == 60


def test_another_time_for_each_turn_holds_from_this_turn_on():
    s = set_turn(adjust_turn(a_round(), 30), 60)
    assert turn_length(s) == 90
    assert turn_length(next_turn(s, 10)) == 60
    assert turn_length(set_turn(s, 1)) == 60
    assert turn_length(next_turn(set_turn(s, 1), 10)) == 30


def test_a_turn_that_was_cut_short_stays_lawful_when_every_turn_gets_shorter():
    s = set_turn(adjust_turn(a_round(), -60), 40)
    assert turn_length(s) == 30
    assert turn_length(adjust_turn(s, 30)) == 60


def test_when_the_frame_is_up_the_turn_goes_on_until_someone_closes_or_extends():
    s = a_round()
    assert not frame_is_up(s, TWELVE_MINUTES - 0.01)
    assert frame_is_up(s, TWELVE_MINUTES)
    assert frame_left(s, TWELVE_MINUTES + 30) == -30
    s = next_turn(s, TWELVE_MINUTES + 30)
    assert s.ending is None
    longer = extend(s)
    assert frame_left(longer, TWELVE_MINUTES + 30) == 5 * 60 - 30
    assert close(s, TWELVE_MINUTES + 40, Ending.TIME_UP).ending is Ending.TIME_UP


def test_the_frame_can_be_changed_under_way_also_to_less_than_has_passed():
    s = next_turn(a_round(), 300)
    assert frame_left(set_frame(s, 15 * 60), 300) == 600
    assert frame_is_up(set_frame(s, 120), 300)
    assert set_frame(s, 0).frame_seconds == 60
    assert set_frame(s, 15 * 60).turn_seconds == s.turn_seconds


def test_everyones_time_is_known_to_the_facilitator_the_open_turn_with_it():
    s = next_turn(next_turn(a_round(), 30), 100)
    assert seconds_by_person(s, 115) == {"anna": 30, "bo": 70, "carla": 15, "dan": 0}


def test_a_closed_round_records_the_open_turn_as_spoken_and_its_time_stands_still():
    s = close(next_turn(a_round(), 30), 75, Ending.CLOSED)
    assert [(t.person, t.seconds, t.passed) for t in s.turns] == [("anna", 30, False), ("bo", 45, False)]
    assert seconds_by_person(s, 900) == {"anna": 30, "bo": 45, "carla": 0, "dan": 0}
    assert (turn_elapsed(s, 900), frame_left(s, 900)) == (0, TWELVE_MINUTES - 75)


def test_a_clock_that_reads_less_than_before_takes_no_time_from_anyone():
    s = next_turn(a_round(), 100)
    assert turn_elapsed(s, 90) == 0
    s = next_turn(s, 90)
    assert [turn.seconds for turn in s.turns] == [100, 0]
    assert turn_elapsed(s, 130) == 30


# A step back


def test_a_step_back_gives_the_word_to_the_one_who_had_it_as_if_it_had_never_gone_on():
    s = adjust_turn(a_round(), 30)
    back = previous_turn(next_turn(s, 50), 55)
    assert back == s
    assert (back.speaker, turn_elapsed(back, 55), turn_left(back, 55)) == ("anna", 55, 65)


def test_a_step_back_takes_a_pass_back():
    s = previous_turn(pass_turn(a_round(), 5), 9)
    assert (s.speaker, passes_in_row(s), passed_last(s)) == ("anna", 0, frozenset())


def test_a_step_back_can_be_taken_all_the_way_to_the_opener_and_no_further():
    s = next_turn(next_turn(a_round(), 0.1 + 0.2), 71.77)
    s = previous_turn(previous_turn(s, 80), 80)
    assert s == a_round()
    assert previous_turn(s, 90) is s


def test_a_turn_opened_again_is_never_shorter_than_30_seconds():
    s = next_turn(adjust_turn(a_round(), -60), 20)
    assert turn_length(previous_turn(set_turn(s, 60), 25)) == 30


# Ended rounds, unlawful rounds


def test_nothing_happens_to_a_round_that_is_over():
    s = close(a_round(), 75, Ending.CLOSED)
    changes = [
        next_turn(s, 99),
        pass_turn(s, 99),
        previous_turn(s, 99),
        adjust_turn(s, 30),
        set_frame(s, 900),
        set_turn(s, 60),
        extend(s),
        close(s, 99, Ending.TIME_UP),
    ]
    assert all(change is s for change in changes)


def test_nobody_can_say_that_all_have_passed_when_they_have_not():
    with pytest.raises(ValueError, match="ALL_PASSED"):
        close(a_round(), 10, Ending.ALL_PASSED)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"people": ()}, "people"),
        ({"people": ("anna", "bo", "anna")}, "people_twice"),
        ({"opener": "eva"}, "opener_absent"),
        ({"speaker": "eva"}, "speaker_absent"),
        ({"frame_seconds": 0}, "frame_seconds"),
        ({"frame_seconds": float("inf")}, "frame_seconds"),
        ({"turn_seconds": 29}, "turn_seconds"),
        ({"turn_began": float("nan")}, "turn_began"),
        ({"turns": ({"person": "anna", "seconds": -1},)}, "seconds"),
    ],
)
def test_a_round_damaged_by_hand_is_refused(wrong, why):
    with pytest.raises(ValidationError, match=why):
        Spiral.model_validate(a_round().model_dump() | wrong)


def test_a_round_survives_being_saved():
    s = pass_turn(next_turn(a_round(), 61.234), 70.9)
    assert Spiral.model_validate(s.model_dump(mode="json")) == s


# Who opens, and which way


def test_the_first_round_is_opened_by_the_first_person_clockwise():
    assert rotated(None, FOUR) == ("anna", Direction.CLOCKWISE)


def test_each_round_is_opened_by_the_next_person_and_goes_the_other_way():
    last = a_round()
    opened = [(last.opener, last.direction)]
    for _ in range(4):
        opener, direction = rotated(last, FOUR)
        last = a_round(opener=opener, direction=direction)
        opened.append((opener, direction))
    clock, anti = Direction.CLOCKWISE, Direction.ANTICLOCKWISE
    assert opened == [("anna", clock), ("bo", anti), ("carla", clock), ("dan", anti), ("anna", clock)]


@pytest.mark.parametrize(
    ("now", "opener"),
    [
        (("anna", "carla", "dan"), "carla"),  # bo, who opened, has left: the next seat
        (("anna",), "anna"),
        (("eva", "finn"), "eva"),  # none of them was there
        (("dan", "bo", "anna"), "anna"),  # they have changed seats
        (("anna", "bo", "eva", "carla"), "eva"),  # a newcomer sits next
    ],
)
def test_people_may_come_and_go_between_rounds(now, opener):
    assert rotated(a_round(opener="bo"), now) == (opener, Direction.ANTICLOCKWISE)


@given(st.integers(1, 40), st.integers(0, 39))
def test_in_as_many_rounds_as_there_are_people_everyone_opens_once(n, first):
    people = tuple(f"p{i}" for i in range(n))
    last = a_round(people=people, opener=people[first % n])
    openers = []
    for _ in people:
        opener, direction = rotated(last, people)
        openers.append(opener)
        last = a_round(people=people, opener=opener, direction=direction)
    assert sorted(openers) == sorted(people)
