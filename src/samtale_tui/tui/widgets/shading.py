"""From pixels to coloured cells: a line of the wheel as segments of ``▀``, two pixels in a cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style

from samtale_tui.tui.palette import Palette, Shade
from samtale_tui.tui.widgets.geometry import LEVELS, NOTHING, RIM, Geometry

Rgb = tuple[int, int, int]

_UPPER_HALF = "▀"
# A pixel's name: its coverage, its owner, and where that is selected its core and whether the keys go there.
_OWNER = 32
_CORE = _OWNER * 256
_LIT = _CORE * _OWNER
_FOCUSED = 2 * _LIT


@dataclass(frozen=True)
class Light:
    """How the selected sector looks."""

    sector: int
    """Counted from 0."""
    focused: bool
    """The keys go to the wheel: the sector is as bright as can be."""


def rgb(colour: str) -> Rgb:
    """Red, green and blue of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def blend(parts: Sequence[tuple[Rgb, int]]) -> Rgb:
    """Colours mixed in shares that add up to ``LEVELS``."""
    red, green, blue = (
        (sum(colour[channel] * share for colour, share in parts) + LEVELS // 2) // LEVELS
        for channel in range(3)
    )
    return red, green, blue


class Painter:
    """Paints the lines of one wheel in one palette.

    A pixel is named by a number that says how it is covered; its colour is looked up only when a stretch of
    cells is made, and each stretch is made once.
    """

    def __init__(self, shape: Geometry, colours: Palette, shades: Sequence[Shade], ground: str) -> None:
        """Name the pixels.

        Args:
            shape: the wheel.
            colours: the palette.
            shades: one for each sector.
            ground: what the wheel stands on, ``#rrggbb``.
        """
        self.shape = shape
        self.colours = colours
        self.shades = shades
        self.ground = ground
        self._muted = rgb(colours.muted)
        self._lit, self._dimmed, self._accent = rgb(colours.lit), rgb(colours.dimmed), rgb(colours.accent)
        self._ground = rgb(ground)
        names = [owner * _OWNER + cover for owner, cover in zip(shape.owner, shape.cover, strict=True)]
        width = shape.form.width
        self._rows = [names[start : start + width] for start in range(0, len(names), width)]
        self._stretches: dict[tuple[int, int, int], Segment] = {}
        self._colours: dict[int, Color] = {}

    def line(
        self, row: int, light: Light | None, holes: Sequence[tuple[int, int]] = ()
    ) -> list[list[Segment]]:
        """The cells of a row.

        Args:
            row: in cells.
            light: the selected sector; nothing where none of the row is on it.
            holes: where letters are to stand, from left to right: first column and the one after the last.

        Returns:
            The cells before, between and after the holes.
        """
        upper, lower = self._names(2 * row, light), self._names(2 * row + 1, light)
        starts = (0, *(end for _start, end in holes))
        ends = (*(start for start, _end in holes), len(upper))
        return [
            self._segments(upper[start:end], lower[start:end])
            for start, end in zip(starts, ends, strict=True)
        ]

    def _segments(self, upper: Sequence[int], lower: Sequence[int]) -> list[Segment]:
        found: list[Segment] = []
        stretches = self._stretches
        last: tuple[int, int] | None = None
        count = 0
        for pair in (*zip(upper, lower, strict=True), None):
            if pair == last:
                count += 1
                continue
            if last:
                key = (*last, count)
                found.append(stretches.get(key) or self._stretch(*key))
            last, count = pair, 1
        return found

    def _names(self, row: int, light: Light | None) -> list[int]:
        """The names of a pixel row, those of the selected sector changed."""
        names = self._rows[row]
        if light is None:
            return names
        names = list(names)
        first, last = (light.sector + 1) * _OWNER, (light.sector + 2) * _OWNER
        lit = _LIT + light.focused * _FOCUSED
        start, core, box = row * len(names), self.shape.core, self.shape.boxes[light.sector]
        for x in range(box.x, box.right):
            if first <= names[x] < last:
                names[x] += lit + core[start + x] * _CORE
        return names

    def _stretch(self, over: int, under: int, count: int) -> Segment:
        text = " " if over == under else _UPPER_HALF
        style = Style.from_color(self._colour(over), self._colour(under))
        made = self._stretches[over, under, count] = Segment(text * count, style)
        return made

    def _colour(self, name: int) -> Color:
        """The colour of a pixel, mixed once."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = Color.from_triplet(ColorTriplet(*self._mixed(name)))
        return found

    def _mixed(self, name: int) -> Rgb:
        """The colour of a pixel: ground outside, then the line of the selected sector, then the inside."""
        cover, owner = name % _OWNER, name // _OWNER % 256
        core, focused = name // _CORE % _OWNER, bool(name & _FOCUSED)
        if owner in {NOTHING, RIM}:
            return blend(((self._ground, LEVELS - cover), (self._muted, cover)))
        shade = self.shades[owner - 1]
        if not name & _LIT:
            return blend(((self._ground, LEVELS - cover), (rgb(shade.fill), cover)))
        line, inside = (self._accent, self._lit) if focused else (rgb(shade.line), self._dimmed)
        return blend(((self._ground, LEVELS - cover), (line, cover - core), (inside, core)))
