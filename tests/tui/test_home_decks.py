"""Home and the form with many decks, with broken ones, and with shared folders that come late."""

import threading
from pathlib import Path

import pytest
import sight
from showcase import Stage, playing
from textual.widgets import OptionList, Select

from samtale_tui.basis.folders import user_decks_folder
from samtale_tui.deck import scanning
from samtale_tui.deck.shelf import Origin, list_decks

SHIPPED = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
SIZES = [(60, 20), (80, 24), (120, 40)]


def put(folder: Path, deck_id: str, title: str, more: str = "") -> Path:
    """A deck like the shipped one."""
    folder.mkdir(parents=True, exist_ok=True)
    text = SHIPPED.read_text(encoding="utf-8").replace('id = "tus-randers"', f'id = "{deck_id}"', 1)
    path = folder / f"{deck_id}.toml"
    path.write_text(text.replace("TUS · Randers", title, 1) + more, encoding="utf-8")
    return path


def two_hundred() -> None:
    for number in range(200):
        put(user_decks_folder(), f"deck-{number:03}", f"Team {number:03}")


def marked(stage: Stage) -> str | None:
    options = stage.screen.query_one("#home-list", OptionList)
    assert options.highlighted is not None
    return options.options[options.highlighted].id


def shipped() -> list[str]:
    """Those that travel with the program, as they are listed."""
    return [entry.id for entry in list_decks().entries if entry.origin is Origin.SHIPPED]


async def test_a_deck_that_is_wrong_further_down_is_marked_once_home_stands_and_says_why() -> None:
    bad = put(user_decks_folder(), "aa-daarligt", "Aa dårligt", more="\n[[cards]]\nfield = 7\n")
    async with playing(size=(120, 40)) as stage:
        await stage.home(stage.material.conversation())
        await stage.press("down")
        assert marked(stage) == "deck:aa-daarligt"
        await stage.until(lambda: sight.reading(stage.app).count("kan ikke bruges") == 2, patience=20)
        assert "1 fil kan ikke bruges" in sight.reading(stage.app)
        assert marked(stage) == "deck:aa-daarligt"  # nobody's place in the list is lost
        await stage.press("enter")
        assert stage.on == "HomeScreen"
        assert stage.said.startswith("Kortsættet kan ikke bruges\n") and bad.name in stage.said
        await stage.press("down", "enter")
        assert stage.on == "StartScreen"
        assert [option for _title, option in stage.screen.query_one(Select)._options] == shipped()


async def test_what_has_been_found_wrong_stands_at_once_the_next_time_and_is_gone_when_it_is_mended() -> None:
    put(user_decks_folder(), "aa-daarligt", "Aa dårligt", more="\n[[cards]]\nfield = 7\n")
    async with playing(size=(120, 40)) as stage:
        await stage.home(stage.material.conversation())
        await stage.until(lambda: "1 fil kan ikke bruges" in sight.reading(stage.app), patience=20)
        await stage.press("question_mark", "escape")
        assert "1 fil kan ikke bruges" in sight.reading(stage.app)
        put(user_decks_folder(), "aa-daarligt", "Aa godt")
        await stage.press("question_mark", "escape")
        assert "Aa godt" in sight.reading(stage.app)
        assert "kan ikke bruges" not in sight.reading(stage.app)


