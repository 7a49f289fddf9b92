"""Decks as plain text: every thought on its own line, so that a screen reader and a pipe can follow."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import conversation_title
from samtale_tui.deck.card_points import MethodTitle, card_facts, card_lists, hint_name
from samtale_tui.deck.method_words import methods_in_words
from samtale_tui.deck.model import Card, CardKind, Deck, Place
from samtale_tui.deck.rule_words import rules_in_words
from samtale_tui.deck.shelf import DeckEntry, Listing


def deck_as_text(deck: Deck, method_title: MethodTitle = str) -> str:
    """All of a deck: what it is, its rules, what it gives to the methods, and its cards field by field.

    Last come the fields that are not on the wheel.

    Args:
        deck: the deck.
        method_title: gives the name of a method; without it the methods stand by their ids.
    """
    paragraphs = (*rules_in_words(deck), *methods_in_words(deck.methods))
    parts = ["\n".join(_head(deck)), *("\n".join(lines) for lines in paragraphs)]
    for field in deck.listed_fields:
        cards = [card for card in deck.cards if card.field == field.id]
        parts.append("\n".join(_field_head(deck, field.id, len(cards))))
        parts.extend("\n".join(_card(number, card, method_title)) for number, card in enumerate(cards, 1))
    return "\n\n".join(part for part in parts if part) + "\n"


def shelf_rows(listing: Listing, decks: Mapping[Path, Deck]) -> list[tuple[str, ...]]:
    """A row a file, those that it hides after the one that is used.

    Args:
        listing: all decks.
        decks: those that can be read, under their files.

    Returns:
        Id, title, conversation, number of cards, path, and whether it is used.
    """
    return [
        _row(entry, decks.get(entry.path))
        for used in listing.entries
        for entry in (used, *(other for other in listing.hidden if other.id == used.id))
    ]


def _row(entry: DeckEntry, deck: Deck | None) -> tuple[str, ...]:
    kind = entry.conversation.upper() if entry.conversation else "?"
    cards = _cards(len(deck.cards)) if deck else "?"
    state = _("bruges") if deck else _("kan ikke bruges")
    if entry.used:
        state = _("skjult af {path}").format(path=clean_line(str(entry.used)))
    return entry.id, entry.title, kind, cards, clean_line(str(entry.path)), state


def _kind_title(kind: CardKind) -> str:
    return {
        CardKind.DIALOGUE: _("Dialogkort"),
        CardKind.EXERCISE: _("Øvelseskort"),
        CardKind.BLANK: _("Blankt kort"),
        CardKind.TOPIC: _("Samtalekort"),
    }[kind]


def _head(deck: Deck) -> Iterator[str]:
    yield deck.title
    yield _("Samtale: {kind}").format(kind=conversation_title(deck.conversation))
    yield _("Id: {id}").format(id=deck.id)
    yield _("Sprog: {language}").format(language=_language(deck.language))
    if deck.summary:
        yield _("Om: {summary}").format(summary=_line(deck.summary))
    if deck.source:
        yield _("Kilde: {source}").format(source=_line(deck.source))
    yield _("Hjulet fører til: {rim}").format(rim=deck.wheel.rim)
    yield _("I alt: {cards}").format(cards=_cards(len(deck.cards)))


def _language(code: str) -> str:
    return {"da": _("dansk"), "en": _("engelsk")}.get(code, code)


def _field_head(deck: Deck, field_id: str, count: int) -> Iterator[str]:
    field = deck.fields_by_id[field_id]
    theme = deck.theme_of(field)
    where = _("i midten") if theme.place is Place.HUB else _("i ringen")
    if field_id in deck.rules.excluded:
        where = _("ikke på hjulet")
    yield _("Felt: {field}").format(field=field.title)
    yield _("Tema: {theme}, {where}").format(theme=theme.title, where=where)
    yield _cards(count)


def _card(number: int, card: Card, method_title: MethodTitle) -> Iterator[str]:
    """The lines of a card; all but its first one are indented and say what they are."""
    text = _line(card.text)
    kind = _kind_title(card.kind)
    yield f"{number}. {kind}: {text}" if text else f"{number}. {kind}"
    for name, points in card_lists(card):
        yield from (f"   {name}: {_line(point)}" for point in points)
    if card.hint:
        yield f"   {hint_name()}: {_line(card.hint)}"
    yield from (f"   {name}: {words}" for name, words in card_facts(card, method_title))


def _cards(count: int) -> str:
    return n_("{n} kort", "{n} kort", count)


def _line(prose: str) -> str:
    """Text of several lines on one."""
    return " ".join(prose.split())
