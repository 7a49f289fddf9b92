"""One card's own text with other values: what is the same keeps its letters, and every comment stays."""

from collections.abc import Mapping, Sequence

from samtale_tui.basis.toml_spans import Pair, Table, Value, tables_in
from samtale_tui.deck.card_text import CARD_KEYS, Written, changed_list, short_text, value_text
from samtale_tui.deck.text_lines import Splice, comment_lines, indent_at, line_end, line_start, spliced

_BEFORE = "card = "
"""Makes an inline table a text that can be read on its own."""


def changed_block(block: str, was: Mapping[str, Written], wanted: Mapping[str, Written], newline: str) -> str:
    """A card under its ``[[cards]]`` with other values.

    Args:
        block: from the header to the end of the last value, or of its line.
        was: what the file says now.
        wanted: what it is to say.
        newline: the file's line end.
    """
    for key in _different(was, wanted):
        table = tables_in(block)[1]
        block = spliced(block, [_on_a_line(block, table, key, was.get(key), wanted.get(key), newline)])
    return block


def changed_inline(
    table: str, was: Mapping[str, Written], wanted: Mapping[str, Written], newline: str
) -> str:
    """A card in ``{ … }`` with other values."""
    text = _BEFORE + table
    for key in _different(was, wanted):
        value = tables_in(text)[0].pairs[0].value
        text = spliced(text, [_within_braces(text, value, key, was.get(key), wanted.get(key), newline)])
    return text.removeprefix(_BEFORE)


def without_element(text: str, around: Value, number: int, newline: str) -> Splice:
    """What takes an element and its comma out of an array or an inline table; comments beside it stay."""
    elements: Sequence[Value | Pair] = around.items or around.pairs
    if number + 1 < len(elements):
        start, end = elements[number].start, elements[number + 1].start
    elif number:
        start, end = _end(elements[number - 1]), _end(elements[number])
    else:
        start, end = around.start + 1, around.end - 1
    kept = comment_lines(text, start, end, newline)
    return start, end, f"{newline}{kept}" if kept else ""


def _end(element: Value | Pair) -> int:
    return element.value.end if isinstance(element, Pair) else element.end


def _different(was: Mapping[str, Written], wanted: Mapping[str, Written]) -> list[str]:
    return [key for key in CARD_KEYS if was.get(key) != wanted.get(key)]


def _pair(pairs: Sequence[Pair], key: str) -> Pair | None:
    return next((pair for pair in pairs if pair.keys == (key,)), None)


def _pair_before(pairs: Sequence[Pair], key: str) -> Pair | None:
    """The pair after which a new key stands as it does in the decks that are shipped."""
    earlier = CARD_KEYS[: CARD_KEYS.index(key)]
    found = (_pair(pairs, each) for each in reversed(earlier))
    return next((pair for pair in found if pair), None)


def _on_a_line(
    text: str, table: Table, key: str, was: Written | None, wanted: Written | None, newline: str
) -> Splice:
    pair = _pair(table.pairs, key)
    if pair is None:
        before = _pair_before(table.pairs, key)
        indent = indent_at(text, before.start) if before else ""
        at = line_end(text, before.value.end if before else table.end)
        line = f"{indent}{key} = {value_text(wanted or '', newline, indent)}"
        return at, at, f"{line}{newline}" if text[:at].endswith("\n") else f"{newline}{line}"
    indent = indent_at(text, pair.start)
    if wanted is None:
        start, end = line_start(text, pair.start), line_end(text, pair.value.end)
        return start, end, comment_lines(text, start, end, newline, indent)
    if isinstance(wanted, str | int):
        return pair.value.start, pair.value.end, value_text(wanted, newline, indent)
    items = changed_list(text, pair.value, _items(was), wanted, newline, indent)
    return pair.value.start, pair.value.end, items


def _within_braces(
    text: str, around: Value, key: str, was: Written | None, wanted: Written | None, newline: str
) -> Splice:
    pair = _pair(around.pairs, key)
    if pair is None:
        before = _pair_before(around.pairs, key)
        written = f"{key} = {short_text(wanted or '')}"
        if before:
            return before.value.end, before.value.end, f", {written}"
        return around.start + 1, around.start + 1, f" {written}{', ' if around.pairs else ' '}"
    if wanted is None:
        return without_element(text, around, around.pairs.index(pair), newline)
    if isinstance(wanted, str | int) or "\n" not in text[pair.value.start : pair.value.end]:
        return pair.value.start, pair.value.end, short_text(wanted)
    items = changed_list(text, pair.value, _items(was), wanted, newline, indent_at(text, pair.start))
    return pair.value.start, pair.value.end, items


def _items(was: Written | None) -> Sequence[str]:
    return () if was is None or isinstance(was, str | int) else was
