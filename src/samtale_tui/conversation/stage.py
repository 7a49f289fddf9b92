"""What the room may see of a card, and what is the facilitator's alone. The projector gets a ``Face``."""

from dataclasses import dataclass

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.choosing import chosen_card
from samtale_tui.conversation.chosen import ChosenCard
from samtale_tui.conversation.model import Conversation
from samtale_tui.deck.model import CardKind, Colour


@dataclass(frozen=True)
class Face:
    """The side of a card that the room sees."""

    card_id: str
    """The card's id."""
    field: str
    """Title of its field."""
    theme: str
    """Title of its theme."""
    colour: Colour
    """Its theme's hue."""
    kind: CardKind
    """What it is."""
    text: str
    """The question, or what to do."""
    probes: tuple[str, ...]
    """Questions that go deeper."""
    back: tuple[str, ...]
    """Topic cards: looking back (S60)."""
    now: tuple[str, ...]
    """Topic cards: how it is now."""
    forward: tuple[str, ...]
    """Topic cards: looking ahead."""
    minutes: int | None
    """How long it usually takes."""
    method: MethodName | None
    """The method that it points to."""
    number: int
    """Its place among the field's cards, from 1."""
    of: int
    """How many cards the field has."""


@dataclass(frozen=True)
class Backside:
    """The side of a card that only the facilitator sees."""

    hint: str
    """The deck's advice."""
    notes: str
    """The facilitator's own notes."""
    chosen: ChosenCard | None = None
    """How it was chosen beforehand, if it was (S55); the room hears why at the welcome (S59)."""


def face(conversation: Conversation, card_id: str) -> Face | None:
    """What the room sees of a card; none when there is no such card."""
    card = conversation.card_by_id(card_id)
    if card is None:
        return None
    field = conversation.deck.fields_by_id[card.field]
    theme = conversation.deck.theme_of(field)
    cards = conversation.cards_on(card.field)
    return Face(
        card_id=card_id,
        field=field.title,
        theme=theme.title,
        colour=theme.colour,
        kind=card.kind,
        text=card.text,
        probes=card.probes,
        back=card.back,
        now=card.now,
        forward=card.forward,
        minutes=card.minutes,
        method=card.method,
        number=cards.index(card_id) + 1 if card_id in cards else 0,
        of=len(cards),
    )


def backside(conversation: Conversation, card_id: str) -> Backside:
    """What only the facilitator sees of a card."""
    card = conversation.card_by_id(card_id)
    return Backside(
        hint=card.hint if card else "",
        notes=conversation.use(card_id).notes,
        chosen=chosen_card(conversation, card_id),
    )
