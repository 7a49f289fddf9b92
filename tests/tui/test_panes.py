"""The lists beside the wheel keep their pictures; what they show is always what they would show without."""

import random

import sight
from showcase import Stage, playing

from samtale_tui.tui.widgets.panes import CardList, Pane

KEYS = (
    *("up", "down", "left", "right", "1", "3", "8", "tab", "shift+tab", "enter", "home", "end"),
    *("escape", "f2", "v", "ctrl+z", "ctrl+y", "w"),
)
WIDTHS = ((60, 20), (80, 24), (120, 40))


def _drawn(stage: Stage) -> list[str]:
    return ["".join(map(repr, line)) for line in sight.segments(stage.app)]


def _drawn_anew(stage: Stage) -> list[str]:
    for pane in stage.app.screen.query(Pane):
        pane._pictures.clear()
        pane._clear_caches()
    return _drawn(stage)


async def test_a_kept_picture_is_the_one_that_would_be_made_now() -> None:
    chance = random.Random(20270312)
    async with playing(size=(120, 40)) as stage:
        await stage.open(stage.material.conversation())
        for step in range(60):
            if step % 15 == 14:
                await stage.pilot.resize_terminal(*chance.choice(WIDTHS))
            await stage.pilot.press(chance.choice(KEYS))
            await stage.settle()
            assert _drawn(stage) == _drawn_anew(stage), f"step {step}"


async def test_a_field_that_one_comes_back_to_is_not_painted_again() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(stage.material.conversation())
        await stage.pilot.press("1", "2", "1")
        await stage.settle()
        cards = stage.app.screen.query_one(CardList)
        kept = dict(cards._pictures)
        await stage.pilot.press("2", "1", "2")
        await stage.settle()
        assert kept
        assert cards._pictures == kept


async def test_a_note_goes_with_the_mark_when_another_field_is_chosen() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(stage.material.conversation(), own=True)
        await stage.pilot.press("4", "enter", "down", "down")
        await stage.settle()
        assert stage.material.note[:20] in sight.reading(stage.app)
        await stage.pilot.press("escape", "up")
        await stage.settle()
        assert stage.material.note[:20] not in sight.reading(stage.app)
