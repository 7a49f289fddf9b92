"""The only ways for text from decks, people and files to reach the screen. None of them reads markup.

Textual takes ``[…]`` for markup in almost every place that takes a ``str``. Each kind of place has its helper
here, found by trying each with hostile text on 8.2.8.
"""

from typing import TYPE_CHECKING, Literal

from rich.text import Text
from textual.content import Content

from samtale_tui.basis.text import clean, clean_line

if TYPE_CHECKING:
    from textual.app import App

MOST_SHOWN = 4000
"""Letters that one place on the screen is given; the file keeps them all."""

Severity = Literal["information", "warning", "error"]


def plain(text: str, style: str = "") -> Content:
    """For Static, Label, Button, Option, border titles and tooltips."""
    return Content.styled(_short(clean(text)), style) if style else Content(_short(clean(text)))


def plain_line(text: str, style: str = "") -> Content:
    """As ``plain``, on one line."""
    line = _short(clean_line(text))
    return Content.styled(line, style) if style else Content(line)


def cell(text: str, style: str = "") -> Text:
    """For a cell of a DataTable."""
    return Text(_short(clean_line(text)), style=style, no_wrap=True, overflow="ellipsis")


def say(
    app: "App[object] | App[None]",
    text: str,
    *,
    title: str = "",
    severity: Severity = "information",
    seconds: float = 4.0,
) -> None:
    """A notification in place of the one before; long text is cut, for it is only a hint."""
    app.clear_notifications()
    app.notify(
        _short(clean(text), 400),
        title=_short(clean_line(title), 80),
        severity=severity,
        timeout=seconds,
        markup=False,
    )


def _short(text: str, most: int = MOST_SHOWN) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
