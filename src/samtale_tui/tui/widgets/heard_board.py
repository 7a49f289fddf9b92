"""Everyone in a dialogue by number: who has been heard, who spoke last, and who is marked."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, shorten

LEAST_COLUMN = 14
"""Cells that a column has at least."""
HEARD = "✓"
SPEAKS = "▶"
MARKED = "▸"


@dataclass(frozen=True)
class Voice:
    """One person as the room sees them."""

    person: str
    """Id."""
    name: str
    """As shown."""
    heard: bool = False
    """Has spoken."""
    speaks: bool = False
    """Spoke last."""
    times: int = 0
    """How often they have spoken; only ever set in the facilitator's own view."""


class _Plan(NamedTuple):
    """Which part of the people is where."""

    columns: int
    rows: int
    """Rows of names that are shown."""
    each: int
    """Names in a column."""
    first: int
    """The first row of them that is shown."""
    cells: int
    """Cells that a column has."""


class HeardBoard(Widget):
    """A click on somebody says that they speak; so the screen does for a number and for the marked one."""

    DEFAULT_CSS = "HeardBoard { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    class Clicked(Message):
        """Somebody was clicked."""

        def __init__(self, person: str) -> None:
            self.person = person
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._voices: tuple[Voice, ...] = ()
        self._marked = 0

    def show(self, voices: tuple[Voice, ...]) -> None:
        """Show these people; the mark stays with the one who has it. Repaints only what is new."""
        if voices == self._voices:
            return
        person = self.marked
        self._voices = voices
        places = [place for place, voice in enumerate(voices) if voice.person == person]
        self._marked = places[0] if places else min(self._marked, max(0, len(voices) - 1))
        self.refresh()

    @property
    def marked(self) -> str | None:
        """Id of the one who is marked."""
        return self._voices[self._marked].person if self._voices else None

    def person(self, number: int) -> str | None:
        """Id of the one with a number, from 1."""
        return self._voices[number - 1].person if 1 <= number <= len(self._voices) else None

    def mark(self, person: str) -> None:
        """Mark somebody, if they are there."""
        for place, voice in enumerate(self._voices):
            if voice.person == person and place != self._marked:
                self._marked = place
                self.refresh()

    def go(self, across: int, down: int) -> None:
        """Mark who stands beside, above or below."""
        step = down + across * self._plan().each
        place = self._marked + step
        if self._voices and 0 <= place < len(self._voices) and step:
            self._marked = place
            self.refresh()

    def _plan(self) -> _Plan:
        width, height = self.size
        count, most = len(self._voices), max(1, width // LEAST_COLUMN)
        columns = min(most, max(1, math.ceil(count / max(1, height))))
        each = math.ceil(count / columns)
        rows = height if each <= height else max(1, height - 1)
        row = self._marked % each if each else 0
        first = max(0, min(each - rows, row - rows // 2))
        return _Plan(columns, min(rows, each), each, first, max(1, width // columns))

    def render(self) -> Content:
        """As many columns as it takes; where all do not fit, the marked one's part, and which that is."""
        plan = self._plan()
        rows = [self._row(row, plan) for row in range(plan.first, plan.first + plan.rows)]
        if plan.each > plan.rows:
            words = _("række {first}–{last} af {n}")
            last = plan.first + plan.rows
            words = words.format(first=plan.first + 1, last=last, n=plan.each)
            rows.append(Content.styled(f"  {words}", "$text-muted"))
        return Content("\n").join(rows)

    def _row(self, row: int, plan: _Plan) -> Content:
        parts: list[str | tuple[str, str]] = []
        for column in range(plan.columns):
            place = column * plan.each + row
            if place < len(self._voices):
                words = self._words(place, plan.cells)
                parts += [*words, " " * (plan.cells - sum(len(text) for text, _style in words))]
        return Content.assemble(*parts)

    def _words(self, place: int, cells: int) -> tuple[tuple[str, str], ...]:
        """The mark, the number, whether they are heard, the name, and how often."""
        voice = self._voices[place]
        digits = len(str(len(self._voices)))
        sign = SPEAKS if voice.speaks else HEARD if voice.heard else " "
        head = f"{MARKED if place == self._marked else ' '}{place + 1:>{digits}} "
        after = f" ×{voice.times}" if voice.times else ""
        name = shorten(clean_line(voice.name), max(1, cells - len(head) - 3 - len(after)))
        style = "bold reverse" if voice.speaks else "bold" if place == self._marked else ""
        return (
            (head, "bold $primary" if place == self._marked else "$text-muted"),
            (f"{sign} ", "$primary"),
            (name, style),
            (after, "$text-muted"),
        )

    def on_click(self, event: events.Click) -> None:
        """Who stands there speaks."""
        offset = event.get_content_offset(self)
        plan = self._plan()
        if offset is None or offset.y >= plan.rows:
            return
        row, column = plan.first + offset.y, offset.x // plan.cells
        place = column * plan.each + row
        if row < plan.each and column < plan.columns and place < len(self._voices):
            event.stop()
            self.post_message(self.Clicked(self._voices[place].person))
