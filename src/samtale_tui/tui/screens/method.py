"""What the screens of the six methods share: the question, the clock, the bell, who is there, the end.

A screen of a method says what stands between the question and the facilitator's own line, and paints that.
"""

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult

from samtale_tui.basis.language import _
from samtale_tui.conversation.harvest_commands import question_of
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import lead, stop_round_clock
from samtale_tui.conversation.rounds import Pause, Round
from samtale_tui.method.run import Run, frame_is_up
from samtale_tui.tui import methods
from samtale_tui.tui.commands import Command, command, reworded
from samtale_tui.tui.screens.on_method import MethodCommands
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.steady import SteadyText

STILL_WORK = ("outcome", "catch", "agree", "view", "undo", "help")
"""Commands of the bar that still make sense when the method is over."""


class MethodScreen(MethodCommands):
    """A method under way. Left with Esc it pauses, and is taken up again from the card or the palette."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["method.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (34, "-high")]
    HIDDEN_WHILE_UP: ClassVar[frozenset[str]] = frozenset({"set_round", "bell", "time_out"})
    """Commands of the bar that make room when the time is up."""

    def __init__(self, round_id: str) -> None:
        """Make the screen of a round."""
        super().__init__(round_id)
        self._rung_for: object = None

    # What a method must say of itself

    def body(self) -> ComposeResult:
        """What stands between the question and the facilitator's own line."""
        raise NotImplementedError

    def paint_state(self, state: Run) -> None:
        """Show how the method stands, all but its clocks; repaint only what is new."""
        raise NotImplementedError

    def paint_clocks(self, state: Run, reading: float) -> None:
        """Show the clocks, every second and after every change."""
        raise NotImplementedError

    def own_words(self, state: Run, reading: float) -> str:
        """The facilitator's prompts and what is for nobody else, in one's own view."""
        raise NotImplementedError

    def banner_words(self, state: Run, reading: float) -> str:
        """What the room should know or do now; empty while all simply goes on."""
        return ""

    def over_words(self, state: Run) -> str:
        """That it is over, and why."""
        return _("{method} er slut.").format(method=self.title_words())

    def paused_words(self) -> str:
        """What is said when it is left before it is over."""
        return _("Sat på pause. r tager op igen.")

    def rings_for(self, state: Run, reading: float) -> object:
        """What the bell rings for now, once for each that is new; None while it is silent."""
        return "frame" if frame_is_up(state, reading) else None

    def question(self, each: Round) -> str:
        """What it is about now."""
        return question_of(self.value, each)

    def title_words(self) -> str:
        """What the method is called."""
        each = self.this
        return methods.title_of(each.method) if each else ""

    # What they share

    def compose(self) -> ComposeResult:
        """Question, the method's own, one's own line, and what to do now."""
        yield StepHeader()
        yield Notice()
        yield SteadyText(id="method-question")
        yield from self.body()
        yield SteadyText(id="method-own")
        yield SteadyText(id="method-banner")
        yield self.key_bar()

    def ready(self) -> None:
        """This is what is on the screen, also the next time that the conversation is opened."""
        if not self.live.read_only and self.value.leading != self.round_id:
            self.apply(lead, self.round_id, undoable=False)

    def bar(self) -> tuple[Command, ...]:
        """The keys that make sense as the method stands: under way, paused, its time up, over."""
        each = self.this
        if each is None or each.over:
            over = command("back").worded(_("til kortet") if each and each.card else _("tilbage"))
            return (over, *(known for known in super().bar() if known.id in STILL_WORK))
        up = frame_is_up(each.state, self.reading)
        hidden = self.HIDDEN_WHILE_UP if up else {"extend"}
        bar = [known for known in super().bar() if known.id not in hidden]
        if up:
            bar.sort(key=lambda known: known.id not in ("extend", "close_round"))
        elif not self.running:
            bar.sort(key=lambda known: known.id != "clock")
        return reworded(bar, clock=_("pause") if self.running else _("videre"))

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """Question and state; the clocks are painted with every tick, and so before this."""
        each = self.this
        if each is None:
            if self.is_current:
                self.dismiss()
            return
        self.query_one("#method-question", SteadyText).say(self.question(each))
        self.paint_state(each.state)

    def tick(self) -> None:
        """The header's clock and the method's, and the keys that follow from them."""
        super().tick()
        each = self.this
        if each is None:
            return
        reading = self.reading
        self.paint_clocks(each.state, reading)
        self._paint_words(each.state, reading)
        self._ring_the_bell(each.state, reading)
        self.refresh_bar()

    def _paint_words(self, state: Run, reading: float) -> None:
        banner = self.query_one("#method-banner", SteadyText)
        words = self._banner(state, reading)
        banner.say(words)
        banner.set_class(bool(words), "-shown")
        own = self.query_one("#method-own", SteadyText)
        words = self.own_words(state, reading) if self.own_view else ""
        own.display = bool(words)
        if words:
            own.say(_("Kun for dig: {words}").format(words=words))

    def _banner(self, state: Run, reading: float) -> str:
        if state.ending:
            return f"{self.over_words(state)} {_('h viser, hvad der kom ud af det.')}"
        if not self.running:
            why = {
                Pause.TIME_OUT: _("Time-out. Tag den tid, I skal bruge."),
                Pause.LID: _("Computeren har sovet; uret blev stoppet."),
            }
            return why.get(self.value.times.pause or Pause.PAUSE, _("På pause."))
        return self.banner_words(state, reading)

    def _ring_the_bell(self, state: Run, reading: float) -> None:
        """Once for each thing that it rings for; once more where that was given more time."""
        if state.ending or not self.running:
            return
        due = self.rings_for(state, reading)
        if due is not None and due != self._rung_for and self.value.bell:
            self.app.bell()
        self._rung_for = due

    # Leaving

    def leave(self) -> None:
        """Back to where it came from; what runs is paused."""
        if not self.live.read_only:
            if not self.over:
                self.apply(stop_round_clock, self.round_id, self.live.now(), Pause.PAUSE, undoable=False)
                say(self.app, self.paused_words())
            self.apply(lead, None, undoable=False)
        self.dismiss()
