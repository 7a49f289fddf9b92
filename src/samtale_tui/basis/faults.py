"""What is wrong in a file, before it has a line: where by its keys, what, and what to do."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

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


class UnsoundError(ValueError):
    """What a value as a whole is refused for, and no part of it alone; pydantic carries it on."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(f"{fault.message} {fault.remedy}".strip() for fault in faults))
        self.faults = tuple(faults)
