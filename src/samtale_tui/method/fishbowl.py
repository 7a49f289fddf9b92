"""Fishbowl (S40): some sit inside and talk, the others sit round them and watch; then they change places.

The people are split into circles, usually two halves, that take turns inside. A sitting is followed by a
debrief, in which the outer circle says what it saw, as it is weak when nobody harvests; then the next circle
takes the seats. When each has been inside as often as planned, all round up together. The times add up: each
second of the run belongs to one sitting, one debrief or the round-up. This is the value itself, and who
belongs to it; the keys' functions are in the modules beside it.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field as Bound
from pydantic import model_validator

from samtale_tui.basis.language import _
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Line, Prose
from samtale_tui.basis.words import MethodName
from samtale_tui.method.grouping import in_order
from samtale_tui.method.halves import LEAST_CIRCLES, Wish, smallest
from samtale_tui.method.run import (
    Ending,
    Harvest,
    Run,
    SecondsMeant,
    SecondsPassed,
    seated_with,
    seated_without,
    to_the_millisecond,
)

ROUND_UP = 0
"""Where a note stands that nobody saw in a sitting: it was said when all rounded up."""


class Phase(StrEnum):
    """What is going on."""

    SITTING = "sitting"
    """The inner circle talks, the outer one watches."""
    DEBRIEF = "debrief"
    """The outer circle says what it saw; the inner one listens."""
    ROUND_UP = "round_up"
    """All talk together: what was it, and is there something to agree on?"""


class Sitting(Frozen):
    """One turn inside, from when it began."""

    circle: Annotated[int, Bound(ge=0)]
    """Which of the circles sits inside, from 0."""
    topics: Annotated[tuple[Line, ...], Bound(min_length=1)] = ("",)
    """What they talked about, in order; empty for the card's own question."""


class Stretch(Frozen):
    """Some time in which nothing changed, when it is over."""

    phase: Phase
    """What went on."""
    sitting: Annotated[int, Bound(ge=1)]
    """The number of the sitting that it belongs to, from 1; in the round-up, of the last."""
    inside: tuple[str, ...] = ()
    """In a sitting: who sat inside."""
    seconds: SecondsPassed
    """How long it took."""


class Note(Frozen):
    """What somebody saw or said."""

    id: str
    """Names it; never given to another one in the same run."""
    sitting: Annotated[int, Bound(ge=ROUND_UP)]
    """The number of the sitting in which it was seen; ``ROUND_UP`` for what was said at the end."""
    text: Annotated[Prose, Bound(min_length=1)]
    """What it was."""
    by: str = ""
    """Id of who saw it; empty when nobody is named."""


