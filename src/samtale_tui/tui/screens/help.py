"""The keys that work here, a line each, made from the commands' own declarations."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Grid, Vertical, VerticalScroll
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.tui.help_rows import Group
from samtale_tui.tui.screens.dialog import ReadingBox
from samtale_tui.tui.sinks import plain_line


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
                            yield from _group(group)

    def help_groups(self) -> tuple[Group, ...]:
        """None: the help is on already."""
        return ()


def _group(group: Group) -> ComposeResult:
    yield Static(plain_line(group.title), classes="help-title")
    with Grid(classes="help-grid"):
        for row in group.rows:
            yield Static(plain_line(row.keys), classes="help-key")
            yield Static(plain_line(row.help))
