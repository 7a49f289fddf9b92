"""Mødet på midten, the placemat (S28–S30): groups, sheets, phases, turns, and what comes out."""

import random

import pytest

from samtale_tui.method.placemat import Placemat, propose
from samtale_tui.method.placemat_advice import advice
from samtale_tui.method.placemat_course import (
    adjust_phase,
    ahead,
    choose_sharing,
    next_phase,
    next_step,
    not_told,
    phase_left,
    previous_phase,
    previous_step,
    set_phase,
    sheet_heard,
    step_left,
    step_length,
    steps,
    tellers,
    through,
    turns_made,
)
from samtale_tui.method.placemat_groups import deal, move, shuffle, write_field, write_middle
from samtale_tui.method.placemat_phases import Phase, Sharing
from samtale_tui.method.placemat_words import phase_task, phase_title
from samtale_tui.method.run import Ending, Harvest, extend, frame_left


def ids(count: int) -> tuple[str, ...]:
    return tuple(f"p{number + 1}" for number in range(count))


def placemat(people: int = 9, minutes: float = 30, sharing: Sharing | None = None) -> Placemat:
    return propose(ids(people), minutes * 60, sharing=sharing)


def in_phase(state: Placemat, phase: Phase, at: float = 0.0) -> Placemat:
    while state.phase is not phase:
        state = next_phase(state, at)
    return state


def meant(state: Placemat) -> dict[Phase, float]:
    return {phase: state.span_of(phase).seconds for phase in state.phases}


# Before it begins


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 40])
def test_it_is_ready_for_any_number_of_people(people: int) -> None:
    state = placemat(people)
    assert state.people == ids(people)
    assert sorted(person for group in state.groups for person in group) == sorted(ids(people))
    assert state.phase is Phase.EXPLAIN
    assert state.ending is None


@pytest.mark.parametrize("people", [2, 5, 9, 12, 40])
@pytest.mark.parametrize("minutes", [3, 10, 20.5, 30, 40, 90])
@pytest.mark.parametrize("sharing", Sharing)
def test_the_frame_is_shared_out_to_the_last_second(people: int, minutes: float, sharing: Sharing) -> None:
    state = placemat(people, minutes, sharing)
    assert sum(meant(state).values()) == minutes * 60
    assert all(seconds >= 30 for seconds in meant(state).values())
    assert all(seconds % 30 == 0 for seconds in meant(state).values())


def test_half_an_hour_for_nine_gives_each_phase_what_it_needs() -> None:
    assert meant(placemat(9, 30)) == {
        Phase.EXPLAIN: 150.0,
        Phase.WRITE: 330.0,
        Phase.SHARE: 390.0,
        Phase.DEBATE: 390.0,
        Phase.AGREE: 270.0,
        Phase.ROUND_UP: 270.0,
    }


def test_a_frame_that_is_too_short_gives_each_phase_half_a_minute_and_says_so() -> None:
    state = placemat(9, 1)
    assert set(meant(state).values()) == {30.0}
    assert advice(state) == "Faserne tager 3 minutter, og I har sat 1 af."


def test_one_group_needs_no_round_up_and_one_person_nobody_to_share_with() -> None:
    assert Phase.ROUND_UP not in placemat(5).phases
    assert Phase.ROUND_UP in placemat(6).phases
    assert placemat(1).phases == (Phase.EXPLAIN, Phase.WRITE, Phase.AGREE)


def test_the_groups_can_be_dealt_by_chance_and_as_they_sit_again() -> None:
    seated = placemat(9)
    mixed = shuffle(seated, random.Random(2))
    assert mixed.groups != seated.groups
    assert deal(mixed) == seated
    assert deal(seated) is seated
    assert [len(group) for group in deal(seated, 3).groups] == [3, 3, 3]


