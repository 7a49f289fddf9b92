"""The grid of panes shows every field's whole name, from forty columns up, with colour and without."""

import itertools
import re

import pytest
from boards import HOSTILE, assert_filled, counted_lines, deck_of, lines_of, shown, state_of, text_of
from textual.events import MouseScrollDown
from textual.geometry import Offset

from samtale_tui.deck.model import Deck
from samtale_tui.tui.widgets.fields_board import MARKER, WheelState
from samtale_tui.tui.widgets.grid import FieldGrid
from samtale_tui.tui.widgets.movement import Direction
from samtale_tui.tui.widgets.tiles import Tile

SIZES = ((40, 8), (31, 16), (40, 20), (60, 20), (80, 22), (120, 36))
DECKS = ((0, 1), (0, 5), (1, 1), (2, 6), (2, 14), (4, 14))


def letters_of(tiles: tuple[Tile, ...]) -> str:
    """The names in all tiles, without blanks and hyphens."""
    return re.sub(r"[\s-]", "", "|".join("".join(tile.lines) for tile in tiles))


def names_of(deck: Deck) -> str:
    """The names that must be seen, in the same writing."""
    titles = [*(field.title for field in deck.ordered_fields), deck.wheel.rim]
    return re.sub(r"[\s-]", "", "|".join(titles))


@pytest.mark.parametrize(("hub", "ring"), DECKS)
@pytest.mark.parametrize("size", SIZES)
def test_every_name_is_whole_in_a_place_of_its_own(hub: int, ring: int, size: tuple[int, int]) -> None:
    grid = FieldGrid(deck_of(hub, ring))
    grid.show(state_of(grid.deck))
    tiles = grid.lay_out(*size)
    assert letters_of(tiles) == names_of(grid.deck)
    assert all(tile.box.x >= 0 and tile.box.right <= size[0] for tile in tiles)
    for one, other in itertools.combinations([tile.box for tile in tiles], 2):
        apart = one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
        assert apart


@pytest.mark.parametrize(("hub", "ring"), DECKS)
async def test_every_line_is_as_wide_as_the_grid(hub: int, ring: int) -> None:
    async with shown(FieldGrid, deck_of(hub, ring), SIZES[0]) as (pilot, grid, _app):
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert_filled(grid)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_text(size: tuple[int, int]) -> None:
    deck = deck_of(2, 10, titles=HOSTILE, rim="[/plan]")
    async with shown(FieldGrid, deck, size) as (pilot, grid, app):
        assert letters_of(grid.tiles) == names_of(deck)
        for number in range(len(deck.fields) + 1):
            grid.choose(number)
            assert_filled(grid)
        await pilot.click(FieldGrid, offset=(5, 1))
        assert app.is_running


@pytest.mark.parametrize("size", SIZES)
async def test_the_selected_pane_is_in_view_and_marked(size: tuple[int, int]) -> None:
    deck = deck_of(4, 14)
    async with shown(FieldGrid, deck, size, state=state_of(deck, None)) as (_pilot, grid, _app):
        assert MARKER not in text_of(grid)
        for number, field in enumerate(deck.ordered_fields, 1):
            grid.show(state_of(deck, number))
            line = next(line for line in text_of(grid).splitlines() if MARKER in line)
            assert re.search(rf"{MARKER}\S?\s*{number} {field.title.split()[0][:5]}", line)
            assert text_of(grid).count(MARKER) == 1


@pytest.mark.parametrize("size", [(40, 8), (60, 20), (120, 36)])
async def test_the_selected_pane_stands_out_without_any_colour(size: tuple[int, int]) -> None:
    deck = deck_of(2, 6)
    async with shown(FieldGrid, deck, size, state=state_of(deck, 3)) as (_pilot, grid, _app):
        reversed_text = "".join(
            segment.text
            for strip in lines_of(grid)
            for segment in strip
            if segment.style and segment.style.reverse
        )
        assert "3 Opgaver" in reversed_text
        assert "Kompetencer" not in reversed_text


async def test_arrow_keys_reach_every_pane_and_the_plan() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldGrid, deck, (80, 22)) as (pilot, _grid, app):
        for _step in range(8):
            await pilot.press("right")
        assert app.told() == [*(f"Moved felt-{number}" for number in range(2, 9)), "RimReached"]
        await pilot.press("enter", "up", "down", "left")
        assert app.told()[0] == "RimOpened"


