"""The lines of a deck, painted only where they are seen, so that two thousand cards are as quick as ten."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from samtale_tui.deck.model import Deck
from samtale_tui.deck.search import places_of
from samtale_tui.tui.widgets.card_line import card_parts, fitted
from samtale_tui.tui.widgets.card_rows import Kind, Row
from samtale_tui.tui.widgets.fields_board import MARKER

LEAD = 2
"""Cells before every line, in which the mark stands."""
_STYLES = ("head", "muted", "found", "marked")


class DeckRows(ScrollView):
    """Rows of one line each, one of them marked. Which there are, and what keys do, is added to it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"deck-rows--{name}" for name in _STYLES}

    virtual_size = Reactive(Size(0, 0))
    """As every widget's, but not a reason to lay out the whole screen: that costs more than all the rest."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.deck: Deck | None = None
        """Whose cards the rows are."""
        self.words: tuple[str, ...] = ()
        """What is looked for."""
        self.rows: list[Row] = []
        """All lines."""
        self.at = -1
        """The line that is marked; less than none where none is."""
        self.cells = 0
        """How wide a line is."""
        self._strips: dict[int, Strip] = {}
        self._inks: dict[tuple[str, str], Style] = {}

    def measure(self) -> None:
        """Take the room that there is now."""
        self.cells = self.scrollable_content_region.width

    def put(self, rows: list[Row]) -> None:
        """Other rows."""
        self.rows = rows
        self.virtual_size = Size(self.cells, len(rows))
        self.vertical_scrollbar.window_virtual_size = len(rows)  # a layout would do that, and much more

    def forget(self) -> None:
        """Keep nothing of what was painted."""
        self._strips.clear()
        self._inks.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme, other colours."""
        super().notify_style_update()
        self.forget()

    def on_focus(self) -> None:
        """The mark shows that the keys go here."""
        self.repaint_row(self.at)

    def on_blur(self) -> None:
        """It shows that they go elsewhere."""
        self.repaint_row(self.at)

    def repaint_row(self, at: int) -> None:
        """Paint one line again."""
        self.refresh(Region(0, at - self.scroll_offset.y, self.cells, 1))

    def render_line(self, y: int) -> Strip:
        """A line; all but the marked one are kept until something is different."""
        at = y + self.scroll_offset.y
        if at >= len(self.rows):
            return Strip.blank(self.cells, self._ink(""))
        if at == self.at:
            return self._painted(self.rows[at], "marked" if self.has_focus else "bold")
        if at not in self._strips:
            self._strips[at] = self._painted(self.rows[at], "")
        return self._strips[at]

    def _painted(self, row: Row, ground: str) -> Strip:
        base = self._ink(ground)
        lead = f"{MARKER} " if ground else " " * LEAD
        segments = [Segment(lead, base), *self._said(row, self.cells - LEAD, ground)]
        used = sum(segment.cell_length for segment in segments)
        if used < self.cells:
            segments.append(Segment(" " * (self.cells - used), base))
        strip = Strip(segments, max(used, self.cells))
        return strip if used <= self.cells else strip.crop(0, self.cells)

    def _said(self, row: Row, width: int, ground: str) -> Iterator[Segment]:
        if row.kind is Kind.CARD and self.deck:
            for part in card_parts(self.deck.cards[row.number], self.words, width):
                name = "found" if part.found else "muted" if part.muted else ""
                yield Segment(part.text, self._ink(ground, name))
            return
        text = fitted(row.text, width)
        name = "head" if row.kind is Kind.HEAD else ""
        at = 0
        for start, end in places_of(self.words, text) if name else ():
            yield Segment(text[at:start], self._ink(ground, name))
            yield Segment(text[start:end], self._ink(ground, "found"))
            at = end
        yield Segment(text[at:], self._ink(ground, name))
        if row.more:
            before = "  " if text else ""
            more = fitted(f"{before}{row.more}", max(0, width - cell_len(text)))
            yield Segment(more, self._ink(ground, "muted"))

    def _ink(self, ground: str, name: str = "") -> Style:
        """The style of letters, each made once.

        Args:
            ground: what they stand on: the widget's own, "bold", or that of the "marked" line.
            name: what they are, as "found"; nothing for plain ones.
        """
        key = (ground, name)
        if key not in self._inks:
            style = self.rich_style
            if ground == "marked":
                style = self.get_component_rich_style("deck-rows--marked")
            if ground:
                style += Style(bold=True)
            if name:
                style += self.get_component_rich_style(f"deck-rows--{name}", partial=True)
            self._inks[key] = style
        return self._inks[key]
