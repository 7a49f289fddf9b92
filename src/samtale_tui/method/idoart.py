"""IDOART (S27): the room aligns its expectations in five parts, and each question gets its answers.

The parts may be taken in any order. Nothing is lost by going between them: an answer stands under its
question until somebody takes it away.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Annotated, ClassVar, Self

from pydantic import Field as Bound
from pydantic import StringConstraints, model_validator

from samtale_tui.basis.language import _
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.numbering import free_numbers
from samtale_tui.basis.text import Line, clean, clean_line
from samtale_tui.basis.time_lengths import MOST_MINUTES_READ, split_length, with_length
from samtale_tui.basis.words import MethodName
from samtale_tui.method.idoart_questions import PART_OF, QUESTIONS, Part, Question, part_title
from samtale_tui.method.run import Harvest, Run

TALKS_BEST = 12
"""More people than this do better to talk in smaller groups before the answers are written."""

_PLACES = {question: place for place, question in enumerate(Question)}


class Answer(Frozen):
    """What somebody answered, on one line."""

    id: Annotated[str, StringConstraints(pattern=r"^s[0-9]{1,9}$")]
    """``s1``, ``s2`` …; no other one has it while it is there."""
    question: Question
    """What it answers."""
    text: Annotated[Line, Bound(min_length=1)]
    """The answer, without the minutes behind it."""
    wish: bool = False
    """Whether it is a wish of the team's, which the leader carries into the planning (S15)."""
    minutes: Annotated[int, Bound(ge=1, le=MOST_MINUTES_READ)] | None = None
    """How long a point of the agenda is meant to take; none in the other parts."""


class Idoart(Run):
    """The five parts under way. Who comes and who goes leaves the answers as they stand."""

    method: ClassVar[MethodName] = MethodName.IDOART

    part: Part = Part.INTENTION
    """The part that is on."""
    answers: tuple[Answer, ...] = ()
    """All answers, those to one question in the order in which they are shown."""
    numbered: Annotated[int, Bound(ge=0)] = 0
    """The highest number of an answer that was taken out; none gets it again."""

    @model_validator(mode="after")
    def _each_answer_is_there_once(self) -> Self:
        if len({answer.id for answer in self.answers}) != len(self.answers):
            raise ValueError("answers_twice")
        return self

    def harvest(self) -> tuple[Harvest, ...]:
        """Every answer, in the order of the questions, with its part."""
        return tuple(
            Harvest(answer.id, as_typed(answer), part_title(PART_OF[answer.question]))
            for answer in _in_order(self.answers)
        )


def propose(people: Sequence[str], frame_seconds: float, last: Idoart | None = None) -> Idoart:
    """The run about to begin, on its first part.

    Args:
        people: ids of those present, clockwise in their seats; at least one.
        frame_seconds: the time agreed for all of it.
        last: an earlier run that is taken up again with all its answers; none to begin with none.
    """
    answers = last.answers if last else ()
    return Idoart(people=tuple(people), frame_seconds=frame_seconds, answers=answers)


def advice(s: Idoart) -> str:
    """Why it is weak with so few or so many, and what to do; empty where it is not."""
    if len(s.people) == 1:
        return _("Alene er det en forberedelse: Skriv dine egne svar, og tag dem op med teamet bagefter.")
    if len(s.people) > TALKS_BEST:
        return _("I er mange: Tal om hver del to og to eller i små grupper, før I skriver svarene.")
    return ""


def go_to(s: Idoart, part: Part) -> Idoart:
    """Another part, in whatever order."""
    return s if s.ending or s.part is part else s.but(part=part)


def next_part(s: Idoart) -> Idoart:
    """The part after this one; the last one stays on."""
    return go_to(s, _part_at(s.part, +1))


def previous_part(s: Idoart) -> Idoart:
    """The part before this one; the first one stays on."""
    return go_to(s, _part_at(s.part, -1))


def write(s: Idoart, question: Question, text: str, *, wish: bool = False) -> Idoart:
    """More answers to a question, after those that it has: each line of the text is one."""
    made = _made(s, question, text, wish=wish)
    return s.but(answers=_in_order((*s.answers, *made))) if made and not s.ending else s


