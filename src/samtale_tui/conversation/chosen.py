"""Cards chosen before the conversation begins, and who chose them (S49, S54, S55, S59)."""

from enum import StrEnum

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Prose


class Chooser(StrEnum):
    """Who chose a card."""

    LEADER = "leader"
    EMPLOYEES = "employees"
    COUNCIL = "council"
    """The local works council (S49)."""
    RULES = "rules"
    """The workplace's rules: every conversation comes by the topic (S51)."""


class ChosenCard(Frozen):
    """A card that was chosen before the conversation began (S55, S59)."""

    card: str
    """Its id."""
    why: Prose = ""
    """Why it was chosen."""
    by: Chooser = Chooser.LEADER
    """Who chose it."""
