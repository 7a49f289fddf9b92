"""A card in the room's view: its question as large as the screen allows, whatever it says and whatever happens."""

from dataclasses import replace
from itertools import count, pairwise

import pytest
import scenes
import sight
from showcase import CARD, FIELD, Stage, playing, randers, ready
from textual.app import App, ComposeResult
from textual.color import Color
from textual.containers import Vertical
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.widgets import Static

from samtale_tui.deck.model import Deck
from samtale_tui.tui.palette import palette
from samtale_tui.tui.widgets.large_letters import LargeLetters, LargeWords

SIZES = ((60, 20), (80, 24), (120, 40))
SHORT = "Hvad er en god dag?"
HUNDRED = (
    "Vi må vælge én ting, som teamet skal blive dygtigere til det næste år. Hvad bliver det, tror I alle?"
)


async def card_saying(stage: Stage, text: str) -> LargeLetters:
    """The card, with another question on it."""
    stage.material = replace(ready(), deck=_deck_with(text))
    await scenes.card(stage)
    return the_letters(stage)


def _deck_with(text: str) -> Deck:
    cards = [
        each.model_dump() | ({"text": text} if each is randers().cards_by_id[CARD] else {})
        for each in randers().cards
    ]
    return Deck.model_validate(randers().model_dump() | {"cards": cards})


def the_letters(stage: Stage) -> LargeLetters:
    """The question on the screen."""
    return stage.screen.query_one(LargeLetters)


def colours(stage: Stage) -> tuple[set[str], set[str]]:
    """In the question: the colours of its blocks, and of what is behind them."""
    region = the_letters(stage).region
    styles = [
        segment.style
        for line in sight.segments(stage.app)[region.y : region.bottom]
        for segment in line
        if segment.style and set(segment.text) & set(sight.QUARTERS)
    ]
    return (
        {style.color.triplet.hex for style in styles if style.color and style.color.triplet},
        {style.bgcolor.triplet.hex for style in styles if style.bgcolor and style.bgcolor.triplet},
    )


async def test_a_hundred_letters_are_several_cells_high_with_what_goes_deeper_below_them() -> None:
    async with playing(size=(120, 40)) as stage:
        letters = await card_saying(stage, HUNDRED)
        assert letters.is_large
        assert letters.text == HUNDRED
        drawn = sight.lines(stage.app)
        assert sight.ink(letters, drawn) > 0.15
        assert "Vi må" not in sight.text(stage.app)
        assert "– Hvordan ville andre opdage det?" in sight.text(stage.app)
        assert not stage.screen.query_one("#card-face").show_vertical_scrollbar
        assert sight.faults(stage.app) == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_short_question_is_large_on_every_screen(size: tuple[int, int]) -> None:
    async with playing(size=size) as stage:
        assert (await card_saying(stage, SHORT)).is_large
        assert "– Hvad er det mindste skridt, vi kan begynde med?" in sight.text(stage.app)


async def test_where_none_fits_it_is_plain_text_with_air_in_the_middle() -> None:
    async with playing(size=(60, 20)) as stage:
        letters = await card_saying(stage, HUNDRED)
        assert not letters.is_large
        region = letters.region
        rows = [line.strip() for line in sight.lines(stage.app)[region.y : region.bottom]]
        said = [number for number, row in enumerate(rows) if row]
        assert " ".join(filter(None, rows)) == HUNDRED
        assert {second - first for first, second in pairwise(said)} == {2}
        assert abs(said[0] - (len(rows) - 1 - said[-1])) <= 1


async def test_ones_own_view_is_as_it_was_and_has_no_large_letters() -> None:
    async with playing(size=(120, 40)) as stage:
        letters = await card_saying(stage, HUNDRED)
        await stage.press("v")
        assert not letters.display
        assert "Vi må vælge én ting, som teamet" in sight.reading(stage.app)
        assert "Til dig, der leder" in sight.text(stage.app)
        assert sight.faults(stage.app) == []
        await stage.press("v")
        assert sight.in_large_letters(stage.app) == [letters]
        assert "Til dig, der leder" not in sight.text(stage.app)


async def test_the_letters_follow_the_windows_size() -> None:
    async with playing(size=(120, 40)) as stage:
        letters = await card_saying(stage, HUNDRED)
        heights = {}
        for size in (*reversed(SIZES), *SIZES):
            await stage.pilot.resize_terminal(*size)
            await stage.settle()
            assert sight.faults(stage.app) == [], size
            assert heights.setdefault(size, letters.region.height) == letters.region.height
        assert letters.is_large


