"""A box in which a person writes; apart from the other boxes, as a field for prose takes long to load."""

from textual import events

from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.screens.dismissing import Answer
from samtale_tui.tui.widgets.writing import Writing


class WritingBox(Dialog[Answer]):
    """A box with one field to write in."""

    def begin_writing(self) -> None:
        """Ready to write at the end of what stands there."""
        field = self.query_one(Writing)
        field.focus()
        field.move_cursor(field.document.end)

    def on_key(self, event: events.Key) -> None:
        """What was typed at the heels of the key that opened the box, before the field had the keys."""
        if event.is_printable and event.character:
            self.query_one(Writing).insert(event.character)
