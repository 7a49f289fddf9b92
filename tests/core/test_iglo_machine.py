"""An IGLO under keys pressed at random. The invariants are stated one by one below.

The model is what hangs on the wall of the room: the list of ideas, the notes in their squares, who is there.
It keeps its own account and looks at nothing that the state works out.
"""

from copy import deepcopy
from datetime import date

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.method import iglo
from samtale_tui.method import iglo_board as board
from samtale_tui.method.iglo import Iglo
from samtale_tui.method.iglo_parts import Grounds, IgloNote, IgloStep, LevelText, Thought
from samtale_tui.method.iglo_words import answered, missing
from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left, set_frame

SEATS = tuple(f"p{n}" for n in range(1, 9))
IDEAS = st.sampled_from(["i1", "i2", "i3"]) | st.sampled_from(["i4", "i5", "i77"])
NOTES = st.sampled_from(["s1", "s2", "s3", "s4", "s5"])
TEXTS = st.sampled_from(["", " ", "Ro om morgenen", "[/x] [Maria]", "a\nb", "\x1b[31m"])
DAYS = st.none() | st.dates(date(2027, 1, 1), date(2027, 12, 31))
SQUARES = st.tuples(st.sampled_from(IgloLevel), st.sampled_from(Horizon))
FIELDS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("what", "how", "who", "follow_who", "follow_how"), TEXTS)
    | dict.fromkeys(("start", "deadline", "follow_when"), DAYS),
)
exactly = pytest.approx


class Wall:
    """What the room sees, kept by hand."""

    def __init__(self, people: list[str], frame: float) -> None:
        self.people = people
        self.frame = frame
        self.ideas: list[dict[str, object]] = []
        self.notes: list[dict[str, object]] = []
        self.step = "ideas"
        self.on: str | None = None
        self.numbered = 0
        self.ended: tuple[float, Ending] | None = None

    def idea(self, name: str) -> dict[str, object] | None:
        return next((each for each in self.ideas if each["id"] == name), None)

    def note(self, name: str) -> dict[str, object] | None:
        return next((each for each in self.notes if each["id"] == name), None)

    def hangs(self, idea: str) -> bool:
        return any(each["idea"] == idea for each in self.notes)


def written(text: object) -> str:
    """What is left of a text that was typed here."""
    return str(text).replace("\x1b[31m", "").strip() if text else ""


