"""A conversation deleted for good: only after a yes, all of it, and nothing else."""

import io
from pathlib import Path

import pytest
from answers import MakeConversation, Samtale

from samtale_tui.conversation import commands as do
from samtale_tui.conversation.live import open_live
from samtale_tui.conversation.store import find, list_conversations

NAME = "2027-03-12-team-nord"


class Keyboard(io.StringIO):
    """A keyboard with someone at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Someone is there to be asked."""
    monkeypatch.setattr("samtale_tui.command_line.forgetting.can_ask", lambda: True)
    return monkeypatch


@pytest.mark.parametrize("word", ["ja", "J", "  Ja  ", "yes", "y"])
def test_a_yes_deletes_it_all_and_says_what(
    samtale: Samtale, conversation: MakeConversation, answering: pytest.MonkeyPatch, own_home: Path, word: str
) -> None:
    conversation(NAME)
    folder = own_home / "conversations" / NAME
    (folder / "conversation.damaged-1.toml").write_text("x", encoding="utf-8")
    there = sorted(path for path in folder.rglob("*"))
    answering.setattr("sys.stdin", Keyboard(f"{word}\n"))
    answer = samtale("forget", NAME)
    assert answer.code == 0
    assert answer.out.splitlines() == [*map(str, there), str(folder)]
    assert "Team Nord · 12. mar. 2027 · 2 aftaler · 1 handling" in answer.err
    assert f"Slettet for altid: {len(there)} filer." in answer.err
    assert list((own_home / "conversations").iterdir()) == []


@pytest.mark.parametrize("word", ["nej\n", "\n", "", "jada\n", "n\n"])
def test_anything_else_deletes_nothing(
    samtale: Samtale, conversation: MakeConversation, answering: pytest.MonkeyPatch, word: str
) -> None:
    conversation(NAME)
    answering.setattr("sys.stdin", Keyboard(word))
    answer = samtale("forget", NAME)
    assert (answer.code, answer.out) == (1, "")
    assert "Slet samtalen for altid?" in answer.out + answer.err
    assert answer.err.endswith("Intet er slettet.\n")
    assert find(NAME).read()


def test_where_nobody_can_be_asked_it_wants_a_yes_beforehand(
    samtale: Samtale, conversation: MakeConversation
) -> None:
    conversation(NAME)
    answer = samtale("forget", NAME)
    assert (answer.code, answer.out) == (2, "")
    assert "--yes" in answer.err
    assert find(NAME).read()
    assert samtale("forget", NAME, "--yes").code == 0
    assert list_conversations().summaries == ()


def test_documents_that_it_wrote_stay_and_are_named(
    samtale: Samtale, conversation: MakeConversation, tmp_path: Path
) -> None:
    made = conversation(NAME)
    kept, gone = tmp_path / "plan.md", tmp_path / "væk.md"
    kept.write_text("plan", encoding="utf-8")
    live = open_live(NAME)
    live.apply(do.wrote, (str(kept), str(gone)), "mærke")
    assert live.close()
    answer = samtale("forget", made.id, "--yes")
    assert answer.code == 0
    assert "Dokumenterne, der er skrevet ud fra samtalen, er ikke slettet:" in answer.err
    assert str(kept) in answer.err
    assert str(gone) not in answer.err
    assert kept.read_text(encoding="utf-8") == "plan"


def test_one_that_is_open_is_not_deleted(samtale: Samtale, conversation: MakeConversation) -> None:
    conversation(NAME)
    live = open_live(NAME)
    try:
        answer = samtale("forget", NAME, "--yes")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("Samtalen er åben hos ")
        assert find(NAME).read()
    finally:
        live.close()
    assert samtale("forget", NAME, "--yes").code == 0


def test_one_that_cannot_be_read_is_deleted_like_any_other(
    samtale: Samtale, conversation: MakeConversation, answering: pytest.MonkeyPatch, own_home: Path
) -> None:
    conversation(NAME)
    (own_home / "conversations" / NAME / "conversation.toml").write_bytes(b"\xff\xfe")
    answering.setattr("sys.stdin", Keyboard("ja\n"))
    answer = samtale("forget", NAME)
    assert answer.code == 0
    assert f"{NAME}: Samtalens fil kan ikke læses." in answer.err
    assert list((own_home / "conversations").iterdir()) == []


def test_a_link_to_elsewhere_takes_nothing_with_it(
    samtale: Samtale, conversation: MakeConversation, own_home: Path
) -> None:
    conversation(NAME)
    elsewhere = own_home / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "brev.txt").write_text("x", encoding="utf-8")
    (own_home / "conversations" / NAME / "link").symlink_to(elsewhere)
    assert samtale("forget", NAME, "--yes").code == 0
    assert (elsewhere / "brev.txt").exists()


@pytest.mark.parametrize("name", ["2027-03-12-team-nort", "", "..", "../conversations", "a/b"])
def test_what_is_no_conversation_is_left_alone(
    samtale: Samtale, conversation: MakeConversation, own_home: Path, name: str
) -> None:
    conversation(NAME)
    answer = samtale("forget", name, "--yes")
    assert (answer.code, answer.out) == (2, "")
    assert (own_home / "conversations" / NAME / "conversation.toml").exists()


@pytest.mark.skipif("os.name == 'nt' or os.geteuid() == 0", reason="the system refuses nothing here")
def test_a_folder_that_the_system_keeps_is_told_of(
    samtale: Samtale, conversation: MakeConversation, own_home: Path
) -> None:
    conversation(NAME)
    (own_home / "conversations").chmod(0o500)
    try:
        answer = samtale("forget", NAME, "--yes")
    finally:
        (own_home / "conversations").chmod(0o700)
    assert (answer.code, answer.out) == (1, "")
    assert "kunne ikke slettes" in answer.err


def test_a_refusal_names_what_is_left(
    samtale: Samtale, conversation: MakeConversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation(NAME)

    def refuse(path: Path) -> None:
        raise PermissionError(13, "nej", str(path))

    monkeypatch.setattr("samtale_tui.conversation.forgetting.shutil.rmtree", refuse)
    answer = samtale("forget", NAME, "--yes")
    assert (answer.code, answer.out) == (1, "")
    assert ".deleted kunne ikke slettes" in answer.err
    assert list_conversations().summaries == ()
