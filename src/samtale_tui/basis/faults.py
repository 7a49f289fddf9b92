"""What is wrong in a file, before it has a line: where by its keys, what, and what to do."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import quoted

KeyPath = tuple[str | int, ...]
"""Where in a file, as ``("cards", 12, "field")``."""


class At(Enum):
    """Which part of a place is meant."""

    KEY = auto()
    """The key itself, as when it is misspelt."""
    VALUE = auto()
    """What the key holds; of a table, its header."""


class Fault(NamedTuple):
    """One thing that is wrong, before it has a line."""

    path: KeyPath
    """Where it is."""
    message: str
    """What is wrong, in the user's language and clean."""
    remedy: str = ""
    """What to do about it."""
    at: At = At.VALUE
    """Which part of the place."""
    see: KeyPath | None = None
    """Another place; the message says on which line, and has ``{line}`` for it and no other braces."""


class UnsoundError(ValueError):
    """What a value as a whole is refused for, and no part of it alone; pydantic carries it on."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(f"{fault.message} {fault.remedy}".strip() for fault in faults))
        self.faults = tuple(faults)


def place_name(path: KeyPath) -> str:
    """What stands at a path, within a sentence: the key, or which one of a list."""
    last = path[-1] if path else ""
    if isinstance(last, int):
        return _("nr. {n} i {key}").format(n=last + 1, key=quoted(str(path[-2])))
    return quoted(last)


def used_before(ids: Iterable[str | None]) -> Iterator[tuple[int, str]]:
    """The ids that an earlier one has too, each with its place from 0; None stands for an unknown one."""
    seen: set[str] = set()
    for place, id_ in enumerate(ids):
        if id_ is None:
            continue
        if id_ in seen:
            yield place, id_
        seen.add(id_)
