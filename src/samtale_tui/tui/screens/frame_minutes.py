"""Another time for the whole of a method, while it runs."""

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from samtale_tui.basis.language import _
from samtale_tui.basis.limits import LEAST_FRAME_MINUTES, MOST_FRAME_MINUTES
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.round_commands import in_round
from samtale_tui.method.run import set_frame
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.entry import Entry


class FrameMinutesBox(Dialog[None]):
    """One field; Enter keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("ctrl+s", "keep", show=False),
    ]

    def __init__(self, round_id: str) -> None:
        """Make the box for this round."""
        super().__init__()
        self._round_id = round_id

    @property
    def _live(self) -> LiveConversation:
        return cast("LiveConversation", self.samtale.live)

    def compose(self) -> ComposeResult:
        """The minutes as they are now."""
        each = self._live.value.round_by_id(self._round_id)
        minutes = str(round(each.state.frame_seconds / 60)) if each else ""
        with Vertical(classes="dialog") as box:
            box.border_title = plain_line(_("Indstil tiden"))
            yield Label(plain_line(_("Det hele, i minutter")))
            yield Entry(minutes, id="frame", most=3, restrict=r"[0-9]*")
            yield Static(plain_line(_("⏎ gem  ·  Esc lad det være")), id="frame-words", classes="dialog-hint")

    def help_rows(self) -> tuple[Row, ...]:
        """How it is kept."""
        return (Row("⏎ / Ctrl+S", _("Gem tiden")),)

    def on_mount(self) -> None:
        """Ready to write."""
        self.query_one(Entry).focus()

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep the minutes; where they cannot be read, say so."""
        text = self.query_one(Entry).value.strip()
        if not text.isdecimal() or not LEAST_FRAME_MINUTES <= int(text) <= MOST_FRAME_MINUTES:
            words = _("Skriv hele minutter, 1 til {n}.").format(n=MOST_FRAME_MINUTES)
            self.query_one("#frame-words", Static).update(plain_line(words))
            return
        seconds = int(text) * 60.0
        self._live.apply(
            in_round,
            self._round_id,
            self._live.now(),
            lambda state: set_frame(state, seconds),
            label=_("tiden indstillet"),
        )
        self.dismiss()
