"""A whole screen that lies over one of the steps, and gives it back."""

from collections.abc import Callable

from samtale_tui.conversation.model import STEPS, Step
from samtale_tui.tui.screens.base import ConversationScreen


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
