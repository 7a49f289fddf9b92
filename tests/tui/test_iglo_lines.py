"""The board of an IGLO in any number of cells: every line fits, and the marked note is always seen."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from samtale_tui.tui.widgets.iglo_lines import Floor, Look, Picture, Slip, Spot, Square, board_lines

WORDS = st.sampled_from(
    ["Ro", "Nye får en makker de første tre måneder", "會議 👩‍👩‍👧 " * 6, "[/x] [Maria]", "x" * 90]
)
slips = st.builds(Slip, id=st.just("s1"), words=WORDS, answers=st.just("3/5"), acted=st.booleans())
squares = st.builds(Square, slips=st.lists(slips, max_size=9).map(tuple), half=st.booleans())
floors = st.builds(
    Floor, title=WORDS, explain=st.sampled_from(["", "Det, vi kan gøre"]), squares=st.tuples(squares, squares)
)
boards = st.tuples(floors, floors, floors, floors)


@given(
    boards,
    st.builds(Spot, st.integers(0, 3), st.integers(0, 1), st.integers(0, 8)),
    st.integers(56, 130),
    st.integers(9, 40),
)
def test_the_board_fits_and_the_mark_is_in_view(
    board: tuple[Floor, ...], spot: Spot, width: int, height: int
) -> None:
    lines = board_lines(Picture(board, ("Kort sigt", "Langt sigt"), spot, focused=True), width, height)
    assert len(lines) == height
    assert all(sum(cell_len(piece.text) for piece in line) <= width for line in lines)
    marked = [piece for line in lines for piece in line if piece.look is Look.MARKED]
    assert marked
    assert {(piece.spot.floor, piece.spot.side) for piece in marked if piece.spot} == {
        (spot.floor, spot.side)
    }


def test_a_note_is_whole_where_there_is_room() -> None:
    note = Slip("s1", "Nye får en makker de første tre måneder", "2/5", acted=True)
    empty = Square()
    board = (Floor("Gruppe", "", (Square((note,)), empty)), *(Floor("x", "", (empty, empty)),) * 3)
    lines = board_lines(Picture(board, ("Kort sigt", "Langt sigt"), Spot(3), focused=False), 100, 20)
    text = "\n".join("".join(piece.text for piece in line) for line in lines)
    assert "✓ Nye får en makker de" in text and "2/5" in text and "…" not in text
    assert "● Gruppe" in text and "○ x" in text
