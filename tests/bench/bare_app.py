"""What this program is measured against: the least that Textual draws with a header, a list of 30 rows and a footer."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Header, Label, ListItem, ListView

ROWS = 30


class BareApp(App[None]):
    """A list and nothing more."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield Header()
        yield ListView(*(ListItem(Label(f"Row {number}")) for number in range(1, ROWS + 1)))
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
