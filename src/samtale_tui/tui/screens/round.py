"""The spiral round (S36–S37): the people in a ring, whose turn it is, and the two clocks."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Digits, Label

from samtale_tui.basis.language import _, n_
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
from samtale_tui.tui.commands import Command, bindings_in
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.screens.round_setup import RoundSetupScreen, clock_words
from samtale_tui.tui.sinks import plain_line, say
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.key_bar import KeyBar
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.ring import PeopleRing, Seat
from samtale_tui.tui.widgets.steady import SteadyText

BAR_CELLS = 24
SOON = 0.20
"""The part of a clock that is left when it first changes its look; then ``NEARLY``."""
NEARLY = 0.05


def left_words(seconds: float) -> str:
    """Time left as 1:30; overtime, shown softly, as +0:12."""
    return clock_words(seconds) if seconds >= 0 else f"+{clock_words(-seconds)}"


def look(left: float, whole: float) -> str:
    """The class of a clock: calm, soon, nearly, or over."""
    if left < 0:
        return "-over"
    if left <= NEARLY * whole:
        return "-nearly"
    return "-soon" if left <= SOON * whole else "-calm"


def frame_bar(left: float, whole: float) -> str:
    """The frame as a bar, full at first; at the end nothing is left of it."""
    full = round(BAR_CELLS * min(1.0, max(0.0, left / whole)))
    return "█" * full + "░" * (BAR_CELLS - full)


class RoundScreen(ConversationScreen):
    """The last round. Left with Esc it pauses, and goes on from the card."""

    context = "round"
    CSS_PATH = "round.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (34, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("round")]

    def __init__(self) -> None:
        super().__init__()
        self._round_id = ""
        self._rung = (-1, False)

    def compose(self) -> ComposeResult:
        """Question, ring and clocks, what to do now, and one's own lines."""
        yield StepHeader()
        yield Notice()
        yield SteadyText(id="round-question")
        with Horizontal(id="round-body"):
            yield PeopleRing()
            with Vertical(id="round-clocks"):
                yield SteadyText(id="round-speaker")
                yield Digits(id="round-turn")
                yield Label(plain_line(_("Runden")), id="round-frame-label")
                yield Digits(id="round-frame")
                yield SteadyText(id="round-bar")
        yield SteadyText(id="round-own")
        yield SteadyText(id="round-banner")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Remember which round this is, so that an undo of it closes the screen."""
        self._round_id = self.value.rounds[-1].id if self.value.rounds else ""
        super().on_mount()

    @property
    def _round(self) -> Round | None:
        last = self.value.rounds[-1] if self.value.rounds else None
        return last if last and last.id == self._round_id else None

    def bar(self) -> tuple[Command, ...]:
        """While the frame lasts there is nothing to add to it; when the round is over only the way back."""
        this = self._round
        if this is None or this.spiral.ending:
            hidden = {
                "next_turn",
                "pass_turn",
                "clock",
                "more",
                "time_out",
                "extend",
                "close_round",
                "set_round",
                "bell",
            }
        elif spiral.frame_is_up(this.spiral, self._reading):
            hidden = {"more", "set_round", "bell", "time_out"}
        else:
            hidden = {"extend"}
        return tuple(command for command in super().bar() if command.id not in hidden)

    @property
    def _reading(self) -> float:
        return round_reads(self.value, self.live.now())

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """Everything; it is little."""
        this = self._round
        if this is None:
            if self.is_current:
                self.dismiss()
            return
        card = new.card_by_id(this.card)
        self.query_one("#round-question", SteadyText).say(card.text if card else "")
        self._paint_ring(this.spiral, new.names())
        self._paint_clocks()

    def _paint_ring(self, state: Spiral, names: dict[str, str]) -> None:
        running = state.ending is None
        passed = spiral.passed_last(state) if self.own_view else frozenset()
        following = spiral.next_speaker(state)
        seats = tuple(
            Seat(
                name=names.get(person, person),
                speaking=running and person == state.speaker,
                next=running and person == following != state.speaker,
                passed=person in passed,
            )
            for person in state.people
        )
        self.query_one(PeopleRing).show(seats, clockwise=state.direction is Direction.CLOCKWISE)

    def tick(self) -> None:
        """The header's clock and the round's."""
        super().tick()
        if self._round is not None:
            self._paint_clocks()
            self._ring_the_bell()

    def _paint_clocks(self) -> None:
        this = self._round
        if this is None:
            return
        state, reading = this.spiral, self._reading
        turn_left, frame_left = spiral.turn_left(state, reading), spiral.frame_left(state, reading)
        names = self.value.names()
        self.query_one("#round-speaker", SteadyText).say(
            names.get(state.speaker, state.speaker) if state.ending is None else _("Runden er slut"),
        )
        self._digits("#round-turn", turn_left, state.turn_seconds + state.turn_extra)
        self._digits("#round-frame", frame_left, state.frame_seconds)
        bar = self.query_one("#round-bar", SteadyText)
        if bar.say(frame_bar(frame_left, state.frame_seconds)):
            bar.set_classes(look(frame_left, state.frame_seconds))
        self._paint_banner(state, reading)
        self._paint_own(state, reading, names)
        self.query_one(KeyBar).show(self.bar())

    def _digits(self, selector: str, left: float, whole: float) -> None:
        digits = self.query_one(selector, Digits)
        words = left_words(left)
        if digits.value != words:
            digits.update(words)
        digits.set_classes(look(left, whole))

    def _paint_banner(self, state: Spiral, reading: float) -> None:
        banner = self.query_one("#round-banner", SteadyText)
        words = self._banner_words(state, reading)
        banner.set_class(bool(words), "-shown")
        banner.say(words)

    def _banner_words(self, state: Spiral, reading: float) -> str:
        if state.ending is Ending.ALL_PASSED:
            return _("Alle har sagt pas, så runden er slut.   Esc tilbage til kortet   u fortryd")
        if state.ending:
            return _("Runden er lukket.   Esc tilbage til kortet   u fortryd")
        if not round_watch(self.value).running:
            return {
                Pause.TIME_OUT: _("Time-out. Tag den tid, I skal bruge.   Mellemrum fortsætter"),
                Pause.LID: _("Computeren har sovet; uret blev stoppet.   Mellemrum fortsætter"),
            }.get(self.value.times.pause or Pause.PAUSE, _("På pause.   Mellemrum fortsætter"))
        if spiral.frame_is_up(state, reading):
            return _("Rundens tid er gået. Tal sætningen færdig.   x luk runden   f 5 minutter mere")
        row = spiral.passes_in_row(state)
        return (
            n_(
                "1 har meldt pas i træk; siger alle pas, er runden slut.",
                "{n} har meldt pas i træk; siger alle pas, er runden slut.",
                row,
            )
            if row
            else ""
        )

    def _paint_own(self, state: Spiral, reading: float, names: dict[str, str]) -> None:
        own = self.query_one("#round-own", SteadyText)
        own.display = self.own_view
        if not self.own_view:
            return
        spoken = spiral.seconds_by_person(state, reading)
        passed = spiral.passed_last(state)
        parts = []
        for person in state.people:
            words = f"{names.get(person, person)} {clock_words(spoken.get(person, 0.0))}"
            parts.append(words + (" " + _("(pas)") if person in passed else ""))
        bell = _("klokke til") if self.value.bell else _("klokke fra")
        own.say(_("Kun for dig: ") + " · ".join(parts) + f" · {bell}")

    def _ring_the_bell(self) -> None:
        """Once a turn, when its time is gone."""
        this = self._round
        if this is None or this.spiral.ending or not round_watch(self.value).running:
            return
        state = this.spiral
        over = spiral.turn_left(state, self._reading) <= 0
        if over and self._rung != (len(state.turns), True):
            if self.value.bell:
                self.app.bell()
            self._rung = (len(state.turns), True)
        elif not over:
            self._rung = (len(state.turns), False)

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
        """Whether the round is over; says so."""
        this = self._round
        over = this is None or this.spiral.ending is not None
        if over:
            say(self.app, _("Runden er slut. Esc går tilbage til kortet, u fortryder."))
        return over

    def action_clock(self) -> None:
        """Stop the clocks, or let them run on."""
        if self._over():
            return
        if round_watch(self.value).running:
            self.apply(stop_round_clock, self.live.now(), Pause.PAUSE, undoable=False)
        else:
            self.apply(start_round_clock, self.live.now(), undoable=False)

    def action_time_out(self) -> None:
        """Every clock stands still until Space."""
        if not self._over():
            self.apply(start_round_clock, self.live.now(), undoable=False)
            self.apply(stop_round_clock, self.live.now(), Pause.TIME_OUT, undoable=False)

    def action_more(self) -> None:
        """Half a minute more on this turn."""
        self._adjust(TURN_STEP_SECONDS)

    def action_less(self) -> None:
        """Half a minute less on this turn."""
        self._adjust(-TURN_STEP_SECONDS)

    def _adjust(self, seconds: int) -> None:
        if not self._over():
            self.apply(
                in_round, self.live.now(), lambda s: spiral.adjust_turn(s, seconds), label=_("taletid ændret")
            )

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
        self.dismiss()

    def action_set_round(self) -> None:
        """The frame's and the turns' time, while it runs."""
        this = self._round
        if this and not self._over() and not self.live.read_only:
            self.app.push_screen(RoundSetupScreen(this.card, during=True))

    def action_bell(self) -> None:
        """The bell on or off."""
        self.apply(do.ring_bell, not self.value.bell, undoable=False)
        say(
            self.app, _("Klokken er slået til.") if self.value.bell else _("Klokken er slået fra."), seconds=2
        )

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
