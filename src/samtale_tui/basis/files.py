"""The one way in which this program puts a file on disk: whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write beside the target, flush to the disk, then replace: a reader sees the old file or the new one.

    Args:
        path: the file; its folder is made where it is missing.
        data: all of what the file is to hold.
        private: the file is for its owner alone (mode 0600 where the system knows modes).

    Raises:
        OSError: the disk is full, the folder is read-only or gone; what stood there before still stands.
    """
    make_folder(path.parent, private=private)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def make_folder(folder: Path, *, private: bool = False) -> None:
    """Make the folder and those above it; a private one is for its owner alone (0700)."""
    folder.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last through a power cut, on the systems where a folder can be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
