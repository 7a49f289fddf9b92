"""A line that stays until what it says is mended: the file cannot be saved, or someone else has it open."""

from textual.widgets import Static

from samtale_tui.tui.sinks import plain_line


class Notice(Static):
    """Shown while it has something to say; it never goes away by itself."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 3; padding: 0 1; display: none;
             background: $warning-muted; color: $text-warning; }
    Notice.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._text = ""

    def show(self, text: str) -> None:
        """Say this; nothing hides the line."""
        if text == self._text:
            return
        self._text = text
        self.update(plain_line(text))
        self.set_class(bool(text), "-shown")
