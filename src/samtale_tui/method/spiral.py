"""The spiral round (S36–S37): speaking time goes round the circle until all have passed or the time is up.

A round is a value, and each thing that happens to it is a function that returns a new one. ``at`` is always
a reading of the frame's stopwatch in seconds, so a pause needs no word here: the stopwatch stands still.
Readings are kept to the millisecond. A round that has ended is returned as it is, whatever is asked of it.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile
from typing import Annotated, Self

from pydantic import Field as Bound
from pydantic import model_validator

from samtale_tui.basis.limits import LEAST_TURN_SECONDS
from samtale_tui.basis.model import Frozen

FRAME_MINUTES = 12
"""Usual frame; the source asks for 10–15 minutes a question (S37)."""
LEAST_FRAME_SECONDS = 60
"""A frame that is changed under way never gets shorter than this."""
TURN_STEP_SECONDS = 30
"""What one key adds to a turn, or takes from it."""
EXTENSION_SECONDS = 5 * 60
"""What is added to a frame that is up, when the room wants to go on."""

Seconds = Annotated[float, Bound(allow_inf_nan=False)]
SecondsPassed = Annotated[float, Bound(ge=0, allow_inf_nan=False)]


class Direction(StrEnum):
    """Which way the word goes, seen from above."""

    CLOCKWISE = "clockwise"
    ANTICLOCKWISE = "anticlockwise"

    @property
    def other(self) -> "Direction":
        """The opposite way."""
        return Direction.ANTICLOCKWISE if self is Direction.CLOCKWISE else Direction.CLOCKWISE


class Ending(StrEnum):
    """Why a round is over."""

    ALL_PASSED = "all_passed"
    TIME_UP = "time_up"
    CLOSED = "closed"


class Turn(Frozen):
    """One person's time to speak, when it is over."""

    person: str
    """Id of the person."""
    seconds: SecondsPassed
    """How long it took. For the facilitator alone."""
    passed: bool = False
    """Whether the person passed. For the facilitator alone."""
    extra: Seconds = 0.0
    """Seconds that were added to it (or taken from it) alone; needed if it is opened again."""


class Spiral(Frozen):
    """A round under way. Every time in it is a reading of the frame's stopwatch, in seconds."""

    people: Annotated[tuple[str, ...], Bound(min_length=1)]
    """Ids of those present, clockwise in their seats."""
    opener: str
    """Who began."""
    direction: Direction = Direction.CLOCKWISE
    """Which way the word goes."""
    speaker: str
    """Whose turn it is; in a round that is over, whose turn was the last."""
    frame_seconds: Annotated[float, Bound(gt=0, allow_inf_nan=False)]
    """The time agreed for the whole round, with what was added."""
    turn_seconds: Annotated[float, Bound(ge=LEAST_TURN_SECONDS, allow_inf_nan=False)]
    """The time meant for one turn."""
    turn_began: SecondsPassed = 0.0
    """Reading of the frame's stopwatch when this turn began; in a round that is over, when it ended."""
    turn_extra: Seconds = 0.0
    """Seconds added to (or taken from) this turn alone."""
    turns: tuple[Turn, ...] = ()
    """The turns that are over, in order."""
    ending: Ending | None = None
    """Why it is over; none while it runs."""

    @model_validator(mode="after")
    def _they_sit_in_the_circle(self) -> Self:
        if len(set(self.people)) != len(self.people):
            raise ValueError("people_twice")
        if self.opener not in self.people:
            raise ValueError("opener_absent")
        if self.speaker not in self.people:
            raise ValueError("speaker_absent")
        return self


