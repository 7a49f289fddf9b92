"""A spiral round under keys pressed at random. The invariants are stated one by one below.

The model knows only what happened in the room: who sat where, who got the word, whether they passed, and when.
It walks round the circle itself and never looks into the round for who is next.
"""

from itertools import takewhile
from typing import NamedTuple

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from samtale_tui.basis.limits import LEAST_TURN_SECONDS
from samtale_tui.method.run import Ending, extend, frame_left, set_frame
from samtale_tui.method.spiral import (
    Direction,
    Spiral,
    adjust_turn,
    begin,
    close,
    next_speaker,
    next_turn,
    pass_turn,
    passed_last,
    passes_in_row,
    previous_turn,
    seconds_by_person,
    set_turn,
    sit_out,
    turn_elapsed,
    turn_length,
)

STEP = {Direction.CLOCKWISE: 1, Direction.ANTICLOCKWISE: -1}
exactly = pytest.approx


EVERYBODY = tuple(f"p{n}" for n in range(1, 20))
"""All who could sit there, clockwise."""


class Room(NamedTuple):
    """The room as somebody in the corner would write it down."""

    people: tuple[str, ...]
    """Those in the circle, clockwise."""
    speaker: str
    out: frozenset[str] = frozenset()
    """Those whom the word passes over when it comes there next."""
    turns: tuple[tuple[str, bool | None, frozenset[str]], ...] = ()
    """Who had the word, whether they passed (or neither, as they went), and who was passed over after them."""
    extra: float = 0.0
    extras: tuple[float, ...] = ()
    over: bool = False
    frame: float = 0.0
    turn: float = 0.0


