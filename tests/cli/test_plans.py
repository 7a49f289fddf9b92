"""The plan on the command line: shown as text, and written to files that are never replaced unasked."""

import os
from pathlib import Path

import pytest
from answers import MakeConversation, Samtale

from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.documents.plan_file import read_plan

NAME = "2027-03-12-team-nord"


def test_plan_show_is_the_plan_as_markdown(samtale: Samtale, conversation: MakeConversation) -> None:
    made = conversation(NAME)
    answer = samtale("plan", "show", NAME)
    assert (answer.code, answer.err, answer.out) == (0, "", plan_as_markdown(made))
    assert "Sparring hver tirsdag" in answer.out
    assert "HEMMELIG NOTE" not in answer.out


def test_plan_show_reads_the_file_that_export_wrote(
    samtale: Samtale, conversation: MakeConversation, tmp_path: Path
) -> None:
    made = conversation(NAME)
    assert samtale("plan", "export", NAME, "--to", str(tmp_path), "--format", "toml").code == 0
    answer = samtale("plan", "show", str(tmp_path / "plan.toml"))
    assert (answer.code, answer.err) == (0, "")
    assert plan_as_markdown(made).startswith(answer.out.rstrip("\n"))
    assert "### 1. " in answer.out


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ('format = 1\nteam = "Nord"\nteem = 1\n', 1, ":3: "),
        ("format = \n", 1, ":1: "),
        (None, 2, "findes ikke"),
    ],
    ids=["a misspelt key", "no toml", "no file"],
)
def test_a_plan_file_that_cannot_be_read_is_told_of_line_by_line(
    samtale: Samtale, tmp_path: Path, text: str | None, code: int, told: str
) -> None:
    path = tmp_path / "plan.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    answer = samtale("plan", "show", str(path))
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith(str(path))
    assert told in answer.err


def test_without_an_id_it_is_the_conversation_changed_last(
    samtale: Samtale, conversation: MakeConversation, own_home: Path
) -> None:
    for number, team in enumerate(("Øst", "Nord", "Syd")):
        path = own_home / "conversations" / conversation(f"2027-01-0{number + 1}-a", team=team).id
        os.utime(path / "conversation.toml", (1_000_000_000 - abs(number - 1),) * 2)
    assert "Nord" in samtale("plan", "show").out.splitlines()[0]


def test_a_plan_of_no_conversation_says_what_to_do(samtale: Samtale) -> None:
    for words in (("plan", "show"), ("plan", "export")):
        answer = samtale(*words)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == "Der er ingen samtale at åbne. Begynd en med: samtale start\n"


@pytest.mark.parametrize("command", ["show", "export"])
def test_a_misspelt_id_is_answered_with_the_one_that_was_meant(
    samtale: Samtale, conversation: MakeConversation, command: str
) -> None:
    conversation(NAME)
    for wrong in ("2027-03-12-team-nort", "", "../conversations"):
        answer = samtale("plan", command, wrong)
        assert (answer.code, answer.out) == (2, "")
        assert NAME in answer.err


def test_a_damaged_conversation_is_named_with_its_line_and_left_as_it_is(
    samtale: Samtale, conversation: MakeConversation, own_home: Path
) -> None:
    conversation(NAME)
    path = own_home / "conversations" / NAME / "conversation.toml"
    path.write_text("format = 1\nteam = \n", encoding="utf-8")
    answer = samtale("plan", "show", NAME)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"{path}:2: ")
    assert path.read_text(encoding="utf-8") == "format = 1\nteam = \n"


def test_export_writes_all_four_files_and_shows_where_they_are(
    samtale: Samtale, conversation: MakeConversation, own_home: Path
) -> None:
    made = conversation(NAME)
    folder = own_home / "documents" / NAME
    answer = samtale("plan", "export")
    assert (answer.code, answer.err) == (0, "")
    assert [Path(line) for line in answer.out.splitlines()] == [
        folder / "teamudviklingsplan.md",
        folder / "teamudviklingsplan.docx",
        folder / "teamudviklingsplan.ics",
        folder / "plan.toml",
    ]
    assert (folder / "teamudviklingsplan.md").read_text(encoding="utf-8") == plan_as_markdown(made)
    assert read_plan(folder / "plan.toml").actions == made.actions


