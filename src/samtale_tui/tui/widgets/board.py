"""The deck's fields as the round wheel, or as a grid of panes where the wheel could not be read."""

from textual.app import ComposeResult
from textual.containers import Container

from samtale_tui.deck.model import Deck
from samtale_tui.tui.theme import has_few_colours
from samtale_tui.tui.widgets.fields_board import FieldsBoard, WheelState
from samtale_tui.tui.widgets.grid import FieldGrid
from samtale_tui.tui.widgets.wheel import Wheel


class Board(Container):
    """Shows one of the two, and only that one is kept up to date."""

    def __init__(self, deck: Deck, *, id: str) -> None:
        super().__init__(id=id)
        self._deck = deck
        self._grid_wanted = False
        self._room = True
        self._state = WheelState()

    def compose(self) -> ComposeResult:
        """Both, one of them hidden."""
        yield Wheel(self._deck)
        yield FieldGrid(self._deck)

    @property
    def shown(self) -> FieldsBoard:
        """The one that is seen."""
        return self.query_one(FieldGrid) if self.is_grid else self.query_one(Wheel)

    @property
    def is_grid(self) -> bool:
        """Whether the grid is seen: it was asked for, or the wheel could not be read."""
        return self._grid_wanted or not self._room or not self._enough_colours

    @property
    def _enough_colours(self) -> bool:
        """Sixteen colours cannot tell the sectors apart."""
        return not has_few_colours(self.app)

    def show(self, state: WheelState) -> None:
        """Show this state; the hidden one learns it when it is seen."""
        self._state = state
        self.shown.show(state)

    def fit(self, width: int, height: int) -> None:
        """Choose between the two for so many cells."""
        self._room = Wheel.fits(self._deck, width, height)
        self._choose()

    def toggle(self) -> bool:
        """Between wheel and grid.

        Returns:
            Whether that was possible: without room or colours there is only the grid.
        """
        if not self._room or not self._enough_colours:
            return False
        self._grid_wanted = not self._grid_wanted
        self._choose()
        self.shown.focus()
        return True

    def _choose(self) -> None:
        had_focus = self.query_one(Wheel).has_focus or self.query_one(FieldGrid).has_focus
        self.query_one(Wheel).display = not self.is_grid
        self.query_one(FieldGrid).display = self.is_grid
        self.shown.show(self._state)
        if had_focus:
            self.shown.focus()
