"""The ground rules, large enough to be read from the back row (S24)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.tui.screens.dialog import ReadingBox
from samtale_tui.tui.sinks import plain, plain_line


class RulesScreen(ReadingBox):
    """A list of sentences; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key, "dismiss", show=False) for key in ("s", "space")]

    def __init__(self, title: str, rules: tuple[str, ...]) -> None:
        super().__init__()
        self._title = title
        self._rules = rules

    def compose(self) -> ComposeResult:
        """The box with its sentences."""
        with VerticalScroll(classes="dialog dialog-rules") as box:
            box.border_title = plain_line(self._title)
            box.border_subtitle = plain_line(_("Esc lukker"))
            with Grid(classes="rules-grid"):
                for number, rule in enumerate(self._rules, 1):
                    yield Static(str(number), classes="rule")
                    yield Static(plain(rule), classes="rule")
            if not self._rules:
                yield Static(plain(_("I har ingen spilleregler endnu.")), classes="rule")
