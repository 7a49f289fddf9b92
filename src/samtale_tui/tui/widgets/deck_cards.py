"""A deck's cards in one long list that paints only the lines that are seen, so that two thousand are as quick as ten."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from samtale_tui.deck.model import Deck
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.card_line import card_parts, fitted
from samtale_tui.tui.widgets.card_rows import Kind, Row, deck_rows
from samtale_tui.tui.widgets.fields_board import MARKER

_LEAD = 2
"""Cells before every line, in which the mark stands."""
_STYLES = ("head", "muted", "found", "marked")


class DeckCards(ScrollView, can_focus=True):
    """What the deck is, and its cards field by field; one card or one field's heading is marked."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"deck-cards--{name}" for name in _STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"go({by})", show=False) for key, by in (("up", -1), ("down", 1))),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("left", "screen.to_decks", show=False),
        Binding("enter", "open", show=False),
    ]

    virtual_size = Reactive(Size(0, 0))
    """As every widget's, but not a reason to lay out the whole screen: that costs more than all the rest."""

    class Marked(Message):
        """Another line is marked."""

    class Opened(Message):
        """The marked card is to be opened."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._deck: Deck | None = None
        self._found: Sequence[int] = ()
        self._words: tuple[str, ...] = ()
        self._rows: list[Row] = []
        self._at = -1
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._inks: dict[str, Style] = {}

    # What is shown

    def show(
        self, deck: Deck | None, found: Sequence[int], words: tuple[str, ...], number: int | None
    ) -> None:
        """Show these cards of a deck.

        Args:
            deck: whose cards; none: nothing is known of them yet.
            found: the cards' numbers in the deck's order.
            words: what is looked for; none: the whole deck is shown.
            number: of the card to mark; where it is not among them, the first.
        """
        row_before = self._at - self.scroll_offset.y
        self._deck, self._found, self._words = deck, found, words
        self._lay_rows()
        self._at = self._row_of(number)
        self.forget()
        self._keep_in_sight(row_before)

    def go_to_top(self) -> None:
        """From the very beginning, the first card marked."""
        self._at = self._row_of(None)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    @property
    def number(self) -> int | None:
        """The marked card's place in the deck's order; none where none is marked."""
        row = self.row
        return row.number if row and row.kind is Kind.CARD else None

    @property
    def field(self) -> str | None:
        """The field that the mark stands on."""
        return self.row.field if self.row else None

    @property
    def row(self) -> Row | None:
        """The marked line."""
        return self._rows[self._at] if 0 <= self._at < len(self._rows) else None

    def mark_card(self, number: int) -> None:
        """Mark a card."""
        self._mark(self._row_of(number))

    def neighbour(self, number: int, by: int) -> int | None:
        """The card that is shown after another one, or before it."""
        numbers = [row.number for row in self._rows if row.kind is Kind.CARD]
        at = numbers.index(number) + by if number in numbers else -1
        return numbers[at] if 0 <= at < len(numbers) else None

    def _lay_rows(self) -> None:
        width = self._width
        deck = self._deck
        searching = bool(self._words)
        self._rows = (
            deck_rows(deck, self._found, max(width - _LEAD - 1, 8), searching=searching) if deck else []
        )
        self.virtual_size = Size(width, len(self._rows))
        wanted = self.virtual_size.height > self.scrollable_content_region.height
        if wanted != self.show_vertical_scrollbar:
            self.refresh(layout=True)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _row_of(self, number: int | None) -> int:
        """The row of a card; without one the first card's, else the first heading's."""
        first = -1
        for at, row in enumerate(self._rows):
            if row.kind is Kind.CARD and (row.number == number or number is None):
                return at
            if row.kind in (Kind.CARD, Kind.HEAD) and (first < 0 or self._rows[first].kind is Kind.HEAD):
                first = at
        return first

    def head(self, title: str) -> None:
        """The words in the frame."""
        self.border_title = plain_line(title)

    # Keys and mouse

    def action_go(self, by: int) -> None:
        """To the next line that can be marked; past the first one, to what stands above it."""
        at = self._at + by
        while 0 <= at < len(self._rows) and self._rows[at].kind in (Kind.GAP, Kind.ABOUT):
            at += by
        if 0 <= at < len(self._rows):
            self._mark(at)
        elif by < 0:
            self.scroll_to(y=0, animate=False, immediate=True)

    def action_page(self, by: int) -> None:
        """As far as a page goes."""
        wanted = self._at + by * max(1, self.scrollable_content_region.height - 1)
        self._mark(self._nearest(wanted))

    def action_end(self, end: int) -> None:
        """To the first or the last."""
        if end:
            self._mark(self._nearest(len(self._rows)))
        else:
            self._mark(self._row_of(None))
            self.scroll_to(y=0, animate=False, immediate=True)

    def action_open(self) -> None:
        """Open the marked card."""
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Mark what is clicked; open it where it was marked already."""
        offset = event.get_content_offset(self)
        at = -1 if offset is None else offset.y + self.scroll_offset.y
        if not 0 <= at < len(self._rows) or self._rows[at].kind in (Kind.GAP, Kind.ABOUT):
            return
        if at == self._at:
            self.action_open()
        self._mark(at)

    def _nearest(self, at: int) -> int:
        """The line nearest to a place that can be marked."""
        can = [n for n, row in enumerate(self._rows) if row.kind in (Kind.HEAD, Kind.CARD)]
        return min(can, key=lambda n: abs(n - at), default=-1)

    def _mark(self, at: int) -> None:
        if at == self._at or at < 0:
            return
        for row in (self._at, at):
            self._repaint_row(row)
        self._at = at
        self._keep_in_sight(None)
        self.post_message(self.Marked())

    def _keep_in_sight(self, line: int | None) -> None:
        """Scroll as little as is needed to see the mark; or so that it stays on a line of the window."""
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if self._at < 0 or height <= 0:
            return
        if line is not None and 0 <= line < height:
            top = self._at - line
        above = 1 if self._at and self._rows[self._at - 1].kind is Kind.HEAD else 0
        top = min(max(top, self._at - height + 1), self._at - above)
        if self._row_of(None) == self._at and self._at < height:
            top = 0
        self.scroll_to(y=max(0, top), animate=False, immediate=True)

    # Painting

    def forget(self) -> None:
        """Keep nothing of what was painted."""
        self._strips.clear()
        self._inks.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme, other colours."""
        super().notify_style_update()
        self.forget()

    def on_resize(self) -> None:
        """Prose is broken anew, and lines are cut elsewhere."""
        number = self.number
        self._lay_rows()
        self._at = self._row_of(number)
        self.forget()
        self.call_after_refresh(self._keep_in_sight, None)

    def on_focus(self) -> None:
        """The mark shows that the keys go here."""
        self._repaint_row(self._at)

    def on_blur(self) -> None:
        """It shows that they go elsewhere."""
        self._repaint_row(self._at)

    def _repaint_row(self, at: int) -> None:
        self.refresh(Region(0, at - self.scroll_offset.y, self._width, 1))

    def render_line(self, y: int) -> Strip:
        """A line, kept until something is different."""
        at = y + self.scroll_offset.y
        width = self._width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        marked = at == self._at
        if marked:
            return self._painted(self._rows[at], width, marked=True)
        key = (at, self.has_focus)
        if key not in self._strips:
            self._strips[key] = self._painted(self._rows[at], width, marked=False)
        return self._strips[key]

    def _painted(self, row: Row, width: int, *, marked: bool) -> Strip:
        base = self._ink("marked") if marked and self.has_focus else self.rich_style
        if marked:
            base += Style(bold=True)
        lead = f"{MARKER} " if marked else " " * _LEAD
        segments = [Segment(lead, base), *self._said(row, width - _LEAD, base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _said(self, row: Row, width: int, base: Style) -> Iterator[Segment]:
        muted = base + Style(color=self._ink("muted").color)
        if row.kind is Kind.CARD and self._deck:
            for part in card_parts(self._deck.cards[row.number], self._words, width):
                style = base + self._ink("found") if part.found else muted if part.muted else base
                yield Segment(part.text, style)
            return
        head = base + self._ink("head") if row.kind is Kind.HEAD else base
        text = fitted(row.text, width)
        yield Segment(text, head)
        if row.more:
            before = "  " if text else ""
            yield Segment(fitted(f"{before}{row.more}", max(0, width - len(text))), muted)

    def _ink(self, name: str) -> Style:
        if name not in self._inks:
            partial = name != "marked"
            self._inks[name] = self.get_component_rich_style(f"deck-cards--{name}", partial=partial)
        return self._inks[name]
