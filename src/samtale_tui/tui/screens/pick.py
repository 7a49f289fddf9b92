"""One of a few things, chosen from a list in a box."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line


class PickBox(Dialog[str | None]):
    """Gives the id of what is chosen; nothing when it is left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], marked: str = "") -> None:
        """Make the box.

        Args:
            title: of the box.
            choices: id and words of each.
            marked: id of the one that is marked; the first where there is none of that id.
        """
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._marked = marked

    def compose(self) -> ComposeResult:
        """The choices, and the keys."""
        with Vertical(classes="dialog dialog-places") as box:
            box.border_title = plain_line(self._title)
            yield OptionList(
                *(Option(plain_line(words), id=id_) for id_, words in self._choices), markup=False
            )
            yield Static(plain_line(_("⏎ vælg  ·  Esc lad det være")), classes="dialog-hint")

    def help_rows(self) -> tuple[Row, ...]:
        """How something is chosen."""
        return (Row("⏎", _("Vælg det markerede")),)

    def on_mount(self) -> None:
        """One of them is marked."""
        choices = self.query_one(OptionList)
        ids = [id_ for id_, _words in self._choices]
        choices.highlighted = ids.index(self._marked) if self._marked in ids else 0
        choices.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.dismiss(None)
