"""The spiral round (S36–S37): speaking time goes round the circle until all have passed or the time is up."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field as Bound

from samtale_tui.basis.model import Frozen

FRAME_MINUTES = 12
"""Usual frame; the source asks for 10–15 minutes a question (S37)."""
LEAST_TURN_SECONDS = 30
TURN_STEP_SECONDS = 30
EXTENSION_SECONDS = 5 * 60


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
    seconds: float
    """How long it took. For the facilitator alone."""
    passed: bool = False
    """Whether the person passed. For the facilitator alone."""


class Spiral(Frozen):
    """A round under way. Every time in it is a reading of the frame's stopwatch, in seconds."""

    people: Annotated[tuple[str, ...], Bound(min_length=1)]
    """Ids of those present, clockwise in their seats."""
    opener: str
    """Who began."""
    direction: Direction = Direction.CLOCKWISE
    """Which way the word goes."""
    speaker: str
    """Whose turn it is."""
    frame_seconds: Annotated[float, Bound(gt=0)]
    """The time agreed for the whole round, with what was added."""
    turn_seconds: Annotated[float, Bound(ge=LEAST_TURN_SECONDS)]
    """The time meant for one turn."""
    turn_began: float = 0.0
    """Reading of the frame's stopwatch when this turn began."""
    turn_extra: float = 0.0
    """Seconds added to (or taken from) this turn alone."""
    turns: tuple[Turn, ...] = ()
    """The turns that are over, in order."""
    ending: Ending | None = None
    """Why it is over; none while it runs."""
