"""Saves off the UI thread: soon after every change, again and again while the disk refuses."""

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

from samtale_tui.basis.disk_errors import Refusal, reason, refusal
from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.history import History
from samtale_tui.conversation.model import Conversation

QUIET_SECONDS = 0.08
"""A change is saved when nothing more has come for so long …"""
LATEST_SECONDS = 0.15
"""… or so long after the first change that is not saved. With the disk's own time this is under 250 ms."""
RETRY_SECONDS = 2.0
"""How soon saving is tried again after it went wrong."""

Write = Callable[[Conversation, History], None]
"""Puts both on the disk, or raises OSError or SamtaleError."""
Pulse = Callable[[datetime], None]
"""Writes down that the program lived at that time of day, or raises OSError."""


@dataclass(frozen=True)
class SaveTrouble:
    """Why nothing can be saved at the moment."""

    title: str
    """A few words for the head of a box."""
    message: str
    """What is wrong, where, and what to do, in the user's language."""
    since: datetime
    """Since when, with its zone."""


Report = Callable[[SaveTrouble | None], None]
"""Is told of trouble, and with None that it is mended. Called in the saver's thread; waits for no other."""


class _Change(NamedTuple):
    conversation: Conversation
    history: History
    at: float


class _Beat(NamedTuple):
    """The program lived, with what it would save."""

    conversation: Conversation
    history: History
    wall: datetime


class _Flush:
    """Asks the thread to save now, and to end where it is the last."""

    def __init__(self, *, last: bool) -> None:
        self.last = last
        self.done = threading.Event()
        self.saved = False


class Saver:
    """One thread that saves the latest value. Everything that it knows belongs to that thread.

    Others only put messages in its queue, which is safe from a signal handler too.
    """

    def __init__(self, write: Write, pulse: Pulse, place: Path, report: Report) -> None:
        """Start the thread.

        Args:
            write: puts a conversation and its history on the disk.
            pulse: writes down that the program lives.
            place: where that is, for the words to the user.
            report: is told of trouble.
        """
        self._write = write
        self._pulse = pulse
        self._place = place
        self._report = report
        self._inbox: SimpleQueue[_Change | _Beat | _Flush] = SimpleQueue()
        self._trouble: SaveTrouble | None = None
        self._unsaved: _Change | None = None
        self._untried = False
        self._latest = self._due = 0.0
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    @property
    def trouble(self) -> SaveTrouble | None:
        """Why nothing can be saved at the moment; none when all is well."""
        return self._trouble

    def schedule(self, conversation: Conversation, history: History) -> None:
        """Have this saved soon. The latest value wins."""
        self._inbox.put(_Change(conversation, history, time.monotonic()))

    def beat(self, conversation: Conversation, history: History, wall: datetime) -> None:
        """Have it written down that the program lived; where that does not succeed, have all of this saved.

        Args:
            conversation: the value now.
            history: the steps that led to it.
            wall: the time of day, with its zone.
        """
        self._inbox.put(_Beat(conversation, history, wall))

    def flush(self, timeout: float = 5.0) -> bool:
        """Save now, and wait.

        Args:
            timeout: seconds to wait at most.

        Returns:
            Whether everything is saved.
        """
        return self._ask(timeout, last=False)

    def close(self, timeout: float = 5.0) -> bool:
        """As ``flush``, and end the thread. What is scheduled later waits for the next flush."""
        return self._ask(timeout, last=True)

    def _ask(self, timeout: float, *, last: bool) -> bool:
        alive = self._thread.is_alive()
        flush = _Flush(last=last or not alive)
        self._inbox.put(flush)
        if not alive:
            self._run()  # in this thread, until it comes to the flush
        done = flush.done.wait(timeout)
        if done and flush.last:
            self._thread.join(timeout)
        return done and flush.saved

    # In the saver's thread

    def _run(self) -> None:
        while True:
            try:
                message = self._inbox.get(timeout=self._wait())
            except Empty:
                self._save()
                continue
            if isinstance(message, _Change):
                self._take(message)
                continue
            if isinstance(message, _Beat):
                self._note(message)
                continue
            self._save()
            message.saved = self._unsaved is None
            message.done.set()
            if message.last:
                return

    def _wait(self) -> float | None:
        """Seconds until something is to be saved; none while there is nothing."""
        return None if self._unsaved is None else max(0.0, self._due - time.monotonic())

    def _note(self, beat: _Beat) -> None:
        try:
            self._pulse(beat.wall)
        except OSError:  # saving says what is wrong, or makes the folder again
            self._take(_Change(beat.conversation, beat.history, time.monotonic()))

    def _take(self, change: _Change) -> None:
        self._unsaved = change
        if not self._untried:
            self._untried = True
            self._latest = change.at + LATEST_SECONDS
        soon = min(change.at + QUIET_SECONDS, self._latest)
        self._due = min(soon, self._due) if self._trouble else soon

    def _save(self) -> None:
        change = self._unsaved
        if change is None:
            return
        self._untried = False
        try:
            self._write(change.conversation, change.history)
        except OSError as error:
            self._refused(*_explained(error, self._place))
        except SamtaleError as error:
            self._refused(error.title, str(error))
        except Exception as error:  # noqa: BLE001 - whatever it is, the user must know that nothing is saved
            self._refused(*_unforeseen(error, self._place))
        else:
            self._unsaved = None
            self._tell(None)

    def _refused(self, title: str, message: str) -> None:
        self._due = time.monotonic() + RETRY_SECONDS
        self._tell(SaveTrouble(title, message, datetime.now(UTC)))

    def _tell(self, trouble: SaveTrouble | None) -> None:
        """Report a change of trouble, once."""
        before = self._trouble
        if trouble and before:
            trouble = replace(trouble, since=before.since)
        if trouble == before:
            return
        self._trouble = trouble
        with contextlib.suppress(Exception):  # who listened may be gone with its screen; saving goes on
            self._report(trouble)


def _explained(error: OSError, place: Path) -> tuple[str, str]:
    """What the disk said, in plain words, with what to do."""
    match refusal(error):
        case Refusal.FULL:
            title = _("Disken er fuld")
            message = _("Der er ikke plads på disken til {path}. Slet noget, du ikke bruger.")
        case Refusal.FORBIDDEN:
            title = _("Mappen er skrivebeskyttet")
            message = _("Der må ikke skrives i {path}. Giv dig selv ret til at skrive der.")
        case Refusal.GONE | Refusal.BLOCKED:
            title = _("Mappen er væk")
            message = _("Mappen {path} er væk og kan ikke laves igen. Se efter, om drevet er tilsluttet.")
        case _:
            title = _("Kan ikke gemme")
            message = _("Der kan ikke skrives i {path} ({reason}).")
    told = message.format(path=clean_line(str(place)), reason=reason(error))
    return title, f"{told} {_('Du kan arbejde videre imens; der prøves igen hele tiden.')}"


def _unforeseen(error: Exception, place: Path) -> tuple[str, str]:
    """A fault of the program's own."""
    said = clean_line(f"{type(error).__name__}: {error}")[:200]
    message = _(
        "En fejl i programmet hindrer, at der gemmes i {path} ({reason}). Skriv det vigtigste ned andetsteds."
    )
    return _("Kan ikke gemme"), message.format(path=clean_line(str(place)), reason=said)
