"""What a facilitator gets from a fishbowl (S40)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from samtale_tui.method.fishbowl import ROUND_UP, Fishbowl, Phase, Sitting
from samtale_tui.method.fishbowl_begin import propose, reshuffled, share
from samtale_tui.method.fishbowl_notes import add_note, drop_note, note_sitting, notes_of, reword_note
from samtale_tui.method.fishbowl_seats import exchange, leave_seat, move, take_seat
from samtale_tui.method.fishbowl_steps import (
    adjust,
    new_topic,
    next_circle,
    next_step,
    previous_step,
    round_up,
    set_task,
    set_times,
    swap,
)
from samtale_tui.method.fishbowl_times import (
    all_had_their_turn,
    seconds_by_circle,
    seconds_inside,
    sitting_seconds,
    step_elapsed,
    step_left,
    still_to_come,
)
from samtale_tui.method.fishbowl_words import (
    advice,
    circle_name,
    own_times_inside,
    own_uneven_words,
    tasks,
    uneven_words,
)
from samtale_tui.method.halves import Keep, Wish
from samtale_tui.method.run import Ending, Harvest

HALF_AN_HOUR = 30 * 60.0
EIGHT = ("anna", "bo", "carla", "dan", "eva", "finn", "gro", "hans")
FIRST, SECOND = EIGHT[:4], EIGHT[4:]


def people(n: int) -> tuple[str, ...]:
    return tuple(f"p{i + 1}" for i in range(n))


def a_fishbowl(*circles: tuple[str, ...]) -> Fishbowl:
    """The first of them inside; ten minutes and a half a sitting, three minutes a debrief."""
    there = circles or (FIRST, SECOND)
    return Fishbowl(
        people=tuple(person for circle in there for person in circle),
        frame_seconds=HALF_AN_HOUR,
        circles=there,
        sittings=(Sitting(circle=0),),
        sitting_seconds=630,
        debrief_seconds=180,
    )


def proposed(n: int, **more) -> Fishbowl:
    return propose(people(n), HALF_AN_HOUR, random.Random(5), **more)


# Before it begins


@pytest.mark.parametrize(
    ("minutes", "circles", "shared"),
    [
        (30, 2, (1, 630, 180)),
        (20, 2, (1, 420, 120)),
        (10, 2, (1, 210, 60)),
        (90, 2, (2, 1110, 180)),
        (40, 6, (1, 270, 90)),
        (1, 2, (1, 60, 30)),
        (30, 1, (1, 630, 180)),
    ],
)
def test_the_frame_is_shared_evenly_with_time_for_debriefs_and_the_round_up(minutes, circles, shared):
    assert share(minutes * 60, circles) == shared


@given(minutes=st.integers(4, 240), circles=st.integers(2, 4))
def test_what_is_planned_fits_the_frame(minutes, circles):
    times, sitting, debrief = share(minutes * 60, circles)
    sittings = circles * times
    assert sittings * sitting + (sittings + 1) * debrief <= max(minutes * 60, sittings * 90 + 30)
    assert sitting <= 20 * 60


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 40])
def test_it_can_begin_with_any_number_of_people(n):
    s = proposed(n)
    assert sorted((*s.inner, *s.outer)) == sorted(people(n))
    assert s.inner
    assert step_elapsed(s, 0) == 0
    assert s.task == tasks()[0]
    for _step in range(40):
        s = next_step(s, 60.0 * _step)
    assert s.phase is Phase.ROUND_UP
    assert bool(advice(proposed(n))) == (n < 6)


def test_forty_sit_in_six_groups_that_all_come_inside_once():
    s = proposed(40)
    assert sorted(len(circle) for circle in s.circles) == [6, 6, 7, 7, 7, 7]
    been = set(s.inner)
    for step in range(1, 6):
        s = swap(s, 100.0 * step)
        assert not been & set(s.inner)
        been |= set(s.inner)
    assert been == set(people(40))


def test_the_room_may_choose_how_many_sit_inside():
    assert [len(circle) for circle in proposed(12, inside=4).circles] == [4, 4, 4]
    assert sorted(len(circle) for circle in proposed(13, inside=4).circles) == [3, 3, 3, 4]


def test_nobody_at_all_is_no_fishbowl():
    with pytest.raises(ValidationError):
        propose((), HALF_AN_HOUR, random.Random(1))


def test_it_says_why_few_people_uneven_halves_or_many_inside_are_weak():
    assert "færre end seks" in advice(a_fishbowl(("a", "b"), ("c",)))
    assert "2 i den mindste" in advice(a_fishbowl(("a", "b"), ("c", "d", "e", "f")))
    assert "8 inde ad gangen" in advice(a_fishbowl(people(8), tuple(f"q{n}" for n in range(8))))
    assert advice(a_fishbowl()) == ""


def test_a_wish_that_cannot_be_kept_is_said_without_names():
    trio = [
        Wish(keep=Keep.APART, one=one, other=other)
        for one, other in (("p1", "p2"), ("p2", "p3"), ("p1", "p3"))
    ]
    s = proposed(8, wishes=trio)
    names = {"p1": "Anna", "p2": "Bo", "p3": "Carla"}
    assert "ønske" in advice(s)
    assert not any(name in advice(s) for name in names.values())


def test_the_halves_are_the_same_people_next_time_and_the_other_half_begins():
    last = a_fishbowl().closed(600, Ending.CLOSED)
    s = propose(EIGHT, HALF_AN_HOUR, random.Random(1), last=last)
    assert s.circles == (FIRST, SECOND)
    assert s.inner == SECOND
    again = propose(EIGHT, HALF_AN_HOUR, random.Random(2), last=s)
    assert again.inner == FIRST


def test_newcomers_join_the_smaller_half_and_one_who_was_away_the_old_one():
    last = a_fishbowl().left("anna", 10).left("bo", 20)
    s = propose((*EIGHT[2:], "ida"), HALF_AN_HOUR, random.Random(1), last=last)
    assert s.circles == (("carla", "dan", "ida"), SECOND)
    back = propose(("bo", *EIGHT[2:]), HALF_AN_HOUR, random.Random(1), last=s)
    assert back.circles == (("bo", "carla", "dan"), SECOND)


def test_coming_back_with_quite_other_people_gives_two_halves_again():
    s = propose(people(5), HALF_AN_HOUR, random.Random(1), last=a_fishbowl())
    assert sorted(len(circle) for circle in s.circles) == [2, 3]
    assert s.inner


def test_a_reshuffle_before_the_first_debrief_gives_new_circles_and_keeps_times_set_by_hand():
    s = set_times(proposed(12), 300, 60)
    drawn = {reshuffled(s, random.Random(seed), 0).circles for seed in range(10)}
    assert len(drawn) > 5
    assert reshuffled(s, random.Random(1), 0).sitting_seconds == 300
    threes = reshuffled(s, random.Random(1), 0, circles=3)
    assert len(threes.circles) == 3
    assert (threes.sitting_seconds, threes.debrief_seconds) == tuple(share(HALF_AN_HOUR, 3))[1:]
    asked = next_step(s, 10)
    assert reshuffled(asked, random.Random(1), 20) is asked


def test_the_tasks_are_good_questions():
    assert len(tasks()) == len(set(tasks())) >= 4
    assert all(task.endswith("?") for task in tasks())


def test_halves_have_names_and_more_circles_numbers():
    two, three = a_fishbowl(), a_fishbowl(("a",), ("b",), ("c",))
    assert [circle_name(two, n) for n in (0, 1)] == ["Første halvdel", "Anden halvdel"]
    assert circle_name(three, 2) == "Gruppe 3"


# While it runs


def test_a_sitting_is_followed_by_a_debrief_then_the_swap_and_at_the_end_the_round_up():
    s = a_fishbowl()
    seen = []
    for step in range(1, 7):
        seen.append((s.phase, len(s.sittings), s.inner == FIRST))
        s = next_step(s, 100.0 * step)
    assert seen == [
        (Phase.SITTING, 1, True),
        (Phase.DEBRIEF, 1, True),
        (Phase.SITTING, 2, False),
        (Phase.DEBRIEF, 2, False),
        (Phase.ROUND_UP, 2, False),
        (Phase.ROUND_UP, 2, False),
    ]
    assert s.ending is None


def test_each_step_has_its_own_clock():
    s = a_fishbowl()
    assert step_left(s, 100) == 530
    s = next_step(s, 600)
    assert (step_elapsed(s, 660), step_left(s, 660)) == (60, 120)
    s = next_step(s, 800)
    assert (step_elapsed(s, 850), sitting_seconds(s, 1, 850), sitting_seconds(s, 2, 850)) == (50, 600, 50)
    assert step_left(s, 2000) == 630 - 1200


def test_one_key_swaps_the_halves_at_once_and_again_after_the_round_up():
    s = swap(a_fishbowl(), 60)
    assert (s.phase, s.inner, s.outer) == (Phase.SITTING, SECOND, FIRST)
    again = swap(round_up(s, 120), 180)
    assert (again.phase, again.inner, len(again.sittings)) == (Phase.SITTING, FIRST, 3)


def test_with_more_groups_the_one_that_has_been_inside_least_comes_next():
    s = a_fishbowl(("a", "b"), ("c", "d"), ("e", "f"))
    order = [s.inside]
    for step in range(5):
        s = swap(s, 10.0 * step)
        order.append(s.inside)
    assert order == [0, 1, 2, 0, 1, 2]


def test_planned_twice_each_half_is_inside_twice_before_the_round_up():
    s = a_fishbowl().but(times_inside=2)
    for step in range(8):
        s = next_step(s, 10.0 * step)
    assert (s.phase, [sitting.circle for sitting in s.sittings]) == (Phase.ROUND_UP, [0, 1, 0, 1])


def test_half_a_minute_more_for_one_half_is_half_a_minute_more_for_the_other():
    s = adjust(a_fishbowl(), 30)
    assert step_left(s, 0) == 660
    s = adjust(next_step(s, 660), -60)
    assert step_left(s, 660) == 120
    s = next_step(s, 780)
    assert step_left(s, 780) == 660
    assert set_times(s, 0, 0).sitting_seconds == 60
    assert set_times(s, 0, 0).debrief_seconds == 30
    assert adjust(set_times(s, 0, 0), -30).sitting_seconds == 60


def test_a_step_that_was_a_slip_is_as_if_it_had_not_been_taken():
    s = a_fishbowl()
    debrief = next_step(s, 600)
    assert previous_step(debrief, 640) == s
    second = next_step(debrief, 700)
    assert previous_step(second, 760) == debrief
    assert previous_step(s, 50) is s
    assert previous_step(swap(round_up(second, 800), 900), 950) == round_up(second, 800)


def test_a_step_back_never_takes_words_along():
    second = next_step(next_step(a_fishbowl(), 600), 700)
    noted = add_note(second, 2, "Der blev grinet")
    assert previous_step(noted, 800) is noted
    talked = new_topic(second, "Sparring")
    assert previous_step(talked, 800) is talked


def test_a_new_topic_stands_with_the_sitting_in_which_it_came_up_and_goes_on_in_the_next():
    s = new_topic(a_fishbowl(), "Hvordan giver vi hinanden sparring?")
    s = swap(new_topic(s, "  Nye kolleger \n"), 60)
    assert [sitting.topics for sitting in s.sittings] == [
        ("", "Hvordan giver vi hinanden sparring?", "Nye kolleger"),
        ("Nye kolleger",),
    ]
    assert new_topic(s, "Nye kolleger") is s
    s = swap(new_topic(next_step(s, 100), ""), 160)
    assert s.sittings[-1].topics == ("",)


def test_the_task_can_be_written_anew():
    s = set_task(a_fishbowl(), "Lyt efter håb")
    assert s.task == "Lyt efter håb"
    assert set_task(s, " Lyt efter håb ") is s


def test_what_is_planned_is_told_in_time():
    s = a_fishbowl()
    assert still_to_come(s, 0) == 2 * 630 + 3 * 180
    assert still_to_come(s, 700) == 630 + 3 * 180
    assert still_to_come(next_step(s, 630), 700) == 110 + 630 + 2 * 180
    assert still_to_come(round_up(s, 630), 640) == 170


# Who sits where


def test_one_inside_changes_places_with_one_outside_and_both_have_their_own_minutes():
    s = exchange(a_fishbowl(), "anna", "eva", 120)
    assert s.inner == ("bo", "carla", "dan", "eva")
    assert s.outer == ("anna", "finn", "gro", "hans")
    s = swap(s, 600)
    assert seconds_inside(s, 700)["anna"] == 120 + 100
    assert seconds_inside(s, 700)["eva"] == 480
    assert exchange(s, "bo", "carla", 700) is s
    assert exchange(s, "bo", "nobody", 700) is s


def test_one_from_outside_takes_a_seat_and_leaves_it_again():
    s = take_seat(a_fishbowl(), "eva", 60)
    assert s.inner == (*FIRST, "eva")
    assert take_seat(s, "eva", 70) is s
    s = leave_seat(s, "eva", 180)
    assert (s.inner, s.outer) == (FIRST, SECOND)
    assert seconds_inside(s, 300)["eva"] == 120
    assert leave_seat(s, "eva", 300) is s


def test_one_who_leaves_a_seat_is_inside_again_with_those_who_come_next():
    s = swap(a_fishbowl(("a", "b"), ("c", "d"), ("e", "f")), 10)
    s = leave_seat(s, "c", 20)
    assert s.circles == (("a", "b"), ("d",), ("c", "e", "f"))


def test_the_last_one_inside_keeps_the_seat_while_they_sit():
    s = a_fishbowl(("anna",), ("bo", "carla"))
    assert leave_seat(s, "anna", 10) is s
    assert move(s, "anna", 1, 10) is s


def test_a_latecomer_joins_the_smaller_circle_and_listens_first_where_they_are_even():
    s = a_fishbowl().joined("ida", 60, (*EIGHT, "ida"))
    assert "ida" in s.outer
    s = s.joined("jon", 90, (*EIGHT, "ida", "jon"))
    assert "jon" in s.inner
    assert seconds_inside(s, 100)["jon"] == 10
    assert s.joined("jon", 95, EIGHT) is s


def test_one_who_comes_back_has_the_old_circle():
    s = a_fishbowl().left("anna", 60).left("eva", 60).left("finn", 70)
    assert "anna" in s.joined("anna", 100, EIGHT).inner
    assert seconds_inside(s.joined("anna", 100, EIGHT), 130)["anna"] == 90
    assert s.joined("anna", 100, EIGHT).people == ("anna", "bo", "carla", "dan", "gro", "hans")


def test_one_who_joins_a_lone_person_becomes_the_other_half():
    s = propose(("p1",), HALF_AN_HOUR, random.Random(1)).joined("p2", 5, ("p1", "p2"))
    assert (len(s.inner), s.outer) == (1, ("p2",))


def test_when_the_last_one_inside_leaves_the_sitting_is_over_and_the_others_are_asked():
    s = a_fishbowl(("anna",), ("bo", "carla")).left("anna", 300)
    assert (s.phase, s.inner, s.outer) == (Phase.DEBRIEF, (), ("bo", "carla"))
    assert sitting_seconds(s, 1, 400) == 300
    assert previous_step(s, 400) is s
    s = next_step(s, 400)
    assert (s.phase, s.inner) == (Phase.SITTING, ("bo", "carla"))


def test_the_last_one_of_all_stays():
    s = a_fishbowl(("anna",), ("bo",)).left("bo", 10)
    assert s.left("anna", 20) is s
    assert swap(s, 30) is s
    assert next_circle(s) is None
    assert next_step(s, 40).phase is Phase.ROUND_UP


def test_those_who_are_named_are_all_who_were_ever_part_of_it():
    s = add_note(a_fishbowl(), 1, "Ro", by="finn")
    s = swap(s, 60).left("anna", 70).left("finn", 80)
    assert s.named() == set(EIGHT)


# Even minutes


def test_even_times_say_nothing():
    s = next_step(swap(a_fishbowl(), 600), 1210)
    assert all_had_their_turn(s)
    assert uneven_words(s, 1300) == ""
    assert own_uneven_words(s, 1300) == ""
    assert seconds_by_circle(s, 1300) == (600, 610)


def test_nothing_is_said_while_one_half_has_yet_to_come():
    s = next_step(a_fishbowl(), 900)
    assert not all_had_their_turn(s)
    assert uneven_words(s, 1000) == ""


def test_uneven_times_are_said_by_circle_to_the_room_and_by_person_to_the_facilitator():
    s = round_up(swap(a_fishbowl(), 600), 780)
    assert "3 til 10 minutter" in uneven_words(s, 800)
    assert "3 til 10 minutter" in own_uneven_words(s, 800)
    names = dict.fromkeys(EIGHT, "") | {"anna": "Anna"}
    assert own_times_inside(s, 800, names)[0] == ("Anna", 600)


def test_one_who_moved_may_have_less_though_the_halves_are_even():
    s = exchange(a_fishbowl(), "anna", "eva", 30)
    s = round_up(exchange(swap(s, 600), "anna", "bo", 660), 1200)
    assert uneven_words(s, 1300) == ""
    assert own_uneven_words(s, 1300) != ""


def test_a_minute_or_a_fifth_alone_is_no_difference():
    minute = round_up(swap(a_fishbowl(), 120), 180)
    assert uneven_words(minute, 200) == ""
    fifth = round_up(swap(a_fishbowl(), 1200), 2200)
    assert uneven_words(fifth, 2300) == ""


# What comes out of it


def test_what_the_observers_saw_comes_sitting_by_sitting_and_the_round_up_last():
    s = a_fishbowl()
    s = add_note(s, note_sitting(s), "De lyttede", by="eva")
    s = swap(next_step(s, 600), 700)
    s = add_note(s, note_sitting(s), "Latter")
    s = add_note(s, 1, "Pauser")
    s = round_up(s, 900)
    s = add_note(s, note_sitting(s), "Sparring hver tirsdag")
    assert s.harvest() == (
        Harvest("o1", "De lyttede", "Den yderste kreds · omgang 1"),
        Harvest("o3", "Pauser", "Den yderste kreds · omgang 1"),
        Harvest("o2", "Latter", "Den yderste kreds · omgang 2"),
        Harvest("o4", "Sparring hver tirsdag", "Opsamling"),
    )
    assert [note.by for note in notes_of(s, 1)] == ["eva", ""]


def test_notes_can_be_reworded_and_taken_out_and_no_name_of_a_note_comes_again():
    s = add_note(add_note(a_fishbowl(), 1, "Et"), 1, "To")
    s = reword_note(s, "o1", "Ét", by="bo")
    assert (s.notes[0].text, s.notes[0].by) == ("Ét", "bo")
    s = add_note(reword_note(s, "o2", "  "), 1, "Tre")
    assert [note.id for note in s.notes] == ["o1", "o3"]
    assert drop_note(s, "o2") is s
    assert add_note(s, 1, " \n ") is s
    assert add_note(s, 2, "For tidligt") is s
    assert reword_note(s, "o9", "x") is s
    assert [note.id for note in drop_note(s, "o1").notes] == ["o3"]


def test_a_fishbowl_that_is_over_stays_as_it_is():
    s = add_note(a_fishbowl(), ROUND_UP, "Ja").closed(500, Ending.TIME_UP)
    assert (s.ending, s.ended_at, step_elapsed(s, 9000)) == (Ending.TIME_UP, 500, 500)
    assert seconds_inside(s, 9000)["anna"] == 500
    for changed in (
        next_step(s, 600),
        swap(s, 600),
        round_up(s, 600),
        previous_step(s, 600),
        new_topic(s, "x"),
        set_task(s, "x"),
        adjust(s, 30),
        exchange(s, "anna", "eva", 600),
        take_seat(s, "eva", 600),
        leave_seat(s, "anna", 600),
        add_note(s, 1, "x"),
        reword_note(s, "o1", "x"),
        drop_note(s, "o1"),
        s.left("anna", 600),
        s.joined("ida", 600, EIGHT),
        s.closed(600, Ending.CLOSED),
        reshuffled(s, random.Random(1), 600),
    ):
        assert changed is s


@pytest.mark.parametrize(
    "changes",
    [
        {"circles": (FIRST, SECOND[1:])},
        {"circles": (FIRST, (*SECOND, "anna"))},
        {"sittings": (Sitting(circle=2),)},
        {"away": {"anna": 0}},
        {"away": {"ida": 7}},
        {"circles": ((), EIGHT)},
    ],
)
def test_a_file_in_which_somebody_has_no_place_or_two_is_refused(changes):
    with pytest.raises(ValidationError):
        a_fishbowl().but(**changes)


def test_a_file_with_notes_of_a_sitting_that_never_was_is_refused():
    noted = add_note(swap(a_fishbowl(), 10), 2, "Ja")
    with pytest.raises(ValidationError):
        noted.but(sittings=noted.sittings[:1])
    with pytest.raises(ValidationError):
        noted.but(notes=(*noted.notes, *noted.notes))
