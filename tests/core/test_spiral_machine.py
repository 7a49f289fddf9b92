"""A spiral round under keys pressed at random. The invariants are stated one by one below.

The model knows only what happened in the room: who got the word, whether they passed, and when. It seats
people by counting, not by looking at the round.
"""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

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
    turn_elapsed,
    turn_length,
)

STEP = {Direction.CLOCKWISE: 1, Direction.ANTICLOCKWISE: -1}
exactly = pytest.approx


class ASpiralRound(RuleBasedStateMachine):
    """Any order of next, pass, back, more and less time, pauses of no length, and closing."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0
        self.passes: list[bool] = []
        """Whether each turn that is over was a pass."""
        self.ended_at: float | None = None
        self.ended_as: Spiral | None = None
        self.extra = 0.0

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
        self.people = tuple(f"p{i + 1}" for i in range(n))
        self.first = first % n
        self.step = STEP[direction]
        self.frame = float(frame)
        self.round = begin(
            self.people,
            opener=self.people[self.first],
            direction=direction,
            frame_seconds=frame,
            turn_seconds=turn,
        )
        self.turn = self.round.turn_seconds

    def seat(self, turn: int) -> str:
        """Who has the word in that turn, counted from 0."""
        return self.people[(self.first + self.step * turn) % len(self.people)]

    @property
    def runs(self) -> bool:
        return self.ended_as is None

    @property
    def all_have_passed(self) -> bool:
        return len(self.passes) >= len(self.people) and all(self.passes[-len(self.people) :])

    def floor_extra(self) -> None:
        self.extra = max(self.extra, LEAST_TURN_SECONDS - self.turn)

    def end(self) -> None:
        self.ended_at = self.at
        self.ended_as = self.round
        self.extra = 0.0

    # What happens in the room

    @rule(seconds=st.floats(0, 400, width=32))
    def time_passes(self, seconds: float) -> None:
        self.at += seconds

    @rule()
    def the_speaker_has_spoken(self) -> None:
        self.round = next_turn(self.round, self.at)
        if self.runs:
            self.passes.append(False)
            self.extra = 0.0

    @rule()
    def the_speaker_passes(self) -> None:
        self.round = pass_turn(self.round, self.at)
        if self.runs:
            self.passes.append(True)
            self.extra = 0.0
            if self.all_have_passed:
                self.end()

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
        before = self.round
        self.round = previous_turn(self.round, self.at)
        if self.runs and self.passes:
            self.passes.pop()
            self.extra = max(before.turns[-1].extra, LEAST_TURN_SECONDS - self.turn)

    @rule(passed=st.booleans(), seconds=st.floats(0, 60, width=32))
    def a_slip_and_a_step_back_change_nothing(self, passed: bool, seconds: float) -> None:
        slip = (pass_turn if passed else next_turn)(self.round, self.at)
        if slip.ending is None:
            assert previous_turn(slip, self.at + seconds) == self.round

    @rule(seconds=st.sampled_from((-30.0, 30.0)) | st.floats(-1000, 1000))
    def this_turn_gets_more_or_less(self, seconds: float) -> None:
        self.round = adjust_turn(self.round, seconds)
        if self.runs:
            self.extra += seconds
            self.floor_extra()

    @rule(seconds=st.floats(-100, 1000))
    def each_turn_gets_another_length(self, seconds: float) -> None:
        self.round = set_turn(self.round, seconds)
        if self.runs:
            self.turn = max(30.0, seconds)
            self.floor_extra()

    @rule(seconds=st.floats(-100, 5000))
    def the_frame_gets_another_length(self, seconds: float) -> None:
        self.round = set_frame(self.round, seconds)
        if self.runs:
            self.frame = max(60.0, seconds)

    @rule()
    def five_minutes_more(self) -> None:
        self.round = extend(self.round)
        if self.runs:
            self.frame += 300.0

    @rule(ending=st.sampled_from((Ending.CLOSED, Ending.TIME_UP)))
    def the_facilitator_closes(self, ending: Ending) -> None:
        self.round = close(self.round, self.at, ending)
        if self.runs:
            self.passes.append(False)
            self.end()
            assert self.round.ending is ending

    # What always holds

    @invariant()
    def nobody_is_skipped_and_the_order_follows_the_direction(self) -> None:
        assert [turn.person for turn in self.round.turns] == [self.seat(i) for i in range(len(self.passes))]
        open_turn = len(self.passes) - (0 if self.runs else 1)
        assert self.round.speaker == self.seat(open_turn)
        assert next_speaker(self.round) == self.seat(open_turn + 1)

    @invariant()
    def it_ends_with_all_passed_if_and_only_if_all_have_passed_in_succession(self) -> None:
        assert (self.round.ending is Ending.ALL_PASSED) == self.all_have_passed
        assert (self.round.ending is None) == self.runs

    @invariant()
    def every_second_is_counted_once(self) -> None:
        reading = self.at if self.ended_at is None else self.ended_at
        spoken = sum(turn.seconds for turn in self.round.turns)
        assert spoken + turn_elapsed(self.round, self.at) == exactly(reading, abs=0.01)
        assert sum(seconds_by_person(self.round, self.at).values()) == exactly(reading, abs=0.01)
        assert frame_left(self.round, self.at) == exactly(self.frame - reading, abs=0.01)

    @invariant()
    def no_clock_runs_backwards(self) -> None:
        assert all(turn.seconds >= 0 for turn in self.round.turns)
        assert self.round.turn_began >= 0
        assert 0 <= turn_elapsed(self.round, self.at) <= turn_elapsed(self.round, self.at + 1)

    @invariant()
    def a_turn_is_never_meant_to_be_under_30_seconds(self) -> None:
        assert self.round.turn_seconds == self.turn
        assert turn_length(self.round) >= LEAST_TURN_SECONDS
        assert turn_length(self.round) == exactly(self.turn + self.extra)

    @invariant()
    def passes_are_marked_and_counted(self) -> None:
        in_row = next((i for i, passed in enumerate(reversed(self.passes)) if not passed), len(self.passes))
        assert passes_in_row(self.round) == in_row
        latest = {self.seat(i): passed for i, passed in enumerate(self.passes)}
        if self.runs:
            latest[self.seat(len(self.passes))] = False
        assert passed_last(self.round) == {person for person, passed in latest.items() if passed}

    @invariant()
    def a_round_that_is_over_does_not_change(self) -> None:
        assert self.ended_as is None or self.round is self.ended_as


TestASpiralRound = ASpiralRound.TestCase
