"""The keys that work here, a line each, made from the commands' own declarations."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.tui.commands import Command, commands_in
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line


def help_lines(commands: tuple[Command, ...]) -> Content:
    """Key, name and what it does, in columns."""
    keys = max(len(command.shown_keys) for command in commands)
    names = max(len(command.danish) for command in commands)
    return Content("\n").join(
        Content.assemble(
            (command.shown_keys.ljust(keys + 2), "bold $primary"),
            command.danish.ljust(names + 2),
            (command.help, "$text-muted"),
        )
        for command in commands
    )


class HelpScreen(Dialog[None]):
    """Closed by any of the usual keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, "dismiss", show=False) for key in ("escape", "enter", "question_mark", "f1", "q")
    ]

    def __init__(self, context: str) -> None:
        super().__init__()
        self._shown_context = context

    def compose(self) -> ComposeResult:
        """The box with its table, which scrolls where it is long."""
        with VerticalScroll(classes="dialog dialog-help") as box:
            box.border_title = plain_line(_("Taster, der virker her"))
            box.border_subtitle = plain_line(_("Esc lukker"))
            yield Static(help_lines(commands_in(self._shown_context)))
