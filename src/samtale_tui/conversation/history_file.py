"""The file that keeps the steps of one conversation, a step a line.

It is added to before the conversation's own file is replaced, and nothing that the own file still points at
is ever taken out of it. So the two fit each other however the program ends.
"""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from samtale_tui.basis.files import write_atomically
from samtale_tui.conversation.history import History, Marks, Step, lines_of, read_history

TIDIED_FROM = 64 * 1024
"""Bytes of steps that count no more, from which they are taken out of the file."""


class HistoryFile:
    """One file of steps, and how far it has been written."""

    def __init__(self, path: Path) -> None:
        """Know of the file; it need not be there.

        Args:
            path: the file.
        """
        self._path = path
        self._length: int | None = None
        self._newest = 0
        self._saved = History()

    def read(self, marks: Marks) -> History:
        """The history that the file holds. A missing or damaged file gives less of it, never an error.

        Args:
            marks: where the conversation stands.
        """
        data = b""
        with contextlib.suppress(OSError):
            data = self._path.read_bytes()
        history = read_history(data, marks)
        self._length = len(data) if data.endswith(b"\n") else None
        self._newest = history.last_number
        self._saved = history
        return history

    def add(self, history: History) -> None:
        """Write the steps that are not in the file yet, safely on the disk when this returns.

        Raises:
            OSError: they could not be written; the next call writes them.
        """
        new = self._new_steps(history)
        if self._size() != self._length or self._length is None:
            wanted = {step.number: step for step in (*self._saved.steps(), *history.steps())}
            if wanted:
                self._rewrite(wanted[number] for number in sorted(wanted))
        elif new:
            data = lines_of(new)
            with self._path.open("ab") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            self._length += len(data)
        self._newest = history.last_number

    def settle(self, history: History) -> None:
        """The conversation's own file now points at this history; what it left behind may go.

        The steps are safe already, so a disk that refuses costs nothing but room.
        """
        self._saved = history
        if self._length is None or self._length < TIDIED_FROM:
            return
        if self._length > 2 * sum(len(step.line) + 1 for step in history.steps()) + TIDIED_FROM:
            with contextlib.suppress(OSError):
                self._rewrite(history.steps())

    def _new_steps(self, history: History) -> list[Step]:
        """The steps to add, found from the newest end: there are few, and the old ones may be thousands."""
        new = [step for step in history.undone if step.number > self._newest]
        for step in reversed(history.done):
            if step.number <= self._newest:
                break
            new.append(step)
        return new[::-1]

    def _size(self) -> int | None:
        try:
            return self._path.stat().st_size
        except OSError:
            return None

    def _rewrite(self, steps: Iterable[Step]) -> None:
        data = lines_of(steps)
        write_atomically(self._path, data, private=True)
        self._length = len(data)
