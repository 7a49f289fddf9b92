"""Where everybody sits in the picture of a fishbowl: two rings of seats seen from above. Pure reckoning.

The rings are wider than high, as names are. Going round clockwise from the top, half of the people sit on the
right, the others on the left; an odd one sits on top. Each has a row of one's own, and the name goes outward.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

SQUARENESS = 2.6
"""2 makes an ellipse; a little more keeps the names at the top and at the foot apart."""
LEAST_NAME = 6
"""Cells that a name must have, else there is no picture."""
MOST_NAME = 18
ROOM_FOR_A_DOT = 2
"""A seat and the blank between it and its name."""
LEAST_ROWS = 5
"""Of the picture."""
LEAST_CORE = 2.0
"""Half the width of the inner ring, in cells, where room is short; else it is a part of the outer one's."""
CORE_PART = 0.3
INNER_HEIGHT = 0.55
"""Height of the inner ring as a part of the outer one's."""
ROUND = 2.2
"""Cells across for one down that look round."""
TALLEST = 0.6
"""Rows for a cell across, where there is more room above than beside."""


class Seat(NamedTuple):
    """Where one person's seat and name stand, in cells."""

    person: int
    """Which of those who sit in that ring."""
    row: int
    """The row of both."""
    dot: int
    """Column of the seat."""
    name: int
    """First column of the name's room."""
    cells: int
    """Width of that room."""
    rightward: bool
    """Whether the name goes to the right of the seat; else it ends at the left of it."""


class Ring(NamedTuple):
    """Half the width and half the height of a ring, in cells, from the middle of the picture."""

    wide: float
    high: float

    def at(self, down: float) -> float:
        """Half its width so far above or below the middle; 0 where it does not reach."""
        part = abs(down) / self.high if self.high else 1.0
        return float(self.wide * (1 - part**SQUARENESS) ** (1 / SQUARENESS)) if part < 1 else 0.0


class Places(NamedTuple):
    """All of the picture."""

    x: int
    """Column of its middle."""
    y: int
    """Row of its middle."""
    bowl: Ring
    """The water: what lies within the outer ring."""
    inner: tuple[Seat, ...]
    outer: tuple[Seat, ...]


def places(width: int, height: int, inner: Sequence[int], outer: Sequence[int]) -> Places | None:
    """Where everybody sits; none where there is no room for the picture.

    Args:
        width: of the picture, in cells.
        height: of it, in cells.
        inner: cells that each inner name would like to have, in seating order.
        outer: the same for the outer ones.
    """
    rows = (height - 1) // 2 * 2 + 1
    sides = _rows_of_a_side(len(inner)), _rows_of_a_side(len(outer))
    if rows < LEAST_ROWS or sides[0] > rows - 2 or sides[1] > rows:
        return None
    half = (width - 1) // 2
    core = LEAST_CORE if inner else 0.0
    room = half - core - 2 * ROOM_FOR_A_DOT - 1
    inner_cells, outer_cells = _shared(room, _most(inner), _most(outer))
    if inner_cells < min(LEAST_NAME, _most(inner)) or outer_cells < min(LEAST_NAME, _most(outer)):
        return None
    high = (rows - 1) / 2
    narrowest = core + ROOM_FOR_A_DOT + inner_cells + 1
    wide = min(half - ROOM_FOR_A_DOT - outer_cells, max(narrowest + 2, ROUND * high))
    high = max(min(high, float(round(wide * TALLEST))), _reach(sides[1]), _reach(sides[0]) + 1)
    middle = (half, (height - 1) // 2)
    bowl = Ring(wide - 1, high if len(outer) % 2 else high + 0.5)
    inner_high = max(INNER_HEIGHT * high, _reach(sides[0]))
    beside_names = bowl.at(_whole(inner_high)) - ROOM_FOR_A_DOT - inner_cells
    inner_ring = Ring(max(core, min(beside_names, wide * CORE_PART)), inner_high)
    seats_inside = tuple(_seats(len(inner), inner_ring, middle, inner_cells, bowl))
    seats_outside = tuple(_seats(len(outer), Ring(wide, high), middle, outer_cells, None))
    if _is_crowded(seats_inside, inner) or _is_crowded(seats_outside, outer):
        return None
    return Places(*middle, bowl, seats_inside, seats_outside)


def _reach(rows: int) -> float:
    """Half the height of a ring in which so many rows fit."""
    return (rows - 1) / 2


def _is_crowded(seats: Sequence[Seat], wanted: Sequence[int]) -> bool:
    """Whether two on the same side share a row, or a name has next to no room."""
    rows = {(seat.row, seat.rightward) for seat in seats}
    return len(rows) < len(seats) or any(seat.cells < min(LEAST_NAME, wanted[seat.person]) for seat in seats)


def _most(wanted: Sequence[int]) -> int:
    return min(MOST_NAME, max(wanted, default=0))


def _shared(room: float, one: int, other: int) -> tuple[int, int]:
    """Cells for the names of the two rings: as many as they want, else what there is, fairly."""
    if one + other <= room:
        return one, other
    half = int(room // 2)
    if one <= half:
        return one, int(room - one)
    if other <= half:
        return int(room - other), other
    return half, half


def _rows_of_a_side(people: int) -> int:
    """Rows that are needed so that nobody shares one on the same side."""
    return people // 2 + people % 2


def _seats(
    people: int, ring: Ring, middle: tuple[int, int], cells: int, within: Ring | None
) -> Iterator[Seat]:
    top, side = people % 2, people // 2
    rows = _rows(side, ring.high, top=bool(top))
    x, y = middle
    arc = ring._replace(high=ring.high + 0.5)
    if top:
        row = y if within and not side else y + _whole(-ring.high)
        start = max(0, x - (cells + ROOM_FOR_A_DOT) // 2)
        yield Seat(0, row, start, start + ROOM_FOR_A_DOT, cells, rightward=True)
    for number, down in enumerate(rows):
        room = cells if within is None else _room_within(cells, arc, within, down)
        dot = x + round(arc.at(down))
        row = y + down
        yield Seat(top + number, row, dot, dot + ROOM_FOR_A_DOT, room, rightward=True)
        mirrored = 2 * x - dot
        left = people - 1 - number
        name = mirrored - ROOM_FOR_A_DOT - room + 1
        yield Seat(left, row, mirrored, name, room, rightward=False)


def _rows(side: int, high: float, *, top: bool) -> list[int]:
    """How far below the middle each seat of a side is, from the top."""
    if not side:
        return []
    if top:
        lowest = high * (1 - 0.4 / side)
        return [_whole(-high + (high + lowest) * (number + 1) / side) for number in range(side)]
    if side == 1:
        return [0]
    reach = high * (1 - 0.5 / side) if side < high else high
    return [_whole(-reach + 2 * reach * number / (side - 1)) for number in range(side)]


def _whole(down: float) -> int:
    """A whole row, mirrored above and below the middle."""
    return int(abs(down) + 0.5) * (1 if down > 0 else -1)


def _room_within(cells: int, ring: Ring, within: Ring, down: float) -> int:
    """Cells for a name between its seat and the rim of the bowl in that row."""
    free = int(within.at(down) - ring.at(down)) - ROOM_FOR_A_DOT
    return max(1, min(cells, free))
