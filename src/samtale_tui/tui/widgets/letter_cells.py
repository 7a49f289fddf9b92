"""From grey pixels to cells of a terminal: quarter blocks in two shades each.

A cell has four pixels. Of the ways to part them in two, the one is taken that their shades suit best. The
block stands for the part that is more letter, so that the letters can be read without any colours too.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

LEVELS = 6
"""Shades that a pixel may have besides that of the ground."""
SHADES = LEVELS * 6
"""Shades that a part of a cell may have besides that of the ground: the mean of up to four pixels."""

_BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the pixels that they fill: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""

Pixels = tuple[int, int, int, int]


class Cell(NamedTuple):
    """What stands in one cell."""

    block: str
    ink: int
    """Shade of the block, from 0 to ``SHADES``, which is all letter."""
    ground: int
    """Shade of the rest."""


_EMPTY = Cell(" ", 0, 0)


def _level(value: int) -> int:
    """The shade of a pixel, its contrast raised, from how much of it is letter (0 to 255)."""
    return min(LEVELS, max(0, round(((value - 128) * 1.7 + 128) / 255 * LEVELS)))


SMOOTH = bytes(_level(value) for value in range(256))
"""For ``bytes.translate``: shades."""
PLAIN = bytes(LEVELS if value > 110 else 0 for value in range(256))
"""For ``bytes.translate``: ink or none, where there are not enough colours for shades."""


@cache
def cell(pixels: Pixels) -> Cell:
    """The cell for four pixels: upper left, upper right, lower left, lower right; each up to ``LEVELS``."""
    first = pixels[0]
    if pixels == (first,) * 4:
        return Cell("█", first * 6, 0) if first else _EMPTY
    whole = sum(pixels)
    inside, few, parting = max(
        _ways(pixels), key=lambda way: way[0] ** 2 / way[1] + (whole - way[0]) ** 2 / (4 - way[1])
    )
    ink, ground = round(6 * inside / few), round(6 * (whole - inside) / (4 - few))
    if ink < ground:
        return Cell(_BLOCKS[15 - parting], ground, ink)
    return Cell(_BLOCKS[parting], ink, ground)


def _ways(pixels: Pixels) -> list[tuple[int, int, int]]:
    """For each way to part them: what one part adds up to, how many are in it, and which."""
    a, b, c, d = pixels
    return [(a + b, 2, 3), (a + c, 2, 5), (a, 1, 1), (b, 1, 2), (c, 1, 4), (d, 1, 8), (b + c, 2, 6)]


def rows_of_cells(data: bytes, width: int) -> list[list[Cell]]:
    """The cells of a picture.

    Args:
        data: the levels of its pixels, row by row; as many rows as make whole cells.
        width: of the picture, in cells.
    """
    line = 2 * width
    found = []
    for start in range(0, len(data), 2 * line):
        upper, lower = data[start : start + line], data[start + line : start + 2 * line]
        quads = zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
        found.append(list(map(cell, quads)))
    return found


def stretches(cells: Iterable[Cell]) -> list[tuple[str, int, int]]:
    """Cells in stretches of the same two shades: their blocks, and the shades of those and of the rest."""
    found: list[tuple[str, int, int]] = []
    blocks, ink, ground = "", -1, -1
    for block, its_ink, its_ground in cells:
        if its_ink == ink and its_ground == ground:
            blocks += block
            continue
        if blocks:
            found.append((blocks, ink, ground))
        blocks, ink, ground = block, its_ink, its_ground
    return [*found, (blocks, ink, ground)] if blocks else found
