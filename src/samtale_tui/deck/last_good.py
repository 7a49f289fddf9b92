"""A deck's file as it is read again and again: where it is broken, the last good deck stays at hand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from samtale_tui.basis.errors import DeckError, Problem
from samtale_tui.basis.folders import user_decks_folder
from samtale_tui.deck.model import Deck
from samtale_tui.deck.reader import stamp_of
from samtale_tui.deck.search import CardIndex, index_of
from samtale_tui.deck.shelf import DeckEntry, read

Stamp = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size in bytes; zeros where it cannot be seen."""


UNREAD: Stamp = (-1, -1)
"""In place of the stamp of a file that could not be read just now: it is tried again."""


@dataclass(frozen=True)
class Reading:
    """What is known of a deck's file."""

    stamp: Stamp
    """The file that was read last."""
    index: CardIndex | None = None
    """The last good deck, prepared for searching; none where it has not been good yet."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file now."""

    @property
    def deck(self) -> Deck | None:
        """The last good deck."""
        return self.index.deck if self.index else None


def read_again(entry: DeckEntry, before: Reading | None) -> Reading:
    """A deck's file as it is now; the very same value where it has not changed.

    Args:
        entry: the deck.
        before: what was known of its file until now.
    """
    stamp = stamp_or_none(entry.path)
    if before and before.stamp == stamp:
        return before
    try:
        deck = read(entry)
    except DeckError as error:
        return Reading(UNREAD if error.is_unread else stamp, before.index if before else None, error.problems)
    if before and before.deck == deck:
        return replace(before, stamp=stamp, problems=())
    return Reading(stamp, index_of(deck))


def stamp_or_none(path: Path) -> Stamp:
    """A file's stamp; zeros where there is no such file."""
    try:
        return stamp_of(path)
    except (DeckError, OSError, ValueError):
        return 0, 0


def signs_of_change(paths: Iterable[Path]) -> tuple[Stamp, ...]:
    """What is another thing as soon as one of these files, or what lies in one's own folder, has changed."""
    return (*map(stamp_or_none, paths), _folder_stamp(user_decks_folder()))


def _folder_stamp(folder: Path) -> Stamp:
    try:
        return folder.stat().st_mtime_ns, 0
    except (OSError, ValueError):
        return 0, 0
