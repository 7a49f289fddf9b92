"""A whole screen that lies over one of the steps, and gives it back."""

from collections.abc import Callable

from samtale_tui.conversation.model import STEPS, Step
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.widgets.panes import Pane


class Overlay(ConversationScreen):
    """Steps are taken by the screen that lies under it."""

    def __init__(self, step: Step) -> None:
        """Make it.

        Args:
            step: the step that it lies over, for the header.
        """
        super().__init__()
        self._over_step = step

    @property
    def step(self) -> Step:
        """The step that it lies over."""
        return self._over_step

    def action_next_step(self) -> None:
        """The step after the one that this lies over."""
        self.leave_by(lambda under: under.action_next_step())

    def action_previous_step(self) -> None:
        """The step before the one that this lies over."""
        self.leave_by(lambda under: under.action_previous_step())

    def leave_by(self, go: Callable[[ConversationScreen], None]) -> None:
        """Close this, and let the screen under it go on, where it is the screen of a step."""
        under = self.app.screen_stack[-2]
        self.dismiss()
        if isinstance(under, ConversationScreen) and under.context in STEPS:
            under.call_later(go, under)


class ListOverlay(Overlay):
    """An overlay that is one list, with the keys, and a line of words beside it."""

    def ready(self) -> None:
        """The list has the keys."""
        self._list.focus()

    def resized(self) -> None:
        """The lines are set for the width."""
        self.repaint(None)

    @property
    def _list(self) -> Pane:
        return self.query_one(Pane)

    @property
    def _room(self) -> tuple[int, int]:
        """Cells across and lines down for what stands in the list, within its frame and scroll bar."""
        return self.app.size.width - 6, self.app.size.height - 6
