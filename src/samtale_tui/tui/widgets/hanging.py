"""A list's words set so that the lines of one entry stand below each other."""

from textual.content import Content

from samtale_tui.basis.text import shorten

MOST_LETTERS = 240
"""Letters of one entry that a list shows; opened, it shows them all."""


def hanging(before: Content, words: str, cells: int, *, style: str = "") -> Content:
    """Words after something that stands before them, every line of them as far in.

    Args:
        before: stands on the first line.
        words: of one line, cleaned; long ones are cut.
        cells: how wide it may be.
        style: of the words.
    """
    indent = before.cell_length
    lines = Content.styled(shorten(words, MOST_LETTERS), style).wrap(max(8, cells - indent))
    first, *rest = lines or [Content("")]
    return Content("\n").join([before + first, *(Content(" " * indent) + line for line in rest)])
