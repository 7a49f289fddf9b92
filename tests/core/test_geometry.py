"""The wheel is round, whole and the same on both sides, whatever its size and however many fields it has."""

import itertools
import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samtale_tui.tui.widgets.geometry import GAP, LEVELS, NOTHING, RIM, Form, Geometry, geometry
from samtale_tui.tui.widgets.movement import Digits, Direction, neighbour, wheel_neighbour
from samtale_tui.tui.widgets.placing import place

TITLES = ((20, 1), (12, 2))
SIZES = ((40, 20), (44, 22), (45, 22), (60, 30), (76, 38), (120, 36))
EVERY_WHEEL = [(hub, ring) for hub in range(5) for ring in range(1, 15)]

forms = some.builds(
    Form,
    width=some.integers(1, 70),
    height=some.integers(1, 28),
    hub=some.integers(0, 4),
    ring=some.integers(1, 14),
    titles=some.sampled_from(((), TITLES, ((30, 1),), ((4, 3), (80, 1)))),
    plate=some.sampled_from((0, 4, 10, 20)),
)


def wheel(hub: int = 2, ring: int = 6, size: tuple[int, int] = (76, 38), plate: int = 0) -> Geometry:
    """A wheel with the rim's title in its usual forms."""
    return geometry(Form(*size, hub, ring, TITLES, plate))


def rows(layer: bytes, shape: Geometry) -> list[bytes]:
    """A layer, pixel row by pixel row."""
    width = shape.form.width
    return [layer[start : start + width] for start in range(0, len(layer), width)]


@given(forms)
def test_every_pixel_is_on_one_sector_at_most_and_covered_between_nothing_and_wholly(form: Form) -> None:
    shape = geometry(form)
    assert len(shape.owner) == len(shape.cover) == len(shape.core) == form.width * form.height * 2
    for owner, cover, core in zip(shape.owner, shape.cover, shape.core, strict=True):
        assert owner == RIM or owner <= form.hub + form.ring
        assert (owner == NOTHING) == (cover == 0)
        assert 0 <= core <= cover <= LEVELS


@given(forms)
def test_left_mirrors_right_pixel_for_pixel(form: Form) -> None:
    shape = geometry(form)
    middle = int(2 * shape.placing.x) - 1
    for owners, covers in zip(rows(shape.owner, shape), rows(shape.cover, shape), strict=True):
        for x in range(form.width):
            there = middle - x
            if 0 <= there < form.width:
                assert covers[x] == covers[there]
                if form.hub in {0, 1}:
                    assert (owners[x] in {NOTHING, RIM}) == (owners[there] in {NOTHING, RIM})


@pytest.mark.parametrize(("hub", "ring"), [(0, 6), (0, 4), (1, 10), (2, 6), (4, 8)])
def test_top_mirrors_bottom(hub: int, ring: int) -> None:
    shape = wheel(hub, ring, (76, 38))
    covers = rows(shape.cover, shape)
    last = int(2 * shape.placing.y) - 1
    assert all(covers[row] == covers[last - row] for row in range(last + 1))


@given(forms)
def test_the_rims_title_stands_clear_of_the_wheel_and_inside_the_widget(form: Form) -> None:
    shape = geometry(form)
    title = shape.placing.title
    assert title.x >= 0
    assert title.y >= 0
    if shape.placing.form < 0:
        return
    assert title.right <= form.width
    assert title.bottom <= form.height
    assert (title.width - shape.placing.shaft, title.height) == form.titles[shape.placing.form]
    for x, y in itertools.product(range(title.x, title.right), range(title.y, title.bottom)):
        assert shape.owner[2 * y * form.width + x] == shape.owner[(2 * y + 1) * form.width + x] == NOTHING


@pytest.mark.parametrize("size", SIZES)
def test_the_wheel_is_round(size: tuple[int, int]) -> None:
    shape = wheel(1, 1, size)
    reaches = []
    for angle in range(0, 360, 3):
        across, down = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        along = (step / 10 for step in range(10 * max(size), 0, -1))
        reaches.append(next(far for far in along if _is_sector(shape, across * far, down * far)))
    assert max(reaches) - min(reaches) <= 1.5
    assert abs(sum(reaches) / len(reaches) - shape.radius) <= 0.75


