"""A question with a few answers, over whatever is on."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Static

from samtale_tui.basis.language import _
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain, plain_line


class ChoiceScreen(Dialog[str | None]):
    """Gives the id of the answer; nothing when it is left with Esc. The first answer is the careful one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, title: str, text: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """The box: title, text, answers."""
        with Vertical(classes="dialog") as box:
            box.border_title = plain_line(self._title)
            with VerticalScroll(can_focus=False, classes="dialog-text"):
                yield Static(plain(self._text))
            with Horizontal(classes="dialog-answers"):
                for number, (answer, words) in enumerate(self._answers):
                    yield Button(
                        plain_line(words), id=answer, variant="primary" if number == 0 else "default"
                    )

    def help_rows(self) -> tuple[Row, ...]:
        """How an answer is given."""
        return (
            Row("← →", _("Gå mellem svarene")),
            Row("⏎", _("Vælg det markerede svar")),
        )

    def on_mount(self) -> None:
        """The careful answer is the one that Enter gives."""
        self.query(Button).first().focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """An answer was given."""
        self.dismiss(event.button.id)
