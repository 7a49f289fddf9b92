"""Saving off the UI thread: soon, the latest value, and again and again while the disk refuses."""

import errno
import os
import queue
import signal
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from any_conversation import START, agree, conversation

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.conversation import saver as saver_module
from samtale_tui.conversation.history import History
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.saver import LATEST_SECONDS, QUIET_SECONDS, Saver, SaveTrouble

PATIENCE = 10.0
PLACE = Path("/samtaler/team-nord")


class Disk:
    """Takes what is saved, or refuses it."""

    def __init__(self) -> None:
        self.saved: queue.SimpleQueue[tuple[Conversation, History]] = queue.SimpleQueue()
        self.tries = 0
        self.pulses: list[datetime] = []
        self.refusal: Exception | None = None
        self.open = threading.Event()
        self.open.set()
        self.waiting = threading.Event()

    def write(self, value: Conversation, history: History) -> None:
        self.tries += 1
        self.waiting.set()
        assert self.open.wait(PATIENCE)
        if self.refusal:
            raise self.refusal
        self.saved.put((value, history))

    def pulse(self, wall: datetime) -> None:
        assert self.open.wait(PATIENCE)
        if self.refusal:
            raise self.refusal
        self.pulses.append(wall)

    def next(self) -> Conversation:
        return self.saved.get(timeout=PATIENCE)[0]


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def told() -> "queue.SimpleQueue[SaveTrouble | None]":
    return queue.SimpleQueue()


@pytest.fixture
def saver(disk: Disk, told: "queue.SimpleQueue[SaveTrouble | None]"):
    made = Saver(disk.write, disk.pulse, PLACE, told.put)
    yield made
    disk.refusal = None
    disk.open.set()
    assert made.close(PATIENCE)


def test_a_change_is_saved_by_itself(saver: Saver, disk: Disk) -> None:
    saver.schedule(conversation(), History())
    assert disk.next() == conversation()
    assert disk.saved.empty()


def test_a_change_waits_less_than_a_quarter_of_a_second() -> None:
    assert QUIET_SECONDS <= LATEST_SECONDS < 0.25


def test_the_latest_value_wins_and_comes_with_its_own_history(saver: Saver, disk: Disk) -> None:
    saver.schedule(conversation(), History())
    assert saver.flush(PATIENCE)
    disk.next()
    disk.open.clear()
    saver.schedule(agree(conversation(), "0"), History())
    assert disk.waiting.wait(PATIENCE)
    for number in range(1, 30):
        saver.schedule(agree(conversation(), str(number)), History(last_number=number))
    disk.open.set()
    assert saver.flush(PATIENCE)
    found = []
    while not disk.saved.empty():
        found.append(disk.saved.get())
    assert len(found) <= 3
    assert (found[-1][0].agreements[0].text, found[-1][1].last_number) == ("29", 29)


def test_a_stream_of_changes_is_saved_while_it_still_flows(saver: Saver, disk: Disk) -> None:
    end = time.monotonic() + PATIENCE
    pause = threading.Event()
    while disk.saved.empty() and time.monotonic() < end:
        saver.schedule(conversation(), History())
        pause.wait(QUIET_SECONDS / 8)
    assert not disk.saved.empty()


def test_flush_saves_now_and_says_so(saver: Saver, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saver_module, "QUIET_SECONDS", 1000.0)
    monkeypatch.setattr(saver_module, "LATEST_SECONDS", 1000.0)
    assert saver.flush(PATIENCE)
    assert disk.tries == 0
    saver.schedule(conversation(), History())
    assert saver.flush(PATIENCE)
    assert disk.next() == conversation()


def test_flush_does_not_wait_for_ever_on_a_disk_that_hangs(saver: Saver, disk: Disk) -> None:
    disk.open.clear()
    saver.schedule(conversation(), History())
    assert saver.flush(0.05) is False


