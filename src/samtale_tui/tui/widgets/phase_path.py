"""The phases of a method in a row, the one that is on lit."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from samtale_tui.basis.text import clean_line


class PhasePath(Static):
    """One line; ``show`` repaints only what is new."""

    DEFAULT_CSS = "PhasePath { height: 1; text-align: center; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[tuple[str, ...], int] = ((), 0)

    def show(self, titles: Sequence[str], on: int) -> None:
        """Show these phases, and which of them is on."""
        if (tuple(titles), on) != self._shown:
            self._shown = (tuple(titles), on)
            parts: list[tuple[str, str]] = []
            for place, title in enumerate(titles):
                style = "bold $primary" if place == on else "$text-muted"
                parts += [(" ▸ ", "$text-muted"), (clean_line(title), style)]
            self.update(Content.assemble(*parts[1:]), layout=False)
