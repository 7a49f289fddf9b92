"""What is set aside while the talk runs, and what is said of it at its end (S8, S62)."""

from enum import StrEnum

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Identifier, Prose
from samtale_tui.conversation.ids import ParkedId


class Belongs(StrEnum):
    """Where a parked matter is taken up again."""

    LATER = "later"
    """Later in this conversation."""
    MEETING = "meeting"
    """At a meeting of the team."""
    MUS = "mus"
    """In someone's MUS, in confidence (S8)."""
    LUS = "lus"
    """In the leader's LUS, in confidence (S8)."""


CONFIDENTIAL = frozenset({Belongs.MUS, Belongs.LUS})
"""Places for what is between one person and the leader: the room and the documents do not get it unasked."""


class Parked(Frozen):
    """A matter that is not taken up now."""

    id: ParkedId
    """Its id."""
    text: Prose
    """What it is about."""
    belongs: Belongs = Belongs.LATER
    """Where it is taken up."""
    in_documents: bool | None = None
    """Whether it goes into the documents, where someone has chosen; none: all but what is confidential."""
    done: bool = False
    """It has been dealt with."""
    field: Identifier | None = None
    """The field that was talked about."""
    card: str | None = None
    """The card that was on the table."""

    @property
    def confidential(self) -> bool:
        """Whether the room must not see it."""
        return self.belongs in CONFIDENTIAL

    @property
    def goes_out(self) -> bool:
        """Whether the documents hold it."""
        return not self.confidential if self.in_documents is None else self.in_documents


class Evaluation(Frozen):
    """The short joint look back at the end (S62)."""

    outcome: Prose = ""
    """The most important outcome."""
    constructive: Prose = ""
    """What we did that made it constructive."""
    better: Prose = ""
    """What could have made it better."""
