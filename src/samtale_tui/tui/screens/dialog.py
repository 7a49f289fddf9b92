"""What every box over a screen has in common: the keys that work whatever is on."""

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A box over a screen. Textual cuts it off from the app's keys; these are the ones it needs."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "app.quit", show=False, priority=True),
        Binding("f2", "app.theme", show=False),
    ]

    @property
    def samtale(self) -> "SamtaleApp":
        """The app, as what it is."""
        return cast("SamtaleApp", self.app)


class ReadingBox(Dialog[None]):
    """A box with something to read. An agreement (S25) and a time-out are one key away even here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "dismiss", show=False),
        Binding("a", "under('agree')", show=False),
        Binding("o,full_stop", "under('time_out')", show=False),
    ]

    def action_under(self, command: str) -> None:
        """Close the box, and let the screen under it carry a command out."""
        from samtale_tui.tui.screens.base import ConversationScreen

        under = self.app.screen_stack[-2]
        self.dismiss()
        if isinstance(under, ConversationScreen):
            under.call_later(under.run_action, command)
