"""A deck as one list: what it is, its rules in short, and its cards field by field. Plain Python."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import conversation_title
from samtale_tui.deck.model import CardKind, Deck, Field
from samtale_tui.documents.outline import Words
from samtale_tui.tui.sinks import MOST_SHOWN
from samtale_tui.tui.widgets.typeset import typeset


class Kind(Enum):
    """What a row is."""

    GAP = auto()
    ABOUT = auto()
    HEAD = auto()
    CARD = auto()


class Row(NamedTuple):
    """A line of the list."""

    kind: Kind
    text: str = ""
    """What it says; of a card the widget says it itself."""
    number: int = -1
    """The card's place in the deck's order."""
    field: str = ""
    """The field that it belongs to."""
    more: str = ""
    """What stands after the text, muted."""


GAP = Row(Kind.GAP)


def card_rows(deck: Deck) -> list[Row]:
    """The row of every card, in the deck's order; made once, as a search takes from them at every letter."""
    return [Row(Kind.CARD, "", number, card.field) for number, card in enumerate(deck.cards)]


def deck_rows(
    deck: Deck, cards: Sequence[Row], found: Sequence[int], width: int, *, searching: bool
) -> list[Row]:
    """The rows of a deck.

    Args:
        deck: whose.
        cards: the row of every card.
        found: the numbers of the cards that are shown, in the deck's order.
        width: cells that prose is broken at.
        searching: whether only what is found is wanted.
    """
    on_field: dict[str, list[Row]] = {field.id: [] for field in deck.listed_fields}
    for number in found:
        row = cards[number]
        on_field[row.field].append(row)
    rows: list[Row] = [] if searching else list(_about(deck, width))
    for field, on_cards in on_field.items():
        if searching and not on_cards:
            continue
        if rows:
            rows.append(GAP)
        rows.append(_head(deck, deck.fields_by_id[field], len(on_cards)))
        rows += on_cards
    return rows


def kind_word(kind: CardKind) -> str:
    """What stands before a card that is no plain question."""
    return {
        CardKind.EXERCISE: _("Øvelse"),
        CardKind.BLANK: _("Blankt kort"),
        CardKind.TOPIC: _("Emne"),
    }.get(kind, "")


def prose_rows(text: str, width: int) -> Iterator[Row]:
    """Words that are only read."""
    yield from (Row(Kind.ABOUT, line) for line in _lines(text, width))


def _head(deck: Deck, field: Field, count: int) -> Row:
    theme = clean_line(deck.theme_of(field).title)
    more = [*([theme] if theme != clean_line(field.title) else []), n_("1 kort", "{n} kort", count)]
    if field.id in deck.rules.excluded:
        more.append(_("ikke på hjulet"))
    return Row(Kind.HEAD, clean_line(field.title), field=field.id, more=" · ".join(more))


def _about(deck: Deck, width: int) -> Iterator[Row]:
    summary = clean_line(deck.summary)[:MOST_SHOWN]
    facts = [conversation_title(deck.conversation), n_("1 kort", "{n} kort", len(deck.cards))]
    yield from prose_rows(summary, width)
    yield from (Row(Kind.ABOUT, more=line) for line in _lines(" · ".join((*facts, *_rules(deck))), width))


def _lines(text: str, width: int) -> Iterator[str]:
    for line in typeset([Words(text)], width):
        yield "".join(piece.text for piece in line)


def _rules(deck: Deck) -> Iterator[str]:
    """The rules that make this deck another than others, each in a few words."""
    rules = deck.rules
    if rules.ground_rules:
        yield n_("1 spilleregel", "{n} spilleregler", len(rules.ground_rules))
    yield _("plan kræves") if rules.plan == "required" else _("planen er frivillig")
    if rules.plan_minutes:
        yield n_("1 minut til planen", "{n} minutter til planen", rules.plan_minutes)
    if rules.mandatory:
        yield n_("1 obligatorisk felt", "{n} obligatoriske felter", len(rules.mandatory))
    if rules.council:
        yield n_("1 emne vælges af MED-udvalget", "{n} emner vælges af MED-udvalget", len(rules.council))
    if rules.approval != "none":
        yield _("planen godkendes")
    if rules.delete_after_days:
        yield n_("slettes efter 1 dag", "slettes efter {n} dage", rules.delete_after_days)
