"""Conversations on disk: what is written comes back, and the list shows what there is."""

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import tomli
import tomli_w
from any_conversation import DECK, START, add_action, agree, conversation, conversations, note, start_round
from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.basis.folders import conversations_folder
from samtale_tui.conversation.file_format import dump, parse
from samtale_tui.conversation.folder import ConversationFolder
from samtale_tui.conversation.history import History, Marks
from samtale_tui.conversation.lock import give_sign_of_life
from samtale_tui.conversation.store import (
    UnknownConversation,
    create,
    find,
    list_conversations,
    load,
    new_id,
)
from samtale_tui.method.clock import Moment

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@given(conversations(), st.builds(Marks, st.integers(0, 10**9), st.integers(0, 10**9)))
def test_a_conversation_comes_back_exactly_as_it_was_written(value: object, marks: Marks) -> None:
    data = dump(value, marks)
    assert parse(data, value.id) == (value, marks)
    assert parse(b"\xef\xbb\xbf" + data, value.id) == (value, marks)


def test_the_file_is_toml_with_the_deck_last() -> None:
    data = dump(agree(conversation(), "Sparring"), Marks(3, 4))
    table = tomli.loads(data.decode())
    assert (table["format"], table["saved"]) == (1, {"done": 3, "undone": 4})
    assert list(table)[-1] == "deck"
    assert table["deck"]["cards"][0]["text"] == "Hvad lykkes vi med?"


def test_the_deck_is_written_out_once_for_all_saves(monkeypatch: pytest.MonkeyPatch) -> None:
    value = conversation(deck=DECK.but(title="Et sæt for sig"))
    written: list[str] = []
    dumps = tomli_w.dumps
    monkeypatch.setattr(tomli_w, "dumps", lambda table: written.extend(table) or dumps(table))
    for number in range(3):
        value = agree(value, f"Aftale {number}")
        assert parse(dump(value), value.id)[0] == value
    assert written.count("deck") == 1
    assert written.count("agreements") == 3


def test_a_saved_conversation_is_loaded_with_its_steps() -> None:
    value = agree(conversation(), "Sparring hver tirsdag")
    history = History().recorded(conversation(), value, "aftale skrevet", None)
    folder = create(conversation())
    folder.save(value, history)
    loaded, read = load(value.id)
    assert loaded == value
    assert read.undo(loaded).value == conversation()


@POSIX
def test_others_on_the_machine_cannot_read_a_conversation() -> None:
    value = agree(conversation(), "Sparring")
    folder = create(value)
    folder.save(value, History().recorded(conversation(), value, "aftale", None))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.path.iterdir()}
    assert modes == {"conversation.toml": 0o600, "history.jsonl": 0o600}
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert stat.S_IMODE(conversations_folder().stat().st_mode) == 0o700


def test_saving_leaves_no_other_files_behind() -> None:
    folder = create(conversation())
    for number in range(3):
        folder.save(agree(conversation(), str(number)), History())
    assert [path.name for path in folder.path.iterdir()] == ["conversation.toml"]


def test_a_folder_that_was_copied_is_a_conversation_of_its_own() -> None:
    folder = create(conversation())
    copy = folder.path.with_name("kopi")
    copy.mkdir()
    (copy / "conversation.toml").write_bytes((folder.path / "conversation.toml").read_bytes())
    assert load("kopi")[0] == conversation(id="kopi")
    assert {each.id for each in list_conversations().summaries} == {"kopi", conversation().id}


# Clocks


def test_a_clock_that_ran_when_the_program_was_killed_stands_at_the_last_sign_of_life() -> None:
    folder = create(start_round(conversation(), Moment(5000.0, START)))
    give_sign_of_life(folder.path, START + timedelta(seconds=61.5))
    watch = load(conversation().id)[0].times.rounds["r1"].watch
    assert (watch.running, watch.elapsed) == (False, 61.5)


def test_an_old_sign_of_life_says_nothing_of_a_clock_started_later() -> None:
    folder = create(start_round(conversation(), Moment(5000.0, START)))
    give_sign_of_life(folder.path, START - timedelta(days=1))
    assert load(conversation().id)[0].times.rounds["r1"].watch.elapsed == 0.0


@pytest.mark.parametrize("pulse", [None, b"", b"\xff", b"i morgen", b"2026-11-21T10:00:00", b"2026" * 5000])
def test_a_missing_or_damaged_sign_of_life_loses_only_the_clock_s_last_stretch(pulse: bytes | None) -> None:
    folder = create(start_round(conversation(), Moment(5000.0, START)))
    if pulse is not None:
        (folder.path / "pulse").write_bytes(pulse)
    assert load(conversation().id)[0].times.rounds["r1"].watch.elapsed == 0.0


# Names


def test_a_new_conversation_is_named_by_day_and_team() -> None:
    evening = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=1)))
    assert new_id("Team Nord", evening) == "2026-11-21-team-nord"
    assert new_id("Børn & Unge/Æblehaven", evening) == "2026-11-21-boern-unge-aeblehaven"
    assert new_id("🙂", evening) == "2026-11-21-samtale"


