"""Who sits where in a fishbowl (S40), as a list: for where there is no room for the picture."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from samtale_tui.basis.language import _, n_
from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.names import cut_name
from samtale_tui.tui.widgets.titles import cut

TALKS, LISTENS = "●", "○"
"""A seat whose turn it is to talk, and one whose turn it is to listen."""
MOST_COLUMN = 20
"""In the list: no column is wider."""


@dataclass(frozen=True)
class Seated:
    """Who sits where, in seating order, and who talks now."""

    inner: tuple[str, ...]
    """Names of those inside."""
    outer: tuple[str, ...]
    """Names of those round them."""
    inner_talks: bool = True
    """Whether it is those inside who talk."""
    outer_talks: bool = False
    """Whether it is those outside."""


class Piece(NamedTuple):
    """Letters on a row."""

    x: int
    text: str
    lit: bool
    """Whether they are set off, as the seat of one who talks."""


def listed(seated: Seated, width: int, height: int) -> list[list[Piece]]:
    """Those inside, then those outside, in columns; what there is no room for is counted."""
    blocks = [
        (_("Inde"), seated.inner, seated.inner_talks),
        (_("Rundt om"), seated.outer, seated.outer_talks),
    ]
    blocks = [block for block in blocks if block[1]]
    longest = max((cell_len(name) for _head, names, _talks in blocks for name in names), default=0)
    columns = max(1, width // min(MOST_COLUMN, longest + 3))
    rows: list[list[Piece]] = []
    for number, (head, names, talks) in enumerate(blocks):
        left = height - len(rows) - 1 - (2 if number + 1 < len(blocks) else 0)
        rows.append([Piece(0, cut(f"{head} · {len(names)}", width), lit=True)])
        rows += _columns(names, columns, width // columns, max(1, left), talks=talks)
        if number + 1 < len(blocks) and len(rows) + 2 + math.ceil(len(blocks[1][1]) / columns) <= height:
            rows.append([])
    return rows[:height]


def _columns(
    names: Sequence[str], columns: int, cells: int, height: int, *, talks: bool
) -> list[list[Piece]]:
    """Names row by row."""
    shown = list(names)
    if len(names) > columns * height:
        shown = [*names[: columns * height - 1]]
    pieces = [(TALKS if talks else LISTENS, name) for name in shown]
    if len(shown) < len(names):
        left = len(names) - len(shown)
        pieces.append(("", n_("og 1 til", "og {n} til", left)))
    rows: list[list[Piece]] = []
    for start in range(0, len(pieces), columns):
        row: list[Piece] = []
        for column, (mark, name) in enumerate(pieces[start : start + columns]):
            x = column * cells
            if mark:
                row.append(Piece(x, mark, talks))
            row.append(Piece(x + 2, cut_name(name, cells - 3), talks))
        rows.append(row)
    return rows