def test_trouble_is_told_once_with_what_to_do_and_told_again_when_it_is_mended(
    saver: Saver, disk: Disk, told: "queue.SimpleQueue[SaveTrouble | None]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver_module, "RETRY_SECONDS", 0.01)
    disk.refusal = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    saver.schedule(conversation(), History())
    trouble = told.get(timeout=PATIENCE)
    assert trouble is not None
    assert trouble == saver.trouble
    assert trouble.title == "Disken er fuld"
    assert str(PLACE) in trouble.message
    _wait_for(lambda: disk.tries > 3)
    disk.refusal = OSError(errno.EROFS, os.strerror(errno.EROFS))
    other = told.get(timeout=PATIENCE)
    assert other is not None
    assert (other.title, other.since) == ("Mappen er skrivebeskyttet", trouble.since)
    disk.refusal = None
    assert told.get(timeout=PATIENCE) is None
    assert saver.trouble is None
    assert disk.next() == conversation()
    assert told.empty()


def test_a_change_is_another_try(
    saver: Saver, disk: Disk, told: "queue.SimpleQueue[SaveTrouble | None]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver_module, "RETRY_SECONDS", 1000.0)
    disk.refusal = OSError(errno.EACCES, os.strerror(errno.EACCES))
    saver.schedule(conversation(), History())
    assert told.get(timeout=PATIENCE)
    assert saver.flush(PATIENCE) is False
    disk.refusal = None
    saver.schedule(agree(conversation(), "Ny"), History())
    assert told.get(timeout=PATIENCE) is None
    assert disk.next().agreements[0].text == "Ny"


@pytest.mark.parametrize(
    ("code", "title"),
    [
        (errno.ENOSPC, "Disken er fuld"),
        (errno.EDQUOT, "Disken er fuld"),
        (errno.EACCES, "Mappen er skrivebeskyttet"),
        (errno.EROFS, "Mappen er skrivebeskyttet"),
        (errno.ENOENT, "Mappen er væk"),
        (errno.ENOTDIR, "Mappen er væk"),
        (errno.EIO, "Kan ikke gemme"),
    ],
)
def test_each_refusal_is_told_in_plain_words(
    saver: Saver, disk: Disk, told: "queue.SimpleQueue[SaveTrouble | None]", code: int, title: str
) -> None:
    disk.refusal = OSError(code, "\x1b[31m" + os.strerror(code))
    saver.schedule(conversation(), History())
    assert saver.flush(PATIENCE) is False
    trouble = told.get(timeout=PATIENCE)
    assert trouble is not None
    assert trouble.title == title
    assert str(PLACE) in trouble.message
    assert "\x1b" not in trouble.message


def test_a_fault_of_the_program_is_told_too_and_saving_goes_on(
    saver: Saver, disk: Disk, told: "queue.SimpleQueue[SaveTrouble | None]"
) -> None:
    disk.refusal = ZeroDivisionError("ups")
    saver.schedule(conversation(), History())
    assert saver.flush(PATIENCE) is False
    trouble = told.get(timeout=PATIENCE)
    assert trouble is not None
    assert "ZeroDivisionError: ups" in trouble.message
    disk.refusal = None
    saver.schedule(conversation(), History())
    assert saver.flush(PATIENCE)
    assert saver.trouble is None


def test_an_error_meant_for_the_user_is_told_in_its_own_words(saver: Saver, disk: Disk) -> None:
    disk.refusal = SamtaleError("Optaget", "Samtalen er åben hos bo.", "Luk den der.")
    saver.schedule(conversation(), History())
    assert saver.flush(PATIENCE) is False
    assert saver.trouble is not None
    assert (saver.trouble.title, saver.trouble.message) == (
        "Optaget",
        "Samtalen er åben hos bo. Luk den der.",
    )


def test_one_who_listens_badly_does_not_stop_the_saving(disk: Disk) -> None:
    def gone(_trouble: SaveTrouble | None) -> None:
        raise RuntimeError("the screen is closed")

    disk.refusal = OSError(errno.ENOSPC, "")
    saver = Saver(disk.write, disk.pulse, PLACE, gone)
    saver.schedule(conversation(), History())
    assert saver.flush(PATIENCE) is False
    disk.refusal = None
    assert saver.close(PATIENCE)
    assert disk.next() == conversation()


def test_signs_of_life_wait_for_a_disk_that_hangs_and_hold_nobody_up(saver: Saver, disk: Disk) -> None:
    disk.open.clear()
    saver.schedule(conversation(), History())
    assert disk.waiting.wait(PATIENCE)
    beats = [START + timedelta(seconds=second) for second in range(60)]
    for wall in beats:
        saver.beat(conversation(), History(), wall)
    assert disk.pulses == []
    disk.open.set()
    assert saver.flush(PATIENCE)
    assert disk.pulses == beats


def test_a_sign_of_life_that_cannot_be_given_has_all_of_it_saved(
    saver: Saver, disk: Disk, told: "queue.SimpleQueue[SaveTrouble | None]"
) -> None:
    disk.refusal = OSError(errno.ENOSPC, "")
    saver.beat(agree(conversation(), "Sidst"), History(), START)
    assert told.get(timeout=PATIENCE) is not None
    disk.refusal = None
    assert disk.next().agreements[0].text == "Sidst"
    assert told.get(timeout=PATIENCE) is None


def test_closing_saves_ends_the_thread_and_loses_nothing_that_comes_late(disk: Disk) -> None:
    saver = Saver(disk.write, disk.pulse, PLACE, lambda _trouble: None)
    saver.schedule(conversation(), History())
    assert saver.close(PATIENCE)
    assert disk.next() == conversation()
    assert not saver._thread.is_alive()
    saver.schedule(agree(conversation(), "Sent"), History())
    assert saver.flush(PATIENCE)
    assert disk.next().agreements[0].text == "Sent"
    assert saver.close(PATIENCE)


def test_closing_under_trouble_says_that_not_all_is_saved(disk: Disk) -> None:
    disk.refusal = OSError(errno.ENOSPC, "")
    saver = Saver(disk.write, disk.pulse, PLACE, lambda _trouble: None)
    saver.schedule(conversation(), History())
    assert saver.close(PATIENCE) is False
    disk.refusal = None
    assert saver.flush(PATIENCE) is True
    assert disk.next() == conversation()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no timer signal")
def test_everything_is_saved_from_a_signal_handler_that_breaks_in_anywhere(saver: Saver, disk: Disk) -> None:
    answers: list[bool] = []

    def handler(_number: int, _frame: object) -> None:
        answers.append(saver.flush(PATIENCE))

    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
        end = time.monotonic() + PATIENCE
        while len(answers) < 20 and time.monotonic() < end:
            saver.schedule(conversation(), History())
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert len(answers) >= 20
    assert all(answers)


def _wait_for(condition) -> None:
    end = time.monotonic() + PATIENCE
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < end
        pause.wait(0.002)
