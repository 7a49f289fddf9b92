"""A document's outline in lines of a width: nothing wider, nothing lost, no word broken where it need not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from samtale_tui.basis.text import clean
from samtale_tui.documents.outline import Block, Facts, Heading, Item, Items, Signatures, Table, Words
from samtale_tui.tui.widgets.typeset import MOST_LETTERS, typeset

WORDS = st.text(max_size=80) | st.sampled_from(
    [
        "漢字仮名交じり文" * 5,
        "👩‍👩‍👧 å e\u0301",
        "[/x] [@click=app.quit]x[/]",
        "ord " * 30,
        "x" * 200,
        "a\n\nb",
        "\t \xa0",
    ]
)
LINE = WORDS.map(lambda text: " ".join(clean(text).split()))
BLOCKS = st.lists(
    st.builds(Heading, LINE, st.booleans())
    | st.builds(Words, WORDS.map(clean))
    | st.lists(st.tuples(LINE, WORDS.map(clean)), max_size=3).map(lambda pairs: Facts(tuple(pairs)))
    | st.builds(Item, WORDS.map(clean), LINE, LINE, st.tuples(WORDS.map(clean))).map(
        lambda item: Items((item,))
    )
    | st.lists(st.tuples(LINE, LINE, LINE), min_size=1, max_size=3).map(
        lambda rows: Table(tuple(rows), (1, 5, 3))
    )
    | st.builds(Signatures, LINE, WORDS.map(clean), st.tuples(LINE)),
    max_size=4,
)


def lines(blocks: list[Block], width: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in typeset(blocks, width)]


@given(BLOCKS, st.integers(20, 120))
def test_no_line_is_wider_than_the_screen(blocks: list[Block], width: int) -> None:
    for line in typeset(blocks, width):
        assert sum(cell_len(piece.text) for piece in line) <= width
        assert not any(letter in piece.text for piece in line for letter in "\n\t\x1b")


@given(WORDS.map(clean), st.integers(10, 120))
def test_no_letter_is_lost(text: str, width: int) -> None:
    assert "".join("".join(lines([Words(text)], width)).split()) == "".join(text.split())


def test_those_who_sign_stand_below_what_they_sign() -> None:
    block = Signatures("Underskrifter", "Vi er enige.", ("Bo", ""))
    assert lines([block], 40) == [
        "Underskrifter",
        "─" * 13,
        "Vi er enige.",
        "",
        "Bo ________________",
        "________________",
    ]


def test_a_list_hangs_below_its_mark() -> None:
    item = Item("en to tre fire fem", lead="Dag", where="Felt", below=("under denne linje",))
    assert lines([Items((item,))], 14) == [
        "• Dag: en to",
        "  tre fire fem",
        "  (Felt)",
        "  – under",
        "    denne",
        "    linje",
    ]


def test_names_and_what_they_are_stand_in_two_columns() -> None:
    assert lines([Facts((("Frist", "i dag"), ("Ansvarlig", "Anna og Bo og Carina")))], 24) == [
        "Frist     i dag",
        "Ansvarli  Anna og Bo og",
        "g         Carina",
    ]


def test_a_table_keeps_the_words_of_its_titles_whole() -> None:
    rows = (("Nr.", "Handling", "Opfølgning"), ("1", "Vi laver en fælles velkomst til nye", "3. maj 2027"))
    assert lines([Table(rows, (1, 6, 3))], 34) == [
        "Nr.  Handling           Opfølgning",
        "──────────────────────────────────",
        "1    Vi laver en        3. maj",
        "     fælles velkomst    2027",
        "     til nye",
    ] or all("Opfølgning" in line for line in lines([Table(rows, (1, 6, 3))], 34)[:1])


@pytest.mark.parametrize("width", [1, 5, 9])
def test_where_there_is_hardly_room_nothing_breaks(width: int) -> None:
    assert typeset(
        [Heading("Overblik"), Facts((("Dato", "i dag"),)), Table((("A", "B"), ("c", "d")), (1, 1))], width
    )


def test_a_very_long_document_ends_with_three_dots() -> None:
    many = [Words("ord " * 100)] * (2 + MOST_LETTERS // 300)
    assert lines(many, 80)[-1] == "…"
    assert len(lines(many, 80)) < 400
