"""The questions of one part of IDOART with their answers, painted only where they are seen or new."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from samtale_tui.method.idoart import Answer, Idoart, answer_by_id, answers_to
from samtale_tui.method.idoart_questions import QUESTIONS, Question, question_text
from samtale_tui.tui.widgets.answer_rows import (
    AIR,
    INDENT,
    LEAD,
    Row,
    answer_lines,
    first_unanswered,
    places_in,
    question_lines,
)
from samtale_tui.tui.widgets.fields_board import MARKER

_MOST_KEPT = 500
"""Questions and answers whose lines are kept."""


class AnswerSheet(ScrollView, can_focus=False):
    """Questions and answers below each other, one of them marked. The screen listens to the keys."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"answer-sheet--marked"}
    DEFAULT_CSS = """
    AnswerSheet {
        overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    AnswerSheet > .answer-sheet--marked {
        background: $block-cursor-blurred-background; color: $block-cursor-blurred-foreground;
    }
    """

    virtual_size = Reactive(Size(0, 0))
    """As every widget's, but not a reason to lay out the whole screen: that costs more than all the rest."""

    class Clicked(Message):
        """Something was clicked; what was marked already may be opened."""

        def __init__(self, *, again: bool) -> None:
            super().__init__()
            self.again = again

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.marked = ""
        """The question, or the id of the answer, that is marked."""
        self._state: Idoart | None = None
        self._rows: list[Row] = []
        self._cells = 0
        self._strips: dict[tuple[int, bool, bool], Strip] = {}
        self._wrapped: dict[tuple[object, int], list[Content]] = {}

    # What is shown

    def show(self, state: Idoart) -> None:
        """The part that is on. The mark goes to what is new, else it stays as near as it can."""
        old, self._state = self._state, state
        if old is state:
            return
        before = self.marked
        self._choose_mark(old, state)
        self._set_rows()
        self._repaint_rows_of({before, self.marked})
        self.scroll_to_mark()

    def _choose_mark(self, old: Idoart | None, new: Idoart) -> None:
        places = list(places_in(new))
        known = {answer.id for answer in old.answers} if old else set()
        fresh = [place for place in places if place not in known and answer_by_id(new, place)]
        if old is None or old.part is not new.part:
            self.marked = first_unanswered(new)
        elif fresh:
            self.marked = fresh[-1]
        elif self.marked not in places:
            before = list(places_in(old))
            at = before.index(self.marked) if self.marked in before else 0
            self.marked = places[min(at, len(places) - 1)]

    @property
    def question(self) -> Question | None:
        """The question that is marked, or whose answer is; none before anything is shown."""
        if self._state is None:
            return None
        answer = answer_by_id(self._state, self.marked)
        return answer.question if answer else Question(self.marked)

    @property
    def answer(self) -> Answer | None:
        """The answer that is marked."""
        return answer_by_id(self._state, self.marked) if self._state else None

    def move_mark(self, by: int) -> bool:
        """The mark to the question or answer below, or above.

        Returns:
            Whether there is one.
        """
        places = list(places_in(self._state)) if self._state else []
        at = places.index(self.marked) + by if self.marked in places else 0
        if not 0 <= at < len(places):
            return False
        self._mark(places[at])
        return True

    def _mark(self, place: str) -> None:
        before, self.marked = self.marked, place
        self._repaint_rows_of({before, place})
        self.scroll_to_mark()

    # Its lines

    def on_resize(self) -> None:
        """Other lines for another width, and more air where there is more room."""
        self._set_rows()
        self.call_after_refresh(self.scroll_to_mark)

    def notify_style_update(self) -> None:
        """Another theme, other colours."""
        super().notify_style_update()
        self._strips.clear()
        self.refresh()

    def _set_rows(self) -> None:
        """All lines as they are now; only those that differ are painted again."""
        cells = self.scrollable_content_region.width
        if self._state is None or cells < LEAD + INDENT:
            return
        is_wider = cells != self._cells
        self._cells = cells
        old, self._rows = self._rows, list(self._lines(self._state))
        self.virtual_size = Size(cells, len(self._rows))
        self.vertical_scrollbar.window_virtual_size = len(self._rows)  # a layout would do that, and more
        if is_wider:
            self._strips.clear()
            self.refresh()
            return
        for at in range(max(len(old), len(self._rows))):
            if at >= len(old) or at >= len(self._rows) or old[at] != self._rows[at]:
                self._repaint_row(at)

    def _lines(self, state: Idoart) -> Iterator[Row]:
        airy = self.size.height >= 3 * len(QUESTIONS[state.part]) + len(list(places_in(state)))
        for number, question in enumerate(QUESTIONS[state.part]):
            if number and (airy or answers_to(state, QUESTIONS[state.part][number - 1])):
                yield AIR
            yield from self._rows_of(question.value, self._wrap(question))
            for answer in answers_to(state, question):
                yield from self._rows_of(answer.id, self._wrap(answer))

    def _rows_of(self, place: str, lines: Sequence[Content]) -> Iterator[Row]:
        for number, line in enumerate(lines):
            yield Row(place, line, first=number == 0)

    def _wrap(self, each: Question | Answer) -> list[Content]:
        """The lines of a question or an answer, kept, as to break lines is what takes the longest."""
        said = question_text(each) if isinstance(each, Question) else each
        key = (said, self._cells)
        if key not in self._wrapped:
            if len(self._wrapped) > _MOST_KEPT:
                self._wrapped.clear()
                self._strips.clear()
            room = self._cells - LEAD
            self._wrapped[key] = (
                question_lines(said, room) if isinstance(said, str) else answer_lines(said, room)
            )
        return self._wrapped[key]

    # Painting

    def _repaint_row(self, at: int) -> None:
        self.refresh(Region(0, at - self.scroll_offset.y, self.size.width, 1))

    def _repaint_rows_of(self, places: set[str]) -> None:
        for at, row in enumerate(self._rows):
            if row.of in places:
                self._repaint_row(at)

    def render_line(self, y: int) -> Strip:
        """A line, kept as long as its words are."""
        at = y + self.scroll_offset.y
        if at >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        row = self._rows[at]
        marked = bool(row.of) and row.of == self.marked
        key = (id(row.words), row.first, marked)
        if key not in self._strips:
            self._strips[key] = self._painted(row, marked=marked)
        return self._strips[key]

    def _painted(self, row: Row, *, marked: bool) -> Strip:
        style = self.get_visual_style("answer-sheet--marked") if marked else self.visual_style
        lead = f"{MARKER} " if marked and row.first else " " * LEAD
        words = Content.assemble((lead, "bold $primary"), row.words)
        strips = Visual.to_strips(self, words, self._cells, 1, style, apply_selection=False, pad=True)
        return strips[0]

    def scroll_to_mark(self) -> None:
        """What is marked is in sight, all of it where it can be."""
        rows = [at for at, row in enumerate(self._rows) if row.of == self.marked]
        if rows:
            region = Region(0, rows[0], 1, min(len(rows), max(1, self.size.height)))
            self.scroll_to_region(region, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Mark what is clicked; a second click opens it."""
        at = event.y + self.scroll_offset.y
        if at < len(self._rows) and self._rows[at].of:
            again = event.chain == 2
            self._mark(self._rows[at].of)
            self.post_message(self.Clicked(again=again))
