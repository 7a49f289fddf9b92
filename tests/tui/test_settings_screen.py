"""What is chosen holds at once, is remembered, and nothing that is written wrong costs what was right."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sight
from scenes import SCENES
from showcase import Stage, new_app, playing, staged
from test_screens_commands import REACH
from textual.pilot import Pilot
from textual.widgets import Input, Select

from samtale_tui.basis.settings import Settings, read_settings, settings_path
from samtale_tui.conversation.start_draft import StartDraft, save_start_draft
from samtale_tui.tui.language_choice import apply_language
from samtale_tui.tui.navigation import show_start
from samtale_tui.tui.theme import DARK, LIGHT
from samtale_tui.tui.widgets.first_hint import STEPS, FirstHint
from samtale_tui.tui.widgets.setting import Setting
from samtale_tui.tui.widgets.tick import Tick
from samtale_tui.tui.widgets.writing import Writing

nothing_drawn = pytest.mark.usefixtures("nothing_drawn")


def remembered(stage: Stage) -> Settings:
    """What stands in the file once all is written."""
    stage.app.settings.flush()
    return read_settings().settings


async def write(stage: Stage, field: str, text: str) -> None:
    """Another text in a field."""
    entry = stage.screen.query_one(field, Input)
    entry.focus()
    await stage.settle()
    await stage.press("ctrl+a", "backspace")
    await stage.type(text)


def told(stage: Stage, field: str) -> str:
    """What stands below a field."""
    return str(Setting.of(stage.screen.query_one(field)).query_one(".told").visual)


# The theme


@nothing_drawn
async def test_the_theme_is_there_again_the_next_time() -> None:
    async with playing() as stage:
        await SCENES["home"](stage)
        assert stage.app.theme == DARK.name
        await stage.press("f2")
        assert remembered(stage).theme == "light"
    async with playing() as stage:
        assert stage.app.theme == LIGHT.name
        await SCENES["agreement"](stage)
        await stage.press("f2")
        assert (stage.app.theme, remembered(stage).theme) == (DARK.name, "dark")


@nothing_drawn
async def test_where_the_choice_cannot_be_kept_that_is_said_once_and_holds_for_now(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "[/x] må ikke")

    monkeypatch.setattr("samtale_tui.basis.settings.write_atomically", refuse)
    async with playing() as stage:
        await SCENES["home"](stage)
        await stage.press("f2")
        await stage.until(lambda: "kan ikke huskes her ([/x] må ikke)" in stage.said)
        assert stage.app.theme == LIGHT.name
        stage.app.clear_notifications()
        await stage.press("f2")
        stage.app.settings.flush()
        await stage.settle()
        assert (stage.app.theme, stage.said) == (DARK.name, "")
    assert not settings_path().exists()


@nothing_drawn
async def test_a_folder_that_cannot_be_kept_still_holds_for_the_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "må ikke")

    monkeypatch.setattr("samtale_tui.basis.settings.write_atomically", refuse)
    async with playing() as stage:
        stage.app.settings.change(documents=str(tmp_path))
        await stage.open(stage.material.conversation(step="finish", documents=""))
        assert stage.screen.query_one("#folder", Input).value == str(tmp_path / stage.value.id)


# The screen


@nothing_drawn
async def test_every_line_is_kept_at_once_and_there_when_one_comes_back() -> None:
    async with playing() as stage:
        await SCENES["settings"](stage)
        stage.screen.query_one("#theme", Select).value = "light"
        stage.screen.query_one("#bell", Tick).value = False
        for field, text in (("#frame", "20"), ("#turn", "1:15"), ("#plan", "0"), ("#documents", "/tmp")):
            await write(stage, field, text)
        expected = Settings(
            theme="light", bell=False, frame_minutes=20, turn_seconds=75, plan_minutes=0, documents="/tmp"
        )
        assert remembered(stage) == stage.app.settings.value == expected
        assert stage.app.theme == LIGHT.name
        await stage.press("escape", "escape", "i")
        values = {name: stage.screen.query_one(f"#{name}", Input).value for name in ("frame", "turn", "plan")}
        assert values == {"frame": "20", "turn": "1:15", "plan": "0"}
        assert not stage.screen.query_one("#bell", Tick).value
        for field in ("#frame", "#turn", "#plan", "#documents"):
            await write(stage, field, "")
        assert remembered(stage) == Settings(theme="light", bell=False)


@nothing_drawn
@pytest.mark.parametrize(
    ("field", "key", "good", "wrong", "says"),
    [
        ("#frame", "frame_minutes", "20", "500", "Skriv et helt tal fra 1 til 240."),
        ("#frame", "frame_minutes", "20", "0", "Skriv et helt tal fra 1 til 240."),
        ("#turn", "turn_seconds", "1:30", "9999", "mindst 30 sekunder og højst 60 minutter"),
        ("#turn", "turn_seconds", "1:30", ":::", "Skriv 1:30 eller 90"),
        ("#plan", "plan_minutes", "15", "121", "Skriv et helt tal fra 0 til 120."),
    ],
)
async def test_what_cannot_be_used_is_told_of_there_and_the_last_good_one_kept(
    field: str, key: str, good: str, wrong: str, says: str
) -> None:
    async with playing() as stage:
        await SCENES["settings"](stage)
        await write(stage, field, good)
        before = getattr(remembered(stage), key)
        assert before
        await stage.press("tab")
        await write(stage, field, wrong)
        assert says in told(stage, field)
        assert getattr(remembered(stage), key) == before
        await write(stage, field, good)
        assert says not in told(stage, field)


@nothing_drawn
async def test_a_folder_that_is_not_there_is_offered_to_be_made(tmp_path: Path) -> None:
    folder = tmp_path / "Planer" / "Team [/x] Nord"
    async with playing() as stage:
        await SCENES["settings"](stage)
        button = stage.screen.query_one("#make-folder")
        assert not button.display
        await write(stage, "#documents", str(folder))
        await stage.until(lambda: button.display, "offered")
        assert remembered(stage).documents == str(folder)
        assert not folder.exists()
        await stage.settle()
        await stage.press("tab", "enter")
        await stage.until(folder.is_dir, "made")
        await stage.until(lambda: not button.display, "done")
        assert "Mappen er lavet." in str(stage.screen.query_one("#folder-told").visual)


@nothing_drawn
async def test_a_path_that_says_too_little_and_one_of_a_file_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("her")
    async with playing() as stage:
        await SCENES["settings"](stage)
        words = stage.screen.query_one("#folder-told")
        await write(stage, "#documents", "Planer")
        assert "Skriv den fulde sti" in str(words.visual)
        assert remembered(stage).documents == ""
        await write(stage, "#documents", str(tmp_path / "fil"))
        await stage.until(lambda: "Her ligger en fil" in str(words.visual), "told of the file")
        assert words.has_class("-wrong")


@nothing_drawn
async def test_a_complaint_goes_when_it_is_no_longer_true(tmp_path: Path) -> None:
    async with playing() as stage:
        await SCENES["settings"](stage)
        words = stage.screen.query_one("#folder-told")
        for before in ("", str(tmp_path)):
            await write(stage, "#documents", before)
            await stage.press("ctrl+a")
            await stage.type("x")
            assert words.has_class("-wrong") and "Skriv den fulde sti" in str(words.visual)
            stage.screen.query_one("#documents", Input).value = before
            await stage.settle()
            assert "Skriv den fulde sti" not in str(words.visual) and not words.has_class("-wrong")


@nothing_drawn
async def test_what_is_learned_late_lands_under_no_other_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    go = threading.Event()

    def slow(_folder: str) -> str:
        go.wait(10)
        return ""

    monkeypatch.setattr("samtale_tui.tui.widgets.folder_field.what_is_at", lambda _folder: "none")
    monkeypatch.setattr("samtale_tui.tui.widgets.folder_field.make_chosen", slow)
    async with playing() as stage:
        await SCENES["settings"](stage)
        words = stage.screen.query_one("#folder-told")
        for after in ("x", "escape"):
            go.clear()
            await write(stage, "#documents", str(tmp_path / after))
            await stage.until(lambda: stage.screen.query_one("#make-folder").display, "offered")
            await stage.press("tab", "enter")
            if after == "x":
                stage.screen.query_one("#documents", Input).value = "x"
            else:
                await stage.press("escape", "escape")
            go.set()
            await stage.settle()
            if after == "x":
                assert "Skriv den fulde sti" in str(words.visual)
        assert stage.on == "HomeScreen"


@nothing_drawn
async def test_it_opens_from_the_palette_in_a_conversation_and_leads_back() -> None:
    async with playing() as stage:
        await SCENES["card"](stage)
        await stage.press("ctrl+p")
        await stage.type("settings")
        await stage.press("enter")
        await stage.until(lambda: stage.on == "SettingsScreen")
        await stage.settle()
        await stage.press("escape")
        assert stage.on == "CardScreen"


@nothing_drawn
async def test_a_new_round_proposes_the_turn_that_is_chosen() -> None:
    async with playing() as stage:
        for turn, proposed in ((90, "1:30"), (3600, "")):
            await stage.reset()
            await stage.open(stage.material.conversation(card="kompetencer-3", turn_seconds=turn))
            await stage.press("r", "enter", "e")
            assert stage.screen.query_one("#turn", Input).value == proposed


async def test_what_cannot_be_read_in_the_file_is_named_on_home() -> None:
    settings_path().write_text('theme = "drak [/x]"\n')
    async with playing(size=(120, 40)) as stage:
        await stage.home()
        assert "settings.toml:1: »drak [/x]« kan ikke bruges som »theme«." in sight.reading(stage.app)
        assert sight.faults(stage.app) == []


@nothing_drawn
async def test_what_cannot_be_read_in_the_file_is_told_of_once_where_a_conversation_opens() -> None:
    settings_path().write_text('theme = "drak [/x]"\n')
    async with playing(size=(120, 40)) as stage:
        await stage.open(stage.material.conversation())
        assert "settings.toml:1: »drak [/x]« kan ikke bruges som »theme«." in stage.said
        stage.app.clear_notifications()
        await stage.reset()
        await stage.open(stage.material.conversation())
        assert stage.said == ""


# Another language


@pytest.mark.parametrize("context", REACH)
async def test_another_language_leaves_every_screen_as_it_was(context: str) -> None:
    async with playing() as stage:
        await REACH[context](stage)
        before = [type(screen) for screen in stage.app.screen_stack]
        fields = [entry.value for entry in stage.screen.query(Input)]
        value = stage.app.live.value if stage.app.live else None
        apply_language(stage.app, "da")
        await stage.settle()
        assert [type(screen) for screen in stage.app.screen_stack] == before
        assert [entry.value for entry in stage.screen.query(Input)] == fields
        assert (stage.app.live.value if stage.app.live else None) == value
        assert sight.faults(stage.app) == []


@nothing_drawn
async def test_the_language_that_is_chosen_is_remembered_and_the_settings_stay_open() -> None:
    async with playing() as stage:
        await SCENES["settings"](stage)
        stage.screen.query_one("#language", Select).value = "en"
        await stage.settle()
        assert remembered(stage).language == "en"
        assert stage.on == "SettingsScreen"
        assert stage.screen.query_one("#language", Select).value == "en"


@nothing_drawn
async def test_what_was_deleted_in_the_form_stays_so_in_another_language() -> None:
    save_start_draft(StartDraft(team="Øst", people="Anna", minutes="45"))
    async with playing() as stage:
        await stage.home()
        show_start(stage.app, None, "Nord", ("Bo",), 60)
        await stage.settle()
        assert stage.screen.query_one("#start-team", Input).value == "Nord"
        for field in ("#start-team", "#start-minutes"):
            stage.screen.query_one(field, Input).value = ""
        stage.screen.query_one("#start-people", Writing).text = ""
        apply_language(stage.app, "en")
        await stage.settle()
        assert stage.on == "StartScreen"
        assert [entry.value for entry in stage.screen.query(Input)] == ["", ""]
        assert stage.screen.query_one("#start-people", Writing).text == ""


# The first start


async def test_the_first_start_has_a_hint_that_goes_and_never_comes_back() -> None:
    async with playing() as stage:
        await stage.home()
        assert "? viser tasterne" in sight.reading(stage.app)
        await stage.press(*["down"] * STEPS)
        assert "? viser tasterne" not in sight.reading(stage.app)
        assert remembered(stage).hint_seen
    async with playing() as stage:
        await stage.home()
        assert not stage.screen.query(FirstHint)


async def test_the_hint_goes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samtale_tui.tui.widgets.first_hint.SECONDS", 0.05)
    async with playing() as stage:
        await stage.home()
        await stage.until(lambda: not stage.screen.query(FirstHint), "gone")
        assert remembered(stage).hint_seen


async def test_the_hint_is_not_for_those_who_have_conversations_and_takes_no_keys() -> None:
    async with playing() as stage:
        await stage.home(stage.material.conversation())
        assert not stage.screen.query(FirstHint)
    async with playing() as stage:
        await stage.home()
        assert stage.screen.focused is not None and stage.screen.focused.id == "home-list"
        await stage.press("n")
        assert stage.on == "StartScreen"


# The look

Compare = Callable[..., bool]
LOOKS = [("settings", (80, 24)), ("settings_with_slips", (120, 40)), ("help_while_writing", (80, 24))]
LOOKS += [("help_on_the_wheel", (120, 40)), ("home_empty", (80, 24))]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(("name", "size"), LOOKS, ids=[f"{name}-{w}x{h}" for name, (w, h) in LOOKS])
def test_it_looks_as_it_did(
    name: str, size: tuple[int, int], theme: str, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path("/home/anna")
    monkeypatch.setattr("samtale_tui.tui.screens.settings.settings_path", lambda: home / "settings.toml")
    monkeypatch.setattr(
        "samtale_tui.tui.widgets.folder_field.usual_documents_folder", lambda: home / "Dokumenter/Samtaler"
    )
    app, now = new_app(light=theme == "light")

    async def reach(pilot: "Pilot[None]") -> None:
        await SCENES[name](staged(pilot, now))
        await pilot.pause()

    try:
        assert snap_compare(app, terminal_size=size, run_before=reach)
    finally:
        app.close_conversation()
        app.settings.flush()
