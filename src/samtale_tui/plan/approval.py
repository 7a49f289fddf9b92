"""Who has approved a plan, and when (S64, S65)."""

from datetime import date
from typing import Annotated

from pydantic import Field as Bound

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Line, Prose


class Approval(Frozen):
    """One person's yes to the plan."""

    who: Annotated[Line, Bound(min_length=1)]
    """Whose: in a plan the name, in a conversation the person's id or ``leader``."""
    day: date
    """When it was given."""
    comment: Prose = ""
    """What the one who approves wants to have said (S65)."""
