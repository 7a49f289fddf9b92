"""What is allowed in a deck and could be better: in itself, and as the wheel shows it. Loads no Textual."""

from collections.abc import Iterator

from samtale_tui.basis.faults import Fault
from samtale_tui.deck.model import Deck


def poor(deck: Deck) -> Iterator[Fault]:
    """All of it; what finds it is loaded only now, as a deck with errors never comes so far."""
    from samtale_tui.deck.poor import warnings_of
    from samtale_tui.tui.widgets.cut_titles import cut_titles

    yield from warnings_of(deck)
    yield from cut_titles(deck)
