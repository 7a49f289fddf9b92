"""What an IGLO is made of: levels, ideas, and the notes that say what to do about them (S31–S34)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field as Bound
from pydantic import StringConstraints

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Line, Prose
from samtale_tui.basis.words import Horizon, IgloLevel

IdeaId = Annotated[str, StringConstraints(pattern=r"^i[0-9]{1,9}$")]
"""``i1``, ``i2`` …"""
NoteId = Annotated[str, StringConstraints(pattern=r"^s[0-9]{1,9}$")]
"""``s1``, ``s2`` …: a slip of paper on the board."""


class Grounds(StrEnum):
    """Why an idea was chosen before the others (S32)."""

    IMPORTANT = "important"
    """It matters most."""
    EASIEST = "easiest"
    """It is the easiest one to begin with."""


class Thought(StrEnum):
    """The six things to think of while the board is filled (S33)."""

    WHY = "why"
    SUCCESS = "success"
    ROLES = "roles"
    EVERYONE = "everyone"
    SUPPORT = "support"
    DRIVER = "driver"


class IgloStep(StrEnum):
    """Where in the method they are."""

    IDEAS = "ideas"
    """Ideas are gathered; without any the method has nothing to work on."""
    CHOOSE = "choose"
    """One of them is to be chosen."""
    BOARD = "board"
    """The board of the idea that was chosen."""


class LevelText(Frozen):
    """What the deck calls a level, and how it explains it."""

    level: IgloLevel
    """Which one."""
    title: Line = ""
    """Its name; empty for the usual one."""
    explain: Prose = ""
    """Who that is, or what they can do; empty for the usual words."""


class Idea(Frozen):
    """Something that the team wants to turn into action."""

    id: IdeaId
    """Its id; no other one has it while it is there."""
    text: Annotated[Prose, Bound(min_length=1)]
    """The idea."""
    agreement: Line = ""
    """Id of the agreement that it was taken from; empty for one that was written."""
    chosen: Grounds | None = None
    """Why it was chosen, the last time that it was; none while it waits."""
    talked: tuple[Thought, ...] = ()
    """What of the six things they have talked about, in the order of the six."""


class IgloNote(Frozen):
    """One action that an idea takes, on one level, short or long term (S34)."""

    id: NoteId
    """Its id; no other one has it while it is there."""
    idea: IdeaId
    """The idea whose board it is on."""
    level: IgloLevel
    """Who acts."""
    horizon: Horizon
    """Short or long term."""
    what: Prose = ""
    """What will be done."""
    how: Prose = ""
    """How it is done."""
    who: Line = ""
    """Who does it, or sees to it."""
    start: date | None = None
    """When it begins."""
    deadline: date | None = None
    """When it is to be done."""
    follow_how: Line = ""
    """How it is followed up."""
    follow_who: Line = ""
    """Who follows up."""
    follow_when: date | None = None
    """When it is followed up."""
    action: Line = ""
    """Id of the plan's action that it became; empty while it is none."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on it."""
        texts = (self.what, self.how, self.who, self.follow_how, self.follow_who)
        return not any(texts) and not any((self.start, self.deadline, self.follow_when))