def _is_sector(shape: Geometry, across: float, down: float) -> bool:
    x, y = math.floor(shape.placing.x + across), math.floor(shape.placing.y + down)
    if not (0 <= x < shape.form.width and 0 <= y < 2 * shape.form.height):
        return False
    at = y * shape.form.width + x
    return shape.owner[at] not in {NOTHING, RIM} and 2 * shape.cover[at] >= LEVELS


@pytest.mark.parametrize(("hub", "ring"), [(0, 5), (1, 1), (2, 6), (3, 9), (4, 9), (2, 14)])
def test_fields_of_the_ring_are_equally_large_and_the_gaps_between_them_are_thin(hub: int, ring: int) -> None:
    shape = wheel(hub, ring)
    area: Counter[int] = Counter()
    for owner, cover in zip(shape.owner, shape.cover, strict=True):
        area[owner] += cover
    outer = [area[number] / LEVELS for number in range(hub + 1, hub + ring + 1)]
    assert max(outer) / min(outer) < 1.02
    hole = shape.hub_radius + (GAP if hub else 0)
    whole = math.pi * (shape.radius**2 - hole**2)
    gaps = ring * GAP * (shape.radius - hole) if ring > 1 else 0
    assert sum(outer) == pytest.approx(whole - gaps, rel=0.02)


def test_the_ring_goes_clockwise_from_the_bottom() -> None:
    shape = wheel(2, 6)
    x, y = shape.placing.x, shape.placing.y
    sides = [
        (
            "left" if across < x - 1 else "right",
            "over" if down < y - 1 else "under" if down > y + 1 else "level",
        )
        for across, down in shape.middles[2:]
    ]
    assert sides == [
        ("left", "under"),
        ("left", "level"),
        ("left", "over"),
        ("right", "over"),
        ("right", "level"),
        ("right", "under"),
    ]


def test_a_hub_of_two_is_halved_and_one_of_four_quartered_clockwise_from_the_top_left() -> None:
    halves, quarters = wheel(2), wheel(4)
    assert halves.middles[0][1] < halves.placing.y < halves.middles[1][1]
    x, y = quarters.placing.x, quarters.placing.y
    corners = [(across < x, down < y) for across, down in quarters.middles[:4]]
    assert corners == [(True, True), (False, True), (False, False), (True, False)]


@given(forms)
def test_the_hubs_title_has_a_row_of_its_own_and_is_left_out_where_it_has_no_room(form: Form) -> None:
    shape = geometry(form)
    if shape.plate is None:
        return
    assert form.hub in {2, 4}
    for x in range(shape.plate.x - 1, shape.plate.right + 1):
        assert shape.at(x, shape.plate.y) is None


@pytest.mark.parametrize(("hub", "ring"), [(0, 1), (0, 5), (1, 1), (2, 6), (3, 7), (4, 14)])
@pytest.mark.parametrize("size", SIZES)
def test_a_cell_is_hit_where_its_sector_is_seen(hub: int, ring: int, size: tuple[int, int]) -> None:
    shape = wheel(hub, ring, size)
    hit = set()
    for x, y in itertools.product(range(size[0]), range(size[1])):
        pixels = [
            (shape.cover[at], shape.owner[at]) for at in (2 * y * size[0] + x, (2 * y + 1) * size[0] + x)
        ]
        seen = {owner for cover, owner in pixels if cover == max(pixels)[0]} - {NOTHING, RIM}
        found = shape.at(x, y)
        hit.add(found)
        if shape.placing.title.holds(x, y):
            assert found == RIM
        elif found is None:
            assert not seen or {owner for _cover, owner in pixels} & {RIM}
        else:
            assert found + 1 in seen
    assert hit == {None, RIM, *range(hub + ring)}
    assert shape.at(-1, 0) is shape.at(0, size[1]) is shape.at(size[0], 0) is None


