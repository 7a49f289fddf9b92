"""Letters on the wheel stay inside their sector, and say as much of a field's name as there is room for."""

import re

import pytest
from boards import HOSTILE, deck_of
from hypothesis import example, given
from hypothesis import strategies as some
from rich.cells import cell_len

from samtale_tui.basis.text import clean_line
from samtale_tui.deck.model import Deck, Field
from samtale_tui.tui.widgets.geometry import NEARLY_ALL, geometry
from samtale_tui.tui.widgets.titles import ELLIPSIS, balanced, cut, pieces, shortened, whole, whole_text
from samtale_tui.tui.widgets.wheel_form import form_of, plate_title, rim_forms
from samtale_tui.tui.widgets.wheel_labels import Label, labels

titles = some.text(min_size=1, max_size=80).map(clean_line).filter(bool)
words = some.lists(some.text("abcæøå-", min_size=1, max_size=14), min_size=1, max_size=6).map(" ".join)


def field_of(title: str, wrap: str | None = None) -> Field:
    """A field with this name."""
    return Field(id="felt", theme="tema", title=title, wrap=wrap)


def labels_of(deck: Deck, size: tuple[int, int], total: int = 5) -> tuple[Label, ...]:
    """The labels on a wheel of so many cells."""
    return labels(form_of(deck, *size), deck.ordered_fields, (total,) * len(deck.fields))


def read(label: Label) -> str:
    """What a label says, the number and the broken words put together."""
    return " ".join(row.text for row in label.rows if row.text).replace("- ", "")


def assert_inside(deck: Deck, size: tuple[int, int], total: int = 5) -> None:
    """Every cell with a letter is filled by the label's own sector, and no line is wider than it says."""
    shape = geometry(form_of(deck, *size))
    for sector, label in enumerate(labels_of(deck, size, total), 1):
        spots = [(x, row.y) for row in label.rows for x in range(row.x, row.x + row.cells)]
        for x, y in [*spots, *filter(None, [label.marker])]:
            for at in (2 * y * size[0] + x, (2 * y + 1) * size[0] + x):
                assert shape.owner[at] == sector
                assert shape.cover[at] >= NEARLY_ALL
        assert all(cell_len(row.text) == row.cells for row in label.rows if row.text)
        assert [row.y for row in label.rows] == sorted({row.y for row in label.rows})


@given(
    names=some.lists(titles | words, min_size=1, max_size=4),
    size=some.sampled_from([(40, 20), (45, 22), (60, 30)]),
    hub=some.integers(0, 4),
    ring=some.integers(1, 14),
    total=some.sampled_from([0, 1, 5, 10, 11, 250]),
)
@example(names=list(HOSTILE), size=(45, 22), hub=2, ring=6, total=5)
def test_letters_stay_inside_their_sector(
    names: list[str], size: tuple[int, int], hub: int, ring: int, total: int
) -> None:
    assert_inside(deck_of(hub, ring, titles=names), size, total)


@pytest.mark.parametrize("size", [(40, 20), (44, 22), (45, 22), (56, 36), (60, 30), (67, 38), (76, 38)])
def test_letters_of_the_tus_stay_inside_at_every_size_in_use(size: tuple[int, int]) -> None:
    assert_inside(deck_of(2, 6), size, 7)


@pytest.mark.parametrize("size", [(44, 22), (45, 22), (60, 30), (76, 38)])
def test_the_tus_shows_every_name_whole(size: tuple[int, int]) -> None:
    deck = deck_of(2, 6)
    found = [read(label) for label in labels_of(deck, size, 7)]
    assert found == [f"{number} {field.title}" for number, field in enumerate(deck.ordered_fields, 1)]


def test_every_sector_that_can_be_read_shows_dots_for_its_cards() -> None:
    for label in labels_of(deck_of(2, 6), (45, 22)):
        assert label.rows[-1].text == ""
        assert label.rows[-1].cells in {5, 9}


def test_dots_stand_equally_close_all_over_the_wheel() -> None:
    for size in ((44, 22), (60, 30), (76, 38)):
        assert len({label.rows[-1].cells for label in labels_of(deck_of(2, 6), size)}) == 1


def test_a_name_without_room_ends_in_dots_and_a_tiny_sector_keeps_its_number() -> None:
    long = labels_of(deck_of(0, 8, titles=["Personalepolitik"]), (40, 20))
    assert any(row.text.endswith(ELLIPSIS) for label in long for row in label.rows)
    tiny = labels_of(deck_of(0, 14, titles=["Personalepolitik"]), (24, 12))
    assert {label.rows[0].text for label in tiny if label.rows} <= {str(number) for number in range(1, 15)}


def test_a_word_breaks_with_a_hyphen_where_the_deck_says() -> None:
    parts = pieces(field_of("Samarbejdspartnere", "Samarbejds|partnere"))
    assert balanced(parts, 2, 20) == ["Samarbejds-", "partnere"]
    assert balanced(parts, 2, 10) is None


@pytest.mark.parametrize("wrap", ["Mål og|værdier", "Mål og |værdier", "Mål og| værdier"])
def test_there_is_no_hyphen_at_a_blank(wrap: str) -> None:
    parts = pieces(field_of("Mål og værdier", wrap), marked_only=True)
    assert balanced(parts, 2, 20) == ["Mål og", "værdier"]


def test_a_word_that_ends_in_a_hyphen_gets_no_second_one() -> None:
    assert balanced(pieces(field_of("IT-drift", "IT-|drift")), 2, 6) == ["IT-", "drift"]


def test_without_the_decks_advice_a_name_breaks_at_blanks() -> None:
    assert balanced(pieces(field_of("Fokus på helheden og kerneopgaven")), 3, 20) == [
        "Fokus på",
        "helheden og",
        "kerneopgaven",
    ]
    assert shortened(pieces(field_of("Fokus på helheden")), 2, 7) == ("Fokus", "på hel…")


@given(title=titles | words, width=some.integers(2, 40), marks=some.lists(some.integers(0, 80), max_size=4))
def test_a_whole_name_loses_nothing(title: str, width: int, marks: list[int]) -> None:
    wrap = title
    for mark in sorted({mark % len(title) for mark in marks}, reverse=True):
        wrap = wrap[:mark] + "|" + wrap[mark:]
    field = field_of(title, wrap if wrap != title and "|" not in title and len(wrap) <= 90 else None)
    lines = whole(field, width)
    assert all(cell_len(line) <= width for line in lines)
    assert _letters("".join(lines)) == _letters(field.title)
    assert _letters("".join(whole_text(title, width))) == _letters(title)


def _letters(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


@given(text=titles, width=some.integers(0, 30))
def test_what_is_cut_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    short = cut(text, width)
    assert cell_len(short) <= width
    if short != text:
        assert short.endswith(ELLIPSIS) or width == 0


@given(titles | words)
def test_the_rims_title_is_written_in_three_lines_at_the_most(title: str) -> None:
    for lines in rim_forms(title):
        assert 1 <= len(lines) <= 3
        assert all(cell_len(line) <= 24 for line in lines)


def test_the_hubs_title_stands_between_its_fields() -> None:
    assert plate_title(deck_of(2, 6)) == "VORES TEAM"
    assert plate_title(deck_of(1, 6)) == plate_title(deck_of(0, 6)) == ""
    assert geometry(form_of(deck_of(2, 6), 45, 22)).plate
    assert not geometry(form_of(deck_of(2, 6), 24, 12)).plate
