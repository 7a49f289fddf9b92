"""The round wheel answers keys and mouse, repaints only what changed, and takes any deck."""

import re

import pytest
from boards import (
    HOSTILE,
    assert_filled,
    counted_lines,
    deck_of,
    lines_of,
    shown,
    state_of,
    text_of,
    until,
)
from rich.segment import Segment
from textual.color import Color
from textual.geometry import Offset, Region

from samtale_tui.tui.palette import DARK_PALETTE, LIGHT_PALETTE, Palette
from samtale_tui.tui.theme import DARK, LIGHT
from samtale_tui.tui.widgets.field_list import FieldList
from samtale_tui.tui.widgets.fields_board import MARKER, FieldsBoard, WheelState, dots
from samtale_tui.tui.widgets.grid import FieldGrid
from samtale_tui.tui.widgets.wheel import Wheel


def cell_at(wheel: Wheel, x: int, y: int) -> Segment:
    """One cell of the wheel."""
    return next(iter(lines_of(wheel)[y].crop(x, x + 1)))


def colours_at(wheel: Wheel, x: int, y: int) -> tuple[str, str]:
    """Letter and ground of a cell, as ``#rrggbb``."""
    style = cell_at(wheel, x, y).style
    assert style
    assert style.color
    assert style.bgcolor
    return Color.from_rich_color(style.color).hex.lower(), Color.from_rich_color(style.bgcolor).hex.lower()


def middle_of(wheel: Wheel, number: int) -> Offset:
    """A cell in the middle of a field."""
    x, y = wheel.shape.middles[number - 1]
    return Offset(int(x), int(y / 2))


async def test_arrow_keys_go_round_the_ring_through_the_hub_and_on_to_the_plan() -> None:
    async with shown(Wheel, deck_of(2, 6), state=state_of(deck_of(2, 6), 3)) as (pilot, _wheel, app):
        await pilot.press("left", "up", "right", "right", "down")
        assert app.told() == [f"Moved felt-{number}" for number in (4, 5, 6, 7, 8)]
        await pilot.press("up", "left", "down", "up", "right", "right")
        assert app.told() == [
            "Moved felt-2",
            "Moved felt-4",
            "Moved felt-3",
            "Moved felt-2",
            "Moved felt-7",
            "RimReached",
        ]


async def test_from_the_arrow_left_leads_back_to_the_field_one_came_from() -> None:
    async with shown(Wheel, deck_of(2, 6), state=state_of(deck_of(2, 6), 6)) as (pilot, wheel, app):
        wheel.choose(wheel.rim)
        await pilot.press("left")
        assert app.told() == ["RimReached", "Moved felt-6"]


async def test_the_selection_shows_at_once_without_waiting_for_an_answer() -> None:
    async with shown(Wheel, deck_of(2, 6), state=state_of(deck_of(2, 6), 7)) as (pilot, wheel, app):
        await pilot.press("right")
        assert wheel.state.rim_selected
        assert wheel.state.selected == "felt-7"
        await pilot.press("enter")
        assert app.told() == ["RimReached", "RimOpened"]


async def test_enter_opens_the_selected_field() -> None:
    async with shown(Wheel, deck_of(2, 6)) as (pilot, _wheel, app):
        await pilot.press("5", "enter")
        assert app.told() == ["Moved felt-5", "Opened felt-5"]


async def test_the_first_key_selects_something_where_nothing_was() -> None:
    async with shown(Wheel, deck_of(2, 6), state=WheelState()) as (pilot, _wheel, app):
        await pilot.press("enter", "down")
        assert app.told() == ["Moved felt-1"]


async def test_one_digit_jumps_where_there_are_fewer_than_ten_fields() -> None:
    async with shown(Wheel, deck_of(2, 6)) as (pilot, _wheel, app):
        await pilot.press("8", "2", "9", "0")
        assert app.told() == ["Moved felt-8", "Moved felt-2"]


