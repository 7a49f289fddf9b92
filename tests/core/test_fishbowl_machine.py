"""A fishbowl under keys pressed at random. The invariants are stated one by one below.

The model knows only what happened in the room: which step was going on while time passed, and who sat inside
then. It adds up seconds as they pass, and does not look at how the state keeps them.
"""

import copy
import random
from dataclasses import dataclass, field

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from samtale_tui.method.fishbowl import ROUND_UP, Fishbowl, Phase
from samtale_tui.method.fishbowl_begin import propose, reshuffled
from samtale_tui.method.fishbowl_notes import add_note, drop_note, reword_note
from samtale_tui.method.fishbowl_seats import exchange, leave_seat, move, take_seat
from samtale_tui.method.fishbowl_steps import (
    adjust,
    new_topic,
    next_step,
    previous_step,
    round_up,
    set_task,
    set_times,
    swap,
)
from samtale_tui.method.fishbowl_times import (
    seconds_by_circle,
    seconds_inside,
    sitting_seconds,
    step_elapsed,
    step_left,
    step_length,
    still_to_come,
)
from samtale_tui.method.fishbowl_words import advice, own_uneven_words, uneven_words
from samtale_tui.method.halves import Keep, Wish
from samtale_tui.method.run import Ending, extend, frame_left, set_frame

EVERYBODY = tuple(f"p{i + 1}" for i in range(40))
exactly = pytest.approx
anyone = st.sampled_from(EVERYBODY[:12])


@dataclass
class Step:
    """A sitting, a debrief or the round-up, as a watch beside the room would have it."""

    phase: Phase
    sitting: int
    seconds: float = 0.0
    inside: dict[str, float] = field(default_factory=dict)


@dataclass
class Room:
    """What happened in the room."""

    steps: list[Step]
    inside: set[str]
    been: set[str]
    """Those who have been inside at some time."""
    waiting: set[str]
    """Those who were there from the start, and have been moved by no hand but while they sat inside."""
    notes: list[tuple[int, str]] = field(default_factory=list)
    over: bool = False

    @property
    def step(self) -> Step:
        return self.steps[-1]

    def passes(self, seconds: float) -> None:
        if self.over:
            return
        self.step.seconds += seconds
        if self.step.phase is Phase.SITTING:
            for person in self.inside:
                self.step.inside[person] = self.step.inside.get(person, 0.0) + seconds

    def sits(self, inside: tuple[str, ...]) -> None:
        self.inside = set(inside)
        if self.step.phase is Phase.SITTING:
            self.been |= self.inside


