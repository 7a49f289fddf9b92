"""What the outer circle saw, as a list that leaves the clicker's keys alone."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from samtale_tui.basis.text import clean_line
from samtale_tui.method.fishbowl import Note
from samtale_tui.tui.widgets.marked import marked_id


class SeenList(OptionList, inherit_bindings=False):
    """Filled only when something is new; the last line is marked when one comes in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "select", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._filled: tuple[tuple[str, str, str, str], ...] = ()

    @property
    def marked(self) -> str | None:
        """Id of the note that is marked."""
        return marked_id(self)

    def show(self, notes: Sequence[tuple[str, Note]], names: Mapping[str, str]) -> None:
        """Show these notes.

        Args:
            notes: each with where it stands, or nothing.
            names: everyone's name.
        """
        lines = tuple((note.id, where, note.text, names.get(note.by, "")) for where, note in notes)
        if lines == self._filled:
            return
        came = len(lines) > len(self._filled)
        place = self.highlighted or 0
        self._filled = lines
        self.set_options([Option(_line(*line[1:]), id=line[0]) for line in lines])
        if lines:
            self.highlighted = len(lines) - 1 if came else min(place, len(lines) - 1)


def _line(where: str, text: str, by: str) -> Content:
    parts: list[str | tuple[str, str]] = []
    if where:
        parts.append((f"{clean_line(where)}: ", "$text-muted"))
    parts.append(clean_line(text))
    if by:
        parts.append((f"  {clean_line(by)}", "$text-muted"))
    return Content.assemble(*parts)
