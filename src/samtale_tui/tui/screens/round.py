"""The spiral round (S36–S37): the people in a ring, whose turn it is, and the two clocks."""

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from samtale_tui.basis.language import _
from samtale_tui.method import spiral
from samtale_tui.method.run import Ending, Run, frame_left
from samtale_tui.method.spiral import TURN_STEP_SECONDS, Direction, Spiral
from samtale_tui.tui.commands import bindings_in
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.screens.round_words import banner_words, own_words, seats
from samtale_tui.tui.widgets.ring import PeopleRing
from samtale_tui.tui.widgets.round_clocks import Countdown, RoundClocks


class RoundScreen(MethodScreen):
    """A spiral round."""

    context = "round"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("round")]

    def body(self) -> ComposeResult:
        """Ring and clocks."""
        with Horizontal(id="round-body"):
            yield PeopleRing()
            yield RoundClocks(id="round-clocks")

    def resized(self) -> None:
        """The turn's clock is as large as the window allows."""
        self.query_one(RoundClocks).fit(self.app.size)

    # Painting

    def paint_state(self, state: Run) -> None:
        """The ring."""
        this = cast("Spiral", state)
        ring = seats(this, self.names, own_view=self.own_view)
        self.query_one(PeopleRing).show(ring, clockwise=this.direction is Direction.CLOCKWISE)

    def paint_clocks(self, state: Run, reading: float) -> None:
        """Whose turn it is, and what is left of it and of the round."""
        this = cast("Spiral", state)
        speaker = self.names.get(this.speaker, this.speaker)
        turn = Countdown(spiral.turn_left(this, reading), spiral.turn_length(this))
        frame = Countdown(frame_left(this, reading), this.frame_seconds)
        clocks = self.query_one(RoundClocks)
        if this.ending is None:
            clocks.show(speaker, turn, frame)
        else:
            clocks.show(_("Runden er slut"), None, frame)

    def banner_words(self, state: Run, reading: float) -> str:
        """That the time is up, or who passes."""
        return banner_words(cast("Spiral", state), reading)

    def over_words(self, state: Run) -> str:
        """Whether all passed, or it was closed."""
        if state.ending is Ending.ALL_PASSED:
            return _("Alle har sagt pas, så runden er slut.")
        return _("Runden er lukket.")

    def own_words(self, state: Run, reading: float) -> str:
        """Who spoke how long, and what to say now."""
        return own_words(cast("Spiral", state), reading, self.names, bell=self.value.bell)

    def rings_for(self, state: Run, reading: float) -> object:
        """The turn, when its time is gone."""
        this = cast("Spiral", state)
        return len(this.turns) if spiral.turn_left(this, reading) <= 0 else None

    # Commands

    def action_next_turn(self) -> None:
        """The word goes on."""
        self._turn(spiral.next_turn, _("ordet gik videre"))

    def action_pass_turn(self) -> None:
        """Pass; one is asked again next time round."""
        self._turn(spiral.pass_turn, _("pas"))

    def action_previous_turn(self) -> None:
        """The word goes back to the one before."""
        self._turn(spiral.previous_turn, _("ordet gik tilbage"))

    def action_more(self) -> None:
        """Half a minute more on this turn."""
        self._turn(lambda state, _at: spiral.adjust_turn(state, TURN_STEP_SECONDS), _("taletid ændret"))

    def action_less(self) -> None:
        """Half a minute less on this turn."""
        self._turn(lambda state, _at: spiral.adjust_turn(state, -TURN_STEP_SECONDS), _("taletid ændret"))

    def _turn(self, change: spiral.Step, label: str) -> None:
        self.change_at(lambda state, at: change(cast("Spiral", state), at), label)

    def action_set_round(self) -> None:
        """The frame's and the turns' time, while it runs."""
        if not self.over and not self.live.read_only:
            from samtale_tui.tui.screens.round_times import RoundChangeScreen

            self.app.push_screen(RoundChangeScreen(self.round_id))
