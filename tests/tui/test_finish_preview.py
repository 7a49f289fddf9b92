"""The preview of the plan: set as it will be read, with every word of the people's as they wrote it."""

import sight
from showcase import playing

from samtale_tui.conversation.model import Agreement
from samtale_tui.plan.model import Action
from samtale_tui.tui.widgets.typeset import MOST_LETTERS

MARKS = "*stjerner* _streger_ [Maria](http://x) `kode` # 1. | <b>"


async def preview_of(what: str, agreements: tuple[Agreement, ...] = ()) -> str:
    async with playing(size=(120, 40)) as stage:
        actions = (Action(id="h1", what=what),)
        await stage.open(stage.material.planned(step="finish", actions=actions, agreements=agreements))
        assert sight.actions_by_click(stage.app) == []
        stage.app.screen.query_one("#format-md").focus()
        await stage.settle()
        first = sight.reading(stage.app)
        stage.app.screen.query_one("#finish-preview").scroll_end(animate=False)
        await stage.settle()
        return first + sight.reading(stage.app)


async def test_no_mark_of_markdown_is_seen() -> None:
    seen = await preview_of("Sparring hver tirsdag")
    assert "1. Sparring hver tirsdag" in seen
    assert not any(mark in seen for mark in ("**", "##", "| -", "*Mangler"))


async def test_the_marks_that_people_write_are_seen_as_they_wrote_them() -> None:
    assert MARKS in await preview_of(MARKS)


async def test_a_very_long_plan_ends_with_three_dots() -> None:
    many = tuple(Agreement(id=f"a{n}", text="ord " * 100) for n in range(1, 2 + MOST_LETTERS // 400))
    seen = await preview_of("Sparring", many)
    assert "… " in seen
    assert "Det talte vi om" not in seen