@given(forms)
def test_a_sectors_box_holds_all_its_pixels(form: Form) -> None:
    shape = geometry(form)
    for at, owner in enumerate(shape.owner):
        if owner not in {NOTHING, RIM}:
            assert shape.boxes[owner - 1].holds(at % form.width, at // form.width // 2)


@pytest.mark.parametrize(("hub", "ring"), EVERY_WHEEL)
def test_arrow_keys_lead_from_every_field_to_every_other_and_to_the_rims_arrow(hub: int, ring: int) -> None:
    for size in ((40, 20), (60, 30)):
        shape = wheel(hub, ring, size, plate=10 if hub in {2, 4} else 0)
        centre = (shape.placing.x, shape.placing.y)
        ways = {
            index: {wheel_neighbour(shape.spots, hub, centre, index, way) for way in Direction}
            - {None, index}
            for index in range(hub + ring + 1)
        }
        for start in ways:
            reached, waiting = {start}, [start]
            while waiting:
                fresh = ways[waiting.pop()] - reached
                reached |= fresh
                waiting += fresh
            assert len(reached) == hub + ring + 1


def test_arrow_keys_move_in_space_on_the_wheel_of_the_tus() -> None:
    """1 God dag over 2 Dårlig dag in the hub; 3–8 clockwise from the bottom; 9 is the arrow."""
    shape = wheel(2, 6)
    centre = (shape.placing.x, shape.placing.y)

    def go(number: int, *ways: Direction) -> int | None:
        for way in ways:
            found = wheel_neighbour(shape.spots, 2, centre, number - 1, way)
            number = number if found is None else found + 1
        return number

    up, down, left, right = Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT
    assert [go(3, right), go(8, left)] == [8, 3]
    assert [go(3, left), go(4, up), go(5, right), go(6, right), go(7, down), go(8, left)] == [
        4,
        5,
        6,
        7,
        8,
        3,
    ]
    assert go(4, right, right) == 7
    assert [go(5, down), go(3, up)] == [1, 2]
    assert [go(1, down), go(2, up)] == [2, 1]
    assert [go(7, right), go(9, left)] == [9, 7]
    assert go(9, right) == 9


def test_a_wheel_is_made_once_for_a_size_and_a_form() -> None:
    assert wheel(2, 6) is wheel(2, 6)
    assert wheel(2, 6) is not wheel(2, 7)


def test_the_title_stands_beside_a_wide_wheel_and_in_the_corner_of_a_narrow_one() -> None:
    wide, narrow = place(120, 36, TITLES), place(44, 22, TITLES)
    assert wide.title.x > wide.x + wide.radius
    assert wide.title.y * 2 <= wide.y < wide.title.bottom * 2
    assert narrow.title.y * 2 > narrow.y + narrow.radius / 2
    assert narrow.radius >= 20


def test_the_arrow_stands_alone_where_the_title_has_no_room() -> None:
    small = place(14, 7, TITLES)
    assert (small.form, small.title.width, small.title.height) == (-1, 1, 1)


def test_nothing_lies_beyond_the_last_one() -> None:
    assert neighbour([(0, 0), (5, 0)], 1, Direction.RIGHT) is None
    assert neighbour([(0, 0), (5, 0)], 1, Direction.LEFT) == 0


def test_a_digit_jumps_at_once_where_there_are_fewer_than_ten_fields() -> None:
    digits = Digits(8)
    assert [digits.press(digit) for digit in "0189"] == [None, 1, 8, None]
    assert not digits.waiting


def test_two_digits_make_a_number_where_there_are_ten_fields_or_more() -> None:
    digits = Digits(12)
    assert digits.press("1") is None
    assert digits.waiting
    assert digits.press("2") == 12
    assert digits.press("5") == 5


def test_a_lone_first_digit_counts_when_no_second_one_comes() -> None:
    digits = Digits(12)
    assert digits.press("1") is None
    assert digits.settle() == 1
    assert digits.settle() is None


def test_a_second_digit_that_makes_no_number_counts_by_itself() -> None:
    digits = Digits(12)
    assert [digits.press("1"), digits.press("7")] == [None, 7]
    assert [digits.press("0"), digits.press("3")] == [None, 3]
