"""Settings: read as far as they can be, told of where they cannot, changed without losing what people wrote."""

import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from samtale_tui.basis import language_setting as cheap
from samtale_tui.basis.folders import documents_folder, usual_documents_folder
from samtale_tui.basis.language import LANGUAGES
from samtale_tui.basis.limits import (
    LEAST_TURN_SECONDS,
    MOST_FRAME_MINUTES,
    MOST_PLAN_MINUTES,
    MOST_TURN_SECONDS,
)
from samtale_tui.basis.settings import (
    Settings,
    change_settings,
    read_settings,
    settings_path,
)
from samtale_tui.basis.settings_keeper import SettingsKeeper
from samtale_tui.conversation.commands import new_conversation
from samtale_tui.conversation.live import begin_live
from samtale_tui.deck.shelf import open_deck
from samtale_tui.documents.finish import default_folder

BY_HAND = """\
# Sådan vil jeg have det
theme = "light"  # projektoren
turn_seconds = 90

# kun til mig
[andet]
a = 1
"""


def write(text: str | bytes) -> Path:
    path = settings_path()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def told() -> list[str]:
    path = settings_path()
    return [str(problem).removeprefix(f"{path}:") for problem in read_settings().problems]


def copies(home: Path) -> list[bytes]:
    return [path.read_bytes() for path in home.glob("settings.damaged-*.toml")]


def test_nothing_is_chosen_where_there_is_no_file(own_home: Path) -> None:
    assert read_settings() == (Settings(), ())
    assert list(own_home.iterdir()) == []


def test_every_setting_is_read_and_written() -> None:
    chosen = {
        "language": "en",
        "theme": "light",
        "bell": False,
        "turn_seconds": 75,
        "frame_minutes": 20,
        "plan_minutes": 0,
        "documents": "~/Planer",
        "hint_seen": True,
    }
    assert set(chosen) == set(Settings.model_fields)
    assert change_settings(settings_path(), chosen) == (Settings(**chosen), ())
    assert read_settings() == (Settings(**chosen), ())


def test_the_file_is_for_its_owner_alone() -> None:
    change_settings(settings_path(), {"theme": "dark"})
    assert stat.S_IMODE(settings_path().stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('theme = "drak"', '2: »drak« kan ikke bruges som »theme«. Skriv "light" eller "dark".'),
        ('them = "dark"', "2: Indstillingen »them« kendes ikke. Mente du »theme«?"),
        ('language = "dansk"', '2: »dansk« kan ikke bruges som »language«. Skriv "da" eller "en".'),
        ("bell = 1", "2: »bell« har en værdi, som ikke kan bruges her. Skriv true eller false."),
        (
            "turn_seconds = 5",
            "2: »turn_seconds« har en værdi, som ikke kan bruges her. Skriv et helt tal fra 30 til 3600.",
        ),
        (
            'frame_minutes = "12"',
            "2: »12« kan ikke bruges som »frame_minutes«. Skriv et helt tal fra 1 til 240.",
        ),
        (
            "plan_minutes = 12.5",
            "2: »plan_minutes« har en værdi, som ikke kan bruges her. Skriv et helt tal fra 0 til 120.",
        ),
        (
            'documents = "Planer"',
            '2: »Planer« kan ikke bruges som »documents«. Skriv mappens fulde sti, som "~/Dokumenter/Samtaler".',
        ),
    ],
)
def test_a_slip_is_told_of_with_its_line_and_costs_nothing_else(line: str, says: str) -> None:
    write(f"# mine\n{line}\nhint_seen = true\n")
    assert read_settings().settings == Settings(hint_seen=True)
    assert told() == [says]


@pytest.mark.parametrize(
    ("data", "begins"),
    [
        (b'theme = "dark', "1: Teksten, der begynder i linje 1, mangler"),
        (b"\nlanguage = \n", "2: Værdien kan ikke læses."),
        (b'theme = "m\xf8rk"', "1: Filen er ikke i UTF-8."),
        ("theme".encode("utf-16"), "1: Filen er ikke i UTF-8."),
        (b"[" * 5000, "1: "),
        (b"x = " + b"9" * 5000, "1: Tallet er alt for langt."),
    ],
    ids=["unclosed", "no value", "latin-1", "utf-16", "nested", "number"],
)
def test_a_file_that_cannot_be_understood_is_told_of_and_copied_before_it_is_changed(
    own_home: Path, data: bytes, begins: str
) -> None:
    path = write(data)
    assert read_settings().settings == Settings()
    assert len(told()) == 1 and told()[0].startswith(begins)
    assert path.read_bytes() == data
    assert change_settings(path, {"theme": "light"}) == (Settings(theme="light"), ())
    assert copies(own_home) == [data]


