"""What the boxes of Ramme have in common: whatever is typed is saved as it is typed, and Esc closes them."""

from pathlib import PurePath
from typing import ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, TextArea

from samtale_tui.basis.language import _
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.framing_commands import frame
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.model import Conversation
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.entry import walk
from samtale_tui.tui.widgets.writing import Writing, typed

FORM = "frame"
"""Name under which what cannot be read yet is kept."""


class FrameBox(Dialog[None]):
    """A box with the fields of one part. What cannot be read yet waits as it was written."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "frame_box.tcss"]
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "close", show=False),
    ]

    @property
    def live(self) -> LiveConversation:
        """The conversation that is open."""
        return cast("LiveConversation", self.samtale.live)

    @property
    def value(self) -> Conversation:
        """The conversation as it is now."""
        return self.live.value

    # What a box must say of itself

    def title_words(self) -> str:
        """The head of the box."""
        raise NotImplementedError

    def fields(self) -> ComposeResult:
        """What is in it."""
        raise NotImplementedError

    def take(self, name: str, text: str) -> None:
        """A field was written in: its id, and what stands there now."""

    def closing(self) -> None:
        """The box is about to be closed."""

    # What they share

    def compose(self) -> ComposeResult:
        """Fields in a frame that says how to leave it."""
        with VerticalScroll(classes="dialog dialog-frame", can_focus=False) as box:
            box.border_title = plain_line(self.title_words())
            box.border_subtitle = plain_line(_("Esc lukker, alt er gemt"))
            yield from self.fields()

    def on_mount(self) -> None:
        """Ready to write, at the end of what stands there."""
        self.focus_next()
        if isinstance(self.focused, Writing):
            self.focused.move_cursor(self.focused.document.end)

    def keep(self, part: str, value: object, *, label: str) -> None:
        """One part of the frame as it is now; all that is written in one stay is one step of undo."""
        if not self.live.read_only:
            self.live.apply(frame, part, value, label=label, stay=f"{FORM}/{part}")

    def waiting(self, name: str, otherwise: str) -> str:
        """What stands in a field from the start: what could not be read, else what is kept."""
        return self.value.drafts.get(f"{FORM}/{name}", otherwise)

    def let_wait(self, name: str, text: str) -> None:
        """Keep what cannot be read; nothing where it could be."""
        if not self.live.read_only:
            self.live.apply(do.draft, f"{FORM}/{name}", text, undoable=False)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _taken(self, event: Input.Changed | TextArea.Changed) -> None:
        self.take(*typed(event))

    @on(Input.Submitted)
    def _next_field(self) -> None:
        """The last field keeps the keys: what stands there may have to be mended."""
        if self.focused is not self.focus_chain[-1]:
            self.focus_next()

    def on_descendant_blur(self) -> None:
        """What is written in the next field is another step."""
        self.live.end_stay()

    @on(Writing.Submitted)
    def action_close(self) -> None:
        """All is saved; back to Ramme."""
        if self.is_current:
            self.closing()
            self.live.end_stay()
            self.dismiss()

    async def on_key(self, event: events.Key) -> None:
        """Up and down go between the fields where they mean nothing else."""
        walk(self, event)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box leaves it as Esc does."""
        if event.widget is self:
            self.action_close()
