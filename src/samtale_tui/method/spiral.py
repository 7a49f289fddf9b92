"""The spiral round (S36–S37): speaking time goes round the circle until all have passed or the time is up.

One who goes, comes late or sits a round out is never waited for, and never lost.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import takewhile
from typing import Annotated, ClassVar, Self

from pydantic import Field as Bound
from pydantic import model_validator

from samtale_tui.basis.limits import LEAST_TURN_SECONDS
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.words import MethodName
from samtale_tui.method.run import (
    Ending,
    Run,
    Seconds,
    SecondsPassed,
    seated_with,
    seated_without,
    to_the_millisecond,
)

FRAME_MINUTES = 12
"""Usual frame; the source asks for 10–15 minutes a question (S37)."""
TURN_STEP_SECONDS = 30
"""What one key adds to a turn, or takes from it."""


class Direction(StrEnum):
    """Which way the word goes, seen from above."""

    CLOCKWISE = "clockwise"
    ANTICLOCKWISE = "anticlockwise"

    @property
    def other(self) -> "Direction":
        """The opposite way."""
        return Direction.ANTICLOCKWISE if self is Direction.CLOCKWISE else Direction.CLOCKWISE


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
    skipped: tuple[str, ...] = ()
    """Those whom the word passed over after it, as they sat out."""
    gone: bool = False
    """Whether it ended because the person went; that is neither a pass nor an answer to those of others."""


class Spiral(Run):
    """A round under way. Every time in it is a reading of the frame's stopwatch, in seconds."""

    method: ClassVar[MethodName] = MethodName.SPIRAL

    opener: str
    """Who began; once they have left, the one who sat before them, so that the next round rotates on."""
    direction: Direction = Direction.CLOCKWISE
    """Which way the word goes."""
    speaker: str
    """Whose turn it is; in a round that is over, whose turn was the last."""
    turn_seconds: Annotated[float, Bound(ge=LEAST_TURN_SECONDS, allow_inf_nan=False)]
    """The time meant for one turn."""
    turn_began: SecondsPassed = 0.0
    """Reading of the frame's stopwatch when this turn began; in a round that is over, when it ended."""
    turn_extra: Seconds = 0.0
    """Seconds added to (or taken from) this turn alone."""
    turns: tuple[Turn, ...] = ()
    """The turns that are over, in order."""
    out: tuple[str, ...] = ()
    """Those who sit out: the word passes over them once, the next time that it comes to them."""

    @model_validator(mode="after")
    def _they_sit_in_the_circle(self) -> Self:
        if self.opener not in self.people:
            raise ValueError("opener_absent")
        if self.speaker not in self.people:
            raise ValueError("speaker_absent")
        if not set(self.out) <= set(self.people):
            raise ValueError("out_absent")
        return self

    def reading(self, at: float) -> float:
        """The reading that counts; never one before the turn began."""
        return self.turn_began if self.ending else max(self.turn_began, to_the_millisecond(at))

    def named(self) -> frozenset[str]:
        """Also those who have left."""
        return frozenset((*self.people, *(turn.person for turn in self.turns)))

    def joined(self, person: str, at: float, order: Sequence[str]) -> "Spiral":
        """One more in the circle, who gets the word when it comes there."""
        if self.ending or person in self.people:
            return self
        return self.but(people=seated_with(self.people, person, order))

    def left(self, person: str, at: float) -> "Spiral":
        """One less in the circle; where the speaker goes, the word goes on, or all the others have passed."""
        if self.ending or person not in self.people or len(self.people) == 1:
            return self
        there = _moved_on(self, at, gone=True) if person == self.speaker else self
        speaker = _after(there.people, person, there.direction) if there.speaker == person else there.speaker
        before = _after(there.people, person, Direction.ANTICLOCKWISE)
        after = there.but(
            people=seated_without(there.people, person),
            out=tuple(each for each in there.out if each not in {person, speaker}),
            opener=before if there.opener == person else there.opener,
            speaker=speaker,
        )
        return _ended_where_all_passed(after) if person == self.speaker else after

    def closed(self, at: float, ending: Ending) -> "Spiral":
        """The round over; the open turn is recorded as spoken."""
        if self.ending:
            return self
        over = _recorded(self, at, passed=False)
        return over.but(ending=ending, ended_at=over.turn_began)


Step = Callable[[Spiral, float], Spiral]
"""Something that happens to a round at a reading of the frame's stopwatch."""


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
    return s if s.ending else _moved_on(s, at, passed=False)


def pass_turn(s: Spiral, at: float) -> Spiral:
    """The speaker passes, and the word goes on. One who passes is asked again next time round.

    When everyone present who does not sit out has passed in succession, the round ends (S37).
    """
    if s.ending:
        return s
    over = _ended_where_all_passed(_recorded(s, at, passed=True))
    return over if over.ending else _moved_on(s, at, passed=True)


