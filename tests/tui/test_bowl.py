"""The picture of a fishbowl: every name has its own place, inside or round it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.tui.widgets.bowl_list import Seated, listed
from samtale_tui.tui.widgets.bowl_places import LEAST_NAME, Places, Seat, places
from samtale_tui.tui.widgets.cells import cell_len

lengths = st.lists(st.integers(1, 30), max_size=20)


def cells_of(seat: Seat, wanted: int) -> set[tuple[int, int]]:
    """The cells of a seat and of its name."""
    length = min(wanted, seat.cells)
    start = seat.name if seat.rightward else seat.name + seat.cells - length
    return {(seat.row, seat.dot)} | {(seat.row, start + n) for n in range(length)}


@given(width=st.integers(1, 130), height=st.integers(1, 40), inner=lengths, outer=lengths)
def test_nobody_sits_on_anybody_or_outside_of_the_picture(width, height, inner, outer):
    found = places(width, height, inner, outer)
    if found is None:
        return
    taken: set[tuple[int, int]] = set()
    for seats, wanted in ((found.inner, inner), (found.outer, outer)):
        assert sorted(seat.person for seat in seats) == list(range(len(wanted)))
        for seat in seats:
            cells = cells_of(seat, wanted[seat.person])
            assert not cells & taken
            taken |= cells
            assert seat.cells >= min(LEAST_NAME, wanted[seat.person])
    assert all(0 <= row < height and 0 <= column < width for row, column in taken)


@given(width=st.integers(40, 130), height=st.integers(9, 40), inner=lengths, outer=lengths)
def test_those_inside_sit_on_the_water_and_the_others_beside_it(width, height, inner, outer):
    found = places(width, height, inner, outer)
    if found is None:
        return
    for seat, wanted in zip(found.inner, (inner[seat.person] for seat in found.inner), strict=True):
        if seat.dot != found.x and len(inner) > 1:
            assert all(on_water(found, cell, over=1) for cell in cells_of(seat, wanted))
    for seat in found.outer:
        assert not on_water(found, (seat.row, seat.dot)) or abs(seat.row - found.y) >= found.bowl.high - 1


def on_water(found: Places, cell: tuple[int, int], *, over: int = 0) -> bool:
    row, column = cell
    return abs(column - found.x) <= found.bowl.at(row - found.y) + over


def test_six_have_a_picture_at_every_size_and_forty_in_a_large_window():
    names = [6] * 3
    for width, height in ((56, 10), (46, 13), (70, 24)):
        assert places(width, height, names, names)
    assert places(70, 26, [8] * 7, [8] * 33)
    assert places(46, 13, [8] * 7, [8] * 33) is None


@given(
    width=st.integers(12, 80),
    height=st.integers(4, 24),
    inner=st.lists(st.sampled_from(("Anna", "Bo", "李小龍", "Hans-Henrik")), min_size=1, max_size=20),
    outer=st.lists(st.sampled_from(("Carina", "Ib", "Fatima (2)")), max_size=35),
)
def test_the_list_names_or_counts_all_within_its_room(width, height, inner, outer):
    rows = listed(Seated(tuple(inner), tuple(outer)), width, height)
    assert len(rows) <= height
    words = [piece.text for row in rows for piece in row]
    assert any(text.startswith("Inde") for text in words)
    assert not outer or any(text.startswith("Rundt om") for text in words) or height < 5
    for row in rows:
        ends = sorted((piece.x, piece.x + cell_len(piece.text)) for piece in row)
        assert all(end <= start for (_, end), (start, _) in pairwise(ends))
        assert all(end <= width for _start, end in ends)


def test_the_list_says_how_many_there_was_no_room_for():
    names = tuple(f"Person {n}" for n in range(33))
    rows = listed(Seated(("Anna", "Bo"), names), 40, 6)
    assert rows[-1][-1].text == "og 25 til"
