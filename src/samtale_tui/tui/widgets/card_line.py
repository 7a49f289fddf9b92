"""A card on one line of a list: what it is, its first words, and where the words looked for stand."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from samtale_tui.basis.text import clean_line
from samtale_tui.deck.model import Card
from samtale_tui.deck.search import folded, found_beside, places_in
from samtale_tui.tui.widgets.card_rows import kind_word

_LEAST_BESIDE = 16
"""Cells below which there is no room for what was found elsewhere on the card."""
_BEFORE_FOUND = 12
"""Letters that stand before the first word that was found, where the beginning is cut off."""
_MOST_LETTERS = 400


class Part(NamedTuple):
    """Some letters of the line."""

    text: str
    found: bool = False
    """Whether they were looked for."""
    muted: bool = False
    """Whether they matter less."""


def card_parts(card: Card, words: Sequence[str], width: int) -> list[Part]:
    """What the line says, in at most so many cells.

    Args:
        card: the card.
        words: that are looked for, as ``search.words_in`` gives them.
        width: cells.
    """
    kind = kind_word(card.kind)
    lead = f"{kind}: " if kind and card.text else kind
    room = width - cell_len(lead)
    beside = clean_line(found_beside(card, words)) if words else ""
    parts = [Part(lead, muted=True)] if lead else []
    if not beside or room < 2 * _LEAST_BESIDE:
        return [*parts, *_excerpt(card.text, words, room)]
    for_question = max(room // 2, room - cell_len(beside) - 3)
    parts += _excerpt(card.text, words, for_question)
    used = sum(cell_len(part.text) for part in parts)
    return [*parts, Part(" · ", muted=True), *_excerpt(beside, words, width - used - 3, muted=True)]


def _excerpt(text: str, words: Sequence[str], width: int, *, muted: bool = False) -> Iterator[Part]:
    """The beginning of a text; where what is looked for stands too far on, what is round that."""
    line, plain = _line_of(text)
    places = places_in(words, plain) if words else []
    if places and cell_len(line[: places[0][1]]) >= width:
        start = max(0, min(places[0][0] - _BEFORE_FOUND, len(line) + 1 - width))
        line = f"…{line[start:]}"
        places = [(a - start + 1, b - start + 1) for a, b in places]
    line = fitted(line, width)
    at = 0
    for start, end in places:
        if start >= len(line):
            break
        yield Part(line[at:start], muted=muted)
        yield Part(line[start:end], found=True)
        at = end
    yield Part(line[at:], muted=muted)


@lru_cache(maxsize=1024)
def _line_of(text: str) -> tuple[str, str]:
    """A text on one line, and what that is compared by."""
    line = clean_line(text[:_MOST_LETTERS])
    return line, folded(line)


def fitted(line: str, width: int) -> str:
    """A line in at most so many cells, … where something was left out."""
    if (line.isascii() and len(line) <= width) or cell_len(line) <= width:
        return line
    return f"{set_cell_size(line, width - 1).rstrip()}…" if width > 0 else ""
