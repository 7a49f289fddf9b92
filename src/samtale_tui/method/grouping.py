"""Dealing people out in groups, of four or five (S28) or so many, as they sit or by chance."""

import random
from collections.abc import Sequence

LEAST_IN_GROUP = 4
MOST_IN_GROUP = 5
"""How many one sheet is for (S28)."""

Groups = tuple[tuple[str, ...], ...]
"""Ids of the people in each group."""


def group_sizes(people: int, count: int | None = None) -> tuple[int, ...]:
    """How many there are in each group, the largest first; sizes differ by one at the most.

    Where the number allows, all are of 4 or 5, in as few groups as can be, so that the round-up is short.
    Below 4 there is one group; 6, 7 and 11 cannot be split so, and become 3+3, 4+3 and 4+4+3.

    Args:
        people: how many there are.
        count: how many groups are wanted, from 1 to one for each; none: as above.
    """
    if people < 1:
        return ()
    groups = -(-people // MOST_IN_GROUP) if count is None else min(max(1, count), people)
    least, over = divmod(people, groups)
    return (least + 1,) * over + (least,) * (groups - over)


def splits_into_four_and_five(people: int) -> bool:
    """Whether so many can be split into groups of 4 and 5: all from 4 on but 6, 7 and 11."""
    return people > 0 and min(group_sizes(people)) >= LEAST_IN_GROUP


def dealt(people: Sequence[str], count: int | None = None) -> Groups:
    """The people in groups as they sit: those who sit together come together."""
    groups, begin = [], 0
    for size in group_sizes(len(people), count):
        groups.append(tuple(people[begin : begin + size]))
        begin += size
    return tuple(groups)


def dealt_by_chance(people: Sequence[str], rng: random.Random, count: int | None = None) -> Groups:
    """The people in groups by chance; within a group they keep the order in which they sit."""
    drawn = list(people)
    rng.shuffle(drawn)
    return in_order(dealt(drawn, count), people)


def dealt_again(last: Sequence[Sequence[str]], people: Sequence[str]) -> Groups:
    """The same groups as last time with those who are there now; newcomers come to the smallest.

    Where most of those present are new, there is little to keep, and all are dealt out anew.
    """
    there = set(people)
    known = {person for group in last for person in group} & there
    return dealt(people) if 2 * len(known) < len(there) else in_order(kept(last, people), people)


def kept(last: Sequence[Sequence[str]], people: Sequence[str]) -> Groups:
    """The groups without those who are gone; newcomers come last in the smallest. None where all are gone."""
    there = set(people)
    old = [[person for person in group if person in there] for group in last]
    groups = [group for group in old if group]
    known = {person for group in groups for person in group}
    for person in people if groups else ():
        if person not in known:
            min(groups, key=len).append(person)
    return tuple(map(tuple, groups))


def in_order(groups: Sequence[Sequence[str]], people: Sequence[str]) -> Groups:
    """The groups, in each of them the people in seating order."""
    seats = {person: seat for seat, person in enumerate(people)}
    return tuple(tuple(sorted(group, key=seats.__getitem__)) for group in groups)
