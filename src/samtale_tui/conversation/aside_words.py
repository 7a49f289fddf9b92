"""The words for what is set aside and for the look back at the end, for screens and documents alike."""

from samtale_tui.basis.language import _
from samtale_tui.conversation.aside import Belongs
from samtale_tui.deck.model import Deck


def belongs_title(belongs: Belongs) -> str:
    """Where a parked matter is taken up, in a word or two."""
    return {
        Belongs.LATER: _("Senere i samtalen"),
        Belongs.MEETING: _("Et teammøde"),
        Belongs.MUS: _("MUS"),
        Belongs.LUS: _("LUS"),
    }[belongs]


def belongs_explained(belongs: Belongs) -> str:
    """What becomes of a matter that belongs there."""
    return {
        Belongs.LATER: _("Det kommer op igen, før I slutter."),
        Belongs.MEETING: _("Det kommer op igen, før I slutter, og står i dokumenterne."),
        Belongs.MUS: _("Fortroligt, mellem én medarbejder og lederen. Ikke i dokumenterne."),
        Belongs.LUS: _("Fortroligt, mellem lederen og dennes egen leder. Ikke i dokumenterne."),
    }[belongs]


def evaluation_questions(deck: Deck) -> dict[str, str]:
    """The questions that close the conversation, in order, under the names of their answers (S62).

    They are the deck's own where it has any; else three, under the names of ``Evaluation``.
    """
    own = {f"q{number}": question for number, question in enumerate(deck.rules.evaluation, 1)}
    return own or {
        "outcome": _("Hvad er det vigtigste, vi går herfra med?"),
        "constructive": _("Hvad gjorde vi, som hjalp samtalen på vej?"),
        "better": _("Hvad kunne have gjort samtalen endnu bedre?"),
    }