def reword(s: Idoart, answer_id: str, text: str) -> Idoart:
    """An answer in other words; no words leave it as it was.

    Of several lines the first is the answer, and each of the others a new one right after it.
    """
    old = answer_by_id(s, answer_id)
    if old is None or s.ending:
        return s
    made = _made(s, old.question, text, wish=old.wish)
    if not made:
        return s
    first = made[0].but(id=old.id)
    rest = made[1:]
    if first == old and not rest:
        return s
    place = s.answers.index(old)
    return s.but(answers=_in_order((*s.answers[:place], first, *rest, *s.answers[place + 1 :])))


def drop(s: Idoart, answer_id: str) -> Idoart:
    """An answer taken away."""
    left = tuple(answer for answer in s.answers if answer.id != answer_id)
    if s.ending or len(left) == len(s.answers):
        return s
    return s.but(answers=left, numbered=max(s.numbered, *(int(answer.id[1:]) for answer in s.answers)))


def mark_wish(s: Idoart, answer_id: str, *, wish: bool) -> Idoart:
    """An answer that is a wish of the team's, or is not (S15)."""
    old = answer_by_id(s, answer_id)
    if old is None or old.wish is wish or s.ending:
        return s
    return s.but(answers=tuple(each.but(wish=wish) if each is old else each for each in s.answers))


def move(s: Idoart, answer_id: str, by: int) -> Idoart:
    """An answer one place down (``+1``) or up (``-1``) among those of its part.

    Past the last or the first answer to its question it comes under the next or the previous question of the
    same part.
    """
    old = answer_by_id(s, answer_id)
    if old is None or s.ending:
        return s
    step = 1 if by > 0 else -1
    answers = list(_in_order(s.answers))
    place = answers.index(old)
    beyond = place + step
    if 0 <= beyond < len(answers) and answers[beyond].question is old.question:
        answers[place], answers[beyond] = answers[beyond], old
    else:
        asked = QUESTIONS[PART_OF[old.question]]
        number = asked.index(old.question) + step
        if not 0 <= number < len(asked):
            return s
        answers[place] = old.but(question=asked[number])
    return s.but(answers=tuple(answers))


def answer_by_id(s: Idoart, answer_id: str) -> Answer | None:
    """An answer; none where it is not there."""
    return next((answer for answer in s.answers if answer.id == answer_id), None)


def answers_to(s: Idoart, *questions: Question) -> tuple[Answer, ...]:
    """The answers to these questions, as they are shown."""
    return tuple(answer for answer in _in_order(s.answers) if answer.question in questions)


def answers_in(s: Idoart, part: Part) -> tuple[Answer, ...]:
    """The answers of a part, as they are shown."""
    return answers_to(s, *QUESTIONS[part])


def unanswered(s: Idoart) -> tuple[Question, ...]:
    """Questions that nobody has answered, in order."""
    given = {answer.question for answer in s.answers}
    return tuple(question for question in Question if question not in given)


def as_typed(answer: Answer) -> str:
    """The answer as one would write it, with its minutes."""
    return with_length(answer.text, answer.minutes)


def _made(s: Idoart, question: Question, text: str, *, wish: bool) -> tuple[Answer, ...]:
    """An answer of each line that says something; only points of the agenda take minutes."""
    lines = [line for line in map(clean_line, clean(text).split("\n")) if line]
    numbers = islice(free_numbers((*(answer.id for answer in s.answers), f"s{s.numbered}")), len(lines))
    told = [split_length(line) if PART_OF[question] is Part.AGENDA else (line, None) for line in lines]
    return tuple(
        Answer(id=f"s{number}", question=question, text=words, wish=wish, minutes=minutes)
        for number, (words, minutes) in zip(numbers, told, strict=True)
    )


def _in_order(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """In the order of the questions; those to one question keep theirs."""
    return tuple(sorted(answers, key=lambda answer: _PLACES[answer.question]))


def _part_at(part: Part, by: int) -> Part:
    parts = tuple(Part)
    return parts[min(len(parts) - 1, max(0, parts.index(part) + by))]
