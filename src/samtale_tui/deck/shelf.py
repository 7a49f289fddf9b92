"""The decks that there are: the user's own, which win, those of shared folders, and the shipped ones."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from samtale_tui.basis.errors import DeckError, Problem, SamtaleError
from samtale_tui.basis.folders import shared_decks_folders, shipped_decks_folder, user_decks_folder
from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import nearest, quoted
from samtale_tui.deck.entry import DeckEntry, Origin, entry_of
from samtale_tui.deck.model import Deck
from samtale_tui.deck.reader import read_deck
from samtale_tui.deck.scanning import Found, Shares, in_background, is_silent, look_through

__all__ = ["DeckEntry", "Listing", "Origin", "UnknownDeck", "entry_named", "list_decks", "open_deck", "read"]

PATIENCE = 2.0
"""Seconds that shared folders are waited for, all of them together."""

_DANISH_ORDER = str.maketrans("æøå", "{|}")
_shares = Shares()


class UnknownDeck(SamtaleError):  # noqa: N818 - named by what it says
    """There is no deck of that name."""


@dataclass(frozen=True)
class Listing:
    """All decks, as far as a list needs to know them."""

    entries: tuple[DeckEntry, ...] = ()
    """Those that are used, one for each id, by title; some may turn out to be wrong when they are read."""
    hidden: tuple[DeckEntry, ...] = ()
    """Those of whose id another file is used, by title; each knows which one."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with folders, and ids that stand twice in one folder."""
    unanswered: tuple[Problem, ...] = ()
    """A problem for each shared folder that has not answered yet."""

    def entry(self, deck_id: str) -> DeckEntry | None:
        """The deck that is used under an id."""
        return next((entry for entry in self.entries if entry.id == deck_id), None)


def list_decks(patience: float = PATIENCE) -> Listing:
    """Every deck in the user's folder, in the folders of ``SAMTALE_DECKS`` and among those shipped.

    Of each file only the beginning is read. What is wrong with a folder or a file stops no other.

    Args:
        patience: seconds that shared folders are waited for. One that answers later is in the next listing.
    """
    shared = shared_decks_folders()
    asked = _shares.set_out(shared)
    own = look_through(user_decks_folder(), Origin.OWN)
    shipped = look_through(shipped_decks_folder(), Origin.SHIPPED)
    answers = _shares.answers(asked, patience)
    silent = [is_silent(folder) for folder, answer in zip(shared, answers, strict=True) if answer is None]
    return _put_together([own, *filter(None, answers), shipped], silent)


def read(entry: DeckEntry) -> Deck:
    """The deck that a list shows.

    Raises:
        DeckError: its file cannot be read or is wrong, or its folder does not answer.
    """
    if entry.origin is not Origin.SHARED:
        return read_deck(entry.path)
    try:
        return in_background(read_deck, entry.path).result(PATIENCE)
    except TimeoutError:
        silent = is_silent(entry.path.parent)
        raise DeckError(_("Kortsættet kan ikke læses"), (silent,)) from None


def open_deck(name: str) -> Deck:
    """The deck with an id, with a file name in one of the folders, or at a path; see ``entry_named``.

    Raises:
        DeckError: the deck's file cannot be read or is wrong.
        UnknownDeck: no deck has that name.
    """
    return read(entry_named(name))


def entry_named(name: str) -> DeckEntry:
    """The deck that is meant; its file need be neither there nor right.

    Args:
        name: a path where it has a separator in it or ends in ``.toml``; else an id or a file's name.

    Raises:
        UnknownDeck: no deck has that name, or several have it.
    """
    is_file = name.lower().endswith(".toml")
    is_here = is_file and os.path.exists(name)  # noqa: PTH110 - a Path refuses what no file can be called
    if is_here or "/" in name or "\\" in name:
        return entry_of(_expanded(name), Origin.ELSEWHERE)
    listing = list_decks()
    asked = name.casefold()
    if not is_file:
        found = listing.entry(asked)
        if found:
            return found
    everywhere = (*listing.entries, *listing.hidden)
    named = [e for e in everywhere if asked == (e.path.name if is_file else e.path.stem).casefold()]
    match [entry for entry in named if entry.used is None] or named:
        case [only]:
            return only
        case []:
            if is_file:
                return entry_of(_expanded(name), Origin.ELSEWHERE)
            raise _no_such_deck(name, listing)
        case several:
            raise _ambiguous(name, several)


def _put_together(folders: Iterable[Found], silent: Iterable[Problem]) -> Listing:
    """The listing of folders, those that win first; a folder that is named twice counts once."""
    used: dict[str, DeckEntry] = {}
    hidden: list[DeckEntry] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for found in folders:
        if found.real in seen:
            continue
        seen.add(found.real)
        problems += found.problems
        for entry in found.entries:
            winner = used.setdefault(entry.id, entry)
            if winner is not entry:
                hidden.append(replace(entry, used=winner.path))
    return Listing(_by_title(used.values()), _by_title(hidden), tuple(problems), tuple(silent))


def _by_title(entries: Iterable[DeckEntry]) -> tuple[DeckEntry, ...]:
    """Sorted as Danes do, with æ, ø and å last."""

    def key(entry: DeckEntry) -> tuple[str, str]:
        return entry.title.casefold().translate(_DANISH_ORDER), entry.id

    return tuple(sorted(entries, key=key))


def _expanded(name: str) -> Path:
    from samtale_tui.basis.chosen_folder import expanded

    return expanded(name)


def _no_such_deck(name: str, listing: Listing) -> UnknownDeck:
    known = [word for entry in listing.entries for word in (entry.id, entry.path.stem)]
    remedy = _("Skriv samtale decks for at se dem, der er.")
    meant = nearest(name, dict.fromkeys(known))
    if meant:
        remedy = " ".join((_("Mente du {word}?").format(word=quoted(meant)), remedy))
    message = _("Der er intet kortsæt, der hedder {name}.").format(name=quoted(name))
    return UnknownDeck(_("Kortsættet findes ikke"), message, remedy)


def _ambiguous(name: str, entries: Iterable[DeckEntry]) -> UnknownDeck:
    ids = ", ".join(quoted(entry.id) for entry in entries)
    message = _("Der er flere filer, der hedder {name}.").format(name=quoted(name))
    return UnknownDeck(_("Hvilket kortsæt?"), message, _("Skriv kortsættets id: {ids}.").format(ids=ids))
