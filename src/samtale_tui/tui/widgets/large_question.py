"""A question in large letters that changes often, in a holder of one size."""

from textual.geometry import Region
from textual.strip import Strip

from samtale_tui.tui.sinks import plain
from samtale_tui.tui.widgets.large_letters import LargeLetters, Look, pictured


class LargeQuestion(LargeLetters):
    """As high as its holder, higher only where it must be scrolled; what fits is only painted anew."""

    _seen: Look | None = None
    """In what colours it is being painted: asked for once, and not for every row."""

    def ask(self, text: str) -> None:
        """Say this; the rest of the screen is laid out anew only where the height changes."""
        said = plain(text).plain
        if said == self.text:
            return
        before = self._height()
        self.text = said
        self.refresh(layout=before is None or before != self._height())

    def prepare(self, text: str) -> None:
        """Set a text that may be asked next, so that it is there at once."""
        shown, self.text = self.text, plain(text).plain
        setting = self._setting() if self._height() is not None else None
        self.text = shown
        if setting:
            pictured(setting, self.content_size.width, smooth=self._smooth)

    def _height(self) -> int | None:
        """Rows that it takes; none while it is not known what room there is."""
        return max(self.rows_needed(), self._room) if self._room and self.size else None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some of its rows, all in the same colours."""
        self._seen = super()._look()
        try:
            return super().render_lines(crop)
        finally:
            self._seen = None

    def _look(self) -> Look:
        return self._seen or super()._look()
