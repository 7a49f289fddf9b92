"""Finish: which file has what, which are wanted, how far the writing has come, and whether it still holds."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sight
from showcase import Stage, playing
from textual.widgets import Input

from samtale_tui.basis.files import staged
from samtale_tui.basis.folders import data_folder
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.people_commands import set_people
from samtale_tui.conversation.plan_commands import drop_action, put_action
from samtale_tui.documents import finish
from samtale_tui.documents.formats import FORMATS
from samtale_tui.tui.screens.finish import LEFT_OUT
from samtale_tui.tui.widgets.reader import Reader
from samtale_tui.tui.widgets.tick import Tick

LARGE = (99, 60)


async def at_finish(stage: Stage, **changes: object) -> None:
    folder = data_folder() / "documents"
    await stage.open(stage.material.planned(step="finish", documents=str(folder), **changes))


def tick(stage: Stage, name: str) -> Tick:
    return stage.screen.query_one(f"#format-{name}", Tick)


async def test_it_says_which_file_has_what() -> None:
    async with playing(size=LARGE) as stage:
        await at_finish(stage)
        seen = sight.reading(stage.app)
        for each in FORMATS.values():
            assert each.file_name(stage.value) in seen
            assert each.holds(stage.value).split(".")[0] in seen


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("md", ("teamudviklingsplan.md", "1. Sparring")),
        ("docx", ("teamudviklingsplan.docx", "plads til underskrifter")),
        ("ics", ("teamudviklingsplan.ics", "Frist: ", "Opfølgning: ")),
        ("toml", ("plan.toml", "format = 1", "[[actions]]")),
    ],
)
async def test_a_marked_format_shows_its_own_document(name: str, words: tuple[str, ...]) -> None:
    async with playing(size=LARGE) as stage:
        await at_finish(stage)
        tick(stage, name).focus()
        await stage.settle()
        seen = sight.reading(stage.app)
        for word in words:
            assert word in seen
        stage.screen.query_one("#write").focus()
        await stage.settle()
        assert all(each.file_name(stage.value) in sight.reading(stage.app) for each in FORMATS.values())


async def test_a_format_that_is_not_wanted_stays_out_when_one_comes_back() -> None:
    async with playing(size=LARGE) as stage:
        await at_finish(stage)
        for name in ("toml", "md"):
            tick(stage, name).focus()
            await stage.press("space")
        assert stage.value.drafts[LEFT_OUT] == "md,toml"
        await stage.press("less_than_sign", "escape", "greater_than_sign")
        assert [name for name in FORMATS if tick(stage, name).value] == ["docx", "ics"]
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.value.written)
        assert [Path(path).suffix for path in stage.value.written] == [".docx", ".ics"]
        tick(stage, "md").focus()
        await stage.press("space")
        tick(stage, "toml").focus()
        await stage.press("space")
        assert LEFT_OUT not in stage.value.drafts


async def test_without_days_there_is_no_calendar_until_there_is_one() -> None:
    async with playing(size=LARGE) as stage:
        value = stage.material.planned(step="finish")
        bare = tuple(each.but(deadline=None, follow_when=None) for each in value.actions)
        await at_finish(stage, actions=bare)
        assert tick(stage, "ics").disabled and not tick(stage, "ics").value
        assert "Der er ingen kalender at skrive" in sight.reading(stage.app)
        assert LEFT_OUT not in stage.value.drafts
        stage.app.live.apply(put_action, value.actions[0])
        await stage.settle()
        assert not tick(stage, "ics").disabled and tick(stage, "ics").value


async def test_a_change_after_the_writing_is_told_of() -> None:
    async with playing(size=LARGE) as stage:
        await at_finish(stage)
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.value.written)
        await stage.settle()
        assert "Skrevet i" in sight.reading(stage.app)
        assert "ændret" not in sight.reading(stage.app)
        stage.app.live.apply(drop_action, "h1")
        await stage.until(lambda: "Planen er ændret, siden filerne blev skrevet." in sight.reading(stage.app))
        await stage.press("u")
        await stage.until(lambda: "Planen er ændret" not in sight.reading(stage.app))


async def test_people_who_are_taken_out_again_leave_the_preview_too() -> None:
    async with playing(size=LARGE) as stage:
        await at_finish(stage)
        names = [*stage.value.names().values(), "Ny Kollega"]
        tick(stage, "md").focus()
        await stage.settle()
        stage.app.live.apply(set_people, names, label="deltagere ændret")
        await stage.settle()
        assert "Ny Kollega" in sight.reading(stage.app)
        await stage.press("u")
        assert "Ny Kollega" not in sight.reading(stage.app)


async def test_a_change_while_the_files_are_being_written_is_told_of(slow: threading.Semaphore) -> None:
    async with playing(size=LARGE) as stage:
        await at_finish(stage)
        await stage.press("ctrl+s")
        await stage.until(lambda: "Skriver 1 af 4 …" in sight.reading(stage.app))
        stage.app.live.apply(drop_action, "h1")
        slow.release(4)
        await stage.until(lambda: "Planen er ændret" in sight.reading(stage.app))
        assert "Planen er ændret, siden filerne blev skrevet." in sight.reading(stage.app)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Semaphore]:
    """A folder that takes a document only when it is let."""
    gate = threading.Semaphore(0)

    @contextmanager
    def waiting(path: Path, data: bytes, *, private: bool = False) -> Iterator[Path]:
        assert gate.acquire(timeout=30)
        with staged(path, data, private=private) as temporary:
            yield temporary

    monkeypatch.setattr(finish, "staged", waiting)
    yield gate
    gate.release(100)


async def test_a_slow_folder_lets_the_screen_go_on(slow: threading.Semaphore) -> None:
    async with playing() as stage:
        await at_finish(stage)
        await stage.press("ctrl+s")
        for number in range(1, 5):
            await stage.until(lambda number=number: f"Skriver {number} af 4 …" in sight.reading(stage.app))
            assert [fault for fault in sight.faults(stage.app) if "#folder: scrolls" not in fault] == []
            if number == 2:
                await stage.press("v")  # the keys work meanwhile
                assert "KUN DIG" in sight.text(stage.app)
                stage.screen.query_one("#folder", Input).focus()
                await stage.press("end", "x")
                assert stage.screen.query_one("#folder", Input).value.endswith("documentsx")
            slow.release()
        await stage.until(lambda: len(stage.value.written) == 4)
        await stage.settle()
        assert "Skriver" not in sight.reading(stage.app)


async def test_the_writing_goes_on_when_one_leaves_and_is_seen_when_one_comes_back(
    slow: threading.Semaphore,
) -> None:
    async with playing() as stage:
        await at_finish(stage)
        await stage.press("ctrl+s")
        await stage.until(lambda: "Skriver 1 af 4 …" in sight.reading(stage.app))
        await stage.press("less_than_sign")
        assert stage.on == "EvaluationScreen"
        slow.release()
        await stage.press("escape", "greater_than_sign")
        assert stage.on == "FinishScreen"
        slow.release()
        await stage.until(lambda: "Skriver 3 af 4 …" in sight.reading(stage.app))
        slow.release(2)
        await stage.until(lambda: len(stage.value.written) == 4)


async def test_the_same_files_are_not_written_twice_at_once(slow: threading.Semaphore) -> None:
    async with playing() as stage:
        await at_finish(stage)
        await stage.press("ctrl+s")
        await stage.until(lambda: "Skriver 1 af 4 …" in sight.reading(stage.app))
        await stage.press("ctrl+s")
        assert "Filerne er ved at blive skrevet." in stage.said
        slow.release(4)
        await stage.until(lambda: stage.value.written)


async def test_the_preview_scrolls_and_stays_where_it_is_while_the_plan_does() -> None:
    async with playing() as stage:
        await at_finish(stage)
        reader = stage.screen.query_one(Reader)
        reader.focus()
        await stage.press("pagedown")
        await stage.until(lambda: reader.scroll_offset.y > 0)
        at = reader.scroll_offset.y
        stage.app.live.apply(do.choose_documents_folder, "/et/andet/sted")
        await stage.settle()
        assert reader.scroll_offset.y == at
