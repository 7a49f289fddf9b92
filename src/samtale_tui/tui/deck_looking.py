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
    error: Exception | None = None
    """What went wrong in looking; a fault of the program's."""


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
        in_background(self._answer, self._read, entry, readings.get(entry.path))

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
        before = readings.get(entry.path) if entry else None
        in_background(self._answer, self._look, entry, before, signs, again)

    def answered(self) -> None:
        """An answer has been dealt with."""
        self._under_way -= 1

    def _answer(self, work: Callable[..., Seen], *args: object) -> None:
        """Tell what comes of it; what a thread raises would be lost."""
        try:
            seen = work(*args)
        except Exception as error:  # noqa: BLE001 - raised again where it is told
            seen = Seen(None, None, None, (), error)
        self._tell(seen)

    def _read(self, entry: DeckEntry, before: Reading | None) -> Seen:
        return Seen(entry, read_again(entry, before), None, ())

    def _look(
        self, entry: DeckEntry | None, before: Reading | None, signs: tuple[Stamp, ...], again: bool
    ) -> Seen:
        now = signs_of_change([entry.path] if entry else [])
        if now == signs and not again:
            return Seen(None, None, None, now)
        reading = read_again(entry, before) if entry else None
        return Seen(entry, reading, list_decks(), now)
