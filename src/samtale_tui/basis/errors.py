"""Errors that a user meets: what happened, where, and what to do, in the user's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from samtale_tui.basis.text import clean_line


class SamtaleError(Exception):
    """The base of every error that is shown to the user.

    Attributes:
        title: a few words for the head of a box, as "Filen kan ikke læses".
        message: what happened, where.
        remedy: what the user can do about it; may be empty.
    """

    def __init__(self, title: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.title = title
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(part for part in (self.message, self.remedy) if part)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a file, with its place."""

    path: Path
    """The file."""
    line: int
    """Counted from 1; 0 where the problem has no line (a file that cannot be read)."""
    column: int
    """Counted from 1 in characters; 0 where there is none."""
    message: str
    """What is wrong, in the user's language, already cleaned."""
    remedy: str = ""
    """What to do about it."""
    length: int = 1
    """Characters of the line, from the column on, that it is about."""
    source: str = ""
    """The line as it stands in the file; empty where that is not known."""

    def __str__(self) -> str:
        """``file:line: message``, short enough for a notice."""
        path = clean_line(str(self.path))
        place = f"{path}:{self.line}" if self.line else path
        return f"{place}: {self.message}" + (f" {self.remedy}" if self.remedy else "")


class FileError(SamtaleError):
    """A file that cannot be read, does not parse or is wrong.

    Attributes:
        problems: all that is wrong, each with its line.
    """

    def __init__(self, title: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(title, "\n".join(map(str, self.problems)))

    @property
    def is_unread(self) -> bool:
        """Whether the file could not be read at all; then no problem has a line in it."""
        return all(problem.line == 0 for problem in self.problems)


class DeckError(FileError):
    """A deck's file."""
