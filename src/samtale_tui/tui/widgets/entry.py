"""A field of one line, with the manners of this program."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.suggester import Suggester
from textual.widgets import Button, Input

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.tick import Tick
from samtale_tui.tui.widgets.typed_in import TypedIn

MOST_LETTERS = 500
"""Letters that a line takes; more is refused whole, and what stood there stands there still."""


def too_much(app: "App[object]", most: int) -> None:
    """Say that a field takes no more than so many letters, and has refused the rest."""
    words = _("Feltet tager højst {n} tegn. Det, der stod, står der endnu.")
    say(app, words.format(n=most), severity="warning")


def walk(screen: "Screen[Any]", event: events.Key) -> None:
    """Up and down go between the fields where they mean nothing else."""
    if event.key in ("up", "down") and isinstance(screen.focused, Input | Button | Tick):
        event.stop()
        (screen.focus_next if event.key == "down" else screen.focus_previous)()


class OneOf(Suggester):
    """Proposes the one name that what is typed can be the beginning of."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(use_cache=False)
        self._names = tuple(names)

    async def get_suggestion(self, value: str) -> str | None:
        """The name; none where several begin so, or where it is a whole name already."""
        found = [name for name in self._names if name.casefold().startswith(value)]
        is_whole = any(name.casefold() == value for name in found)
        return found[0] if len(found) == 1 and not is_whole else None


class Entry(Input, TypedIn):
    """An Input: pasted text is cleaned, too much of it is refused and told of, not cut."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    def __init__(
        self,
        value: str = "",
        *,
        id: str | None = None,
        placeholder: str = "",
        restrict: str | None = None,
        most: int = MOST_LETTERS,
        suggester: Suggester | None = None,
        goes_on: bool = False,
    ) -> None:
        """Make the field.

        Args:
            value: what stands there from the start.
            id: Textual's id.
            placeholder: what the empty field says.
            restrict: a pattern that the whole text must match.
            most: letters that it takes.
            suggester: proposes how the text may go on.
            goes_on: what stands there is gone on with, and not written over by the first letter.
        """
        self._most = most
        super().__init__(
            clean_line(value)[:most],
            id=id,
            placeholder=placeholder,
            restrict=restrict,
            max_length=most,
            suggester=suggester,
            select_on_focus=not goes_on,
            compact=True,
        )

    # Textual hands key and paste on to Input's own handlers, unless they are prevented here.

    async def _on_key(self, event: events.Key) -> None:
        """Tab and Enter take what is proposed, before they go on to the next field."""
        if event.key in ("tab", "enter") and self.cursor_position == len(self.value):
            self.action_cursor_right()

    def _on_paste(self, event: events.Paste) -> None:
        event.text = clean_line(event.text)
        if len(self.value) + len(event.text) > self._most:
            too_much(self.app, self._most)
            event.stop()
            event.prevent_default()


class SearchField(Entry):
    """An Entry that something is looked for by at every letter, so that a letter lays nothing out anew."""

    virtual_size = Reactive(Size(0, 0))
    sought: Callable[[], None] | None = None
    """Called at every letter. No message, which would come a frame late: what is found is painted together
    with the letter."""

    def watch_value(self) -> None:
        """Something else is looked for."""
        if self.sought:
            self.sought()