def previous_turn(s: Spiral, at: float) -> Spiral:  # noqa: ARG001 - every step is called alike
    """The word goes back to the one before: the step on was a slip, so it is as if it had not been taken.

    The last turn is open again, with the time that it was given; it has lasted since it first began, also
    while the word was with the wrong one. So every second is still counted once whatever ``at`` reads, and
    ``previous_turn`` after ``next_turn`` or ``pass_turn`` gives back what was. While the first turn is open,
    or where the one before has left, nothing happens.
    """
    if s.ending or not s.turns or s.turns[-1].person not in s.people:
        return s
    last = s.turns[-1]
    skipped = (each for each in last.skipped if each in s.people and each not in s.out)
    return s.but(
        speaker=last.person,
        turns=s.turns[:-1],
        turn_began=max(0.0, to_the_millisecond(s.turn_began - last.seconds)),
        turn_extra=_extra_within_bounds(s.turn_seconds, last.extra),
        out=(*s.out, *skipped),
    )


def sit_out(s: Spiral, person: str) -> Spiral:
    """The word passes over this person once, the next time that it comes there; asked again, it does not.

    One who has the word speaks or passes first, so nothing happens.
    """
    if s.ending or person not in s.people or person == s.speaker:
        return s
    out = (each for each in s.out if each != person)
    return s.but(out=tuple(out) if person in s.out else (*s.out, person))


def adjust_turn(s: Spiral, seconds: float) -> Spiral:
    """So many seconds more (or, below 0, less) for this turn alone, which never gets shorter than 30."""
    return s if s.ending else s.but(turn_extra=_extra_within_bounds(s.turn_seconds, s.turn_extra + seconds))


def set_turn(s: Spiral, seconds: float) -> Spiral:
    """Another time for each turn from this one on, at least 30 seconds; this one keeps what it got extra."""
    if s.ending:
        return s
    turn_seconds = float(max(LEAST_TURN_SECONDS, seconds))
    return s.but(turn_seconds=turn_seconds, turn_extra=_extra_within_bounds(turn_seconds, s.turn_extra))


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
    return s.closed(at, ending)


def next_speaker(s: Spiral) -> str:
    """Who has the word after the speaker; with nobody else to take it, the same one."""
    return _following(s)[0]


def passes_in_row(s: Spiral) -> int:
    """How many passes there have been since anyone spoke."""
    return len(_last_passes(s))


def turn_length(s: Spiral) -> float:
    """Seconds meant for this turn, with what was added to it alone; at least 30."""
    return max(LEAST_TURN_SECONDS, s.turn_seconds + s.turn_extra)


def turn_elapsed(s: Spiral, at: float) -> float:
    """Seconds that this turn has taken; 0 in a round that is over."""
    return s.reading(at) - s.turn_began


def turn_left(s: Spiral, at: float) -> float:
    """Seconds left of this turn; below 0 in overtime, which cuts nobody off."""
    return turn_length(s) - turn_elapsed(s, at)


def seconds_by_person(s: Spiral, at: float) -> dict[str, float]:
    """Seconds that each has had the word, the open turn included. For the facilitator alone.

    In seating order; everyone present is there, also one who has not had it yet, and so is one who has left.
    """
    spent = dict.fromkeys(s.people, 0.0)
    for turn in s.turns:
        spent[turn.person] = to_the_millisecond(spent.get(turn.person, 0.0) + turn.seconds)
    spent[s.speaker] = to_the_millisecond(spent[s.speaker] + turn_elapsed(s, at))
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
    """The passes since anyone spoke, the latest one first; one who went is passed over."""
    here = (turn for turn in reversed(s.turns) if not turn.gone)
    return tuple(takewhile(lambda turn: turn.passed, here))


def _ended_where_all_passed(s: Spiral) -> Spiral:
    """The round over now, where all who do not sit out have passed since anyone spoke (S37)."""
    passed = {turn.person for turn in _last_passes(s)}
    if not passed or not set(s.people) - set(s.out) <= passed:
        return s
    return s.but(ending=Ending.ALL_PASSED, ended_at=s.turn_began)


def _recorded(
    s: Spiral, at: float, *, passed: bool = False, gone: bool = False, skipped: tuple[str, ...] = ()
) -> Spiral:
    """The round with the open turn among those that are over; the word has not gone on yet."""
    now = s.reading(at)
    spoken = to_the_millisecond(now - s.turn_began)
    turn = Turn(
        person=s.speaker, seconds=spoken, passed=passed, gone=gone, extra=s.turn_extra, skipped=skipped
    )
    return s.but(turns=(*s.turns, turn), turn_began=now, turn_extra=0.0)


def _moved_on(s: Spiral, at: float, *, passed: bool = False, gone: bool = False) -> Spiral:
    """The word with the next one who does not sit out; those whom it passed over are in again."""
    following, skipped = _following(s)
    over = _recorded(s, at, passed=passed, gone=gone, skipped=skipped)
    return over.but(speaker=following, out=tuple(each for each in s.out if each not in skipped))


def _following(s: Spiral) -> tuple[str, tuple[str, ...]]:
    """Who has the word next, and whom it passes over on the way as they sit out."""
    skipped: list[str] = []
    person = _after(s.people, s.speaker, s.direction)
    while person in s.out and person != s.speaker:
        skipped.append(person)
        person = _after(s.people, person, s.direction)
    return person, tuple(skipped)


def _extra_within_bounds(turn_seconds: float, extra: float) -> float:
    """So much of it as leaves the turn 30 seconds; keys pressed at the bottom do not add up unseen."""
    return max(extra, LEAST_TURN_SECONDS - turn_seconds)