class AFishbowl(RuleBasedStateMachine):
    """Any order of steps, changes of seats, coming and going, notes, undoing and closing."""

    @initialize(
        n=st.integers(1, 12) | st.sampled_from((13, 15, 40)),
        frame=st.integers(1, 3 * 3600),
        inside=st.none() | st.integers(3, 7),
        seed=st.integers(0, 99),
    )
    def it_begins(self, n: int, frame: int, inside: int | None, seed: int) -> None:
        self.at = 0.0
        self.frame = float(frame)
        self.run = propose(EVERYBODY[:n], frame, random.Random(seed), inside=inside)
        self.room = Room(
            [Step(Phase.SITTING, 1)], set(self.run.inner), set(self.run.inner), set(EVERYBODY[:n])
        )
        self.older: list[tuple[Fishbowl, Room, float]] = []

    def becomes(self, run: Fishbowl, *, seats: bool = False) -> bool:
        """The next value; whether it is another. Each other value can be undone."""
        if run is self.run:
            return False
        assert run != self.run or seats
        assert not self.room.over
        self.older.append((self.run, copy.deepcopy(self.room), self.at))
        self.run = run
        return True

    def begins(self, phase: Phase) -> None:
        number = self.room.step.sitting + (phase is Phase.SITTING)
        self.room.steps.append(Step(phase, number))
        self.room.sits(self.run.inner)

    # What happens in the room

    @rule(seconds=st.floats(0, 400, width=32) | st.sampled_from((0.0, 3600.0)))
    def time_passes(self, seconds: float) -> None:
        self.at += seconds
        self.room.passes(seconds)

    @rule()
    def the_next_step(self) -> None:
        before, outer = self.room.step.phase, self.run.outer
        if self.becomes(next_step(self.run, self.at)):
            if before is Phase.SITTING and outer:
                assert self.run.phase is Phase.DEBRIEF
            assert before is not Phase.ROUND_UP
            self.begins(self.run.phase)

    @rule()
    def the_circles_change_places(self) -> None:
        outside = self.run.outer
        if self.becomes(swap(self.run, self.at)):
            assert set(self.run.inner) <= set(outside)
            self.begins(Phase.SITTING)
        else:
            assert self.room.over or not outside

    @rule(steps=st.integers(2, 7))
    def they_go_round(self, steps: int) -> None:
        for _step in range(steps):
            self.at += 7.5
            self.room.passes(7.5)
            self.the_circles_change_places()

    @rule()
    def they_round_up(self) -> None:
        if self.becomes(round_up(self.run, self.at)):
            self.begins(Phase.ROUND_UP)

    @rule()
    def the_step_was_a_slip(self) -> None:
        if self.becomes(previous_step(self.run, self.at)):
            slip = self.room.steps.pop()
            self.room.inside = set(self.run.inner)
            self.room.passes(slip.seconds)

    @rule(one=anyone, other=anyone)
    def two_change_places(self, one: str, other: str) -> None:
        if self.becomes(exchange(self.run, one, other, self.at)):
            self.by_hand(one, other)

    @rule(person=anyone)
    def one_takes_a_seat(self, person: str) -> None:
        if self.becomes(take_seat(self.run, person, self.at)):
            assert person in self.run.inner
            self.by_hand(person)

    @rule(person=anyone)
    def one_leaves_a_seat(self, person: str) -> None:
        if self.becomes(leave_seat(self.run, person, self.at)):
            assert person in self.run.outer
            self.by_hand(person)

    @rule(person=anyone, circle=st.integers(-1, 14))
    def one_is_moved(self, person: str, circle: int) -> None:
        if self.becomes(move(self.run, person, circle, self.at)):
            assert person in self.run.circles[circle]
            self.by_hand(person)

    def by_hand(self, *people: str) -> None:
        was = set(self.room.inside)
        self.room.sits(self.run.inner)
        sat = was | self.room.inside if self.room.step.phase is Phase.SITTING else set()
        self.room.waiting -= set(people) - sat

    @rule(
        seed=st.integers(0, 99),
        circles=st.none() | st.integers(2, 6),
        pairs=st.lists(st.tuples(anyone, anyone), max_size=3),
    )
    def they_are_split_anew(self, seed: int, circles: int | None, pairs: list[tuple[str, str]]) -> None:
        wishes = [Wish(keep=Keep.APART, one=one, other=other) for one, other in pairs if one != other]
        anew = reshuffled(self.run, random.Random(seed), self.at, circles=circles, wishes=wishes)
        if self.becomes(anew, seats=True):
            assert len(self.room.steps) == 1
            self.room.sits(self.run.inner)

    @rule(person=anyone)
    def one_comes(self, person: str) -> None:
        sizes = [len(circle) for circle in self.run.circles if circle]
        was_away = person in self.run.away
        if self.becomes(self.run.joined(person, self.at, EVERYBODY)):
            self.room.sits(self.run.inner)
            with_them = next(len(circle) for circle in self.run.circles if person in circle)
            assert was_away or with_them in (1, min(sizes) + 1)

    @rule(person=anyone)
    def one_goes(self, person: str) -> None:
        alone = self.run.inner == (person,)
        if self.becomes(self.run.left(person, self.at)):
            self.room.waiting.discard(person)
            self.room.sits(self.run.inner)
            if alone and self.room.step.phase is Phase.SITTING:
                self.begins(Phase.DEBRIEF)

    @rule()
    def the_last_one_inside_goes(self) -> None:
        for person in self.run.inner:
            self.one_goes(person)

    @rule(sitting=st.integers(-1, 5), text=st.sampled_from(("Latter", " ", "De lyttede\nlænge")))
    def something_is_noted(self, sitting: int, text: str) -> None:
        if self.becomes(add_note(self.run, sitting, text, by="p1")):
            self.room.notes.append((sitting, text))

    @precondition(lambda self: self.room.notes)
    @rule(which=st.integers(0, 9), text=st.sampled_from(("Ro", "")))
    def a_note_is_reworded_or_taken_out(self, which: int, text: str) -> None:
        place = which % len(self.room.notes)
        if self.becomes(reword_note(self.run, self.run.notes[place].id, text)):
            self.room.notes[place : place + 1] = [(self.room.notes[place][0], text)] if text else []
        elif not self.room.over:
            assert self.room.notes[place][1] == text
            self.becomes(drop_note(self.run, self.run.notes[place].id))
            del self.room.notes[place]

    @rule(words=st.sampled_from(("", "Sparring", "Nye kolleger")))
    def another_topic_or_task(self, words: str) -> None:
        self.becomes(new_topic(self.run, words))
        self.becomes(set_task(self.run, words))

    @rule(seconds=st.sampled_from((-30.0, 30.0)) | st.floats(-1000, 1000))
    def more_or_less_time(self, seconds: float) -> None:
        self.becomes(adjust(self.run, seconds))

    @rule(sitting=st.floats(-10, 5000), debrief=st.floats(-10, 5000))
    def other_times(self, sitting: float, debrief: float) -> None:
        self.becomes(set_times(self.run, sitting, debrief))

    @rule(seconds=st.floats(-100, 5000), more=st.booleans())
    def another_frame(self, seconds: float, more: bool) -> None:
        self.run = extend(self.run) if more else set_frame(self.run, seconds)
        if not self.room.over:
            self.frame = self.frame + 300 if more else max(60.0, seconds)

    @rule(ending=st.sampled_from((Ending.CLOSED, Ending.TIME_UP)))
    @precondition(lambda self: len(self.older) > 3)
    def the_facilitator_closes(self, ending: Ending) -> None:
        if self.becomes(self.run.closed(self.at, ending)):
            self.room.over = True
            assert self.run.ending is ending

    @precondition(lambda self: self.older)
    @rule(steps=st.integers(1, 4))
    def it_is_undone(self, steps: int) -> None:
        """An older value is back, while the stopwatch has gone on."""
        for _step in range(min(steps, len(self.older))):
            self.run, self.room, then = self.older.pop()
        self.frame = self.run.frame_seconds
        self.room.passes(self.at - then)

    # What always holds

    @invariant()
    def inner_and_outer_are_all_and_nobody_is_in_both(self) -> None:
        assert sorted((*self.run.inner, *self.run.outer)) == sorted(self.run.people)
        assert set(self.run.inner) == self.room.inside

    @invariant()
    def nobody_is_in_two_circles_and_everybody_in_one(self) -> None:
        assert sorted(p for circle in self.run.circles for p in circle) == sorted(self.run.people)

    @invariant()
    def somebody_sits_inside_while_they_sit(self) -> None:
        assert self.run.inner or self.run.phase is not Phase.SITTING

    @invariant()
    def the_step_is_the_one_that_was_taken(self) -> None:
        assert self.run.phase is self.room.step.phase
        assert len(self.run.sittings) == self.room.step.sitting

    @invariant()
    def each_second_is_counted_once(self) -> None:
        steps = self.room.steps
        assert step_elapsed(self.run, self.at) == exactly(self.room.step.seconds, abs=0.05)
        for sitting in range(1, len(self.run.sittings) + 1):
            passed = sum(s.seconds for s in steps if s.sitting == sitting and s.phase is Phase.SITTING)
            assert sitting_seconds(self.run, sitting, self.at) == exactly(passed, abs=0.05)
        sat = sum(s.seconds for s in steps if s.phase is Phase.SITTING)
        assert sum(seconds_by_circle(self.run, self.at)) == exactly(sat, abs=0.1)
        if not self.room.over:
            assert sum(step.seconds for step in steps) == exactly(self.at, abs=0.1)
            assert frame_left(self.run, self.at) == exactly(self.frame - self.at, abs=0.1)

    @invariant()
    def each_one_has_the_minutes_that_they_sat_inside(self) -> None:
        counted: dict[str, float] = dict.fromkeys(self.run.people, 0.0)
        for step in self.room.steps:
            for person, seconds in step.inside.items():
                counted[person] = counted.get(person, 0.0) + seconds
        said = seconds_inside(self.run, self.at)
        for person in counted.keys() | said.keys():
            assert said.get(person, 0.0) == exactly(counted.get(person, 0.0), abs=0.1)

    @invariant()
    def no_clock_runs_backwards(self) -> None:
        now, later = step_elapsed(self.run, self.at), step_elapsed(self.run, self.at + 1)
        assert 0 <= now <= later
        assert step_elapsed(self.run, 0.0) >= 0
        assert step_left(self.run, self.at) == exactly(step_length(self.run) - now)
        assert still_to_come(self.run, self.at) >= 0
        assert self.run.sitting_seconds >= 60
        assert self.run.debrief_seconds >= 30

    @invariant()
    def everybody_has_been_inside_after_as_many_sittings_as_there_are_circles(self) -> None:
        if len(self.run.sittings) >= len(self.run.circles):
            assert self.room.waiting <= self.room.been

    @invariant()
    def nothing_that_was_noted_is_lost(self) -> None:
        assert [(note.sitting, note.text) for note in self.run.notes] == self.room.notes
        assert sorted(h.text for h in self.run.harvest()) == sorted(text for _, text in self.room.notes)
        assert all(h.where for h in self.run.harvest())
        assert all(ROUND_UP <= note.sitting <= len(self.run.sittings) for note in self.run.notes)

    @rule()
    def it_is_written_and_read(self) -> None:
        assert Fishbowl.model_validate(self.run.model_dump(mode="json")) == self.run
        sat = {person for step in self.room.steps for person, time in step.inside.items() if time > 0.01}
        assert set(self.run.people) | sat <= self.run.named()

    @rule()
    def there_is_something_to_say_in_every_state(self) -> None:
        assert isinstance(advice(self.run), str)
        assert uneven_words(self.run, self.at) == "" or self.run.circles
        assert isinstance(own_uneven_words(self.run, self.at), str)


TestAFishbowl = AFishbowl.TestCase
