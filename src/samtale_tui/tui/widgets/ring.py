"""The people in a ring, seen from above: who speaks lit, who is next marked."""

import math
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.tui.widgets.names import cut_name

LEAST_RING = (30, 9)
"""The least widget, in cells, that seats people in a ring; below it they stand in a list."""
MOST_IN_A_RING = 16


@dataclass(frozen=True)
class Seat:
    """One person as the room sees them."""

    name: str
    """As shown."""
    speaking: bool = False
    """Has the word."""
    next: bool = False
    """Has the word after this."""
    passed: bool = False
    """Passed last time round. Only ever set in the facilitator's own view."""
    out: bool = False
    """Sits out the next time that the word comes there."""


def seat_words(seat: Seat, cells: int) -> tuple[str, str]:
    """A name with its mark, and its style: the mark says the same as the colour."""
    mark, style = ("▶ ", "bold reverse") if seat.speaking else ("› ", "bold") if seat.next else ("  ", "")
    after = f" ·{_('over')}" if seat.out else f" ·{_('pas')}" if seat.passed else ""
    name = cut_name(clean_line(seat.name), max(1, cells - len(mark) - len(after) - 1))
    return f"{mark}{name}{after} ", style


class PeopleRing(Widget):
    """Seats clockwise from the top."""

    DEFAULT_CSS = "PeopleRing { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._seats: tuple[Seat, ...] = ()
        self._clockwise = True

    def show(self, seats: tuple[Seat, ...], *, clockwise: bool) -> None:
        """Seat these people; repaints only what is new."""
        if (seats, clockwise) != (self._seats, self._clockwise):
            self._seats, self._clockwise = seats, clockwise
            self.refresh()

    def render(self) -> Content:
        """The ring, or a list where there is no room for one."""
        width, height = self.size
        fits = width >= LEAST_RING[0] and height >= max(LEAST_RING[1], len(self._seats) + 1)
        if fits and 2 < len(self._seats) <= MOST_IN_A_RING:
            return _ring(self._seats, width, height, clockwise=self._clockwise)
        return _columns(self._seats, width, height)


def _ring(seats: tuple[Seat, ...], width: int, height: int, *, clockwise: bool) -> Content:
    room = max(8, min(28, (width - 2) // 2))
    rows: list[list[tuple[int, str, str]]] = [[] for _ in range(height)]
    for number, seat in enumerate(seats):
        angle = 2 * math.pi * number / len(seats)
        words, style = seat_words(seat, room)
        down = round((height - 1) / 2 * (1 - math.cos(angle)), 6)  # alike for those who sit face to face
        y = _free_row(round(down), rows, words, angle, width)
        x = _column(angle, words, width)
        rows[y].append((x, words, style))
    arrow = "↻" if clockwise else "↺"
    rows[height // 2].append((width // 2, arrow, "$text-muted"))
    return Content("\n").join(_row(row, width) for row in rows)


def _column(angle: float, words: str, width: int) -> int:
    middle = width / 2 + math.sin(angle) * (width / 2 - len(words) / 2)
    return max(0, min(width - len(words), round(middle - len(words) / 2)))


def _free_row(
    wanted: int, rows: list[list[tuple[int, str, str]]], words: str, angle: float, width: int
) -> int:
    """The row nearest to the wanted one where the words overlap nobody's."""
    start = _column(angle, words, width)
    for distance in range(len(rows)):
        for row in (wanted + distance, wanted - distance):
            if 0 <= row < len(rows) and all(
                start + len(words) < x or x + len(other) < start for x, other, _ in rows[row]
            ):
                return row
    return wanted


def _row(parts: list[tuple[int, str, str]], width: int) -> Content:
    pieces: list[str | tuple[str, str]] = []
    end = 0
    for x, words, style in sorted(parts):
        pieces.append(" " * (x - end))
        pieces.append((words, style))
        end = x + len(words)
    pieces.append(" " * max(0, width - end))
    return Content.assemble(*pieces)


def _columns(seats: tuple[Seat, ...], width: int, height: int) -> Content:
    """A list in as many columns as it takes; where even that is too small, the speaker's part of it."""
    columns = max(1, min(width // 12 or 1, math.ceil(len(seats) / max(1, height))))
    per_column = math.ceil(len(seats) / columns) if seats else 0
    cells = max(6, width // columns)
    speaker = next((n for n, seat in enumerate(seats) if seat.speaking), 0) % max(1, per_column)
    first = max(0, min(per_column - height, speaker - height // 2))
    rows: list[Content] = []
    for row in range(first, min(per_column, first + height)):
        pieces: list[str | tuple[str, str]] = []
        for column in range(columns):
            number = column * per_column + row
            if number < len(seats):
                words, style = seat_words(seats[number], cells)
                pieces += [(words, style), " " * max(0, cells - len(words))]
        rows.append(Content.assemble(*pieces))
    return Content("\n").join(rows)
