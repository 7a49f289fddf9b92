"""What can be done to the answers of IDOART, and how one goes about between its parts (S27)."""

from collections.abc import Callable
from typing import cast

from textual import on

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.method import idoart
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import Part, part_title, question_text
from samtale_tui.tui import idoart_writing as to
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.answer_sheet import AnswerSheet
from samtale_tui.tui.widgets.large_letters import LargeWords
from samtale_tui.tui.widgets.part_tabs import PartTabs


class AnswerCommands(MethodScreen):
    """A screen with the sheet of answers, the parts above it, and the marked question in large letters."""

    def __init__(self, round_id: str) -> None:
        """Make the screen of a round."""
        super().__init__(round_id)
        self.told = ""
        """What was taken away last, until something else is done."""

    @property
    def sheet(self) -> AnswerSheet:
        """The questions and answers of the part that is on."""
        return self.query_one(AnswerSheet)

    def paint_question(self) -> None:
        """The marked question, as large as there is room for."""
        question = self.sheet.question
        self.query_one("#idoart-question", LargeWords).say(question_text(question) if question else "")

    def undone(self) -> None:
        """What was told of may be there again."""
        self.told = ""
        self.tick()

    def action_mark(self, by: int) -> None:
        """The question or answer below, or above."""
        if self.sheet.move_mark(by):
            self.paint_question()

    @on(AnswerSheet.Clicked)
    def _clicked(self, event: AnswerSheet.Clicked) -> None:
        self.paint_question()
        if event.again and self.sheet.answer:
            self.action_reword_answer()
        elif event.again:
            self.action_write_answer()

    @on(PartTabs.Chosen)
    def _part_clicked(self, event: PartTabs.Chosen) -> None:
        self._go_to(event.part)

    def action_next_part(self) -> None:
        """The part after this one."""
        self._change(idoart.next_part, _("næste del"))

    def action_previous_part(self) -> None:
        """The part before this one."""
        self._change(idoart.previous_part, _("forrige del"))

    def action_choose_part(self, number: int) -> None:
        """One of the five."""
        self._go_to(tuple(Part)[number - 1])

    def _go_to(self, part: Part) -> None:
        self._change(lambda state: idoart.go_to(state, part), part_title(part))

    def _change(self, change: Callable[[Idoart], Idoart], label: str) -> bool:
        self.told = ""
        return self.change(lambda state: change(cast("Idoart", state)), label)

    # Answers

    def action_write_answer(self) -> None:
        """An answer to the marked question, or one more beside the marked answer."""
        question = self.sheet.question
        if question and not self.over and self.may_write():
            to.write_answer(self.samtale, self.round_id, question)

    def action_reword_answer(self) -> None:
        """The marked answer in other words."""
        answer = self._marked_answer()
        if answer and self.may_write():
            to.reword_answer(self.samtale, self.round_id, answer.id)

    def action_drop_answer(self) -> None:
        """The marked answer away."""
        answer = self._marked_answer()
        if answer and self._change(lambda state: idoart.drop(state, answer.id), _("svar slettet")):
            what = shorten(clean_line(answer.text), 40)
            self.told = _("Slettet: {what}. u fortryder.").format(what=what)
            self.tick()

    def action_mark_wish(self) -> None:
        """The marked answer is a wish of the team's, or is none any longer."""
        answer = self._marked_answer()
        if answer:
            wish = not answer.wish
            label = _("markeret som ønske") if wish else _("ikke et ønske længere")
            self._change(lambda state: idoart.mark_wish(state, answer.id, wish=wish), label)

    def action_up(self) -> None:
        """The marked answer a place up."""
        self._move(-1)

    def action_down(self) -> None:
        """The marked answer a place down."""
        self._move(+1)

    def _move(self, by: int) -> None:
        answer = self._marked_answer()
        if answer:
            self._change(lambda state: idoart.move(state, answer.id, by), _("svar flyttet"))

    def _marked_answer(self) -> idoart.Answer | None:
        """The marked answer, while something can be changed; where a question is marked, say so."""
        if self.over:
            return None
        answer = self.sheet.answer
        if answer is None:
            say(self.app, _("Markér først et svar med pilene."))
        return answer
