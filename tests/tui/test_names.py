"""Names where there is little room."""

import pytest

from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.names import cut_name


@pytest.mark.parametrize(
    ("name", "width", "shown"),
    [
        ("Anna", 4, "Anna"),
        ("Annabel", 4, "Ann…"),
        ("Carina (2)", 10, "Carina (2)"),
        ("Carina (2)", 9, "Carina(2)"),
        ("Carina (2)", 6, "Ca…(2)"),
        ("Carina (12)", 6, "C…(12)"),
        ("Bo (2)", 5, "Bo(2)"),
        ("Bo (2)", 4, "Bo…"),
        ("Carina (vikar)", 7, "Carina…"),
        ("(2)", 2, "(…"),
        ("Anna (2)", 0, ""),
    ],
)
def test_a_name_is_cut_and_its_number_is_kept_while_there_is_room(name: str, width: int, shown: str) -> None:
    assert cut_name(name, width) == shown
    assert cell_len(shown) <= width


def test_two_of_one_name_are_told_apart_in_six_cells() -> None:
    assert len({cut_name(name, 6) for name in ("Fatima", "Fatima (2)", "Fatima (3)", "Fatima (12)")}) == 4