def test_export_goes_to_the_folder_and_in_the_formats_that_are_asked_for(
    samtale: Samtale, conversation: MakeConversation, tmp_path: Path
) -> None:
    conversation(NAME)
    folder = tmp_path / "en ny mappe" / "æøå"
    answer = samtale("plan", "export", NAME, "--to", str(folder), "--format", " TOML ,")
    assert (answer.code, answer.out) == (0, f"{folder / 'plan.toml'}\n")
    assert [path.name for path in folder.iterdir()] == ["plan.toml"]


def test_export_goes_where_finish_was_told_to_write(
    samtale: Samtale, conversation: MakeConversation, tmp_path: Path, own_home: Path
) -> None:
    conversation(NAME)
    path = own_home / "conversations" / NAME / "conversation.toml"
    text = path.read_text(encoding="utf-8")
    chosen = tmp_path / "valgt"
    path.write_text(text.replace("team = ", f"documents = '{chosen}'\nteam = ", 1), encoding="utf-8")
    assert samtale("plan", "export", "--format", "md").out == f"{chosen / 'teamudviklingsplan.md'}\n"


def test_export_replaces_nothing_unasked(
    samtale: Samtale, conversation: MakeConversation, tmp_path: Path
) -> None:
    conversation(NAME)
    mine = tmp_path / "plan.toml"
    mine.write_text("min egen\n", encoding="utf-8")
    answer = samtale("plan", "export", "--to", str(tmp_path))
    assert (answer.code, answer.out) == (1, "")
    assert f"\n{mine}\n" in answer.err
    assert "--overwrite" in answer.err
    assert mine.read_text(encoding="utf-8") == "min egen\n"
    assert not (tmp_path / "teamudviklingsplan.md").exists()

    answer = samtale("plan", "export", "--to", str(tmp_path), "--overwrite")
    assert (answer.code, answer.err) == (0, "")
    assert read_plan(mine).team == "Team Nord"


def test_a_plan_without_days_is_told_to_have_no_calendar(
    samtale: Samtale, conversation: MakeConversation, tmp_path: Path
) -> None:
    conversation(NAME, begun=False)
    answer = samtale("plan", "export", "--to", str(tmp_path))
    assert answer.code == 0
    assert "Der er ingen kalender at skrive" in answer.err
    assert sorted(path.suffix for path in tmp_path.glob("*plan.*")) == [".docx", ".md", ".toml"]

    alone = samtale("plan", "export", "--to", str(tmp_path / "ud"), "--format", "ics")
    assert (alone.code, alone.out) == (1, "")
    assert "Der er ingen kalender at skrive" in alone.err


def test_exporting_twice_is_no_trouble(samtale: Samtale, conversation: MakeConversation) -> None:
    conversation(NAME)
    assert samtale("plan", "export") == samtale("plan", "export")


@pytest.mark.parametrize(
    ("formats", "answered"),
    [("pdf", "Vælg mellem md, docx, ics, toml"), ("md,doc", "doc"), (" , ", "--format docx,ics")],
)
def test_a_format_that_there_is_not_is_a_slip(
    samtale: Samtale, conversation: MakeConversation, tmp_path: Path, formats: str, answered: str
) -> None:
    conversation(NAME)
    folder = tmp_path / "ud"
    answer = samtale("plan", "export", "--to", str(folder), "--format", formats)
    assert (answer.code, answer.out) == (2, "")
    assert answered in answer.err
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_told_plainly(
    samtale: Samtale, conversation: MakeConversation, tmp_path: Path
) -> None:
    conversation(NAME)
    file = tmp_path / "fil"
    file.write_text("", encoding="utf-8")
    answer = samtale("plan", "export", "--to", str(file / "mappe"))
    assert (answer.code, answer.out) == (1, "")
    assert f"{file} er en fil og ikke en mappe." in answer.err


def test_without_to_the_files_go_to_the_folder_of_the_settings(
    samtale: Samtale, conversation: MakeConversation, own_home: Path, tmp_path: Path
) -> None:
    conversation(NAME)
    chosen = tmp_path / "Planer"
    (own_home / "settings.toml").write_text(f"documents = '{chosen}'\n", encoding="utf-8")
    answer = samtale("plan", "export", NAME, "--format", "md")
    assert (answer.code, answer.out) == (0, f"{chosen / NAME / 'teamudviklingsplan.md'}\n")
