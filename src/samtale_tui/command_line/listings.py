"""The commands that list: conversations, decks, what a deck holds and what is wrong with one."""

from collections.abc import Sequence
from pathlib import Path

from samtale_tui.basis.errors import DeckError
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import shorten
from samtale_tui.basis.words import MethodName
from samtale_tui.command_line.failures import exit_code, is_unreadable, unusable_if
from samtale_tui.command_line.terminal import as_line, put, put_rows, tell, tell_problems
from samtale_tui.deck.model import Deck

_LONGEST_TEAM = 60


def list_all() -> int:
    """``samtale list``: a line a conversation, the one changed last first."""
    from samtale_tui.basis.shown_dates import short_date
    from samtale_tui.conversation.store import Summary, list_conversations

    def row(summary: Summary) -> tuple[str, ...]:
        return (
            summary.id,
            shorten(summary.team, _LONGEST_TEAM) or _("uden navn"),
            summary.kind.upper(),
            summary.state(),
            short_date(summary.changed.astimezone().date()),
            n_("{n} aftale", "{n} aftaler", summary.agreements),
            n_("{n} handling", "{n} handlinger", summary.actions),
        )

    listing = list_conversations()
    put_rows(map(row, listing.summaries))
    for damaged in listing.damaged:
        tell(damaged.message)
    if not listing.summaries and not listing.damaged:
        tell(_("Der er ingen samtaler endnu. Begynd den første med: samtale start"))
    return 0


def decks() -> int:
    """``samtale decks``: a line a deck's file; what is wrong with files and folders goes to stderr."""
    from samtale_tui.deck.inspection import read_all
    from samtale_tui.deck.listing import shelf_rows
    from samtale_tui.deck.shelf import list_decks

    listing = list_decks()
    found, problems = read_all(listing)
    if listing.entries:
        put_rows(shelf_rows(listing, found))
    else:
        tell(_("Der er ingen kortsæt."))
    if problems:
        tell_problems(problems)
    return 0


def show_deck(name: str) -> int:
    """``samtale deck show``: all of a deck as text."""
    from samtale_tui.deck.listing import deck_as_text
    from samtale_tui.method.catalogue import method_text

    def title(method: MethodName) -> str:
        return method_text(method).title

    put(deck_as_text(deck_named(name), title))
    return 0


def check_decks(files: Sequence[str]) -> int:
    """``samtale deck check``: a line for everything that is wrong, or one that says that nothing is.

    Returns:
        0 where all is well, 1 where something is wrong, 2 where a file cannot be read.
    """
    return max(_check(Path(file)) for file in files)


def deck_named(name: str) -> Deck:
    """The deck that is meant.

    Raises:
        DeckError: it cannot be read or is wrong.
        UnusableError: there is none of that name.
    """
    from samtale_tui.deck.shelf import UnknownDeck, open_deck

    with unusable_if(UnknownDeck):
        return open_deck(name)


def _check(path: Path) -> int:
    from samtale_tui.deck.reader import read_deck

    try:
        deck = read_deck(path)
    except DeckError as error:
        if is_unreadable(error):
            tell_problems(error.problems)
        else:
            put("".join(as_line(problem) + "\n" for problem in error.problems))
        return exit_code(error)
    fields, cards = (
        n_("{n} felt", "{n} felter", len(deck.fields)),
        n_("{n} kort", "{n} kort", len(deck.cards)),
    )
    fine = _("{file}: Kortsættet er i orden: {title}, {fields}, {cards}.")
    put_rows([(fine.format(file=path, title=deck.title, fields=fields, cards=cards),)])
    return 0
