"""Titles of a deck that the room cannot read on the wheel of a small screen (80×24)."""

from collections.abc import Iterator

from samtale_tui.basis.faults import Fault
from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import quoted
from samtale_tui.deck.model import Deck
from samtale_tui.tui.widgets.titles import ELLIPSIS, has_marks
from samtale_tui.tui.widgets.wheel_form import board_size, cut_off, fits

SMALL = (80, 24)
"""Cells across and down of a projector with large letters."""
LEAST_SHOWN = 8
"""Letters of a cut title by which it is still known, with the list beside the wheel."""


def cut_titles(deck: Deck) -> Iterator[Fault]:
    """The titles that are cut off on the wheel, as far as their writer can help it.

    A title that is broken where its deck says, and of which enough is left to know it by, is let be; but not
    where so many are cut that there is a grid in place of the wheel.
    """
    board = board_size(*SMALL)
    cut = cut_off(deck, *board)
    is_wheel = not cut or fits(deck, *board)
    for number, field in enumerate(deck.fields):
        shown = cut.get(field.id)
        if shown is None or (is_wheel and has_marks(field) and len(shown) > LEAST_SHOWN):
            continue
        if is_wheel:
            message = _("På en skærm på 80×24 viser hjulet kun {shown} af titlen.")
        else:
            message = _(
                "På en skærm på 80×24 er der intet hjul: for mange titler skæres af, denne til {shown}."
            )
        remedy = _("Skriv i wrap, hvor titlen må deles, som »Samarbejds|partnere«, eller gør den kortere.")
        yield Fault(("fields", number, "title"), message.format(shown=quoted(shown or ELLIPSIS)), remedy)
