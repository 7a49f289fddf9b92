"""People split into circles that take turns inside (S40): as even as can be, with wishes for pairs kept.

Two halves is the usual case. Of more people than fit in two circles that talk well, there are more.
"""

import math
import random
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from samtale_tui.basis.model import Frozen

LEAST_INSIDE = 3
MOST_INSIDE = 7
"""An inner circle of so many talks well (figures from good practice)."""
LEAST_CIRCLES = 2
SEARCH_STEPS = 3_000
"""How long a split is searched for where wishes work against each other: about a tenth of a second."""

Circles = tuple[tuple[str, ...], ...]
"""Ids of people, one tuple a circle."""


class Keep(StrEnum):
    """What is wished for two people."""

    APART = "apart"
    TOGETHER = "together"


class Wish(Frozen):
    """Two people who are to sit in different circles, or in the same. For the facilitator alone."""

    keep: Keep
    """Which of the two."""
    one: str
    """Id of a person."""
    other: str
    """Id of another."""

    @model_validator(mode="after")
    def _two_people(self) -> Self:
        if self.one == self.other:
            raise ValueError("wish_for_one")
        return self


def usual_inside(people: int) -> int | None:
    """How many should sit inside at once: none for half of them, which is so up to 14; above that 7."""
    return None if people <= LEAST_CIRCLES * MOST_INSIDE else MOST_INSIDE


def circle_count(people: int, inside: int | None) -> int:
    """How many circles so many people make, with at most so many inside; none for two halves."""
    if inside is None:
        return LEAST_CIRCLES
    return max(LEAST_CIRCLES, math.ceil(people / max(1, inside)))


def split(people: Sequence[str], circles: int, rng: random.Random, wishes: Sequence[Wish] = ()) -> Circles:
    """The people in so many circles, at random; nobody's seat is lost and nobody has two.

    No circle is empty if there are people enough; then as many wishes as possible are kept; then the circles
    are as even as they can be. Where that takes longer to find than ``SEARCH_STEPS``, it is the best found.

    Args:
        people: ids of those present, each once.
        circles: how many there are to be.
        rng: where chance comes from.
        wishes: those about people who are not here count for nothing.

    Returns:
        The circles, each in the order of ``people``.
    """
    here = set(people)
    counting = [wish for wish in wishes if {wish.one, wish.other} <= here]
    search = _Search(people, circles, rng, counting)
    placed = search.best()
    return tuple(tuple(each for each in people if placed[each] == circle) for circle in range(circles))


def broken_wishes(circles: Circles, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    """The wishes that the circles do not keep; those about people who are not here count for nothing."""
    where = {person: number for number, circle in enumerate(circles) for person in circle}
    return tuple(wish for wish in wishes if {wish.one, wish.other} <= where.keys() and not _kept(wish, where))


def smallest(circles: Circles, among: Sequence[int]) -> int:
    """Which of these circles has the fewest people; the first of them where several have."""
    return min(among, key=lambda number: len(circles[number]))


def _kept(wish: Wish, where: dict[str, int]) -> bool:
    return (where[wish.one] == where[wish.other]) == (wish.keep is Keep.TOGETHER)


_Cost = tuple[int, int, int]
"""Empty circles, broken wishes, and how many more the largest has than the smallest: the less the better."""


class _Search:
    """Tries the circles for those who are named in a wish, one after the other; the others fill up."""

    def __init__(
        self, people: Sequence[str], circles: int, rng: random.Random, wishes: Sequence[Wish]
    ) -> None:
        named = {person for wish in wishes for person in (wish.one, wish.other)}
        self._bound = _by_acquaintance(rng.sample(sorted(named), len(named)), wishes)
        self._free = [person for person in people if person not in named]
        rng.shuffle(self._free)
        self._order = rng.sample(range(circles), circles)
        self._about = {person: [w for w in wishes if person in (w.one, w.other)] for person in self._bound}
        self._perfect: _Cost = (max(0, circles - len(people)), 0, min(1, len(people) % circles))
        self._cost: _Cost = (circles + 1, 0, 0)
        self._found: dict[str, int] = {}
        self._steps = 0

    def best(self) -> dict[str, int]:
        """The circle of each."""
        self._place(0, {}, 0)
        return self._found

    def _place(self, number: int, where: dict[str, int], broken: int) -> None:
        if self._steps > SEARCH_STEPS or self._cost <= self._perfect:
            return
        self._steps += bool(self._found)
        if number == len(self._bound):
            self._keep_if_better(where, broken)
            return
        person = self._bound[number]
        for circle, lost in self._choices(person, where):
            if (0, broken + lost, 0) < self._cost:
                self._place(number + 1, where | {person: circle}, broken + lost)

    def _choices(self, person: str, where: dict[str, int]) -> Iterator[tuple[int, int]]:
        """Circles worth trying, the best first, each with the wishes that it breaks; just one empty one."""
        sizes = self._sizes(where)
        empty = next((circle for circle in self._order if not sizes[circle]), None)
        worth = [circle for circle in self._order if sizes[circle] or circle == empty]
        lost = {circle: self._broken_by(person, circle, where) for circle in worth}
        for circle in sorted(worth, key=lambda each: (lost[each], sizes[each])):
            yield circle, lost[circle]

    def _broken_by(self, person: str, circle: int, where: dict[str, int]) -> int:
        placed = where | {person: circle}
        settled = (wish for wish in self._about[person] if {wish.one, wish.other} <= placed.keys())
        return sum(not _kept(wish, placed) for wish in settled)

    def _sizes(self, where: dict[str, int]) -> list[int]:
        sizes = [0] * len(self._order)
        for circle in where.values():
            sizes[circle] += 1
        return sizes

    def _keep_if_better(self, where: dict[str, int], broken: int) -> None:
        sizes = self._sizes(where)
        filled = dict(where)
        for person in self._free:
            circle = min(self._order, key=lambda each: sizes[each])
            filled[person] = circle
            sizes[circle] += 1
        cost = (sizes.count(0), broken, max(sizes) - min(sizes))
        if cost < self._cost:
            self._cost, self._found = cost, filled


def _by_acquaintance(people: Sequence[str], wishes: Sequence[Wish]) -> list[str]:
    """The people in such an order that those whom a wish ties together come near each other."""
    tied: dict[str, list[str]] = {person: [] for person in people}
    for wish in wishes:
        tied[wish.one].append(wish.other)
        tied[wish.other].append(wish.one)
    order: dict[str, None] = {}
    for first in people:
        waiting = [first]
        while waiting:
            person = waiting.pop(0)
            if person not in order:
                order[person] = None
                waiting += tied[person]
    return list(order)
