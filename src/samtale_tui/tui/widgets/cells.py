"""How many cells a terminal shows a text in. What measures that is loaded only for letters that need it."""

import re
from functools import lru_cache

_ONE_CELL_EACH = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff–—‘’“”…]*")
"""Letters of which each takes one cell, in all fonts that a terminal can have."""


@lru_cache(maxsize=4096)
def cell_len(text: str) -> int:
    """The cells that a line of text takes: two for a Chinese sign or an emoji."""
    if _ONE_CELL_EACH.fullmatch(text):
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)


def split_graphemes(text: str) -> list[tuple[int, int, int]]:
    """What a line of text shows sign by sign: where each begins, where it ends, and its cells."""
    if _ONE_CELL_EACH.fullmatch(text):
        return [(at, at + 1, 1) for at in range(len(text))]
    from rich.cells import split_graphemes as split

    return split(text)[0]
