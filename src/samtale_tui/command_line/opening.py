"""The commands that open a screen. The screens are loaded once it is certain that there is a terminal.

A conversation is made or opened after that: whatever happens while they load leaves nothing half done.
"""

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, split_names
from samtale_tui.command_line.arguments import DEFAULT_MINUTES
from samtale_tui.command_line.failures import UnusableError, unusable_if
from samtale_tui.command_line.terminal import is_interactive


def home() -> int:
    """``samtale``: Home."""
    _ask_for_a_terminal()
    from samtale_tui.tui import run

    return run.home()


def start(deck_name: str | None, team: str, people: str, minutes: int | None) -> int:
    """``samtale start``: a new conversation when all is known, else the form.

    Args:
        deck_name: id or path of the deck.
        team: whose conversation it is.
        people: names in seating order, as they were written.
        minutes: how long it may last.
    """
    from samtale_tui.command_line.listings import deck_named

    deck = deck_named(deck_name) if deck_name is not None else None
    team, names = clean_line(team), split_names(people)
    _ask_for_a_terminal()
    from samtale_tui.conversation.live import begin_live
    from samtale_tui.tui import run

    if deck and team and names:
        return run.conversation(begin_live(deck, team, names, minutes or DEFAULT_MINUTES))
    return run.start(deck, team, names, minutes)


def resume(conversation_id: str | None) -> int:
    """``samtale resume``: a conversation, where it was left; that changed last when none is named."""
    from samtale_tui.command_line.plans import latest
    from samtale_tui.conversation.live import open_live
    from samtale_tui.conversation.store import UnknownConversation

    _ask_for_a_terminal()
    from samtale_tui.tui import run

    with unusable_if(UnknownConversation):
        live = open_live(latest() if conversation_id is None else conversation_id)
    return run.conversation(live)


def _ask_for_a_terminal() -> None:
    if not is_interactive():
        raise UnusableError(
            _("Ingen terminal"),
            _("Her er der ikke både et tastatur at læse fra og en skærm at vise samtalen på."),
            _("Skriv kommandoen i en terminal, uden | < og >. Samtalerne vises som tekst med: samtale list"),
        )
