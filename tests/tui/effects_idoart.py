"""How the commands of IDOART show, reached by ``idoart_answered``: every part has answers, the second is on."""

from effects import ESC, Effect, U, on
from scenes import SCENES
from showcase import Stage

from samtale_tui.conversation.round_commands import round_watch
from samtale_tui.method.idoart import Idoart, answers_to
from samtale_tui.method.idoart_questions import Part, Question
from samtale_tui.tui.widgets.answer_sheet import AnswerSheet


def _state(stage: Stage) -> Idoart:
    state = stage.value.rounds[-1].idoart
    assert state
    return state


def _part(stage: Stage) -> Part:
    return _state(stage).part


def _mark_first_answer(stage: Stage) -> None:
    """The one that answers what the team gains."""
    sheet = stage.screen.query_one(AnswerSheet)
    while sheet.move_mark(-1):
        pass
    sheet.move_mark(1)
    assert sheet.answer


def _mark_second_answer(stage: Stage) -> None:
    """The one below, to the next question."""
    _mark_first_answer(stage)
    sheet = stage.screen.query_one(AnswerSheet)
    sheet.move_mark(2)
    assert sheet.answer


def _gain(stage: Stage) -> int:
    return len(answers_to(_state(stage), Question.GAIN))


def _carried(stage: Stage) -> bool:
    return bool(stage.value.framing.purpose)


def _carried_alone(stage: Stage) -> bool:
    return bool(stage.value.framing.expectations) and not stage.value.framing.purpose


EFFECTS: dict[str, Effect] = {
    "write_answer": Effect(on("WordsScreen"), back=ESC),
    "reword_answer": Effect(on("WordsScreen"), _mark_first_answer, back=ESC),
    "drop_answer": Effect(lambda stage: _gain(stage) == 0, _mark_first_answer, back=U),
    "mark_wish": Effect(
        lambda stage: answers_to(_state(stage), Question.GAIN)[0].wish, _mark_first_answer, back=U
    ),
    "up": Effect(lambda stage: _gain(stage) == 2, _mark_second_answer, back=U),
    "down": Effect(lambda stage: _gain(stage) == 0, _mark_first_answer, back=U),
    "next_part": Effect(lambda stage: _part(stage) is Part.AGENDA, back=U),
    "previous_part": Effect(lambda stage: _part(stage) is Part.INTENTION, back=U),
    "carry": Effect(_carried, back=U),
    "carry_part": Effect(_carried_alone, back=U),
    "extend": Effect(
        lambda stage: _state(stage).frame_seconds == 35 * 60, reach=SCENES["idoart_time_is_up"], back=U
    ),
    "back": Effect(lambda stage: stage.on == "FrameScreen" and not round_watch(stage.value, "r1").running),
}
