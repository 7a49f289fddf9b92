"""One card of a deck, whole."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from samtale_tui.basis.language import _
from samtale_tui.deck.model import Deck
from samtale_tui.tui.card_outline import card_blocks, card_title
from samtale_tui.tui.commands import command
from samtale_tui.tui.help_rows import Row, row_of
from samtale_tui.tui.screens.reader_box import ReaderBox
from samtale_tui.tui.sinks import say


class CardBox(ReaderBox):
    """Gives the number of the card that it ended on, and what is to be done there, as ``edit_card:12``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "done('')", show=False),
        Binding("e", "done('edit_card')", show=False),
        Binding("c", "done('copy_card')", show=False),
        Binding("right,pagedown", "turn(1)", show=False),
        Binding("left,pageup", "turn(-1)", show=False),
    ]

    def __init__(self, deck: Deck, number: int, neighbour: Callable[[int, int], int | None]) -> None:
        """Make the box.

        Args:
            deck: whose card it is.
            number: the card's place in the deck's order.
            neighbour: the number of the card that is shown next to one, in a direction.
        """
        self._deck = deck
        self._number = number
        self._neighbour = neighbour
        hint = _("← → andre kort  ·  e ret  ·  c kopiér  ·  Esc lukker")
        super().__init__(card_title(deck, deck.cards[number]), tuple(card_blocks(deck.cards[number])), hint)

    def help_rows(self) -> tuple[Row, ...]:
        """What can be done with the card."""
        return (
            *super().help_rows(),
            Row("← →", _("Det forrige eller det næste kort")),
            *map(row_of, map(command, ("edit_card", "copy_card"))),
        )

    def action_turn(self, by: int) -> None:
        """Another card."""
        number = self._neighbour(self._number, by)
        if number is None:
            say(self.app, _("Der er ikke flere kort den vej."))
            return
        self._number = number
        card = self._deck.cards[number]
        self.show(card_title(self._deck, card), tuple(card_blocks(card)))

    def action_done(self, then: str) -> None:
        """Close the box."""
        self.dismiss(f"{then}:{self._number}")
