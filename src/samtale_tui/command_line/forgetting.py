"""The command that deletes a conversation, after asking."""

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import shorten
from samtale_tui.command_line.failures import FAILED, UnusableError, unusable_if
from samtale_tui.command_line.terminal import ask, can_ask, put, tell
from samtale_tui.conversation.forgetting import Keepsake, forget, keepsake_of
from samtale_tui.conversation.store import UnknownConversation

_LONGEST_TEAM = 60
YES = frozenset({"j", "ja", "y", "yes"})
"""Answers that mean yes, in both languages; anything else means no."""


def forget_conversation(conversation_id: str, *, sure: bool) -> int:
    """``samtale forget``: a conversation deleted for good; what is gone goes to stdout, a line each.

    Args:
        conversation_id: which one.
        sure: do not ask.

    Returns:
        0, or 1 where the answer was no.
    """
    with unusable_if(UnknownConversation):
        keepsake = keepsake_of(conversation_id)
    if not sure and not _agreed(keepsake):
        tell(_("Intet er slettet."))
        return FAILED
    try:
        gone = forget(keepsake)
    except SamtaleError as error:
        tell(str(error))
        return FAILED
    put("".join(f"{path}\n" for path in gone))
    tell(n_("Slettet for altid: 1 fil.", "Slettet for altid: {n} filer.", len(keepsake.files)))
    if keepsake.documents:
        tell(_("Dokumenterne, der er skrevet ud fra samtalen, er ikke slettet:"))
        for path in keepsake.documents:
            tell(f"  {path}")
    return 0


def _agreed(keepsake: Keepsake) -> bool:
    if not can_ask():
        raise UnusableError(
            _("Der er ingen at spørge"),
            _("Her er der ingen terminal at spørge i, og der slettes ikke uden et ja."),
            _("Skriv --yes, hvis du er sikker."),
        )
    tell(_what(keepsake))
    return ask(_("Slet samtalen for altid? Det kan ikke fortrydes. Skriv ja: ")).strip().lower() in YES


def _what(keepsake: Keepsake) -> str:
    """What would go, in a sentence."""
    conversation = keepsake.conversation
    if conversation is None:
        return _("{id}: Samtalens fil kan ikke læses.").format(id=keepsake.folder.id)
    from samtale_tui.basis.shown_dates import short_date
    from samtale_tui.conversation.outcome import day_of

    facts = (
        short_date(day_of(conversation)),
        n_("{n} aftale", "{n} aftaler", len(conversation.agreements)),
        n_("{n} handling", "{n} handlinger", len(conversation.actions)),
    )
    team = shorten(conversation.team, _LONGEST_TEAM) or _("uden navn")
    return f"{keepsake.folder.id}: {team} · {' · '.join(facts)}"
