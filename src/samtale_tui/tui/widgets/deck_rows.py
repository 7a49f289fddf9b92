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
        self._strips: dict[int, Strip] = {}
        self._inks: dict[str, Style] = {}

    @property
    def cells(self) -> int:
        """How wide a line is."""
        return self.scrollable_content_region.width

    def put(self, rows: list[Row]) -> None:
        """Other rows."""
        self.rows = rows
        self.virtual_size = Size(self.cells, len(rows))

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
            return Strip.blank(self.cells, self._plain())
        if at == self.at:
            return self._painted(self.rows[at], marked=True)
        if at not in self._strips:
            self._strips[at] = self._painted(self.rows[at], marked=False)
        return self._strips[at]

    def _painted(self, row: Row, *, marked: bool) -> Strip:
        base = self._ink("marked") if marked and self.has_focus else self._plain()
        if marked:
            base += Style(bold=True)
        lead = f"{MARKER} " if marked else " " * LEAD
        segments = [Segment(lead, base), *self._said(row, self.cells - LEAD, base)]
        return Strip(segments).adjust_cell_length(self.cells, base)

    def _said(self, row: Row, width: int, base: Style) -> Iterator[Segment]:
        muted = base + Style(color=self._ink("muted").color)
        if row.kind is Kind.CARD and self.deck:
            for part in card_parts(self.deck.cards[row.number], self.words, width):
                style = base + self._ink("found") if part.found else muted if part.muted else base
                yield Segment(part.text, style)
            return
        text = fitted(row.text, width)
        if row.kind is Kind.HEAD:
            yield from self._heading(text, base + self._ink("head"))
        else:
            yield Segment(text, base)
        if row.more:
            before = "  " if text else ""
            yield Segment(fitted(f"{before}{row.more}", max(0, width - cell_len(text))), muted)

    def _heading(self, text: str, style: Style) -> Iterator[Segment]:
        at = 0
        for start, end in places_of(self.words, text):
            yield Segment(text[at:start], style)
            yield Segment(text[start:end], style + self._ink("found"))
            at = end
        yield Segment(text[at:], style)

    def _plain(self) -> Style:
        if "" not in self._inks:
            self._inks[""] = self.rich_style
        return self._inks[""]

    def _ink(self, name: str) -> Style:
        if name not in self._inks:
            style = self.get_component_rich_style(f"deck-rows--{name}", partial=name != "marked")
            self._inks[name] = style
        return self._inks[name]
