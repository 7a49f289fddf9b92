"""A deck's cards, field by field, in one long list with a mark that keys and mouse move."""

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from samtale_tui.deck.model import Deck
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.card_rows import Kind, Row, card_rows, deck_rows, prose_rows
from samtale_tui.tui.widgets.deck_rows import LEAD, DeckRows

_CAN_BE_MARKED = (Kind.HEAD, Kind.CARD)


class DeckCards(DeckRows, can_focus=True):
    """What the deck is, and its cards; one card or one field's heading is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"go({by})", show=False) for key, by in (("up", -1), ("down", 1))),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("left", "screen.to_decks", show=False),
        Binding("enter", "open", show=False),
    ]

    class Opened(Message):
        """The marked card is to be opened."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._cards: list[Row] = []
        self._found: Sequence[int] = ()
        self._instead = ""
        self._head = ("", "")

    # What is shown

    def show(
        self, deck: Deck, found: Sequence[int], words: tuple[str, ...], number: int | None, *, anew: bool
    ) -> None:
        """Show these cards of a deck.

        Args:
            deck: whose cards.
            found: the cards' numbers in the deck's order.
            words: what is looked for; none: the whole deck is shown.
            number: of the card to mark; where it is not among them, the first.
            anew: whether it is shown from its beginning; else the mark stays on its line of the window.
        """
        line = None if anew else self.at - self.scroll_offset.y
        if deck is not self.deck:
            self._cards = card_rows(deck)
        self.deck, self.words = deck, words
        self._found = found
        self._lay(None if anew else number, line)

    def show_words(self, words: str) -> None:
        """Show no cards but some words."""
        self.deck, self.words = None, ()
        self._instead = words
        self._lay(None, None)

    def head(self, title: str, count: str) -> None:
        """The words in the frame; nothing is painted where they are the same."""
        if (title, count) != self._head:
            self._head = (title, count)
            self.border_title, self.border_subtitle = plain_line(title), plain_line(count)

    def _lay(self, number: int | None, line: int | None) -> None:
        self.measure()
        room = max(self.cells - LEAD - 1, 8)
        if self.deck:
            self.put(deck_rows(self.deck, self._cards, self._found, room, searching=bool(self.words)))
        else:
            self.put(list(prose_rows(self._instead, room)))
        self.at = self._row_of(number)
        self.forget()
        self._keep_in_sight(line)

    def on_resize(self) -> None:
        """Prose is broken anew, and lines are cut elsewhere."""
        self._lay(self.number, None)
        self.call_after_refresh(self._keep_in_sight, None)

    # What is marked

    @property
    def number(self) -> int | None:
        """The marked card's place in the deck's order; none where no card is marked."""
        row = self.rows[self.at] if 0 <= self.at < len(self.rows) else None
        return row.number if row and row.kind is Kind.CARD else None

    @property
    def field(self) -> str | None:
        """The field that the mark stands on."""
        return self.rows[self.at].field if 0 <= self.at < len(self.rows) else None

    def mark_card(self, number: int) -> None:
        """Mark a card."""
        self._mark(self._row_of(number))

    def neighbour(self, number: int, by: int) -> int | None:
        """The card that is shown after another one, or before it."""
        numbers = [row.number for row in self.rows if row.kind is Kind.CARD]
        at = numbers.index(number) + by if number in numbers else -1
        return numbers[at] if 0 <= at < len(numbers) else None

    def _row_of(self, number: int | None) -> int:
        """The row of a card; without one the first card's, else the first heading's."""
        if number is not None and number < len(self._cards):
            with suppress(ValueError):
                return self.rows.index(self._cards[number])
        kinds = [row.kind for row in self.rows]
        return next((kinds.index(kind) for kind in (Kind.CARD, Kind.HEAD) if kind in kinds), -1)

    def _mark(self, at: int) -> None:
        if at == self.at or at < 0:
            return
        before, self.at = self.at, at
        for row in (before, at):
            self.repaint_row(row)
        self._keep_in_sight(None)

    def _keep_in_sight(self, line: int | None) -> None:
        """Scroll as little as is needed to see the mark, and what stands above the first card.

        Args:
            line: the line of the window that the mark is to stand on, where that can be.
        """
        height = self.scrollable_content_region.height
        if self.at < 0 or height <= 0:
            return
        top = self.scroll_offset.y if line is None or not 0 <= line < height else self.at - line
        above = 1 if self.at and self.rows[self.at - 1].kind is Kind.HEAD else 0
        top = min(max(top, self.at - height + 1), self.at - above)
        is_first = not any(row.kind in _CAN_BE_MARKED for row in self.rows[: self.at - above])
        self.scroll_to(y=0 if is_first and self.at < height else max(0, top), animate=False, immediate=True)

    # Keys and mouse

    def action_go(self, by: int) -> None:
        """To the next line that can be marked."""
        at = self.at + by
        while 0 <= at < len(self.rows) and self.rows[at].kind not in _CAN_BE_MARKED:
            at += by
        if 0 <= at < len(self.rows):
            self._mark(at)

    def action_page(self, by: int) -> None:
        """As far as a page goes."""
        self._mark_near(self.at + by * max(1, self.scrollable_content_region.height - 1))

    def action_end(self, end: int) -> None:
        """To the first or the last."""
        self._mark_near(len(self.rows) if end else 0)

    def action_open(self) -> None:
        """Open the marked card."""
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Mark what is clicked; open it where it was marked already."""
        offset = event.get_content_offset(self)
        at = -1 if offset is None else offset.y + self.scroll_offset.y
        if not 0 <= at < len(self.rows) or self.rows[at].kind not in _CAN_BE_MARKED:
            return
        if at == self.at:
            self.action_open()
        self._mark(at)

    def _mark_near(self, at: int) -> None:
        """Mark the line nearest to a place that can be marked."""
        can = (n for n, row in enumerate(self.rows) if row.kind in _CAN_BE_MARKED)
        self._mark(min(can, key=lambda n: abs(n - at), default=-1))
