"""How a method under way stands, and what can be done to it, whichever it is."""

from collections.abc import Callable

from samtale_tui.basis.language import _
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.round_commands import (
    at_reading,
    close_round,
    in_round,
    round_reads,
    round_watch,
    start_round_clock,
    stop_round_clock,
)
from samtale_tui.conversation.rounds import Pause
from samtale_tui.method.run import Ending, Run, extend, frame_is_up
from samtale_tui.tui import methods
from samtale_tui.tui.screens.on_round import OnRound
from samtale_tui.tui.sinks import say


class MethodCommands(OnRound):
    """A screen on which a method is led."""

    @property
    def state(self) -> Run:
        """How the method stands."""
        each = self.this
        if each is None:
            raise RuntimeError("the round is gone")
        return each.state

    @property
    def names(self) -> dict[str, str]:
        """The name of everyone whom the method names."""
        return self.value.names_in(self.state)

    @property
    def reading(self) -> float:
        """Seconds on the frame's clock."""
        return round_reads(self.value, self.round_id, self.live.now())

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return round_watch(self.value, self.round_id).running

    @property
    def over(self) -> bool:
        """Whether there is nothing more to change; the banner says so already."""
        each = self.this
        return each is None or each.over

    # Changing it

    def change(self, change: Callable[[Run], Run], label: str) -> bool:
        """Change the state by a function of the method.

        Returns:
            Whether anything changed.
        """
        if self.over:
            return False
        return self.apply(in_round, self.round_id, self.live.now(), change, label=label)

    def change_at(self, change: Callable[[Run, float], Run], label: str) -> bool:
        """As ``change``, for a function that also wants the reading of the frame's clock."""
        if self.over:
            return False
        return self.apply(at_reading, self.round_id, self.live.now(), change, label=label)

    # Commands

    def action_clock(self) -> None:
        """Stop the clocks, or let them run on."""
        if self.over:
            return
        if self.running:
            self.apply(stop_round_clock, self.round_id, self.live.now(), Pause.PAUSE, undoable=False)
        else:
            self.apply(start_round_clock, self.round_id, self.live.now(), undoable=False)

    def action_extend(self) -> None:
        """Five minutes more for all of it."""
        if self.change(extend, _("5 minutter mere")):
            say(self.app, _("I fik 5 minutter mere."))

    def action_close_round(self) -> None:
        """It ends, and what came out of it is shown."""
        if not self.over:
            ending = Ending.TIME_UP if frame_is_up(self.state, self.reading) else Ending.CLOSED
            self.close(ending)
        else:
            self.action_outcome()

    def close(self, ending: Ending) -> None:
        """End it so, and show what came out of it."""
        if self.apply(close_round, self.round_id, self.live.now(), ending, label=_("metode afsluttet")):
            self.action_outcome()

    def action_outcome(self) -> None:
        """What came out of it, in this screen's place once it is over."""
        methods.show_outcome(self.samtale, self.round_id, instead=self.over)

    def action_catch(self) -> None:
        """Write something down that is said."""
        if self.may_write():
            methods.write_down(self.samtale, self.round_id)

    def action_people(self) -> None:
        """Who is there: one comes, one goes."""
        if not self.over and self.may_write():
            methods.show_people(self.samtale, self.round_id)

    def action_set_round(self) -> None:
        """The time, while it runs."""
        if not self.over and not self.live.read_only:
            from samtale_tui.tui.screens.frame_minutes import FrameMinutesBox

            self.app.push_screen(FrameMinutesBox(self.round_id))

    def action_bell(self) -> None:
        """The bell on or off."""
        if self.apply(do.ring_bell, not self.value.bell, undoable=False):
            on = self.value.bell
            say(self.app, _("Klokken er slået til.") if on else _("Klokken er slået fra."), seconds=2)
