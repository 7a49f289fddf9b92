"""The commands that put decks on the disk: a new one to begin with, and a copy among the user's own."""

from samtale_tui.basis.errors import DeckError
from samtale_tui.basis.language import _
from samtale_tui.basis.words import ConversationKind
from samtale_tui.command_line.failures import report, unusable_if
from samtale_tui.command_line.terminal import put, tell
from samtale_tui.deck.shelf import UnknownDeck
from samtale_tui.deck.writing import add_deck, new_deck


def new(file: str, title: str, kind: str) -> int:
    """``samtale deck new``: a small deck with explanations in it; its path goes to stdout.

    Args:
        file: where it is to be.
        title: what it is to be called; may be empty.
        kind: which conversation it is for, as ``tus``.
    """
    path = new_deck(file, title, ConversationKind(kind))
    put(f"{path}\n")
    written = f'"{path}"' if " " in str(path) else path
    tell(_("Ret i filen, og se, om den er i orden, med: samtale deck check {file}").format(file=written))
    tell(_("Læg den blandt dine egne kortsæt med: samtale deck add {file}").format(file=written))
    return 0


def add(name: str) -> int:
    """``samtale deck add``: a copy of a deck in the user's own folder; its path goes to stdout.

    Args:
        name: the deck's id, its file's name or its path.

    Returns:
        0; 1 or 2 where the deck is wrong or cannot be read.
    """
    try:
        with unusable_if(UnknownDeck):
            path, deck_id = add_deck(name)
    except DeckError as error:
        code = report(error)
        tell(_("Intet er kopieret. Ret filen, og tjek den med: samtale deck check FIL"))
        return code
    put(f"{path}\n")
    tell(_("Det er nu den fil, der bruges som {id}. Ret i den, som du vil.").format(id=deck_id))
    return 0
