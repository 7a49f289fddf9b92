"""Seats of people who are not named: a head count is enough to lead a method."""

import re

_SEAT = re.compile(r"n([1-9][0-9]{0,3})")


def seats(count: int) -> tuple[str, ...]:
    """Ids of so many seats, ``n1`` and on, clockwise."""
    return tuple(f"n{number}" for number in range(1, count + 1))


def is_seat(person: str) -> bool:
    """Whether an id is that of a seat, and not that of somebody named."""
    return _SEAT.fullmatch(person) is not None


def seat_number(seat: str) -> int:
    """The number of a seat, from 1."""
    found = _SEAT.fullmatch(seat)
    return int(found[1]) if found else 0
