"""A deck's text with one card added, changed, moved or gone, and every other letter of it as it was.

Pure functions from text to text, for decks with ``[[cards]]`` and with ``cards = [ {…} ]``. No comment ever
goes: those of a card that is deleted stay where it stood. (A TOML library that keeps comments hangs those
between two cards on the first of them, where they are headings of the second.)
"""

from collections.abc import Sequence

import tomli

from samtale_tui.basis.toml_spans import Table, Value, tables_in
from samtale_tui.deck.card_change import changed_block, changed_inline, without_element
from samtale_tui.deck.card_text import INDENT, card_block, inline_card, written_values
from samtale_tui.deck.model import Card
from samtale_tui.deck.text_lines import (
    comment_lines,
    content_end,
    indent_at,
    line_end,
    line_start,
    newline_of,
    spliced,
    with_blank_lines,
)


def with_card(text: str, card: Card) -> str:
    """The text of a good deck with one card more: after the last one on its field, else after all."""
    layout = _Layout(text)
    on_field = [n for n, each in enumerate(layout.values) if each.get("field") == card.field]
    number = on_field[-1] if on_field else len(layout.values) - 1
    if layout.array is not None:
        return _with_item(text, layout.array, number, card)
    last = layout.cards[number] if layout.cards else None
    return _with_block(text, _block_end(text, last) if isinstance(last, Table) else len(text), card)


def with_changed_card(text: str, number: int, card: Card) -> str:
    """The text of a good deck with other values on one card; what is the same keeps its letters.

    Args:
        text: of a deck that can be read.
        number: of the card in the file's order, from 0.
        card: how it is to be.
    """
    layout = _Layout(text)
    place = layout.cards[number]
    was, wanted = written_values(Card.model_validate(layout.values[number])), written_values(card)
    newline = newline_of(text)
    if isinstance(place, Value):
        changed = changed_inline(text[place.start : place.end], was, wanted, newline)
        return spliced(text, [(place.start, place.end, changed)])
    start, end = line_start(text, place.start), line_end(text, _last_value(place))
    return spliced(text, [(start, end, changed_block(text[start:end], was, wanted, newline))])


def without_card(text: str, number: int) -> str:
    """The text of a good deck with one card less; numbered from 0 in the file's order."""
    layout = _Layout(text)
    place = layout.cards[number]
    if isinstance(place, Value):
        around = layout.array or place
        return spliced(text, [without_element(text, around, number, newline_of(text))])
    start, end = line_start(text, place.start), line_end(text, _last_value(place))
    kept = comment_lines(text, start, end, newline_of(text))
    if not kept:
        start, end = with_blank_lines(text, start, end)
    return spliced(text, [(start, end, kept)])


def with_cards_swapped(text: str, number: int, other: int) -> str:
    """The text of a good deck with two cards in each other's place; comments right above a card go along."""
    layout = _Layout(text)
    (a, b), (c, d) = sorted((_unit(text, layout, number), _unit(text, layout, other)))
    return spliced(text, [(a, b, text[c:d]), (c, d, text[a:b])])


class _Layout:
    """Where the cards stand in a text."""

    def __init__(self, text: str) -> None:
        tables = self.tables = tables_in(text)
        values = tomli.loads(text.removeprefix("\ufeff")).get("cards", [])
        self.values: list[dict[str, object]] = values if isinstance(values, list) else []
        """What the file says of each."""
        root = {pair.keys: pair.value for pair in tables[0].pairs}
        self.array = root.get(("cards",))
        """Where they stand in ``cards = […]``; none where each has its ``[[cards]]``."""
        blocks = [table for table in tables if table.in_array and table.name == ("cards",)]
        self.cards: Sequence[Table | Value] = blocks if self.array is None else self.array.items


def _last_value(table: Table) -> int:
    return table.pairs[-1].value.end if table.pairs else table.end


def _unit(text: str, layout: _Layout, number: int) -> tuple[int, int]:
    """A card as it is moved; what ends a text of several lines above it is no comment."""
    place = layout.cards[number]
    if isinstance(place, Value):
        return place.start, place.end
    above = max((_last_value(each) for each in layout.tables if each.start < place.start), default=0)
    start = line_start(text, place.start)
    while start > 0:
        before = line_start(text, start - 1)
        if before < above or not text[before:start].lstrip(" \t").startswith("#"):
            break
        start = before
    return start, content_end(text, _last_value(place))


def _block_end(text: str, table: Table) -> int:
    """Where a block can follow: below the card and the comment lines that touch it and no other header."""
    below = at = line_end(text, _last_value(table))
    while text.startswith("#", at + _blanks(text, at)):
        at = line_end(text, at)
    return below if text.startswith("[", at + _blanks(text, at)) else at


def _blanks(text: str, at: int) -> int:
    line = text[at : line_end(text, at)]
    return len(line) - len(line.lstrip(" \t"))


def _with_block(text: str, at: int, card: Card) -> str:
    newline = newline_of(text)
    above = text[:at]
    if not above.removeprefix("\ufeff"):
        apart = ""
    elif above.endswith("\n"):
        apart = newline
    else:
        apart = newline * 2
    return f"{above}{apart}{card_block(card, newline)}{newline}{text[at:]}"


def _with_item(text: str, array: Value, after: int, card: Card) -> str:
    """One more inline table in an array, on a line of its own where the array has several."""
    written = inline_card(card)
    if not array.items:
        return spliced(text, [(array.start + 1, array.start + 1, written)])
    last = array.items[after]
    if "\n" not in text[array.start : array.end]:
        return spliced(text, [(last.end, last.end, f", {written}")])
    following = array.items[after + 1].start if after + 1 < len(array.items) else array.end - 1
    comma = _comma_between(text, last.end, following)
    line = f"{newline_of(text)}{indent_at(text, last.start) or INDENT}{written}"
    begin = last.end if comma is None else comma + 1
    at = _after_comment(text, begin)
    if comma is None:
        return spliced(
            text, [(last.end, last.end, ","), (at, at, line)] if at > last.end else [(at, at, f",{line}")]
        )
    return spliced(text, [(at, at, f"{line},")])


def _comma_between(text: str, start: int, end: int) -> int | None:
    """The comma in a gap, outside of its comments."""
    while start < end:
        if text[start] == ",":
            return start
        start = content_end(text, start) if text[start] == "#" else start + 1
    return None


def _after_comment(text: str, at: int) -> int:
    """After a comment that stands on the rest of the line; where none does, here."""
    rest = text[at : content_end(text, at)]
    return at + len(rest) if rest.lstrip(" \t").startswith("#") else at