def default_turn_seconds(frame_seconds: float, people: int) -> float:
    """Whole seconds for one turn, so that the word gets twice round within the frame; at least 30."""
    return float(max(LEAST_TURN_SECONDS, frame_seconds // (2 * max(1, people))))


def begin(
    people: Sequence[str],
    *,
    opener: str,
    direction: Direction,
    frame_seconds: float,
    turn_seconds: float | None = None,
) -> Spiral:
    """A round in which the opener has the word and the frame's stopwatch reads 0.

    Args:
        people: ids of those present, clockwise in their seats.
        opener: who begins.
        direction: which way the word goes from there.
        frame_seconds: the time agreed for the whole round.
        turn_seconds: the time meant for one turn, at least 30; None for what the frame leaves room for.

    Raises:
        pydantic.ValidationError: nobody is present, someone is there twice, the opener is not there, or
            the frame is no time at all.
    """
    if turn_seconds is None:
        turn_seconds = default_turn_seconds(frame_seconds, len(people))
    return Spiral(
        people=tuple(people),
        opener=opener,
        direction=direction,
        speaker=opener,
        frame_seconds=frame_seconds,
        turn_seconds=max(LEAST_TURN_SECONDS, turn_seconds),
    )


def rotated(last: Spiral | None, people: Sequence[str]) -> tuple[str, Direction]:
    """Who should open the next round, and which way it should go, so that neither is always the same.

    The first round: the first person, clockwise. Then the other way each time, and opened by the one who sits
    next clockwise after the last opener. (Clockwise always: were the next opener taken in the direction of
    the last round, the same two neighbours would open in turn for ever.) If the last opener has left, the
    seat counts all the same: the next one clockwise of those who sat there and still are present opens.

    Args:
        last: the round before; none the first time.
        people: ids of those present now, clockwise in their seats; at least one.
    """
    if last is None:
        return people[0], Direction.CLOCKWISE
    if last.opener in people:
        return _after(people, last.opener, Direction.CLOCKWISE), last.direction.other
    seat = last.people.index(last.opener)
    from_there = (*last.people[seat:], *last.people[:seat])
    return next((person for person in from_there if person in people), people[0]), last.direction.other


def next_turn(s: Spiral, at: float) -> Spiral:
    """The speaker has spoken, and the word goes on."""
    if s.ending:
        return s
    return _recorded(s, at, passed=False).but(speaker=next_speaker(s))


def pass_turn(s: Spiral, at: float) -> Spiral:
    """The speaker passes, and the word goes on. One who passes is asked again next time round.

    When everyone present has passed in succession, the round ends (S37).
    """
    if s.ending:
        return s
    after = _recorded(s, at, passed=True)
    if set(s.people) <= {turn.person for turn in _last_passes(after)}:
        return after.but(ending=Ending.ALL_PASSED)
    return after.but(speaker=next_speaker(s))


def previous_turn(s: Spiral, at: float) -> Spiral:  # noqa: ARG001 - every step is called alike
    """The word goes back to the one before: the step on was a slip, so it is as if it had not been taken.

    The last turn is open again, with the time that it was given; it has lasted since it first began, also
    while the word was with the wrong one. So every second is still counted once whatever ``at`` reads, and
    ``previous_turn`` after ``next_turn`` or ``pass_turn`` gives back what was. While the first turn is open,
    nothing happens.
    """
    if s.ending or not s.turns:
        return s
    last = s.turns[-1]
    return s.but(
        speaker=last.person,
        turns=s.turns[:-1],
        turn_began=max(0.0, _to_the_millisecond(s.turn_began - last.seconds)),
        turn_extra=_extra_within_bounds(s.turn_seconds, last.extra),
    )


def adjust_turn(s: Spiral, seconds: float) -> Spiral:
    """So many seconds more (or, below 0, less) for this turn alone, which never gets shorter than 30."""
    return s if s.ending else s.but(turn_extra=_extra_within_bounds(s.turn_seconds, s.turn_extra + seconds))


def set_turn(s: Spiral, seconds: float) -> Spiral:
    """Another time for each turn from this one on, at least 30 seconds; this one keeps what it got extra."""
    if s.ending:
        return s
    turn_seconds = float(max(LEAST_TURN_SECONDS, seconds))
    return s.but(turn_seconds=turn_seconds, turn_extra=_extra_within_bounds(turn_seconds, s.turn_extra))


def set_frame(s: Spiral, seconds: float) -> Spiral:
    """Another time for the whole round, at least a minute; the turns stay as they are.

    A frame shorter than what has passed is lawful: it is up, and the facilitator closes or extends.
    """
    return s if s.ending else s.but(frame_seconds=float(max(LEAST_FRAME_SECONDS, seconds)))


def extend(s: Spiral) -> Spiral:
    """Five more minutes for the whole round."""
    return s if s.ending else s.but(frame_seconds=s.frame_seconds + EXTENSION_SECONDS)


def close(s: Spiral, at: float, ending: Ending) -> Spiral:
    """The round is over; the open turn is recorded as spoken.

    Args:
        s: the round.
        at: reading of the frame's stopwatch.
        ending: ``TIME_UP`` or ``CLOSED``.

    Raises:
        ValueError: the ending is ``ALL_PASSED``, which only ``pass_turn`` can find out.
    """
    if ending is Ending.ALL_PASSED:
        raise ValueError("only passes end a round with ALL_PASSED")
    return s if s.ending else _recorded(s, at, passed=False).but(ending=ending)


def next_speaker(s: Spiral) -> str:
    """Who has the word after the speaker; with one person present, the same one."""
    return _after(s.people, s.speaker, s.direction)


def passes_in_row(s: Spiral) -> int:
    """How many passes there have been since anyone spoke."""
    return len(_last_passes(s))


def turn_length(s: Spiral) -> float:
    """Seconds meant for this turn, with what was added to it alone; at least 30."""
    return max(LEAST_TURN_SECONDS, s.turn_seconds + s.turn_extra)


def turn_elapsed(s: Spiral, at: float) -> float:
    """Seconds that this turn has taken; 0 in a round that is over."""
    return _reading(s, at) - s.turn_began


def turn_left(s: Spiral, at: float) -> float:
    """Seconds left of this turn; below 0 in overtime, which cuts nobody off."""
    return turn_length(s) - turn_elapsed(s, at)


def frame_left(s: Spiral, at: float) -> float:
    """Seconds left of the frame; below 0 when it is overrun. In a round that is over, what was left then."""
    return s.frame_seconds - _reading(s, at)


def frame_is_up(s: Spiral, at: float) -> bool:
    """Whether the agreed time is used. The turn counts on until the facilitator closes or extends."""
    return frame_left(s, at) <= 0


def seconds_by_person(s: Spiral, at: float) -> dict[str, float]:
    """Seconds that each has had the word, the open turn included. For the facilitator alone.

    In seating order; everyone present is there, also one who has not had it yet, and so is one who has left.
    """
    spent = dict.fromkeys(s.people, 0.0)
    for turn in s.turns:
        spent[turn.person] = _to_the_millisecond(spent.get(turn.person, 0.0) + turn.seconds)
    spent[s.speaker] = _to_the_millisecond(spent[s.speaker] + turn_elapsed(s, at))
    return spent


def passed_last(s: Spiral) -> frozenset[str]:
    """Those who passed when they were last asked. While the round runs, the speaker is being asked again."""
    latest = {turn.person: turn.passed for turn in s.turns}
    if s.ending is None:
        latest[s.speaker] = False
    return frozenset(person for person, passed in latest.items() if passed)


def _after(people: Sequence[str], person: str, direction: Direction) -> str:
    step = 1 if direction is Direction.CLOCKWISE else -1
    return people[(people.index(person) + step) % len(people)]


def _last_passes(s: Spiral) -> tuple[Turn, ...]:
    """The passes since anyone spoke, the latest one first."""
    return tuple(takewhile(lambda turn: turn.passed, reversed(s.turns)))


def _recorded(s: Spiral, at: float, *, passed: bool) -> Spiral:
    """The round with the open turn among those that are over; the word has not gone on yet."""
    now = _reading(s, at)
    spoken = _to_the_millisecond(now - s.turn_began)
    turn = Turn(person=s.speaker, seconds=spoken, passed=passed, extra=s.turn_extra)
    return s.but(turns=(*s.turns, turn), turn_began=now, turn_extra=0.0)


def _reading(s: Spiral, at: float) -> float:
    """The reading that counts: in a round that is over, that of its end; never one before the turn began."""
    return s.turn_began if s.ending else max(s.turn_began, _to_the_millisecond(at))


def _extra_within_bounds(turn_seconds: float, extra: float) -> float:
    """So much of it as leaves the turn 30 seconds; keys pressed at the bottom do not add up unseen."""
    return max(extra, LEAST_TURN_SECONDS - turn_seconds)


def _to_the_millisecond(seconds: float) -> float:
    """Rounded so that sums of differences come out even and the file stays readable."""
    return round(seconds, 3)