class Fishbowl(Run):
    """A fishbowl under way, or about to begin."""

    method: ClassVar[MethodName] = MethodName.FISHBOWL

    circles: Annotated[tuple[tuple[str, ...], ...], Bound(min_length=LEAST_CIRCLES)]
    """Who sits inside together: everybody is in one of them. One that all have left is empty, and skipped."""
    sittings: Annotated[tuple[Sitting, ...], Bound(min_length=1)]
    """The turns inside that have begun, in order; the last is the one that goes on, or went on last."""
    phase: Phase = Phase.SITTING
    """What is going on."""
    log: tuple[Stretch, ...] = ()
    """The time that is over, bit by bit, in order."""
    began: SecondsPassed = 0.0
    """Reading of the frame's stopwatch up to which ``log`` counts."""
    times_inside: Annotated[int, Bound(ge=1)] = 1
    """How often each circle is to sit inside before they round up."""
    sitting_seconds: SecondsMeant
    """The time meant for a sitting, from the one that goes on."""
    debrief_seconds: SecondsMeant
    """The time meant for a debrief, and for the round-up."""
    topic: Line = ""
    """What they talk about now, or next; empty for the card's own question."""
    task: Prose = ""
    """What the outer circle looks for."""
    notes: tuple[Note, ...] = ()
    """What was seen and said, as it was written down."""
    notes_made: Annotated[int, Bound(ge=0)] = 0
    """How many notes there have been, with those that were taken out."""
    wishes: tuple[Wish, ...] = ()
    """Who is to be kept apart or together. For the facilitator alone."""
    away: dict[str, int] = Bound(default_factory=dict)
    """Those who have left, each with the circle that waits for them."""

    @model_validator(mode="after")
    def _everybody_has_one_place(self) -> Self:
        if sorted(person for circle in self.circles for person in circle) != sorted(self.people):
            raise ValueError("circles_are_not_all")
        known = range(len(self.circles))
        if any(each.circle not in known for each in self.sittings):
            raise ValueError("circle_unknown")
        if any(circle not in known for circle in self.away.values()) or set(self.people) & self.away.keys():
            raise ValueError("away_unknown")
        if self.phase is Phase.SITTING and not self.inner:
            raise ValueError("nobody_inside")
        return self

    @model_validator(mode="after")
    def _what_is_noted_has_a_place(self) -> Self:
        last = len(self.sittings)
        if (
            max((*(each.sitting for each in self.log), *(note.sitting for note in self.notes)), default=0)
            > last
        ):
            raise ValueError("sitting_unknown")
        if len({note.id for note in self.notes}) != len(self.notes):
            raise ValueError("notes_twice")
        return self

    @property
    def inside(self) -> int:
        """Which circle sits inside; in the round-up, which one did last."""
        return self.sittings[-1].circle

    @property
    def inner(self) -> tuple[str, ...]:
        """Those who sit inside. Empty only after they all have left, until another circle takes the seats."""
        return self.circles[self.inside]

    @property
    def outer(self) -> tuple[str, ...]:
        """Those who sit round them, in seating order."""
        inner = set(self.inner)
        return tuple(person for person in self.people if person not in inner)

    def now(self, at: float) -> float:
        """The reading that counts; never one before what is counted already."""
        return max(self.began, self.reading(at))

    def recorded(self, at: float) -> Self:
        """The run with the time up to now in its log, as it stood."""
        now = self.now(at)
        stretch = Stretch(
            phase=self.phase,
            sitting=len(self.sittings),
            inside=self.inner if self.phase is Phase.SITTING else (),
            seconds=to_the_millisecond(now - self.began),
        )
        return self.but(log=(*self.log, stretch), began=now)

    def seated(self, circles: Sequence[Sequence[str]], at: float) -> Self:
        """The run with the same people in other circles; if others sit inside now, that is in its log."""
        placed = in_order(circles, self.people)
        if placed == self.circles:
            return self
        counted = self if placed[self.inside] == self.inner else self._recorded_if_any(at)
        return counted.but(circles=placed)

    def named(self) -> frozenset[str]:
        """All who are or were there, or of whom something is written."""
        sat = {person for stretch in self.log for person in stretch.inside}
        wished = {person for wish in self.wishes for person in (wish.one, wish.other)}
        wrote = {note.by for note in self.notes if note.by}
        return frozenset({*self.people, *sat, *wished, *wrote, *self.away})

    def joined(self, person: str, at: float, order: Sequence[str]) -> Self:
        """With one more: back in the old circle, or in the smallest; of several, the one inside latest."""
        if self.ending or person in self.people:
            return self
        circle = self.away.get(person, self._place_for_one_more())
        people = seated_with(self.people, person, order)
        circles = [(*each, person) if n == circle else each for n, each in enumerate(self.circles)]
        away = {each: n for each, n in self.away.items() if each != person}
        counted = self._recorded_if_any(at) if self._sits(circle) else self
        return counted.but(people=people, circles=in_order(circles, people), away=away)

    def left(self, person: str, at: float) -> Self:
        """Without one. When the last one inside goes, the sitting is over, and the outer circle is asked."""
        if self.ending or person not in self.people or len(self.people) == 1:
            return self
        circle = next(n for n, each in enumerate(self.circles) if person in each)
        circles = tuple(seated_without(those, person) for those in self.circles)
        emptied = self._sits(circle) and not circles[circle]
        counted = self
        if self._sits(circle):
            counted = self.recorded(at) if emptied else self._recorded_if_any(at)
        return counted.but(
            people=seated_without(self.people, person),
            circles=circles,
            away=self.away | {person: circle},
            phase=Phase.DEBRIEF if emptied else self.phase,
        )

    def closed(self, at: float, ending: Ending) -> Self:
        """Over from now on; the time up to now is in the log."""
        if self.ending:
            return self
        counted = self.recorded(at)
        return counted.but(ended_at=counted.began, ending=ending)

    def harvest(self) -> tuple[Harvest, ...]:
        """What the observers saw, sitting by sitting, and what was said at the round-up."""
        seen = [note for note in self.notes if note.sitting != ROUND_UP]
        said = [note for note in self.notes if note.sitting == ROUND_UP]
        in_order = (*sorted(seen, key=lambda note: note.sitting), *said)
        return tuple(Harvest(note.id, note.text, note_place(note.sitting)) for note in in_order)

    def turns_until(self, circle: int) -> tuple[int, int]:
        """How soon that circle is inside: how often it has been, then how many are before it in turn."""
        been = sum(sitting.circle == circle for sitting in self.sittings)
        return been, (circle - self.inside - 1) % len(self.circles)

    def _sits(self, circle: int) -> bool:
        """Whether that circle is inside in a sitting that goes on."""
        return self.phase is Phase.SITTING and circle == self.inside

    def _place_for_one_more(self) -> int:
        """The smallest circle that talks or waits; an empty one only where there is no other."""
        there = [n for n, circle in enumerate(self.circles) if circle]
        among = there if len(there) > 1 else range(len(self.circles))
        return smallest(self.circles, sorted(among, key=self.turns_until))

    def _recorded_if_any(self, at: float) -> Self:
        """As ``recorded``, without an entry for no time at all."""
        return self.recorded(at) if self.now(at) > self.began else self


def note_place(sitting: int) -> str:
    """Where a note stands: in the outer circle of a sitting, or in the round-up."""
    if sitting == ROUND_UP:
        return _("Opsamling")
    return _("Den yderste kreds · omgang {number}").format(number=sitting)
