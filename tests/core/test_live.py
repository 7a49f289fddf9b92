"""The conversation that is open: changed by commands, undone, followed, kept, and closed."""

import errno
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from any_conversation import (
    START,
    Clock,
    agree,
    choose_field,
    conversation,
    note,
    rename,
    start_round,
)
from pydantic import ValidationError

from samtale_tui.basis.folders import conversations_folder
from samtale_tui.conversation import history_file
from samtale_tui.conversation import live as live_module
from samtale_tui.conversation import saver as saver_module
from samtale_tui.conversation.file_format import DamagedConversation
from samtale_tui.conversation.folder import ConversationFolder
from samtale_tui.conversation.live import LiveConversation, ReadOnly, create_live, open_live
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.saver import SaveTrouble
from samtale_tui.conversation.store import UnknownConversation, claim, create, list_conversations, load

PATIENCE = 10.0
ID = conversation().id


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(clock: Clock) -> Iterator[LiveConversation]:
    """Team Nord's conversation, open."""
    made = create_live(conversation(), now=clock)
    yield made
    made.close()


def wait_for(condition) -> None:
    end = time.monotonic() + PATIENCE
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < end, "it never came"
        pause.wait(0.005)


# Changing


def test_a_change_is_on_the_disk_without_anyone_asking(live: LiveConversation) -> None:
    assert live.apply(agree, "Sparring", label="aftale skrevet") == agree(conversation(), "Sparring")
    wait_for(lambda: list_conversations().summaries and load(ID)[0].agreements)
    assert load(ID)[0] == live.value


def test_a_new_conversation_is_saved_at_once(live: LiveConversation) -> None:
    wait_for(lambda: list_conversations().summaries)
    assert list_conversations().summaries[0].team == "Team Nord"


def test_a_command_that_changes_nothing_leaves_no_step_and_wakes_nobody(live: LiveConversation) -> None:
    told: list[Conversation] = []
    live.subscribe(lambda _old, new: told.append(new))
    before = live.value
    assert live.apply(rename, "Team Nord", label="navn") is before
    assert live.apply(lambda value: value, label="intet") is before
    assert (live.value is before, live.undo(), told) == (True, None, [])


def test_a_command_that_fails_changes_nothing(live: LiveConversation) -> None:
    before = live.value
    with pytest.raises(ValidationError):
        live.apply(lambda value: value.but(booked_minutes=1), label="forkert")
    assert (live.value is before, live.undo()) == (True, None)


def test_undo_and_redo_say_what_they_did(live: LiveConversation) -> None:
    live.apply(agree, "A", label="aftale skrevet")
    live.apply(rename, "Team Syd", label="nyt navn")
    assert (live.undo_label, live.redo_label) == ("nyt navn", None)
    assert live.undo() == "nyt navn"
    assert live.undo() == "aftale skrevet"
    assert live.undo() is None
    assert live.value == conversation()
    assert (live.undo_label, live.redo_label) == (None, "aftale skrevet")
    assert live.redo() == "aftale skrevet"
    assert live.redo() == "nyt navn"
    assert live.redo() is None
    assert live.value == rename(agree(conversation(), "A"), "Team Syd")


def test_a_step_without_words_can_be_undone_too(live: LiveConversation) -> None:
    live.apply(agree, "A")
    assert live.undo()


def test_moving_about_is_no_step_and_undo_leaves_it_alone(live: LiveConversation) -> None:
    live.apply(agree, "A", label="aftale")
    live.apply(choose_field, "borgere", undoable=False)
    assert live.undo() == "aftale"
    assert live.value == conversation(field="borgere")
    live.apply(choose_field, "opgaver", undoable=False)
    assert live.redo() == "aftale"
    assert live.value == agree(conversation(field="opgaver"), "A")


