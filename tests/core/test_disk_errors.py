"""A refusal to write means the same wherever it is met, on every system."""

import errno
import os
from pathlib import Path

import pytest

from samtale_tui.basis.disk_errors import Refusal, reason, refusal
from samtale_tui.conversation.saver import _explained
from samtale_tui.documents.failures import DocumentError, explained


def _windows(number: int) -> OSError:
    """As Windows says it: a number of its own, and the errno that Python gives what it does not know."""
    error = OSError(errno.EINVAL, "There is not enough space on the disk")
    error.winerror = number
    return error


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.ENOSPC, ""), Refusal.FULL),
        (OSError(errno.EDQUOT, ""), Refusal.FULL),
        (OSError(errno.EROFS, ""), Refusal.FORBIDDEN),
        (OSError(errno.ESTALE, ""), Refusal.GONE),
        (OSError(errno.ENOTDIR, ""), Refusal.BLOCKED),
        (OSError(errno.EISDIR, ""), Refusal.IS_FOLDER),
        (OSError(errno.ENAMETOOLONG, ""), Refusal.TOO_LONG),
        (OSError(errno.EIO, ""), Refusal.OTHER),
        (OSError("no number at all"), Refusal.OTHER),
        (_windows(112), Refusal.FULL),
        (_windows(39), Refusal.FULL),
        (_windows(19), Refusal.FORBIDDEN),
        (_windows(53), Refusal.GONE),
        (_windows(123), Refusal.BAD_NAME),
        (_windows(206), Refusal.TOO_LONG),
        (_windows(9999), Refusal.OTHER),
    ],
    ids=repr,
)
def test_what_the_system_says_comes_down_to_one_of_few(error: OSError, why: Refusal) -> None:
    assert refusal(error) is why


def test_a_disk_that_is_full_on_windows_is_told_so_by_the_saver_and_by_the_documents() -> None:
    path = Path("mappe") / "plan.md"
    assert _explained(_windows(112), path)[0] == "Disken er fuld"
    with pytest.raises(DocumentError) as caught, explained(path):
        raise _windows(112)
    assert caught.value.title == "Disken er fuld"


def test_the_systems_own_words_are_clean() -> None:
    assert reason(OSError(errno.EIO, "\x1b[31mio\nfejl")) == "io fejl"
    assert reason(TimeoutError()) == "TimeoutError"
    assert reason(OSError(errno.EIO, os.strerror(errno.EIO))) == os.strerror(errno.EIO)
