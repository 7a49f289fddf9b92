"""A box to tick. Textual's own shows the same X in another colour; here an empty box is empty."""

from textual.content import ContentText
from textual.widgets import Checkbox


class Tick(Checkbox):
    """Shows [✓] or [ ]."""

    BUTTON_LEFT = ""
    BUTTON_RIGHT = ""

    def __init__(self, label: ContentText, value: bool = False, *, id: str | None = None) -> None:
        self.BUTTON_INNER = _mark(on=value)
        super().__init__(label, value, id=id, compact=True)

    def watch_value(self) -> None:
        """The mark follows the value."""
        self.BUTTON_INNER = _mark(on=self.value)
        super().watch_value()
        self.refresh()


def _mark(*, on: bool) -> str:
    return "[✓]" if on else "[ ]"
