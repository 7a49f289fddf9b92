"""A calm screen while the talk rests: one word, every clock stopped, nothing to read for the room."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.tui.help_rows import Group
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.large_letters import LargeWords

STILL_WORK = ("ctrl+q", "f2")
"""Keys that do here what they do everywhere."""


class TimeOutScreen(Dialog[None]):
    """Covers what is on; any key or click uncovers it. The clocks stand still until they are set going."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def help_groups(self) -> tuple[Group, ...]:
        """None: nothing lies over this."""
        return ()

    def compose(self) -> ComposeResult:
        """The word, and how to go on."""
        with Vertical(id="time-out"):
            yield LargeWords(_("Time-out"))
            yield Static(plain_line(_("Tryk på en tast, når I er klar igen.")), id="time-out-hint")

    def on_key(self, event: events.Key) -> None:
        """Any key goes back, and does nothing else."""
        if event.key not in STILL_WORK:
            event.stop()
            event.prevent_default()
            self.dismiss()

    def on_click(self) -> None:
        """A click goes back, too."""
        self.dismiss()
