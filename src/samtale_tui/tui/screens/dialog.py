"""What every box over a screen has in common: the keys that work whatever is on."""

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from samtale_tui.basis.language import _
from samtale_tui.tui.commands import command
from samtale_tui.tui.help_rows import Group, Row, groups_over_a_screen, row_of
from samtale_tui.tui.screens.dismissing import Answer, DismissedOnce
from samtale_tui.tui.screens.in_sight import keep_in_sight

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp


class Dialog(ModalScreen[Answer], DismissedOnce[Answer]):
    """A box over a screen. Textual cuts it off from the app's keys; these are the ones it needs."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "app.quit", show=False, priority=True),
        Binding("f1", "app.help", show=False),
        Binding("f2", "app.theme", show=False),
    ]

    @property
    def samtale(self) -> "SamtaleApp":
        """The app, as what it is."""
        return cast("SamtaleApp", self.app)

    def on_resize(self) -> None:
        """Another size: what is written in, or marked in a list, stays in sight."""
        self.call_after_refresh(keep_in_sight, self)

    def help_groups(self) -> tuple[Group, ...]:
        """What F1 tells here; nothing where there is nothing to tell."""
        return groups_over_a_screen((*self.help_rows(), Row("Esc", _("Luk boksen; intet går tabt"))))

    def help_rows(self) -> tuple[Row, ...]:
        """The box's own keys, but the one that closes it."""
        return (Row("Tab", _("Gå til det næste felt; Shift+Tab går tilbage")),)


class ReadingBox(Dialog[None]):
    """A box with something to read. Agreeing (S25), parking (S8) and a time-out are one key away here too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "dismiss", show=False),
        Binding("a", "under('agree')", show=False),
        Binding("k", "under('park')", show=False),
        Binding("o,full_stop", "under('time_out')", show=False),
    ]

    def help_rows(self) -> tuple[Row, ...]:
        """What works in spite of the box."""
        return (
            Row("↑ ↓", _("Læs videre, hvor der er mere")),
            *map(row_of, map(command, ("agree", "park", "time_out"))),
        )

    def action_under(self, command: str) -> None:
        """Close the box, and let the screen under it carry a command out."""
        from samtale_tui.tui.screens.base import ConversationScreen

        under = self.app.screen_stack[-2]
        self.dismiss()
        if isinstance(under, ConversationScreen):
            under.call_later(under.run_action, command)
