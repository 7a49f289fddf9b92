"""The board of an IGLO as lines of text: levels downwards, short and long term side by side."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from rich.cells import set_cell_size
from textual.content import Content

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.tui.widgets.card_line import fitted
from samtale_tui.tui.widgets.fields_board import FAINT_MARKER, MARKER, UNUSED, USED

ACTED = "✓"
"""Before a note that is an action of the plan."""
HANGS = "•"
"""Before any other note."""
LEAD = 3
"""Cells before the words of a note: whether it is marked, and whether it is an action."""
COUNT = 5
"""Cells after them: how many of the five it answers, and a blank."""
RULED = 15
"""From so many lines on there is a rule between the levels."""
NARROW, ROOMY = 76, 100
"""From so many cells on the levels' column is wider, and wider still."""


class Slip(NamedTuple):
    """One note as the room sees it."""

    id: str
    """Whose note it is."""
    words: str
    """What stands on it."""
    answers: str
    """How many of the five it answers, as "3/5"."""
    acted: bool
    """Whether it is an action of the plan."""


class Square(NamedTuple):
    """A level's short or long term."""

    slips: tuple[Slip, ...] = ()
    """What hangs there."""
    half: bool = False
    """Whether a new one stands half-written."""


class Floor(NamedTuple):
    """One level."""

    title: str
    """What it is called."""
    explain: str
    """Who that is, or what they can do."""
    squares: tuple[Square, Square]
    """Short term, long term."""


class Spot(NamedTuple):
    """Where the mark is, or what was clicked."""

    floor: int = 0
    """Which level, from above."""
    side: int = 0
    """0 is short, 1 long term."""
    place: int = 0
    """Which note in the square; 0 also where there is none."""


class Look(Enum):
    """How a piece of a line is painted."""

    PLAIN = auto()
    BOLD = auto()
    MUTED = auto()
    MARKED = auto()
    """The mark, where the keys go to the board."""


class Piece(NamedTuple):
    """A piece of a line."""

    text: str
    look: Look = Look.PLAIN
    spot: Spot | None = None
    """What a click there means."""


Line = tuple[Piece, ...]


class Picture(NamedTuple):
    """What the lines are made of."""

    floors: tuple[Floor, ...]
    heads: tuple[str, str]
    """What short and long term are called."""
    spot: Spot
    focused: bool