async def test_no_width_makes_the_screen_flicker_between_two_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scrollbar takes a cell, so that what just fitted no longer does, and then needs no scrollbar."""
    asked = count()
    measure = LargeLetters.get_content_height

    def a_few_times(self: LargeLetters, container: Size, viewport: Size, width: int) -> int:
        assert next(asked) < 100, "it never comes to rest"
        return measure(self, container, viewport, width)

    monkeypatch.setattr(LargeLetters, "get_content_height", a_few_times)
    async with playing(size=(80, 24)) as stage:
        await scenes.card(stage)
        for size in ((80, 24), (79, 24), *((width, 30) for width in range(66, 122, 8))):
            await stage.pilot.resize_terminal(*size)
            await stage.settle()
            assert sight.faults(stage.app) == []


async def test_the_letters_have_the_colours_of_their_field_in_either_theme() -> None:
    async with playing(size=(120, 40)) as stage:
        await card_saying(stage, SHORT)
        for dark in (True, False):
            shade = palette(dark=dark).shades_of(stage.value.deck)[FIELD]
            over, under = colours(stage)
            assert Color.parse(shade.label).hex.lower() in over
            assert Color.parse(shade.fill).hex.lower() in under
            assert len(over) > 4  # shades between the two
            stage.app.action_theme()
            await stage.settle()


async def test_with_few_colours_there_are_only_ink_and_ground() -> None:
    async with playing(size=(120, 40)) as stage:
        stage.app.console._color_system = type(stage.app.console._color_system).STANDARD  # type: ignore[union-attr]
        letters = await card_saying(stage, HUNDRED)
        assert letters.is_large
        over, under = colours(stage)
        assert (len(over), len(under)) == (1, 1)


async def test_another_card_comes_in_its_place() -> None:
    async with playing(size=(120, 40)) as stage:
        letters = await card_saying(stage, SHORT)
        before = sight.text(stage.app)
        await stage.press("pagedown")
        assert letters.text != SHORT
        assert letters.text in {card.text for card in randers().cards}
        assert sight.text(stage.app) != before
        await stage.press("pageup")
        assert sight.text(stage.app) == before


async def test_its_words_can_be_copied() -> None:
    async with playing(size=(120, 40)) as stage:
        letters = await card_saying(stage, HUNDRED)
        assert letters.get_selection(Selection(Offset(0, 0), Offset(3, 3))) == (HUNDRED, "\n")


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
@pytest.mark.parametrize(
    "text",
    [
        "samarbejdspartnerskabsforhandlinger" * 6,
        "æ" * 1000,
        "Hvad nu? 🧑\u200d🚀",
        "漢字仮名 交じり文 " * 20,
        "מה עכשיו? " * 8,
        "Z\u0351\u036bal\u0321go?",
        "[/x] [@click=app.quit]x[/]",
        "linje\n\n\nlinje\nog én til",
        "- " * 300,
    ],
    ids=["one word", "letters", "emoji", "chinese", "hebrew", "stacked", "markup", "lines", "dashes"],
)
async def test_any_text_leaves_the_screen_whole(text: str, size: tuple[int, int]) -> None:
    async with playing(size=size) as stage:
        letters = await card_saying(stage, text)
        assert sight.faults(stage.app) == []
        assert sight.control_codes(stage.app) == []
        assert sight.actions_by_click(stage.app) == []
        assert "".join(letters.text.split()) == "".join(text.split())
        await stage.press("down", "v", "v")
        assert sight.faults(stage.app) == []


class Words(App[None]):
    """A word in the middle of the screen, and a line below it."""

    CSS = "Words { background: #101216; color: #efeee9; } #below { height: 1; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words = LargeWords(text)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield self.words
            yield Static("nederst", id="below")


@pytest.mark.parametrize("size", SIZES)
async def test_one_word_fills_the_width_and_stands_in_the_middle(size: tuple[int, int]) -> None:
    app = Words("Time-out")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        drawn = sight.lines(app)
        assert app.words.is_large
        rows = [number for number, line in enumerate(drawn[:-1]) if line.strip()]
        columns = [line.index(line.strip()) for line in drawn[:-1] if line.strip()]
        assert 4 <= len(rows) <= size[1] - 1
        assert abs(rows[0] - (size[1] - 2 - rows[-1])) <= 2
        assert min(columns) < size[0] / 4
        assert drawn[-1].startswith("nederst")
        app.words.say("Pause")
        await pilot.pause()
        assert sight.lines(app) != drawn


@pytest.mark.parametrize("text", ["", "x" * 10_000, "🧑\u200d🚀"])
async def test_any_words_can_stand_there(text: str) -> None:
    app = Words(text)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert not app.words.is_large
        assert sight.lines(app)[-1].startswith("nederst")
        assert list(sight.lines_of_other_lengths(app)) == []
