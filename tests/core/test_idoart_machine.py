"""IDOART under keys pressed at random. The invariants are stated one by one below.

The model is ten sheets of paper, one for each question, on which slips are put, moved and taken away. It knows
the slips by their ids and nothing of how the run keeps them.
"""

from dataclasses import dataclass, field, replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from samtale_tui.method.idoart import (
    Idoart,
    advice,
    answer_by_id,
    answers_in,
    answers_to,
    drop,
    go_to,
    mark_wish,
    move,
    next_part,
    previous_part,
    propose,
    reword,
    unanswered,
    write,
)
from samtale_tui.method.idoart_questions import Part, Question
from samtale_tui.method.idoart_times import part_meant, suggested_minutes
from samtale_tui.method.run import LEAST_FRAME_SECONDS, Ending, extend, frame_left, set_frame

ASKED = ((0, 1), (2, 3, 4), (5, 6), (7, 8), (9,))
"""Which questions the five parts ask, as S27 counts them."""
QUESTIONS = tuple(Question)
PARTS = tuple(Part)
EVERYONE = tuple(f"p{n}" for n in range(45))
LINES = st.sampled_from(
    ["Retning", "Opgaver 20 min", "1 time", "[/x]", "Æ: ø", "Ro 5 min", "  ", "\x1b[31m", "lang " * 60]
)
TEXTS = st.lists(LINES, max_size=4).map("\n".join)
MINUTES = {"Opgaver 20 min": ("Opgaver", 20), "Ro 5 min": ("Ro", 5)}
AGENDA = ASKED[2]


@dataclass(frozen=True)
class Slip:
    id: str
    text: str
    minutes: int | None
    wish: bool


@dataclass(frozen=True)
class Room:
    """What lies on the table, besides time."""

    sheets: tuple[tuple[Slip, ...], ...] = ((),) * 10
    part: int = 0
    people: tuple[str, ...] = ()
    frame: float = 0.0
    ended: float | None = None
    seen: Idoart | None = field(default=None, compare=False)
    """The run as it was when it ended."""


def slips(text: str, sheet: int) -> list[tuple[str, int | None]]:
    """What is written on a slip for each line that says something."""
    said = (line.strip() for line in text.replace("\x1b[31m", "").split("\n"))
    return [MINUTES.get(line, (line, None)) if sheet in AGENDA else (line, None) for line in said if line]


