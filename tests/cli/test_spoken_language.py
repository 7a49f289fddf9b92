"""The command line in Danish and in English: what is asked for, wherever it stands, and all of the help."""

import subprocess
import sys
from pathlib import Path

import pytest
from answers import MakeConversation, Samtale
from test_help import COMMANDS, every_parser

from samtale_tui.basis.language import LANGUAGES, language, use_language
from words_of_a_language import words_of, words_only_in


@pytest.mark.parametrize("words", [
    ("--lang", "en", "start", "--help"),
    ("--lang=en", "start", "--help"),
    ("start", "--lang", "en", "--help"),
    ("start", "--help", "--lang", "en"),
    ("start", "--lang", "da", "--help", "--lang=en"),
])  # fmt: skip
def test_the_language_can_be_asked_for_before_and_after_the_command(
    samtale: Samtale, words: tuple[str, ...]
) -> None:
    answer = samtale(*words)
    assert (answer.code, answer.err, language()) == (0, "", "en")
    assert answer.out.startswith("Usage: samtale start [-h] [--lang LANGUAGE]")
    assert "Options:\n" in answer.out


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "samtale")
def test_help_is_in_the_language_and_names_the_option(samtale: Samtale, words: tuple[str, ...]) -> None:
    for code, shown in (("da", "--lang SPROG"), ("en", "--lang LANGUAGE")):
        other = next(each for each in LANGUAGES if each != code)
        help_ = samtale(*words, "--lang", code, "--help").out
        assert shown in help_
        names = {name for words in COMMANDS for name in words}
        assert words_of(help_) & words_only_in(other) - names == set(), help_


def test_every_command_can_be_told_the_language() -> None:
    for _words, parser in every_parser():
        assert any("--lang" in action.option_strings for action in parser._actions)


SLIPS = {
    "strat": "There is no command called “strat”. Did you mean “start”?",
    "--verson": "There is no option “--verson” here. Did you mean “--version”?",
    "deck": "Something is missing: COMMAND.",
    "deck check": "Something is missing: FILE.",
    "plan export --overwrite=ja": "--overwrite: There must be no value here: “ja”.",
    "start --team": "--team: A value is missing here.",
    "start --minutes 4": "--minutes: Write a whole number between 5 and 1440, not “4”.",
    "list alle": "There is no use for “alle” here.",
    "start ingen": "There is no deck called “ingen”.",
}


@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_is_answered_in_english(samtale: Samtale, line: str) -> None:
    answer = samtale("--lang", "en", *line.split())
    assert (answer.code, answer.out) == (2, "")
    assert SLIPS[line] in answer.err
    assert words_of(answer.err) & words_only_in("da") - words_of(line) == set()


@pytest.mark.parametrize(("words", "said"), [
    (("--lang", "fr", "list"), "--lang: Vælg mellem da (dansk) og en (engelsk), og ikke »fr«."),
    (("list", "--lang=EN"), "--lang: Vælg mellem da (dansk) og en (engelsk), og ikke »EN«."),
    (("list", "--lang", ""), "--lang: Vælg mellem da (dansk) og en (engelsk), og ikke »«."),
    (("list", "--lang"), "--lang: Her mangler en værdi."),
])  # fmt: skip
def test_another_language_is_refused_with_what_there_is(
    samtale: Samtale, words: tuple[str, ...], said: str
) -> None:
    answer = samtale(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)


def test_another_language_is_refused_in_the_machines_own(
    samtale: Samtale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    said = "--lang: Choose da (Danish) or en (English), not “fr”."
    assert samtale("list", "--lang", "fr").err.startswith(said)


def test_a_file_may_be_called_as_an_option_is(samtale: Samtale) -> None:
    answer = samtale("deck", "check", "--", "--lang", "en")
    assert language() == "da"
    assert answer.err.startswith("--lang: Filen findes ikke.")


def test_the_machines_language_is_spoken_where_none_is_asked_for(
    samtale: Samtale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "There are no conversations yet." in samtale("list").err
    assert "Der er ingen samtaler endnu." in samtale("list", "--lang", "da").err
    monkeypatch.setenv("LC_ALL", "C")
    assert "Der er ingen samtaler endnu." in samtale("list").err


def test_the_settings_go_before_the_machine_and_after_what_is_asked_for(
    samtale: Samtale, own_home: Path
) -> None:
    (own_home / "settings.toml").write_text('language = "en"', encoding="utf-8")
    assert "There are no conversations yet." in samtale("list").err
    assert "Der er ingen samtaler endnu." in samtale("list", "--lang", "da").err


def test_a_plan_and_a_deck_are_shown_in_english(samtale: Samtale, conversation: MakeConversation) -> None:
    conversation()
    plan = samtale("plan", "show", "--lang", "en").out
    assert "Team development plan" in plan
    assert "1 Jun 2027" in plan
    deck = samtale("deck", "show", "tus-randers", "--lang", "en").out
    assert "Dialogue card" in deck
    assert "Ground rules" in deck
    listed = samtale("list", "--lang", "en").out
    assert "1 action" in listed
    assert "2 agreements" in listed


def test_the_catalogues_are_read_by_a_program_that_is_installed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "samtale_tui", "--lang", "en", "--version"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.fixture(autouse=True)
def spoken_before() -> None:
    """A command speaks what it is asked for, whatever was spoken before."""
    use_language("en")
