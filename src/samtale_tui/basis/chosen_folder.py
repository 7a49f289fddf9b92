"""A folder that is chosen by its path: what is there, and making it. Its disk may be slow."""

import os
from pathlib import Path
from typing import Literal

from samtale_tui.basis.disk_errors import reason
from samtale_tui.basis.files import make_folder


def is_whole(folder: str) -> bool:
    """Whether it is a whole path, perhaps with ``~``; the home of an unknown user is none."""
    return os.path.isabs(os.path.expanduser(folder))  # noqa: PTH111, PTH117 - a Path refuses an unknown ~user


def expanded(folder: str) -> Path:
    """The path with the home in place of ``~``."""
    return Path(os.path.expanduser(folder))  # noqa: PTH111 - a Path refuses an unknown ~user


def what_is_at(folder: str) -> Literal["folder", "other", "none"]:
    """What the path leads to; none as well where nobody can say."""
    path = expanded(folder)
    try:
        return "folder" if path.is_dir() else "other" if path.exists() else "none"
    except (OSError, ValueError):
        return "none"


def make_chosen(folder: str) -> str:
    """Make the folder.

    Returns:
        Why it cannot be made; empty when it is there.
    """
    try:
        make_folder(expanded(folder))
    except OSError as error:
        return reason(error)
    except ValueError as error:
        return str(error)
    return ""