async def test_where_no_deck_can_be_used_home_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("samtale_tui.deck.shelf.shipped_decks_folder", lambda: tmp_path / "none")
    put(user_decks_folder(), "daarligt", "Dårligt", more="\n[[cards]]\nfield = 7\n")
    async with playing() as stage:
        await stage.home()
        await stage.until(
            lambda: "Der er ingen sæt, der kan bruges." in sight.reading(stage.app), patience=20
        )
        await stage.press("n")
        assert stage.on == "HomeScreen"
        assert stage.said


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_list_of_two_hundred_decks_scrolls_and_each_can_be_chosen(size: tuple[int, int]) -> None:
    two_hundred()
    async with playing(size=size) as stage:
        await stage.home(stage.material.conversation())
        await stage.press("end")
        assert marked(stage) == "deck:tus-randers"
        assert "TUS · Randers" in sight.reading(stage.app)
        await stage.press("up", "up", "pageup", "pagedown")
        assert marked(stage) == "deck:deck-199"
        await stage.press("enter")
        assert stage.on == "StartScreen"
        assert stage.screen.query_one(Select).value == "deck-199"
        assert sight.faults(stage.app) == []
        await stage.press("escape", "escape")
        assert (stage.on, marked(stage)) == ("HomeScreen", "deck:deck-199")
        await stage.press("n")
        assert stage.on == "StartScreen"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_form_s_list_of_two_hundred_decks_can_be_typed_to(size: tuple[int, int]) -> None:
    two_hundred()
    async with playing(size=size) as stage:
        await stage.home()
        await stage.press("n")
        stage.screen.query_one(Select).focus()
        await stage.press("enter")
        titles = [str(title) for title, _id in stage.screen.query_one(Select)._options]
        assert titles == sorted(titles, key=str.casefold)
        await stage.type("team 15")
        await stage.press("enter")
        assert stage.screen.query_one(Select).value == "deck-150"
        assert "Team 150" in sight.reading(stage.app)


async def test_a_deck_that_was_spoilt_meanwhile_is_told_in_the_form_and_what_is_typed_stays() -> None:
    path = put(user_decks_folder(), "aa-mit", "Aa mit")
    async with playing() as stage:
        await stage.home()
        await stage.press("enter")
        assert stage.screen.query_one(Select).value == "aa-mit"
        path.write_text("= 1\n", encoding="utf-8")
        await stage.type("Team Nord")
        await stage.press("ctrl+s")
        assert stage.on == "StartScreen" and stage.app.live is None
        assert stage.said.startswith("Kortsættet kan ikke bruges\n") and "aa-mit.toml:1" in stage.said
        assert stage.screen.focused is stage.screen.query_one(Select)
        assert "Team Nord" in sight.reading(stage.app)
        put(user_decks_folder(), "aa-mit", "Aa mit")
        await stage.press("ctrl+s")
        assert stage.value.deck.id == "aa-mit"


async def test_a_shared_folder_that_comes_late_is_shown_when_it_comes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, there = tmp_path / "netværk", threading.Event()
    put(folder, "faelles", "Fælles for alle")
    monkeypatch.setenv("SAMTALE_DECKS", str(folder))
    look_through = scanning.look_through

    def slow(asked: Path, origin: Origin) -> scanning.Found:
        if asked == folder:
            there.wait()
        return look_through(asked, origin)

    monkeypatch.setattr(scanning, "look_through", slow)
    monkeypatch.setattr("samtale_tui.tui.screens.home.PATIENCE", 0.01)
    async with playing(size=(120, 40)) as stage:
        try:
            await stage.home()
            assert "TUS · Randers" in sight.reading(stage.app)
            assert "Fælles for alle" not in sight.reading(stage.app)
            assert "svarer ikke" not in sight.reading(stage.app)  # it has been given no time yet
        finally:
            there.set()
        await stage.until(lambda: "Fælles for alle" in sight.reading(stage.app), patience=20)


async def test_a_shared_folder_that_never_comes_is_told_and_all_else_works(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, there = tmp_path / "netværk", threading.Event()
    monkeypatch.setenv("SAMTALE_DECKS", str(folder))

    def dead(_asked: Path, _origin: Origin) -> scanning.Found:
        there.wait()
        raise AssertionError

    monkeypatch.setattr(scanning, "look_through", dead)
    monkeypatch.setattr("samtale_tui.tui.screens.home.PATIENCE", 0.01)
    monkeypatch.setattr("samtale_tui.tui.screens.home.LATE_SECONDS", 0.01)
    async with playing(size=(120, 40)) as stage:
        try:
            await stage.home()
            await stage.until(lambda: "svarer ikke" in sight.reading(stage.app), patience=20)
            assert str(folder.name) in sight.reading(stage.app)
            await stage.press("n")
            assert stage.on == "StartScreen"
        finally:
            there.set()
