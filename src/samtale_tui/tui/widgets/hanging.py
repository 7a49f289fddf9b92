"""A list's words set so that the lines of one entry stand below each other."""

from collections.abc import Sequence

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


def airy(lines: Sequence[tuple[str, Content]], height: int) -> list[tuple[str, Content]]:
    """The lines of a list with an empty one after each, where so many cells of height hold them all."""
    needed = sum(words.plain.count("\n") + 2 for _id, words in lines)
    return [(id_, words + "\n") for id_, words in lines] if needed <= height else list(lines)
