"""What every screen about one method that is led, or was led, has in common: its round."""

from typing import Self

from samtale_tui.conversation.harvest_commands import origin_on
from samtale_tui.conversation.model import Step
from samtale_tui.conversation.rounds import Round
from samtale_tui.tui.screens.base import ConversationScreen


class OnRound(ConversationScreen):
    """A screen of a round; an undo of its beginning closes it."""

    def __init__(self, round_id: str) -> None:
        """Make the screen of a round."""
        super().__init__()
        self.round_id = round_id

    def again(self) -> Self:
        """The same round."""
        return type(self)(self.round_id)

    @property
    def this(self) -> Round | None:
        """The round; none once an undo has taken it away."""
        return self.value.round_by_id(self.round_id)

    @property
    def step(self) -> Step:
        """The step that it was begun from."""
        return self.value.step

    def agreement_origin(self) -> tuple[str | None, str | None]:
        """The method's card and its field."""
        return origin_on(self.value, self.this.card if self.this else None)
