"""Whatever the program is doing when it is killed, the conversation opens again, and undo fits it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from any_conversation import agree, conversation, drop_agreement, note, rename

from samtale_tui.basis.folders import conversations_folder
from samtale_tui.conversation import history_file
from samtale_tui.conversation.history import History
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.store import create, find, load

ID = conversation().id


class PowerCut(BaseException):
    """The program ends here, and nothing in it runs any more."""


def _story() -> list[tuple[Conversation, History]]:
    """Values and histories one after the other, with every kind of change of the history's end."""
    value, history = conversation(), History()
    told = [(value, history)]

    def step(after: Conversation, label: str, stay: str | None = None) -> None:
        nonlocal value, history
        history, value = history.recorded(value, after, label, stay), after
        told.append((value, history))

    def move(*, forward: bool) -> None:
        nonlocal value, history
        value, history, _label = history.redo(value) if forward else history.undo(value)
        told.append((value, history))

    step(agree(value, "A"), "aftale A")
    step(agree(value, "B"), "aftale B")
    for text in ("Note", "Noten vokser", "N", "Noten er færdig"):
        step(note(value, "opgaver-1", text), "note", "note")
    move(forward=False)
    move(forward=False)
    move(forward=True)
    step(rename(value, "Team Syd"), "navn")
    move(forward=False)
    step(drop_agreement(value, 0), "slettet")
    step(note(value, "borgere-1", "x" * 500), "lang note")
    return told


def _all_values(value: Conversation, history: History) -> tuple[list[Conversation], list[Conversation]]:
    """The values that undo leads back through, and those that redo leads on to."""
    back, forth = [value], [value]
    here, steps = value, history
    while steps.done:
        here, steps, label = steps.undo(here)
        assert label is not None
        back.append(here)
    here, steps = value, history
    while steps.undone:
        here, steps, label = steps.redo(here)
        assert label is not None
        forth.append(here)
    return back, forth


class Machine:
    """Counts what is done to the disk, and loses its power at one of these."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, cut_at: int) -> None:
        self.done = 0
        self._cut_at = cut_at
        replace = Path.replace
        monkeypatch.setattr(Path, "replace", lambda path, target: self._do(replace, path, target))
        monkeypatch.setattr(os, "fsync", lambda _handle: self._do(bool))

    def _do(self, what, *args: object) -> object:
        self.done += 1
        if self.done == self._cut_at:
            raise PowerCut
        return what(*args)


@pytest.mark.parametrize("tidied_from", [64 * 1024, 0], ids=["as it is", "tidied at every save"])
def test_wherever_the_power_goes_the_file_and_its_steps_fit_each_other(
    tidied_from: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_file, "TIDIED_FROM", tidied_from)
    story = _story()
    cut_at = 0
    while True:
        cut_at += 1
        monkeypatch.setenv("SAMTALE_HOME", str(tmp_path / str(cut_at)))
        create(conversation())
        folder = find(ID)
        folder.load()
        reached = 0
        with monkeypatch.context() as cut:
            machine = Machine(cut, cut_at)
            try:
                for value, history in story:
                    folder.save(value, history)
                    reached += 1
            except PowerCut:
                pass
        loaded, steps = load(ID)
        possible = story[max(0, reached - 1) : reached + 1]
        assert any(
            loaded == value and _all_values(loaded, steps) == _all_values(value, history)
            for value, history in possible
        ), (cut_at, reached)
        if machine.done < cut_at:
            break
    assert reached == len(story)
    assert cut_at > 3 * len(story)


_WORK = """
import sys
from any_conversation import agree, conversation, drop_agreement, note
from samtale_tui.conversation import saver
from samtale_tui.conversation.live import create_live
saver.QUIET_SECONDS = 0.0
live = create_live(conversation())
for number in range(1, 100000):
    live.apply(agree, f"Aftale {number}", label="aftale")
    for length in range(1, 4):
        live.apply(note, "opgaver-1", f"Note {number} " + "n" * length, stay=f"note {number}", label="note")
        live.flush()
    live.undo()
    live.redo()
    live.flush()
    print(number, flush=True)
"""


_TALK = """
from any_conversation import Clock, conversation, start_round
from samtale_tui.conversation.live import create_live
clock = Clock()
live = create_live(conversation(), now=clock)
live.apply(lambda value: start_round(value, clock()), label="runde")
for second in range(1, 100000):
    clock.seconds = second
    live.beat()
    live.flush()
    print(second, flush=True)
"""


def _killed(program_text: str, after: int) -> int:
    """Run a program that prints numbers, kill it soon after one of them, and say which was the last."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", program_text]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as program:
        assert program.stdout
        for line in program.stdout:
            if int(line) >= after:
                break
        program.kill()
        rest = program.stdout.read()
    assert program.returncode == -signal.SIGKILL
    return int(rest.split("\n")[-2]) if "\n" in rest else after


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_kill_in_the_middle_of_a_round_costs_its_clock_one_beat_at_most() -> None:
    last = _killed(_TALK, after=40)
    watch = load(ID)[0].times.rounds["r1"].watch
    assert not watch.running
    assert last <= watch.elapsed <= last + 1


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("after", [3, 17])
def test_a_program_killed_in_the_middle_of_writing_leaves_a_conversation_that_opens(after: int) -> None:
    last = _killed(_WORK, after)
    value, history = load(ID)
    assert len(value.agreements) >= last
    assert history.done
    while history.done:
        value, history, label = history.undo(value)
        assert label in {"aftale", "note"}
    assert value == conversation()
    assert not list(conversations_folder().rglob("conversation.damaged*"))
