"""The numbered list beside the wheel: every field's whole name, and how many of its cards are used."""

from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment

from samtale_tui.tui.widgets.field_lines import draw_line, line_layout, theme_headings
from samtale_tui.tui.widgets.fields_board import WheelState
from samtale_tui.tui.widgets.tiles import Look, Tile, TilesBoard

__all__ = ["FieldList", "WheelState"]


class FieldList(TilesBoard):
    """Every field on a line, under its theme's title where there is room for that."""

    reaches_rim: ClassVar[bool] = False
    in_order = True

    def lay_out(self, width: int, height: int) -> tuple[Tile, ...]:
        """One line a field; two columns, several lines or scrolling where there is little room."""
        headings = theme_headings(self.fields, lambda field: self.deck.theme_of(field).title)
        return line_layout(self, width, height, indexes=range(len(self.fields)), headings=headings)

    def draw(self, tile: Tile, row: int, look: Look) -> list[Segment]:
        """A field, or a theme's title above its fields."""
        if tile.index is None:
            return [self.text(set_cell_size(f" {tile.lines[0]}", tile.box.width), muted=True, bold=True)]
        return draw_line(self, tile, row, look)
