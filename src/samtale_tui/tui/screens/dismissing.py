"""A screen that leaves only itself. Textual's own ``dismiss`` pops whatever is on top."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class DismissedOnce(Screen[Answer]):
    """Keys pressed in a burst can ask a screen twice to go; the second time another one is on top."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Go, with an answer to whoever pushed it; nothing where it is not on top."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