def test_the_time_follows_the_groups_until_the_room_sets_it() -> None:
    one = deal(placemat(9), 1)
    assert sum(meant(one).values()) == 30 * 60
    own = deal(set_phase(placemat(9), Phase.WRITE, 600), 1)
    assert own.span_of(Phase.WRITE).seconds == 600
    assert own.span_of(Phase.SHARE).seconds == placemat(9).span_of(Phase.SHARE).seconds


def test_telling_in_turn_takes_one_part_more_than_turning_the_sheet() -> None:
    turned, told = placemat(5, sharing=Sharing.TURN), placemat(5, sharing=Sharing.TELL)
    assert (steps(in_phase(turned, Phase.SHARE)), steps(in_phase(told, Phase.SHARE))) == (4, 5)
    assert choose_sharing(turned, Sharing.TELL) == told


def test_the_same_people_meet_again_and_newcomers_come_to_the_smallest_group() -> None:
    last = shuffle(placemat(9), random.Random(2))
    again = propose(ids(9), 600, last=last.closed(500, Ending.CLOSED))
    assert again.groups == last.groups
    assert again.phase is Phase.EXPLAIN
    assert not any(sheet.is_written_on for sheet in again.sheets)
    ten = propose(ids(10), 600, last=last)
    assert [len(group) for group in ten.groups] == [5, 5]
    assert "p10" in ten.groups[1]


def test_the_way_of_sharing_is_that_of_last_time() -> None:
    last = placemat(5, sharing=Sharing.TELL)
    assert propose(ids(5), 600, last=last).sharing is Sharing.TELL
    assert propose(ids(5), 600, last=last, sharing=Sharing.TURN).sharing is Sharing.TURN


# Advice


@pytest.mark.parametrize("people", [4, 5, 8, 9, 10, 12, 13, 20, 40])
def test_where_groups_are_of_four_and_five_there_is_nothing_to_say(people: int) -> None:
    assert not advice(placemat(people))


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (1, "Du er alene"),
        (2, "I er 2."),
        (3, "I er 3."),
        (6, "To på 3"),
        (7, "en på 4 og en på 3"),
        (11, "to på 4 og en på 3"),
    ],
)
def test_other_numbers_are_explained(people: int, words: str) -> None:
    assert words in advice(placemat(people))


def test_a_group_that_has_become_too_small_is_told_of() -> None:
    state = placemat(9).left("p9", 0).left("p8", 0)
    assert [len(group) for group in state.groups] == [5, 2]
    assert advice(state) == "Gruppe 2 er kun på 2. Flyt gerne en derhen."
    assert advice(state.left("p7", 0)) == "I gruppe 2 er der kun én. Flyt gerne sammen med en anden gruppe."


def test_a_group_that_has_become_too_large_is_told_of() -> None:
    state = move(placemat(10), "p9", 1)
    assert advice(state) == "Gruppe 1 er nu på 6. Flyt gerne en til en mindre gruppe."
    assert advice(deal(placemat(10), 1)) == "I er 10 om ét ark. Del jer gerne i grupper på 4–5."


# People come, go and move


def test_a_newcomer_comes_to_the_smallest_group_in_the_own_seat() -> None:
    state = placemat(9).joined("p10", 5, ids(10))
    assert state.groups[1] == ("p6", "p7", "p8", "p9", "p10")
    first = placemat(8).joined("p0", 5, ("p0", *ids(8)))
    assert first.groups[0] == ("p0", "p1", "p2", "p3", "p4")
    assert first.people[0] == "p0"


def test_who_leaves_while_writing_leaves_the_text_and_comes_back_to_it() -> None:
    state = in_phase(placemat(9), Phase.WRITE)
    state = write_field(state, 1, "p2", "Mere ro")
    gone = state.left("p2", 60)
    assert gone.sheets[0].field_of("p2") == "Mere ro"
    assert "p2" in gone.named()
    assert gone.harvest() == (Harvest("field-1-p2", "Mere ro", "Et felt i gruppe 1"),)
    back = gone.left("p3", 70).joined("p2", 80, ids(9))
    assert back.groups[0] == ("p1", "p2", "p4", "p5")


