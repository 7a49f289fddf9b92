"""How a text is set in large letters: the largest size that there is room for, and where each line stands."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from samtale_tui.tui.widgets.lettering import Size, Typeface, typeface
from samtale_tui.tui.widgets.line_breaking import lines_of

MOST_LETTERS = 400
"""Of a text that is tried in large letters."""
_LEADING = 1.2
"""From base line to base line, in sizes: a letter with a ring never touches the line above."""


class Setting(NamedTuple):
    """A text in lines of one size."""

    size: Size
    """Of the letters."""
    lines: tuple[tuple[str, int], ...]
    """Each with the row of pixels that it stands on; a pixel is half a cell high."""
    rows: int
    """How many cells high all of it is."""


SIZES = tuple(
    Size(high, wide)
    for high, wide in (
        (30.0, 60.0), (25.4, 50.8), (21.8, 43.6), (18.2, 36.4), (16.2, 32.4), (14.6, 29.2),
        (13.2, 26.4), (12.8, 23.4), (9.6, 19.2), (9.0, 16.6), (7.2, 14.4), (7.2, 13.2),
    )
)  # fmt: skip
"""Sizes at which the letters' strokes fall on whole pixels, as far as they can; the largest first."""
LEAST_WITHOUT_SHADES = 9.0
"""The least height of an em at which letters in ink and nothing can be read."""


@lru_cache(maxsize=64)
def set_large(text: str, width: int, rows: int, *, least: float = 0.0) -> Setting | None:
    """A text in the largest letters that it has room for.

    A word is broken only where no size has room for it whole.

    Args:
        text: clean; its newlines end lines.
        width: in cells.
        rows: in cells.
        least: pixels that an em is high at least.

    Returns:
        Nothing where no size has room, where the typeface lacks a letter, or where there is no typeface.
    """
    if not text.strip() or len(text) > MOST_LETTERS or width < 1 or rows < 1:
        return None
    face = typeface()
    if face is None or not face.can_set("".join(text.split())):
        return None
    sizes = [size for size in SIZES if size.high >= least]
    tried = (
        _set_at(face, text, size, width, rows, hyphens=hyphens) for hyphens in (False, True) for size in sizes
    )
    return next((found for found in tried if found), None)


def _set_at(face: Typeface, text: str, size: Size, width: int, rows: int, *, hyphens: bool) -> Setting | None:
    """The text at one size; nothing where it is too much for the room."""
    room = 2 * width / size.wide - 0.1  # in ems
    if face.width(text.replace("\n", " ")) > room * (2 * rows / (_LEADING * size.high) + 1):
        return None
    lines = lines_of(text, room, face.width, hyphens=hyphens)
    if not lines or any(face.width(line) > room for line in lines):
        return None
    return _placed(face, lines, size, rows)


def _placed(face: Typeface, lines: Sequence[str], size: Size, rows: int) -> Setting | None:
    """The lines under each other, as near to the upper edge as the letters of the first allow."""
    above = ceil(face.extent(lines[0])[0] * size.high - 0.2)
    below = ceil(face.extent(lines[-1])[1] * size.high - 0.2)
    step = round(size.high * _LEADING)
    height = above + step * (len(lines) - 1) + below
    needed = ceil(height / 2)
    if needed > rows:
        return None
    placed = tuple((line, above + step * number) for number, line in enumerate(lines))
    return Setting(size, placed, needed)
