"""A method that is or was led in the conversation, and the time that it took (S27–S40)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Prose
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.ids import CaughtId, RoundId
from samtale_tui.method.bridging import Bridging
from samtale_tui.method.clock import Stopwatch
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.iglo import Iglo
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.run import Harvest, Run
from samtale_tui.method.seats import is_seat
from samtale_tui.method.spiral import Spiral


class Caught(Frozen):
    """One thing that was written down while a method ran, or right after it."""

    id: CaughtId
    """Its id within the round."""
    text: Prose
    """What was said."""


class Round(Frozen):
    """A method on a card, or on a question of its own. It holds the state of exactly one method."""

    id: RoundId
    """Its id; its time is in ``Times.rounds`` under the same id."""
    card: str | None = None
    """The card that it is about; none where it came without one."""
    topic: Prose = ""
    """What it is about where that is not the card's question."""
    caught: tuple[Caught, ...] = ()
    """What was written down of it, in order."""
    spiral: Spiral | None = None
    """How a spiral stands."""
    bridging: Bridging | None = None
    """How a structured dialogue stands."""
    fishbowl: Fishbowl | None = None
    """How a fishbowl stands."""
    placemat: Placemat | None = None
    """How a placemat stands."""
    iglo: Iglo | None = None
    """How an IGLO stands."""
    idoart: Idoart | None = None
    """How an IDOART stands."""

    @model_validator(mode="after")
    def _it_is_one_method(self) -> Self:
        if len(list(self._states())) != 1:
            raise ValueError("one_method")
        return self

    @property
    def state(self) -> Run:
        """How it stands, whichever method it is."""
        return next(self._states())

    @property
    def method(self) -> MethodName:
        """Which method it is."""
        return self.state.method

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.state.ending is not None

    def with_state(self, state: Run) -> Self:
        """The same round, its method standing so."""
        return self.but(**{state.method.value: state})

    def harvest(self) -> tuple[Harvest, ...]:
        """All that came out of it: what the method itself has, then what was written down."""
        own = (Harvest(each.id, each.text) for each in self.caught)
        return (*self.state.harvest(), *own)

    def _states(self) -> Iterator[Run]:
        found = (getattr(self, name.value, None) for name in MethodName)
        return (state for state in found if state is not None)


def new_round(round_id: str, state: Run, card: str | None, topic: str = "") -> Round:
    """A round that begins in this state."""
    return Round.model_validate({"id": round_id, "card": card, "topic": topic, state.method.value: state})


def named_people(each: Round) -> frozenset[str]:
    """Ids of the people whom a round names; seats are nobody's."""
    return frozenset(person for person in each.state.named() if not is_seat(person))


class RoundTime(Frozen):
    """The time of one round; kept apart because undo does not touch time."""

    card: str | None = None
    """The card whose minutes these are."""
    watch: Stopwatch = Stopwatch()
    """Runs while the round does."""


class Pause(StrEnum):
    """Why a round's clocks stand still."""

    PAUSE = "pause"
    TIME_OUT = "time_out"
    LID = "lid"
