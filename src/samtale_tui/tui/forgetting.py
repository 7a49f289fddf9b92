"""Deleting a conversation from Home, after asking (S66, S67)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.forgetting import Keepsake, forget, keepsake_of
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.sinks import say, say_error

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp

MOST_NAMED = 5
"""Documents that the question names; of more it says how many."""


def ask_to_forget(app: "SamtaleApp", conversation_id: str, done: Callable[[], None]) -> None:
    """Ask whether a conversation is to be deleted for good, and do so.

    Args:
        app: the app.
        conversation_id: which one.
        done: called when it is gone.
    """
    try:
        keepsake = keepsake_of(conversation_id)
    except SamtaleError as error:
        say_error(app, error)
        return

    def answered(answer: str | None) -> None:
        if answer != "forget":
            return
        try:
            forget(keepsake)
        except SamtaleError as error:
            say_error(app, error)
        else:
            say(app, _("Samtalen er slettet."))
        done()

    answers = (("keep", _("Behold den")), ("forget", _("Slet for altid")))
    app.push_screen(ChoiceScreen(_("Slet samtalen?"), _question(keepsake), answers), answered)


def _question(keepsake: Keepsake) -> str:
    """What would go, and which files stay."""
    conversation = keepsake.conversation
    team = shorten(clean_line(conversation.team), 60) if conversation else ""
    what = _("{team}: alt, der er skrevet i samtalen, også noter. Det kan ikke fortrydes.")
    lines = [what.format(team=team or keepsake.folder.id)]
    count = len(keepsake.documents)
    if count:
        lines += ["", _("Filerne, der er skrevet ud fra den, bliver. Slet dem selv:")]
        lines += [clean_line(str(path)) for path in keepsake.documents[:MOST_NAMED]]
    unnamed = count - MOST_NAMED
    if unnamed > 0:
        lines.append(n_("og 1 fil til", "og {n} filer til", unnamed))
    return "\n".join(lines)
