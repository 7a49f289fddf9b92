"""Where the letters stand on the wheel: each sector's number, title and dots, wholly inside the sector.

Every way of breaking a title is tried against the rows of cells that the sector fills, and the one that costs
least is taken: near the sector's middle, few lines, all of the title, room for the dots.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from math import hypot, inf
from typing import NamedTuple

from samtale_tui.deck.model import Field
from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.geometry import Form, Geometry, geometry
from samtale_tui.tui.widgets.titles import Piece, balanced, has_marks, pieces, shortened

MOST_LINES = 4
"""Lines that a title on the wheel may have."""
MOST_DOTS = 10
"""Cards that are shown as a dot each; more are shown as numbers."""

_LINE_COSTS = 2.2
_EDGE_COSTS = 0.6
_STAGGER_COSTS = 1.5
_NUMBER_ABOVE_COSTS = 4.0
_UNMARKED_COSTS = 3.0
_ON_THE_LINE_COSTS = 10.0
_MARGIN = 2.0
_CUT_COSTS = 40.0
_LETTER_COSTS = 3.0
_NUMBER_ALONE_COSTS = 200.0
_LEAST_LETTERS = 3


class Dots(IntEnum):
    """How the used cards are shown under a title."""

    SPACED = 0
    TIGHT = 1
    NUMBERS = 2
    MARK = 3
    NONE = 4


_DOTS_COST = {Dots.SPACED: 0.0, Dots.TIGHT: 1.5, Dots.NUMBERS: 4.0, Dots.MARK: 8.0, Dots.NONE: 14.0}


class Row(NamedTuple):
    """One line of a label: ``cells`` cells from ``x`` on; where ``text`` is empty the dots stand there."""

    y: int
    x: int
    cells: int
    text: str


@dataclass(frozen=True)
class Label:
    """What stands on a sector."""

    rows: tuple[Row, ...]
    """Title and dots, from above."""
    marker: tuple[int, int] | None
    """The cell, x and y, for the mark of the selected sector."""
    cost: float
    """How far it is from the best that could be wished for."""
    whole: bool = False
    """Whether the title is all there."""


class _Way(NamedTuple):
    """A label that may fit: the lines of its title, how the dots are shown, and what that costs."""

    cost: float
    lines: tuple[str, ...]
    dots: Dots


class _Spot(NamedTuple):
    cost: float
    y: int
    starts: tuple[int, ...]


class _Room:
    """The cells of one sector in which letters can stand."""

    def __init__(self, shape: Geometry, sector: int, *, inside_line: bool) -> None:
        x, y = shape.middles[sector]
        self.middle_x, self.middle_y = x, y / 2
        runs = (shape.core_runs if inside_line else shape.runs)[sector]
        self.top = min(runs, default=0)
        self.rows = [runs.get(row, []) for row in range(self.top, max(runs, default=-1) + 1)]
        self.widest = max((end - start for row in self.rows for start, end in row), default=0)

    def spot(self, widths: Sequence[int]) -> _Spot | None:
        """The best place for lines of these widths, one below the other."""
        best: _Spot | None = None
        for first in range(len(self.rows) - len(widths) + 1):
            off = 2 * abs(self.top + first + len(widths) / 2 - self.middle_y)
            if best and off >= best.cost:
                continue
            found = self._across(first, widths)
            if found:
                cost, starts = found
                cost = hypot(cost, off) + self._edges(first, widths, starts)
                if best is None or cost < best.cost:
                    best = _Spot(cost, self.top + first, starts)
        return best

    def _across(self, first: int, widths: Sequence[int]) -> tuple[float, tuple[int, ...]] | None:
        """How far from the middle the lines stand, and where each begins."""
        low, high = -inf, inf
        chosen: list[tuple[int, int]] = []
        for runs, width in zip(self.rows[first:], widths, strict=False):
            run = min(
                ((start, end) for start, end in runs if end - start >= width),
                key=lambda run: abs(run[0] + run[1] - 2 * self.middle_x),
                default=None,
            )
            if run is None:
                return None
            chosen.append(run)
            low, high = max(low, run[0] + width / 2), min(high, run[1] - width / 2)
        left, right = min(low, high), max(low, high)
        margin = min(_MARGIN, (right - left) / 2)
        centre = min(max(self.middle_x, left + margin), right - margin)
        starts = tuple(
            min(max(int(centre - width / 2 + 0.5), start), end - width)
            for (start, end), width in zip(chosen, widths, strict=True)
        )
        return abs(centre - self.middle_x) + _STAGGER_COSTS * max(0.0, low - high), starts

    def _edges(self, first: int, widths: Sequence[int], starts: Sequence[int]) -> float:
        """What it costs that lines touch the sector's edge."""
        touching = 0
        for runs, width, at in zip(self.rows[first:], widths, starts, strict=False):
            touching += sum((start == at) + (at + width == end) for start, end in runs)
        return _EDGE_COSTS * touching


@lru_cache(maxsize=32)
def labels(form: Form, fields: tuple[Field, ...], totals: tuple[int, ...]) -> tuple[Label, ...]:
    """The labels of all sectors; made once per size, deck and number of cards.

    Args:
        form: the wheel's form.
        fields: in the order of their numbers, which is that of the sectors.
        totals: how many cards each field has.
    """
    shape = geometry(form)
    rooms = [
        [_Room(shape, sector, inside_line=inside_line) for inside_line in (True, False)]
        for sector in range(len(fields))
    ]
    found: tuple[Label, ...] = ()
    for dots in (Dots.SPACED, Dots.TIGHT):
        found = tuple(
            _label(room, field, number, total, dots)
            for number, (room, field, total) in enumerate(zip(rooms, fields, totals, strict=True), 1)
        )
        if all(_as_wished(label, total, dots) for label, total in zip(found, totals, strict=True)):
            break
    return found


