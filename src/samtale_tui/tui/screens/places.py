"""Where a parked matter belongs, chosen from a short list."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.conversation.aside import Belongs
from samtale_tui.conversation.aside_words import belongs_explained, belongs_title
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line


class PlacesScreen(Dialog[Belongs | None]):
    """Gives the place; nothing when it is left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, belongs: Belongs) -> None:
        """Make the box, with the place where it belongs now marked."""
        super().__init__()
        self._belongs = belongs

    def compose(self) -> ComposeResult:
        """The places, each with what becomes of a matter there."""
        with Vertical(classes="dialog dialog-places") as box:
            box.border_title = plain_line(_("Hvor hører det til?"))
            yield OptionList(
                *(
                    Option(
                        Content.assemble(
                            (belongs_title(each), "bold"), "\n", (belongs_explained(each), "$text-muted")
                        ),
                        id=each.value,
                    )
                    for each in Belongs
                ),
                markup=False,
            )
            yield Static(plain_line(_("⏎ vælg  ·  Esc lad det være")), classes="dialog-hint")

    def on_mount(self) -> None:
        """Where it belongs now is marked."""
        places = self.query_one(OptionList)
        places.highlighted = places.get_option_index(self._belongs.value)
        places.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(next(each for each in Belongs if each == event.option_id))
