"""A line for every field: mark, colour, number, whole name, cards used; in columns where that is needed."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

from samtale_tui.deck.model import Field
from samtale_tui.tui.widgets.fields_board import MARKER, UNUSED, USED, FieldsBoard
from samtale_tui.tui.widgets.placing import Box
from samtale_tui.tui.widgets.tiles import Look, Tile, TilesBoard
from samtale_tui.tui.widgets.titles import whole, whole_text

MOST_COLUMNS = 4
_LEAST_NAME = 10
_BETWEEN = 2


def name_lines(board: FieldsBoard, index: int, width: int) -> tuple[str, ...]:
    """The whole name of a field, or of what the arrow leads to, in lines of so many cells."""
    if index == board.rim:
        return whole_text(board.deck.wheel.rim, width)
    return whole(board.fields[index], width)


def number_of(board: FieldsBoard, index: int) -> str:
    """A field's number, as wide as the highest one; blank for the arrow."""
    width = len(str(len(board.fields)))
    return " " * width if index == board.rim else str(index + 1).rjust(width)


def count_text(used: int, total: int) -> str:
    """Cards used of all, with a filled dot where the field is touched."""
    return f"{USED if used else UNUSED} {used}/{total}" if total else ""


def _count_cells(board: FieldsBoard, index: int) -> int:
    """Cells that the count of cards takes behind a name, the blank before it included."""
    total = board.counts(index)[1]
    return len(count_text(total, total)) + 1 if total else 0


def draw_line(board: TilesBoard, tile: Tile, row: int, look: Look) -> list[Segment]:
    """A row of a field that is written without a frame: mark, colour, number, name, cards used."""
    index = tile.index or 0
    number = number_of(board, index)
    mark = (MARKER if look.chosen else " ") if row == 0 else " "
    count = count_text(look.used, look.total) if row == 0 else ""
    room = tile.box.width - 4 - len(number) - (len(count) + 1 if count else 0)
    name = set_cell_size(tile.lines[row], room) + (f" {count}" if count else "")
    return [
        board.text(mark, look=look, bold=True),
        board.bar(index, look) if row == 0 or index != board.rim else board.text(" ", look=look),
        board.text(f" {number if row == 0 else ' ' * len(number)} {name}", look=look),
    ]


def line_layout(
    board: FieldsBoard,
    width: int,
    height: int,
    *,
    indexes: Sequence[int],
    headings: Iterable[tuple[int, str]] = (),
) -> tuple[Tile, ...]:
    """One line a field, in as few columns as fit; longer names and scrolling where nothing else helps.

    Args:
        board: whose fields they are.
        width: cells.
        height: cells.
        indexes: of the fields, in order.
        headings: before which index which heading stands, used where there is room for all.
    """
    lead = 4 + len(str(len(board.fields)))
    tail = max((_count_cells(board, index) for index in indexes), default=0)
    longest = max((cell_len(line) for index in indexes for line in name_lines(board, index, 1000)), default=1)
    natural = lead + longest + tail
    before = dict(headings)
    if natural <= width and len(indexes) + len(before) <= height:
        return _column(board, indexes, min(width, max(natural, 24)), 0, longest, before)
    fits = partial(_columns, board, indexes, width, height, lead + tail, longest)
    for may_wrap in (False, True):
        for count in range(1, MOST_COLUMNS + 1):
            if found := fits(count, may_wrap=may_wrap):
                return found
    return _column(board, indexes, min(width, natural), 0, max(1, min(longest, width - lead - tail)), {})


def _columns(
    board: FieldsBoard,
    indexes: Sequence[int],
    width: int,
    height: int,
    around: int,
    longest: int,
    count: int,
    *,
    may_wrap: bool,
) -> tuple[Tile, ...]:
    """The fields in so many columns, or nothing where that does not fit."""
    wide = min((width - (count - 1) * _BETWEEN) // count, around + longest)
    room = wide - around
    if room < (_LEAST_NAME if may_wrap else longest):
        return ()
    high = [len(name_lines(board, index, room)) for index in indexes]
    for limit in range(max(1, -(-sum(high) // count)), height + 1):
        groups: list[list[int]] = [[]]
        filled = 0
        for index, lines in zip(indexes, high, strict=True):
            if filled + lines > limit:
                groups.append([])
                filled = 0
            groups[-1].append(index)
            filled += lines
        if len(groups) <= count and max(high) <= limit:
            return tuple(
                tile
                for column, group in enumerate(groups)
                for tile in _column(board, group, wide, column * (wide + _BETWEEN), room, {})
            )
    return ()


def _column(
    board: FieldsBoard, indexes: Sequence[int], width: int, x: int, room: int, headings: dict[int, str]
) -> tuple[Tile, ...]:
    found: list[Tile] = []
    y = 0
    for index in indexes:
        if index in headings:
            found.append(Tile(None, Box(x, y, width, 1), (headings[index],)))
            y += 1
        lines = name_lines(board, index, room)
        found.append(Tile(index, Box(x, y, width, len(lines)), lines))
        y += len(lines)
    return tuple(found)


def theme_headings(fields: Sequence[Field], titles: Callable[[Field], str]) -> list[tuple[int, str]]:
    """Before which field the title of its theme stands."""
    return [
        (index, titles(field))
        for index, field in enumerate(fields)
        if index == 0 or fields[index - 1].theme != field.theme
    ]