def test_one_stay_in_a_field_is_one_step(live: LiveConversation) -> None:
    for text in ("H", "He", "Hej"):
        live.apply(note, "opgaver-1", text, stay="note", label="note")
    live.end_stay()
    live.apply(note, "opgaver-1", "Hej igen", stay="note", label="note")
    live.undo()
    assert live.value.use("opgaver-1").notes == "Hej"
    live.undo()
    assert live.value == conversation()


def test_undo_never_turns_time_back(live: LiveConversation, clock: Clock) -> None:
    live.apply(agree, "A", label="aftale")
    live.apply(lambda value: start_round(value, clock()), label="runde begyndt")
    clock.seconds = 90
    assert live.undo() == "runde begyndt"
    watch = live.value.times.rounds["r1"].watch
    assert (live.value.rounds, watch.read(clock())) == ((), 90)
    clock.seconds = 500
    assert watch.read(clock()) == 90, "no clock runs for a round that is undone"
    assert live.redo() == "runde begyndt"
    assert live.value.rounds[0].id == "r1"
    assert live.value.times.rounds["r1"].watch.read(clock()) == 90


def test_a_clock_runs_on_when_something_else_is_undone(live: LiveConversation, clock: Clock) -> None:
    live.apply(lambda value: start_round(value, clock()), label="runde begyndt")
    live.apply(agree, "A", label="aftale")
    live.undo()
    clock.seconds = 60
    assert live.value.times.rounds["r1"].watch.read(clock()) == 60
    assert live.value.times.rounds["r1"].watch.running


def test_those_who_follow_are_told_the_old_value_and_the_new_one_until_they_leave(
    live: LiveConversation,
) -> None:
    told: list[tuple[Conversation, Conversation]] = []
    leave = live.subscribe(lambda old, new: told.append((old, new)))
    first = live.value
    second = live.apply(agree, "A", label="aftale")
    live.undo()
    leave()
    leave()
    live.redo()
    assert told == [(first, second), (second, first)]


def test_one_who_leaves_while_being_told_disturbs_nobody(live: LiveConversation) -> None:
    told: list[str] = []
    leave = live.subscribe(lambda _old, _new: (told.append("first"), leave()))
    live.subscribe(lambda _old, _new: told.append("second"))
    live.apply(agree, "A")
    live.apply(agree, "B")
    assert told == ["first", "second", "second"]


# Keeping


def test_undo_works_on_after_the_conversation_is_opened_again(live: LiveConversation, clock: Clock) -> None:
    for number in range(5):
        live.apply(agree, f"Aftale {number}", label=f"aftale {number}")
    live.undo()
    live.undo()
    value = live.value
    assert live.close()
    again = open_live(ID, now=clock)
    assert again.value == value
    assert again.redo() == "aftale 3"
    while again.undo():
        pass
    assert again.value == conversation()
    assert again.close()


def test_a_damaged_history_costs_only_undo(live: LiveConversation, clock: Clock) -> None:
    live.apply(agree, "A", label="aftale")
    value = live.value
    assert live.close()
    history = conversations_folder() / ID / "history.jsonl"
    history.write_bytes(history.read_bytes().replace(b'"to"', b'"ot"'))
    again = open_live(ID, now=clock)
    assert again.value == value
    assert again.undo() is None
    assert again.undo() is None
    again.apply(agree, "B", label="ny aftale")
    assert again.undo() == "ny aftale"
    assert again.value == value
    assert again.close()


def test_a_history_that_is_gone_costs_only_undo(live: LiveConversation, clock: Clock) -> None:
    live.apply(agree, "A", label="aftale")
    assert live.close()
    (conversations_folder() / ID / "history.jsonl").unlink()
    again = open_live(ID, now=clock)
    assert (again.value.agreements[0].text, again.undo()) == ("A", None)
    again.apply(agree, "B", label="ny aftale")
    assert again.close()
    third = open_live(ID, now=clock)
    assert third.undo() == "ny aftale"
    assert third.close()


