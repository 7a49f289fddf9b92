"""An outline of a document set in lines of a width: headings, facts, lists, a table. Plain Python and quick.

Only the words' weight is set; the colours are those of the screen. No word is ever markup.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

from samtale_tui.basis.text import clean, clean_line, shorten
from samtale_tui.documents.outline import Block, Facts, Heading, Item, Items, Signatures, Table, Words
from samtale_tui.tui.sinks import MOST_SHOWN

MOST_LETTERS = 24_000
"""Of a document that are set; after them stand three dots. The file has all of it."""
_FIRST_OF_NO_WIDTH = "\u0300"
"""Before this one every letter takes one cell."""
_LEAST_COLUMN = 3
_GAP = 2
"""Cells between the columns of a table, and after the names of facts."""
_MOST_NAME = 22
"""Cells for the name of a fact; on a narrow screen less."""


class Piece(NamedTuple):
    """Some words of a line."""

    text: str
    """Clean words on one line."""
    bold: bool = False
    """Whether they stand out."""


Line = tuple[Piece, ...]
"""Pieces side by side, together no wider than was asked for."""


def typeset(blocks: Sequence[Block], width: int) -> list[Line]:
    """The blocks in lines of at most so many cells, an empty line between blocks."""
    lines: list[Line] = []
    letters = 0
    for block in blocks:
        if letters > MOST_LETTERS:
            lines += [(), (Piece("…"),)]
            break
        part = list(_set(block, max(width, 8)))
        letters += sum(len(piece.text) for line in part for piece in line)
        if lines and part and not _belongs_to_heading(block, lines):
            lines.append(())
        lines += part
    return lines


def _belongs_to_heading(block: Block, before: list[Line]) -> bool:
    """A heading within a section has what it is about close below it."""
    return not isinstance(block, Heading) and len(before[-1]) == 1 and before[-1][0].bold


def _set(block: Block, width: int) -> Iterator[Line]:
    match block:
        case Heading(text, within):
            yield from _wrapped([Piece(shorten(text, MOST_SHOWN), bold=True)], width)
            if not within:
                yield (Piece("─" * min(width, cell_len(clean_line(text)))),)
        case Words(text):
            yield from _prose(text, width)
        case Facts(pairs):
            yield from _facts(pairs, width)
        case Items(items):
            for item in items:
                yield from _item(item, width)
        case Table(rows, shares):
            yield from _table(rows, shares, width)
        case Signatures(title, words, names):
            yield from _set(Heading(title), width)
            yield from (*_prose(words, width), ())
            for name in names:
                yield from _wrapped([Piece(f"{name} ________________".strip())], width)


def _prose(text: str, width: int) -> Iterator[Line]:
    for line in shorten(clean(text), MOST_SHOWN).split("\n"):
        yield from _wrapped([Piece(line)], width) if line.strip() else ((),)


def _facts(pairs: Sequence[tuple[str, str]], width: int) -> Iterator[Line]:
    room = min(max((cell_len(name) for name, _words in pairs), default=0), _MOST_NAME, width // 3)
    for name, words in pairs:
        names = _column([Piece(name, bold=True)], room)
        told = list(_prose(words, width - room - _GAP))
        for left, right in zip_longest(names, told, fillvalue=()):
            yield (*_padded(left, room + _GAP), *right)


def _item(item: Item, width: int) -> Iterator[Line]:
    first, *others = shorten(clean(item.text), MOST_SHOWN).split("\n")
    lead = [Piece(item.lead + (":" if item.text else ""), bold=True)] if item.lead else []
    where = [Piece(f"({item.where})")] if item.where else []
    paragraphs = [[*lead, Piece(first)], *([Piece(line)] for line in others)]
    paragraphs[-1] += where
    yield from _hanging("• ", paragraphs, width)
    for text in item.below:
        below = [[Piece(line)] for line in shorten(clean(text), MOST_SHOWN).split("\n")]
        yield from _hanging("  – ", below, width)


def _hanging(mark: str, paragraphs: Sequence[Sequence[Piece]], width: int) -> Iterator[Line]:
    """Paragraphs of which the first begins after a mark, and all else stands below that beginning."""
    before = mark
    for pieces in paragraphs:
        for line in _wrapped(pieces, width - len(mark)):
            yield (Piece(before), *line)
            before = " " * len(mark)


def _table(rows: Sequence[Sequence[str]], shares: Sequence[int], width: int) -> Iterator[Line]:
    widths = _widths(rows, shares, width)
    for number, row in enumerate(rows):
        columns = (
            _column([Piece(text, bold=number == 0)], room) for text, room in zip(row, widths, strict=True)
        )
        for cells in zip_longest(*columns, fillvalue=()):
            padded = (_padded(cell, room + _GAP) for cell, room in zip(cells[:-1], widths, strict=False))
            yield (*(piece for cell in padded for piece in cell), *cells[-1])
        if number == 0:
            yield (Piece("─" * min(width, sum(widths) + _GAP * (len(widths) - 1))),)


def _widths(rows: Sequence[Sequence[str]], shares: Sequence[int], width: int) -> list[int]:
    """What each column needs; where that is too much, those give way that are widest for their share.

    The words of the titles stay whole as long as there is room for them.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max([_LEAST_COLUMN, *map(cell_len, column)]) for column in columns]
    least = [max([_LEAST_COLUMN, *map(cell_len, column[0].split())]) for column in columns]
    room = width - _GAP * (len(widths) - 1)
    if sum(least) > room:
        least = [_LEAST_COLUMN] * len(widths)
    while sum(widths) > max(room, sum(least)):
        measured = zip(widths, least, shares, strict=True)
        wide = [each / share if each > smallest else 0 for each, smallest, share in measured]
        widths[wide.index(max(wide))] -= 1
    return widths


def _column(pieces: Sequence[Piece], width: int) -> list[Line]:
    return list(_wrapped(pieces, width))


def _padded(line: Line, width: int) -> Line:
    missing = width - sum(cell_len(piece.text) for piece in line)
    return (*line, Piece(" " * missing)) if missing > 0 else line


def _wrapped(pieces: Sequence[Piece], width: int) -> Iterator[Line]:
    """The pieces, a blank between them, broken at blanks; a word that is too long is broken where it must."""
    line: list[tuple[str, bool]] = []
    used = 0
    for word, room, bold in _words(pieces, width):
        if line and used + 1 + room > width:
            yield _joined(line)
            line, used = [], 0
        used += room + (1 if line else 0)
        line.append((word, bold))
    if line:
        yield _joined(line)


def _words(pieces: Sequence[Piece], width: int) -> Iterator[tuple[str, int, bool]]:
    """Each word with the cells that it takes."""
    for text, bold in pieces:
        measure = len if max(text, default="") < _FIRST_OF_NO_WIDTH else cell_len
        for word in text.split():
            room = measure(word)
            if room <= width:
                yield word, room, bold
            else:
                yield from ((part, cell_len(part), bold) for part in chop_cells(word, width))


def _joined(words: Sequence[tuple[str, bool]]) -> Line:
    """Words of one weight as one piece, blanks between."""
    parts = [
        Piece(" ".join(word for word, _bold in same), bold)
        for bold, same in groupby(words, key=itemgetter(1))
    ]
    return (*(Piece(f"{text} ", bold) for text, bold in parts[:-1]), parts[-1])
