"""Moving in space with the arrow keys, and jumping to a field by its number. Pure reckoning."""

import math
from collections.abc import Sequence
from enum import Enum


class Direction(Enum):
    """Where an arrow key points, as columns and rows."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


_ASIDE_COSTS = 2.0
_LEAST_WAY = 0.5
# In a ring of four, both keys that lead inwards do so equally: then up and down stay in the ring.
_INTO_HUB_SIDEWAYS = 0.70
_INTO_HUB_UPRIGHT = 0.72


def neighbour(spots: Sequence[tuple[float, float]], current: int, direction: Direction) -> int | None:
    """The spot that lies in a direction: near, and rather straight ahead than far to the side.

    Args:
        spots: where everything is that can be chosen, in units that are equally long both ways.
        current: the spot to start from.
        direction: where to.

    Returns:
        The index of the spot, or nothing where there is none on that side.
    """
    x, y = spots[current]
    across, down = direction.value
    best, least = None, math.inf
    for index, (there_x, there_y) in enumerate(spots):
        ahead = (there_x - x) * across + (there_y - y) * down
        aside = abs((there_x - x) * down) + abs((there_y - y) * across)
        cost = ahead + _ASIDE_COSTS * aside
        if index != current and ahead > _LEAST_WAY and cost < least - 1e-6:
            best, least = index, cost
    return best


def wheel_neighbour(
    spots: Sequence[tuple[float, float]],
    hub: int,
    centre: tuple[float, float],
    current: int,
    direction: Direction,
) -> int | None:
    """What an arrow key leads to on the wheel: as ``neighbour``, but from the ring inwards into the hub.

    Args:
        spots: the hub's fields, the ring's, and last the arrow to the plan.
        hub: how many fields the hub has.
        centre: of the wheel.
        current: what is selected.
        direction: where to.
    """
    x, y = spots[current][0] - centre[0], spots[current][1] - centre[1]
    across, down = direction.value
    inward = -(x * across + y * down) / max(1e-6, math.hypot(x, y))
    on_ring = hub <= current < len(spots) - 1
    if hub and on_ring and inward > (_INTO_HUB_SIDEWAYS if across else _INTO_HUB_UPRIGHT):
        return min(range(hub), key=lambda index: round(math.dist(spots[index], spots[current]), 3))
    return neighbour(spots, current, direction)


class Digits:
    """The number of a field as it is typed: two digits where there are ten fields or more."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._first = ""

    @property
    def waiting(self) -> bool:
        """Whether a first digit stands alone and a second may follow."""
        return bool(self._first)

    def press(self, digit: str) -> int | None:
        """Take a digit.

        Returns:
            The number that is meant, where that is settled now and there is such a field.
        """
        typed, self._first = self._first + digit, ""
        if int(typed) > self._count:
            typed = digit
        if len(typed) == 1 and self._may_go_on(typed):
            self._first = typed
            return None
        number = int(typed)
        return number if 1 <= number <= self._count else None

    def settle(self) -> int | None:
        """The number of the lone first digit, when no second one came in time."""
        typed, self._first = self._first, ""
        return int(typed) if typed and int(typed) >= 1 else None

    def _may_go_on(self, typed: str) -> bool:
        return self._count >= 10 and int(typed) * 10 <= self._count