class AnIdoart(RuleBasedStateMachine):
    """Any order of writing, moving, marking, going between parts, people coming and going, and undo."""

    @initialize(n=st.integers(1, 3) | st.integers(4, 40), frame=st.integers(1, 3 * 3600))
    def the_run_begins(self, n: int, frame: int) -> None:
        self.at = 0.0
        self.run = propose(EVERYONE[:n], frame)
        self.room = Room(people=EVERYONE[:n], frame=float(frame))
        self.past: list[tuple[Idoart, Room]] = []

    @property
    def runs(self) -> bool:
        return self.room.ended is None

    def changed(self, run: Idoart, **room: object) -> None:
        """The step is taken in the room too, and can be undone; one that is over takes none."""
        if not self.runs:
            assert run is self.run
            return
        self.past.append((self.run, self.room))
        self.run, self.room = run, replace(self.room, **room)

    def with_sheet(self, number: int, sheet: list[Slip] | tuple[Slip, ...]) -> tuple[tuple[Slip, ...], ...]:
        sheets = list(self.room.sheets)
        sheets[number] = tuple(sheet)
        return tuple(sheets)

    def slip(self, pick: int) -> tuple[int, int, str]:
        """Sheet, place and id of one of the slips; of one that is not there, where there are none."""
        there = [
            (number, place, each.id)
            for number, sheet in enumerate(self.room.sheets)
            for place, each in enumerate(sheet)
        ]
        return there[pick % len(there)] if there else (-1, -1, "s77")

    # What happens in the room

    @rule(seconds=st.floats(0, 300, width=32) | st.floats(3600, 20_000, width=32))
    def time_passes_also_while_the_lid_is_closed(self, seconds: float) -> None:
        self.at += seconds

    @rule(number=st.integers(0, 9), text=TEXTS, wish=st.booleans())
    def somebody_answers(self, number: int, text: str, wish: bool) -> None:
        said = slips(text, number)
        after = write(self.run, QUESTIONS[number], text, wish=wish)
        if not said:
            assert after is self.run
            return
        before = {each.id for each in self.run.answers}
        new = [each.id for each in after.answers if each.id not in before] if self.runs else []
        made = [Slip(id_, words, minutes, wish) for id_, (words, minutes) in zip(new, said, strict=False)]
        assert len(made) == len(said) or not self.runs
        self.changed(after, sheets=self.with_sheet(number, [*self.room.sheets[number], *made]))

    @rule(pick=st.integers(0, 50), text=TEXTS)
    def somebody_says_it_otherwise(self, pick: int, text: str) -> None:
        number, place, id_ = self.slip(pick)
        said = slips(text, number)
        after = reword(self.run, id_, text)
        if number < 0 or not said:
            assert after is self.run
            return
        before = {each.id for each in self.run.answers}
        new = [each.id for each in after.answers if each.id not in before] if self.runs else []
        sheet = list(self.room.sheets[number])
        old = sheet[place]
        ids = (id_, *new) if self.runs else (id_,) * len(said)
        sheet[place : place + 1] = [
            Slip(each, words, minutes, old.wish) for each, (words, minutes) in zip(ids, said, strict=True)
        ]
        self.changed(after, sheets=self.with_sheet(number, sheet))

    @rule(pick=st.integers(0, 50))
    def an_answer_is_taken_away(self, pick: int) -> None:
        number, place, id_ = self.slip(pick)
        after = drop(self.run, id_)
        if number < 0:
            assert after is self.run
            return
        sheet = list(self.room.sheets[number])
        del sheet[place]
        self.changed(after, sheets=self.with_sheet(number, sheet))

    @rule(pick=st.integers(0, 50), wish=st.booleans())
    def an_answer_is_marked(self, pick: int, wish: bool) -> None:
        number, place, id_ = self.slip(pick)
        after = mark_wish(self.run, id_, wish=wish)
        if number < 0:
            assert after is self.run
            return
        sheet = list(self.room.sheets[number])
        sheet[place] = replace(sheet[place], wish=wish)
        self.changed(after, sheets=self.with_sheet(number, sheet))

    @rule(pick=st.integers(0, 50), by=st.sampled_from((-1, 1)))
    def an_answer_is_moved(self, pick: int, by: int) -> None:
        number, place, id_ = self.slip(pick)
        after = move(self.run, id_, by)
        sheet = list(self.room.sheets[number]) if number >= 0 else []
        if 0 <= place + by < len(sheet):
            sheet.insert(place + by, sheet.pop(place))
            self.changed(after, sheets=self.with_sheet(number, sheet))
            return
        if number < 0 or not any({number, number + by} <= set(asked) for asked in ASKED):
            assert after is self.run
            return
        slip = sheet.pop(place)
        sheets = list(self.with_sheet(number, sheet))
        beside = sheets[number + by]
        sheets[number + by] = (slip, *beside) if by > 0 else (*beside, slip)
        self.changed(after, sheets=tuple(sheets))

    @rule(part=st.integers(0, 4))
    def another_part_is_taken(self, part: int) -> None:
        self.changed(go_to(self.run, PARTS[part]), part=part)

    @rule()
    def on_to_the_next_part(self) -> None:
        self.changed(next_part(self.run), part=min(4, self.room.part + 1))

    @rule()
    def back_to_the_part_before(self) -> None:
        self.changed(previous_part(self.run), part=max(0, self.room.part - 1))

    @rule(pick=st.integers(0, 44))
    def someone_comes(self, pick: int) -> None:
        comer = EVERYONE[pick]
        people = tuple(each for each in EVERYONE if each in self.room.people or each == comer)
        self.changed(self.run.joined(comer, self.at, EVERYONE), people=people)

    @rule(pick=st.integers(0, 44))
    def someone_goes(self, pick: int) -> None:
        others = tuple(each for each in self.room.people if each != EVERYONE[pick])
        self.changed(self.run.left(EVERYONE[pick], self.at), people=others or self.room.people)

    @rule(seconds=st.floats(-100, 20_000))
    def the_frame_gets_another_length(self, seconds: float) -> None:
        self.changed(set_frame(self.run, seconds), frame=max(float(LEAST_FRAME_SECONDS), seconds))

    @rule()
    def five_minutes_more(self) -> None:
        self.changed(extend(self.run), frame=self.room.frame + 300.0)

    @precondition(lambda self: len(self.past) > 4)
    @rule(ending=st.sampled_from((Ending.CLOSED, Ending.TIME_UP, Ending.AIM_MET)))
    def the_facilitator_closes(self, ending: Ending) -> None:
        after = self.run.closed(self.at, ending)
        assert after.ending is ending or not self.runs
        self.changed(after, ended=self.at, seen=after)

    @precondition(lambda self: self.past)
    @rule(steps=st.integers(1, 6))
    def steps_are_undone_while_time_has_gone_on(self, steps: int) -> None:
        del self.past[len(self.past) - min(steps, len(self.past)) + 1 :]
        self.run, self.room = self.past.pop()

    @rule()
    def the_program_is_killed_and_opened_again(self) -> None:
        read = Idoart.model_validate(self.run.model_dump(mode="json"))
        assert read == self.run
        assert Idoart.model_validate(read.model_dump(exclude_defaults=True, exclude_none=True)) == read

    @rule(n=st.integers(1, 40))
    def it_could_be_taken_up_again_with_all_that_was_said(self, n: int) -> None:
        again = propose(EVERYONE[:n], 60, last=self.run)
        assert [each.text for each in again.harvest()] == [each.text for each in self.run.harvest()]
        assert again.ending is None

    # What always holds

    @invariant()
    def every_answer_is_under_its_question_once_and_none_is_lost(self) -> None:
        found = [
            tuple(
                Slip(each.id, each.text, each.minutes, each.wish) for each in answers_to(self.run, question)
            )
            for question in QUESTIONS
        ]
        assert tuple(found) == tuple(
            tuple(replace(each, text=" ".join(each.text.split())) for each in sheet)
            for sheet in self.room.sheets
        )
        assert len(self.run.answers) == sum(map(len, self.room.sheets))

    @invariant()
    def a_part_shows_the_answers_to_its_own_questions(self) -> None:
        for part, asked in zip(PARTS, ASKED, strict=True):
            ids = [each.id for number in asked for each in self.room.sheets[number]]
            assert [each.id for each in answers_in(self.run, part)] == ids
        assert unanswered(self.run) == tuple(
            question for question, sheet in zip(QUESTIONS, self.room.sheets, strict=True) if not sheet
        )

    @invariant()
    def an_id_is_one_answers_alone(self) -> None:
        ids = [each.id for sheet in self.room.sheets for each in sheet]
        assert len(set(ids)) == len(ids)
        for id_ in ids:
            answer = answer_by_id(self.run, id_)
            assert answer is not None and answer.id == id_

    @invariant()
    def the_part_that_is_on_is_the_one_that_was_chosen(self) -> None:
        assert self.run.part is PARTS[self.room.part]

    @invariant()
    def everyone_there_is_there_once_and_somebody_always_is(self) -> None:
        assert self.run.people == self.room.people
        assert self.run.named() == set(self.room.people)
        assert self.run.people
        assert bool(advice(self.run)) is not (2 <= len(self.room.people) <= 12)

    @invariant()
    def all_that_was_said_comes_out_in_the_order_of_the_questions(self) -> None:
        ids = [each.id for sheet in self.room.sheets for each in sheet]
        assert [each.key for each in self.run.harvest()] == ids
        assert all(each.text and each.where for each in self.run.harvest())

    @invariant()
    def no_clock_runs_backwards(self) -> None:
        reading = self.room.ended if self.room.ended is not None else self.at
        assert abs(frame_left(self.run, self.at) - (self.room.frame - reading)) < 0.01
        assert frame_left(self.run, self.at + 1) <= frame_left(self.run, self.at)
        meant = [PARTS.index(part_meant(self.run, self.at + later)) for later in (0, 60, 7200)]
        assert meant == sorted(meant)
        assert sum(suggested_minutes(self.room.frame).values()) == int(self.room.frame // 60)

    @invariant()
    def a_run_that_is_over_does_not_change(self) -> None:
        assert (self.run.ending is None) == self.runs
        assert self.runs or self.run is self.room.seen


TestAnIdoart = AnIdoart.TestCase
