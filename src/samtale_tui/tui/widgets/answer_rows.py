"""The lines that questions and answers of IDOART make, and which of them can be marked."""

from collections.abc import Iterator
from typing import NamedTuple

from textual.content import Content

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.method.idoart import Answer, Idoart, answers_to
from samtale_tui.method.idoart_questions import QUESTIONS
from samtale_tui.tui.widgets.hanging import MOST_LETTERS

WISH = "★"
LEAD = 2
"""Cells before every line, in which the mark stands."""
INDENT = 2
"""Cells before an answer, in which its dot or star stands."""
_LEAST_WORDS = 12


class Row(NamedTuple):
    """One line."""

    of: str
    """The question, or the id of the answer, that it belongs to; empty for a line of air."""
    words: Content
    first: bool
    """Whether it is the first line of that."""


AIR = Row("", Content(""), first=False)
"""An empty line."""


def places_in(state: Idoart) -> Iterator[str]:
    """What can be marked in the part that is on, from above."""
    for question in QUESTIONS[state.part]:
        yield question.value
        yield from (answer.id for answer in answers_to(state, question))


def first_unanswered(state: Idoart) -> str:
    """The question to go on with: the first without an answer, else the first."""
    asked = QUESTIONS[state.part]
    return next((question for question in asked if not answers_to(state, question)), asked[0]).value


def question_lines(words: str, cells: int) -> list[Content]:
    """A question in lines of so many cells."""
    return Content.styled(words, "bold $primary").wrap(max(_LEAST_WORDS, cells))


def answer_lines(answer: Answer, cells: int) -> list[Content]:
    """Its words after a dot, or after the star of a wish, with its minutes."""
    parts: list[str | tuple[str, str]] = [shorten(clean_line(answer.text), MOST_LETTERS)]
    if answer.minutes:
        parts.append((f"  {n_('1 min', '{n} min', answer.minutes)}", "$text-muted"))
    if answer.wish:
        parts.append((f"  {_('ønske')}", "$text-muted"))
    lines = Content.assemble(*parts).wrap(max(_LEAST_WORDS, cells - INDENT))
    before = (f"{WISH} ", "$primary") if answer.wish else ("· ", "$text-muted")
    indent = " " * INDENT
    return [Content.assemble(before if at == 0 else indent, line) for at, line in enumerate(lines)]
