"""A field of a form: its name above it, and below it what is wrong with what is written there."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Label, Static

from samtale_tui.tui.sinks import plain_line


class FormField(Vertical):
    """Name, field, words."""

    DEFAULT_CSS = """
    FormField { height: auto; }
    FormField > Label { color: $text-muted; }
    FormField > .form-field-words { height: auto; color: $text-warning; text-style: bold; }
    """

    def __init__(self, name: str, field: Widget) -> None:
        """Make it.

        Args:
            name: what is written there.
            field: where it is written.
        """
        super().__init__()
        self._label = name
        self.field = field
        """Where it is written."""

    def compose(self) -> ComposeResult:
        """Name, field, words."""
        yield Label(plain_line(self._label))
        yield self.field
        yield Static(classes="form-field-words", markup=False)

    def on_mount(self) -> None:
        """Nothing is wrong at first."""
        self.complain("")

    def complain(self, words: str) -> None:
        """Say what is wrong; nothing where nothing is."""
        said = self.query_one(".form-field-words", Static)
        said.update(plain_line(words))
        said.display = bool(words)