async def test_two_digits_jump_where_there_are_ten_or_more() -> None:
    async with shown(Wheel, deck_of(2, 12)) as (pilot, _wheel, app):
        await pilot.press("1", "3", "7")
        assert app.told() == ["Moved felt-13", "Moved felt-7"]


async def test_a_lone_first_digit_jumps_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Wheel, "DIGIT_SECONDS", 0.01)
    async with shown(Wheel, deck_of(2, 12), state=state_of(deck_of(2, 12), 5)) as (pilot, wheel, app):
        await pilot.press("1")
        await until(pilot, lambda: wheel.state.selected == "felt-1")
        assert app.told() == ["Moved felt-1"]


async def test_enter_does_not_wait_for_a_second_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Wheel, "DIGIT_SECONDS", 600)
    async with shown(Wheel, deck_of(2, 12), state=state_of(deck_of(2, 12), 5)) as (pilot, _wheel, app):
        await pilot.press("1", "enter")
        assert app.told() == ["Moved felt-1", "Opened felt-1"]


async def test_a_first_digit_counts_when_the_keys_go_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Wheel, "DIGIT_SECONDS", 600)
    async with shown(Wheel, deck_of(2, 12), state=state_of(deck_of(2, 12), 5)) as (pilot, wheel, app):
        await pilot.press("1")
        wheel.blur()
        await until(pilot, lambda: bool(app.heard))
        assert app.told() == ["Moved felt-1"]


@pytest.mark.parametrize("number", range(1, 9))
async def test_a_click_selects_a_field_and_a_second_one_opens_it(number: int) -> None:
    deck = deck_of(2, 6)
    async with shown(Wheel, deck, state=state_of(deck, 1 + number % 8)) as (pilot, wheel, app):
        await pilot.click(Wheel, offset=middle_of(wheel, number))
        assert app.told() == [f"Moved felt-{number}"]
        await pilot.click(Wheel, offset=middle_of(wheel, number))
        assert app.told() == [f"Opened felt-{number}"]


async def test_a_click_on_the_arrow_leads_to_the_plan_and_one_beside_the_wheel_to_nothing() -> None:
    async with shown(Wheel, deck_of(2, 6)) as (pilot, wheel, app):
        title = wheel.shape.placing.title
        await pilot.click(Wheel, offset=(title.right - 1, title.bottom - 1))
        assert app.told() == ["RimReached", "RimOpened"]
        await pilot.click(Wheel, offset=(0, 0))
        assert app.told() == []


async def test_a_move_repaints_only_the_lines_of_the_two_sectors() -> None:
    deck = deck_of(2, 6)
    async with shown(Wheel, deck, (76, 38), state=state_of(deck, 3)) as (pilot, wheel, _app):
        for number in (8, 7, 1, 2, 5):
            before = wheel.selected
            assert before is not None
            with counted_lines(wheel) as lines:
                wheel.show(state_of(deck, number))
                await pilot.pause()
            boxes = [wheel.shape.boxes[index] for index in (before, number - 1)]
            assert lines == {y for box in boxes for y in range(box.y, box.bottom)}
            assert len(lines) < 38


async def test_what_is_written_to_the_terminal_ends_where_the_sector_ends() -> None:
    deck = deck_of(2, 6)
    async with shown(Wheel, deck, (76, 38), state=state_of(deck, 3)) as (_pilot, wheel, _app):
        state = wheel.state
        wheel.show(state_of(deck, 4))
        regions = wheel.changed_regions(state, 2)
        assert regions
        boxes = [wheel.shape.boxes[index] for index in (2, 3)]
        assert {Region(box.x, box.y, box.width, box.height) for box in boxes} == set(regions)
        assert all(region.right < 40 for region in regions)


async def test_the_same_state_again_repaints_nothing() -> None:
    deck = deck_of(2, 6)
    async with shown(Wheel, deck, state=state_of(deck, 3)) as (pilot, wheel, _app):
        with counted_lines(wheel) as lines:
            wheel.show(state_of(deck, 3))
            await pilot.pause()
        assert not lines


