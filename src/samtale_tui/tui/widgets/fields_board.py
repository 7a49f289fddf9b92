"""What the wheel, the grid and the list have in common: the state they show, their keys and messages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer

from samtale_tui.deck.model import Deck
from samtale_tui.tui.widgets.movement import Digits, Direction, neighbour
from samtale_tui.tui.widgets.painted import Painted

MARKER = "▸"
"""Stands before what is selected."""
FAINT_MARKER = "▹"
"""Stands there instead when the keys go elsewhere."""
USED = "●"
UNUSED = "○"


@dataclass(frozen=True)
class WheelState:
    """What the wheel, the grid and the list are told to show."""

    selected: str | None = None
    """Id of the selected field."""
    used: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Per field how many of its cards are used, and how many there are."""
    rim_selected: bool = False
    """The arrow to the plan is selected in place of a field."""

    def counts(self, field_id: str) -> tuple[int, int]:
        """Cards used and cards in all, of one field."""
        return self.used.get(field_id, (0, 0))


def dots(used: int, total: int, cells: int) -> str:
    """A dot per card, filled when it is used; where there is no room, a dot and the numbers.

    Args:
        used: cards used.
        total: cards in all.
        cells: how many cells there are.
    """
    if not total:
        return ""
    spaced = " ".join(USED * used + UNUSED * (total - used))
    if len(spaced) <= cells:
        return spaced
    if total <= cells:
        return USED * used + UNUSED * (total - used)
    mark = USED if used else UNUSED
    return next(
        (text for text in (f"{mark} {used}/{total}", f"{used}/{total}", mark) if len(text) <= cells), ""
    )


