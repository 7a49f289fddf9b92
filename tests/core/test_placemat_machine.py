"""A placemat under keys pressed at random. The invariants are stated one by one below.

The model knows only what happened in the room: who came, went and moved, what was written where, which phase
was gone to and when. It counts the seconds of each phase itself and does not look into the state's sums.
"""

import random
from collections.abc import Callable
from copy import copy

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from samtale_tui.method.placemat import Placemat, propose
from samtale_tui.method.placemat_advice import advice
from samtale_tui.method.placemat_course import (
    adjust_phase,
    ahead,
    choose_sharing,
    next_phase,
    next_step,
    phase_left,
    previous_phase,
    previous_step,
    set_phase,
    sheet_heard,
    step_left,
    step_length,
    steps,
    tellers,
)
from samtale_tui.method.placemat_groups import deal, move, shuffle, write_field, write_middle
from samtale_tui.method.placemat_phases import Phase, Sharing
from samtale_tui.method.run import Ending, extend, frame_left, set_frame

ORDER = list(Phase)
MOST = 14
ALL = tuple(f"p{number + 1}" for number in range(MOST))
exactly = pytest.approx


class Room:
    """What happened, as one who sits there would count it."""

    def __init__(self, people: set[str]) -> None:
        self.people = people
        self.phase = Phase.EXPLAIN
        self.spent = dict.fromkeys(Phase, 0.0)
        self.fields: dict[tuple[int, str], str] = {}
        self.middles: dict[int, str] = {}
        self.told: tuple[frozenset[str], ...] = ()
        self.frame = 0.0
        self.ended_as: Placemat | None = None
        self.ended_at = 0.0

    def as_it_is(self) -> "Room":
        """Another one that goes on from here."""
        other = copy(self)
        other.people, other.spent = set(self.people), dict(self.spent)
        other.fields, other.middles = dict(self.fields), dict(self.middles)
        return other


