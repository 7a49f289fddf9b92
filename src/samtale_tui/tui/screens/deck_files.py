"""Which decks there are and what their files say, followed while somebody may be changing them."""

from pathlib import Path

from textual import on

from samtale_tui.deck.last_good import Reading, Stamp
from samtale_tui.deck.model import Card
from samtale_tui.deck.shelf import DeckEntry, Listing, list_decks
from samtale_tui.tui.deck_looking import SECONDS, DeckWatch, Seen
from samtale_tui.tui.screens.deck_at_hand import DeckAtHand
from samtale_tui.tui.widgets.deck_list import in_order

_PATIENCE = 0.1
"""Seconds that folders on a network are waited for before the screen is shown; they come later."""


class DeckFiles(DeckAtHand):
    """Keeps the deck that is shown, and what is known of every file that was read."""

    def __init__(self, chosen: Path | None) -> None:
        """Know nothing yet.

        Args:
            chosen: the file of the deck that is shown at first; the first one where it is not there.
        """
        super().__init__()
        self.chosen = chosen
        """The file of the deck that is shown."""
        self.readings: dict[Path, Reading] = {}
        """What is known of the files."""
        self._listing = Listing()
        self._signs: tuple[Stamp, ...] = ()
        self._watch = DeckWatch(self.post_message)

    @property
    def entries(self) -> tuple[DeckEntry, ...]:
        """All decks in the order in which they are listed."""
        return in_order(self._listing)

    @property
    def entry(self) -> DeckEntry | None:
        """The deck that is shown."""
        listed = (*self._listing.entries, *self._listing.hidden)
        return next((entry for entry in listed if entry.path == self.chosen), None)

    @property
    def reading(self) -> Reading | None:
        """What is known of its file."""
        return self.readings.get(self.chosen) if self.chosen else None

    def show_decks(self) -> None:
        """Paint the list of decks."""
        raise NotImplementedError

    def show_deck(self, card: Card | None = None) -> None:
        """Paint the deck that is shown.

        Args:
            card: the one to mark; none: that which was marked, as far as it is there.
        """
        raise NotImplementedError

    def begin_to_follow(self) -> None:
        """Show what is known at once; the cards come as soon as they are read."""
        self._take_listing(list_decks(_PATIENCE))
        self.set_interval(SECONDS, self.look)

    def choose(self, path: Path | None) -> None:
        """Show a deck: at once where it was read before, and then as it is now."""
        self.chosen = path
        self.show_deck()
        self._read()

    def _read(self) -> None:
        entry = self.entry
        if entry:
            self._watch.read(entry, self.readings)

    def look(self) -> None:
        """See whether a file has changed, unless another screen is on."""
        if self.is_current and not self._watch.is_looking:
            again = bool(self._listing.unanswered)
            self._watch.look(self.entry, self.readings, self._signs, again=again)

    def returned(self) -> None:
        """Back from another screen: somebody may have been at the files."""
        self.look()

    def _take_listing(self, listing: Listing) -> None:
        """Other decks than before, perhaps; the one that is shown stays as far as it can."""
        before = self.entry
        self._listing = listing
        entries = self.entries
        if self.entry is None and entries:
            same = (each for each in entries if before and each.id == before.id)
            self.chosen = next(same, entries[0]).path
        self.show_decks()
        self.show_deck()
        self._read()

    @on(Seen)
    def _take(self, seen: Seen) -> None:
        self._watch.answered()
        if seen.error:
            raise seen.error
        self._signs = seen.signs or self._signs
        changed = False
        if seen.entry and seen.reading:
            changed = self.readings.get(seen.entry.path) is not seen.reading
            self.readings[seen.entry.path] = seen.reading
        if seen.listing and seen.listing != self._listing:
            self._take_listing(seen.listing)
        elif changed:
            self.show_decks()
            if seen.entry and seen.entry.path == self.chosen:
                self.show_deck()

    def take_change(self, path: Path, reading: Reading | None = None, card: Card | None = None) -> None:
        """A deck was written from here: show it at once."""
        if reading:
            self.readings[path] = reading
        self.chosen = path
        self._listing = list_decks(_PATIENCE)
        self.show_decks()
        self.show_deck(card)
        if reading is None:
            self._read()
