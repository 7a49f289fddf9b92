"""A fishbowl seen from above (S40): some inside, the others round them; a list where room is short."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from samtale_tui.basis.text import clean_line
from samtale_tui.tui.theme import has_few_colours
from samtale_tui.tui.widgets.bowl_list import LISTENS, TALKS, Piece, Seated, listed
from samtale_tui.tui.widgets.bowl_places import Places, Seat, places
from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.names import cut_name
from samtale_tui.tui.widgets.painted import Painted
from samtale_tui.tui.widgets.shading import blend, rgb

_FINENESS = 4
"""Points a side in which a half cell is divided to see how much of it is water."""


class Bowl(Painted):
    """The picture."""

    DEFAULT_CSS = "Bowl { width: 1fr; height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._seated = Seated((), ())
        self._made: tuple[object, list[Strip]] = ((), [])

    def show(self, seated: Seated) -> None:
        """Seat these people; repaints only what is new."""
        clean = Seated(
            tuple(map(clean_line, seated.inner)),
            tuple(map(clean_line, seated.outer)),
            seated.inner_talks,
            seated.outer_talks,
        )
        if clean != self._seated:
            self._seated = clean
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        strips = self._strips_now()
        return strips[y] if y < len(strips) else Strip.blank(self.size.width)

    def _strips_now(self) -> list[Strip]:
        key = (self._seated, self.size, self.colours.dark, self.ground, has_few_colours(self.app))
        if self._made[0] != key:
            self._made = (key, self._painted())
        return self._made[1]

    def _places(self) -> Places | None:
        width, height = self.size
        inner, outer = self._seated.inner, self._seated.outer
        return _places_of(width, height, tuple(map(cell_len, inner)), tuple(map(cell_len, outer)))

    def _painted(self) -> list[Strip]:
        found, brush = self._places(), self._brush()
        width, height = self.size
        if found is None:
            rows = listed(self._seated, width, height)
            return [_strip(row, [None] * width, brush, width) for row in rows]
        pieces: list[list[Piece]] = [[] for _row in range(height)]
        for seats, names, talks in (
            (found.inner, self._seated.inner, self._seated.inner_talks),
            (found.outer, self._seated.outer, self._seated.outer_talks),
        ):
            for seat in seats:
                pieces[seat.row] += _letters(seat, names[seat.person], talks=talks)
        water = _water(width, height, found)
        dry: list[tuple[int, int] | None] = [None] * width
        wet = [dry] * height if brush.few else water
        return [_strip(pieces[y], wet[y], brush, width) for y in range(height)]

    def _brush(self) -> "_Brush":
        theme = self.app.current_theme
        water = theme.variables.get("block-hover-background", self.colours.background)
        return _Brush(
            rgb(self.ground),
            rgb(water[:7]),
            self.colours.foreground,
            self.colours.accent,
            has_few_colours(self.app),
        )


class _Brush(NamedTuple):
    """The colours that are painted with."""

    ground: tuple[int, int, int]
    water: tuple[int, int, int]
    ink: str
    accent: str
    few: bool

    def mixed(self, share: int) -> Color:
        """Ground with so much water in it."""
        whole = _FINENESS * _FINENESS
        return Color.from_rgb(*blend([(self.water, share), (self.ground, whole - share)]))

    def letters(self, share: int, *, dot: bool, lit: bool) -> Style:
        """Of letters on so much water."""
        if self.few:
            return Style(bold=lit)
        ink = self.accent if dot and lit else self.ink
        return Style(color=ink, bgcolor=self.mixed(share), bold=lit)


def _letters(seat: Seat, name: str, *, talks: bool) -> list[Piece]:
    """A seat and the name beside it."""
    words = cut_name(name, seat.cells)
    start = seat.name if seat.rightward else seat.name + seat.cells - cell_len(words)
    return [Piece(seat.dot, TALKS if talks else LISTENS, talks), Piece(start, words, talks)]


def _strip(
    pieces: Sequence[Piece], water: Sequence[tuple[int, int] | None], brush: _Brush, width: int
) -> Strip:
    """A row: the water, and the letters on it."""
    segments: list[Segment] = []
    x = 0
    for piece in sorted(pieces):
        segments += _stretch(water, brush, x, piece.x)
        share = _share(water, piece.x)
        dot = piece.text in (TALKS, LISTENS)
        segments.append(Segment(piece.text, brush.letters(share, dot=dot, lit=piece.lit)))
        x = piece.x + cell_len(piece.text)
    segments += _stretch(water, brush, x, width)
    return Strip(segments).adjust_cell_length(width)


def _share(water: Sequence[tuple[int, int] | None], x: int) -> int:
    """How much water is behind a letter: all or nothing, as letters want an even ground."""
    here = water[min(x, len(water) - 1)]
    whole = _FINENESS * _FINENESS
    return whole if here and sum(here) > whole else 0


def _stretch(water: Sequence[tuple[int, int] | None], brush: _Brush, start: int, end: int) -> list[Segment]:
    """The cells between letters, alike ones together."""
    segments: list[Segment] = []
    x = start
    while x < end:
        last = x
        while last < end and water[last] == water[x]:
            last += 1
        segments.append(_cells(water[x], brush, last - x))
        x = last
    return segments


def _cells(here: tuple[int, int] | None, brush: _Brush, count: int) -> Segment:
    if here is None:
        style = None if brush.few else Style(bgcolor=brush.mixed(0))
        return Segment(" " * count, style)
    upper, lower = here
    if upper == lower:
        return Segment(" " * count, Style(bgcolor=brush.mixed(upper)))
    return Segment("▀" * count, Style(color=brush.mixed(upper), bgcolor=brush.mixed(lower)))


@lru_cache(maxsize=16)
def _places_of(width: int, height: int, inner: tuple[int, ...], outer: tuple[int, ...]) -> Places | None:
    return places(width, height, inner, outer)


@lru_cache(maxsize=8)
def _water(width: int, height: int, found: Places) -> list[list[tuple[int, int] | None]]:
    """For each cell how much of its upper and of its lower half is water; none where neither has any."""
    rows: list[list[tuple[int, int] | None]] = []
    for y in range(height):
        halves = [_shares(width, found, 2 * y + half) for half in (0, 1)]
        rows.append([pair if any(pair) else None for pair in zip(*halves, strict=True)])
    return rows


def _shares(width: int, found: Places, half_row: int) -> list[int]:
    """How much of each half cell of a row is water, in points."""
    shares = [0] * width
    for part in range(_FINENESS):
        down = (half_row + (part + 0.5) / _FINENESS) / 2 - (found.y + 0.5)
        wide = found.bowl.at(down)
        if wide:
            left, right = found.x + 0.5 - wide, found.x + 0.5 + wide
            for x in range(max(0, int(left)), min(width, int(right) + 1)):
                covered = min(right, x + 1) - max(left, x)
                shares[x] += round(_FINENESS * max(0.0, covered))
    return shares