class APlacemat(RuleBasedStateMachine):
    """Any order of phases, turns, people, groups, texts, times, undo and closing."""

    @initialize(
        count=st.integers(1, 5) | st.integers(6, MOST),
        frame=st.integers(1, 90 * 60),
        sharing=st.sampled_from(Sharing),
    )
    def it_begins(self, count: int, frame: int, sharing: Sharing) -> None:
        self.at = 0.0
        self.state = propose(ALL[:count], frame, sharing=sharing)
        self.room = Room(set(ALL[:count]))
        self.room.frame = frame
        self.undone: list[tuple[Placemat, Room, float]] = []

    @property
    def runs(self) -> bool:
        return self.room.ended_as is None

    def remembered(self) -> None:
        self.undone.append((self.state, self.room, self.at))
        self.room = self.room.as_it_is()

    def turn_to(self, new: Placemat) -> None:
        """Whatever key it was: the phase is the same one or the next or the one before."""
        old = self.state
        self.remembered()
        self.state = new
        if new.phase is not old.phase:
            assert self.runs
            used = list(old.phases)
            assert abs(used.index(new.phase) - used.index(old.phase)) == 1
            self.room.phase = new.phase

    # Time

    @rule(seconds=st.floats(0, 400, width=32) | st.sampled_from((0.0, 3600.0, 10_000.0)))
    def time_passes(self, seconds: float) -> None:
        self.at += seconds
        if self.runs:
            self.room.spent[self.room.phase] += seconds

    # Phases and their parts

    @rule(change=st.sampled_from((next_phase, previous_phase)))
    def another_phase(self, change: Callable[[Placemat, float], Placemat]) -> None:
        self.turn_to(change(self.state, self.at))

    @rule()
    def a_part_back(self) -> None:
        old = self.state
        self.turn_to(previous_step(old, self.at))
        if self.runs and old.phase is Phase.SHARE is self.state.phase:
            self.room.told = self.room.told[:-1]

    @rule(times=st.integers(1, 6))
    def on_and_on(self, times: int) -> None:
        for _number in range(times):
            self.next_part()

    def next_part(self) -> None:
        old = self.state
        self.turn_to(next_step(old, self.at))
        if old.phase is not Phase.SHARE or old.sharing is not Sharing.TELL or not self.runs:
            return
        if self.state.phase is Phase.SHARE:
            self.room.told = (*self.room.told, frozenset(tellers(old)))
        else:
            assert self.room.people <= frozenset().union(tellers(old), *self.room.told), "someone was skipped"

    @rule(seconds=st.floats(0, 60, width=32))
    def a_slip_and_a_step_back_change_nothing(self, seconds: float) -> None:
        slip = next_step(self.state, self.at)
        if slip is not self.state and slip.phase is self.state.phase:
            assert previous_step(slip, self.at + seconds) == self.state

    @rule(seconds=st.sampled_from((-30.0, 30.0)) | st.floats(-1000, 1000))
    def the_phase_gets_more_or_less(self, seconds: float) -> None:
        self.turn_to(adjust_phase(self.state, seconds))

    @rule(phase=st.sampled_from(Phase), seconds=st.floats(-100, 5000))
    def a_phase_gets_another_length(self, phase: Phase, seconds: float) -> None:
        self.turn_to(set_phase(self.state, phase, seconds))
        if self.runs:
            assert self.state.span_of(phase).seconds == max(30, seconds)

    @rule(sharing=st.sampled_from(Sharing))
    def the_other_way_of_sharing(self, sharing: Sharing) -> None:
        self.turn_to(choose_sharing(self.state, sharing))

    @rule(seconds=st.floats(-100, 5000))
    def the_frame_gets_another_length(self, seconds: float) -> None:
        self.turn_to(set_frame(self.state, seconds))
        if self.runs:
            self.room.frame = max(60.0, seconds)

    @rule()
    def five_minutes_more(self) -> None:
        self.turn_to(extend(self.state))
        if self.runs:
            self.room.frame += 300

    @rule()
    def the_time_is_shared_out_anew(self) -> None:
        self.turn_to(self.state.shared_out())

    # People and groups

    @rule(person=st.sampled_from(ALL))
    def someone_comes(self, person: str) -> None:
        old = self.state
        order = tuple(each for each in ALL if each in self.room.people | {person})
        self.turn_to(old.joined(person, self.at, order))
        if not self.runs or person in self.room.people:
            assert self.state is old
            return
        self.room.people.add(person)
        own = [number for number, each in self.room.fields if each == person]
        before = {sheet.number: len(sheet.people) for sheet in old.sheets if sheet.people}
        now = next(sheet for sheet in self.state.sheets if person in sheet.people)
        if own:
            assert now.number in own
        else:
            assert before[now.number] == min(before.values())

    @rule(person=st.sampled_from(ALL))
    def someone_goes(self, person: str) -> None:
        self.turn_to(self.state.left(person, self.at))
        if self.runs and len(self.room.people) > 1:
            self.room.people.discard(person)

    @rule()
    @precondition(lambda self: tellers(self.state))
    def who_tells_goes(self) -> None:
        self.someone_goes(tellers(self.state)[-1])

    @rule(place=st.integers(0, 3))
    @precondition(lambda self: len(self.state.sheets) > 1)
    def a_whole_group_goes(self, place: int) -> None:
        for person in self.state.groups[place % len(self.state.groups)]:
            self.someone_goes(person)

    @rule(person=st.sampled_from(ALL), number=st.integers(1, 6))
    def someone_moves(self, person: str, number: int) -> None:
        self.turn_to(move(self.state, person, number))

    @rule(seed=st.none() | st.integers(0, 9), count=st.none() | st.integers(-1, 6))
    def they_are_dealt_anew(self, seed: int | None, count: int | None) -> None:
        old = self.state
        dealt = deal(old, count) if seed is None else shuffle(old, random.Random(seed), count)
        self.turn_to(dealt)
        nothing_yet = not (self.room.fields or self.room.middles)
        if self.room.phase is not Phase.EXPLAIN or not self.runs or not nothing_yet:
            assert self.state is old
        elif count is None and old.can_be_dealt:
            sizes = {len(group) for group in self.state.groups}
            people = len(self.room.people)
            assert sizes <= {4, 5} or people in {1, 2, 3, 6, 7, 11}
            assert max(sizes) <= 5

    # What is written

    @rule(place=st.integers(0, 20), text=st.sampled_from(("", "Ro", "Mod\nog tid")))
    def someone_writes(self, place: int, text: str) -> None:
        seats = [(sheet.number, person) for sheet in self.state.sheets for person in sheet.people]
        seats += [(number, person) for number, person in self.room.fields if (number, person) not in seats]
        number, person = seats[place % len(seats)]
        self.turn_to(write_field(self.state, number, person, text))
        if self.runs:
            self.room.fields[number, person] = text
            self.room.fields = {place: said for place, said in self.room.fields.items() if said}

    @rule(place=st.integers(0, 20), text=st.sampled_from(("", "Vi er enige", "Æ\nØ\nÅ")))
    def a_middle_is_written(self, place: int, text: str) -> None:
        number = self.state.sheets[place % len(self.state.sheets)].number
        self.turn_to(write_middle(self.state, number, text))
        if self.runs:
            self.room.middles[number] = text
            self.room.middles = {place: said for place, said in self.room.middles.items() if said}

    # Undo, the file, the end

    @rule(back=st.integers(1, 4))
    @precondition(lambda self: self.undone)
    def it_is_undone(self, back: int) -> None:
        for _number in range(min(back, len(self.undone))):
            self.state, self.room, then = self.undone.pop()
        if self.runs:
            self.room.spent[self.room.phase] += self.at - then

    @rule()
    def it_is_saved_and_read(self) -> None:
        read = Placemat.model_validate(self.state.model_dump(mode="json"))
        assert read == self.state
        if self.runs:
            self.state = read

    @rule(ending=st.sampled_from((Ending.CLOSED, Ending.TIME_UP, Ending.AIM_MET)))
    @precondition(lambda self: self.at > 600)
    def the_facilitator_closes(self, ending: Ending) -> None:
        self.turn_to(self.state.closed(self.at, ending))
        if self.runs:
            assert self.state.ending is ending
            self.room.ended_as, self.room.ended_at = self.state, self.at

    # What always holds

    @invariant()
    def the_groups_are_made_of_all_who_are_there_each_of_them_once(self) -> None:
        seated = [person for group in self.state.groups for person in group]
        assert sorted(seated) == sorted(self.room.people) == sorted(self.state.people)

    @invariant()
    def all_sit_in_their_order_at_the_table_and_at_the_sheet(self) -> None:
        seat = {person: number for number, person in enumerate(ALL)}
        for people in (self.state.people, *self.state.groups):
            assert list(people) == sorted(people, key=seat.__getitem__)

    @invariant()
    def the_phase_is_the_one_that_was_gone_to(self) -> None:
        assert self.state.phase is self.room.phase
        assert self.state.phase in self.state.phases
        assert [ORDER.index(phase) for phase in self.state.phases] == sorted(
            ORDER.index(phase) for phase in self.state.phases
        )

    @invariant()
    def each_second_belongs_to_one_phase(self) -> None:
        spent = {phase: self.state.spent_on(phase, self.at) for phase in Phase}
        assert spent == exactly(self.room.spent, abs=0.05)
        reading = self.at if self.runs else self.room.ended_at
        assert sum(spent.values()) == exactly(reading, abs=0.05)
        assert frame_left(self.state, self.at) == exactly(self.room.frame - reading, abs=0.05)

    @invariant()
    def no_clock_runs_backwards(self) -> None:
        later = self.at + 1
        for phase in Phase:
            assert 0 <= self.state.spent_on(phase, self.at) <= self.state.spent_on(phase, later)
        assert phase_left(self.state, later) <= phase_left(self.state, self.at)
        assert step_left(self.state, later) <= step_left(self.state, self.at)
        assert ahead(self.state, later) <= ahead(self.state, self.at)

    @invariant()
    def no_part_is_begun_before_the_one_before_it(self) -> None:
        for span in self.state.spans:
            marks = [step.until for step in span.steps]
            assert marks == sorted(marks)
            assert not marks or marks[-1] <= self.state.spent_on(span.phase, self.at) + 0.001
        assert step_left(self.state, self.at) <= step_length(self.state) + 0.001

    @invariant()
    def a_phase_is_never_meant_to_be_under_half_a_minute(self) -> None:
        assert all(span.seconds >= 30 for span in self.state.spans)
        assert steps(self.state) >= len(self.state.span.steps) + 1
        assert step_length(self.state) * steps(self.state) == exactly(self.state.span.seconds)

    @invariant()
    def nobody_tells_twice_and_no_group_is_heard_twice(self) -> None:
        for span in self.state.spans:
            told = [person for step in span.steps for person in step.people]
            heard = [step.sheet for step in span.steps if step.sheet]
            assert len(told) == len(set(told))
            assert len(heard) == len(set(heard))
        now = sheet_heard(self.state)
        assert now is None or self.state.phase is Phase.ROUND_UP

    @invariant()
    def what_was_written_stands_where_it_was_written(self) -> None:
        fields = {
            (sheet.number, field.person): field.text for sheet in self.state.sheets for field in sheet.fields
        }
        middles = {sheet.number: sheet.middle for sheet in self.state.sheets if sheet.middle}
        assert fields == self.room.fields
        assert middles == self.room.middles
        texts = [*middles.values(), *fields.values()]
        assert sorted(each.text for each in self.state.harvest()) == sorted(texts)
        keys = [each.key for each in self.state.harvest()]
        assert len(keys) == len(set(keys))

    @invariant()
    def a_sheet_is_there_only_as_long_as_it_is_of_use(self) -> None:
        assert all(sheet.people or sheet.is_written_on for sheet in self.state.sheets)

    @invariant()
    def all_whom_it_names_are_told(self) -> None:
        wrote = {person for _number, person in self.room.fields}
        assert self.room.people | wrote <= self.state.named()

    @invariant()
    def there_is_always_something_to_say_or_nothing(self) -> None:
        assert advice(self.state).isprintable()

    @invariant()
    def one_that_is_over_does_not_change(self) -> None:
        assert self.runs or self.state is self.room.ended_as


TestAPlacemat = APlacemat.TestCase
