"""Breaking a field's title into lines of so many cells: where the deck says, else at blanks, else with ….

Widths are in cells as the terminal shows them: a Chinese sign or an emoji takes two.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from samtale_tui.deck.model import Field
from samtale_tui.tui.widgets.cells import cell_len, split_graphemes

ELLIPSIS = "…"


class Piece(NamedTuple):
    """A part of a title that stays on one line."""

    text: str
    blank: bool
    """Whether a blank, not the middle of a word, parts it from the piece before it."""


@lru_cache(maxsize=256)
def pieces(field: Field, *, marked_only: bool = False) -> tuple[Piece, ...]:
    """The parts between which a title may break.

    Args:
        field: its title, and in ``wrap`` the places that the deck proposes with |.
        marked_only: break at those places alone, not at every blank.
    """
    title = field.title
    marks = _marks(field)
    found: list[Piece] = []
    start, blank = 0, False
    for at, letter in enumerate(title):
        if letter == " " and (at in marks or not marked_only):
            found.append(Piece(title[start:at], blank))
            start, blank = at + 1, True
        elif at in marks and letter != " ":
            found.append(Piece(title[start:at], blank))
            start, blank = at, False
    found.append(Piece(title[start:], blank))
    return tuple(piece for piece in found if piece.text)


def _marks(field: Field) -> set[int]:
    """Where in the title the deck's | stand: the index of the blank there, else of the letter after it."""
    title, wrap, at = field.title, field.wrap or "", 0
    marks: set[int] = set()
    for sign in wrap:
        if sign == "|":
            if 0 < at < len(title):
                marks.add(at)
        elif sign != " ":
            at = next((place for place in range(at, len(title)) if title[place] != " "), len(title)) + 1
    return marks


def has_marks(field: Field) -> bool:
    """Whether the deck says where the title breaks."""
    return bool(field.wrap and "|" in field.wrap)


def fill(parts: Sequence[Piece], widths: Sequence[int]) -> list[str] | None:
    """The parts in lines of these widths, each as full as can be; nothing where they do not fit."""
    lines: list[str] = []
    at = 0
    while at < len(parts):
        if len(lines) == len(widths):
            return None
        line, used = _longest(parts, at, widths[len(lines)])
        if not used:
            return None
        lines.append(line)
        at += used
    return lines


def _longest(parts: Sequence[Piece], at: int, width: int) -> tuple[str, int]:
    """The longest line from a part on that fits, and how many parts it takes; none where not one fits."""
    best, used, line = "", 0, ""
    for count, part in enumerate(parts[at:], 1):
        line += (" " if part.blank and line else "") + part.text
        after = parts[at + count] if at + count < len(parts) else None
        shown = line if after is None or after.blank else _hyphened(line)
        if cell_len(shown) <= width:
            best, used = shown, count
        elif cell_len(line) > width:
            break
    return best, used


def _hyphened(line: str) -> str:
    return line if line.endswith(("-", "/", "–", " ")) else line + "-"


def balanced(parts: Sequence[Piece], lines: int, most: int) -> list[str] | None:
    """The parts in at most so many lines, the longest as short as can be; nothing where they do not fit.

    Args:
        parts: of a title.
        lines: how many there may be.
        most: cells that a line may have.
    """
    low, high = 1, most
    best = fill(parts, [high] * lines)
    while best is not None and low < high:
        middle = (low + high) // 2
        found = fill(parts, [middle] * lines)
        if found is None:
            low = middle + 1
        else:
            best, high = found, middle
    return best


def shortened(parts: Sequence[Piece], lines: int, width: int) -> tuple[str, ...]:
    """The parts in at most so many lines, the last of them cut off with … where something is left over."""
    found: list[str] = []
    at = 0
    while at < len(parts) and len(found) < lines - 1:
        line, used = _longest(parts, at, width)
        if not used:
            break
        found.append(line)
        at += used
    rest = "".join(" " * part.blank + part.text for part in parts[at:]).strip()
    return (*found, cut(rest, width)) if rest else tuple(found)


@lru_cache(maxsize=512)
def whole(field: Field, width: int) -> tuple[str, ...]:
    """The whole title in as many lines as it takes; a word too long for a line is cut into several."""
    for marked_only in (True, False):
        parts = pieces(field, marked_only=marked_only)
        if found := fill(parts, [width] * len(parts)):
            return tuple(found)
    return _hard(field.title, width)


@lru_cache(maxsize=64)
def whole_text(text: str, width: int) -> tuple[str, ...]:
    """A text that breaks at its blanks, in as many lines as it takes."""
    parts = [Piece(word, blank=True) for word in text.split()]
    return tuple(fill(parts, [width] * len(parts)) or _hard(text, width))


def _hard(text: str, width: int) -> tuple[str, ...]:
    """The text cut wherever a line is full."""
    lines: list[str] = []
    line, cells = "", 0
    for start, end, size in split_graphemes(text):
        if cells + size > width and line:
            lines.append(line.rstrip())
            line, cells = "", 0
        if line or text[start:end] != " ":
            line, cells = line + text[start:end], cells + size
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def cut(text: str, width: int) -> str:
    """The text in at most so many cells, … at the end where something was left out."""
    if cell_len(text) <= width:
        return text
    kept, cells = "", 0
    for start, end, size in split_graphemes(text):
        if cells + size > width - 1:
            break
        kept, cells = kept + text[start:end], cells + size
    return kept.rstrip() + ELLIPSIS if width > 0 else ""