def _as_wished(label: Label, total: int, dots: Dots) -> bool:
    """Whether the dots of a label stand as those of the whole wheel are to stand."""
    drawn = 0 < total <= MOST_DOTS
    return not drawn or (bool(label.rows) and label.rows[-1][2:] == (dots_cells(total, dots), ""))


def _label(rooms: Sequence[_Room], field: Field, number: int, total: int, dots: Dots) -> Label:
    """The cheapest label of one sector.

    Args:
        rooms: the cells inside the selected sector's line, and all that the sector fills.
        field: whose title it is.
        number: the field's.
        total: its cards.
        dots: how the cards are shown where there is room.
    """
    forms = _forms(total, dots)
    best = Label((), None, inf)
    for ways in (_whole, _shortened, _number_alone):
        for extra, room in zip((0.0, _ON_THE_LINE_COSTS), rooms, strict=True):
            best = _cheapest(room, ways(room, field, number, forms), total, extra, best)
        if best.rows:
            return replace(best, whole=ways is _whole)
    return Label((), None, _NUMBER_ALONE_COSTS)


def _forms(total: int, dots: Dots) -> tuple[Dots, ...]:
    if not total:
        return (Dots.NONE,)
    return (dots, Dots.NUMBERS, Dots.MARK, Dots.NONE)[total > MOST_DOTS :]


def _cheapest(room: _Room, ways: Iterator[_Way], total: int, extra: float, best: Label) -> Label:
    """The cheapest of some ways that fits, or the best so far."""
    for way in sorted(ways):
        if way.cost + extra >= best.cost:
            break
        widths = [cell_len(line) for line in way.lines]
        if way.dots is not Dots.NONE:
            widths.append(dots_cells(total, way.dots))
        spot = room.spot(widths)
        if spot and spot.cost + way.cost + extra < best.cost:
            texts = (*way.lines, "")
            rows = tuple(
                Row(spot.y + line, start, width, texts[line])
                for line, (start, width) in enumerate(zip(spot.starts, widths, strict=True))
            )
            best = Label(rows, _marker(room, rows[0]), spot.cost + way.cost + extra)
    return best


def dots_cells(total: int, dots: Dots) -> int:
    """How many cells the dots of a field take."""
    if dots is Dots.SPACED:
        return 2 * total - 1
    if dots is Dots.MARK:
        return 1
    return total if dots is Dots.TIGHT else len(f"{total}/{total}") + 2


def _marker(room: _Room, row: Row) -> tuple[int, int] | None:
    """The cell before a label's first line where the sector fills it, else the blank after the number."""
    for start, end in room.rows[row.y - room.top]:
        if start <= row.x - 1 and row.x < end:
            return row.x - 1, row.y
    blank = row.text.find(" ")
    return (row.x + blank, row.y) if blank > 0 else None


def _whole(room: _Room, field: Field, number: int, forms: tuple[Dots, ...]) -> Iterator[_Way]:
    """The whole title: the number before it, or above it."""
    for lines, cost in _breakings(room.widest, field, number):
        for dots in forms:
            yield _Way(cost + _DOTS_COST[dots] + _LINE_COSTS * (len(lines) - 1), lines, dots)


@lru_cache(maxsize=512)
def _breakings(widest: int, field: Field, number: int) -> tuple[tuple[tuple[str, ...], float], ...]:
    """The ways to break a whole title into lines of so many cells, each with its cost."""
    ways: dict[tuple[str, ...], float] = {}
    for marked_only in (True, False) if has_marks(field) else (False,):
        bare = pieces(field, marked_only=marked_only)
        for before in (True, False):
            parts = _numbered(bare, number) if before else bare
            for count in range(1, min(MOST_LINES, len(bare)) + 1):
                found = balanced(parts, count, widest)
                lines = tuple(found or ()) if before else (str(number), *(found or ()))
                if found and lines not in ways:
                    unmarked = 0.0 if marked_only or not has_marks(field) else _UNMARKED_COSTS
                    ways[lines] = unmarked + (0.0 if before else _NUMBER_ABOVE_COSTS)
    return tuple(ways.items())


def _numbered(parts: Sequence[Piece], number: int) -> tuple[Piece, ...]:
    first = parts[0]
    return (Piece(f"{number} {first.text}", blank=False), *parts[1:])


def _shortened(room: _Room, field: Field, number: int, forms: tuple[Dots, ...]) -> Iterator[_Way]:
    """As much of the title as fits, with … after it."""
    most = min(room.widest, cell_len(field.title) + 4)
    for dots in forms:
        for count in (1, 2, 3):
            for width in range(most, len(str(number)) + _LEAST_LETTERS + 1, -1):
                lines = shortened(_numbered(pieces(field), number), count, width)
                shown = sum(cell_len(line) for line in lines) - len(str(number)) - 2
                if shown < _LEAST_LETTERS:
                    break
                widths = [cell_len(line) for line in lines]
                lost = max(0, cell_len(field.title) - shown)
                if room.spot(widths if dots is Dots.NONE else [*widths, 1]):
                    yield _Way(_CUT_COSTS + _LETTER_COSTS * lost + _DOTS_COST[dots], lines, dots)
                    break


def _number_alone(_room: _Room, _field: Field, number: int, forms: tuple[Dots, ...]) -> Iterator[_Way]:
    """The number, for a sector in which nothing else has room."""
    for dots in forms:
        yield _Way(_NUMBER_ALONE_COSTS + _DOTS_COST[dots], (str(number),), dots)