async def test_a_card_that_is_used_fills_a_dot_and_repaints_its_sector_alone() -> None:
    deck = deck_of(2, 6)
    async with shown(Wheel, deck, state=state_of(deck, 3, used=0)) as (pilot, wheel, _app):
        assert "●" not in text_of(wheel)
        used = {field.id: (0, 5) for field in deck.fields} | {"felt-6": (1, 5)}
        with counted_lines(wheel) as lines:
            wheel.show(WheelState("felt-3", used))
            await pilot.pause()
        box = wheel.shape.boxes[5]
        assert lines == set(range(box.y, box.bottom))
        assert text_of(wheel).count("●") == 1


async def test_a_card_that_is_written_gives_its_field_another_dot() -> None:
    deck = deck_of(0, 3)
    async with shown(Wheel, deck, state=state_of(deck, 1, used=0, total=4)) as (pilot, wheel, _app):
        wheel.show(state_of(deck, 1, used=0, total=5))
        await pilot.pause()
        assert text_of(wheel).count("○") == 15


@pytest.mark.parametrize(("theme", "colours"), [(LIGHT.name, LIGHT_PALETTE), (DARK.name, DARK_PALETTE)])
async def test_the_selected_sector_lights_up_and_is_marked(theme: str, colours: Palette) -> None:
    deck = deck_of(2, 6)
    async with shown(Wheel, deck, (76, 38), state=state_of(deck, 3), theme=theme) as (pilot, wheel, _app):
        shades = colours.shades_of(deck)
        spots = {number: middle_of(wheel, number) - (0, 3) for number in range(3, 9)}
        grounds = {number: colours_at(wheel, *spot)[1] for number, spot in spots.items()}
        assert grounds == {3: colours.lit} | {number: shades[f"felt-{number}"].fill for number in range(4, 9)}
        assert text_of(wheel).count(MARKER) == 1
        assert f"{MARKER}3 Opgaver" in text_of(wheel)
        wheel.blur()
        await pilot.pause()
        assert colours_at(wheel, *spots[3])[1] == colours.dimmed
        assert MARKER not in text_of(wheel)
        assert "▹3 Opgaver" in text_of(wheel)


async def test_the_selected_arrow_stands_out_and_no_sector_does() -> None:
    deck = deck_of(2, 6)
    async with shown(Wheel, deck, state=state_of(deck, 3, rim=True)) as (_pilot, wheel, _app):
        title = wheel.shape.placing.title
        style = cell_at(wheel, title.x, title.y).style
        assert style
        assert style.reverse
        assert MARKER not in text_of(wheel)


async def test_the_wheel_follows_the_theme() -> None:
    deck = deck_of(2, 6)
    async with shown(Wheel, deck, state=state_of(deck, 3)) as (pilot, wheel, app):
        assert colours_at(wheel, 0, 0)[1] == LIGHT_PALETTE.background
        app.theme = DARK.name
        await until(pilot, lambda: colours_at(wheel, 0, 0)[1] == DARK_PALETTE.background)


async def test_the_wheel_stands_on_the_ground_it_is_given() -> None:
    async with shown(Wheel, deck_of(2, 6)) as (pilot, wheel, _app):
        wheel.styles.background = "#123456"
        await pilot.pause()
        assert colours_at(wheel, 0, 0)[1] == "#123456"


async def test_the_wheel_is_made_anew_for_another_size() -> None:
    async with shown(Wheel, deck_of(2, 6)) as (pilot, wheel, _app):
        await pilot.resize_terminal(90, 40)
        await pilot.pause()
        assert_filled(wheel)
        assert wheel.shape.form.width == 90


