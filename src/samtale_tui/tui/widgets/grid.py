"""The wheel's fields as a grid of panes, for where there is no colour or no room for something round."""

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

from samtale_tui.tui.widgets.field_lines import draw_line, line_layout, name_lines
from samtale_tui.tui.widgets.fields_board import MARKER, WheelState, dots
from samtale_tui.tui.widgets.placing import ARROW, Box
from samtale_tui.tui.widgets.tiles import Look, Tile, TilesBoard

__all__ = ["FieldGrid", "WheelState"]

_MOST_COLUMNS = 6
_LEAST_PANE = 18
_BEST_PANE = 28
_HIGHEST_PANE = 7
_FRAME = 2
_LIGHT = ("╭─╮", "│", "╰─╯")
_HEAVY = ("┏━┓", "┃", "┗━┛")


class FieldGrid(TilesBoard):
    """A pane for every field and one for the arrow to the plan; without frames where they do not fit."""

    reaches_rim: ClassVar[bool] = True

    def lay_out(self, width: int, height: int) -> tuple[Tile, ...]:
        """Framed panes where they have room, else one line a field."""
        choices = [
            panes for columns in range(1, _MOST_COLUMNS + 1) if (panes := self._panes(width, height, columns))
        ]
        if choices:
            return min(choices, key=lambda panes: abs(panes[0].box.width - _BEST_PANE))
        return line_layout(self, width, height, indexes=range(len(self.fields) + 1))

    def _panes(self, width: int, height: int, columns: int) -> tuple[Tile, ...]:
        """Panes in so many columns, or nothing where a name or a count would not fit."""
        count = len(self.fields) + 1
        wide = (width - columns + 1) // columns
        high = min(_HIGHEST_PANE, height // -(-count // columns))
        if wide < _LEAST_PANE or high <= _FRAME or columns > count:
            return ()
        found = []
        for index in range(count):
            lines = name_lines(self, index, wide - _FRAME - self._lead(index))
            rows = len(lines) + (self._dots_below(index, lines, wide, high))
            if rows > high - _FRAME:
                return ()
            box = Box(index % columns * (wide + 1), index // columns * high, wide, high)
            found.append(Tile(index, box, lines, framed=True))
        return tuple(found)

    def _lead(self, index: int) -> int:
        """Cells before a name: colour, mark, number and a blank; the arrow stands in the number's place."""
        return 3 + len(ARROW if index == self.rim else str(index + 1))

    def _dots_below(self, index: int, lines: tuple[str, ...], wide: int, high: int) -> bool:
        """Whether the cards used stand on a line of their own: where they do not fit behind the name."""
        total = self.counts(index)[1]
        needs = len(f" {total}/{total}") if total else 0
        room = wide - _FRAME - self._lead(index) - cell_len(lines[-1])
        return bool(needs) and (len(lines) < high - _FRAME or room < needs)

    def draw(self, tile: Tile, row: int, look: Look) -> list[Segment]:
        """A row of a framed pane, or of a field without a frame."""
        wide, high = tile.box.width, tile.box.height
        if not tile.framed:
            return draw_line(self, tile, row, look)
        above, side, under = _HEAVY if look.chosen else _LIGHT
        if row in {0, high - 1}:
            left, across, right = tuple(above if row == 0 else under)
            return [self._frame(left + across * (wide - 2) + right, look)]
        below = self._dots_below(tile.index or 0, tile.lines, wide, high)
        first = (high - _FRAME - len(tile.lines) - below) // 2
        inside = self._inside(tile, row - 1 - first, look, below=below)
        return [self._frame(side, look), *inside, self._frame(side, look)]

    def _frame(self, text: str, look: Look) -> Segment:
        calm = look._replace(focused=False)
        return self.text(text, look=calm, muted=not look.chosen)

    def _inside(self, tile: Tile, line: int, look: Look, *, below: bool) -> list[Segment]:
        """What stands between a pane's sides on one line of its text; blank above and below the text."""
        index = tile.index or 0
        lead = self._lead(index)
        room = tile.box.width - _FRAME - lead
        head = " " * (lead - 1)
        body = ""
        if 0 <= line < len(tile.lines):
            body = tile.lines[line]
        elif line == len(tile.lines) and below:
            body = dots(look.used, look.total, room)
        if line == 0:
            head = (MARKER if look.chosen else " ") + (ARROW if index == self.rim else str(index + 1)) + " "
        if line == len(tile.lines) - 1 and not below and look.total:
            free = room - cell_len(body) - 1
            body += " " + dots(look.used, look.total, free).rjust(free)
        bar = self.text(" ", look=look) if index == self.rim else self.bar(index, look)
        name = 0 <= line < len(tile.lines)
        return [bar, self.text(head + set_cell_size(body, room), look=look, bold=name)]
