"""The ideas of an IGLO: which of them wait, and which were chosen, and why (S31, S32)."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from samtale_tui.tui.widgets.marked import marked_id


class IdeaList(OptionList):
    """Filled anew only when an idea is another than it was."""

    DEFAULT_CSS = "IdeaList { height: 1fr; background: transparent; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._filled: tuple[tuple[str, Content], ...] = ()

    @property
    def marked(self) -> str | None:
        """Id of the idea that is marked; none where none is."""
        return marked_id(self)

    def fill(self, lines: Sequence[tuple[str, Content]]) -> None:
        """Show these, id and words; one that is new is marked, else the mark stays on its line."""
        if tuple(lines) == self._filled:
            return
        known = {line for line, _words in self._filled}
        fresh = [place for place, (line, _words) in enumerate(lines) if line not in known]
        place = fresh[-1] if fresh and known else self.highlighted or 0
        self._filled = tuple(lines)
        self.set_options([Option(words, id=line) for line, words in lines])
        self.highlighted = min(place, len(lines) - 1) if lines else None
