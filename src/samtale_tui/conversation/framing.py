"""What a conversation is framed by: why, with whom, by which rules and roles (S2–S5, S13, S24, S59)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field as Bound

from samtale_tui.basis.limits import MOST_AGENDA_ITEMS, MOST_GROUND_RULES
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Line, Prose
from samtale_tui.basis.time_lengths import MOST_MINUTES_READ
from samtale_tui.deck.model import Remark

MOST_BREAK_MINUTES = 240
"""Minutes that one break may last."""


class Timing(StrEnum):
    """How the conversation stands to the individual MUS or LUS (S2)."""

    LEAD_UP = "lead_up"
    FOLLOW_UP = "follow_up"


class Members(StrEnum):
    """Whom the team consists of (S3)."""

    EMPLOYEES = "employees"
    LEADERS = "leaders"


class Reason(StrEnum):
    """The seven reasons that can be a conversation's purpose (S5)."""

    DIRECTION = "direction"
    OVERVIEW = "overview"
    LEARNING = "learning"
    RELATIONS = "relations"
    DIALOGUE = "dialogue"
    WELLBEING = "wellbeing"
    INFLUENCE = "influence"


class Role(StrEnum):
    """What someone looks after while the others talk (S13)."""

    FACILITATOR = "facilitator"
    TIME_KEEPER = "time_keeper"
    NOTE_TAKER = "note_taker"


class Break(Frozen):
    """A break: when it comes and how long it lasts."""

    after: Annotated[int, Bound(ge=1, le=24 * 60)]
    """Minutes from when the conversation begins."""
    minutes: Annotated[int, Bound(ge=1, le=MOST_BREAK_MINUTES)]
    """How long it lasts, in minutes."""


class AgendaItem(Frozen):
    """A point of the agenda."""

    topic: Annotated[Line, Bound(min_length=1)]
    """What it is about."""
    minutes: Annotated[int, Bound(ge=1, le=MOST_MINUTES_READ)] | None = None
    """How long it is meant to take; none: it shares what is left with the others that say nothing."""


class Framing(Frozen):
    """All of the frame that is filled in; every part of it may be left open (S7)."""

    day: date | None = None
    """The day of the conversation."""
    timing: Timing | None = None
    """Before or after the individual conversations."""
    members: Members | None = None
    """Employees or leaders."""
    reasons: tuple[Reason, ...] = ()
    """The purpose, chosen among the seven; in their own order."""
    purpose: Prose = ""
    """The purpose in own words."""
    check_in: Prose = ""
    """What everyone says a word on first (S59)."""
    preparation: Prose = ""
    """The leader's own notes while preparing (S11, S58). In no document, and never in the room's view."""
    expectations: Prose = ""
    """What the people there hope to take home (S59)."""
    agenda: Annotated[tuple[AgendaItem, ...], Bound(max_length=MOST_AGENDA_ITEMS)] = ()
    """What is to be reached, in order (S15, S27); none: no agenda is agreed on."""
    ground_rules: Annotated[tuple[Remark, ...], Bound(max_length=MOST_GROUND_RULES)] | None = None
    """The ground rules as this team has them (S24); none: those of the deck."""
    roles: dict[Role, Line] = Bound(default_factory=dict)
    """Who has each role, by name."""
    breaks: tuple[Break, ...] = ()
    """In the order in which they come."""
