"""Fields as rectangles of text: what the grid of panes and the numbered list have in common.

Whole names always: a name that is too long for a line takes several. What is higher than the widget scrolls,
so that the selected field is in view.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from samtale_tui.deck.model import Field
from samtale_tui.tui.theme import Shade
from samtale_tui.tui.widgets.fields_board import (
    ARROW,
    MARKER,
    UNUSED,
    USED,
    FieldsBoard,
    WheelState,
    segment,
)
from samtale_tui.tui.widgets.movement import Direction
from samtale_tui.tui.widgets.placing import Box
from samtale_tui.tui.widgets.titles import whole, whole_text

BAR = "█"
"""Shows a theme's colour."""
MOST_COLUMNS = 4
_LEAST_NAME = 10
_BETWEEN = 2
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
        changed = {index for index in (was, self.selected) if was != self.selected}
        changed |= {
            index
            for index, field in enumerate(self.fields)
            if before.counts(field.id) != self.state.counts(field.id)
        }
        boxes = [tile.box for tile in self.tiles if tile.index is not None and tile.index in changed]
        for box in boxes:
            for row in range(box.y, box.bottom):
                self._strips.pop(row, None)
        if was != self.selected and self._show_selected():
            return None
        return [Region(box.x, box.y - self._top, box.width, box.height) for box in boxes]

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

    def on_focus(self) -> None:
        """The selected tile shows that the keys go here."""
        self._repaint_selected()

    def on_blur(self) -> None:
        """The selected tile shows that the keys go elsewhere."""
        self._repaint_selected()

    def _repaint_selected(self) -> None:
        for tile in self.tiles:
            if tile.index is not None and tile.index == self.selected:
                for row in range(tile.box.y, tile.box.bottom):
                    self._strips.pop(row, None)
                self.refresh(Region(tile.box.x, tile.box.y - self._top, tile.box.width, tile.box.height))

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
        used, total = (0, 0)
        if tile.index is not None and tile.index < self.rim:
            used, total = self.state.counts(self.fields[tile.index].id)
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


# One line a field


def name_lines(board: FieldsBoard, index: int, width: int) -> tuple[str, ...]:
    """The whole name of a field, or of what the arrow leads to, in lines of so many cells."""
    if index == board.rim:
        return whole_text(board.deck.wheel.rim, width)
    return whole(board.fields[index], width)


def number_of(board: FieldsBoard, index: int) -> str:
    """A field's number, as wide as the highest one; blank for the arrow."""
    width = len(str(len(board.fields)))
    return " " * width if index == board.rim else str(index + 1).rjust(width)


def count_text(used: int, total: int) -> str:
    """Cards used of all, with a filled dot where the field is touched."""
    return f"{USED if used else UNUSED} {used}/{total}" if total else ""


def draw_line(board: TilesBoard, tile: Tile, row: int, look: Look) -> list[Segment]:
    """A row of a field that is written without a frame: mark, colour, number, name, cards used."""
    index = tile.index or 0
    number = number_of(board, index)
    mark = (MARKER if look.chosen else " ") if row == 0 else " "
    count = count_text(look.used, look.total) if row == 0 else ""
    room = tile.box.width - 4 - len(number) - (len(count) + 1 if count else 0)
    name = set_cell_size(tile.lines[row], room) + (f" {count}" if count else "")
    return [
        board.text(mark, look=look, bold=True),
        board.bar(index, look) if row == 0 or index != board.rim else board.text(" ", look=look),
        board.text(f" {number if row == 0 else ' ' * len(number)} {name}", look=look),
    ]


def line_layout(
    board: FieldsBoard,
    width: int,
    height: int,
    counts: Callable[[int], int],
    *,
    indexes: Sequence[int],
    headings: Iterable[tuple[int, str]] = (),
) -> tuple[Tile, ...]:
    """One line a field, in as few columns as fit; longer names and scrolling where nothing else helps.

    Args:
        board: whose fields they are.
        width: cells.
        height: cells.
        counts: how many cells the count of cards takes behind a name.
        indexes: of the fields, in order.
        headings: before which index which heading stands, used where there is room for all.
    """
    lead = 4 + len(str(len(board.fields)))
    tail = max((counts(index) for index in indexes), default=0)
    longest = max((cell_len(line) for index in indexes for line in name_lines(board, index, 1000)), default=1)
    natural = lead + longest + tail
    before = dict(headings)
    if natural <= width and len(indexes) + len(before) <= height:
        return _column(board, indexes, min(width, max(natural, 24)), 0, longest, before)
    fits = partial(_columns, board, indexes, width, height, lead + tail, longest)
    for may_wrap in (False, True):
        for count in range(1, MOST_COLUMNS + 1):
            if found := fits(count, may_wrap=may_wrap):
                return found
    return _column(board, indexes, min(width, natural), 0, max(1, min(longest, width - lead - tail)), {})


def _columns(
    board: FieldsBoard,
    indexes: Sequence[int],
    width: int,
    height: int,
    around: int,
    longest: int,
    count: int,
    *,
    may_wrap: bool,
) -> tuple[Tile, ...]:
    """The fields in so many columns, or nothing where that does not fit."""
    wide = min((width - (count - 1) * _BETWEEN) // count, around + longest)
    room = wide - around
    if room < (_LEAST_NAME if may_wrap else longest):
        return ()
    high = [len(name_lines(board, index, room)) for index in indexes]
    for limit in range(max(1, -(-sum(high) // count)), height + 1):
        groups: list[list[int]] = [[]]
        filled = 0
        for index, lines in zip(indexes, high, strict=True):
            if filled + lines > limit:
                groups.append([])
                filled = 0
            groups[-1].append(index)
            filled += lines
        if len(groups) <= count and max(high) <= limit:
            return tuple(
                tile
                for column, group in enumerate(groups)
                for tile in _column(board, group, wide, column * (wide + _BETWEEN), room, {})
            )
    return ()


def _column(
    board: FieldsBoard, indexes: Sequence[int], width: int, x: int, room: int, headings: dict[int, str]
) -> tuple[Tile, ...]:
    found: list[Tile] = []
    y = 0
    for index in indexes:
        if index in headings:
            found.append(Tile(None, Box(x, y, width, 1), (headings[index],)))
            y += 1
        lines = name_lines(board, index, room)
        found.append(Tile(index, Box(x, y, width, len(lines)), lines))
        y += len(lines)
    return tuple(found)


def theme_headings(fields: Sequence[Field], titles: Callable[[Field], str]) -> list[tuple[int, str]]:
    """Before which field the title of its theme stands."""
    return [
        (index, titles(field))
        for index, field in enumerate(fields)
        if index == 0 or fields[index - 1].theme != field.theme
    ]
