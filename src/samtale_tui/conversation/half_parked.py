"""What stands half-written of a matter to park; a confidential one waits out of the room's sight (S8)."""

from typing import NamedTuple

from samtale_tui.conversation.aside import CONFIDENTIAL, Belongs
from samtale_tui.conversation.commands import draft, drop_drafts
from samtale_tui.conversation.model import Conversation

IN_SIGHT = "park"
"""The form whose words come up again in either view."""
HIDDEN = {belongs: f"park-hidden-{belongs.value}" for belongs in sorted(CONFIDENTIAL)}
"""The forms whose words come up in the facilitator's own view only: one for each confidential place."""


class HalfParked(NamedTuple):
    """What waits to be parked."""

    form: str
    """The form that it is kept under."""
    text: str
    """What is written so far."""
    belongs: Belongs
    """Where it belongs, as far as that is chosen."""


def half_parked(conversation: Conversation, *, own_view: bool) -> HalfParked:
    """What the box to park in goes on with; what is hidden comes first where only the facilitator looks."""
    hidden = (_waiting(conversation, form) for form in HIDDEN.values() if own_view)
    return next((half for half in hidden if half.text), _waiting(conversation, IN_SIGHT))


def keep_half_parked(conversation: Conversation, half: HalfParked) -> Conversation:
    """What is written so far, and where it belongs."""
    if not half.text:
        return drop_drafts(conversation, half.form)
    kept = draft(conversation, f"{half.form}/text", half.text)
    return draft(kept, f"{half.form}/belongs", half.belongs.value)


def hide_confidential(conversation: Conversation) -> Conversation:
    """What waits half-written for a confidential talk is hidden, below what is hidden already."""
    waiting = _waiting(conversation, IN_SIGHT)
    if waiting.belongs not in CONFIDENTIAL:
        return conversation
    form = HIDDEN[waiting.belongs]
    above = _waiting(conversation, form).text
    text = "\n".join(part for part in (above, waiting.text) if part)
    shown_no_more = drop_drafts(conversation, IN_SIGHT)
    return keep_half_parked(shown_no_more, HalfParked(form, text, waiting.belongs))


def _waiting(conversation: Conversation, form: str) -> HalfParked:
    drafts = conversation.drafts
    named = drafts.get(f"{form}/belongs")
    belongs = next((each for each in Belongs if each == named), Belongs.LATER)
    return HalfParked(form, drafts.get(f"{form}/text", ""), belongs)
