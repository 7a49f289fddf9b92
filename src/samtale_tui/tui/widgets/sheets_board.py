"""The sheets of a placemat, drawn small: a field for each round a middle; without room for that, a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from textual.content import Content
from textual.widget import Widget

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.names import cut_name
from samtale_tui.tui.widgets.titles import cut, whole_text

LEAST_SHEET = (22, 5)
"""The least sheet that is drawn, in cells: a name or two in each field, and a line for the middle."""
ROOMY_SHEET = (36, 9)
"""More than this makes no sheet better when the sheets are laid out."""
MOST_SHEET = (58, 13)
_GAP = 2
_MOST_SEATS = 8
"""More people than this at one sheet are listed."""

Piece = tuple[str, str]
"""Words and their style."""


@dataclass(frozen=True)
class Seat:
    """One person at a sheet, as the room sees it."""

    name: str
    """As shown."""
    note: str = ""
    """What that person does now, where there is a row for it."""
    short_note: str = ""
    """The same where it is too long for anybody at the sheet."""
    lit: bool = False
    """Has the word."""
    done: bool = False
    """Has had it."""
    written: bool = False
    """Whether the field was typed in."""


@dataclass(frozen=True)
class SheetPicture:
    """One sheet, as the room sees it."""

    title: str
    """Which one it is."""
    seats: tuple[Seat, ...]
    """Who sits at it, clockwise from the upper left."""
    middle: str = ""
    """What stands in the middle."""
    through: bool = False
    """Whether the group is through with what is on now."""


def laid_out(count: int, width: int, height: int) -> tuple[int, int, int] | None:
    """How so many sheets are placed: columns, and width and height of each; none where there is no room."""
    best: tuple[tuple[int, int, int], tuple[int, int, int]] | None = None
    for columns in range(1, count + 1):
        rows = ceil(count / columns)
        wide, high = (width - _GAP * (columns - 1)) // columns, height // rows
        if wide < LEAST_SHEET[0] or high < LEAST_SHEET[1]:
            continue
        fit = min(high, ROOMY_SHEET[1]), min(wide, ROOMY_SHEET[0]), count - rows * columns
        if best is None or fit >= best[0]:
            best = fit, (columns, min(wide, MOST_SHEET[0]), min(high, MOST_SHEET[1]))
    return best[1] if best else None


class SheetsBoard(Widget):
    """All sheets side by side."""

    DEFAULT_CSS = "SheetsBoard { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._sheets: tuple[SheetPicture, ...] = ()

    def show(self, sheets: tuple[SheetPicture, ...]) -> None:
        """Show these; repaints only what is new."""
        if sheets != self._sheets:
            self._sheets = sheets
            self.refresh()

    def render(self) -> Content:
        """The sheets, or a line for each."""
        width, height = self.size
        placed = laid_out(len(self._sheets), width, height)
        if placed is None or any(len(sheet.seats) > _MOST_SEATS for sheet in self._sheets):
            return Content("\n").join(Content.assemble(*row) for row in _list(self._sheets, width, height))
        columns, wide, high = placed
        lines: list[Content] = []
        for first in range(0, len(self._sheets), columns):
            drawn = [_sheet(sheet, wide, high) for sheet in self._sheets[first : first + columns]]
            lines += [_side_by_side(row) for row in zip(*drawn, strict=True)]
        return Content("\n").join(lines)


def _side_by_side(rows: Sequence[list[Piece]]) -> Content:
    return Content(" " * _GAP).join(Content.assemble(*pieces) for pieces in rows)


# One sheet


def _sheet(sheet: SheetPicture, width: int, height: int) -> list[list[Piece]]:
    """Its rows, all of that width."""
    inner = width - 2
    upper, lower = _round_the_table(sheet.seats)
    field = 2 if height >= ROOMY_SHEET[1] and any(seat.note for seat in sheet.seats) else 1
    between = height - 2 - 2 * field
    rows = [_head(sheet, inner)]
    rows += _fields(upper, inner, field)
    rows += _middle(sheet.middle, inner, between)
    rows += _fields(lower, inner, field)
    rows.append([(f"╰{'─' * inner}╯", "$text-muted")])
    return rows


def _round_the_table(seats: Sequence[Seat]) -> tuple[tuple[Seat, ...], tuple[Seat, ...]]:
    """Those above, from the left, and those below, from the left too, so that all sit clockwise."""
    above = ceil(len(seats) / 2)
    return tuple(seats[:above]), tuple(reversed(seats[above:]))


def _head(sheet: SheetPicture, inner: int) -> list[Piece]:
    title = cut(f"{clean_line(sheet.title)}{' ✓' if sheet.through else ''}", max(1, inner - 4))
    rest = "─" * (inner - cell_len(title) - 3)
    return [("╭─ ", "$text-muted"), (title, "bold $primary"), (f" {rest}╮", "$text-muted")]


def _fields(seats: Sequence[Seat], inner: int, rows: int) -> list[list[Piece]]:
    """Names side by side, with what they do below them where there are two rows."""
    count = max(1, len(seats))
    widths = [(inner - count + 1 + right) // count for right in range(count - 1, -1, -1)]
    named = [_name_in_field(seat, cells) for seat, cells in zip(seats, widths, strict=False)]
    fits = all(cell_len(seat.note) < cells for seat, cells in zip(seats, widths, strict=False))
    notes = [
        (_padded(f" {seat.note}" if fits else seat.short_note, cells), "$text-muted")
        for seat, cells in zip(seats, widths, strict=False)
    ]
    blank = [(" " * cells, "") for cells in widths]
    return [_between(pieces or blank) for pieces in (named, notes)[:rows]]


def _between(fields: Sequence[Piece]) -> list[Piece]:
    """The fields of a row with lines between them and round them."""
    line: list[Piece] = []
    for field in fields:
        line += [("│", "$text-muted"), field]
    return [*line, ("│", "$text-muted")]


def _name_in_field(seat: Seat, cells: int) -> Piece:
    name = clean_line(seat.name)
    mark = _mark(seat) or " " * (cell_len(name) < cells)
    words = mark + cut_name(name, cells - len(mark))
    return _padded(words, cells), "bold reverse" if seat.lit else ""


def _middle(text: str, inner: int, rows: int) -> list[list[Piece]]:
    """What stands in the middle, in a frame where there are rows for one."""
    edge = ("│", "$text-muted")
    if rows < 3:
        words = _centred(text, inner - 4)
        line = [("├─ ", "$text-muted"), words, (" ─┤", "$text-muted")]
        return [line, *([[edge, (" " * inner, ""), edge]] * (rows - 1))]
    side = inner // 6 if inner > 28 else 1
    wide = inner - 2 * side - 2
    lines = _lines(text, wide - 2, rows - 2)
    top = (rows - 2 - len(lines)) // 2
    blank = " " * side
    drawn = [[edge, (f"{blank}╭{'─' * wide}╮{blank}", "$text-muted"), edge]]
    for row in range(rows - 2):
        is_middle = row == (rows - 2) // 2
        before, after = ("─" * side + "┤", "├" + "─" * side) if is_middle else (f"{blank}│", f"│{blank}")
        words = _centred(lines[row - top], wide) if 0 <= row - top < len(lines) else (" " * wide, "")
        if not text and words[0].strip():
            words = (words[0], "$text-muted")
        ends = ("├", "┤") if is_middle else ("│", "│")
        drawn.append([(ends[0] + before, "$text-muted"), words, (after + ends[1], "$text-muted")])
    drawn.append([edge, (f"{blank}╰{'─' * wide}╯{blank}", "$text-muted"), edge])
    return drawn


def _lines(text: str, width: int, rows: int) -> list[str]:
    """The text in at most so many lines; where nothing stands there, the word for it."""
    if not text:
        return [_("midten")]
    lines = [line for each in text.split("\n") for line in whole_text(clean_line(each), width)]
    return lines if len(lines) <= rows else [*lines[: rows - 1], cut(" ".join(lines[rows - 1 :]), width)]


def _centred(text: str, cells: int) -> Piece:
    words = cut(clean_line(text) or _("midten"), cells)
    before = (cells - cell_len(words)) // 2
    return _padded(" " * before + words, cells), "bold" if text else "$text-muted"


def _padded(words: str, cells: int) -> str:
    shown = cut(words, cells)
    return shown + " " * (cells - cell_len(shown))


# A list


def _list(sheets: Sequence[SheetPicture], width: int, height: int) -> list[list[Piece]]:
    """A line for each group, in as many lines as they take where there are enough."""
    lines: list[list[Piece]] = []
    spare = height - len(sheets)
    for sheet in sheets:
        head = f"{clean_line(sheet.title)}{' ✓' if sheet.through else ''}  "
        room = max(8, width - cell_len(head))
        wrapped = list(whole_text(_names(sheet.seats), room))
        if len(wrapped) - 1 > spare:
            wrapped = [cut(_from_the_lit(sheet.seats), room)]
        spare -= len(wrapped) - 1
        lines.append([(head, "bold $primary"), (wrapped[0] if wrapped else "", "")])
        lines += [[(" " * cell_len(head) + line, "")] for line in wrapped[1:]]
    return lines


def _names(seats: Sequence[Seat]) -> str:
    return " · ".join(f"{_mark(seat)}{clean_line(seat.name)}" for seat in seats)


def _from_the_lit(seats: Sequence[Seat]) -> str:
    """Where there is no room for all names: from the one who has the word."""
    first = next((number for number, seat in enumerate(seats) if seat.lit), 0)
    return ("… " if first else "") + _names(seats[first:])


def _mark(seat: Seat) -> str:
    return "▶" if seat.lit else "✓" if seat.done else "●" if seat.written else ""
