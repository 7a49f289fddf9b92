"""Finding the decks that turn out to be wrong when all of them is read: at once, or a little at a time."""

from dataclasses import replace
from pathlib import Path

from samtale_tui.basis.errors import DeckError, Problem
from samtale_tui.deck.entry import DeckEntry
from samtale_tui.deck.model import Deck
from samtale_tui.deck.shelf import Listing, read

MOST_BYTES = 150_000
"""The largest file that is read beforehand, a deck of some 300 cards: longer ones would hold up a key."""


def read_all(listing: Listing) -> tuple[dict[Path, Deck], list[Problem]]:
    """Every deck of a listing, the hidden ones too.

    Returns:
        Those that can be used, under their files, and all that is wrong with the others and with folders.
    """
    decks: dict[Path, Deck] = {}
    problems = [*listing.problems, *listing.unanswered]
    for entry in (*listing.entries, *listing.hidden):
        try:
            decks[entry.path] = read(entry)
        except DeckError as error:
            problems.extend(error.problems)
    return decks, problems


class Inspector:
    """Reads whole decks, and remembers what is wrong with each until its file changes."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, tuple[int, int]], tuple[Problem, ...]] = {}

    def is_left(self, entry: DeckEntry) -> bool:
        """Whether the deck remains to be read, and may be read beforehand."""
        return not entry.problems and _key(entry) not in self._known and entry.stamp[1] <= MOST_BYTES

    def inspect(self, entry: DeckEntry) -> None:
        """Read all of a deck. Takes about 7 ms for one of 60 cards."""
        self._known[_key(entry)] = ()
        try:
            read(entry)
        except DeckError as error:
            self._known[_key(entry)] = error.problems
            if error.is_unread:  # another time it may be read
                del self._known[_key(entry)]

    def recalled(self, listing: Listing) -> Listing:
        """The listing with what is known to be wrong; touches no file."""
        entries = (replace(e, problems=e.problems or self._known.get(_key(e), ())) for e in listing.entries)
        return replace(listing, entries=tuple(entries))


def _key(entry: DeckEntry) -> tuple[str, tuple[int, int]]:
    return str(entry.path), entry.stamp