def test_steps_that_count_no_more_do_not_pile_up_on_the_disk(
    live: LiveConversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_file, "TIDIED_FROM", 2048)
    text = ""
    for _ in range(60):
        text += "æøå " * 20
        live.apply(note, "opgaver-1", text, stay="note", label="note")
        assert live.flush(PATIENCE)
    size = (conversations_folder() / ID / "history.jsonl").stat().st_size
    assert size < 2048 + 3 * len(text.encode())
    assert load(ID)[1].undo(live.value).value == conversation()


def test_closing_stops_the_clocks_saves_and_lets_others_write(live: LiveConversation, clock: Clock) -> None:
    live.apply(lambda value: start_round(value, clock()), label="runde")
    told: list[Conversation] = []
    live.subscribe(lambda _old, new: told.append(new))
    clock.seconds = 42
    assert live.close()
    assert live.close()
    assert told == []
    assert load(ID)[0] == live.value
    assert live.value.times.rounds["r1"].watch.elapsed == 42
    with pytest.raises(ReadOnly) as caught:
        live.apply(agree, "For sent")
    assert "lukket" in caught.value.message
    other = open_live(ID, now=clock)
    assert not other.read_only
    assert other.close()


def test_stopping_the_clocks_is_told_and_is_no_step(live: LiveConversation, clock: Clock) -> None:
    live.apply(lambda value: start_round(value, clock()), label="runde")
    clock.seconds = 30
    live.stop_clocks()
    watch = live.value.times.rounds["r1"].watch
    assert (watch.running, watch.elapsed, live.undo_label) == (False, 30, "runde")


def test_a_crash_costs_a_clock_no_more_than_one_beat(live: LiveConversation, clock: Clock) -> None:
    live.apply(lambda value: start_round(value, clock()), label="runde")
    assert live.flush(PATIENCE)
    for second in range(1, 8):
        clock.seconds = second
        live.beat()
    assert live.flush(PATIENCE)
    assert load(ID)[0].times.rounds["r1"].watch.elapsed == 7


def test_there_is_no_beat_while_no_clock_runs(live: LiveConversation) -> None:
    live.beat()
    assert live.flush(PATIENCE)
    assert not (conversations_folder() / ID / "pulse").exists()


def test_a_name_taken_meanwhile_gives_the_new_conversation_another(
    live: LiveConversation, clock: Clock
) -> None:
    assert live.flush(PATIENCE)
    second = create_live(conversation(), now=clock)
    assert second.value.id == f"{ID}-2"
    assert second.close()
    assert {each.id for each in list_conversations().summaries} == {ID, f"{ID}-2"}


