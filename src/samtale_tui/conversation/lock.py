"""Who has a conversation open, and when it was last known to be alive.

The lock is the operating system's, so a program that is killed leaves none behind. Beside it a small file
says who holds it, for the one who comes second.
"""

import contextlib
import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import tomli
import tomli_w

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, shorten

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_FILE = "lock"
HOLDER_FILE = "holder.toml"
PULSE_FILE = "pulse"

_PATIENCE_SECONDS = 0.15
"""How long a lock is asked for: a glance at who holds it takes it for a moment."""
_POLL_SECONDS = 0.01
_LONGEST_NAME = 60
_LARGEST_FILE = 4096


@dataclass(frozen=True)
class Holder:
    """Who has a conversation open. Any part may be empty, as the lock counts and not this."""

    user: str = ""
    """Name of the user on that machine."""
    host: str = ""
    """Name of the machine."""
    pid: int = 0
    """Number of the process; 0 where it is not known."""
    since: datetime | None = None
    """Since when."""

    def describe(self) -> str:
        """Who and where, for a sentence, as "anna på PC-1234"."""
        if self.user and self.host:
            return _("{user} på {host}").format(user=self.user, host=self.host)
        return self.user or self.host or _("et andet vindue")


class Lock:
    """The right to write one conversation. Safe to use from several threads, one at a time."""

    def __init__(self, folder: Path) -> None:
        """Make a lock that is not held yet.

        Args:
            folder: the conversation's folder.
        """
        self._folder = folder
        self._lock: FileLock | None = None
        self._inode: int | None = None

    @property
    def held(self) -> bool:
        """Whether it is ours."""
        return self._lock is not None and self._lock.is_locked

    def acquire(self) -> Holder | None:
        """Take the lock, without waiting for one who has it.

        Returns:
            None when it is ours now; else who has it.

        Raises:
            OSError: the folder takes no lock (read-only, full, gone).
        """
        if self.held:
            return None
        self._lock = _taken(self._folder / LOCK_FILE)
        if self._lock is None:
            return read_holder(self._folder) or Holder()
        self._inode = self._inode_now()
        # The lock is ours without it; only the words would be missing.
        with contextlib.suppress(OSError):
            _write_holder(self._folder)
        return None

    def renew(self) -> Holder | None:
        """Take the lock again, where its file has vanished with the folder, or it could not be taken before.

        Returns:
            None when it is ours; else who has taken it meanwhile.

        Raises:
            OSError: the folder takes no lock.
        """
        if self.held and self._is_there():
            return None
        self._drop()
        return self.acquire()

    def release(self) -> None:
        """Give the lock back; what says who held it goes with it."""
        if self.held and self._is_there():
            with contextlib.suppress(OSError):
                (self._folder / HOLDER_FILE).unlink(missing_ok=True)
        self._drop()

    def _drop(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            with contextlib.suppress(OSError):
                lock.release(force=True)

    def _is_there(self) -> bool:
        """Whether the file that is locked still is the one that others would lock."""
        return self._inode is not None and self._inode_now() == self._inode

    def _inode_now(self) -> int | None:
        try:
            return (self._folder / LOCK_FILE).stat().st_ino
        except OSError:
            return None


def holder_of(folder: Path) -> Holder | None:
    """Who has the conversation in this folder open; none when nobody has."""
    holder = read_holder(folder)
    if holder is None:
        return None
    try:
        lock = _taken(folder / LOCK_FILE, patience=0)
    except OSError:
        return None
    if lock is None:
        return holder
    # A program that was killed left it; the next glance is cheaper without.
    with contextlib.suppress(OSError):
        (folder / HOLDER_FILE).unlink(missing_ok=True)
    lock.release()
    return None


def read_holder(folder: Path) -> Holder | None:
    """Who wrote that they have it open, whether they still have or not; none where nobody did."""
    path = folder / HOLDER_FILE
    try:
        with path.open("rb") as file:
            table = tomli.loads(file.read(_LARGEST_FILE).decode())
    except OSError:
        return None
    except (ValueError, RecursionError):
        return Holder()
    since, pid = table.get("since"), table.get("pid")
    return Holder(
        user=_name(table.get("user")),
        host=_name(table.get("host")),
        pid=pid if isinstance(pid, int) else 0,
        since=since if isinstance(since, datetime) else None,
    )


def give_sign_of_life(folder: Path, wall: datetime) -> None:
    """Write down that the program lives; cheap, as it is done once a second.

    The time is in the file and not in its date, which changes when a folder is copied.

    Raises:
        OSError: the folder takes no file.
    """
    data = wall.astimezone(UTC).isoformat(timespec="milliseconds").encode()
    flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(folder / PULSE_FILE, flags, 0o600)
    try:
        os.write(handle, data)  # always as long, so that it covers what stood there
    finally:
        os.close(handle)


def last_sign_of_life(folder: Path) -> datetime | None:
    """When the program that had the conversation open was last known to live."""
    try:
        with (folder / PULSE_FILE).open("rb") as file:
            found = datetime.fromisoformat(file.read(_LARGEST_FILE).decode())
    except (OSError, ValueError):
        return None
    return found if found.tzinfo else None


def _taken(path: Path, patience: float = _PATIENCE_SECONDS) -> "FileLock | None":
    from filelock import FileLock, Timeout  # imports asyncio, which costs more than all of this module

    lock = FileLock(path, timeout=patience, mode=0o600, thread_local=False)
    try:
        lock.acquire(poll_interval=_POLL_SECONDS)
    except Timeout:
        return None
    except NotImplementedError as error:
        raise OSError(*error.args) from error
    return lock


def _write_holder(folder: Path) -> None:
    table = {
        "user": _user(),
        "host": _name(platform.node()),
        "pid": os.getpid(),
        "since": datetime.now(UTC),
    }
    path = folder / HOLDER_FILE
    temporary = folder / f".{HOLDER_FILE}.{os.getpid()}.tmp"
    temporary.write_bytes(tomli_w.dumps(table).encode())
    temporary.replace(path)


def _user() -> str:
    import getpass

    try:
        return _name(getpass.getuser())
    except (KeyError, OSError, ImportError):  # a user without a name, as in a container
        return ""


def _name(value: object) -> str:
    return shorten(clean_line(value), _LONGEST_NAME) if isinstance(value, str) else ""