def test_the_last_one_stays() -> None:
    state = placemat(1)
    assert state.left("p1", 10) is state


def test_a_group_that_all_leave_is_gone_unless_something_stands_on_its_sheet() -> None:
    state = in_phase(placemat(6), Phase.WRITE)
    written = write_middle(state, 2, "Vi mødes hver uge")
    for person in ("p4", "p5", "p6"):
        state, written = state.left(person, 10), written.left(person, 10)
    assert [sheet.number for sheet in state.sheets] == [1]
    assert [sheet.number for sheet in written.sheets] == [1, 2]
    assert written.harvest() == (Harvest("middle-2", "Vi mødes hver uge", "Gruppe 2"),)


def test_who_moves_lets_the_text_lie() -> None:
    state = write_field(in_phase(placemat(9), Phase.WRITE), 1, "p1", "Mit")
    moved = move(state, "p1", 2)
    assert moved.groups == (("p2", "p3", "p4", "p5"), ("p1", "p6", "p7", "p8", "p9"))
    assert moved.sheets[0].field_of("p1") == "Mit"
    assert not moved.sheets[1].field_of("p1")


def test_one_can_move_to_a_new_group_but_not_away_from_being_alone() -> None:
    state = move(placemat(5), "p3", 2)
    assert state.groups == (("p1", "p2", "p4", "p5"), ("p3",))
    assert Phase.ROUND_UP in state.phases
    assert move(state, "p3", 3) is state
    assert move(state, "p3", 2) is state
    assert move(state, "p3", 7) is state
    assert move(state, "nobody", 1) is state


def test_before_the_writing_the_groups_numbers_have_no_gaps() -> None:
    state = move(placemat(6), "p4", 1)
    state = move(state, "p5", 1)
    state = move(state, "p6", 1)
    assert [sheet.number for sheet in state.sheets] == [1]
    three = deal(placemat(6), 3)
    without_first = move(move(three, "p1", 2), "p2", 2)
    assert [sheet.number for sheet in without_first.sheets] == [1, 2]


def test_once_they_write_nobody_is_dealt_anew() -> None:
    state = in_phase(placemat(9), Phase.WRITE)
    assert deal(state, 3) is state
    assert shuffle(state, random.Random(1)) is state
    back = write_field(previous_phase(state, 5), 1, "p1", "Noget")
    assert not back.can_be_dealt
    assert shuffle(back, random.Random(1)) is back


# The phases


def test_the_phases_follow_each_other() -> None:
    state = placemat(9)
    seen = [state.phase]
    for _number in range(8):
        state = next_phase(state, 0)
        seen.append(state.phase)
    assert seen == [*Phase, Phase.ROUND_UP, Phase.ROUND_UP, Phase.ROUND_UP]
    assert next_phase(state, 5) is state
    assert previous_phase(placemat(9), 5) == placemat(9)


def test_nothing_moves_on_by_itself_and_overtime_is_told() -> None:
    state = placemat(9)
    assert phase_left(state, 4000) == 150 - 4000
    assert next_phase(state, 4000).spent_on(Phase.EXPLAIN, 4000) == 4000


def test_a_phase_that_is_taken_up_again_goes_on_from_where_it_stood() -> None:
    state = next_phase(placemat(9), 100)
    state = previous_phase(state, 130)
    assert state.spent_on(Phase.WRITE, 150) == 30
    assert state.spent_on(Phase.EXPLAIN, 150) == 120


def test_a_phase_gets_half_a_minute_more_or_less_but_is_never_under_half_a_minute() -> None:
    state = placemat(9)
    assert adjust_phase(state, 30).span.seconds == 180
    for _number in range(20):
        state = adjust_phase(state, -30)
    assert state.span.seconds == 30
    assert adjust_phase(state, -30) is state
    assert adjust_phase(state, 30).span.seconds == 60


