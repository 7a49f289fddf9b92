"""The one way in which this program puts files on disk: each of them whole or not at all."""

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from stat import S_IMODE

_WINDOWS = os.name == "nt"
_TRIES = 8
"""How often Windows is asked to replace a file that another program holds; about 0.6 seconds in all."""
_NO_LINKS = {
    errno.EPERM,
    errno.EACCES,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EINVAL,
}
"""What a file system answers that knows no second name for a file (FAT, some network shares)."""


def write_atomically(path: Path, data: bytes, *, private: bool = False, replace: bool = True) -> None:
    """Write beside the target, flush to the disk, then put in place: a reader sees the old file or the new.

    Args:
        path: the file; its folder is made where it is missing. A symbolic link is followed, not replaced.
        data: all of what the file is to hold.
        private: the file is for its owner alone (mode 0600 where the system knows modes). Otherwise a file
            that is replaced keeps its mode, and a new one gets what the system gives new files.
        replace: whether a file that is there already may be replaced.

    Raises:
        FileExistsError: something is there already and ``replace`` is false, however late it came.
        OSError: the disk is full, the folder is read-only or gone; what stood there before still stands.
    """
    target = real_path(path)
    with staged(target, data, private=private) as temporary:
        publish(temporary, target, replace=replace)


@contextlib.contextmanager
def staged(path: Path, data: bytes, *, private: bool = False) -> Iterator[Path]:
    """The data in a temporary file beside the path, safely on the disk; gone again when the block ends.

    Several files can be staged before the first is put in place with ``publish``, so that a full disk
    leaves none of them half a set.

    Args:
        path: where the file is to be, as ``real_path`` gives it; its folder is made where it is missing.
        data: all of what the file is to hold.
        private: as for ``write_atomically``.

    Raises:
        OSError: as for ``write_atomically``.
    """
    make_folder(path.parent, private=private)
    temporary = path.parent / f".{os.urandom(6).hex()}.tmp"
    try:
        with open(temporary, "xb", opener=_private_opener if private else None) as file:
            if not private:
                _keep_mode(path, temporary)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def publish(temporary: Path, path: Path, *, replace: bool) -> None:
    """Give a staged file its real name, in one step, and make that last through a power cut.

    Raises:
        FileExistsError: something has the name and ``replace`` is false.
        OSError: the system refused; what had the name still has it.
    """
    if replace:
        _replace(temporary, path)
    else:
        _name_if_free(temporary, path)
    _sync_folder(path.parent)


def make_folder(folder: Path, *, private: bool = False) -> None:
    """Make the folder and those above it that are missing; private ones are for their owner alone (0700).

    Raises:
        OSError: it cannot be made, or something that is no folder has its name.
    """
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        if folder.parent == folder:
            break
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(mode=0o700 if private else 0o777, exist_ok=True)
        _sync_folder(each.parent)


def set_aside(path: Path, data: bytes) -> Path:
    """Put a copy of a damaged file's bytes beside it, under a free name; once for the same bytes.

    Returns:
        The copy, as ``settings.damaged-20270312-134200.toml``; private to its owner.

    Raises:
        OSError: no copy can be made.
    """
    begins = f"{path.stem}.damaged-"
    for other in path.parent.glob(f"{begins}*{path.suffix}"):
        if other.read_bytes() == data:
            return other
    moment = datetime.now(UTC).astimezone().strftime("%Y%m%d-%H%M%S")
    for number in count(1):
        copy = path.with_name(f"{begins}{moment}{'' if number == 1 else f'-{number}'}{path.suffix}")
        try:
            write_atomically(copy, data, private=True, replace=False)
        except FileExistsError:
            continue
        return copy
    raise AssertionError  # count never ends


def real_path(path: Path) -> Path:
    """The absolute path with every symbolic link followed, also where nothing is there yet."""
    return Path(os.path.realpath(path))


def _private_opener(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _keep_mode(path: Path, temporary: Path) -> None:
    """What replaces a file is open to the same people. Not on Windows, where a mode says only "read-only"."""
    if _WINDOWS:
        return
    with contextlib.suppress(OSError):
        temporary.chmod(S_IMODE(path.stat().st_mode))


def _replace(temporary: Path, path: Path) -> None:
    """Replace; on Windows try again while a virus scanner or an index has the file open for a moment."""
    for attempt in range(_TRIES):
        try:
            temporary.replace(path)
        except PermissionError:
            if not _WINDOWS or attempt == _TRIES - 1 or path.is_dir():
                raise
            time.sleep(0.005 * 2**attempt)
        else:
            return


def _name_if_free(temporary: Path, path: Path) -> None:
    """Take a name only if nobody has it. The system decides, so that two who come at once cannot both win."""
    if _WINDOWS:
        temporary.rename(path)  # refuses a name that is taken
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _claim_and_replace(temporary, path)


def _claim_and_replace(temporary: Path, path: Path) -> None:
    """Where a file can have only one name: an empty file claims the name, and the whole one replaces it."""
    path.touch(exist_ok=False)
    try:
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """Make a new name itself last through a power cut, where the system can do that for a folder.

    The file has its name by now, so that a folder which cannot be flushed (a network share, no right to
    read it, Windows) is no failure to write.
    """
    if _WINDOWS:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