class AnIglo(RuleBasedStateMachine):
    """Ideas, choices and notes in any order, people who come and go, undo, and an end."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0
        self.earlier: list[tuple[Iglo, Wall]] = []

    @initialize(
        people=st.integers(1, 8),
        frame=st.integers(1, 7200),
        levels=st.sets(st.sampled_from(IgloLevel), max_size=4),
        ideas=st.integers(0, 3),
    )
    def it_begins(self, people: int, frame: int, levels: set[IgloLevel], ideas: int) -> None:
        own = tuple(LevelText(level=level, title="Os") for level in IgloLevel if level in levels)
        self.levels = own
        self.iglo = iglo.propose(SEATS[:people], frame, levels=own)
        self.wall = Wall(list(SEATS[:people]), float(frame))
        for number in range(ideas):
            self.an_idea_comes(f"Idé {number}", "")

    @property
    def runs(self) -> bool:
        return self.wall.ended is None

    def keep(self) -> None:
        """As the saver does before each step."""
        self.earlier = [*self.earlier[-5:], (self.iglo, deepcopy(self.wall))]

    # What happens in the room

    @rule(seconds=st.floats(0, 400, width=32) | st.sampled_from([3600.0, 1e6]))
    def time_passes_or_a_tick_comes_late(self, seconds: float) -> None:
        self.at += seconds

    @rule(text=TEXTS, agreement=st.sampled_from(["", "", "a1", "a2"]))
    def an_idea_comes(self, text: str, agreement: str) -> None:
        self.keep()
        self.iglo = iglo.add_idea(self.iglo, text, agreement)
        taken = agreement and any(each["agreement"] == agreement for each in self.wall.ideas)
        if self.runs and written(text) and not taken:
            self.wall.numbered += 1
            self.wall.ideas.append(
                {
                    "id": f"i{self.wall.numbered}",
                    "text": written(text),
                    "agreement": agreement,
                    "chosen": None,
                    "talked": set(),
                }
            )

    @rule(name=IDEAS, text=TEXTS)
    def an_idea_is_put_in_other_words(self, name: str, text: str) -> None:
        self.keep()
        self.iglo = iglo.reword_idea(self.iglo, name, text)
        idea = self.wall.idea(name)
        if self.runs and idea and written(text):
            idea["text"] = written(text)

    @rule(name=IDEAS, with_notes=st.booleans())
    def an_idea_is_taken_off(self, name: str, with_notes: bool) -> None:
        self.keep()
        self.iglo = iglo.drop_idea(self.iglo, name, with_notes=with_notes)
        if not self.runs or self.wall.idea(name) is None or (self.wall.hangs(name) and not with_notes):
            return
        self.wall.ideas = [each for each in self.wall.ideas if each["id"] != name]
        self.wall.notes = [each for each in self.wall.notes if each["idea"] != name]
        if self.wall.on == name:
            self.wall.on = None
            self.wall.step = "choose" if self.wall.step == "board" else self.wall.step
        if not self.wall.ideas:
            self.wall.step = "ideas"

    @rule(name=IDEAS, grounds=st.sampled_from(Grounds))
    def an_idea_is_chosen(self, name: str, grounds: Grounds) -> None:
        self.keep()
        self.iglo = iglo.choose(self.iglo, name, grounds)
        idea = self.wall.idea(name)
        if self.runs and idea:
            idea["chosen"] = grounds
            self.wall.on, self.wall.step = name, "board"

    @rule(name=IDEAS)
    def an_earlier_board_is_gone_back_to(self, name: str) -> None:
        self.keep()
        self.iglo = iglo.back_to_board(self.iglo, name)
        idea = self.wall.idea(name)
        if self.runs and idea and idea["chosen"]:
            self.wall.on, self.wall.step = name, "board"

    @rule()
    def the_next_idea(self) -> None:
        self.keep()
        self.iglo = iglo.next_idea(self.iglo)
        if self.runs:
            waits = any(each["chosen"] is None for each in self.wall.ideas)
            self.wall.step = "choose" if waits else "ideas"

    @rule(step=st.sampled_from(IgloStep))
    def another_part(self, step: IgloStep) -> None:
        self.keep()
        self.iglo = iglo.go_to(self.iglo, step)
        there = {"ideas": True, "choose": bool(self.wall.ideas), "board": self.wall.on is not None}
        if self.runs and there[step]:
            self.wall.step = step.value

    @rule(name=IDEAS, thought=st.sampled_from(Thought))
    def something_is_talked_about(self, name: str, thought: Thought) -> None:
        self.keep()
        self.iglo = iglo.talk_about(self.iglo, name, thought)
        idea = self.wall.idea(name)
        if self.runs and idea:
            idea["talked"] ^= {thought}

    @rule(name=NOTES, idea=IDEAS, square=SQUARES, fields=FIELDS, claim=st.sampled_from(["", "h9"]))
    def a_note_is_written(
        self, name: str, idea: str, square: tuple[IgloLevel, Horizon], fields: dict[str, object], claim: str
    ) -> None:
        self.keep()
        level, horizon = square
        made = IgloNote(id=name, idea=idea, level=level, horizon=horizon, action=claim, **fields)
        self.iglo = board.put_note(self.iglo, made)
        old = self.wall.note(name)
        said = {key: value if isinstance(value, date) else written(value) for key, value in fields.items()}
        if not self.runs or self.wall.idea(idea) is None or (old is None and not any(said.values())):
            return
        new = {"id": name, "idea": idea, "square": square, "said": said, "action": ""}
        if old is None:
            self.wall.numbered = max(self.wall.numbered, int(name[1:]))
            self.wall.notes.append(new)
        else:
            old.update(new | {"action": old["action"]})

    @rule(name=NOTES)
    def a_note_is_taken_down(self, name: str) -> None:
        self.keep()
        self.iglo = board.drop_note(self.iglo, name)
        if self.runs:
            self.wall.notes = [each for each in self.wall.notes if each["id"] != name]

    @rule(name=NOTES, action=st.sampled_from(["h1", "h2", ""]))
    def a_note_becomes_an_action_or_is_free_again(self, name: str, action: str) -> None:
        self.keep()
        self.iglo = board.became(self.iglo, name, action)
        if note := self.wall.note(name):
            note["action"] = action

    @rule(person=st.sampled_from(SEATS))
    def someone_comes(self, person: str) -> None:
        self.keep()
        self.iglo = self.iglo.joined(person, self.at, SEATS)
        if self.runs and person not in self.wall.people:
            self.wall.people = sorted([*self.wall.people, person])

    @rule(person=st.sampled_from(SEATS))
    def someone_goes(self, person: str) -> None:
        self.keep()
        self.iglo = self.iglo.left(person, self.at)
        if self.runs and self.wall.people != [person]:
            self.wall.people = [each for each in self.wall.people if each != person]

    @rule(seconds=st.floats(-100, 9000))
    def the_frame_gets_another_length(self, seconds: float) -> None:
        self.keep()
        self.iglo = set_frame(self.iglo, seconds)
        if self.runs:
            self.wall.frame = max(60.0, seconds)

    @rule()
    def five_minutes_more(self) -> None:
        self.keep()
        self.iglo = extend(self.iglo)
        if self.runs:
            self.wall.frame += 300.0

    @precondition(lambda self: self.runs and len(self.wall.notes) > 1)
    @rule(ending=st.sampled_from([Ending.CLOSED, Ending.TIME_UP, Ending.AIM_MET]))
    def it_is_closed(self, ending: Ending) -> None:
        self.keep()
        self.iglo = self.iglo.closed(self.at, ending)
        self.wall.ended = (self.at, ending)

    @precondition(lambda self: self.earlier)
    @rule(steps=st.integers(1, 5))
    def steps_are_taken_back_while_time_has_gone_on(self, steps: int) -> None:
        for _step in range(min(steps, len(self.earlier))):
            self.iglo, self.wall = self.earlier.pop()

    # What always holds

    @invariant()
    def it_is_what_hangs_on_the_wall(self) -> None:
        ideas = [
            {
                "id": each.id,
                "text": each.text,
                "agreement": each.agreement,
                "chosen": each.chosen,
                "talked": set(each.talked),
            }
            for each in self.iglo.ideas
        ]
        assert ideas == self.wall.ideas
        assert [(each.id, each.idea, each.action) for each in self.iglo.notes] == [
            (each["id"], each["idea"], each["action"]) for each in self.wall.notes
        ]
        assert (self.iglo.step.value, self.iglo.idea) == (self.wall.step, self.wall.on)
        assert list(self.iglo.people) == self.wall.people
        assert self.iglo.levels == self.levels

    @invariant()
    def every_note_belongs_to_an_idea_that_is_there_and_to_one_square(self) -> None:
        for idea in self.iglo.ideas:
            found = []
            for level in IgloLevel:
                for horizon in Horizon:
                    here = board.notes_on(self.iglo, idea.id, level, horizon)
                    hung = [
                        each["id"]
                        for each in self.wall.notes
                        if each["idea"] == idea.id and each["square"] == (level, horizon)
                    ]
                    assert [each.id for each in here] == hung
                    found += hung
            assert len(found) == sum(each["idea"] == idea.id for each in self.wall.notes)
        assert {each.idea for each in self.iglo.notes} <= {each.id for each in self.iglo.ideas}

    @invariant()
    def a_note_counts_the_answers_that_were_written_on_it(self) -> None:
        for note, hung in zip(self.iglo.notes, self.wall.notes, strict=True):
            said = hung["said"]
            both = [("start", "deadline"), ("follow_who", "follow_when")]
            count = sum(bool(said.get(name)) for name in ("what", "how", "who"))
            count += sum(bool(said.get(one) and said.get(other)) for one, other in both)
            assert answered(note) == count
            assert len(missing(note)) == 5 - count

    @invariant()
    def a_level_is_called_empty_when_nothing_hangs_there(self) -> None:
        for idea in self.iglo.ideas:
            used = {each["square"][0] for each in self.wall.notes if each["idea"] == idea.id}
            assert set(board.empty_levels(self.iglo, idea.id)) == set(IgloLevel) - used
            assert bool(board.empty_words(self.iglo, idea.id)) == (len(used) < 4)

    @invariant()
    def a_board_is_only_shown_of_an_idea_that_was_chosen(self) -> None:
        if self.iglo.step is IgloStep.BOARD:
            idea = iglo.idea_of(self.iglo, self.iglo.idea)
            assert idea and idea.chosen
        if self.iglo.step is IgloStep.CHOOSE:
            assert self.iglo.ideas

    @invariant()
    def all_that_came_out_is_brought_home_once(self) -> None:
        got = self.iglo.harvest()
        notes = {
            each["id"]: each["action"] or ""
            for each in self.wall.notes
            if each["said"].get("what") or each["said"].get("how")
        }
        ideas = {each["id"] for each in self.wall.ideas if not each["chosen"] and not each["agreement"]}
        assert len(got) == len({each.key for each in got})
        assert {each.key for each in got} == set(notes) | ideas
        assert all(each.action == notes.get(each.key, "") for each in got)
        assert all(each.text and each.where for each in got)

    @invariant()
    def no_clock_runs_backwards(self) -> None:
        reading = self.at if self.wall.ended is None else self.wall.ended[0]
        assert frame_left(self.iglo, self.at) == exactly(self.wall.frame - reading, abs=0.01)
        assert frame_left(self.iglo, self.at + 1) <= frame_left(self.iglo, self.at)
        assert self.runs or frame_is_up(self.iglo, self.at + 1e9) == (frame_left(self.iglo, self.at) <= 0)

    @invariant()
    def it_ends_when_it_is_closed_and_not_by_itself(self) -> None:
        assert self.iglo.ending is (self.wall.ended[1] if self.wall.ended else None)

    @invariant()
    def it_is_saved_and_read_back_as_it_was(self) -> None:
        assert Iglo.model_validate(self.iglo.model_dump(mode="json")) == self.iglo


TestAnIglo = AnIglo.TestCase
"""The IGLO as a state machine."""
