"""The development plan: actions that the team agreed on (S41, S43, S44, S63)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field as Bound

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Line, Prose
from samtale_tui.basis.words import ConversationKind, Horizon


class Way(StrEnum):
    """Ways of learning; courses are only one of them (S43)."""

    NEW_TASKS = "new_tasks"
    SPARRING = "sparring"
    SIDE_BY_SIDE = "side_by_side"
    MENTOR = "mentor"
    JOB_SWAP = "job_swap"
    ACROSS = "across"
    WORKING_GROUP = "working_group"
    COORDINATING = "coordinating"
    COURSE = "course"


class Origin(Frozen):
    """What in the conversation an action or agreement came from, in words that last without the deck."""

    field: Line = ""
    """Title of the field."""
    card: Prose = ""
    """The question on the card."""
    agreement: Line | None = None
    """Id of the agreement that became the action."""


class Action(Frozen):
    """One line of the plan, or one practice track (øvebane)."""

    id: Annotated[Line, Bound(min_length=1, max_length=60)]
    """Unique within the plan, as ``h1``."""
    what: Prose = ""
    """What will be done."""
    why: Prose = ""
    """What it is good for."""
    how: Prose = ""
    """How it is done, step by step."""
    way: Way | None = None
    """How the learning comes about."""
    horizon: Horizon | None = None
    """Short or long term."""
    responsible: Line = ""
    """Who sees to it: one name."""
    start: date | None = None
    """When it begins."""
    deadline: date | None = None
    """When it is to be done."""
    follow_how: Line = ""
    """How it is followed up."""
    follow_when: date | None = None
    """When it is followed up."""
    follow_who: Line = ""
    """Who follows up."""
    origin: Origin = Origin()
    """What it came from."""


class Plan(Frozen):
    """The plan of one conversation; ``plan.toml`` holds exactly this."""

    format: Literal[1] = 1
    """Version of this format."""
    conversation: ConversationKind = ConversationKind.TUS
    """Which conversation it came of."""
    team: Line = ""
    """Whose plan it is."""
    made: date | None = None
    """Date of the conversation."""
    people: tuple[Line, ...] = ()
    """Those who took part."""
    actions: tuple[Action, ...] = ()
    """What the team will do, in order."""
