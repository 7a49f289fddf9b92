"""The only ways for text from decks, people and files to reach the screen. None of them reads markup.

Textual takes ``[…]`` for markup in almost every place that takes a ``str``. Each kind of place has its helper
here, found by trying each with hostile text on 8.2.8.
"""

from typing import TYPE_CHECKING, Literal

from rich.text import Text
from textual.content import Content

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.text import clean, clean_line, shorten

if TYPE_CHECKING:
    from textual.app import App

MOST_SHOWN = 4000
"""Letters that one place on the screen is given; the file keeps them all."""

Severity = Literal["information", "warning", "error"]


def plain(text: str) -> Content:
    """For Static, Label, Button, Option, border titles and tooltips."""
    return Content(shorten(clean(text), MOST_SHOWN))


def plain_line(text: str) -> Content:
    """As ``plain``, on one line."""
    return Content(shorten(clean_line(text), MOST_SHOWN))


def cell(text: str) -> Text:
    """For a cell of a DataTable."""
    return Text(shorten(clean_line(text), MOST_SHOWN), no_wrap=True, overflow="ellipsis")


def searchable(text: str) -> Text:
    """For an option of a Select, which is typed to; it finds nothing in a ``Content``."""
    return cell(text)


def wrapping(text: str) -> Text:
    """For a cell of a rich Table, in which it may take several lines."""
    return Text(shorten(clean_line(text), MOST_SHOWN))


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
        shorten(clean(text), 400),
        title=shorten(clean_line(title), 80),
        severity=severity,
        timeout=seconds,
        markup=False,
    )


def say_error(app: "App[object] | App[None]", error: SamtaleError) -> None:
    """What did not succeed and why, for long enough to be read."""
    say(app, str(error), title=error.title, severity="error", seconds=15)
