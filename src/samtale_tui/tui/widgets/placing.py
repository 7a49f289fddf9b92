"""Where the round wheel, its rim and the rim's title stand in a rectangle of cells. Pure reckoning.

A cell is one pixel wide and two high (``▀`` shows two), so that pixels are about square. Lengths are in
pixels where nothing else is said. The centre stands so that left mirrors right, and top bottom, pixel for
pixel.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

ARROW = "▶"
"""Stands before the rim's title."""
AIR = 0.25
"""Least distance between the rim and its title."""
LEAST_RADIUS = 6.5
"""Below this a title is not worth its room: the arrow stands alone."""
_RIGHT_IS_WORTH = 1.12
_ALONE = -1
_ROOM_FOR_A_SHAFT = 1.5


class Box(NamedTuple):
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column to the right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.height

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def away(self, x: float, y: float) -> float:
        """How far a point is from it, in pixels."""
        return math.hypot(max(0.0, self.x - x, x - self.right), max(0.0, 2 * self.y - y, y - 2 * self.bottom))


class Placing(NamedTuple):
    """The circle, and the block of the rim's title."""

    x: float
    y: float
    radius: float
    """Outer edge of the dashed rim."""
    title: Box
    """Shaft, arrow and title; one cell where there is only room for the arrow."""
    shaft: int
    """Cells of the shaft that leads from the rim to the form's own first cell."""
    form: int
    """Which of the forms that were offered it is; -1 for the arrow alone."""


def place(width: int, height: int, forms: tuple[tuple[int, int], ...]) -> Placing:
    """The largest wheel that leaves room for the rim's title, at the right of it or in the corner below.

    Args:
        width: of the widget, in cells.
        height: of the widget, in cells.
        forms: the sizes (cells wide, cells high) in which the title can be written, arrow included.
    """
    found = sorted(_placings(width, height, forms), key=lambda pair: pair[0])
    if found and found[-1][1].radius >= LEAST_RADIUS:
        return found[-1][1]
    alone = Box(max(0, width - 1), int(_at_most(height) // 2), 1, 1)
    circle = _circle(width, height, alone) or (width / 2, float(height), 0.5)
    return Placing(*circle, alone, 0, _ALONE)


def _placings(width: int, height: int, forms: tuple[tuple[int, int], ...]) -> Iterator[tuple[float, Placing]]:
    """Every way in which a form fits, each with what it is worth."""
    middle = int(_at_most(height) // 2)
    for form, (wide, high) in enumerate(forms):
        if wide > width or high > height:
            continue
        beside = Box(width - wide, min(middle, height - high), wide, high)
        below = Box(width - wide, height - high, wide, high)
        for box, worth in ((beside, _RIGHT_IS_WORTH), (below, 1.0)):
            circle = _circle(width, height, box)
            if circle:
                near = _closer(box, circle)
                shaft = _shaft(near, circle)
                title = near._replace(x=near.x - shaft, width=near.width + shaft)
                yield circle[2] * worth, Placing(*circle, title, shaft, form)


def _circle(width: int, height: int, box: Box) -> tuple[float, float, float] | None:
    """The largest circle clear of the box, as near the middle as it can stand: x, y, radius."""
    middle = (_at_most(width / 2), _at_most(height))
    for whole in range(int(min(width, 2 * height) / 2), 0, -1):
        radius = whole + 0.5 if 2 * whole + 1 <= min(width, 2 * height) else whole - 0.5
        for high in (middle[1], _at_least(radius)):
            spot = (radius, high)
            if _clear(spot, radius, width, height, box):
                points = _from_to(middle, spot)
                x, y = next(point for point in points if _clear(point, radius, width, height, box))
                return x, y, radius
    return None


def _clear(spot: tuple[float, float], radius: float, width: int, height: int, box: Box) -> bool:
    x, y = spot
    inside = radius <= x <= width - radius and radius <= y <= 2 * height - radius
    return inside and box.away(x, y) >= radius + AIR


def _from_to(start: tuple[float, float], end: tuple[float, float]) -> Iterator[tuple[float, float]]:
    for step in range(20):
        part = step / 20
        yield (
            _at_most(start[0] + (end[0] - start[0]) * part),
            _at_most(start[1] + (end[1] - start[1]) * part),
        )
    yield end


def _closer(box: Box, circle: tuple[float, float, float]) -> Box:
    """The box moved up and left until it is a short shaft away from the rim."""
    x, y, radius = circle
    least = radius + AIR + _ROOM_FOR_A_SHAFT
    up, left = True, True
    while up or left:
        higher = box._replace(y=box.y - 1)
        up = 2 * higher.y >= y and higher.away(x, y) >= least
        box = higher if up else box
        nearer = box._replace(x=box.x - 1)
        left = nearer.x >= x and nearer.away(x, y) >= least
        box = nearer if left else box
    return box


def _shaft(box: Box, circle: tuple[float, float, float]) -> int:
    """How many cells are free between the rim and the box, on its first row."""
    x, y, radius = circle
    down = max(0.0, abs(2 * box.y + 1 - y) - 1)
    rim = x + math.sqrt(max(0.0, radius * radius - down * down))
    return max(0, box.x - math.ceil(rim + 0.25))


def _at_most(value: float) -> float:
    """The nearest place for a centre at or below the value: the middle of a pixel."""
    return math.floor(value - 0.5) + 0.5


def _at_least(value: float) -> float:
    """The nearest place for a centre at or above the value."""
    return math.ceil(value - 0.5) + 0.5
