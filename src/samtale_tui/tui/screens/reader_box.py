"""A box with something longer to read, over any screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.documents.outline import Block
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.reader import Reader


class ReaderBox(Dialog[str | None]):
    """Gives the name of what is to be done next; nothing when it is only closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "dismiss", show=False),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, title: str, blocks: Sequence[Block], hint: str = "") -> None:
        """Make the box.

        Args:
            title: of the box.
            blocks: what is read.
            hint: the keys that work, if there are others than those that close it.
        """
        super().__init__()
        self._title = title
        self._blocks = tuple(blocks)
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The box: what is read, and the keys."""
        with Vertical(classes="dialog dialog-reader"):
            yield Reader(id="box-reader")
            yield Static(id="box-hint", classes="dialog-hint", markup=False)

    def help_rows(self) -> tuple[Row, ...]:
        """How one reads on."""
        return (Row("↑ ↓", _("Læs videre, hvor der er mere")),)

    def on_mount(self) -> None:
        """Show it."""
        self.show(self._title, self._blocks)
        self.query_one("#box-hint", Static).update(plain_line(self._hint or _("Esc lukker")))
        self.query_one(Reader).focus()

    def show(self, title: str, blocks: Sequence[Block]) -> None:
        """Something else to read."""
        self.query_one(".dialog").border_title = plain_line(title)
        self.query_one(Reader).read(tuple(blocks))

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.dismiss(None)
