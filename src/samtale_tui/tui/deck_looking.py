"""Looking after the files of decks: reading them beside the screen, and seeing when somebody changes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from samtale_tui.deck.last_good import Reading, Stamp, read_again, signs_of_change
from samtale_tui.deck.scanning import in_background
from samtale_tui.deck.shelf import DeckEntry, Listing, list_decks

SECONDS = 1.0
"""How often the files are looked at."""


@dataclass
class Seen(Message):
    """What was found, sent from the thread that looked."""

    entry: DeckEntry | None
    """The deck that was read."""
    reading: Reading | None
    """What is known of its file now."""
    listing: Listing | None
    """All decks, where those may be others than before."""
    signs: tuple[Stamp, ...]
    """What tells a change from now on."""


class DeckWatch:
    """One look at a time, each in a thread that keeps nobody waiting, not even when the program ends."""

    def __init__(self, tell: Callable[[Seen], object]) -> None:
        """Make the watch.

        Args:
            tell: takes what was seen; called from a thread.
        """
        self._tell = tell
        self._under_way = 0

    @property
    def is_looking(self) -> bool:
        """Whether an answer is to come."""
        return self._under_way > 0

    def read(self, entry: DeckEntry, readings: Mapping[Path, Reading]) -> None:
        """Read one deck, where its file is another one than before."""
        self._under_way += 1
        in_background(self._read, entry, readings.get(entry.path))

    def look(
        self,
        entry: DeckEntry | None,
        readings: Mapping[Path, Reading],
        signs: tuple[Stamp, ...],
        *,
        again: bool,
    ) -> None:
        """See whether anything has changed, and read it where it has.

        Args:
            entry: the deck that is shown.
            readings: what is known of the files.
            signs: what told a change the last time.
            again: whether the decks are listed in any case.
        """
        self._under_way += 1
        in_background(self._look, entry, readings.get(entry.path) if entry else None, signs, again)

    def answered(self) -> None:
        """An answer has been dealt with."""
        self._under_way -= 1

    def _read(self, entry: DeckEntry, before: Reading | None) -> None:
        self._tell(Seen(entry, read_again(entry, before), None, ()))

    def _look(
        self, entry: DeckEntry | None, before: Reading | None, signs: tuple[Stamp, ...], again: bool
    ) -> None:
        now = signs_of_change([entry.path] if entry else [])
        if now == signs and not again:
            self._tell(Seen(None, None, None, now))
            return
        reading = read_again(entry, before) if entry else None
        self._tell(Seen(entry, reading, list_decks(), now))
