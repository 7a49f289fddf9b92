"""What this program is measured against: the least that Textual draws with a header, a list of 30 rows and a footer."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Header, Label, ListItem, ListView

ROWS = 30


class BareScreen(Screen[None]):
    """The same once more, to be pushed over the first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield Header()
        yield ListView(*(ListItem(Label(f"Line {number}")) for number in range(1, ROWS + 1)))
        yield Footer()


class BareApp(App[None]):
    """A list and nothing more; ``n`` pushes another one."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit"), Binding("n", "another", "New")]

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield Header()
        yield ListView(*(ListItem(Label(f"Row {number}")) for number in range(1, ROWS + 1)))
        yield Footer()

    def action_another(self) -> None:
        """Another list over this one."""
        self.push_screen(BareScreen())


if __name__ == "__main__":
    BareApp().run()