def test_a_name_that_is_taken_gets_a_number() -> None:
    for expected in ("2026-11-21-team-nord", "2026-11-21-team-nord-2", "2026-11-21-team-nord-3"):
        name = new_id("Team Nord", START)
        assert name == expected
        create(conversation(id=name))


def test_a_conversation_is_never_created_over_another() -> None:
    create(agree(conversation(), "Den første"))
    with pytest.raises(FileExistsError):
        create(conversation())
    assert load(conversation().id)[0].agreements[0].text == "Den første"


def test_a_name_that_is_nearly_right_is_met_with_the_right_one() -> None:
    create(conversation())
    with pytest.raises(UnknownConversation) as caught:
        load("2026-11-21-team-nrod")
    assert "»2026-11-21-team-nrod«" in caught.value.message
    assert caught.value.remedy == "Mente du »2026-11-21-team-nord«?"


@pytest.mark.parametrize(
    "name", ["", "..", "../conversations/2026-11-21-team-nord", "/etc", "a\0b", "A", "x" * 5000]
)
def test_a_name_that_could_leave_the_folder_is_unknown(name: str) -> None:
    create(conversation())
    with pytest.raises(UnknownConversation):
        find(name)


# The list


def test_the_list_says_of_each_conversation_what_one_needs_to_choose() -> None:
    value = add_action(agree(agree(conversation(), "A"), "B"), "Øvebane", None, None)
    create(value.but(step="plan", times=value.times.but(begun=START)))
    (summary,) = list_conversations().summaries
    assert (summary.id, summary.team, summary.kind, summary.deck) == (
        value.id,
        "Team Nord",
        "tus",
        "Lille sæt",
    )
    assert (summary.created, summary.begun, summary.step) == (START, START, "plan")
    assert (summary.agreements, summary.actions, summary.holder) == (2, 1, None)


def test_the_list_begins_with_what_was_changed_last() -> None:
    for number, name in enumerate(("gammel", "nyest", "midt")):
        folder = create(conversation(id=name))
        when = {"gammel": 1_000_000, "midt": 2_000_000, "nyest": 3_000_000}[name]
        os.utime(folder.path / "conversation.toml", (when, when))
        assert number < 3
    listing = list_conversations()
    assert [each.id for each in listing.summaries] == ["nyest", "midt", "gammel"]
    assert listing.summaries[0].changed == datetime.fromtimestamp(3_000_000, UTC)


def test_there_is_nothing_to_list_before_anything_was_made(own_home: Path) -> None:
    assert list_conversations().summaries == ()
    assert list(own_home.iterdir()) == []


def test_what_is_no_conversation_is_skipped(own_home: Path) -> None:
    folder = create(conversation())
    root = conversations_folder()
    (root / "tom-mappe").mkdir()
    (root / "fil").write_text("x")
    (root / "Store Bogstaver").mkdir()
    (root / "Store Bogstaver" / "conversation.toml").write_bytes(dump(conversation()))
    (root / "mappe-som-fil" / "conversation.toml").mkdir(parents=True)
    if os.name != "nt":
        (root / "link").symlink_to(folder.path, target_is_directory=True)
        (root / "link-inde").mkdir()
        (root / "link-inde" / "conversation.toml").symlink_to(folder.path / "conversation.toml")
        os.mkfifo(root / "tom-mappe" / "conversation.toml")
    listing = list_conversations()
    assert [each.id for each in listing.summaries] == [conversation().id]
    assert listing.damaged == ()
    with pytest.raises(UnknownConversation):
        find("link")


def test_the_list_reads_nothing_of_the_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    create(note(conversation(deck=DECK.but(cards=DECK.cards * 20)), "opgaver-1", 'x\n[deck.fælde]\n"""'))
    monkeypatch.setattr(ConversationFolder, "read", lambda _self: pytest.fail("the whole file was read"))
    assert list_conversations().summaries[0].deck == "Lille sæt"


def test_a_file_put_in_another_order_by_hand_is_listed_all_the_same() -> None:
    folder = create(agree(conversation(), "A"))
    file = folder.path / "conversation.toml"
    text = file.read_text(encoding="utf-8")
    table = tomli.loads(text)
    assert table["deck"]["wheel"] == {"rim": "Teamets udvikling"}
    moved = text.replace('[deck.wheel]\nrim = "Teamets udvikling"\n', "")
    head, deck = moved.split("[deck]\n")
    file.write_text(f'{head}[deck.wheel]\nrim = "Teamets udvikling"\n\n[deck]\n{deck}', encoding="utf-8")
    (summary,) = list_conversations().summaries
    assert (summary.deck, summary.agreements) == ("Lille sæt", 1)


def test_listing_and_loading_need_neither_lock_nor_event_loop() -> None:
    create(conversation())
    code = (
        "import sys\n"
        "from samtale_tui.conversation import store, live\n"
        "listing = store.list_conversations()\n"
        "store.load(listing.summaries[0].id)\n"
        "print([name for name in ('filelock', 'asyncio', 'textual', 'tree_sitter', 'difflib') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == "[]"
