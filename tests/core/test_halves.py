"""What a facilitator gets when people are split into circles (S40)."""

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from samtale_tui.method.halves import Keep, Wish, broken_wishes, circle_count, split, usual_inside

SEEDS = st.integers(0, 10_000)


def people(n: int) -> tuple[str, ...]:
    return tuple(f"p{i + 1}" for i in range(n))


def apart(one: str, other: str) -> Wish:
    return Wish(keep=Keep.APART, one=one, other=other)


def together(one: str, other: str) -> Wish:
    return Wish(keep=Keep.TOGETHER, one=one, other=other)


@st.composite
def wishes_among(draw: st.DrawFn, n: int, most: int) -> list[Wish]:
    pairs = st.tuples(st.integers(1, n), st.integers(1, n)).filter(lambda pair: pair[0] != pair[1])
    drawn = draw(st.lists(st.tuples(st.sampled_from(Keep), pairs), max_size=most))
    return [Wish(keep=keep, one=f"p{a}", other=f"p{b}") for keep, (a, b) in drawn]


def least_broken(n: int, circles: int, wishes: list[Wish]) -> tuple[int, int, int]:
    """The best that there is, found by trying all: empty circles, broken wishes, unevenness."""
    best = (circles + 1, 0, 0)
    for placed in product(range(circles), repeat=n):
        sizes = [placed.count(circle) for circle in range(circles)]
        broken = 0
        for wish in wishes:
            same = placed[int(wish.one[1:]) - 1] == placed[int(wish.other[1:]) - 1]
            broken += same != (wish.keep is Keep.TOGETHER)
        best = min(best, (sizes.count(0), broken, max(sizes) - min(sizes)))
    return best


@pytest.mark.parametrize(
    ("n", "inside", "circles"),
    [
        (1, None, 2),
        (2, None, 2),
        (14, None, 2),
        (15, 7, 3),
        (40, 7, 6),
        (12, 4, 3),
        (13, 4, 4),
        (6, 3, 2),
        (4, 7, 2),
        (40, 3, 14),
    ],
)
def test_there_are_two_halves_or_as_many_circles_as_it_takes(n, inside, circles):
    assert circle_count(n, inside) == circles


@pytest.mark.parametrize(("n", "inside"), [(6, None), (14, None), (15, 7), (40, 7)])
def test_halves_are_usual_up_to_fourteen(n, inside):
    assert usual_inside(n) == inside


@given(n=st.integers(1, 40), circles=st.integers(2, 8), seed=SEEDS)
def test_everybody_is_in_one_circle_and_the_circles_are_even(n, circles, seed):
    parts = split(people(n), circles, random.Random(seed))
    assert len(parts) == circles
    assert sorted(person for part in parts for person in part) == sorted(people(n))
    sizes = [len(part) for part in parts]
    assert max(sizes) - min(sizes) <= 1


@given(n=st.integers(15, 40))
def test_more_than_fourteen_sit_three_to_seven_at_a_time(n):
    parts = split(people(n), circle_count(n, usual_inside(n)), random.Random(1))
    assert all(3 <= len(part) <= 7 for part in parts)


def test_chance_decides_and_the_same_chance_gives_the_same_circles():
    drawn = {split(people(8), 2, random.Random(seed)) for seed in range(50)}
    assert len(drawn) > 20
    assert split(people(8), 2, random.Random(7)) == split(people(8), 2, random.Random(7))


def test_everyone_has_the_same_chance_of_beginning_inside():
    inside = [split(people(4), 2, random.Random(seed))[0] for seed in range(400)]
    for person in people(4):
        assert 140 < sum(person in part for part in inside) < 260


@settings(max_examples=60, deadline=None)
@given(data=st.data(), n=st.integers(2, 7), circles=st.integers(2, 3), seed=SEEDS)
def test_no_split_keeps_more_wishes_or_is_more_even(data, n, circles, seed):
    wishes = data.draw(wishes_among(n, 6))
    parts = split(people(n), circles, random.Random(seed), wishes)
    sizes = [len(part) for part in parts]
    got = (sizes.count(0), len(broken_wishes(parts, wishes)), max(sizes) - min(sizes))
    assert got == least_broken(n, circles, wishes)


@settings(max_examples=30, deadline=None)
@given(data=st.data(), n=st.integers(8, 40), circles=st.integers(2, 6), seed=SEEDS)
def test_wishes_of_any_number_leave_everybody_a_seat(data, n, circles, seed):
    wishes = data.draw(wishes_among(n, 60))
    parts = split(people(n), circles, random.Random(seed), wishes)
    assert sorted(person for part in parts for person in part) == sorted(people(n))
    assert all(parts)


def test_two_are_kept_apart_and_two_together_in_even_halves():
    wishes = [apart("p1", "p2"), together("p1", "p3"), together("p2", "p4")]
    for seed in range(30):
        parts = split(people(8), 2, random.Random(seed), wishes)
        assert [len(part) for part in parts] == [4, 4]
        assert not broken_wishes(parts, wishes)


def test_three_cannot_all_be_kept_apart_in_two_halves_and_only_one_pair_gives_way():
    wishes = [apart("p1", "p2"), apart("p2", "p3"), apart("p1", "p3")]
    assert len(broken_wishes(split(people(8), 2, random.Random(3), wishes), wishes)) == 1
    assert not broken_wishes(split(people(8), 3, random.Random(3), wishes), wishes)


def test_a_wish_comes_before_even_halves():
    wishes = [together("p1", f"p{n}") for n in range(2, 6)]
    parts = split(people(6), 2, random.Random(1), wishes)
    assert sorted(len(part) for part in parts) == [1, 5]


def test_not_even_wishes_leave_a_circle_empty():
    wishes = [together(one, other) for one, other in zip(people(4), people(4)[1:], strict=False)]
    parts = split(people(4), 2, random.Random(1), wishes)
    assert all(parts)
    assert len(broken_wishes(parts, wishes)) == 1


def test_a_wish_about_somebody_who_is_not_here_counts_for_nothing():
    wishes = [apart("p1", "p9"), together("p8", "p9")]
    parts = split(people(4), 2, random.Random(1), wishes)
    assert [len(part) for part in parts] == [2, 2]
    assert broken_wishes(parts, wishes) == ()


def test_a_wish_is_about_two_people():
    with pytest.raises(ValidationError):
        apart("p1", "p1")
