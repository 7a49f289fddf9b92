"""The short joint look back at the end (S62): a few questions, an answer to each."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static, TextArea

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation.aside import Evaluation
from samtale_tui.conversation.aside_words import evaluation_questions
from samtale_tui.conversation.commands import evaluate
from samtale_tui.conversation.model import Conversation
from samtale_tui.tui.commands import Command, bindings_in
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.writing import Writing


class EvaluationScreen(ConversationScreen):
    """What is written is kept letter by letter."""

    context = "evaluation"
    CSS_PATH = "evaluation.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (23, "-middle"), (34, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("evaluation")]

    def compose(self) -> ComposeResult:
        """Each question over its answer."""
        yield StepHeader()
        yield Notice()
        with VerticalScroll(id="evaluation-body", can_focus=False):
            for number, (name, question) in enumerate(evaluation_questions(self.value.deck).items(), 1):
                words = plain_line(_("{n}. {question}").format(n=number, question=question))
                yield Static(words, classes="question")
                yield Writing(id=name, placeholder=_("Skriv med jeres egne ord"))
        yield self.key_bar()

    def ready(self) -> None:
        """Ready to write the first answer, so that what is typed in front of the room is no command."""
        if not self.live.read_only and self.value.evaluation == Evaluation():
            self.action_answer()

    def bar(self) -> tuple[Command, ...]:
        """What one comes here for stands first, and then the way on."""
        first = {"answer": 0, "next_step": 1}
        return tuple(sorted(super().bar(), key=lambda each: first.get(each.id, len(first))))

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """The answers, where they are not what stands there already."""
        for field in self.query(Writing).results(Writing):
            field.read_only = self.live.read_only
            answer = new.evaluation.answer(field.id or "")
            if clean_prose(field.text) != answer:
                field.text = answer

    @on(TextArea.Changed)
    def _keep(self, event: TextArea.Changed) -> None:
        field = event.text_area
        if field.has_focus and field.id and not self.live.read_only:
            answer = clean_prose(field.text)
            self.apply(evaluate, field.id, answer, label=_("svar"), stay=f"evaluation/{field.id}")

    def on_descendant_blur(self) -> None:
        """What is written in another field is another step."""
        self.live.end_stay()

    def action_answer(self) -> None:
        """To the first question without an answer; where all have one, to the first."""
        fields = list(self.query(Writing).results(Writing))
        field = next((each for each in fields if not clean_prose(each.text)), fields[0])
        field.focus()
        field.move_cursor(field.document.end)

    def leave(self) -> None:
        """Back to the plan."""
        self.live.end_stay()
        self.go_to("plan")