class FieldsBoard(Painted, can_focus=True):
    """The fields of a deck, one of them selected; a base for widgets that draw them line by line.

    A selection by key or mouse shows at once and is told upwards; the screen answers with ``show``, which
    changes nothing where it says the same.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(way.name.lower(), f"go('{way.name}')", show=False) for way in Direction),
        Binding("enter", "open", show=False),
        *(Binding(str(digit), f"digit('{digit}')", show=False) for digit in range(10)),
    ]
    ALLOW_SELECT = False
    DIGIT_SECONDS: ClassVar[float] = 1.0
    """How long a lone first digit waits for a second."""
    reaches_rim: ClassVar[bool] = True
    """Whether the arrow to the plan is among what can be selected."""

    class Opened(Message):
        """The selected field is to be opened: Enter, or a click on it."""

        def __init__(self, field_id: str) -> None:
            self.field_id = field_id
            super().__init__()

    class RimReached(Message):
        """The arrow to the plan is selected; the field that was stays in mind."""

    class RimOpened(Message):
        """The way to the plan is to be taken: Enter on the selected arrow, or a click on it."""

    def __init__(self, deck: Deck, *, id: str | None = None, classes: str | None = None) -> None:
        """Make the board of a deck.

        Args:
            deck: whose fields are shown.
            id: Textual's id.
            classes: Textual's classes.
        """
        super().__init__(id=id, classes=classes)
        self.deck = deck
        self.fields = deck.ordered_fields
        self._numbers = {field.id: number for number, field in enumerate(self.fields)}
        self._state = WheelState()
        self._digits = Digits(len(self.fields))
        self._digit_timer: Timer | None = None
        self.moved: Callable[[str], None] | None = None
        """Called with the field that is selected now. No message, which would come a frame late: what depends
        on the selection is painted together with it."""

    # What is shown

    @property
    def state(self) -> WheelState:
        """What is shown now."""
        return self._state

    @property
    def rim(self) -> int:
        """The index under which the arrow to the plan stands, after all fields."""
        return len(self.fields)

    @property
    def selected(self) -> int | None:
        """Index of what is selected: a field in the order of its number, ``rim``, or nothing."""
        if self._state.rim_selected:
            return self.rim if self.reaches_rim else None
        return self._numbers.get(self._state.selected or "")

    def show(self, state: WheelState) -> None:
        """Show a state; only the lines on which something is different are painted again."""
        before, was = self._state, self.selected
        self._state = state
        if not self.is_mounted or not self.size:
            self.forget()
            return
        regions = self.changed_regions(before, was)
        if regions is None:
            self.refresh()
        elif regions:
            self.refresh(*regions)

    def changed(self, before: WheelState, was: int | None) -> tuple[set[int], set[int]]:
        """What is selected no longer or only now, and the fields whose cards are counted otherwise.

        Args:
            before: the state until now.
            was: what was selected in it.
        """
        moved = {index for index in (was, self.selected) if was != self.selected and index is not None}
        counted = {
            index
            for index, field in enumerate(self.fields)
            if before.counts(field.id) != self.state.counts(field.id)
        }
        return moved, counted

    def changed_regions(self, before: WheelState, was: int | None) -> list[Region] | None:
        """Where the new state looks different; nothing means everywhere.

        Args:
            before: the state until now.
            was: what was selected in it.
        """
        raise NotImplementedError

    def counts(self, index: int) -> tuple[int, int]:
        """Cards used and cards in all, of one field; none of either for the arrow."""
        return self.state.counts(self.fields[index].id) if index < self.rim else (0, 0)

    def totals(self, state: WheelState) -> tuple[int, ...]:
        """Per field how many cards there are."""
        return tuple(state.counts(field.id)[1] for field in self.fields)

    # Where things are

    def spots(self) -> list[tuple[float, float]]:
        """Where the fields are and, where it can be reached, the arrow; in units equally long both ways."""
        raise NotImplementedError

    def hit(self, x: int, y: int) -> int | None:
        """What is in a cell of the content: the index of a field, ``rim``, or nothing."""
        raise NotImplementedError

    # Keys and mouse

    def action_go(self, way: str) -> None:
        """Select what lies in a direction."""
        if self.selected is None:
            self.choose(self._numbers.get(self._state.selected or "", 0))
            return
        target = self.next_to(self.selected, Direction[way])
        if target is not None:
            self.choose(target)

    def next_to(self, index: int, direction: Direction) -> int | None:
        """What an arrow key leads to from here."""
        return neighbour(self.spots(), index, direction)

    def action_digit(self, digit: str) -> None:
        """Jump to a field by its number."""
        number = self._digits.press(digit)
        self._stop_waiting()
        if number is not None:
            self.choose(number - 1)
        elif self._digits.waiting:
            self._digit_timer = self.set_timer(self.DIGIT_SECONDS, self._settle_digit)

    def action_open(self) -> None:
        """Open what is selected."""
        self._settle_digit()
        if self.selected == self.rim and self.reaches_rim:
            self.post_message(self.RimOpened())
        elif self.selected is not None:
            self.post_message(self.Opened(self.fields[self.selected].id))

    def on_click(self, event: events.Click) -> None:
        """Select what is clicked; open it where it was selected already."""
        offset = event.get_content_offset(self)
        target = None if offset is None else self.hit(offset.x, offset.y)
        if target is None:
            return
        event.stop()
        if target == self.rim:
            self.choose(target)
            self.post_message(self.RimOpened())
        elif target == self.selected:
            self.action_open()
        else:
            self.choose(target)

    def on_focus(self) -> None:
        """What is selected shows that the keys go here."""
        self.repaint_selected()

    def on_blur(self) -> None:
        """It shows that they go elsewhere; a digit that waits counts."""
        self._settle_digit()
        self.repaint_selected()

    def repaint_selected(self) -> None:
        """Paint what is selected again."""
        raise NotImplementedError

    def choose(self, index: int) -> None:
        """Select a field or the arrow, show it and tell it."""
        if index == self.selected:
            return
        if index == self.rim:
            self.show(replace(self._state, rim_selected=True))
            self.post_message(self.RimReached())
            return
        field_id = self.fields[index].id
        self.show(replace(self._state, selected=field_id, rim_selected=False))
        if self.moved:
            self.moved(field_id)

    def _settle_digit(self) -> None:
        self._stop_waiting()
        number = self._digits.settle()
        if number is not None:
            self.choose(number - 1)

    def _stop_waiting(self) -> None:
        if self._digit_timer is not None:
            self._digit_timer.stop()
            self._digit_timer = None


@lru_cache(maxsize=512)
def _style(foreground: str, background: str, *, bold: bool, reverse: bool) -> Style:
    return Style(color=foreground, bgcolor=background, bold=bold or None, reverse=reverse or None)


def segment(
    text: str, foreground: str, background: str, *, bold: bool = False, reverse: bool = False
) -> Segment:
    """Plain text in two colours. Never markup."""
    return Segment(text, _style(foreground, background, bold=bold, reverse=reverse))
