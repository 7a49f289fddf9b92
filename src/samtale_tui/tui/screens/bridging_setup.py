"""Who begins a structured dialogue: whoever likes, or one who is named (S38)."""

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.method.bridging import Bridging, name_opener
from samtale_tui.method.run import Run
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.set_up import SetUpBox
from samtale_tui.tui.sinks import plain_line


class BridgingSetupBox(SetUpBox):
    """A list; Enter chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, run: Bridging) -> None:
        """Make the box for a dialogue that has not begun."""
        super().__init__()
        self._run = run

    @property
    def chosen(self) -> Run:
        """The dialogue as it is to be."""
        return self._run

    def compose(self) -> ComposeResult:
        """A free beginning, and everyone who is there."""
        names = cast("LiveConversation", self.samtale.live).value.names_in(self._run)
        with Vertical(classes="dialog") as box:
            box.border_title = plain_line(_("Hvem begynder?"))
            free = Option(plain_line(_("Den, der har lyst")))
            people = (Option(plain_line(names.get(person, person))) for person in self._run.people)
            yield OptionList(free, *people, id="opener", markup=False)
            yield Static(plain_line(_("⏎ vælg  ·  Esc lad det være")), classes="dialog-hint")

    def help_rows(self) -> tuple[Row, ...]:
        """How one is chosen."""
        return (Row("⏎", _("Lad den markerede begynde")),)

    def on_mount(self) -> None:
        """The one who is to begin now is marked."""
        openers = self.query_one("#opener", OptionList)
        opener, people = self._run.opener, self._run.people
        openers.highlighted = people.index(opener) + 1 if opener in people else 0
        openers.focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        place = event.option_index
        self._run = name_opener(self._run, self._run.people[place - 1] if place else None)
        self.dismiss(True)
