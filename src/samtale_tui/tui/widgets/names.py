"""People's names where there is little room."""

import re

from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.titles import cut

_NUMBERED = re.compile(r"(.+?) (\([0-9]+\))")


def cut_name(name: str, width: int) -> str:
    """A name in at most so many cells; the number that tells two equal ones apart is kept: "Car…(2)"."""
    numbered = _NUMBERED.fullmatch(name)
    if numbered is None or cell_len(name) <= width or width < cell_len(numbered[2]) + 2:
        return cut(name, width)
    return cut(numbered[1], width - cell_len(numbered[2])) + numbered[2]
