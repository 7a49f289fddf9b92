"""The commands that open a screen: what the screen is given, and that nothing happens where there is none."""

import inspect
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from answers import MakeConversation, Samtale, Screens

from samtale_tui.command_line.terminal import is_interactive
from samtale_tui.conversation.store import list_conversations, load


def test_samtale_alone_opens_home(samtale: Samtale, screens: Screens) -> None:
    assert samtale().code == 0
    assert screens.homes == 1


def test_the_screens_exit_code_is_the_commands(samtale: Samtale, screens: Screens) -> None:
    screens.code = 143
    assert samtale().code == 143


def test_the_screens_take_what_the_commands_give() -> None:
    from samtale_tui.tui import run

    for name in ("home", "start", "conversation"):
        real, noted = (inspect.signature(getattr(owner, name)) for owner in (run, Screens()))
        assert list(real.parameters) == list(noted.parameters)


def test_start_with_everything_saves_at_once_and_opens_the_wheel(samtale: Samtale, screens: Screens) -> None:
    answer = samtale(
        "start", "tus-randers", "--team", " Team  Nord ", "--people", "Anna, Bo;Anna", "--minutes", "75"
    )
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    (opened,) = screens.opened
    assert (opened.team, opened.booked_minutes, opened.deck.id) == ("Team Nord", 75, "tus-randers")
    assert [(person.id, person.name) for person in opened.people] == [
        ("p1", "Anna"),
        ("p2", "Bo"),
        ("p3", "Anna"),
    ]
    assert opened.times.begun is None
    assert abs(datetime.now(UTC) - opened.created).total_seconds() < 60
    assert opened.id == f"{opened.created.date().isoformat()}-team-nord"
    assert load(opened.id)[0] == opened


def test_two_conversations_of_a_day_do_not_meet(samtale: Samtale, screens: Screens) -> None:
    for _time in range(2):
        samtale("start", "tus-randers", "--team", "Nord", "--people", "Anna")
    first, second = (opened.id for opened in screens.opened)
    assert second == f"{first}-2"
    assert screens.opened[0].booked_minutes == 90


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["tus-randers"],
        ["--team", "Nord"],
        ["tus-randers", "--people", "Anna, Bo", "--minutes", "60"],
        ["tus-randers", "--team", "Nord", "--people", " ; "],
        ["tus-randers", "--team", "\x1b[2J", "--people", "Anna"],
        ["--team", "Nord", "--people", "Anna"],
    ],
    ids=" ".join,
)
def test_start_without_all_of_it_opens_the_form_with_what_is_known(
    samtale: Samtale, screens: Screens, words: list[str]
) -> None:
    assert samtale("start", *words).code == 0
    ((deck, team, people, minutes),) = screens.starts
    assert (deck.id if deck else "") == ("tus-randers" if "tus-randers" in words else "")
    assert team == ("Nord" if "Nord" in words else "")
    assert people == {"Anna, Bo": ("Anna", "Bo"), "Anna": ("Anna",)}.get(words[-1] if words else "", people)
    assert minutes == (60 if "60" in words else None)
    assert list_conversations().summaries == ()


def test_start_with_a_deck_of_ones_own_takes_its_file(
    samtale: Samtale, screens: Screens, tmp_path: Path
) -> None:
    path = tmp_path / "mit.toml"
    shipped = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
    path.write_text(shipped.read_text(encoding="utf-8").replace("tus-randers", "mit", 1), encoding="utf-8")
    samtale("start", str(path), "--team", "Nord", "--people", "Anna")
    assert screens.opened[0].deck.id == "mit"


def test_start_with_a_bad_deck_tells_every_line_and_opens_nothing(
    samtale: Samtale, screens: Screens, bad_deck: Path
) -> None:
    answer = samtale("start", str(bad_deck), "--team", "Nord", "--people", "Anna")
    assert (answer.code, answer.out) == (1, "")
    assert f"{bad_deck}:3: Nøglen »titel« kendes ikke. Mente du »title«?" in answer.err.splitlines()
    assert all(line.startswith(f"{bad_deck}:") for line in answer.err.splitlines())
    assert (screens.opened, screens.starts, list_conversations().summaries) == ([], [], ())


@pytest.mark.parametrize(
    ("name", "said"), [("tus-rander", "Mente du »tus-randers«?"), ("ingen.toml", "findes ikke")]
)
def test_start_with_a_deck_that_is_not_there_is_a_slip(
    samtale: Samtale, screens: Screens, name: str, said: str
) -> None:
    answer = samtale("start", name)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert screens.starts == []


def test_resume_opens_the_conversation_that_is_named(
    samtale: Samtale, screens: Screens, conversation: MakeConversation
) -> None:
    made = conversation("2027-03-12-a")
    conversation("2027-03-12-b")
    assert samtale("resume", made.id).code == 0
    assert screens.opened == [made]


def test_resume_alone_opens_the_one_changed_last(
    samtale: Samtale, screens: Screens, conversation: MakeConversation
) -> None:
    for name in ("2027-03-12-a", "2027-03-12-b"):
        conversation(name)
    newest = list_conversations().summaries[0].id
    assert samtale("resume").code == 0
    assert screens.opened[0].id == newest


def test_resume_of_what_is_not_there_is_a_slip(
    samtale: Samtale, screens: Screens, conversation: MakeConversation
) -> None:
    assert samtale("resume").code == 2
    conversation("2027-03-12-team-nord")
    answer = samtale("resume", "2027-03-12-team-nor")
    assert (answer.code, answer.out) == (2, "")
    assert "Mente du »2027-03-12-team-nord«?" in answer.err
    assert screens.opened == []


def test_resume_of_a_damaged_conversation_names_its_line(
    samtale: Samtale, screens: Screens, conversation: MakeConversation, own_home: Path
) -> None:
    conversation("2027-03-12-team-nord")
    path = own_home / "conversations" / "2027-03-12-team-nord" / "conversation.toml"
    path.write_text("x", encoding="utf-8")
    named, alone = samtale("resume", "2027-03-12-team-nord"), samtale("resume")
    assert (named.code, alone.code) == (1, 2)
    assert all(answer.err.startswith(f"{path}:1: ") for answer in (named, alone))
    assert screens.opened == []


@pytest.mark.parametrize(
    "words",
    [[], ["start"], ["start", "tus-randers", "--team", "Nord", "--people", "Anna"], ["resume"]],
    ids=lambda words: " ".join(words) or "samtale",
)
def test_without_a_terminal_a_screen_says_so_and_nothing_is_made(
    samtale: Samtale, own_home: Path, words: list[str]
) -> None:
    answer = samtale(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "Skriv kommandoen i en terminal" in answer.err
    assert list(own_home.iterdir()) == []


@pytest.mark.parametrize("piped", ["stdin", "stdout", "stderr"])
def test_a_terminal_is_one_only_where_nothing_is_piped(monkeypatch: pytest.MonkeyPatch, piped: str) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda: True)
    assert is_interactive()
    monkeypatch.setattr(getattr(sys, piped), "isatty", lambda: False)
    assert not is_interactive()
    monkeypatch.setattr(sys, piped, None)
    assert not is_interactive()
