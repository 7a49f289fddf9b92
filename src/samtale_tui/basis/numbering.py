"""Numbers for ids: each is a letter and a number of at most nine digits."""

from collections.abc import Iterable, Iterator
from itertools import count

HIGHEST_NUMBER = 999_999_999
"""The highest number that an id has room for."""


def free_numbers(ids: Iterable[str]) -> Iterator[int]:
    """Numbers that none of the ids has, each of them a letter and a number: those after the highest first."""
    taken = {int(name[1:]) for name in ids}
    yield from range(max(taken, default=0) + 1, HIGHEST_NUMBER + 1)
    yield from (number for number in count(1) if number not in taken)
