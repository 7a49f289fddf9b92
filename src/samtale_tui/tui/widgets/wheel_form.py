"""What a deck asks of its wheel: its form in so many cells, the titles round it, and which names are cut off.

Pure reckoning, so that the command line can tell the writer of a deck how the wheel comes out.
"""

from functools import lru_cache

from samtale_tui.deck.model import Deck, Field, Place
from samtale_tui.tui.widgets import wheel_labels
from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.geometry import Form, geometry
from samtale_tui.tui.widgets.placing import ARROW
from samtale_tui.tui.widgets.titles import Piece, balanced, cut

SIDE = 34
"""Cells of what stands beside the board; ``ROOMY_SIDE`` on a screen of at least ``ROOMY``."""
ROOMY = 100
ROOMY_SIDE = 50
BARS = 2
"""Lines above and below the board."""
_MOST_RIM_LINES = 3
_MOST_RIM_CELLS = 24
_MOST_PLATE_CELLS = 20
_LEAST_RADIUS = 8


def board_size(width: int, height: int) -> tuple[int, int]:
    """Cells that the board has on a screen of so many, across and down."""
    return width - (SIDE if width < ROOMY else ROOMY_SIDE), height - BARS


@lru_cache(maxsize=8)
def rim_forms(title: str) -> tuple[tuple[str, ...], ...]:
    """The ways to write the rim's title, with fewer and fewer cells across; each as its lines."""
    parts = [Piece(word, blank=True) for word in title.split()]
    found: list[tuple[str, ...]] = []
    for count in range(1, _MOST_RIM_LINES + 1):
        lines = balanced(parts, count, _MOST_RIM_CELLS)
        if lines and tuple(lines) not in found:
            found.append(tuple(lines))
    return tuple(found) or ((cut(title, _MOST_RIM_CELLS),),)


def plate_title(deck: Deck) -> str:
    """What stands between the fields of a halved or quartered hub, as VORES TEAM; empty for nothing."""
    hub = deck.fields_at(Place.HUB)
    themes = {field.theme for field in hub}
    if len(hub) not in {2, 4} or len(themes) != 1:
        return ""
    title = deck.theme_of(hub[0]).title.upper()
    return title if cell_len(title) <= _MOST_PLATE_CELLS else ""


def form_of(deck: Deck, width: int, height: int) -> Form:
    """The form of a deck's wheel in so many cells."""
    lead = len(ARROW) + 1
    titles = tuple((lead + max(map(cell_len, lines)), len(lines)) for lines in rim_forms(deck.wheel.rim))
    hub, ring = len(deck.fields_at(Place.HUB)), len(deck.fields_at(Place.RING))
    return Form(width, height, hub, ring, titles, cell_len(plate_title(deck)))


def fits(deck: Deck, width: int, height: int) -> bool:
    """Whether a wheel of so many cells can be read: numbers in all sectors, whole names in most."""
    form = form_of(deck, width, height)
    if geometry(form).radius < _LEAST_RADIUS:
        return False
    found = _labels(form, deck.ordered_fields)
    return all(label.rows for label in found) and 4 * sum(label.whole for label in found) >= 3 * len(found)


def cut_off(deck: Deck, width: int, height: int) -> dict[str, str]:
    """What a wheel of so many cells shows of the titles that it has no room for, under their fields' ids."""
    fields = deck.ordered_fields
    labels = _labels(form_of(deck, width, height), fields)
    return {
        field.id: " ".join(row.text for row in label.rows if row.text).removeprefix(str(number)).strip()
        for number, (field, label) in enumerate(zip(fields, labels, strict=True), 1)
        if not label.whole
    }


def _labels(form: Form, fields: tuple[Field, ...]) -> tuple[wheel_labels.Label, ...]:
    """The labels as they are before any card is counted: names come before dots."""
    return wheel_labels.labels(form, fields, (0,) * len(fields))