class ASpiralRound(RuleBasedStateMachine):
    """Any order of next, pass, back, come, go, sit out, more and less time, undo, and closing."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0
        self.ended_at: float | None = None
        self.earlier: list[tuple[Spiral, Room]] = []

    @initialize(
        n=st.integers(1, 4) | st.integers(5, 13),
        first=st.integers(0, 12),
        direction=st.sampled_from(Direction),
        frame=st.integers(1, 60 * 60),
        turn=st.none() | st.floats(0, 600),
    )
    def the_round_begins(
        self, n: int, first: int, direction: Direction, frame: int, turn: float | None
    ) -> None:
        people = EVERYBODY[:n]
        self.step = STEP[direction]
        self.round = begin(
            people, opener=people[first % n], direction=direction, frame_seconds=frame, turn_seconds=turn
        )
        self.room = Room(people, people[first % n], frame=float(frame), turn=self.round.turn_seconds)

    # The one in the corner

    def beside(self, person: str) -> str:
        """Who sits next to somebody, the way that the word goes."""
        place = self.room.people.index(person) + self.step
        return self.room.people[place % len(self.room.people)]

    def coming(self) -> tuple[str, frozenset[str]]:
        """Who gets the word after the speaker, and who is passed over on the way."""
        over: set[str] = set()
        person = self.beside(self.room.speaker)
        while person in self.room.out and person != self.room.speaker:
            over.add(person)
            person = self.beside(person)
        return person, frozenset(over)

    @property
    def runs(self) -> bool:
        return not self.room.over

    def note(self, **changes: object) -> None:
        """The room is so now."""
        self.room = self.room._replace(**changes)

    def write_turn(self, *, passed: bool | None) -> None:
        """The speaker has had the word."""
        person, over = self.coming()
        turns = (*self.room.turns, (self.room.speaker, passed, over))
        extras = (*self.room.extras, self.room.extra)
        self.note(turns=turns, extras=extras, extra=0.0, speaker=person, out=self.room.out - over)

    @property
    def all_have_passed(self) -> bool:
        """Whether all in the circle but those who sit out have passed since anybody spoke."""
        row = [person for person, passed, _ in self.last_passes() if passed]
        return bool(row) and set(self.room.people) - self.room.out <= set(row)

    def last_passes(self) -> list[tuple[str, bool | None, frozenset[str]]]:
        """Since anybody spoke; those who went are among them and say nothing."""
        return list(takewhile(lambda turn: turn[1] is not False, reversed(self.room.turns)))

    def floor_extra(self) -> None:
        self.note(extra=max(self.room.extra, LEAST_TURN_SECONDS - self.room.turn))

    def end(self, speaker: str, out: frozenset[str]) -> None:
        """Over: the last to have had the word is still the one who is named, and nobody was passed over."""
        last = (*self.room.turns[-1][:2], frozenset())
        self.note(over=True, speaker=speaker, out=out, turns=(*self.room.turns[:-1], last))
        self.ended_at = self.at

    # What happens in the room

    @rule(seconds=st.floats(0, 400, width=32) | st.floats(3600, 20000, width=32))
    def time_passes(self, seconds: float) -> None:
        """Some of it behind a closed lid, or while every tick is stalled."""
        self.at += seconds

    @rule()
    def somebody_remembers(self) -> None:
        """A step that undo can come back to."""
        if self.runs:
            self.earlier.append((self.round, self.room))

    @precondition(lambda self: self.earlier)
    @rule()
    def undo(self) -> None:
        """All comes back but the time that has passed."""
        self.round, self.room = self.earlier.pop()
        self.ended_at = None

    @rule()
    def the_speaker_has_spoken(self) -> None:
        self.round = next_turn(self.round, self.at)
        if self.runs:
            self.write_turn(passed=False)

    @rule()
    def the_speaker_passes(self) -> None:
        self.round = pass_turn(self.round, self.at)
        if self.runs:
            speaker, out = self.room.speaker, self.room.out
            after = self.room._replace(turns=(*self.room.turns, (speaker, True, frozenset())))
            before, self.room = self.room, after
            ends = self.all_have_passed
            self.room = before
            self.write_turn(passed=True)
            if ends:
                self.end(speaker, out)

    @rule(passes=st.lists(st.booleans(), min_size=2, max_size=8))
    def a_few_turns_go_by(self, passes: list[bool]) -> None:
        for passed in passes:
            self.at += 7.5
            if passed:
                self.the_speaker_passes()
            else:
                self.the_speaker_has_spoken()

    @rule()
    def the_word_goes_back(self) -> None:
        self.round = previous_turn(self.round, self.at)
        if self.runs and self.room.turns and self.room.turns[-1][0] in self.room.people:
            person, _, over = self.room.turns[-1]
            extra = max(self.room.extras[-1], LEAST_TURN_SECONDS - self.room.turn)
            out = self.room.out | (over & set(self.room.people))
            self.note(
                speaker=person, turns=self.room.turns[:-1], extras=self.room.extras[:-1], extra=extra, out=out
            )

    @rule(passed=st.booleans(), seconds=st.floats(0, 60, width=32))
    def a_slip_and_a_step_back_change_nothing(self, passed: bool, seconds: float) -> None:
        slip = (pass_turn if passed else next_turn)(self.round, self.at)
        if slip.ending is None:
            back = previous_turn(slip, self.at + seconds)
            assert back.but(out=()) == self.round.but(out=())
            assert set(back.out) == set(self.round.out)

    @rule(person=st.sampled_from(EVERYBODY))
    def one_comes_late_or_is_back(self, person: str) -> None:
        self.round = self.round.joined(person, self.at, EVERYBODY)
        if self.runs:
            self.note(people=tuple(sorted({*self.room.people, person}, key=EVERYBODY.index)))

    @rule(person=st.sampled_from(EVERYBODY[:13]))
    def one_goes_perhaps_while_speaking(self, person: str) -> None:
        self.round = self.round.left(person, self.at)
        if not self.runs or person not in self.room.people or len(self.room.people) == 1:
            return
        spoke = person == self.room.speaker
        if spoke:
            self.write_turn(passed=None)
        speaker = self.beside(person) if person == self.room.speaker else self.room.speaker
        people = tuple(each for each in self.room.people if each != person)
        self.note(people=people, speaker=speaker, out=self.room.out - {person, speaker})
        if spoke and self.all_have_passed:
            self.note(over=True)
            self.ended_at = self.at

    @rule(person=st.sampled_from(EVERYBODY[:13]))
    def one_sits_out_or_does_so_no_longer(self, person: str) -> None:
        self.round = sit_out(self.round, person)
        if self.runs and person in self.room.people and person != self.room.speaker:
            self.note(out=self.room.out ^ {person})

    @rule(seconds=st.sampled_from((-30.0, 30.0)) | st.floats(-1000, 1000))
    def this_turn_gets_more_or_less(self, seconds: float) -> None:
        self.round = adjust_turn(self.round, seconds)
        if self.runs:
            self.note(extra=self.room.extra + seconds)
            self.floor_extra()

    @rule(seconds=st.floats(-100, 1000))
    def each_turn_gets_another_length(self, seconds: float) -> None:
        self.round = set_turn(self.round, seconds)
        if self.runs:
            self.note(turn=max(30.0, seconds))
            self.floor_extra()

    @rule(seconds=st.floats(-100, 5000))
    def the_frame_gets_another_length(self, seconds: float) -> None:
        self.round = set_frame(self.round, seconds)
        if self.runs:
            self.note(frame=max(60.0, seconds))

    @rule()
    def five_minutes_more(self) -> None:
        self.round = extend(self.round)
        if self.runs:
            self.note(frame=self.room.frame + 300.0)

    @rule(ending=st.sampled_from((Ending.CLOSED, Ending.TIME_UP)))
    def the_facilitator_closes(self, ending: Ending) -> None:
        self.round = close(self.round, self.at, ending)
        if self.runs:
            speaker, out = self.room.speaker, self.room.out
            self.write_turn(passed=False)
            self.end(speaker, out)
            assert self.round.ending is ending

    # What always holds

    @invariant()
    def nobody_is_skipped_who_did_not_sit_out_and_the_order_follows_the_direction(self) -> None:
        assert [turn.person for turn in self.round.turns] == [person for person, _, _ in self.room.turns]
        assert [set(turn.skipped) for turn in self.round.turns] == [
            set(over) for _, _, over in self.room.turns
        ]
        assert self.round.people == self.room.people
        assert self.round.speaker == self.room.speaker
        assert set(self.round.out) == self.room.out
        assert next_speaker(self.round) == self.coming()[0]

    @invariant()
    def it_ends_with_all_passed_if_and_only_if_all_who_are_in_have_passed_in_succession(self) -> None:
        if self.round.ending is Ending.ALL_PASSED:
            assert self.all_have_passed
        assert (self.round.ending is None) == self.runs

    @invariant()
    def every_second_is_counted_once(self) -> None:
        reading = self.at if self.ended_at is None else self.ended_at
        spoken = sum(turn.seconds for turn in self.round.turns)
        assert spoken + turn_elapsed(self.round, self.at) == exactly(reading, abs=0.05)
        assert sum(seconds_by_person(self.round, self.at).values()) == exactly(reading, abs=0.05)
        assert frame_left(self.round, self.at) == exactly(self.room.frame - reading, abs=0.05)

    @invariant()
    def no_clock_runs_backwards(self) -> None:
        assert all(turn.seconds >= 0 for turn in self.round.turns)
        assert self.round.turn_began >= 0
        assert 0 <= turn_elapsed(self.round, self.at) <= turn_elapsed(self.round, self.at + 1)

    @invariant()
    def a_turn_is_never_meant_to_be_under_30_seconds(self) -> None:
        assert self.round.turn_seconds == self.room.turn
        assert turn_length(self.round) >= LEAST_TURN_SECONDS
        assert turn_length(self.round) == exactly(self.room.turn + self.room.extra)

    @invariant()
    def passes_are_marked_and_counted(self) -> None:
        assert passes_in_row(self.round) == sum(bool(passed) for _, passed, _ in self.last_passes())
        latest = {person: bool(passed) for person, passed, _ in self.room.turns}
        if self.runs:
            latest[self.room.speaker] = False
        assert passed_last(self.round) == {person for person, passed in latest.items() if passed}

    @invariant()
    def a_file_holds_all_of_it(self) -> None:
        assert Spiral.model_validate(self.round.model_dump(mode="json")) == self.round


TestASpiralRound = ASpiralRound.TestCase
