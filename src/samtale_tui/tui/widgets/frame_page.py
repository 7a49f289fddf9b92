"""The frame as the room sees it at the welcome: one part below the other, each of which can be opened."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from samtale_tui.conversation.model import Conversation
from samtale_tui.tui.frame_on_page import page_parts
from samtale_tui.tui.frame_parts import Part

ORDER = (
    Part.OCCASION,
    Part.PURPOSE,
    Part.CARDS,
    Part.CHECK_IN,
    Part.AGENDA,
    Part.GROUPS,
    Part.RULES,
    Part.ROLES,
    Part.TIME,
)
"""How the page goes on."""
LINES = 3
"""How far an arrow scrolls in a part that is taller than the screen."""


class PagePart(Static):
    """One part of the page."""

    class Clicked(Message):
        """It was clicked twice."""

        def __init__(self, part: Part) -> None:
            super().__init__()
            self.part = part

    def __init__(self, part: Part) -> None:
        super().__init__(id=f"page-{part.value}", classes="page-part", markup=False)
        self.part = part
        self._said: Content | None = None

    def show(self, words: Content | None) -> None:
        """These words; nothing where there are none."""
        self.display = words is not None
        if words is not None and (self._said is None or words.markup != self._said.markup):
            self._said = words
            self.update(words)

    def on_click(self, event: events.Click) -> None:
        """A second click on the same part opens it."""
        if event.chain == 2:
            self.post_message(self.Clicked(self.part))


class FramePage(VerticalScroll):
    """The page. Arrows go from part to part, and scroll where one is taller than the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", show=False),
        Binding("up", "go(-1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Every part, shown or not."""
        for part in ORDER:
            yield PagePart(part)

    def show(self, conversation: Conversation, on: int | None) -> None:
        """The frame as it is now, and which point of its agenda is on."""
        words = page_parts(conversation, on)
        for each in self._parts():
            each.show(words.get(each.part))

    def let_open(self, *, allowed: bool) -> None:
        """Whether the keys go from part to part; else they only scroll."""
        for each in self._parts():
            each.can_focus = allowed

    @property
    def marked(self) -> Part | None:
        """The part that has the keys."""
        focused = self.screen.focused
        return focused.part if isinstance(focused, PagePart) else None

    def action_go(self, by: int) -> None:
        """To the part below or above, once all of this one has been seen; at first to the first in sight."""
        shown = [each for each in self._parts() if each.display and each.can_focus]
        focused = self.screen.focused
        if isinstance(focused, PagePart) and focused in shown:
            place = shown.index(focused) + by
            way = place if self._seen_to_its_end(focused, by) and 0 <= place < len(shown) else None
        else:
            top = self.content_region.y
            way = next((n for n, each in enumerate(shown) if each.region.y >= top), None)
        if way is None:
            self.scroll_relative(y=by * LINES, animate=False)
        else:
            shown[way].focus(scroll_visible=False)
            self.call_after_refresh(shown[way].scroll_visible, animate=False)

    def _seen_to_its_end(self, part: PagePart, by: int) -> bool:
        """Whether the end of a part that way is in sight."""
        seen = self.content_region
        return part.region.bottom <= seen.bottom if by > 0 else part.region.y >= seen.y

    def _parts(self) -> list[PagePart]:
        return list(self.query(PagePart).results(PagePart))
