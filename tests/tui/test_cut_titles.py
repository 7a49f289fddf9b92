"""The writer of a deck is told which titles the room cannot read on the wheel of a small screen, and what to do."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from boards import deck_of
from hypothesis import given
from hypothesis import strategies as some
from rich import cells as measured

from samtale_tui.deck.model import Deck
from samtale_tui.deck.reader import read_deck
from samtale_tui.tui.screens.wheel import WheelScreen
from samtale_tui.tui.widgets import cells
from samtale_tui.tui.widgets.cut_titles import SMALL, cut_titles
from samtale_tui.tui.widgets.wheel import Wheel
from samtale_tui.tui.widgets.wheel_form import board_size, cut_off, fits

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.toml"))


def titled(ring: int, title: str, wrap: str | None = None, hub: int = 2) -> Deck:
    """A deck whose first field of the ring has this title."""
    deck = deck_of(hub, ring)
    field = deck.fields[hub].but(title=title, wrap=wrap)
    return deck.but(fields=(*deck.fields[:hub], field, *deck.fields[hub + 1 :]))


def said(deck: Deck) -> list[tuple[tuple[str | int, ...], str]]:
    """Where the warnings are, and what they say."""
    return [(fault.path, f"{fault.message} {fault.remedy}") for fault in cut_titles(deck)]


def test_a_title_that_its_deck_does_not_break_is_told() -> None:
    assert said(titled(6, "Samarbejdspartnerne")) == [
        (
            ("fields", 2, "title"),
            (
                "På en skærm på 80×24 viser hjulet kun »Samarbejd…« af titlen. "
                "Skriv i wrap, hvor titlen må deles, som »Samarbejds|partnere«, eller gør den kortere."
            ),
        )
    ]


def test_one_that_is_broken_where_it_may_be_is_whole() -> None:
    assert said(titled(6, "Samarbejdspartnerne", "Samar|bejds|part|nerne")) == []


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_no_shipped_deck_has_a_title_that_cannot_be_read(path: Path) -> None:
    deck = read_deck(path)
    assert fits(deck, *board_size(*SMALL))
    assert said(deck) == []


def test_where_there_is_no_wheel_all_that_is_cut_is_told() -> None:
    deck = deck_of(4, 14, titles=["Kompetenceudviklingsplanen"])
    found = said(deck)
    assert len(found) == len(cut_off(deck, *board_size(*SMALL))) > 9
    assert all("er der intet hjul" in words for _path, words in found)


words = some.lists(some.text("abcæøå-日", min_size=1, max_size=14), min_size=1, max_size=4).map(" ".join)


@given(titles=some.lists(words, min_size=1, max_size=4), hub=some.integers(0, 4), ring=some.integers(1, 14))
def test_what_is_told_is_cut_on_the_wheel(titles: list[str], hub: int, ring: int) -> None:
    deck = deck_of(hub, ring, titles=titles)
    cut = cut_off(deck, *board_size(*SMALL))
    for path, message in said(deck):
        assert isinstance(path[1], int)
        field = deck.fields[path[1]]
        shown = cut[field.id]
        assert shown != field.title
        assert shown.endswith("…") or not shown
        assert "\n" not in message
    if not fits(deck, *board_size(*SMALL)):
        assert len(said(deck)) == len(cut)


def test_the_board_is_as_large_as_the_screen_makes_it() -> None:
    assert board_size(80, 24) == (46, 22)
    css = (Path(sys.modules[WheelScreen.__module__].__file__ or "").with_suffix(".tcss")).read_text("utf-8")
    assert [int(cells) for cells in re.findall(r"#wheel-side \{ width: (\d+);", css)][:2] == [34, 50]
    assert Wheel.fits(deck_of(2, 6), *board_size(80, 24))


def test_letters_that_are_thought_to_take_a_cell_do() -> None:
    for letter in map(chr, range(0x110000)):
        if cells._ONE_CELL_EACH.fullmatch(letter):
            assert measured.cell_len(letter) == 1, hex(ord(letter))


@given(some.text("abÅæ …–日😀\u0301\u200d", max_size=12))
def test_texts_are_measured_as_they_are_painted(text: str) -> None:
    assert cells.cell_len(text) == measured.cell_len(text)
    assert cells.split_graphemes(text) == measured.split_graphemes(text)[0]


def test_to_look_for_them_loads_no_screen() -> None:
    program = (
        "import sys; from pathlib import Path; from samtale_tui.deck.reader import read_deck;"
        "from samtale_tui.tui.widgets.cut_titles import cut_titles;"
        "list(cut_titles(read_deck(Path(sys.argv[1]))));"
        "print(*{name.partition('.')[0] for name in sys.modules} & {'textual', 'rich'})"
    )
    done = subprocess.run([sys.executable, "-c", program, str(DECKS[0])], capture_output=True, check=True)
    assert done.stdout.decode().strip() == ""
