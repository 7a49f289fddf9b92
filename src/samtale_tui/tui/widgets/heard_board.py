"""Everyone in a dialogue by number: who has been heard, who spoke last, and who is marked."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.tui.widgets.card_line import fitted
from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.fields_board import segment
from samtale_tui.tui.widgets.painted import Painted

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


class _Place(NamedTuple):
    """What stands for one person in a row."""

    number: int
    """From 1."""
    voice: Voice
    marked: bool


_Row = tuple[_Place, ...] | str


class HeardBoard(Painted):
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
        self._rows: list[_Row] = []

    def show(self, voices: tuple[Voice, ...]) -> None:
        """Show these people; the mark stays with the one who has it. Repaints only the rows that are new."""
        if voices == self._voices:
            return
        person = self.marked
        self._voices = voices
        places = [place for place, voice in enumerate(voices) if voice.person == person]
        self._marked = places[0] if places else min(self._marked, max(0, len(voices) - 1))
        self._repaint_rows()

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
                self._repaint_rows()

    def go(self, across: int, down: int) -> None:
        """Mark who stands beside, above or below."""
        step = down + across * self._plan().each
        place = self._marked + step
        if step and 0 <= place < len(self._voices):
            self._marked = place
            self._repaint_rows()

    # Where they stand

    def _plan(self) -> _Plan:
        width, height = self.size
        count, most = len(self._voices), max(1, width // LEAST_COLUMN)
        columns = min(most, max(1, math.ceil(count / max(1, height))))
        each = math.ceil(count / columns)
        rows = height if each <= height else max(1, height - 1)
        row = self._marked % each if each else 0
        first = max(0, min(each - rows, row - rows // 2))
        return _Plan(columns, min(rows, each), each, first, max(1, width // columns))

    def _planned(self) -> list[_Row]:
        """As many columns as it takes; where all do not fit, the marked one's part, and which that is."""
        plan = self._plan()
        shown = range(plan.first, plan.first + plan.rows)
        rows: list[_Row] = [self._row(row, plan) for row in shown]
        if plan.each > plan.rows:
            words = _("række {first}–{last} af {n}")
            rows.append(words.format(first=plan.first + 1, last=plan.first + plan.rows, n=plan.each))
        return rows

    def _row(self, row: int, plan: _Plan) -> tuple[_Place, ...]:
        numbers = (column * plan.each + row for column in range(plan.columns))
        return tuple(
            _Place(number + 1, self._voices[number], number == self._marked)
            for number in numbers
            if number < len(self._voices)
        )

    def _repaint_rows(self) -> None:
        before, self._rows = self._rows, self._planned()
        if len(before) != len(self._rows):
            self.repaint()
            return
        for y, (was, now) in enumerate(zip(before, self._rows, strict=True)):
            if was != now:
                self._strips.pop(y, None)
                self.refresh(Region(0, y, self.size.width, 1))

    def on_resize(self) -> None:
        """Other columns."""
        self._rows = self._planned()
        self.repaint()

    # Painting

    def render_line(self, y: int) -> Strip:
        """A row, kept until something in it is different."""
        if y not in self._strips:
            self._strips[y] = self._painted(y)
        return self._strips[y]

    def _painted(self, y: int) -> Strip:
        width, row = self.size.width, self._rows[y] if y < len(self._rows) else ()
        cells = self._plan().cells
        if isinstance(row, str):
            segments = [segment(f"  {row}", self.colours.muted, self.ground)]
        else:
            segments = [part for place in row for part in self._words(place, cells)]
        return Strip(segments).adjust_cell_length(width, self._style(" ").style)

    def _words(self, place: _Place, cells: int) -> list[Segment]:
        """The mark, the number, whether they are heard, the name, and how often."""
        voice, digits = place.voice, len(str(len(self._voices)))
        sign = SPEAKS if voice.speaks else HEARD if voice.heard else " "
        head = f"{MARKED if place.marked else ' '}{place.number:>{digits}} "
        after = f" ×{voice.times}" if voice.times else ""
        name = fitted(clean_line(voice.name), max(1, cells - len(head) - 3 - len(after)))
        rest = " " * max(0, cells - len(head) - 2 - cell_len(name) - len(after))
        colours, ground = self.colours, self.ground
        return [
            segment(head, colours.accent if place.marked else colours.muted, ground, bold=place.marked),
            segment(f"{sign} ", colours.accent, ground),
            segment(
                name, colours.foreground, ground, bold=voice.speaks or place.marked, reverse=voice.speaks
            ),
            segment(after, colours.muted, ground),
            self._style(rest),
        ]

    def _style(self, text: str) -> Segment:
        return segment(text, self.colours.foreground, self.ground)

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
