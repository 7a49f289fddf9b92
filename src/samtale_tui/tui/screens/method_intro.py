"""A method's first screen, for the room: what we do, why, how long, and by which rules; then it begins."""

import random
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.harvest_commands import origin_on
from samtale_tui.conversation.model import Conversation, Step
from samtale_tui.conversation.people_in_round import everyone
from samtale_tui.conversation.proposals import (
    proposed,
    those_who_are_there,
    usual_minutes,
    with_frame,
    with_people,
)
from samtale_tui.conversation.round_commands import start_round
from samtale_tui.method.catalogue import method_text
from samtale_tui.method.run import LEAST_FRAME_SECONDS, Run
from samtale_tui.tui import methods
from samtale_tui.tui.circles import choose_circle
from samtale_tui.tui.commands import Command, bindings_in
from samtale_tui.tui.leading import leading
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.screens.method_intro_words import (
    advice_words,
    intro_lines,
    may_have_a_topic,
    should_be_circles,
    topic_of,
)
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.large_letters import LargeWords
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.steady import SteadyText

_FIRST = {"begin_method": 0, "people": 1, "set_up": 2}
"""What comes first in the bar."""


class MethodIntroScreen(ConversationScreen):
    """Enter begins. Nothing of it is kept until then but what is written."""

    context = "method"
    CSS_PATH = "method_intro.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (34, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("method")]

    def __init__(self, method: MethodName, card_id: str | None) -> None:
        """Make the first screen of a method on this card, or on a topic of its own."""
        super().__init__()
        self.method = method
        self._card = card_id
        self._run: Run | None = None

    def again(self) -> "MethodIntroScreen":
        """The same method, as it is to be."""
        other = MethodIntroScreen(self.method, self._card)
        other._run = self._run
        return other

    @property
    def step(self) -> Step:
        """The step that it was begun from."""
        return self.value.step

    def compose(self) -> ComposeResult:
        """Its name, the question, and what, why, how long, who and by which rules."""
        yield StepHeader()
        yield Notice()
        with VerticalScroll(id="intro-body"):
            yield SteadyText(id="intro-name")
            yield LargeWords(id="intro-title")
            yield SteadyText(id="intro-question")
            yield Static(id="intro-lines", markup=False)
        yield SteadyText(id="intro-advice")
        yield self.key_bar()

    def ready(self) -> None:
        """Proposed for those who are there; a head count is asked for where nobody is known."""
        self.query_one("#intro-body").focus()
        people = those_who_are_there(self.value)
        if self._run is None and people:
            self._propose(people)
        elif self._run is None:
            self._ask_who()

    def bar(self) -> tuple[Command, ...]:
        """What can be changed of this method."""
        hidden = set()
        if leading(self.method).set_up is None:
            hidden.add("set_up")
        if leading(self.method).shuffled is None:
            hidden.add("shuffle")
        if not may_have_a_topic(self.value, self._card):
            hidden.add("topic")
        if not should_be_circles(self.value, self.method):
            hidden.add("circles")
        shown = [each for each in super().bar() if each.id not in hidden]
        return tuple(sorted(shown, key=lambda each: _FIRST.get(each.id, len(_FIRST))))

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """All of it; it changes seldom. Gone with its card, and without those whom an undo has taken away."""
        if self._card is not None and new.card_by_id(self._card) is None:
            if self.is_current:
                self.dismiss()
            return
        self._without_the_gone()
        text = method_text(self.method)
        self.query_one("#intro-name", SteadyText).say(text.title)
        self.query_one("#intro-title", LargeWords).say(text.title)
        self.query_one("#intro-question", SteadyText).say(self.question())
        self.query_one("#intro-lines", Static).update(
            intro_lines(new, self.method, self._run, self.app.size, own_view=self.own_view)
        )
        words = advice_words(new, self.method, self._run, self.live.now().wall)
        said = self.query_one("#intro-advice", SteadyText)
        said.say(words)
        said.display = bool(words)

    def resized(self) -> None:
        """The title is set again."""
        self.paint(None, self.value)

    def question(self) -> str:
        """What it will be about: what was written here, else the card's question."""
        card = self.value.card_by_id(self._card or "")
        return topic_of(self.value, self.method, self._card) or (card.text if card else "")

    # What it is to be

    def _propose(self, people: tuple[str, ...]) -> None:
        seconds = 60.0 * usual_minutes(self.value, self.method, self._card)
        self._show(proposed(self.value, self.method, people, seconds))

    def _without_the_gone(self) -> None:
        """Proposed anew for those who still can be there."""
        run = self._run
        if run is None or run.named() <= set(everyone(self.value, run)):
            return
        left = tuple(person for person in everyone(self.value, run) if person in run.people)
        self._run = proposed(self.value, self.method, left, run.frame_seconds) if left else None

    def _show(self, run: Run | None) -> None:
        if run is not None:
            self._run = run
            self.repaint(None)

    def _ask_who(self) -> None:
        from samtale_tui.tui.screens.head_count import HeadCountBox

        def counted(_answer: bool | None) -> None:
            people = those_who_are_there(self.value)
            if people:
                self._propose(people)

        if not self.live.read_only:
            self.app.push_screen(HeadCountBox(), counted)

    # Commands

    def action_begin_method(self) -> None:
        """Its clock starts, and the method is on."""
        if self._run is None:
            self._ask_who()
            return
        topic = topic_of(self.value, self.method, self._card)
        title = methods.title_of(self.method)
        label = _("{method} begyndt").format(method=title)
        if self.apply(start_round, self._card, self._run, self.live.now(), topic, label=label):
            methods.show_method(self.samtale, self.value.rounds[-1].id, instead=True)

    def action_people(self) -> None:
        """Who is there; a head count where nobody is named."""
        if not self.may_write():
            return
        if self._run is None:
            self._ask_who()
            return
        from samtale_tui.tui.screens.present import PresentBox, people_of_a_plan

        self.app.push_screen(PresentBox(people_of_a_plan(self.live, lambda: self._run, self._with_people)))

    def _with_people(self, people: tuple[str, ...]) -> None:
        if self._run is not None and people:
            self._show(with_people(self.value, self._run, people))

    def action_set_up(self) -> None:
        """What this method has to be set up."""
        make = leading(self.method).set_up
        if make is not None and self._run is not None and self.may_write():
            box = make(self._run)
            self.app.push_screen(box, lambda done: self._show(box.chosen if done else None))

    def action_topic(self) -> None:
        """What it is about, in own words."""
        if may_have_a_topic(self.value, self._card) and self.may_write():
            methods.write_topic(self.samtale, self.method)

    def action_circles(self) -> None:
        """Smaller circles, and which of them begins."""
        if should_be_circles(self.value, self.method) and self.may_write():
            choose_circle(self.samtale, self._with_people)

    def action_shuffle(self) -> None:
        """Other people together."""
        shuffled = leading(self.method).shuffled
        if self._run is not None and shuffled is not None:
            self._show(shuffled(self._run, random.Random()))

    def action_longer(self) -> None:
        """A minute more."""
        self._add(60.0)

    def action_shorter(self) -> None:
        """A minute less."""
        self._add(-60.0)

    def _add(self, seconds: float) -> None:
        if self._run is not None:
            self._show(with_frame(self._run, max(LEAST_FRAME_SECONDS, self._run.frame_seconds + seconds)))

    def action_another(self) -> None:
        """Another method in this one's place."""
        methods.offer_methods(self.samtale, self._card, any_method=True)

    def agreement_origin(self) -> tuple[str | None, str | None]:
        """The card and its field."""
        return origin_on(self.value, self._card)
