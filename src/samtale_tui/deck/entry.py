"""What a list knows of a deck, from the beginning of its file: that which stands before its first table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import tomli

from samtale_tui.basis.errors import DeckError, Problem
from samtale_tui.basis.limits import MOST_TITLE_LETTERS
from samtale_tui.basis.text import IDENTIFIER, clean_line, shorten
from samtale_tui.basis.words import ConversationKind
from samtale_tui.deck.reader import id_in, read_deck, stamp_of

_HEAD_BYTES = 8192
"""So much of a file is read at first; the texts before a deck's first table may fill half of it."""
_TABLE = re.compile(rb"^[ \t]*\[", re.MULTILINE)
_ID = re.compile(IDENTIFIER)


class Origin(StrEnum):
    """Where a deck was found."""

    OWN = "own"
    """In the user's own folder."""
    SHARED = "shared"
    """In a folder of ``SAMTALE_DECKS``."""
    SHIPPED = "shipped"
    """It travels with the program."""
    ELSEWHERE = "elsewhere"
    """It was named by its path."""


@dataclass(frozen=True)
class DeckEntry:
    """A deck as a list shows it. Its file may be wrong further down; ``shelf.read`` tells."""

    id: str
    """Its id; the file's name without its ending where no id can be read."""
    title: str
    """Its title, clean; else its id."""
    conversation: ConversationKind | None
    """Which conversation it is for; none where that cannot be read."""
    language: str
    """Language of the cards, as two letters."""
    summary: str
    """A sentence or two on one clean line; may be empty."""
    path: Path
    """Its file."""
    origin: Origin
    """Where it was found."""
    stamp: tuple[int, int] = (0, 0)
    """When its file was changed, in nanoseconds, and its size in bytes: another one, another file."""
    problems: tuple[Problem, ...] = ()
    """Why it cannot be used, as far as the list has come upon that; none means only that none is known."""
    used: Path | None = None
    """The file that is used in its stead, where another one of the same id wins."""


def entry_of(path: Path, origin: Origin) -> DeckEntry:
    """What a list shows of a file. All of the file is read only where its beginning says too little."""
    try:
        stamp = stamp_of(path)
        head = _head(path)
    except (DeckError, OSError, ValueError):
        return _from_the_whole(path, origin, (0, 0))
    match head:
        case {"id": str(id_), "title": str(title), "conversation": str(kind)} if (
            _ID.fullmatch(id_) and _is_title(title) and kind in list(ConversationKind)
        ):
            language, summary = head.get("language"), head.get("summary")
            return DeckEntry(
                id=id_,
                title=clean_line(title),
                conversation=ConversationKind(kind),
                language=language if isinstance(language, str) else "da",
                summary=clean_line(summary) if isinstance(summary, str) else "",
                path=path,
                origin=origin,
                stamp=stamp,
            )
    return _from_the_whole(path, origin, stamp)


def _is_title(title: str) -> bool:
    return 0 < len(clean_line(title)) <= MOST_TITLE_LETTERS


def _head(path: Path) -> Mapping[str, object]:
    """The keys before the first table; nothing where they cannot be told without the rest of the file.

    A line that only looks like a table's, inside a text or a list, cuts that in two, so that the part before
    it does not parse.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        beginning = file.read(_HEAD_BYTES).removeprefix(b"\xef\xbb\xbf")
    table = _TABLE.search(beginning)
    try:
        return tomli.loads(beginning[: table.start()].decode()) if table else {}
    except (ValueError, RecursionError):
        return {}


def _from_the_whole(path: Path, origin: Origin, stamp: tuple[int, int]) -> DeckEntry:
    try:
        deck = read_deck(path)
    except DeckError as error:
        id_ = id_in(path) or ""
        name = id_ if _ID.fullmatch(id_) else clean_line(path.stem) or clean_line(path.name)
        title = shorten(name, MOST_TITLE_LETTERS)
        return DeckEntry(name, title, None, "da", "", path, origin, stamp, error.problems)
    summary = clean_line(deck.summary)
    return DeckEntry(deck.id, deck.title, deck.conversation, deck.language, summary, path, origin, stamp)
