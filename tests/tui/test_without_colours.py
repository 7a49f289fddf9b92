"""Where there are no colours, or sixteen, what colours say is said by glyphs, reversed and underlined text."""

import re

import pytest
import sight
from rich.color import ColorSystem
from scenes import SCENES
from showcase import Stage, playing
from textual.widgets import Button, DataTable, OptionList

from samtale_tui.tui.theme import LIGHT
from samtale_tui.tui.widgets.grid import FieldGrid
from samtale_tui.tui.widgets.large_letters import LargeLetters

Cells = list[tuple[str, bool, bool, bool]]

WITH_FOCUS = (
    "home", "start", "start_empty", "start_choosing_a_deck", "wheel", "palette_without_a_match",
    "card_note_being_written", "agreement", "palette", "choice", "round_setup", "head_count", "outcome", "people_before",
    "plan", "plan_with_agreements", "action", "action_choosing_a_way", "finish", "settings",
    "settings_choosing_a_language",
)  # fmt: skip
"""A scene for every kind of thing that can have the keys."""


def cells(stage: Stage) -> Cells:
    """The screen as one sees it without colours: letters, and which of them are bold, reversed, underlined."""
    found: Cells = []
    for line in sight.segments(stage.app):
        for segment in line:
            style = segment.style
            marks = (
                bool(style and style.bold),
                bool(style and style.reverse),
                bool(style and style.underline),
            )
            found += [(letter, *marks) for letter in segment.text]
    return found


@pytest.fixture(params=["none", "sixteen"])
def few_colours(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that one has asked for no colours, and one that has sixteen."""
    if request.param == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.setattr("rich.console.Console.color_system", property(lambda _console: "standard"))


@pytest.mark.parametrize(
    ("system", "few"),
    [(None, True), ("standard", True), ("windows", True), ("256", False), ("truecolor", False)],
)
async def test_there_is_one_word_for_few_colours(
    monkeypatch: pytest.MonkeyPatch, system: str | None, few: bool
) -> None:
    monkeypatch.setattr("rich.console.Console.color_system", property(lambda _console: system))
    async with playing(size=(120, 40)) as stage:
        await SCENES["card"](stage)
        assert stage.app.has_class("-few-colours") is few
        assert stage.screen.query_one(LargeLetters)._smooth is not few


@pytest.mark.usefixtures("few_colours")
@pytest.mark.parametrize("name", WITH_FOCUS)
async def test_one_sees_where_the_keys_go(name: str) -> None:
    async with playing() as stage:
        await SCENES[name](stage)
        focused = stage.screen.focused
        assert focused is not None
        with_focus = cells(stage)
        stage.screen.set_focus(None)
        await stage.settle()
        assert cells(stage) != with_focus, focused.css_identifier


@pytest.mark.usefixtures("few_colours")
@pytest.mark.parametrize(
    ("name", "pane"),
    [
        ("wheel", "#cards"),
        ("wheel", "#agreements"),
        ("plan", "#actions"),
        ("plan", "#open-agreements"),
        ("card_own", "#card-notes"),
        ("card_own", "#card-hint-box"),
        ("finish", "#finish-preview"),
    ],
)
async def test_one_sees_which_pane_has_the_keys(name: str, pane: str) -> None:
    async with playing() as stage:
        await SCENES[name](stage)
        stage.screen.query_one(pane).focus()
        await stage.settle()
        with_focus = cells(stage)
        stage.screen.set_focus(None)
        await stage.settle()
        assert cells(stage) != with_focus


@pytest.mark.usefixtures("few_colours")
@pytest.mark.parametrize(
    ("name", "buttons"), [("choice", 2), ("finish", 1), ("start", 1), ("round_setup", 1)]
)
async def test_one_sees_which_button_it_is(name: str, buttons: int) -> None:
    async with playing() as stage:
        await SCENES[name](stage)
        found = list(stage.screen.query(Button))
        assert len(found) >= buttons
        for button in found:
            button.focus()
            await stage.settle()
            here = cells(stage)
            stage.screen.set_focus(None)
            await stage.settle()
            assert cells(stage) != here


@pytest.mark.usefixtures("few_colours")
@pytest.mark.parametrize("name", ["home", "wheel_cards", "plan", "plan_with_agreements", "palette"])
async def test_one_sees_what_is_marked_in_a_list(name: str) -> None:
    async with playing() as stage:
        await SCENES[name](stage)
        for shown in (*stage.screen.query(OptionList), *stage.screen.query(DataTable)):
            if isinstance(shown, DataTable) or shown.highlighted is None:
                continue
            marked = cells(stage)
            shown.highlighted = None
            await stage.settle()
            assert cells(stage) != marked, shown.css_identifier


@pytest.mark.usefixtures("few_colours")
async def test_one_sees_which_field_is_chosen_on_the_grid() -> None:
    async with playing() as stage:
        await SCENES["wheel"](stage)
        assert stage.screen.query_one(FieldGrid).display
        seen = []
        for _ in range(3):
            seen.append(cells(stage))
            await stage.press("right")
        # the cards beside it change as well, so only the grid's own part counts
        grid = stage.screen.query_one(FieldGrid).region
        width = stage.app.size.width

        def part(all_cells: Cells) -> Cells:
            return [
                cell
                for number, cell in enumerate(all_cells)
                if grid.contains(number % width, number // width)
            ]

        assert len({tuple(part(each)) for each in seen}) == 3


@pytest.mark.usefixtures("few_colours")
async def test_views_ticks_used_cards_turns_and_warnings_are_words_and_glyphs() -> None:
    must = {
        "wheel": ("RUMMET", "●", "○"),
        "card_own": ("KUN DIG",),
        "round_running": ("▶ Emil", "› Fatima"),
        "round_setup": ("[✓]",),
        "wheel_to_look_at": ("Kun læsning",),
        "settings_with_slips": ("Skriv et helt tal",),
    }
    async with playing() as stage:
        for name, words in must.items():
            await stage.reset()
            await SCENES[name](stage)
            assert [word for word in words if word not in sight.reading(stage.app)] == [], name


@pytest.mark.parametrize("light", [True, False])
@pytest.mark.parametrize(
    "name", ["home", "wheel", "card_own", "plan", "action", "finish", "settings", "round_own"]
)
async def test_nothing_vanishes_in_sixteen_colours(
    name: str, light: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rich.console.Console.color_system", property(lambda _console: "standard"))
    async with playing(light=light) as stage:
        assert (stage.app.theme == LIGHT.name) is light
        await SCENES[name](stage)
        same = [
            segment.text
            for line in sight.segments(stage.app)
            for segment in line
            if re.search(r"\w", segment.text)
            and segment.style
            and segment.style.color
            and segment.style.bgcolor
            if segment.style.color.downgrade(ColorSystem.STANDARD)
            == segment.style.bgcolor.downgrade(ColorSystem.STANDARD)
        ]
        assert same == []
