"""The five parts of IDOART on one line, the one that is on lit; a click goes to a part."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from samtale_tui.basis.excerpt import cells_of
from samtale_tui.method.idoart import Idoart, unanswered
from samtale_tui.method.idoart_questions import PART_OF, Part, part_letters, part_title
from samtale_tui.tui.widgets.fields_board import UNUSED, USED


class PartTabs(Static):
    """Letters and titles; where there is no room for all titles, that of the part that is on."""

    DEFAULT_CSS = "PartTabs { height: 1; width: 100%; text-wrap: nowrap; text-overflow: clip; }"

    class Chosen(Message):
        """A part was clicked."""

        def __init__(self, part: Part) -> None:
            super().__init__()
            self.part = part

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[Part, frozenset[Part], int] | None = None
        self._spans: list[tuple[int, int, Part]] = []

    def show(self, state: Idoart, cells: int) -> None:
        """The parts as they stand, in so many cells; a full dot where every question has an answer."""
        waiting = frozenset(PART_OF[question] for question in unanswered(state))
        shown = (state.part, waiting, cells)
        if shown == self._shown:
            return
        self._shown = shown
        words = {part: f" {UNUSED if part in waiting else USED} {_name(part, whole=True)} " for part in Part}
        if sum(map(cells_of, words.values())) > cells:
            for part in set(Part) - {state.part}:
                words[part] = f" {UNUSED if part in waiting else USED} {_name(part, whole=False)} "
        self.update(self._line(words, state.part), layout=False)

    def _line(self, words: dict[Part, str], on: Part) -> Content:
        self._spans = []
        pieces: list[str | tuple[str, str]] = []
        at = 0
        for part, text in words.items():
            end = at + cells_of(text)
            self._spans.append((at, end, part))
            pieces.append((text, "bold $background on $primary" if part is on else ""))
            at = end
        return Content.assemble(*pieces)

    def on_click(self, event: events.Click) -> None:
        """Go to the part that is clicked."""
        x = event.x - self.styles.gutter.left
        for start, end, part in self._spans:
            if start <= x < end:
                self.post_message(self.Chosen(part))


def _name(part: Part, *, whole: bool) -> str:
    return f"{part_letters(part)} {part_title(part)}" if whole else part_letters(part)