def test_a_byte_order_mark_is_no_slip() -> None:
    write(b"\xef\xbb\xbf" + b'theme = "light"\r\n')
    assert read_settings() == (Settings(theme="light"), ())


def test_what_is_there_and_no_file_is_told_of_and_left_alone() -> None:
    settings_path().mkdir()
    assert read_settings().settings == Settings()
    assert told() == [" Indstillingerne kan ikke læses (det er ikke en fil)."]
    with pytest.raises(OSError, match="det er ikke en fil"):
        change_settings(settings_path(), {"theme": "light"})
    assert settings_path().is_dir()


def test_comments_order_and_unknown_keys_stay_when_one_value_changes(own_home: Path) -> None:
    path = write(BY_HAND)
    change_settings(path, {"theme": "dark"})
    assert path.read_text() == BY_HAND.replace('"light"', '"dark"')
    change_settings(path, {"bell": False})
    change_settings(path, {"turn_seconds": None})
    lines = path.read_text().splitlines()
    assert lines[:2] == ["# Sådan vil jeg have det", 'theme = "dark"  # projektoren']
    assert lines[-2:] == ["[andet]", "a = 1"] and {"bell = false", "# kun til mig"} < set(lines)
    assert copies(own_home) == []


def test_a_wrong_value_stays_until_that_very_one_is_chosen() -> None:
    path = write("bell = 1\n")
    change_settings(path, {"theme": "light"})
    assert "bell = 1\n" in path.read_text()
    assert change_settings(path, {"bell": True}) == (Settings(theme="light", bell=True), ())


def test_two_windows_keep_each_others_choices() -> None:
    one, other = SettingsKeeper(pytest.fail), SettingsKeeper(pytest.fail)
    one.change(theme="light")
    one.flush()
    other.change(bell=False)
    other.flush()
    assert read_settings().settings == Settings(theme="light", bell=False)


def test_many_changes_in_a_row_end_with_the_last() -> None:
    keeper = SettingsKeeper(pytest.fail)
    for minutes in range(1, 120):
        keeper.change(frame_minutes=minutes, theme="light" if minutes % 2 else "dark")
    keeper.flush()
    assert read_settings().settings == keeper.value == Settings(frame_minutes=119, theme="light")


def test_where_nothing_can_be_written_the_choice_holds_and_is_told_of_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: Path, data: bytes, *, private: bool = False) -> None:
        raise PermissionError(13, "må ikke")

    monkeypatch.setattr("samtale_tui.basis.settings.write_atomically", refuse)
    failures: list[Exception] = []
    keeper = SettingsKeeper(failures.append)
    for theme in ("light", "dark", "light"):
        keeper.change(theme=theme)
        keeper.flush()
    assert keeper.value.theme == "light"
    assert [str(error) for error in failures] == ["[Errno 13] må ikke"]


def test_what_could_not_be_written_is_tried_again_with_the_next_change_and_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: Path, data: bytes, *, private: bool = False) -> None:
        raise PermissionError(13, "må ikke")

    failures: list[Exception] = []
    keeper = SettingsKeeper(failures.append)
    with monkeypatch.context() as patch:
        patch.setattr("samtale_tui.basis.settings.write_atomically", refuse)
        keeper.change(theme="light", bell=False)
        keeper.flush()
    keeper.change(theme="dark")
    keeper.flush()
    assert read_settings().settings == Settings(theme="dark", bell=False)
    with monkeypatch.context() as patch:
        patch.setattr("samtale_tui.basis.settings.write_atomically", refuse)
        keeper.change(frame_minutes=20)
        keeper.flush()
    keeper.flush()
    assert read_settings().settings == keeper.value == Settings(theme="dark", bell=False, frame_minutes=20)
    assert len(failures) == 1


