"""What can be done to the cards chosen beforehand, and which of them the rules put in (S49, S51, S54)."""

from samtale_tui.basis.order import moved_by
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation.chosen import Chooser, ChosenCard
from samtale_tui.conversation.model import Conversation
from samtale_tui.deck.model import Deck


def prescribed(deck: Deck) -> tuple[ChosenCard, ...]:
    """The cards that are in from the start: the first one of every mandatory field and of the council's."""
    found: dict[str, ChosenCard] = {}
    for fields, by in ((deck.rules.mandatory, Chooser.RULES), (deck.rules.council, Chooser.COUNCIL)):
        for card in (card for field in fields for card in deck.cards_by_field[field][:1]):
            found.setdefault(card, ChosenCard(card=card, by=by))
    return tuple(found.values())


def choose_card(conversation: Conversation, card_id: str, by: Chooser = Chooser.LEADER) -> Conversation:
    """A card chosen beforehand, last in the order; one that is chosen already gets its new chooser."""
    if conversation.card_by_id(card_id) is None:
        return conversation
    before = chosen_card(conversation, card_id)
    if before is None:
        return conversation.but(chosen=(*conversation.chosen, ChosenCard(card=card_id, by=by)))
    return _with(conversation, before.but(by=by))


def drop_chosen(conversation: Conversation, card_id: str) -> Conversation:
    """A card chosen no longer."""
    left = tuple(each for each in conversation.chosen if each.card != card_id)
    return conversation if left == conversation.chosen else conversation.but(chosen=left)


def say_why(conversation: Conversation, card_id: str, why: str) -> Conversation:
    """Why a card was chosen."""
    before = chosen_card(conversation, card_id)
    return _with(conversation, before.but(why=clean_prose(why))) if before else conversation


def move_chosen(conversation: Conversation, card_id: str, by: int) -> Conversation:
    """A chosen card some places up (negative) or down, as far as there is room."""
    moved = moved_by([each.card for each in conversation.chosen], card_id, by)
    cards = {each.card: each for each in conversation.chosen}
    chosen = tuple(cards[card] for card in moved)
    return conversation if chosen == conversation.chosen else conversation.but(chosen=chosen)


def chosen_card(conversation: Conversation, card_id: str) -> ChosenCard | None:
    """How a card was chosen beforehand; none where it was not."""
    return next((each for each in conversation.chosen if each.card == card_id), None)


def is_chosen(conversation: Conversation, card_id: str) -> bool:
    """Whether a card was chosen beforehand."""
    return chosen_card(conversation, card_id) is not None


def _with(conversation: Conversation, changed: ChosenCard) -> Conversation:
    chosen = tuple(changed if each.card == changed.card else each for each in conversation.chosen)
    return conversation if chosen == conversation.chosen else conversation.but(chosen=chosen)
