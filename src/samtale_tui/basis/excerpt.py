"""A line of somebody's file as a terminal can show it, with a mark under the place that is meant."""

import unicodedata
from itertools import accumulate
from typing import NamedTuple

from samtale_tui.basis.text import with_visible_signs

_TAB = " " * 4
_LEFT_OUT = "…"
_SIGNS_A_CELL = 4
"""Signs looked at for every cell there is: a letter may have some marks that take none."""


class Excerpt(NamedTuple):
    """What of a line fits, and what stands under it."""

    line: str
    """On one line, without control codes; … where something is left out."""
    before: int
    """Cells before the mark."""
    mark: str
    """``^~~~``, as wide as what is meant."""


def excerpt(source: str, column: int, length: int, cells: int) -> Excerpt:
    """The part of a line round a place.

    Args:
        source: the line as it stands in the file.
        column: where the place begins, counted from 1 in characters.
        length: characters that it takes.
        cells: what the terminal has room for, at least 8.
    """
    at, most = column - 1, cells * _SIGNS_A_CELL
    before = _shown(source[max(0, at - most) : at])
    here = _shown(source[at : at + min(length, most)])
    after = _shown(source[at + length : at + length + most])
    room = max(cells // 3, cells - cells_of(here + after))
    if cells_of(before) > room:
        before = _LEFT_OUT + _last(before, room - 1)
    first = cells_of(before)
    rest = here + after
    if cells_of(rest) > cells - first:
        rest = _first(rest, cells - first - 1) + _LEFT_OUT
    under = min(cells_of(here), cells_of(rest))
    return Excerpt((before + rest).rstrip(), first, "^" + "~" * (under - 1))


def cells_of(text: str) -> int:
    """How many cells a terminal shows clean text in: two for a Chinese sign or an emoji, none for a mark."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"} or "\u1160" <= sign <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _shown(text: str) -> str:
    return unicodedata.normalize("NFC", with_visible_signs(text).replace("\t", _TAB).replace("\n", " "))


def _first(text: str, cells: int) -> str:
    """As much of the beginning as there is room for."""
    return text[: sum(end <= cells for end in accumulate(map(_cells, text)))]


def _last(text: str, cells: int) -> str:
    """As much of the end as there is room for; no mark loses its letter."""
    kept = text[len(text) - sum(end <= cells for end in accumulate(map(_cells, reversed(text)))) :]
    while kept and not _cells(kept[0]):
        kept = kept[1:]
    return kept
