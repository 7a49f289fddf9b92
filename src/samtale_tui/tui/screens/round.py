"""The spiral round (S36–S37): the people in a ring, whose turn it is, and the two clocks."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from samtale_tui.basis.language import _
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation, Pause, Round
from samtale_tui.conversation.round_commands import (
    at_reading,
    close_round,
    in_round,
    round_reads,
    round_watch,
    start_round_clock,
    stop_round_clock,
)
from samtale_tui.method import spiral
from samtale_tui.method.spiral import TURN_STEP_SECONDS, Direction, Ending, Spiral
from samtale_tui.tui.commands import Command, bindings_in, command, reworded
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.screens.round_times import RoundChangeScreen
from samtale_tui.tui.screens.round_words import banner_words, own_words, seats
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.ring import PeopleRing
from samtale_tui.tui.widgets.round_clocks import RoundClocks
from samtale_tui.tui.widgets.steady import SteadyText

ROOMY = (100, 34)
"""From so many cells on the turn's clock is set in blocks."""
STILL_ALIVE = ("agree", "view", "undo", "help")
"""Commands of the bar that still make sense when the round is over."""


class RoundScreen(ConversationScreen):
    """The last round. Left with Esc it pauses, and goes on from the card."""

    context = "round"
    CSS_PATH = "round.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (34, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("round")]

    def __init__(self, round_id: str) -> None:
        """Make the screen of a round; an undo of that round closes it."""
        super().__init__()
        self._round_id = round_id
        self._rung_for: int | None = None

    def again(self) -> "RoundScreen":
        """The same round."""
        return RoundScreen(self._round_id)

    def compose(self) -> ComposeResult:
        """Question, ring and clocks, what to do now, and one's own lines."""
        yield StepHeader()
        yield Notice()
        yield SteadyText(id="round-question")
        with Horizontal(id="round-body"):
            yield PeopleRing()
            yield RoundClocks(id="round-clocks")
        yield SteadyText(id="round-own")
        yield SteadyText(id="round-banner")
        yield self.key_bar()

    @property
    def _round(self) -> Round | None:
        last = self.value.rounds[-1] if self.value.rounds else None
        return last if last and last.id == self._round_id else None

    def bar(self) -> tuple[Command, ...]:
        """The keys that make sense as the round stands: under way, paused, its frame up, over."""
        this = self._round
        if this is None or this.spiral.ending:
            over = command("back").worded(_("til kortet"))
            return (over, *(each for each in super().bar() if each.id in STILL_ALIVE))
        up = spiral.frame_is_up(this.spiral, self._reading)
        hidden = {"more", "set_round", "bell", "time_out"} if up else {"extend"}
        running = round_watch(self.value).running
        bar = [each for each in super().bar() if each.id not in hidden]
        if up:
            bar.sort(key=lambda each: each.id not in ("extend", "close_round"))
        return reworded(bar, clock=_("pause") if running else _("videre"))

    def resized(self) -> None:
        """The turn's clock is as large as the window allows."""
        size = self.app.size
        self.query_one(RoundClocks).set_class(size.width >= ROOMY[0] and size.height >= ROOMY[1], "-large")

    @property
    def _reading(self) -> float:
        return round_reads(self.value, self.live.now())

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """Question and ring; the clocks are painted with every tick, and so before this."""
        this = self._round
        if this is None:
            if self.is_current:
                self.dismiss()
            return
        card = new.card_by_id(this.card)
        self.query_one("#round-question", SteadyText).say(card.text if card else "")
        ring = seats(this.spiral, new.names(), own_view=self.own_view)
        self.query_one(PeopleRing).show(ring, clockwise=this.spiral.direction is Direction.CLOCKWISE)

    def tick(self) -> None:
        """The header's clock and the round's, and the keys that follow from them."""
        super().tick()
        if self._round is not None:
            self._paint_clocks(self._round)
            self._ring_the_bell(self._round)
            self.refresh_bar()

    def _paint_clocks(self, this: Round) -> None:
        state, reading, names = this.spiral, self._reading, self.value.names()
        speaker = names.get(state.speaker, state.speaker)
        self.query_one(RoundClocks).show(state, reading, speaker)
        banner = self.query_one("#round-banner", SteadyText)
        running = round_watch(self.value).running
        words = banner_words(state, reading, running=running, pause=self.value.times.pause)
        banner.say(words)
        banner.set_class(bool(words), "-shown")
        own = self.query_one("#round-own", SteadyText)
        own.display = self.own_view
        if self.own_view:
            own.say(own_words(state, reading, names, bell=self.value.bell))

    def _ring_the_bell(self, this: Round) -> None:
        """Once a turn, when its time is gone; once more where it was given more time."""
        state = this.spiral
        if state.ending or not round_watch(self.value).running:
            return
        turn = len(state.turns) if spiral.turn_left(state, self._reading) <= 0 else None
        if turn is not None and turn != self._rung_for and self.value.bell:
            self.app.bell()
        self._rung_for = turn

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

    def _turn(self, change: Callable[[Spiral, float], Spiral], label: str) -> None:
        if not self._over():
            self.apply(at_reading, self.live.now(), change, label=label)

    def _over(self) -> bool:
        """Whether the round is over; the banner says so already."""
        this = self._round
        return this is None or this.spiral.ending is not None

    def action_clock(self) -> None:
        """Stop the clocks, or let them run on."""
        if self._over():
            return
        if round_watch(self.value).running:
            self.apply(stop_round_clock, self.live.now(), Pause.PAUSE, undoable=False)
        else:
            self.apply(start_round_clock, self.live.now(), undoable=False)

    def action_more(self) -> None:
        """Half a minute more on this turn."""
        self._turn(lambda state, _at: spiral.adjust_turn(state, TURN_STEP_SECONDS), _("taletid ændret"))

    def action_less(self) -> None:
        """Half a minute less on this turn."""
        self._turn(lambda state, _at: spiral.adjust_turn(state, -TURN_STEP_SECONDS), _("taletid ændret"))

    def action_extend(self) -> None:
        """Five minutes more for the round."""
        if not self._over() and self.apply(
            in_round, self.live.now(), spiral.extend, label=_("5 minutter mere")
        ):
            say(self.app, _("Runden fik 5 minutter mere."))

    def action_close_round(self) -> None:
        """The round ends, and its card is on again."""
        this = self._round
        if this and this.spiral.ending is None:
            up = spiral.frame_is_up(this.spiral, self._reading)
            self.apply(
                close_round, self.live.now(), Ending.TIME_UP if up else Ending.CLOSED, label=_("runde lukket")
            )
            say(self.app, _("Runden er lukket. u fortryder."))
        self.dismiss()

    def action_set_round(self) -> None:
        """The frame's and the turns' time, while it runs."""
        if not self._over() and not self.live.read_only:
            self.app.push_screen(RoundChangeScreen())

    def action_bell(self) -> None:
        """The bell on or off."""
        if self.apply(do.ring_bell, not self.value.bell, undoable=False):
            on = self.value.bell
            say(self.app, _("Klokken er slået til.") if on else _("Klokken er slået fra."), seconds=2)

    def agreement_origin(self) -> tuple[str | None, str | None]:
        """The round's card and its field."""
        this = self._round
        card = self.value.card_by_id(this.card) if this else None
        return (this.card if this else None), card.field if card else None

    def leave(self) -> None:
        """Back to the card; a round that runs is paused."""
        this = self._round
        if this and this.spiral.ending is None and not self.live.read_only:
            self.apply(stop_round_clock, self.live.now(), Pause.PAUSE, undoable=False)
            say(self.app, _("Runden er sat på pause. r tager den op igen."))
        self.dismiss()
