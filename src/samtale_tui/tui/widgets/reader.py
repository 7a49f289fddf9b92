"""A document to read: set when there is something new to set, and painted a line at a time."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from samtale_tui.documents.outline import Block
from samtale_tui.tui.widgets.typeset import Line, typeset

_BOLD = Style(bold=True)
_APART = 1
"""Cells between the words and the scroll bar."""


class Reader(ScrollView, can_focus=True):
    """The blocks of a document, as wide as there is room for; arrows and page keys scroll."""

    DEFAULT_CSS = "Reader { scrollbar-gutter: stable; scrollbar-size-vertical: 1; overflow-x: hidden; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._lines: list[Line] = []

    def read(self, blocks: Sequence[Block]) -> None:
        """Show these from their beginning; the very same ones stay where they are."""
        if blocks != self._blocks:
            self._blocks = blocks
            self._lay()
            self.scroll_to(y=0, animate=False, immediate=True)

    def on_resize(self, _event: events.Resize) -> None:
        """As wide as there is room for."""
        self._lay()

    def _lay(self) -> None:
        width = self.scrollable_content_region.width
        self._lines = typeset(self._blocks, width - _APART) if width > _APART else []
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """What is painted."""
        style = self.rich_style
        number = y + self.scroll_offset.y
        line = self._lines[number] if number < len(self._lines) else ()
        segments = (Segment(piece.text, style + _BOLD if piece.bold else style) for piece in line)
        return Strip(segments).adjust_cell_length(self.scrollable_content_region.width, style)
