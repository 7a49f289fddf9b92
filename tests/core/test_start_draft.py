"""The form for a new conversation is kept while it is written."""

import pytest

from samtale_tui.basis.folders import data_folder
from samtale_tui.conversation.start_draft import StartDraft, load_start_draft, save_start_draft


def test_what_was_typed_waits() -> None:
    draft = StartDraft(team="Team [/x] Nord", people="Anna\nBo, Æsel", minutes="9")
    save_start_draft(draft)
    assert load_start_draft() == draft


def test_nothing_typed_leaves_no_file() -> None:
    save_start_draft(StartDraft(team="x"))
    save_start_draft(StartDraft())
    assert list(data_folder().iterdir()) == []
    assert load_start_draft() == StartDraft()


@pytest.mark.parametrize("damage", [b"\xff", b"team = ", b"tean = 'x'", b"team = 1"])
def test_a_damaged_draft_is_no_draft(damage: bytes) -> None:
    save_start_draft(StartDraft(team="x"))
    (data_folder() / "new-conversation.toml").write_bytes(damage)
    assert load_start_draft() == StartDraft()


def test_control_codes_written_into_the_file_do_not_come_back() -> None:
    save_start_draft(StartDraft(team="a\x1b[31mb"))
    assert load_start_draft().team == "ab"
