"""The decks beside their cards: which there are, where each comes from, and which cannot be used."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.deck.shelf import DeckEntry, Listing, Origin
from samtale_tui.tui.widgets.panes import Pane

_ORDER = (Origin.OWN, Origin.SHARED, Origin.ELSEWHERE, Origin.SHIPPED)


def origin_word(origin: Origin) -> str:
    """Where a deck comes from, in a word."""
    return {
        Origin.OWN: _("eget"),
        Origin.SHARED: _("delt"),
        Origin.SHIPPED: _("medfølger"),
        Origin.ELSEWHERE: _("andetsteds"),
    }[origin]


def in_order(listing: Listing) -> tuple[DeckEntry, ...]:
    """All decks as they are listed: one's own first, each group by title, the hidden ones last in theirs."""
    return tuple(sorted((*listing.entries, *listing.hidden), key=lambda entry: _ORDER.index(entry.origin)))


def facts_of(entry: DeckEntry, cards: int | None) -> str:
    """What is told of a deck that can be used."""
    parts = [
        entry.conversation.upper() if entry.conversation else "",
        "" if cards is None else n_("1 kort", "{n} kort", cards),
        origin_word(entry.origin),
    ]
    return " · ".join(part for part in parts if part)


class DeckList(Pane):
    """A deck on two lines, or on one where the list stands above the cards."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("right", "screen.to_cards", show=False)]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.moved: Callable[[Path], None] | None = None
        """Called with the deck that is marked now. No message, which would come a frame late: its cards are
        painted together with the mark."""
        self._is_filling = False

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Another deck is marked."""
        super().watch_highlighted(highlighted)
        if self.moved and self.marked and not self._is_filling:
            self.moved(Path(self.marked))

    def show(
        self,
        entries: Sequence[DeckEntry],
        cards: Mapping[Path, int],
        faults: Mapping[Path, int],
        *,
        on_one_line: bool,
    ) -> None:
        """Show these decks.

        Args:
            entries: in their order.
            cards: how many cards each has that was read.
            faults: how much is wrong with each that has anything.
            on_one_line: whether a deck has one line.
        """
        between = "  " if on_one_line else "\n  "
        lines: list[tuple[str, Content]] = []
        for entry in entries:
            wrong, count = faults.get(entry.path, 0), cards.get(entry.path)
            mark, words = "  ", facts_of(entry, count)
            style = "$text-muted"
            if wrong:
                mark, style = "▲ ", ""
                words = f"{n_('1 fejl', '{n} fejl', wrong)} · {words}"
            elif entry.used:
                mark = "◌ "
                words = f"{_('skjult')} · {words}"
            title = clean_line(entry.title)
            lines.append((str(entry.path), Content.assemble((mark, style), title, between, (words, style))))
        self._is_filling = True
        self.fill(lines)
        self._is_filling = False
        self.head(_("Kortsæt · {n}").format(n=len(entries)), "")
