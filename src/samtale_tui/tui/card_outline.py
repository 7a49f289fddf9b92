"""A whole card to read, as an outline and as plain text to copy."""

from collections.abc import Iterator

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import MethodName
from samtale_tui.deck.card_points import card_facts, card_lists, hint_name
from samtale_tui.deck.model import Card, Deck
from samtale_tui.documents.outline import Block, Facts, Heading, Item, Items, Words
from samtale_tui.method.catalogue import method_text
from samtale_tui.tui.widgets.card_rows import kind_word


def card_title(deck: Deck, card: Card) -> str:
    """Where a card lies, and what it is."""
    field = deck.fields_by_id[card.field]
    parts = (clean_line(field.title), clean_line(deck.theme_of(field).title), kind_word(card.kind))
    return " · ".join(part for part in dict.fromkeys(parts) if part)


def card_blocks(card: Card) -> Iterator[Block]:
    """All that stands on a card, its hint too."""
    yield Words(card.text or _("Et blankt kort: Her skriver I selv spørgsmålet."))
    for title, points in card_lists(card):
        yield Heading(title, within=True)
        yield Items(tuple(Item(point) for point in points))
    if card.hint:
        yield Heading(hint_name(), within=True)
        yield Words(card.hint)
    facts = tuple(card_facts(card, _title))
    if facts:
        yield Facts(facts)


def card_text(card: Card) -> str:
    """A card as text to paste elsewhere."""
    parts = [card.text] if card.text else []
    for title, points in card_lists(card):
        parts.append("\n".join((title, *(f"- {point}" for point in points))))
    if card.hint:
        parts.append(f"{hint_name()}\n{card.hint}")
    parts += [f"{name}: {words}" for name, words in card_facts(card, _title)]
    return "\n\n".join(parts) + "\n"


def _title(method: MethodName) -> str:
    return method_text(method).title
