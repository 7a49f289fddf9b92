"""People dealt out in groups of four and five (S28)."""

import random
from itertools import combinations_with_replacement

import pytest

from samtale_tui.method.grouping import (
    dealt,
    dealt_again,
    dealt_by_chance,
    group_sizes,
    splits_into_four_and_five,
)


def ids(count: int) -> tuple[str, ...]:
    return tuple(f"p{number + 1}" for number in range(count))


def a_split_exists(people: int) -> bool:
    """Found by trying them all."""
    return any(
        sum(sizes) == people
        for count in range(1, people // 4 + 1)
        for sizes in combinations_with_replacement((4, 5), count)
    )


@pytest.mark.parametrize("people", range(1, 61))
def test_a_split_into_fours_and_fives_is_found_whenever_there_is_one(people: int) -> None:
    sizes = group_sizes(people)
    assert sum(sizes) == people
    assert (set(sizes) <= {4, 5}) == a_split_exists(people)
    assert splits_into_four_and_five(people) == a_split_exists(people)


@pytest.mark.parametrize(
    ("people", "sizes"),
    [
        (1, (1,)),
        (2, (2,)),
        (3, (3,)),
        (4, (4,)),
        (5, (5,)),
        (6, (3, 3)),
        (7, (4, 3)),
        (8, (4, 4)),
        (9, (5, 4)),
        (11, (4, 4, 3)),
        (12, (4, 4, 4)),
        (13, (5, 4, 4)),
        (20, (5, 5, 5, 5)),
        (40, (5,) * 8),
    ],
)
def test_so_many_people_make_these_groups(people: int, sizes: tuple[int, ...]) -> None:
    assert group_sizes(people) == sizes


def test_another_number_of_groups_can_be_asked_for() -> None:
    assert group_sizes(10, 3) == (4, 3, 3)
    assert group_sizes(3, 9) == (1, 1, 1)
    assert group_sizes(3, 0) == (3,)
    assert group_sizes(0) == ()


@pytest.mark.parametrize("people", [1, 2, 3, 6, 7, 9, 11, 13, 40])
def test_as_they_sit_everyone_comes_with_the_neighbours(people: int) -> None:
    groups = dealt(ids(people))
    assert tuple(person for group in groups for person in group) == ids(people)


@pytest.mark.parametrize("people", [1, 2, 6, 7, 11, 13, 40])
def test_by_chance_everyone_is_in_one_group_of_the_same_sizes(people: int) -> None:
    groups = dealt_by_chance(ids(people), random.Random(5))
    assert sorted(person for group in groups for person in group) == sorted(ids(people))
    assert tuple(map(len, groups)) == group_sizes(people)


def test_by_chance_is_not_as_they_sit_and_another_time_it_is_different() -> None:
    rng = random.Random(5)
    first, second = (dealt_by_chance(ids(20), rng) for _ in range(2))
    assert dealt(ids(20)) not in (first, second)
    assert first != second


def test_within_a_group_dealt_by_chance_they_keep_their_order() -> None:
    seats = {person: seat for seat, person in enumerate(ids(20))}
    for group in dealt_by_chance(ids(20), random.Random(3)):
        assert [seats[person] for person in group] == sorted(seats[person] for person in group)


def test_the_same_people_are_together_again() -> None:
    last = (("p1", "p3", "p5", "p7"), ("p2", "p4", "p6", "p8"))
    assert dealt_again(last, ids(8)) == last


def test_who_is_gone_leaves_a_gap_and_newcomers_come_to_the_smallest() -> None:
    last = (("p1", "p3", "p5", "p7"), ("p2", "p4", "p6", "p8"))
    people = ("p1", "p3", "p9", "p4", "p5", "p6", "p7", "p8", "p10")
    assert dealt_again(last, people) == (("p1", "p3", "p5", "p7", "p10"), ("p9", "p4", "p6", "p8"))


def test_a_group_of_which_nobody_is_left_is_gone() -> None:
    assert dealt_again((("p1", "p2"), ("p3", "p4")), ("p1", "p2")) == (("p1", "p2"),)


def test_where_most_are_new_all_are_dealt_anew() -> None:
    assert dealt_again((("p1", "p2", "p3", "p4"),), ids(12)) == dealt(ids(12))
    assert dealt_again((("x1",), ("x2",)), ids(9)) == dealt(ids(9))
