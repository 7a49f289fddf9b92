"""Who has a conversation open: one writes, the others are told who; a killed program leaves no lock."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from samtale_tui.conversation import lock as lock_module
from samtale_tui.conversation.lock import (
    Holder,
    Lock,
    give_sign_of_life,
    holder_of,
    last_sign_of_life,
    read_holder,
)

_HOLD = """
import sys
from pathlib import Path
from samtale_tui.conversation.lock import Lock
lock = Lock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "samtale"
    made.mkdir()
    return made


@pytest.fixture
def other_program(folder: Path) -> "Iterator[subprocess.Popen[str]]":
    """Another program that has the lock."""
    program = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout
    assert program.stdout.readline() == "None\n"
    yield program
    program.kill()
    program.communicate()


def test_the_second_program_is_told_who_has_it(folder: Path, other_program: "subprocess.Popen[str]") -> None:
    lock = Lock(folder)
    holder = lock.acquire()
    assert holder is not None
    assert holder == holder_of(folder)
    assert holder.pid == other_program.pid
    assert holder.since is not None
    assert abs((datetime.now(UTC) - holder.since).total_seconds()) < 3600
    assert holder.describe()
    assert not lock.held


def test_a_killed_program_leaves_no_lock(folder: Path, other_program: "subprocess.Popen[str]") -> None:
    other_program.kill()
    other_program.wait()
    assert (folder / "holder.toml").exists()
    assert holder_of(folder) is None
    assert not (folder / "holder.toml").exists()
    lock = Lock(folder)
    assert lock.acquire() is None
    lock.release()


def test_a_lock_given_back_leaves_no_trace_of_who_had_it(folder: Path) -> None:
    lock, second = Lock(folder), Lock(folder)
    assert lock.acquire() is None
    assert lock.acquire() is None
    holder = second.acquire()
    assert holder is not None
    assert holder.pid == os.getpid()
    lock.release()
    lock.release()
    assert read_holder(folder) is None
    assert second.acquire() is None
    second.release()


def test_looking_who_has_it_takes_it_from_nobody(folder: Path) -> None:
    lock = Lock(folder)
    assert lock.acquire() is None
    assert holder_of(folder) == read_holder(folder)
    assert lock.held
    assert Lock(folder).acquire() is not None
    lock.release()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"user = [",
        b"x = " + b"[" * 100_000,
        b"user = 7\nhost = []\npid = 'x'\nsince = 3",
        b"user = 'a'\n" * 2,
    ],
    ids=lambda data: repr(data[:12]),
)
def test_a_holder_s_file_that_is_damaged_still_counts_as_held(folder: Path, data: bytes) -> None:
    lock = Lock(folder)
    lock.acquire()
    (folder / "holder.toml").write_bytes(data)
    assert Lock(folder).acquire() == Holder()
    assert holder_of(folder) == Holder()
    assert Holder().describe() == "et andet vindue"
    lock.release()


def test_hostile_names_in_a_holder_s_file_are_clean_and_short(folder: Path) -> None:
    text = 'user = "\\u001b[31mAnna\\u202e"\nhost = "' + "x" * 3000 + '"\n'
    (folder / "holder.toml").write_text(text, encoding="utf-8")
    holder = read_holder(folder)
    assert holder is not None
    assert holder.user == "Anna"
    assert len(holder.host) == 60
    assert holder.describe().startswith("Anna på xxx")


def test_a_user_without_a_name_can_lock_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import getpass

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    lock = Lock(folder)
    assert lock.acquire() is None
    holder = read_holder(folder)
    assert holder is not None
    assert holder.user == ""
    lock.release()


def test_a_lock_whose_folder_vanished_is_taken_anew(folder: Path) -> None:
    lock = Lock(folder)
    assert lock.acquire() is None
    shutil.rmtree(folder)
    folder.mkdir()
    assert lock.renew() is None
    assert Lock(folder).acquire() is not None
    assert read_holder(folder) is not None
    lock.release()
    assert Lock(folder).renew() is None


def test_one_who_took_the_lock_meanwhile_keeps_it(folder: Path) -> None:
    lock = Lock(folder)
    lock.acquire()
    shutil.rmtree(folder)
    folder.mkdir()
    other = Lock(folder)
    assert other.acquire() is None
    assert lock.renew() is not None
    assert not lock.held
    lock.release()
    assert other.held
    assert read_holder(folder) is not None
    other.release()
    assert lock.renew() is None
    lock.release()


def test_a_folder_that_takes_no_lock_says_so(folder: Path) -> None:
    (folder / "lock").mkdir()
    lock = Lock(folder)
    with pytest.raises(OSError, match=r".+"):
        lock.acquire()
    assert not lock.held


# Signs of life


def test_the_last_sign_of_life_is_told_to_the_thousandth_of_a_second(folder: Path) -> None:
    assert last_sign_of_life(folder) is None
    for second in range(3):
        moment = datetime(2026, 11, 21, 10, 0, second, 123_000, tzinfo=UTC)
        give_sign_of_life(folder, moment)
        assert last_sign_of_life(folder) == moment


def test_a_sign_of_life_needs_a_folder(folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(FileNotFoundError):
        give_sign_of_life(folder, datetime.now(UTC))


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links without a right to")
def test_a_sign_of_life_is_not_written_through_a_link(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "andet"
    target.write_text("uberørt")
    (folder / "pulse").symlink_to(target)
    with pytest.raises(OSError, match=r".+"):
        give_sign_of_life(folder, datetime.now(UTC))
    assert target.read_text() == "uberørt"
    assert lock_module.PULSE_FILE == "pulse"