def test_what_lies_ahead_is_what_is_left_of_this_phase_and_the_later_ones() -> None:
    state = placemat(9, 30)
    assert ahead(state, 0) == 1800
    assert ahead(state, 100) == 1700
    assert ahead(state, 400) == 1800 - 150
    assert ahead(state.closed(400, Ending.CLOSED), 400) == 0
    assert frame_left(extend(state), 400) == 1800 + 300 - 400


# Turning the sheet


def test_the_sheet_is_turned_one_time_less_than_the_largest_group_has_people() -> None:
    state = in_phase(placemat(9), Phase.SHARE)
    assert (steps(state), turns_made(state)) == (4, 1)
    for turn in (2, 3, 4):
        state = next_step(state, 10.0 * turn)
        assert (state.phase, turns_made(state)) == (Phase.SHARE, turn)
    assert next_step(state, 60).phase is Phase.DEBATE


@pytest.mark.parametrize("people", [2, 3, 4, 5])
def test_each_reads_every_other_field_once(people: int) -> None:
    sheet = placemat(people).sheets[0]
    for person in sheet.people:
        read = [sheet.before(person, turns) for turns in range(1, people)]
        assert sorted(read) == sorted(set(sheet.people) - {person})
        assert sheet.before(person, people) == person


def test_after_one_turn_clockwise_the_field_of_the_one_before_lies_in_front() -> None:
    assert placemat(4).sheets[0].before("p2", 1) == "p1"


def test_a_smaller_group_is_through_before_the_larger_one() -> None:
    state = in_phase(placemat(9), Phase.SHARE)
    assert through(state) == ()
    for _number in range(3):
        state = next_step(state, 0)
    assert [sheet.number for sheet in through(state)] == [2]
    assert through(placemat(9)) == ()


def test_each_turn_has_its_share_of_the_phase_and_a_slip_goes_back_without_a_trace() -> None:
    state = set_phase(in_phase(placemat(9), Phase.SHARE, 0), Phase.SHARE, 400)
    assert step_length(state) == 100
    assert step_left(state, 130) == -30
    turned = next_step(state, 130)
    assert step_left(turned, 150) == 80
    assert previous_step(turned, 160) == state
    assert step_left(previous_step(turned, 160), 160) == -60
    assert previous_step(state, 10).phase is Phase.WRITE


def test_who_comes_late_while_the_sheet_is_turned_gets_to_read_too() -> None:
    state = in_phase(placemat(4), Phase.SHARE)
    assert steps(state) == 3
    assert steps(state.joined("p5", 10, ids(5))) == 4


# Telling in turn


def test_all_tell_one_from_each_group_at_a_time() -> None:
    state = in_phase(placemat(9, sharing=Sharing.TELL), Phase.SHARE)
    told = []
    while state.phase is Phase.SHARE:
        told.append(tellers(state))
        state = next_step(state, 0)
    assert told == [("p1", "p6"), ("p2", "p7"), ("p3", "p8"), ("p4", "p9"), ("p5",)]
    assert tellers(state) == ()


def test_when_the_teller_leaves_the_next_tells_and_nobody_is_skipped() -> None:
    state = in_phase(placemat(4, sharing=Sharing.TELL), Phase.SHARE)
    state = next_step(state, 10)
    assert tellers(state) == ("p2",)
    gone = state.left("p2", 20)
    assert tellers(gone) == ("p3",)
    assert tellers(gone.left("p1", 20)) == ("p3",)
    back = gone.joined("p2", 30, ids(4))
    assert not_told(back, back.sheets[0]) == ("p2", "p3", "p4")


def test_who_told_in_one_group_is_not_asked_again_in_another() -> None:
    state = next_step(in_phase(placemat(9, sharing=Sharing.TELL), Phase.SHARE), 10)
    moved = move(state, "p1", 2)
    assert tellers(moved) == ("p2", "p7")
    assert "p1" not in not_told(moved, moved.sheets[1])


