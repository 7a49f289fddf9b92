"""What the user is told when a command does not succeed, and with which exit code it ends."""

from collections.abc import Iterator
from contextlib import contextmanager

from samtale_tui.basis.errors import FileError, SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.command_line.parser import USAGE_ERROR
from samtale_tui.command_line.terminal import tell, tell_problems

FAILED = 1
"""The exit code of a command that was understood and did not succeed."""


class UnusableError(SamtaleError):
    """What the command names is not there or cannot be used: as much a slip as a misspelt option."""


@contextmanager
def unusable_if(*kinds: type[SamtaleError]) -> Iterator[None]:
    """Take errors of these kinds for a slip in what was written."""
    try:
        yield
    except kinds as error:
        raise UnusableError(error.title, error.message, error.remedy) from error


def report(error: Exception) -> int:
    """Tell the user what happened; what nobody foresaw is kept in a file, for whoever can mend it.

    Returns:
        The exit code.
    """
    if isinstance(error, FileError):
        tell_problems(error.problems)
    elif isinstance(error, SamtaleError):
        tell(str(error))
    else:
        tell(_unforeseen(error))
    return exit_code(error)


def exit_code(error: Exception) -> int:
    """2 where the command or what it names cannot be used or read, else 1."""
    unusable = isinstance(error, UnusableError) or (isinstance(error, FileError) and error.is_unread)
    return USAGE_ERROR if unusable else FAILED


def _unforeseen(error: Exception) -> str:
    from samtale_tui.basis.crash_log import keep_details

    happened = _("Programmet måtte stoppe på grund af en fejl i det selv.")
    path = keep_details(error)
    if path:
        return happened + " " + _("Detaljerne står i {path}").format(path=path)
    return f"{happened} {type(error).__name__}: {error}"
