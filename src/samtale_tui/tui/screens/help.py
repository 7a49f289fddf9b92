"""The keys that work here, a line each, made from the commands' own declarations."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.tui.commands import commands_in
from samtale_tui.tui.screens.dialog import ReadingBox
from samtale_tui.tui.sinks import plain_line


class HelpScreen(ReadingBox):
    """Closed by any of the usual keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, "dismiss", show=False) for key in ("question_mark", "f1", "q")
    ]

    def __init__(self, context: str) -> None:
        super().__init__()
        self._shown_context = context

    def compose(self) -> ComposeResult:
        """The box with its table, which scrolls where it is long."""
        with VerticalScroll(classes="dialog dialog-help") as box:
            box.border_title = plain_line(_("Taster, der virker her"))
            box.border_subtitle = plain_line(_("↑↓ ruller  ·  Esc lukker"))
            with Grid(classes="help-grid"):
                for command in commands_in(self._shown_context):
                    yield Static(plain_line(command.shown_keys), classes="help-key")
                    yield Static(
                        Content.assemble((command.name, "bold"), "  ", (command.help_line, "$text-muted"))
                    )
