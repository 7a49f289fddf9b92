"""Fields as rectangles of text: what the grid of panes and the numbered list have in common.

Whole names always: a name that is too long for a line takes several. What is higher than the widget scrolls,
so that the selected field is in view.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from samtale_tui.tui.palette import Shade
from samtale_tui.tui.widgets.fields_board import FieldsBoard, WheelState, segment
from samtale_tui.tui.widgets.movement import Direction
from samtale_tui.tui.widgets.placing import ARROW, Box

BAR = "█"
"""Shows a theme's colour."""
_THUMB = "█"


@dataclass(frozen=True)
class Tile:
    """One rectangle: a field, the arrow to the plan, or the heading of a theme."""

    index: int | None
    """Of the field, or of the arrow; nothing for a heading."""
    box: Box
    """Where it stands before scrolling."""
    lines: tuple[str, ...]
    """Its name, in lines."""
    framed: bool = False
    """Whether it has a frame of its own."""


class Look(NamedTuple):
    """How a tile is written now."""

    chosen: bool
    focused: bool
    used: int
    total: int


class TilesBoard(FieldsBoard):
    """A board whose fields are rectangles of text."""

    DEFAULT_CSS = """
    TilesBoard { width: 1fr; height: 1fr; background: $background; }
    """
    in_order = False
    """Whether up and down go through the fields by their numbers, whatever stands above or below."""

    _laid_out_for: tuple[int, int] = (-1, -1)
    _painted_as: tuple[object, ...] = ()
    _tiles: tuple[Tile, ...] = ()
    _height = 0
    _top = 0
    _shades: dict[str, Shade]

    def lay_out(self, width: int, height: int) -> tuple[Tile, ...]:
        """The tiles for so many cells; they may be higher than that together."""
        raise NotImplementedError

    def draw(self, tile: Tile, row: int, look: Look) -> list[Segment]:
        """One row of a tile, as wide as its box."""
        raise NotImplementedError

    # What is shown

    def forget(self) -> None:
        """Keep nothing of what was laid out and painted."""
        super().forget()
        self._laid_out_for = (-1, -1)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles at the present size."""
        size = (self.content_size.width, self.content_size.height)
        if size != self._laid_out_for:
            self._laid_out_for = size
            self._tiles = self.lay_out(*size)
            self._height = max((tile.box.bottom for tile in self._tiles), default=0)
            if self._height > size[1] and size[0] > 1:
                self._tiles = self.lay_out(size[0] - 1, size[1])
                self._height = max(tile.box.bottom for tile in self._tiles)
            self._strips.clear()
            self._show_selected()
        return self._tiles

    def changed_regions(self, before: WheelState, was: int | None) -> list[Region] | None:
        """The boxes of the tiles that look different; everything where it scrolls or cards came or went."""
        if self.totals(before) != self.totals(self.state):
            self._laid_out_for = (-1, -1)
            return None
        moved, counted = self.changed(before, was)
        boxes = self._forget(moved | counted)
        if was != self.selected and self._show_selected():
            return None
        return [self._region(box) for box in boxes]

    def _forget(self, indexes: Collection[int | None]) -> list[Box]:
        """Keep no line of these tiles; where they stand."""
        boxes = [tile.box for tile in self.tiles if tile.index is not None and tile.index in indexes]
        for box in boxes:
            for row in range(box.y, box.bottom):
                self._strips.pop(row, None)
        return boxes

    def _region(self, box: Box) -> Region:
        return Region(box.x, box.y - self._top, box.width, box.height)

    def _show_selected(self) -> bool:
        """Scroll so that the selected tile is in view; whether that moved anything."""
        top, height = self._top, self.content_size.height
        chosen = next((tile.box for tile in self._tiles if tile.index == self.selected is not None), None)
        if chosen:
            top = min(max(top, chosen.bottom - height), chosen.y)
        return self._scroll_to_row(top)

    def _scroll_to_row(self, top: int) -> bool:
        before = self._top
        self._top = max(0, min(top, self._height - self.content_size.height))
        return self._top != before

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Further down."""
        self._wheel_turned(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Further up."""
        self._wheel_turned(event, -1)

    def _wheel_turned(self, event: events.MouseEvent, rows: int) -> None:
        if self._scroll_to_row(self._top + rows):
            event.stop()
            self.refresh()

    # Where things are

    def spots(self) -> list[tuple[float, float]]:
        """The middles of the tiles."""
        found = {
            tile.index: (tile.box.x + tile.box.width / 2, 2.0 * tile.box.y + tile.box.height)
            for tile in self.tiles
            if tile.index is not None
        }
        return [found[index] for index in sorted(found)]

    def hit(self, x: int, y: int) -> int | None:
        """The tile in a cell."""
        return next((tile.index for tile in self.tiles if tile.box.holds(x, y + self._top)), None)

    def next_to(self, index: int, direction: Direction) -> int | None:
        """What lies in a direction; at the end of a row the next in order."""
        step = -1 if direction in {Direction.LEFT, Direction.UP} else 1
        along = {Direction.UP, Direction.DOWN} if self.in_order else {Direction.LEFT, Direction.RIGHT}
        found = None if self.in_order and direction in along else super().next_to(index, direction)
        if found is None and direction in along and 0 <= index + step < len(self.spots()):
            return index + step
        return found

    # Painting

    def repaint_selected(self) -> None:
        """The selected tile has the cursor's colours, or has them no longer."""
        for box in self._forget({self.selected}):
            self.refresh(self._region(box))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region."""
        painted_as = (self.colours.dark, self.ground)
        if painted_as != self._painted_as:
            self._painted_as = painted_as
            self._shades = self.colours.shades_of(self.deck)
            self._strips.clear()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line, painted once until something on it changes."""
        tiles = self.tiles
        strip = self._strips.get(y + self._top)
        if strip is None:
            strip = self._strips[y + self._top] = self._paint(y + self._top, tiles)
        return self._with_thumb(strip, y) if self._height > self.content_size.height else strip

    def _paint(self, row: int, tiles: Sequence[Tile]) -> Strip:
        segments: list[Segment] = []
        at, width = 0, self.content_size.width
        for tile in sorted((tile for tile in tiles if tile.box.y <= row < tile.box.bottom), key=_left):
            if tile.box.x > at:
                segments.append(self.text(" " * (tile.box.x - at)))
            segments += self.draw(tile, row - tile.box.y, self._look(tile))
            at = tile.box.right
        if at < width:
            segments.append(self.text(" " * (width - at)))
        return Strip(segments).adjust_cell_length(width)

    def _with_thumb(self, strip: Strip, y: int) -> Strip:
        """The line with its part of the scroll bar in the last column."""
        height = self.content_size.height
        first = self._top * height // self._height
        last = max(first + 1, (self._top + height) * height // self._height)
        sign = _THUMB if first <= y < last else " "
        width = self.content_size.width
        return Strip([*strip.crop(0, width - 1), self.text(sign, muted=True)], width)

    def _look(self, tile: Tile) -> Look:
        chosen = tile.index is not None and tile.index == self.selected
        used, total = (0, 0) if tile.index is None else self.counts(tile.index)
        return Look(chosen, chosen and self.has_focus, used, total)

    def text(
        self, text: str, *, look: Look | None = None, bold: bool = False, muted: bool = False
    ) -> Segment:
        """Plain text in the board's colours; the cursor's when the keys go to the tile."""
        colours = self.colours
        if look and look.focused:
            return segment(text, colours.accent, colours.on_accent, bold=True, reverse=True)
        ink = colours.muted if muted else colours.foreground
        return segment(text, ink, self.ground, bold=bold or bool(look and look.chosen))

    def bar(self, index: int, look: Look) -> Segment:
        """One cell in the colour of a field's theme; the arrow before what leads to the plan."""
        colours = self.colours
        if index == self.rim:
            return self.text(ARROW, look=look, bold=True)
        fill = self._shades[self.fields[index].id].fill
        return segment(BAR, fill, colours.accent if look.focused else self.ground)


def _left(tile: Tile) -> int:
    return tile.box.x
