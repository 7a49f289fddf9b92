"""A file on disk is whole or not there, whatever happens while it is written."""

import errno
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from samtale_tui.basis import files
from samtale_tui.basis.files import make_folder, publish, real_path, staged, write_atomically

posix = pytest.mark.skipif(os.name == "nt", reason="the system knows no modes")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask_022() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_file_is_written_in_folders_that_were_missing(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "plan.md"
    write_atomically(path, b"hej")
    assert path.read_bytes() == b"hej"
    assert [each.name for each in path.parent.iterdir()] == ["plan.md"]


def test_newlines_are_written_as_they_are(tmp_path: Path) -> None:
    write_atomically(tmp_path / "x", b"a\nb\r\nc")
    assert (tmp_path / "x").read_bytes() == b"a\nb\r\nc"


def test_a_file_is_replaced_by_another(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_atomically(path, b"a longer old one")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@posix
@pytest.mark.usefixtures("umask_022")
def test_private_files_and_folders_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "samtale" / "conversation.toml"
    write_atomically(path, b"x", private=True)
    assert [mode_of(each) for each in (path, path.parent, path.parent.parent)] == [0o600, 0o700, 0o700]


@posix
@pytest.mark.usefixtures("umask_022")
def test_a_document_is_as_open_as_any_new_file_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    write_atomically(path, b"x")
    assert mode_of(path) == 0o644
    path.chmod(0o640)
    write_atomically(path, b"y")
    assert mode_of(path) == 0o640


@posix
@pytest.mark.usefixtures("umask_022")
def test_a_private_file_that_was_opened_to_others_is_private_again(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.touch(mode=0o644)
    write_atomically(path, b"y", private=True)
    assert mode_of(path) == 0o600


@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_is_followed_and_stays(tmp_path: Path, there: bool) -> None:
    target, link = tmp_path / "shared" / "plan.md", tmp_path / "plan.md"
    target.parent.mkdir()
    if there:
        target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_folder_that_is_a_link_to_itself_is_an_error(tmp_path: Path) -> None:
    link = tmp_path / "loop"
    link.symlink_to(link)
    assert real_path(link) == link
    with pytest.raises(OSError, match="loop"):
        write_atomically(link / "x", b"new")


@pytest.mark.parametrize("step", ["mode", "fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if step == "mode":
        monkeypatch.setattr(files, "_keep_mode", full)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(files, "_replace", full)
    with pytest.raises(OSError, match="space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
def test_a_disk_that_is_full_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opener(_name: str, _flags: int) -> int:
        return os.open("/dev/full", os.O_WRONLY)

    monkeypatch.setattr(files, "_private_opener", opener)
    with pytest.raises(OSError, match="space"):
        write_atomically(tmp_path / "x", b"new", private=True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_a_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"")
    for path in (tmp_path / "f" / "x", tmp_path / "f" / "g" / "x"):
        with pytest.raises(OSError, match="f"):
            write_atomically(path, b"new")
    assert (tmp_path / "f").read_bytes() == b""


def test_a_folder_that_cannot_be_flushed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not here")
        real(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    write_atomically(tmp_path / "a" / "x", b"new")
    assert (tmp_path / "a" / "x").read_bytes() == b"new"


def test_nothing_is_replaced_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_atomically(path, b"first", replace=False)
    with pytest.raises(FileExistsError):
        write_atomically(path, b"second", replace=False)
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.EINVAL])
def test_where_files_can_have_one_name_only_nothing_is_replaced_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def no_links(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = tmp_path / "x"
    write_atomically(path, b"first", replace=False)
    with pytest.raises(FileExistsError):
        write_atomically(path, b"second", replace=False)
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("links", [True, False])
def test_of_many_who_come_at_once_exactly_one_gets_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:

        def no_links(*_args: object) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(Path, "hardlink_to", no_links)
    path, start, won = tmp_path / "x", threading.Barrier(8), []

    def come(number: int) -> None:
        with staged(path, str(number).encode()) as temporary:
            start.wait(10)
            try:
                publish(temporary, path, replace=False)
            except FileExistsError:
                return
            won.append(number)

    threads = [threading.Thread(target=come, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert path.read_bytes() == str(won[0]).encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_was_claimed_in_vain_is_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", fails)
    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "x", b"new", replace=False)
    assert list(tmp_path.iterdir()) == []


def test_several_files_can_wait_and_leave_nothing_when_one_fails(tmp_path: Path) -> None:
    def write_both() -> None:
        with staged(tmp_path / "a", b"1"), staged(tmp_path / "a" / "b", b"2"):
            (tmp_path / "a").touch()
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        write_both()
    assert not [each for each in tmp_path.rglob("*") if each.suffix == ".tmp"]


def test_windows_is_asked_again_while_another_program_has_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    real = Path.replace

    def busy_twice(self: Path, target: Path) -> Path:
        if len(waits) < 2:
            raise PermissionError(errno.EACCES, "in use")
        return real(self, target)

    monkeypatch.setattr(files, "_WINDOWS", True)
    monkeypatch.setattr(files.time, "sleep", waits.append)
    monkeypatch.setattr(Path, "replace", busy_twice)
    write_atomically(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"new"
    assert waits == sorted(waits)


def test_windows_is_not_asked_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def busy(*_args: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(files, "_WINDOWS", True)
    monkeypatch.setattr(files.time, "sleep", waits.append)
    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "x", b"new")
    assert 0.4 < sum(waits) < 1.0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is open to root")
def test_a_folder_one_may_not_write_in_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "x", b"new")
    tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    before = mode_of(tmp_path)
    make_folder(tmp_path, private=True)
    assert mode_of(tmp_path) == before
