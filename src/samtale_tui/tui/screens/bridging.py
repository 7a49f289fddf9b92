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

from samtale_tui.basis.language import _
from samtale_tui.method import bridging
from samtale_tui.method.bridging import Bridging
from samtale_tui.method.run import Run, frame_left
from samtale_tui.tui.commands import Command, bindings_in, reworded
from samtale_tui.tui.screens.bridging_questions import QuestionCommands
from samtale_tui.tui.screens.bridging_words import banner_words, over_words, own_words, voices
from samtale_tui.tui.widgets.frame_clock import FrameClock
from samtale_tui.tui.widgets.heard_board import HeardBoard
from samtale_tui.tui.widgets.large_question import LargeQuestion
from samtale_tui.tui.widgets.movement import Digits
from samtale_tui.tui.widgets.round_clocks import Countdown
from samtale_tui.tui.widgets.steady import SteadyLine

DIGIT_SECONDS = 1.0
"""How long a lone first digit waits for a second, where there are ten people or more."""
LEAST_LARGE_CLOCK = 22
"""Rows of a window in which the clock is large."""
_WHEN_ALL_ARE_HEARD = ("ask", "next_question", "aim_met")
_WAYS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class BridgingScreen(QuestionCommands):
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
        self._typed = Digits(0)
        self._typed_among = 0
        self._typing: Timer | None = None

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
        label, question = self.question_shown(this, names, asked)
        self.query_one("#bridging-label", SteadyLine).say(label)
        self.query_one(LargeQuestion).ask(question)
        before = _("Stillet: {question}").format(question=asked) if asked and self.is_called_forth else ""
        self.query_one("#bridging-asked", SteadyLine).say(before)
        self.prepare_later()

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

    # The people

    @on(HeardBoard.Clicked)
    def _clicked(self, event: HeardBoard.Clicked) -> None:
        self._speaks(event.person)

    def action_speaks(self) -> None:
        """The marked one speaks."""
        self._speaks(self.marked)

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
        marked = self.marked
        if marked:
            self.change_dialogue(lambda s: bridging.untap(s, marked), _("taler slettet"))

    def _speaks(self, person: str | None) -> None:
        if person is None or self.over:
            return
        self.mark(person)
        name = self.names.get(person, person)
        label = _("{name} talte").format(name=name)
        self.change_dialogue_at(lambda s, at: bridging.tap(s, person, at), label)

    def _settle(self) -> None:
        self._stop_waiting()
        number = self._typed.settle()
        if number is not None and self.samtale.live is not None:
            self._speaks(self.query_one(HeardBoard).person(number))

    def _stop_waiting(self) -> None:
        if self._typing is not None:
            self._typing.stop()
            self._typing = None