def test_two_who_begin_at_once_never_share_a_folder(
    live: LiveConversation, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert live.flush(PATIENCE)
    foreign = []

    def a_moment_late(name: str) -> ConversationFolder:
        """Someone else gets the first two names, just before they are claimed here."""
        if len(foreign) < 2 and name != ID:
            foreign.append(create(conversation(id=name, team="De andre")).id)
        return claim(name)

    monkeypatch.setattr(live_module, "claim", a_moment_late)
    late = create_live(conversation(), now=clock)
    assert late.close()
    assert (late.value.id, foreign) == (f"{ID}-4", [f"{ID}-2", f"{ID}-3"])
    teams = {each.id: each.team for each in list_conversations().summaries}
    assert teams == {ID: "Team Nord", f"{ID}-4": "Team Nord"} | dict.fromkeys(foreign, "De andre")


def test_many_who_begin_at_once_each_keep_their_own(clock: Clock) -> None:
    together = threading.Barrier(6)
    made: queue.SimpleQueue[LiveConversation] = queue.SimpleQueue()

    def begin(number: int) -> None:
        together.wait(PATIENCE)
        made.put(create_live(agree(conversation(), f"Aftale {number}"), now=clock))

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    all_made = [made.get(timeout=PATIENCE) for _ in threads]
    assert all(each.close() for each in all_made)
    assert {each.value.agreements[0].text for each in all_made} == {f"Aftale {n}" for n in range(6)}
    assert {each.value.id: load(each.value.id)[0] for each in all_made} == {
        e.value.id: e.value for e in all_made
    }
    assert len({each.value.id for each in all_made}) == 6


def test_what_is_not_there_or_damaged_does_not_open(clock: Clock) -> None:
    with pytest.raises(UnknownConversation):
        open_live("findes-ikke", now=clock)
    folder = create(conversation())
    (folder.path / "conversation.toml").write_bytes(b"[")
    with pytest.raises(DamagedConversation):
        open_live(ID, now=clock)
    assert sorted(path.name for path in folder.path.iterdir() if "damaged" not in path.name) == [
        "conversation.toml",
        "lock",
    ]


# A second window


def test_a_second_window_may_look_and_not_write(live: LiveConversation, clock: Clock) -> None:
    live.apply(agree, "A", label="aftale")
    assert live.flush(PATIENCE)
    second = open_live(ID, now=clock)
    assert (second.read_only, second.value) == (True, live.value)
    assert second.holder is not None
    assert second.holder.pid == os.getpid()
    for forbidden in (lambda: second.apply(agree, "B"), second.undo, second.redo, second.stop_clocks):
        with pytest.raises(ReadOnly) as caught:
            forbidden()
        assert second.holder.describe() in caught.value.message
    second.beat()
    second.end_stay()
    assert second.trouble is None
    assert second.flush()
    assert second.close()
    assert list_conversations().summaries[0].holder == second.holder
    assert live.close()
    assert list_conversations().summaries[0].holder is None


_OPEN = """
import sys
from samtale_tui.conversation.live import open_live
live = open_live(sys.argv[1])
print(live.read_only, flush=True)
sys.stdin.read()
live.close()
"""


def test_a_second_program_on_the_same_conversation_gets_the_holder() -> None:
    create(conversation())
    command = [sys.executable, "-c", _OPEN, ID]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "False\n"
        live = open_live(ID)
        assert live.read_only
        assert live.holder is not None
        assert live.holder.pid == other.pid
        other.communicate()
    again = open_live(ID)
    assert not again.read_only
    assert again.close()


# A disk that refuses


@pytest.fixture
def troubles(
    live: LiveConversation, monkeypatch: pytest.MonkeyPatch
) -> "queue.SimpleQueue[SaveTrouble | None]":
    """What is told of trouble with saving."""
    monkeypatch.setattr(saver_module, "RETRY_SECONDS", 0.02)
    assert live.flush(PATIENCE)
    told: queue.SimpleQueue[SaveTrouble | None] = queue.SimpleQueue()
    live.on_trouble(told.put)
    return told


def test_on_a_full_disk_work_goes_on_in_memory_and_is_saved_when_there_is_room(
    live: LiveConversation, troubles: "queue.SimpleQueue[SaveTrouble | None]", monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = load(ID)[0]
    with monkeypatch.context() as full:

        def no_space(_handle: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        full.setattr(os, "fsync", no_space)
        live.apply(agree, "A", label="aftale")
        trouble = troubles.get(timeout=PATIENCE)
        assert trouble is not None
        assert trouble == live.trouble
        assert trouble.title == "Disken er fuld"
        live.apply(agree, "B", label="aftale")
        assert live.undo() == "aftale"
        assert live.flush(PATIENCE) is False
        assert load(ID)[0] == saved
        assert sorted(path.name for path in (conversations_folder() / ID).iterdir()) == [
            "conversation.toml",
            "holder.toml",
            "lock",
        ]
    assert troubles.get(timeout=PATIENCE) is None
    assert live.trouble is None
    assert live.flush(PATIENCE)
    loaded, history = load(ID)
    assert loaded == agree(conversation(), "A")
    assert (history.undo_label, history.redo_label) == ("aftale", "aftale")
    assert history.undo(loaded).value == conversation()


def test_a_folder_that_vanishes_is_made_again_with_everything_in_it(
    live: LiveConversation, troubles: "queue.SimpleQueue[SaveTrouble | None]", own_home: Path, clock: Clock
) -> None:
    live.apply(agree, "A", label="aftale A")
    assert live.flush(PATIENCE)
    shutil.rmtree(own_home / "conversations")
    (own_home / "conversations").write_text("en fil, hvor mappen var")
    live.apply(agree, "B", label="aftale B")
    trouble = troubles.get(timeout=PATIENCE)
    assert trouble is not None
    assert trouble.title == "Mappen er væk"
    assert str(own_home / "conversations" / ID) in trouble.message
    (own_home / "conversations").unlink()
    assert troubles.get(timeout=PATIENCE) is None
    value = live.value
    assert load(ID)[0] == value
    assert open_live(ID, now=clock).read_only
    assert live.close()
    again = open_live(ID, now=clock)
    assert [again.undo(), again.undo(), again.undo()] == ["aftale B", "aftale A", None]
    assert again.value == conversation()
    assert again.close()


def test_a_folder_that_vanishes_during_a_silent_round_is_made_again_at_the_next_beat(
    live: LiveConversation, own_home: Path, clock: Clock
) -> None:
    live.apply(lambda value: start_round(value, clock()), label="runde")
    assert live.flush(PATIENCE)
    shutil.rmtree(own_home / "conversations")
    live.beat()
    assert live.flush(PATIENCE)
    assert load(ID)[0].rounds == live.value.rounds


def test_nothing_is_written_over_one_who_took_the_conversation_meanwhile(
    live: LiveConversation, troubles: "queue.SimpleQueue[SaveTrouble | None]", own_home: Path, clock: Clock
) -> None:
    kept = own_home / "kopi"
    shutil.copytree(own_home / "conversations", kept)
    shutil.rmtree(own_home / "conversations")
    kept.rename(own_home / "conversations")
    other = open_live(ID, now=clock)
    assert not other.read_only
    other.apply(agree, "Deres", label="aftale")
    assert other.flush(PATIENCE)
    live.apply(agree, "Vores", label="aftale")
    trouble = troubles.get(timeout=PATIENCE)
    assert trouble is not None
    assert "åben hos" in trouble.message
    assert load(ID)[0].agreements[0].text == "Deres"
    assert other.close()
    assert troubles.get(timeout=PATIENCE) is None
    assert load(ID)[0].agreements[0].text == "Vores"
    (copy,) = (own_home / "conversations" / ID).glob("conversation.damaged-*.toml")
    assert "Deres" in copy.read_text(encoding="utf-8")


def test_a_new_conversation_opens_where_nothing_can_be_written(own_home: Path, clock: Clock) -> None:
    (own_home / "conversations").write_text("en fil")
    live = create_live(conversation(), now=clock)
    live.apply(agree, "A", label="aftale")
    wait_for(lambda: live.trouble)
    assert live.close(PATIENCE) is False
    (own_home / "conversations").unlink()
    assert live.close(PATIENCE) is True
    assert load(ID)[0].agreements[0].text == "A"


def test_where_only_the_history_cannot_be_written_the_conversation_still_is(
    live: LiveConversation, troubles: "queue.SimpleQueue[SaveTrouble | None]"
) -> None:
    history = conversations_folder() / ID / "history.jsonl"
    history.mkdir()
    live.apply(agree, "A", label="aftale")
    assert troubles.get(timeout=PATIENCE) is not None
    assert load(ID)[0].agreements[0].text == "A"
    history.rmdir()
    assert troubles.get(timeout=PATIENCE) is None
    loaded, steps = load(ID)
    assert steps.undo(loaded).value == conversation()


def test_signs_of_life_are_given_by_the_time_of_day(live: LiveConversation, clock: Clock) -> None:
    live.apply(lambda value: start_round(value, clock()), label="runde")
    assert live.flush(PATIENCE)
    clock.seconds = 3600
    live.beat()
    assert live.flush(PATIENCE)
    text = (conversations_folder() / ID / "pulse").read_text()
    assert text == (START + timedelta(hours=1)).isoformat(timespec="milliseconds")
