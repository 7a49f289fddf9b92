"""Answers of IDOART are written in the box for a few words; what stands half-written waits there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from samtale_tui.basis.language import _, noted
from samtale_tui.conversation.idoart_commands import idoart_of
from samtale_tui.conversation.round_commands import in_round
from samtale_tui.method import idoart
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import Question, question_example, question_text
from samtale_tui.method.run import Run
from samtale_tui.tui.screens.words import Kind, WordsScreen

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp


def write_answer(app: "SamtaleApp", round_id: str, question: Question) -> None:
    """Let an answer to a question be written."""
    kind = Kind(f"idoart/{round_id}/{question.value}", noted("Skriv et svar"), question_example(question))

    def written(state: Idoart, text: str) -> Idoart:
        return idoart.write(state, question, text)

    _let_write(app, round_id, WordsScreen(kind, question_text(question)), written, _("svar skrevet"))


def reword_answer(app: "SamtaleApp", round_id: str, answer_id: str) -> None:
    """Let an answer be put in other words."""
    state = idoart_of(app.live.value, round_id) if app.live else None
    answer = idoart.answer_by_id(state, answer_id) if state else None
    if answer is None:
        return
    kind = Kind(f"idoart/{round_id}/{answer_id}", noted("Ret svaret"), question_example(answer.question))
    box = WordsScreen(kind, question_text(answer.question), idoart.as_typed(answer))

    def reworded(state: Idoart, text: str) -> Idoart:
        return idoart.reword(state, answer_id, text)

    _let_write(app, round_id, box, reworded, _("svar rettet"))


def _let_write(
    app: "SamtaleApp",
    round_id: str,
    box: WordsScreen,
    change: Callable[[Idoart, str], Idoart],
    label: str,
) -> None:
    def done(text: str | None) -> None:
        screen = app.top_conversation_screen()
        if text and screen:
            now = screen.live.now()
            screen.apply(in_round, round_id, now, lambda run: _changed(run, text), label=label)

    def _changed(run: Run, text: str) -> Run:
        return change(run, text) if isinstance(run, Idoart) else run

    app.push_screen(box, done)
