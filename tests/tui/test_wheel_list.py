"""The numbered list gives every field's whole name, at every size, and the selected one is in view."""

import re

import pytest
from boards import HOSTILE, assert_filled, deck_of, lines_of, shown, state_of, text_of
from textual.geometry import Offset

from samtale_tui.tui.widgets.field_list import FieldList
from samtale_tui.tui.widgets.fields_board import MARKER

SIZES = ((34, 8), (24, 20), (30, 14), (50, 6), (34, 20), (20, 10), (80, 5))


@pytest.mark.parametrize(("hub", "ring"), [(0, 1), (2, 6), (4, 14)])
@pytest.mark.parametrize("titles", [(), HOSTILE], ids=["usual", "hostile"])
async def test_every_name_is_whole(hub: int, ring: int, titles: tuple[str, ...]) -> None:
    deck = deck_of(hub, ring, titles=titles)
    async with shown(FieldList, deck) as (pilot, board, _app):
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert_filled(board)
            tiles = [tile for tile in board.tiles if tile.index is not None]
            for field, tile in zip(deck.ordered_fields, tiles, strict=True):
                assert re.sub(r"[\s-]", "", "".join(tile.lines)) == re.sub(r"[\s-]", "", field.title)


@pytest.mark.parametrize("size", SIZES)
async def test_the_selected_field_is_in_view_and_marked(size: tuple[int, int]) -> None:
    deck = deck_of(4, 14)
    async with shown(FieldList, deck, size) as (_pilot, board, _app):
        for number in range(1, 19):
            board.show(state_of(deck, number))
            lines = [line for line in text_of(board).splitlines() if MARKER in line]
            assert len(lines) == 1
            assert re.search(rf"{MARKER}. *{number} ", lines[0])


async def test_a_line_gives_number_name_and_cards_used() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldList, deck, (34, 8), state=state_of(deck, 3, used=2, total=6)) as (
        _pilot,
        board,
        _app,
    ):
        lines = text_of(board).splitlines()
        assert re.fullmatch(r" █ 1 God dag +● 2/6 *", lines[0])
        assert re.fullmatch(r"▸█ 3 Opgaver +● 2/6 *", lines[2])
        assert re.fullmatch(r" █ 7 Samarbejdspartnere ● 2/6 *", lines[6])


async def test_fields_stand_under_their_themes_where_there_is_room() -> None:
    async with shown(FieldList, deck_of(2, 6), (34, 11)) as (_pilot, board, _app):
        lines = [line.strip() for line in text_of(board).splitlines()]
        assert [lines[0], lines[3], lines[7]] == ["Vores team", "Faglighed", "Relationer"]
    async with shown(FieldList, deck_of(2, 6), (34, 10)) as (_pilot, board, _app):
        assert "Faglighed" not in text_of(board)


async def test_a_low_list_stands_in_two_columns() -> None:
    async with shown(FieldList, deck_of(2, 6), (70, 4)) as (_pilot, board, _app):
        lines = text_of(board).splitlines()
        assert "1 God dag" in lines[0]
        assert "5 Mål og værdier" in lines[0]


async def test_up_and_down_go_through_the_numbers_also_across_columns() -> None:
    async with shown(FieldList, deck_of(2, 6), (70, 4)) as (pilot, _board, app):
        for _step in range(8):
            await pilot.press("down")
        await pilot.press("left", "up")
        assert app.told() == [
            *(f"Moved felt-{number}" for number in range(2, 9)),
            "Moved felt-4",
            "Moved felt-3",
        ]


async def test_a_click_selects_a_second_one_opens_and_one_on_a_heading_does_nothing() -> None:
    async with shown(FieldList, deck_of(2, 6), (34, 11)) as (pilot, _board, app):
        await pilot.click(FieldList, offset=Offset(6, 8))
        await pilot.click(FieldList, offset=Offset(6, 8))
        assert app.told() == ["Moved felt-6", "Opened felt-6"]
        await pilot.click(FieldList, offset=Offset(6, 7))
        assert app.told() == []


async def test_the_list_has_no_arrow_to_the_plan_and_marks_nothing_when_that_is_selected() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldList, deck, (34, 11), state=state_of(deck, 3, rim=True)) as (pilot, board, app):
        assert "Teamets" not in text_of(board)
        assert MARKER not in text_of(board)
        await pilot.press("enter", "8", "down", "enter")
        assert app.told() == ["Moved felt-8", "Opened felt-8"]


async def test_a_field_without_cards_has_no_count() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldList, deck, (34, 11), state=state_of(deck, 3, used=0, total=0)) as (
        _pilot,
        board,
        _app,
    ):
        assert "/" not in text_of(board)
        assert all(strip.cell_length == 34 for strip in lines_of(board))