def board_lines(picture: Picture, width: int, height: int) -> list[Line]:
    """The whole board in so many cells; as many lines as there is room for."""
    label = 14 if width < NARROW else 20 if width < ROOMY else 28
    side = max(LEAD + COUNT + 1, (width - label - 2) // 2)
    ruled = height >= RULED
    heads = (set_cell_size(f" {head}", side) for head in picture.heads)
    first, second = (Piece(head, Look.BOLD) for head in heads)
    lines: list[Line] = [(Piece(" " * label), Piece("│", Look.MUTED), first, Piece("│", Look.MUTED), second)]
    rule = "─" * label + "┼" + "─" * side + "┼" + "─" * side
    room = height - 1 - (len(picture.floors) if ruled else 0)
    for number, high in enumerate(_heights(picture.floors, label, side, room)):
        if ruled:
            lines.append((Piece(rule, Look.MUTED),))
        lines += _floor_lines(picture, number, (label, side), high)
    return lines[: max(0, height)]


def _heights(floors: Sequence[Floor], label: int, side: int, room: int) -> list[int]:
    """Lines for each level: what it needs where all fit, else shared fairly; what is left over as well."""
    needs = [
        max(len(_label_lines(floor, label)), *(_needed(square, side) for square in floor.squares))
        for floor in floors
    ]
    high = [1] * len(floors)
    for _line in range(max(0, room - len(floors))):
        wanting = [n for n in range(len(floors)) if high[n] < needs[n]] or list(range(len(floors)))
        high[min(wanting, key=lambda n: (high[n], n))] += 1
    return high


def _needed(square: Square, side: int) -> int:
    lines = sum(len(_wrapped(slip.words, side - LEAD - COUNT)) for slip in square.slips)
    return max(1, lines + square.half)


def _floor_lines(picture: Picture, number: int, cells: tuple[int, int], high: int) -> Iterator[Line]:
    label, side = cells
    floor = picture.floors[number]
    rail = Piece("│", Look.MUTED)
    left = _label_lines(floor, label)[:high]
    left += [Piece(" " * label)] * (high - len(left))
    sides = [
        _square_lines(picture, Spot(number, which), side, high) for which, _square in enumerate(floor.squares)
    ]
    for row in range(high):
        yield (left[row], rail, *sides[0][row], rail, *sides[1][row])


def _label_lines(floor: Floor, cells: int) -> list[Piece]:
    """The level's name, with a dot that is full where something hangs, and who that is."""
    dot = USED if any(square.slips for square in floor.squares) else UNUSED
    title = _wrapped(floor.title, cells - 2)
    found = [
        Piece(set_cell_size(f"{dot if number == 0 else ' '} {line}", cells), Look.BOLD)
        for number, line in enumerate(title)
    ]
    explained = _wrapped(floor.explain, cells - 3) if cells > 14 else ()
    return found + [Piece(set_cell_size(f"  {line}", cells), Look.MUTED) for line in explained]


def _square_lines(picture: Picture, spot: Spot, cells: int, high: int) -> list[Line]:
    """What hangs in a square: whole where there is room, else cut, the marked note in view."""
    square = picture.floors[spot.floor].squares[spot.side]
    here = (picture.spot.floor, picture.spot.side) == (spot.floor, spot.side)
    marked = min(picture.spot.place, max(0, len(square.slips) - 1)) if here else -1
    lines: list[Line] = []
    if not square.slips:
        words = _("halvskrevet …") if square.half else "–"
        lines = [_empty(words, cells, spot, picture, here=here)]
    else:
        half = square.half and high > 1
        lines = _slip_lines(picture, square, spot, marked, (cells, high - half))
        if half:
            lines.append((Piece(set_cell_size(f"   {_('halvskrevet …')}", cells), Look.MUTED, spot),))
    blank = (Piece(" " * cells, spot=spot),)
    return (lines + [blank] * high)[:high]


def _empty(words: str, cells: int, spot: Spot, picture: Picture, *, here: bool) -> Line:
    mark = (MARKER if picture.focused else FAINT_MARKER) if here else " "
    look = Look.MARKED if here and picture.focused else Look.MUTED
    return (Piece(set_cell_size(f"{mark}  {words}", cells), look, spot),)


def _slip_lines(
    picture: Picture, square: Square, spot: Spot, marked: int, cells: tuple[int, int]
) -> list[Line]:
    side, high = cells
    wrapped = [_wrapped(slip.words, side - LEAD - COUNT) for slip in square.slips]
    given = _lines_each([len(words) for words in wrapped], high, marked)
    first = _first_shown(len(square.slips), high, marked)
    lines: list[Line] = []
    for place in range(first, len(square.slips)):
        if lines and len(lines) == high - 1 and place < len(square.slips) - 1:
            more = len(square.slips) - place
            words = " " * LEAD + n_("1 til", "{n} til", more)
            lines.append((Piece(set_cell_size(words, side), Look.MUTED, spot._replace(place=place)),))
            break
        slip, shown = square.slips[place], wrapped[place][: given[place]]
        if len(shown) < len(wrapped[place]):
            rest = " ".join(wrapped[place][len(shown) - 1 :])
            shown = (*shown[:-1], fitted(rest, side - LEAD - COUNT))
        is_marked = place == marked
        mark = (MARKER if picture.focused else FAINT_MARKER) if is_marked else " "
        look = Look.MARKED if is_marked and picture.focused else Look.BOLD if is_marked else Look.PLAIN
        for number, words in enumerate(shown):
            lead = f"{mark}{ACTED if slip.acted else HANGS} " if number == 0 else " " * LEAD
            count = (f"{slip.answers} " if number == 0 else "").rjust(COUNT)
            text = lead + set_cell_size(words, side - LEAD - COUNT) + count
            lines.append((Piece(text, look, spot._replace(place=place)),))
    return lines


def _lines_each(needs: Sequence[int], high: int, marked: int) -> list[int]:
    """Lines for each note: one at least, the marked one first to get more."""
    given = [1] * len(needs)
    order = sorted(range(len(needs)), key=lambda place: place != marked)
    spare = high - len(needs)
    for place in order:
        more = min(max(0, spare), needs[place] - 1)
        given[place] += more
        spare -= more
    return given


def _first_shown(count: int, high: int, marked: int) -> int:
    """The first note that is shown, so that the marked one is in view above "… more"."""
    if count <= high:
        return 0
    if high == 1:
        return max(0, marked)
    return max(0, min(marked - high + 2, count - high))


@lru_cache(maxsize=512)
def _wrapped(words: str, cells: int) -> tuple[str, ...]:
    """The words in lines of so many cells."""
    text = clean_line(words)
    return tuple(line.plain.rstrip() for line in Content(text).wrap(max(4, cells))) if text else ("",)
