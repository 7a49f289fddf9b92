"""A field to write prose in, with the manners of this program."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, TextArea

from samtale_tui.basis.text import MOST_TYPED, clean
from samtale_tui.tui.widgets.entry import too_much
from samtale_tui.tui.widgets.typed_in import TypedIn


def typed(event: Input.Changed | TextArea.Changed) -> tuple[str, str]:
    """The id of the field that was written in, and what stands there now."""
    if isinstance(event, Input.Changed):
        return event.input.id or "", event.value
    return event.text_area.id or "", event.text_area.text


class Writing(TextArea, TypedIn):
    """A text area: pasted text is cleaned, too much of it is refused whole, Tab goes on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    _is_left = False
    """Whether Esc was pressed since it got the keys, so that what comes at its heels is no text."""

    @dataclass
    class Submitted(Message):
        """Enter was pressed where Enter means done."""

        text: str
        """What stands in the field."""

    def __init__(
        self, text: str = "", *, placeholder: str = "", enter_submits: bool = False, id: str | None = None
    ) -> None:
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            placeholder=placeholder,
            id=id,
            highlight_cursor_line=False,
            compact=True,
        )
        self._enter_submits = enter_submits

    # Textual hands key and paste on to TextArea's own handlers, unless they are prevented here.

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            self._is_left = True
        elif self._is_left:
            event.prevent_default()
        elif event.key == "enter" and self._enter_submits:
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self.text))
        elif event.is_printable and len(self.text) >= MOST_TYPED:
            event.stop()
            event.prevent_default()
            too_much(self.app, MOST_TYPED)

    def _on_focus(self, event: events.Focus) -> None:
        self._is_left = False

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)
        if len(self.text) + len(event.text) > MOST_TYPED:
            event.stop()
            event.prevent_default()
            too_much(self.app, MOST_TYPED)
