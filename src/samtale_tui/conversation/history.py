"""What was done, step by step, so that it can be undone and done again, also when it is opened later.

A step is a line of JSON with a number of its own and the number of the step that it came after. A number is
never used again: a step that grows (one stay in a text field) gets a new one. So the file that keeps the
lines is only ever added to, and two numbers say where in it a conversation stands, however the program ended.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, cast

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.patch import (
    Json,
    MisfitError,
    Patch,
    difference,
    fitted,
    from_json,
    inverse,
    to_json,
)

NOT_UNDONE = frozenset({"deck", "times"})
"""What no step holds: time runs one way only, and the deck stays."""

_BEGINNING = re.compile(rb'\{"step":(\d{1,15}),"after":(\d{1,15}),')
_LONGEST_LABEL = 80


class Content(NamedTuple):
    """What a step's line says."""

    label: str
    """What was done, in the user's language."""
    patch: Patch
    """What it changed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done."""

    number: int
    """Its own; higher than that of every step made before it."""
    after: int
    """The number of the step before it; 0 for the first."""
    line: bytes
    """The step as it is kept in the file, read only when it is wanted."""

    def content(self) -> Content | None:
        """What was done; none where the line is damaged."""
        return _content(self.line)


class Marks(NamedTuple):
    """Where in the file of steps a conversation stands."""

    done: int = 0
    """Number of the step done last; 0 when none is."""
    undone: int = 0
    """Number of the last step that can be done again; 0 when none can."""


class _Stay(NamedTuple):
    """A stay in a text field, whose changes are one step."""

    key: str
    base: Conversation
    """The value when it began."""
    step: int
    """Number of the step made of it; 0 while it has come to nothing."""


@dataclass(frozen=True, slots=True)
class History:
    """The steps that can be undone and done again. A value: every change makes a new one."""

    done: tuple[Step, ...] = ()
    """In the order in which they were done."""
    undone: tuple[Step, ...] = ()
    """Those that were taken back; the one to be done again first is last."""
    last_number: int = 0
    """The highest number that a step ever had."""
    stay: _Stay | None = None

    @property
    def marks(self) -> Marks:
        """Where in the file of steps the conversation stands."""
        return Marks(
            self.done[-1].number if self.done else 0,
            self.undone[0].number if self.undone else 0,
        )

    @property
    def undo_label(self) -> str | None:
        """What would be undone; none when nothing can be."""
        return _label(self.done)

    @property
    def redo_label(self) -> str | None:
        """What would be done again; none when nothing can be."""
        return _label(self.undone)

    def steps(self) -> Iterator[Step]:
        """All steps, oldest first."""
        yield from self.done
        yield from reversed(self.undone)

    def recorded(self, before: Conversation, after: Conversation, label: str, stay: str | None) -> "History":
        """The history after a change that can be undone; what was undone before can no more be done again.

        Args:
            before: the value that was changed.
            after: the value now.
            label: what was done, in the user's language.
            stay: key of the text field that the change was made in; changes of one stay are one step.
        """
        if stay is not None and self.stay is not None and self.stay.key == stay:
            return self._grown(self.stay, after, label)
        patch = difference(before, after, NOT_UNDONE)
        if patch is None:
            return self
        made = self._with_step(self.done, patch, label)
        return made if stay is None else replace(made, stay=_Stay(stay, before, made.last_number))

    def passed(self, before: Conversation, after: Conversation) -> "History":
        """The history after a change that undo leaves alone."""
        if self.stay is None:
            return self
        patch = difference(before, after, NOT_UNDONE)
        if patch is None:
            return self
        base = fitted(self.stay.base, patch)
        return replace(self, stay=None if base is None else self.stay._replace(base=base))

    def without_stay(self) -> "History":
        """What comes next is a step of its own."""
        return self if self.stay is None else replace(self, stay=None)

    def undo(self, value: Conversation) -> "Moved":
        """Take the last step back. A step that does not fit, or is damaged, ends what can be undone."""
        content = self.done[-1].content() if self.done else None
        earlier = fitted(value, inverse(content.patch)) if content else None
        if content is None or earlier is None:
            return Moved(value, replace(self, done=(), stay=None), None)
        undone = (*self.undone, self.done[-1])
        return Moved(earlier, replace(self, done=self.done[:-1], undone=undone, stay=None), content.label)

    def redo(self, value: Conversation) -> "Moved":
        """Do the step again that was taken back last. One that does not fit ends what can be done again."""
        content = self.undone[-1].content() if self.undone else None
        later = fitted(value, content.patch) if content else None
        if content is None or later is None:
            return Moved(value, replace(self, undone=(), stay=None), None)
        done = (*self.done, self.undone[-1])
        return Moved(later, replace(self, done=done, undone=self.undone[:-1], stay=None), content.label)

    def _grown(self, stay: _Stay, after: Conversation, label: str) -> "History":
        """One more change in the same stay: the step that holds them all takes the place of the last one."""
        earlier = self.done[:-1] if stay.step else self.done
        patch = difference(stay.base, after, NOT_UNDONE)
        if patch is None:
            return replace(self, done=earlier, stay=stay._replace(step=0))
        made = self._with_step(earlier, patch, label)
        return replace(made, stay=stay._replace(step=made.last_number))

    def _with_step(self, earlier: tuple[Step, ...], patch: Patch, label: str) -> "History":
        number = self.last_number + 1
        after = earlier[-1].number if earlier else 0
        words = shorten(clean_line(label), _LONGEST_LABEL) or _("ændring")
        record = {"step": number, "after": after, "did": words, "patch": to_json(patch)}
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
        return History((*earlier, Step(number, after, line)), last_number=number)


class Moved(NamedTuple):
    """What came of undo or redo."""

    value: Conversation
    """The value now; the same as before where nothing came of it."""
    history: History
    """The history now."""
    label: str | None
    """What was taken back or done again; none where there was nothing."""


def read_history(data: bytes, marks: Marks) -> History:
    """The history that a file holds. What is damaged or missing costs only what lies beyond it.

    Args:
        data: the file, a step a line, in any order and with lines among them that count no more.
        marks: where the conversation stands.
    """
    steps: dict[int, Step] = {}
    for line in data.split(b"\n"):
        beginning = _BEGINNING.match(line)
        if beginning:
            number, after = int(beginning[1]), int(beginning[2])
            steps[number] = Step(number, after, line)
    last = max([*steps, *marks])
    done = _chain(steps, marks.done, 0)
    undone = _chain(steps, marks.undone, marks.done) if marks.undone else []
    if undone and undone[-1].after != marks.done:
        undone = []
    return History(tuple(reversed(done)), tuple(undone), last)


def _chain(steps: dict[int, Step], number: int, end: int) -> list[Step]:
    """The steps from this number back to the end, or to the first that is missing."""
    found: list[Step] = []
    while number > end and number in steps:
        step = steps[number]
        if step.after >= number:
            break
        found.append(step)
        number = step.after
    return found


@lru_cache(maxsize=16)
def _content(line: bytes) -> Content | None:
    try:
        record = json.loads(line)
        label, patch = record["did"], from_json(cast("Json", record["patch"]))
    except (ValueError, KeyError, TypeError, RecursionError, MisfitError):
        return None
    return Content(shorten(clean_line(str(label)), _LONGEST_LABEL), patch)


def _label(steps: tuple[Step, ...]) -> str | None:
    content = steps[-1].content() if steps else None
    return content.label if content else None


def lines_of(steps: Iterable[Step]) -> bytes:
    """The steps as the file holds them."""
    return b"".join(step.line + b"\n" for step in steps)