@pytest.mark.parametrize(("hub", "ring"), DECKS)
async def test_arrow_keys_lead_from_every_pane_to_every_other(hub: int, ring: int) -> None:
    async with shown(FieldGrid, deck_of(hub, ring), SIZES[0]) as (pilot, grid, _app):
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert_all_reached(grid)


def assert_all_reached(grid: FieldGrid) -> None:
    """Arrow keys lead from everything to everything."""
    ways = {
        index: {grid.next_to(index, way) for way in Direction} - {None, index}
        for index in range(grid.rim + 1)
    }
    for start in ways:
        reached, waiting = {start}, [start]
        while waiting:
            fresh = ways[waiting.pop()] - reached
            reached |= fresh
            waiting += fresh
        assert len(reached) == grid.rim + 1


async def test_a_click_selects_a_pane_and_a_second_one_opens_it() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldGrid, deck, (80, 22)) as (pilot, grid, app):
        box = next(tile.box for tile in grid.tiles if tile.index == 6)
        for _click in range(2):
            await pilot.click(FieldGrid, offset=Offset(box.x + 2, box.y + 1))
        assert app.told() == ["Moved felt-7", "Opened felt-7"]
        box = grid.tiles[-1].box
        await pilot.click(FieldGrid, offset=Offset(box.x + 2, box.y + 1))
        assert app.told() == ["RimReached", "RimOpened"]


async def test_two_digits_jump_in_the_grid_too() -> None:
    async with shown(FieldGrid, deck_of(2, 14), (40, 8)) as (pilot, grid, app):
        await pilot.press("1", "6")
        assert app.told() == ["Moved felt-16"]
        assert "16 Trivsel og tryghed" in text_of(grid)


async def test_a_move_repaints_only_the_lines_of_the_two_panes() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldGrid, deck, (80, 22), state=state_of(deck, 1)) as (pilot, grid, _app):
        with counted_lines(grid) as lines:
            await pilot.press("right")
            await pilot.pause()
        boxes = [tile.box for tile in grid.tiles if tile.index in {0, 1}]
        assert lines == {y for box in boxes for y in range(box.y, box.bottom)}


async def test_a_card_that_is_used_repaints_its_pane_alone() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldGrid, deck, (80, 22), state=state_of(deck, 1, used=0)) as (pilot, grid, _app):
        assert "●" not in text_of(grid)
        with counted_lines(grid) as lines:
            grid.show(WheelState("felt-1", {field.id: (0, 5) for field in deck.fields} | {"felt-8": (1, 5)}))
            await pilot.pause()
        box = next(tile.box for tile in grid.tiles if tile.index == 7)
        assert lines == set(range(box.y, box.bottom))
        assert text_of(grid).count("●") == 1


async def test_cards_that_are_many_are_shown_as_numbers_and_never_cut() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldGrid, deck, (60, 20), state=state_of(deck, 1, used=99, total=250)) as (
        _pilot,
        grid,
        _app,
    ):
        assert text_of(grid).count("99/250") == 8


async def test_the_mouse_wheel_scrolls_what_has_no_room() -> None:
    deck = deck_of(4, 14)
    async with shown(FieldGrid, deck, (40, 8)) as (pilot, grid, app):
        assert "12 Anerkendelse" not in text_of(grid)
        while "Teamets udvikling" not in text_of(grid):
            before = text_of(grid)
            await pilot._post_mouse_events([MouseScrollDown], widget=FieldGrid)
            assert text_of(grid) != before
        assert app.told() == []
        assert_filled(grid)


async def test_the_grid_keeps_what_the_keys_elsewhere_selected() -> None:
    deck = deck_of(2, 6)
    async with shown(FieldGrid, deck, (80, 22), state=state_of(deck, 3)) as (pilot, grid, _app):
        grid.blur()
        await pilot.pause()
        assert f"{MARKER}3 Opgaver" in text_of(grid)
        assert not any(
            segment.style and segment.style.reverse for strip in lines_of(grid) for segment in strip
        )
