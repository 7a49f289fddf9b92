"""A line of the settings: its name, its field, and below it how the field was read or what is wrong."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Label, Static

from samtale_tui.tui.sinks import plain_line


class Setting(Vertical):
    """Name, field, words."""

    DEFAULT_CSS = """
    Setting { height: auto; }
    Setting Horizontal { height: auto; }
    Setting Label { width: 24; color: $text-muted; }
    Setting .told { height: auto; padding-left: 24; color: $text-muted; }
    Setting .told.-wrong { color: $text-warning; text-style: bold; }
    """

    def __init__(self, name: str, field: Widget) -> None:
        """Make the line.

        Args:
            name: what is set.
            field: where it is set.
        """
        super().__init__()
        self._label = name
        self._field = field

    def compose(self) -> ComposeResult:
        """Name, field, words."""
        with Horizontal():
            yield Label(plain_line(self._label))
            yield self._field
        yield Static(classes="told", markup=False)

    def on_mount(self) -> None:
        """Nothing to say at first."""
        self.tell("")

    @staticmethod
    def of(field: Widget) -> "Setting":
        """The line that a field stands in."""
        return next(each for each in field.ancestors if isinstance(each, Setting))

    def tell(self, words: str) -> None:
        """Say how the field was read."""
        self._say(words, wrong=False)

    def complain(self, words: str) -> None:
        """Say what is wrong; what was set before still holds."""
        self._say(words, wrong=True)

    def _say(self, words: str, *, wrong: bool) -> None:
        told = self.query_one(".told", Static)
        told.update(plain_line(words))
        told.set_class(wrong, "-wrong")
        told.display = bool(words)
