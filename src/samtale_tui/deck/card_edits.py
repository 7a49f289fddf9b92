"""One change of a deck's cards, as it is to the model and as it is to the text; the two always agree.

A change knows how the cards were that it is about, so that it can be made in a file that somebody else has
changed meanwhile: where those cards are still there it is made, else it is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.deck import editing
from samtale_tui.deck.model import Card

Cards = tuple[Card, ...]


class CardGoneError(SamtaleError):
    """The card is not as it was any more."""

    def __init__(self) -> None:
        super().__init__(
            _("Kortet er lavet om"),
            _("Kortet er ændret eller slettet i filen, siden du åbnede det. Filen er ikke rørt."),
            _("Luk, og se på kortet igen; det, du har skrevet, venter."),
        )


@dataclass(frozen=True)
class NewCard:
    """A card more, after the last one on its field."""

    card: Card

    def found_in(self, _cards: Cards) -> "NewCard":
        """Nothing is to be found."""
        return self

    def in_deck(self, cards: Cards) -> Cards:
        """The cards with this one."""
        on_field = [number for number, each in enumerate(cards) if each.field == self.card.field]
        at = on_field[-1] + 1 if on_field else len(cards)
        return (*cards[:at], self.card, *cards[at:])

    def in_text(self, text: str) -> str:
        """The text with this card."""
        return editing.with_card(text, self.card)


@dataclass(frozen=True)
class ChangedCard:
    """A card with other values."""

    number: int
    """Its place in the deck's order, from 0."""
    was: Card
    card: Card

    def found_in(self, cards: Cards) -> "ChangedCard":
        """The same change where the card stands now.

        Raises:
            CardGoneError: it is not there.
        """
        return replace(self, number=_place_of(self.was, self.number, cards))

    def in_deck(self, cards: Cards) -> Cards:
        """The cards with this one changed."""
        return (*cards[: self.number], self.card, *cards[self.number + 1 :])

    def in_text(self, text: str) -> str:
        """The text with this card changed."""
        return editing.with_changed_card(text, self.number, self.card)


@dataclass(frozen=True)
class DroppedCard:
    """A card less."""

    number: int
    """Its place in the deck's order, from 0."""
    was: Card

    def found_in(self, cards: Cards) -> "DroppedCard":
        """The same change where the card stands now.

        Raises:
            CardGoneError: it is not there.
        """
        return replace(self, number=_place_of(self.was, self.number, cards))

    def in_deck(self, cards: Cards) -> Cards:
        """The cards without this one."""
        return (*cards[: self.number], *cards[self.number + 1 :])

    def in_text(self, text: str) -> str:
        """The text without this card."""
        return editing.without_card(text, self.number)


@dataclass(frozen=True)
class SwappedCards:
    """Two cards in each other's place."""

    number: int
    """The place of one in the deck's order, from 0."""
    was: Card
    other: int
    """The place of the other."""
    other_was: Card

    def found_in(self, cards: Cards) -> "SwappedCards":
        """The same change where the cards stand now.

        Raises:
            CardGoneError: one of them is not there.
        """
        number = _place_of(self.was, self.number, cards)
        return replace(self, number=number, other=_place_of(self.other_was, self.other, cards))

    def in_deck(self, cards: Cards) -> Cards:
        """The cards with those two swapped."""
        changed = list(cards)
        changed[self.number], changed[self.other] = cards[self.other], cards[self.number]
        return tuple(changed)

    def in_text(self, text: str) -> str:
        """The text with those two swapped."""
        return editing.with_cards_swapped(text, self.number, self.other)


CardEdit = NewCard | ChangedCard | DroppedCard | SwappedCards


def neighbour_on_field(cards: Sequence[Card], number: int, by: int) -> int | None:
    """The next card on the same field in a direction; none where there is none.

    Args:
        cards: the deck's.
        number: of the card in their order.
        by: +1 for the one below, -1 for the one above.
    """
    places = [place for place, card in enumerate(cards) if card.field == cards[number].field]
    at = places.index(number) + by
    return places[at] if 0 <= at < len(places) else None


def _place_of(card: Card, number: int, cards: Cards) -> int:
    """Where a card stands now: where it stood, else the one place where it is found."""
    if number < len(cards) and cards[number] == card:
        return number
    places = [place for place, each in enumerate(cards) if each == card]
    if len(places) != 1:
        raise CardGoneError
    return places[0]
