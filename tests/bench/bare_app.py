"""What this program is measured against: the least that Textual draws with a header, a list of 30 rows and a footer."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Header, Label, ListItem, ListView

ROWS = 30


def parts() -> ComposeResult:
    """The three parts."""
    yield Header()
    yield ListView(*(ListItem(Label(f"Row {number}")) for number in range(1, ROWS + 1)))
    yield Footer()


class BareScreen(Screen[None]):
    """The list once more, on a screen of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("b", "dismiss", "Back")]

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield from parts()


class BareApp(App[None]):
    """A list and nothing more."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit"), Binding("p", "push", "Push")]

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield from parts()

    def action_push(self) -> None:
        """Open a screen."""
        self.push_screen(BareScreen())


if __name__ == "__main__":
    BareApp().run()