@pytest.mark.parametrize(("hub", "ring"), [(0, 1), (0, 5), (1, 1), (2, 6), (3, 4), (4, 14)])
@pytest.mark.parametrize("titles", [(), HOSTILE], ids=["usual", "hostile"])
async def test_every_line_is_as_wide_as_the_wheel_whatever_the_names(
    hub: int, ring: int, titles: tuple[str, ...]
) -> None:
    async with shown(Wheel, deck_of(hub, ring, titles=titles), (40, 20)) as (pilot, wheel, _app):
        for size in ((40, 20), (60, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            for number in range(hub + ring + 1):
                wheel.choose(number)
                assert_filled(wheel)


@pytest.mark.parametrize("size", [(1, 1), (6, 3), (12, 5), (90, 3), (4, 30)])
async def test_a_wheel_without_room_is_small_and_breaks_nothing(size: tuple[int, int]) -> None:
    async with shown(Wheel, deck_of(2, 6), size) as (pilot, wheel, _app):
        await pilot.press("right", "down", "enter", "4")
        assert_filled(wheel)


async def test_text_in_brackets_is_text() -> None:
    deck = deck_of(
        0, 4, titles=["[/x]", "[Maria]", "[@click=app.quit]x[/]", "[b]fed[/b]"], rim="[red]Plan[/]"
    )
    async with shown(Wheel, deck, (76, 38)) as (pilot, wheel, app):
        for text in ("[/x]", "[Maria]", "[@click=app.quit]x[/]", "[b]fed[/b]", "[red]Plan[/]"):
            assert text in text_of(wheel)
        for number in range(1, 5):
            await pilot.click(Wheel, offset=middle_of(wheel, number))
        assert app.is_running


async def test_the_wheel_of_the_tus_looks_like_its_picture() -> None:
    async with shown(Wheel, deck_of(2, 6), (76, 38), state=state_of(deck_of(2, 6), 3)) as (
        _pilot,
        wheel,
        _app,
    ):
        shown_text = text_of(wheel)
        for part in (
            "VORES TEAM",
            "1 God dag",
            "2 Dårlig dag",
            "3 Opgaver",
            "6 Naboteams",
            "▶ Teamets",
            "udvikling",
        ):
            assert part in shown_text
        assert shown_text.count("● ● ○ ○ ○") == 8


def test_a_wheel_needs_room_to_be_read() -> None:
    assert all(Wheel.fits(deck_of(2, 6), *size) for size in ((40, 20), (45, 22), (60, 30), (76, 38)))
    assert not any(Wheel.fits(deck_of(2, 6), *size) for size in ((20, 10), (24, 12), (90, 7), (1, 1)))
    assert not Wheel.fits(deck_of(4, 14), 30, 15)


@pytest.mark.parametrize(
    ("used", "total", "cells", "said"),
    [
        (2, 5, 9, "● ● ○ ○ ○"),
        (2, 5, 8, "●●○○○"),
        (2, 12, 11, "● 2/12"),
        (0, 12, 11, "○ 0/12"),
        (2, 12, 4, "2/12"),
        (2, 12, 1, "●"),
        (0, 12, 1, "○"),
        (1, 3, 0, ""),
        (0, 0, 9, ""),
    ],
)
def test_cards_used_are_dots_or_where_there_is_no_room_numbers(
    used: int, total: int, cells: int, said: str
) -> None:
    assert dots(used, total, cells) == said


@pytest.mark.parametrize("kind", [Wheel, FieldGrid, FieldList])
async def test_a_board_that_was_hidden_shows_how_things_are_now(kind: type[FieldsBoard]) -> None:
    deck = deck_of(2, 6)
    async with shown(kind, deck, state=state_of(deck, 3, used=0)) as (pilot, board, _app):
        board.display = False
        await pilot.pause()
        board.show(state_of(deck, 5, used=1, total=6))
        await pilot.pause()
        board.display = True
        await pilot.pause()
        assert text_of(board).count("●") == 8
        assert re.search(r"[▸▹]█?( ?)5 Mål og", text_of(board))


def test_every_board_sends_the_same_messages() -> None:
    assert Wheel.RimReached is FieldsBoard.RimReached
    assert Wheel.Opened is FieldsBoard.Opened
