"""A card's values as they are written in a deck's file, in the way of the decks that are shipped."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from samtale_tui.basis.toml_spans import Value, comments_in
from samtale_tui.deck.model import Card

CARD_KEYS = tuple(Card.model_fields)
"""The keys of a card in the order in which they are written."""
ALWAYS_WRITTEN = ("field", "kind")
WIDEST = 110
"""Letters of a line beyond which a list takes a line an item."""
INDENT = "  "

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_CLOSING_QUOTE = re.compile(r'"(?="")|"$')

Written = str | int | Sequence[str]
"""A value as TOML knows it."""


def written_values(card: Card) -> dict[str, Written]:
    """What a file says of a card: its values under their keys, those left out that say nothing."""
    found: dict[str, Written] = {}
    for key in CARD_KEYS:
        value = getattr(card, key)
        if key in ALWAYS_WRITTEN or value not in ("", (), None):
            found[key] = value
    return found


def value_text(value: Written, newline: str, indent: str = "") -> str:
    """A value that stands on a line of its own.

    Args:
        value: what is written.
        newline: the file's line end.
        indent: blanks before the key.
    """
    if isinstance(value, str):
        return _over_lines(value, newline) if "\n" in value else string_text(value)
    if isinstance(value, int):
        return str(value)
    lines = (f"{indent}{INDENT}{string_text(item)}," for item in value)
    return newline.join(("[", *lines, f"{indent}]"))


def short_text(value: Written) -> str:
    """A value on one line, as it stands in an inline table."""
    if isinstance(value, str):
        return string_text(value)
    return str(value) if isinstance(value, int) else f"[{', '.join(map(string_text, value))}]"


def string_text(text: str) -> str:
    """A text in quotation marks, on one line."""
    return f'"{text.translate(_ESCAPES)}"'


def _over_lines(text: str, newline: str) -> str:
    escaped = _CLOSING_QUOTE.sub(r'\\"', text.replace("\\", "\\\\"))
    return f'"""{newline}{escaped.replace(chr(10), newline)}"""'


def card_block(card: Card, newline: str) -> str:
    """A card under its header, one key a line, without a line end after the last."""
    lines = (f"{key} = {value_text(value, newline)}" for key, value in written_values(card).items())
    return newline.join(("[[cards]]", *lines))


def inline_card(card: Card) -> str:
    """A card as an inline table, on one line."""
    return f"{{ {', '.join(f'{key} = {short_text(value)}' for key, value in written_values(card).items())} }}"


def changed_list(
    text: str, array: Value, old: Sequence[str], new: Sequence[str], newline: str, indent: str
) -> str:
    """A list with other items than before: those that stay keep their letters, and every comment stays.

    Args:
        text: the file's.
        array: where the list stands in it.
        old: its items as they are read.
        new: what it is to hold.
        newline: the file's line end.
        indent: blanks before the key.
    """
    before = text[array.start : array.end]
    if "\n" not in before:
        short = short_text(new)
        return short if len(short) <= WIDEST else value_text(new, newline, indent)
    inner = _indent_of(text, array) or f"{indent}{INDENT}"
    lines = [f"{inner}{line}" for line in _item_lines(text, array, old, new)]
    return newline.join(("[", *lines, f"{indent}]"))


def _item_lines(text: str, array: Value, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The lines between the brackets, without what they are indented by."""
    gaps = _gaps(text, array)
    over: list[str] = list(gaps[0][1])
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for step in range(max(b - a, d - c)):
            same_line, below = gaps[a + step + 1] if a + step < b else ("", [])
            if c + step < d:
                yield from over
                item = array.items[a + step] if kind == "equal" else None
                letters = text[item.start : item.end] if item else string_text(new[c + step])
                yield f"{letters},{f'  {same_line}' if same_line else ''}"
                over = list(below)
            else:
                over += [*([same_line] if same_line else []), *below]
    yield from over


def _gaps(text: str, array: Value) -> list[tuple[str, list[str]]]:
    """The comments before the first item, and after each: that on its line, and those below it."""
    edges = [
        array.start + 1,
        *(edge for item in array.items for edge in (item.start, item.end)),
        array.end - 1,
    ]
    found: list[tuple[str, list[str]]] = []
    for number in range(0, len(edges), 2):
        gap = text[edges[number] : edges[number + 1]]
        comments = comments_in(gap)
        on_the_line = comments_in(gap.split("\n", 1)[0]) if number else []
        found.append((on_the_line[0] if on_the_line else "", comments[len(on_the_line) :]))
    return found


def _indent_of(text: str, array: Value) -> str:
    """The blanks before the first item that begins a line; nothing where none does."""
    for item in array.items:
        before = text[text.rfind("\n", 0, item.start) + 1 : item.start]
        if not before.strip():
            return before
    return ""
