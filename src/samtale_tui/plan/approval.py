"""Who has approved a plan, and when (S64, S65)."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import Field as Bound

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Line, Prose
from samtale_tui.plan.model import Action


class Approval(Frozen):
    """One person's yes to the plan."""

    who: Annotated[Line, Bound(min_length=1)]
    """Whose: the person's id in the conversation, or ``leader``."""
    day: date
    """When it was given."""
    name: Line = ""
    """Their name then, as whoever is called otherwise now has not approved; empty for a leader elsewhere."""
    plan: Line = ""
    """What marks the plan that was approved (``mark_of_actions``); empty where it is not known."""
    comment: Prose = ""
    """What the one who approves wants to have said (S65)."""


def mark_of_actions(actions: Sequence[Action]) -> str:
    """A short mark of all that a plan says will be done."""
    said = json.dumps([action.model_dump(mode="json", exclude_defaults=True) for action in actions])
    return hashlib.sha256(said.encode()).hexdigest()[:16]