def test_the_way_of_sharing_stays_once_the_first_turn_is_over() -> None:
    state = in_phase(placemat(9), Phase.SHARE)
    assert choose_sharing(state, Sharing.TELL).sharing is Sharing.TELL
    turned = next_step(state, 10)
    assert choose_sharing(turned, Sharing.TELL) is turned
    assert choose_sharing(state, Sharing.TURN) is state


# The round-up, and what comes out


def test_one_group_is_heard_at_a_time() -> None:
    state = in_phase(placemat(13), Phase.ROUND_UP)
    heard = []
    for _number in range(3):
        sheet = sheet_heard(state)
        heard.append(sheet.number if sheet else None)
        state = next_step(state, 0)
    assert heard == [1, 2, 3]
    assert steps(state) == 3
    assert next_step(state, 0) is state
    assert sheet_heard(placemat(13)) is None


def test_the_middles_come_first_and_no_field_tells_whose_it_is() -> None:
    state = in_phase(placemat(6), Phase.AGREE)
    state = write_field(state, 1, "p1", " Mere tid ")
    state = write_middle(state, 2, "Fast møde")
    state = write_middle(state, 1, "Færre møder\nog korte")
    assert state.harvest() == (
        Harvest("middle-1", "Færre møder\nog korte", "Gruppe 1"),
        Harvest("middle-2", "Fast møde", "Gruppe 2"),
        Harvest("field-1-p1", "Mere tid", "Et felt i gruppe 1"),
    )


def test_one_group_alone_has_no_number() -> None:
    state = write_middle(write_field(placemat(4), 1, "p1", "Mit"), 1, "Vores")
    assert [each.where for each in state.harvest()] == ["Midten", "Et felt"]


def test_what_is_written_is_cleaned_and_can_be_taken_away_again() -> None:
    state = write_field(placemat(4), 1, "p1", "\x1b[31mRødt\x07 ")
    assert state.sheets[0].field_of("p1") == "Rødt"
    assert write_field(state, 1, "p1", "Rødt") is state
    assert write_field(state, 1, "p1", " \n ") == placemat(4)


def test_only_those_of_a_sheet_write_on_it() -> None:
    state = placemat(9)
    assert write_field(state, 2, "p1", "Her?") is state
    assert write_field(state, 9, "p1", "Her?") is state
    assert write_middle(state, 9, "Her?") is state


# The end


def test_a_run_that_is_over_stays_as_it_is() -> None:
    state = in_phase(placemat(9), Phase.DEBATE, 100).closed(250, Ending.AIM_MET)
    assert state.spent_on(Phase.DEBATE, 9999) == 150
    assert frame_left(state, 9999) == 1800 - 250
    for changed in (
        next_phase(state, 300),
        next_step(state, 300),
        previous_step(state, 300),
        previous_phase(state, 300),
        adjust_phase(state, 30),
        state.joined("p10", 300, ids(10)),
        state.left("p1", 300),
        move(state, "p1", 2),
        write_field(state, 1, "p1", "For sent"),
        write_middle(state, 1, "For sent"),
        choose_sharing(state, Sharing.TELL),
        deal(state, 3),
        state.shared_out(),
        state.closed(300, Ending.CLOSED),
    ):
        assert changed is state


def test_it_is_read_back_as_it_was() -> None:
    state = in_phase(placemat(7, sharing=Sharing.TELL), Phase.SHARE, 61.5)
    state = write_middle(next_step(state, 90.25), 1, "Æ")
    assert Placemat.model_validate(state.model_dump(mode="json")) == state


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("sharing", Sharing)
def test_every_phase_has_a_name_and_something_to_do(phase: Phase, sharing: Sharing) -> None:
    assert phase_title(phase, sharing)
    assert phase_task(phase, sharing)
