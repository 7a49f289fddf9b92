"""Looking through folders for decks, without ever waiting long for one that does not answer."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import TypeVar

from samtale_tui.basis.errors import DeckError, Problem
from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import quoted
from samtale_tui.deck.entry import DeckEntry, Origin, entry_of
from samtale_tui.deck.reader import place_in

T = TypeVar("T")


@dataclass(frozen=True)
class Found:
    """What is in a folder."""

    folder: Path
    """The folder."""
    real: str
    """Its path with every link followed, which tells whether it is another one's."""
    entries: tuple[DeckEntry, ...] = ()
    """A deck a file, by the files' names; those first whose file is named after their id, for they win."""
    problems: tuple[Problem, ...] = ()
    """Why it cannot be looked through, and ids that stand in it twice."""


def look_through(folder: Path, origin: Origin) -> Found:
    """The decks of a folder. One of the user's own that is not there is empty; a shared one is missed."""
    real = os.path.realpath(folder)
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except FileNotFoundError:
        return Found(folder, real, (), (_is_missing(folder),) if origin is Origin.SHARED else ())
    except (OSError, ValueError):
        message = _("Mappen med kortsæt kan ikke læses.")
        remedy = _("Se efter, om det er en mappe, som du må læse.")
        return Found(folder, real, (), (Problem(folder, 0, 0, message, remedy),))
    entries = [entry_of(path, origin) for path in paths if not path.name.startswith(".")]
    entries.sort(key=lambda entry: entry.path.stem != entry.id)
    return Found(folder, real, tuple(entries), tuple(_taken_ids(entries)))


def _taken_ids(entries: Iterable[DeckEntry]) -> Iterator[Problem]:
    first: dict[str, DeckEntry] = {}
    for entry in entries:
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            message = _("Id {id} bruges også af {other}, som går forud.")
            message = message.format(id=quoted(entry.id), other=quoted(other.path.name))
            yield Problem(entry.path, *_place_of_id(entry.path), message, _("Giv kortsættet sit eget id."))


def _place_of_id(path: Path) -> tuple[int, int]:
    try:
        return place_in(path, ("id",))
    except DeckError:
        return 0, 0


class Shares:
    """The folders that may be on a network, each looked through in a thread that nobody waits for long.

    One that comes late goes on, and what it finds is given the next time that it is asked for.
    """

    def __init__(self) -> None:
        self._under_way: dict[Path, Future[Found]] = {}
        self._lock = Lock()

    def set_out(self, folders: Sequence[Path]) -> list[Future[Found]]:
        """Begin with those that are not being looked through already.

        Returns:
            What each of them will answer.
        """
        with self._lock:
            for folder in folders:
                if folder not in self._under_way:
                    self._under_way[folder] = in_background(look_through, folder, Origin.SHARED)
            return [self._under_way[folder] for folder in folders]

    def answers(self, asked: Sequence[Future[Found]], seconds: float) -> list[Found | None]:
        """What they answer, None for those that have not when so many seconds have passed in all."""
        until = monotonic() + seconds
        try:
            return [_answer(future, until - monotonic()) for future in asked]
        finally:
            with self._lock:
                answered = {future for future in asked if future.done()}
                left = {folder: each for folder, each in self._under_way.items() if each not in answered}
                self._under_way = left


def _answer(future: Future[Found], seconds: float) -> Found | None:
    try:
        return future.result(max(0, seconds))
    except TimeoutError:
        return None


def in_background(work: Callable[..., T], *args: object) -> Future[T]:
    """Do it in a thread that does not keep the program from ending, as one that waits for a network would."""
    future: Future[T] = Future()

    def run() -> None:
        """Answer, or say what kept it from that."""
        try:
            future.set_result(work(*args))
        except BaseException as error:  # noqa: BLE001 - raised again where the answer is asked for
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future


def is_silent(folder: Path) -> Problem:
    """What is said of a folder that does not answer."""
    message = _("Mappen med kortsæt svarer ikke og er sprunget over.")
    return Problem(folder, 0, 0, message, _("Se efter, om netværket virker."))


def _is_missing(folder: Path) -> Problem:
    message = _("Mappen findes ikke.")
    return Problem(folder, 0, 0, message, _("Den er nævnt i SAMTALE_DECKS. Ret den dér, eller lav mappen."))
