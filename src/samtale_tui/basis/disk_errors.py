"""What a refusal to write comes down to, whatever number it has there. The words are each room's own."""

import errno
from enum import Enum, auto

from samtale_tui.basis.text import clean_line


class Refusal(Enum):
    """Why something cannot be written."""

    FULL = auto()
    """There is no room on the disk, or no more may be used."""
    FORBIDDEN = auto()
    """No right to write there, or the disk can only be read."""
    GONE = auto()
    """The folder or its drive is not there, or not any more."""
    BLOCKED = auto()
    """A file stands where a folder should be."""
    IS_FOLDER = auto()
    """A folder has the file's name."""
    TOO_LONG = auto()
    """The path is longer than the system takes."""
    BAD_NAME = auto()
    """The name has letters that no file can have there."""
    OTHER = auto()
    """Anything else; the system's own words must do."""


_BY_ERRNO = {
    errno.ENOSPC: Refusal.FULL,
    errno.EDQUOT: Refusal.FULL,
    errno.EFBIG: Refusal.FULL,
    errno.EACCES: Refusal.FORBIDDEN,
    errno.EPERM: Refusal.FORBIDDEN,
    errno.EROFS: Refusal.FORBIDDEN,
    errno.ENOENT: Refusal.GONE,
    errno.ENODEV: Refusal.GONE,
    errno.ENXIO: Refusal.GONE,
    errno.ESTALE: Refusal.GONE,
    errno.ENOTDIR: Refusal.BLOCKED,
    errno.EEXIST: Refusal.BLOCKED,
    errno.EISDIR: Refusal.IS_FOLDER,
    errno.ENAMETOOLONG: Refusal.TOO_LONG,
    errno.EILSEQ: Refusal.BAD_NAME,
}
_BY_WINDOWS = {
    15: Refusal.GONE,  # no such drive
    19: Refusal.FORBIDDEN,  # write-protected
    21: Refusal.GONE,  # the drive is not ready
    39: Refusal.FULL,
    53: Refusal.GONE,  # no such machine on the network
    55: Refusal.GONE,  # a device that is on the network no more
    64: Refusal.GONE,  # a share that is on the network no more
    67: Refusal.GONE,  # no such share
    112: Refusal.FULL,
    123: Refusal.BAD_NAME,
    206: Refusal.TOO_LONG,
    1295: Refusal.FULL,  # the quota is used
}
"""What Windows says in numbers of its own; Python gives many of them the errno of something else."""


def refusal(error: OSError) -> Refusal:
    """What it comes down to."""
    windows = _BY_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return windows or _BY_ERRNO.get(error.errno or 0, Refusal.OTHER)


def reason(error: OSError) -> str:
    """The system's own words, on one clean line."""
    return clean_line(error.strerror or type(error).__name__)