def test_an_unfit_value_is_refused_and_the_last_good_one_kept() -> None:
    keeper = SettingsKeeper(pytest.fail)
    keeper.change(frame_minutes=20)
    with pytest.raises(ValueError):  # noqa: PT011 - pydantic's
        keeper.change(frame_minutes=0)
    keeper.flush()
    assert read_settings().settings == keeper.value == Settings(frame_minutes=20)


# What they are for


def test_a_new_conversation_begins_with_what_is_chosen() -> None:
    deck, at = open_deck("tus-randers"), datetime(2027, 3, 12, 9, tzinfo=UTC)
    for chosen in (
        Settings(bell=False, turn_seconds=LEAST_TURN_SECONDS, frame_minutes=1, plan_minutes=0),
        Settings(
            bell=True,
            turn_seconds=MOST_TURN_SECONDS,
            frame_minutes=MOST_FRAME_MINUTES,
            plan_minutes=MOST_PLAN_MINUTES,
        ),
        Settings(),
    ):
        made = new_conversation("a", deck, "Nord", (), 90, at, chosen)
        assert made.bell is (chosen.bell is not False)
        assert (made.turn_seconds, made.frame_minutes) == (chosen.turn_seconds, chosen.frame_minutes)
        assert made.plan_minutes == chosen.plan_minutes
        assert made.reserved_minutes == (
            deck.rules.plan_minutes if chosen.plan_minutes is None else chosen.plan_minutes
        )


def test_a_conversation_that_is_begun_from_the_command_line_reads_the_file() -> None:
    write("plan_minutes = 7\nbell = false\n")
    live = begin_live(open_deck("tus-randers"), "Nord", ("Anna",), 90)
    assert live.close()
    assert (live.value.plan_minutes, live.value.bell) == (7, False)


def test_documents_go_to_the_folder_that_is_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    conversation = new_conversation(
        "a", open_deck("tus-randers"), "Nord", (), 90, datetime(2027, 3, 12, tzinfo=UTC)
    )
    assert documents_folder("") == usual_documents_folder()
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))
    assert default_folder(conversation, documents_folder("~/Planer")) == tmp_path / "anna" / "Planer" / "a"


# The language alone, cheaply


@pytest.mark.parametrize("code", ["da", "en"])
def test_the_language_is_found_as_all_settings_have_it(code: str) -> None:
    assert cheap.language_setting() == ""
    change_settings(settings_path(), {"theme": "dark"})
    assert cheap.language_setting() == ""
    change_settings(settings_path(), {"language": code})
    assert cheap.language_setting() == code == read_settings().settings.language


@pytest.mark.parametrize(
    "data", [b'language = "fr"', b"language = ", b"language = [1]", b'language = "\xe6"']
)
def test_a_language_that_cannot_be_used_is_none(data: bytes) -> None:
    write(data)
    assert cheap.language_setting() == ""


def test_the_languages_are_those_of_the_settings() -> None:
    for code in LANGUAGES:
        assert Settings(language=code).language == code  # type: ignore[arg-type]


@pytest.mark.parametrize(("system", "dirs"), [("linux", Unix), ("darwin", MacOS)])
@pytest.mark.parametrize("shared", ["", "/srv/data", "data"])
def test_it_looks_where_all_else_is(
    monkeypatch: pytest.MonkeyPatch, system: str, dirs: type[Unix] | type[MacOS], shared: str
) -> None:
    monkeypatch.delenv("SAMTALE_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", shared)
    monkeypatch.setattr(sys, "platform", system)
    assert cheap._data_folder() == dirs("samtale", appauthor=False).user_data_dir


LOADED = """
import sys
from samtale_tui.basis.language_setting import language_setting
before = set(sys.modules)
print(language_setting(), *sorted(set(sys.modules) - before))
"""


def test_it_loads_nothing_unless_a_language_is_chosen() -> None:
    def loaded() -> list[str]:
        done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True, timeout=60)
        return done.stdout.decode().split()

    assert loaded() == []
    change_settings(settings_path(), {"theme": "dark", "hint_seen": True})
    assert loaded() == []
    change_settings(settings_path(), {"language": "en"})
    assert loaded()[0] == "en" and "tomli" in loaded() and "pydantic" not in loaded()
