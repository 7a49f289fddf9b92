"""The structured dialogue (S38–S39): who is heard, and the bridging question in large letters.

In one's own view the next question is always proposed. The room sees the one that was asked; a proposal it
sees once the facilitator has called it forth.
"""

from pathlib import PurePath
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer

from samtale_tui.basis.language import _, n_, noted
from samtale_tui.method import bridging
from samtale_tui.method import bridging_questions as questions
from samtale_tui.method.bridging import Bridge, Bridging
from samtale_tui.method.run import Ending, Run, frame_left
from samtale_tui.tui.commands import Command, bindings_in, reworded
from samtale_tui.tui.screens.bridging_words import banner_words, opening_words, over_words, own_words, voices
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.screens.words import Kind, WordsScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.frame_clock import FrameClock
from samtale_tui.tui.widgets.heard_board import HeardBoard
from samtale_tui.tui.widgets.large_question import LargeQuestion
from samtale_tui.tui.widgets.movement import Digits
from samtale_tui.tui.widgets.round_clocks import Countdown
from samtale_tui.tui.widgets.steady import SteadyLine

DIGIT_SECONDS = 1.0
"""How long a lone first digit waits for a second, where there are ten people or more."""
PREPARED_AFTER_SECONDS = 0.2
LEAST_LARGE_CLOCK = 22
"""Rows of a window in which the clock is large."""
_WHEN_ALL_ARE_HEARD = ("ask", "next_question", "aim_met")
_WAYS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class BridgingScreen(MethodScreen):
    """A structured dialogue."""

    context = "bridging"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["method.tcss", "bridging.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_in("bridging"),
        *(Binding(way, f"go('{way}')", show=False) for way in _WAYS),
        *(Binding(str(digit), f"digit('{digit}')", show=False) for digit in range(10)),
    ]

    def __init__(self, round_id: str) -> None:
        """Make the screen of a round."""
        super().__init__(round_id)
        self._called_forth = False
        self._proposed: tuple[Bridging | None, Bridge | None] = (None, None)
        self._typed = Digits(0)
        self._typed_among = 0
        self._typing: Timer | None = None
        self._preparing: Timer | None = None

    def body(self) -> ComposeResult:
        """The people and the clock; beside them the question."""
        with Horizontal(id="bridging-body"):
            with Vertical(id="bridging-people"):
                yield HeardBoard()
                yield FrameClock()
            with Vertical(id="bridging-side"):
                yield SteadyLine(id="bridging-label")
                with VerticalScroll(id="bridging-face", can_focus=False):
                    yield LargeQuestion(id="bridging-question")
                yield SteadyLine(id="bridging-asked")

    def resized(self) -> None:
        """The clock is as large as the window allows, and many people have half of it."""
        self.query_one(FrameClock).set_class(self.app.size.height < LEAST_LARGE_CLOCK, "-small")

    @property
    def dialogue(self) -> Bridging:
        """How it stands."""
        return cast("Bridging", self.state)

    @property
    def proposal(self) -> Bridge | None:
        """What to ask next; reckoned once for every way that the dialogue stands."""
        state = self.dialogue
        if self._proposed[0] is not state:
            self._proposed = (state, questions.proposal(state))
        return self._proposed[1]

    @property
    def is_called_forth(self) -> bool:
        """Whether the proposal is on the screen."""
        return not self.over and (self.own_view or self._called_forth)

    def bar(self) -> tuple[Command, ...]:
        """Enter calls a question forth where none is on the screen; the way out when all are heard."""
        bar = super().bar()
        if self.over:
            return bar
        if bridging.all_are_heard(self.dialogue):
            bar = tuple(sorted(bar, key=lambda each: each.id not in _WHEN_ALL_ARE_HEARD))
        if self.is_called_forth:
            return bar
        bar = tuple(each for each in bar if each.id != "next_question")
        return reworded(bar, ask=_("nyt spørgsmål"))

    # Painting

    def paint_state(self, state: Run) -> None:
        """The people and the question."""
        this = cast("Bridging", state)
        names = self.names
        self.query_one(HeardBoard).show(voices(this, names, own_view=self.own_view))
        self.set_class(len(this.people) > self.app.size.height // 2, "-many")
        asked = this.asked[-1].text if this.asked else ""
        label, question = self._question(this, names, asked)
        self.query_one("#bridging-label", SteadyLine).say(label)
        self.query_one(LargeQuestion).ask(question)
        before = _("Stillet: {question}").format(question=asked) if asked and self.is_called_forth else ""
        self.query_one("#bridging-asked", SteadyLine).say(before)
        self._prepare_later()

    def _prepare_later(self) -> None:
        """Set what the next key may bring in large letters, once it is quiet."""
        if self._preparing is not None:
            self._preparing.stop()
        self._preparing = self.set_timer(PREPARED_AFTER_SECONDS, self._prepare)

    def _prepare(self) -> None:
        if self.samtale.live is None or self.over:
            return
        state, names, at = self.dialogue, self.names, self.reading
        following = [state]
        if self.is_called_forth:
            following = [questions.skip(state), questions.ask(state, at, names)]
        for each in following:
            bridge = questions.proposal(each)
            if bridge:
                self.query_one(LargeQuestion).prepare(questions.wording(each, bridge, names))

    def _question(self, state: Bridging, names: dict[str, str], asked: str) -> tuple[str, str]:
        """What stands in large letters, and what that is."""
        if not self.is_called_forth:
            return (_("Spørgsmålet nu"), asked) if asked else ("", opening_words(state, names))
        bridge = self.proposal
        if bridge is None:
            return _("Forslag"), _("Intet spørgsmål passer lige nu. Tast e, og skriv et.")
        label = _("Forslag med dine ord") if bridge.text else _("Forslag")
        return label, questions.wording(state, bridge, names)

    def paint_clocks(self, state: Run, reading: float) -> None:
        """What is left of the frame."""
        self.query_one(FrameClock).show(Countdown(frame_left(state, reading), state.frame_seconds))

    def banner_words(self, state: Run, reading: float) -> str:
        """That the time is up, or that all are heard."""
        return banner_words(cast("Bridging", state), reading)

    def over_words(self, state: Run) -> str:
        """Whether the aim is met, the time is up, or it was closed."""
        return over_words(cast("Bridging", state))

    def own_words(self, state: Run, reading: float) -> str:
        """What to say now, and who is not heard yet."""
        return own_words(cast("Bridging", state), reading, self.names, bell=self.value.bell)

    # The questions

    def action_ask(self) -> None:
        """What is proposed is asked; where it is not on the screen yet, it comes there."""
        if self.over or not self.may_write() or self._call_forth():
            return
        names = self.names
        self._called_forth = False  # before the room's screen is painted, where the question stays as it is
        if self._change_at(lambda s, at: questions.ask(s, at, names), _("spørgsmål stillet")):
            self._mark(next(iter(self.dialogue.asked[-1].names), None))
        else:
            self._call_forth()

    def action_next_question(self) -> None:
        """Another proposal."""
        if self.over or self._call_forth():
            return
        if not self._change(questions.skip, _("andet forslag")) and self.may_write():
            say(self.app, _("Der er ikke andre spørgsmål, der passer lige nu."))

    def action_previous_question(self) -> None:
        """The proposal before."""
        if not self.over and not self._call_forth():
            self._change(questions.back, _("forrige forslag"))

    def action_word_question(self) -> None:
        """The question in the facilitator's own words."""
        if self.over or not self.may_write():
            return
        self._call_forth()
        bridge, state = self.proposal, self.dialogue
        text = questions.wording(state, bridge, self.names) if bridge else ""
        kind = Kind(f"bridge/{self.round_id}", noted("Spørg med egne ord"), noted("Hvad vil du spørge om?"))
        self.app.push_screen(WordsScreen(kind, text=text), self._worded)

    def _worded(self, text: str | None) -> None:
        names = self.names
        if text:
            self._change(lambda s: questions.word(s, text, names), _("spørgsmål rettet"))

    def action_aim_met(self) -> None:
        """They have what they came for (S39)."""
        if self.over:
            return
        unheard = len(bridging.not_heard(self.dialogue))
        self.close(Ending.AIM_MET)
        if unheard:
            words = n_("1 er ikke hørt endnu. u fortryder.", "{n} er ikke hørt endnu. u fortryder.", unheard)
            say(self.app, words)

    def _call_forth(self) -> bool:
        """Put the proposal on the screen.

        Returns:
            Whether it was not there.
        """
        if self.is_called_forth:
            return False
        self._called_forth = True
        self._repaint()
        return True

    def _repaint(self) -> None:
        self.paint_state(self.state)
        self.refresh_bar()

    # The people

    @on(HeardBoard.Clicked)
    def _clicked(self, event: HeardBoard.Clicked) -> None:
        self._speaks(event.person)

    def action_speaks(self) -> None:
        """The marked one speaks."""
        self._speaks(self._marked)

    def action_digit(self, digit: str) -> None:
        """The one with that number speaks; a second digit soon after the first belongs to it."""
        people = len(self.dialogue.people)
        if people != self._typed_among:
            self._typed, self._typed_among = Digits(people), people
        number = self._typed.press(digit)
        self._stop_waiting()
        if number is not None:
            self._speaks(self.query_one(HeardBoard).person(number))
        elif self._typed.waiting:
            self._typing = self.set_timer(DIGIT_SECONDS, self._settle)

    def action_go(self, way: str) -> None:
        """Mark the next one that way."""
        self.query_one(HeardBoard).go(*_WAYS[way])

    def action_not_heard(self) -> None:
        """The last time that the marked one was said to speak was a slip."""
        marked = self._marked
        if marked:
            self._change(lambda s: bridging.untap(s, marked), _("taler slettet"))

    def action_invite(self) -> None:
        """The next question is for the marked one; again for whom it falls to."""
        marked = self._marked
        if self.over or marked is None or not self.may_write():
            return
        person = None if self.dialogue.turned_to == marked else marked
        self._called_forth = True
        if not self._change(lambda s: bridging.turn_to(s, person), _("inviteret")):
            self._repaint()

    @property
    def _marked(self) -> str | None:
        return self.query_one(HeardBoard).marked

    def _mark(self, person: str | None) -> None:
        if person:
            self.query_one(HeardBoard).mark(person)

    def _speaks(self, person: str | None) -> None:
        if person is None or self.over:
            return
        self._mark(person)
        name = self.names.get(person, person)
        label = _("{name} talte").format(name=name)
        self._change_at(lambda s, at: bridging.tap(s, person, at), label)

    def _settle(self) -> None:
        self._stop_waiting()
        number = self._typed.settle()
        if number is not None and self.samtale.live is not None:
            self._speaks(self.query_one(HeardBoard).person(number))

    def _stop_waiting(self) -> None:
        if self._typing is not None:
            self._typing.stop()
            self._typing = None

    # Changing it

    def _change(self, change: questions.Step, label: str) -> bool:
        return self.change(lambda state: change(cast("Bridging", state)), label)

    def _change_at(self, change: questions.StepAt, label: str) -> bool:
        return self.change_at(lambda state, at: change(cast("Bridging", state), at), label)
