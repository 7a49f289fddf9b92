"""The keys that work here, a line each, made from the commands' own declarations."""

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.tui.help_rows import Group, Row
from samtale_tui.tui.screens.dialog import ReadingBox
from samtale_tui.tui.sinks import plain_line, wrapping

KEY_CELLS = 18
"""Cells that the keys stand in."""


class HelpScreen(ReadingBox):
    """Groups of keys, in two columns where there is room. Closed by any of the usual keys."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, "dismiss", show=False) for key in ("question_mark", "f1", "q")
    ]

    def __init__(self, groups: Sequence[Group]) -> None:
        """Make the box.

        Args:
            groups: what it tells; the first stands for itself where there are two columns.
        """
        super().__init__()
        self._groups = tuple(groups)

    def compose(self) -> ComposeResult:
        """The box with its groups, which scrolls where it is long."""
        with VerticalScroll(classes="dialog dialog-help") as box:
            box.border_title = plain_line(_("Taster, der virker her"))
            box.border_subtitle = plain_line(_("↑↓ ruller  ·  Esc lukker"))
            with Container(classes="help-columns"):
                for column in (self._groups[:1], self._groups[1:]):
                    with Vertical():
                        for group in column:
                            yield Static(plain_line(group.title), classes="help-title")
                            yield KeyRows(group.rows)

    def help_groups(self) -> tuple[Group, ...]:
        """None: the help is on already."""
        return ()


class KeyRows(Widget):
    """The rows of a group, drawn as one: a widget for every key would be slow to open."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-rows--key"}

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self._rows = tuple(rows)

    def render(self) -> Table:
        """A column of keys and one of what they do."""
        table = Table.grid(expand=True)
        table.add_column(width=KEY_CELLS, style=self.get_component_rich_style("key-rows--key", partial=True))
        table.add_column(ratio=1)
        for row in self._rows:
            table.add_row(wrapping(row.keys), wrapping(row.help))
        return table
