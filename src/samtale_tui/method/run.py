"""What the six methods have in common while they run: who is there, the time agreed, how they end (S27–S40).

A method under way is a value, and each thing that happens to it is a function that returns a new one. ``at``
is always a reading of the frame's stopwatch in seconds, so a pause needs no word here: the stopwatch stands
still. Readings are kept to the millisecond. A run that has ended is returned as it is, whatever is asked.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, ClassVar, NamedTuple, Self, TypeVar

from pydantic import Field as Bound
from pydantic import model_validator

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.words import MethodName

LEAST_FRAME_SECONDS = 60
"""A frame that is changed under way never gets shorter than this."""
EXTENSION_SECONDS = 5 * 60
"""What is added to a frame that is up, when the room wants to go on."""

Seconds = Annotated[float, Bound(allow_inf_nan=False)]
SecondsPassed = Annotated[float, Bound(ge=0, allow_inf_nan=False)]
SecondsMeant = Annotated[float, Bound(gt=0, allow_inf_nan=False)]


class Ending(StrEnum):
    """Why a run is over."""

    ALL_PASSED = "all_passed"
    """A spiral: everyone has passed in succession (S37)."""
    TIME_UP = "time_up"
    """The agreed time was used."""
    AIM_MET = "aim_met"
    """They had what they came for (S39)."""
    CLOSED = "closed"
    """The facilitator closed it."""


class Harvest(NamedTuple):
    """One thing that came out of a method."""

    key: str
    """Names it within its run, for as long as it is there."""
    text: str
    """What was said or written."""
    where: str = ""
    """Whose it is or where it stood, in the user's language: a group, a part, a question."""
    action: str = ""
    """Id of the plan's action that it has become; empty while it is none."""


class Run(Frozen):
    """A method under way, or about to begin. Every time in it is a reading of the frame's stopwatch."""

    method: ClassVar[MethodName]
    """Which method it is."""

    people: Annotated[tuple[str, ...], Bound(min_length=1)]
    """Ids of those present, clockwise in their seats: people's (``p1``); where nobody is named, ``n1`` …"""
    frame_seconds: SecondsMeant
    """The time agreed for the whole of it, with what was added."""
    ending: Ending | None = None
    """Why it is over; none while it runs."""
    ended_at: SecondsPassed = 0.0
    """Reading of the frame's stopwatch when it ended."""

    @model_validator(mode="after")
    def _each_is_there_once(self) -> Self:
        if len(set(self.people)) != len(self.people):
            raise ValueError("people_twice")
        return self

    def reading(self, at: float) -> float:
        """The reading that counts, to the millisecond: in a run that is over, that of its end."""
        return self.ended_at if self.ending else max(0.0, to_the_millisecond(at))

    def named(self) -> frozenset[str]:
        """Ids of all whom it names, also of those who have left."""
        return frozenset(self.people)

    def joined(self, person: str, at: float, order: Sequence[str]) -> Self:
        """The run with one more, who came late or is back.

        Args:
            person: id of who comes; one who is there already changes nothing.
            at: reading of the frame's stopwatch.
            order: everybody in seating order; the newcomer sits down accordingly.
        """
        if self.ending or person in self.people:
            return self
        return self.but(people=seated_with(self.people, person, order))

    def left(self, person: str, at: float) -> Self:
        """The run without one who goes. The last one stays: a run has somebody in it, or is closed."""
        if self.ending or person not in self.people or len(self.people) == 1:
            return self
        return self.but(people=seated_without(self.people, person))

    def closed(self, at: float, ending: Ending) -> Self:
        """The run over from now on; what was open in it is recorded as it stood."""
        return self if self.ending else self.but(ended_at=self.reading(at), ending=ending)

    def harvest(self) -> tuple[Harvest, ...]:
        """What came out of it, in the order in which it is shown; what was left empty is left out."""
        return ()


AnyRun = TypeVar("AnyRun", bound=Run)


def frame_left(run: Run, at: float) -> float:
    """Seconds left of the frame; below 0 when it is overrun. In a run that is over, what was left then."""
    return run.frame_seconds - run.reading(at)


def frame_is_up(run: Run, at: float) -> bool:
    """Whether the agreed time is used. Nothing stops by itself: the facilitator closes or extends."""
    return frame_left(run, at) <= 0


def set_frame(run: AnyRun, seconds: float) -> AnyRun:
    """Another time for the whole of it, at least a minute.

    A frame shorter than what has passed is lawful: it is up, and the facilitator closes or extends.
    """
    return run if run.ending else run.but(frame_seconds=float(max(LEAST_FRAME_SECONDS, seconds)))


def extend(run: AnyRun) -> AnyRun:
    """Five more minutes for the whole of it."""
    return run if run.ending else run.but(frame_seconds=run.frame_seconds + EXTENSION_SECONDS)


def seated_with(people: Sequence[str], person: str, order: Sequence[str]) -> tuple[str, ...]:
    """The people with one more, after the last of those who sit before that person; first where none does."""
    if person in people:
        return tuple(people)
    before = set(order[: order.index(person)]) if person in order else set(people)
    place = max((n for n, each in enumerate(people) if each in before), default=-1) + 1
    return (*people[:place], person, *people[place:])


def seated_without(people: Sequence[str], person: str) -> tuple[str, ...]:
    """The people without one."""
    return tuple(each for each in people if each != person)


def to_the_millisecond(seconds: float) -> float:
    """Rounded so that sums of differences come out even and the file stays readable."""
    return round(seconds, 3)
