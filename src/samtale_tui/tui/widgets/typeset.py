"""A document as it will be read: its Markdown set in headings, lists and a table. Loaded with Finish alone.

The words in it are escaped (``documents.markdown_text``), so that none of them can be a link or a style.
"""

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown
from rich.style import Style
from rich.theme import Theme

MOST_LETTERS = 12_000
"""Of a document that are set; at the end of a line the rest is left out. The file has all of it."""

_STYLES = Theme(
    {
        "markdown.h1": Style(bold=True, underline=True),
        "markdown.h2": Style(bold=True, underline=True),
        "markdown.h3": Style(bold=True),
        "markdown.list": Style(),
        "markdown.table.border": Style(),
        "markdown.table.header": Style(bold=True),
    }
)
"""Weights and lines only: the colours are those of the screen, in every theme and with none."""


class _Heading(Heading):
    """A heading at the left, as all else."""

    LEVEL_ALIGN = dict.fromkeys(Heading.LEVEL_ALIGN, "left")


class Typeset(Markdown):
    """Markdown for a Static."""

    elements = {**Markdown.elements, "heading_open": _Heading}

    def __init__(self, text: str) -> None:
        if len(text) > MOST_LETTERS:
            text = text[:MOST_LETTERS].rpartition("\n")[0] + "\n\n…\n"
        super().__init__(text, hyperlinks=False)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What is painted."""
        with console.use_theme(_STYLES):
            yield from super().__rich_console__(console, options)
