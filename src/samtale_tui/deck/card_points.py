"""What stands on a card beside its question, each part with its name, for whoever shows a card whole."""

from collections.abc import Callable, Iterator

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.words import MethodName
from samtale_tui.deck.model import Card

MethodTitle = Callable[[MethodName], str]
"""What a method is called; the rooms above know."""


def card_lists(card: Card) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Its lists that hold anything, each with its name."""
    for name, points in (
        (_("Spørg videre"), card.probes),
        (_("Tilbage"), card.back),
        (_("Nu"), card.now),
        (_("Frem"), card.forward),
    ):
        if points:
            yield name, points


def card_facts(card: Card, method_title: MethodTitle) -> Iterator[tuple[str, str]]:
    """Its time and its method, as far as it has them, each with its name."""
    if card.minutes is not None:
        yield _("Tid"), n_("{n} minut", "{n} minutter", card.minutes)
    if card.method is not None:
        yield _("Metode"), method_title(card.method)


def hint_name() -> str:
    """What the advice to the facilitator is called."""
    return _("Til dig, der leder samtalen")
