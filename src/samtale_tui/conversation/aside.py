"""What is set aside while the talk runs, and what is said of it at its end (S8, S62)."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field as Bound
from pydantic import StringConstraints

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


QuestionName = Annotated[str, StringConstraints(pattern=r"^q[1-9][0-9]?$")]
"""``q1``, ``q2`` …: the deck's own questions by their number."""


class Evaluation(Frozen):
    """The short joint look back at the end (S62)."""

    outcome: Prose = ""
    """The most important outcome."""
    constructive: Prose = ""
    """What we did that made it constructive."""
    better: Prose = ""
    """What could have made it better."""
    others: dict[QuestionName, Prose] = Bound(default_factory=dict)
    """The answers to the deck's own questions, which it may ask in place of these three."""

    def answer(self, question: str) -> str:
        """What is answered to a question, by its name."""
        return self.others.get(question, "") if question.startswith("q") else str(getattr(self, question))

    def answered(self, question: str, answer: str) -> Self:
        """The look back with another answer to a question."""
        if not question.startswith("q"):
            return self.but(**{question: answer})
        others = {name: words for name, words in self.others.items() if name != question}
        return self.but(others=others | {question: answer} if answer else others)
