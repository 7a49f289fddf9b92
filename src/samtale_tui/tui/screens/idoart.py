"""IDOART (S27): the five parts, the questions of the one that is on, and the answers under each."""

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.idoart_commands import carry, carry_into_frame
from samtale_tui.conversation.idoart_words import carried_words
from samtale_tui.conversation.model import Conversation
from samtale_tui.method import idoart
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import Part, part_prompt, part_title, question_text
from samtale_tui.method.idoart_times import part_meant, suggested_minutes
from samtale_tui.method.run import Run, frame_is_up, frame_left
from samtale_tui.tui import idoart_writing as to
from samtale_tui.tui.commands import Command, bindings_in, command
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.answer_sheet import AnswerSheet
from samtale_tui.tui.widgets.large_letters import LargeWords
from samtale_tui.tui.widgets.part_tabs import PartTabs
from samtale_tui.tui.widgets.round_clocks import Countdown, RoundClocks, frame_bar, left_words
from samtale_tui.tui.widgets.steady import SteadyText


class IdoartScreen(MethodScreen):
    """IDOART under way, from Ramme or from a card."""

    context = "idoart"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["method.tcss", "idoart.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_in("idoart"),
        Binding("up", "mark(-1)", show=False),
        Binding("down", "mark(1)", show=False),
        *(Binding(str(number), f"choose_part({number})", show=False) for number in range(1, 6)),
    ]

    def body(self) -> ComposeResult:
        """The parts; the marked question in large letters where there is room; the sheet and the clock."""
        with Vertical(id="idoart-body"):
            yield PartTabs(id="idoart-parts")
            yield LargeWords(id="idoart-question")
            with Horizontal(id="idoart-main"):
                yield AnswerSheet(id="idoart-sheet")
                yield RoundClocks(_("Det hele"), id="idoart-clocks")
            yield SteadyText(id="idoart-time")

    def __init__(self, round_id: str) -> None:
        """Make the screen of a round."""
        super().__init__(round_id)
        self._told = ""

    def resized(self) -> None:
        """The parts are told in as many words as there is room for."""
        this = self.this
        if this:
            self.paint_state(this.state)

    @property
    def _sheet(self) -> AnswerSheet:
        return self.query_one(AnswerSheet)

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """What it is about takes no room where nothing is said of it."""
        super().paint(old, new)
        asked = self.query_one("#method-question", SteadyText)
        asked.display = bool(self.this and (self.this.topic or self.this.card))

    def paint_state(self, state: Run) -> None:
        """The parts, and the answers of the one that is on."""
        this = cast("Idoart", state)
        self.query_one(PartTabs).show(this, self.app.size.width - 4)
        self._sheet.show(this)
        self._paint_question()

    def _paint_question(self) -> None:
        question = self._sheet.question
        self.query_one("#idoart-question", LargeWords).say(question_text(question) if question else "")

    def paint_clocks(self, state: Run, reading: float) -> None:
        """The part with the minutes that it may take, and what is left of all of it."""
        this = cast("Idoart", state)
        minutes = suggested_minutes(this.frame_seconds)[this.part]
        head = n_("{part}: ca. 1 min", "{part}: ca. {n} min", minutes).format(part=part_title(this.part))
        frame = Countdown(frame_left(this, reading), this.frame_seconds)
        self.query_one(RoundClocks).show(head, None, frame)
        line = f"{head}   {left_words(frame.left)}  {frame_bar(*frame)}"
        self.query_one("#idoart-time", SteadyText).say(line)

    def banner_words(self, state: Run, reading: float) -> str:
        """That the time is up, or what was just taken away."""
        if frame_is_up(state, reading):
            return _("Tiden er gået. f giver 5 minutter mere, x slutter.")
        return self._told

    def over_words(self, state: Run) -> str:
        """What can still be done."""
        return _("IDOART er slut. t tager svarene med til Ramme.")

    def paused_words(self) -> str:
        """On Ramme another key takes it up than on a card."""
        each = self.this
        return super().paused_words() if each and each.card else _("Sat på pause. i tager op igen på Ramme.")

    def own_words(self, state: Run, reading: float) -> str:
        """What to do in this part, and whether time has gone on to a later one."""
        this = cast("Idoart", state)
        if this.ending:
            return ""
        prompt, meant = part_prompt(this.part), part_meant(this, reading)
        parts = tuple(Part)
        if parts.index(meant) <= parts.index(this.part):
            return prompt
        later = _("Efter tiden er I nået til {part}.").format(part=part_title(meant))
        return f"{prompt}\n{later}"

    def bar(self) -> tuple[Command, ...]:
        """When it is over, what was answered can still be carried into the frame."""
        bar = super().bar()
        return (bar[0], command("carry"), *bar[1:]) if self.this and self.over else bar

    # Going about

    def undone(self) -> None:
        """What was told of may be there again."""
        self._told = ""
        self.tick()

    def action_mark(self, by: int) -> None:
        """The question or answer below, or above."""
        if self._sheet.move_mark(by):
            self._paint_question()

    @on(AnswerSheet.Clicked)
    def _clicked(self, event: AnswerSheet.Clicked) -> None:
        self._paint_question()
        if event.again and self._sheet.answer:
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
        self._told = ""
        return self.change(lambda state: change(cast("Idoart", state)), label)

    # Answers

    def action_write_answer(self) -> None:
        """An answer to the marked question, or one more beside the marked answer."""
        question = self._sheet.question
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
            self._told = _("Slettet: {what}. u fortryder.").format(what=what)
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
        answer = self._sheet.answer
        if answer is None:
            say(self.app, _("Markér først et svar med pilene."))
        return answer

    # Into the frame

    def action_carry(self) -> None:
        """All that was answered."""
        self._carry(tuple(Part))

    def action_carry_part(self) -> None:
        """What was answered in this part."""
        self._carry((cast("Idoart", self.state).part,))

    def _carry(self, parts: Iterable[Part]) -> None:
        if not self.may_write():
            return
        words = carried_words(carry(self.value, cast("Idoart", self.state), parts))
        if self.apply(carry_into_frame, self.round_id, parts, label=_("taget med til Ramme")):
            words += (_("u fortryder."),)
        say(self.app, "\n".join(words), title=_("Ramme"), seconds=12)
