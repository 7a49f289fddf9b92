"""How far the approval of the plan has come, in words, and when the plan is to be deleted (S64–S66)."""

from datetime import date

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.shown_dates import long_date, short_date
from samtale_tui.conversation.approving import (
    Approver,
    approval_of,
    approved_on,
    approvers,
    awaited,
    is_changed_since,
)
from samtale_tui.conversation.model import Conversation


def approver_name(approver: Approver) -> str:
    """Whose approval it is."""
    if not approver.leads:
        return approver.name
    return _("{name} (leder)").format(name=approver.name) if approver.name else _("Lederen")


def approval_words(conversation: Conversation) -> str:
    """How far the approval has come; empty where the rules ask for none."""
    everyone, waiting = approvers(conversation), awaited(conversation)
    if not everyone:
        return ""
    day = approved_on(conversation)
    if day is not None:
        words = _("Planen er godkendt {day}.").format(day=long_date(day))
        changed = _("Den er ændret siden.") if is_changed_since(conversation) else ""
        return " ".join(filter(None, (words, changed)))
    given = len(everyone) - len(waiting)
    words = _("Godkendt af {n} af {all}.").format(n=given, all=len(everyone))
    if approval_of(conversation, everyone[-1].who) and len(everyone) > 1:
        return " ".join((words, _("Lederen plejer at godkende til sidst.")))
    return words


def deletion_words(conversation: Conversation) -> str:
    """When the plan is to be deleted; empty where the rules do not say."""
    days = conversation.deck.rules.delete_after_days
    if days is None:
        return ""
    if conversation.delete_on is not None:
        return _("Samtalen skal slettes {day}.").format(day=long_date(conversation.delete_on))
    return n_("Samtalen skal slettes 1 dag efter.", "Samtalen skal slettes {n} dage efter.", days)


def due_words(delete_on: date | None, today: date) -> str:
    """That a conversation is to be deleted, for a list; empty where it is not."""
    if delete_on is None:
        return ""
    if delete_on <= today:
        return _("skal slettes nu")
    return _("slettes {day}").format(day=short_date(delete_on))
