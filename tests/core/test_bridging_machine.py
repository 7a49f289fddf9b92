"""A structured dialogue under keys pressed at random. The invariants are stated one by one below.

The model knows only what happened in the room: who is there, who spoke when, and what was asked aloud. Whom a
question ties together it reads from its words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, permutations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from samtale_tui.method.bridging import (
    Bridging,
    all_are_heard,
    heard,
    name_opener,
    not_heard,
    propose,
    spoke_last,
    tap,
    times_spoken,
    turn_to,
    untap,
)
from samtale_tui.method.bridging_questions import ask, back, proposal, skip, word, wording
from samtale_tui.method.run import LEAST_FRAME_SECONDS, Ending, extend, frame_left, set_frame

VIEW = "{ny}: dit syn?"
LIKE = "{ny}: godt hos {taler}?"
BOTH = "{ny}: hørt hos {taler} og {anden}?"
ADD = "{taler}: føj til {anden}?"
TAKE_UP = "Byg på {taler}?"
AGREE = "Enige?"
QUESTIONS = (VIEW, LIKE, BOTH, ADD, TAKE_UP, AGREE)
INVITES = (VIEW, LIKE, BOTH)
SEATS = tuple(f"p{n + 1}" for n in range(14))
NAMES = {person: f"<{person}>" for person in SEATS}
"""No name is part of another."""

seats = (st.integers(0, 2) | st.integers(0, len(SEATS) - 1)).map(SEATS.__getitem__)


def people_in(text: str) -> list[str]:
    return re.findall(r"<(p\d+)>", text)


def shape(text: str) -> str:
    """Which of the questions it is, with its names taken out."""
    bare = re.sub(r"<p\d+>", "_", text)
    return next((each for each in QUESTIONS if re.sub(r"\{\w+\}", "_", each) == bare), "")


def pairs(people: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(pair) for pair in combinations(people, 2)]


class AStructuredDialogue(RuleBasedStateMachine):
    """Any order of taps, questions, slips, own words, coming and going, long waits, undo and closing."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0
        self.taps: list[tuple[str, float]] = []
        self.aloud: list[str] = []
        self.put_by = 0
        """How many are put by since the last one was asked."""
        self.own_words: str | None = None
        self.turned: str | None = None
        self.ended: Bridging | None = None
        self.history: list[tuple[Bridging, tuple[object, ...]]] = []

    @initialize(
        n=st.integers(1, 3) | st.integers(2, 5) | st.integers(6, 13),
        questions=st.sampled_from(((ADD,), (LIKE,), (LIKE, ADD))) | st.permutations(QUESTIONS),
        frame=st.integers(1, 3600),
    )
    def the_dialogue_begins(self, n: int, questions: Sequence[str], frame: int) -> None:
        self.people = list(SEATS[:n])
        self.questions = [VIEW, *(each for each in questions if each != VIEW)]
        self.frame = float(frame)
        self.s = propose(self.people, frame, self.questions)

    # What the model knows

    @property
    def runs(self) -> bool:
        return self.ended is None

    def has_spoken(self, person: str) -> bool:
        return any(person == each for each, _ in self.taps)

    def heard_here(self) -> list[str]:
        return [person for person in self.people if self.has_spoken(person)]

    def new_here(self) -> list[str]:
        return [person for person in self.people if not self.has_spoken(person)]

    def as_known(self) -> tuple[object, ...]:
        return (
            list(self.people),
            list(self.taps),
            list(self.aloud),
            self.put_by,
            self.own_words,
            self.turned,
            self.frame,
        )

    def changes_to(self, s: Bridging) -> None:
        if s is not self.s:
            self.history.append((self.s, self.as_known()))
        self.s = s

    def proposed(self) -> str | None:
        bridge = proposal(self.s)
        return wording(self.s, bridge, NAMES) if bridge else None

    # What happens in the room

    @rule(seconds=st.floats(0, 400, width=32) | st.just(3 * 3600.0))
    def time_passes(self, seconds: float) -> None:
        self.at += seconds

    @rule(person=seats)
    def someone_speaks(self, person: str) -> None:
        self.changes_to(tap(self.s, person, self.at))
        reading = round(self.at, 3)
        bounced = self.taps and self.taps[-1][0] == person and reading - self.taps[-1][1] < 1.0
        if self.runs and person in self.people and not bounced:
            self.taps.append((person, reading))
            self.turned = None if self.turned == person else self.turned

    @rule(people=st.lists(seats, min_size=2, max_size=8))
    def some_speak_in_turn(self, people: list[str]) -> None:
        for person in people:
            self.at += 12.5
            self.someone_speaks(person)

    @rule(seconds=st.sampled_from((0.0, 0.75, 1.5)))
    def the_key_for_the_same_one_again(self, seconds: float) -> None:
        if self.taps:
            self.at += seconds
            self.someone_speaks(self.taps[-1][0])

    @rule()
    def everyone_speaks(self) -> None:
        self.some_speak_in_turn(list(self.people))

    @rule(person=seats)
    def the_tap_was_a_slip(self, person: str) -> None:
        self.changes_to(untap(self.s, person))
        taps = [place for place, (each, _) in enumerate(self.taps) if each == person]
        if self.runs and taps:
            del self.taps[taps[-1]]

    @rule()
    def the_proposal_is_asked(self) -> None:
        text = self.proposed()
        self.changes_to(ask(self.s, self.at, NAMES))
        if self.runs and text is not None:
            self.aloud.append(text)
            self.put_by, self.own_words, self.turned = 0, None, None

    @rule(times=st.integers(2, 8))
    def one_is_asked_after_the_other(self, times: int) -> None:
        for _ in range(times):
            self.at += 30
            self.no_pair_is_tied_together_again_before_it_must_be()
            self.the_proposal_is_asked()

    @rule()
    def the_proposal_is_put_by(self) -> None:
        after = skip(self.s)
        if after is not self.s:
            assert back(after) == self.s
            self.changes_to(after)
            self.put_by += 1
            self.own_words = None
        elif self.runs:
            assert self.own_words is None

    @rule()
    def back_to_what_was_put_by(self) -> None:
        before = self.s
        self.changes_to(back(self.s))
        if self.s is not before:
            self.put_by -= 1
            self.own_words = self.s.worded.text if self.s.worded else None
            assert self.put_by >= 0

    @rule(text=st.sampled_from(("", "Hvad nu?", "<p1>, hvad nu med <p2>?", "  \n", "Enige?")))
    def the_facilitator_words_it(self, text: str) -> None:
        self.changes_to(word(self.s, text, NAMES))
        if self.runs:
            plain = self.s.worded is None
            self.own_words = None if plain else text
            assert not plain or text.strip() in {"", self.proposed()}

    @rule(person=st.none() | seats)
    def the_facilitator_turns_to(self, person: str | None) -> None:
        self.changes_to(turn_to(self.s, person))
        if self.runs and (person is None or person in self.people):
            self.turned = person

    @rule(person=st.none() | seats)
    def someone_is_named_to_begin(self, person: str | None) -> None:
        self.changes_to(name_opener(self.s, person))

    @rule(person=seats)
    def someone_comes(self, person: str) -> None:
        self.changes_to(self.s.joined(person, self.at, SEATS))
        if self.runs and person not in self.people:
            self.people = sorted([*self.people, person], key=SEATS.index)

    @rule(person=seats)
    def someone_goes(self, person: str) -> None:
        self.changes_to(self.s.left(person, self.at))
        if self.runs and person in self.people and len(self.people) > 1:
            self.people.remove(person)
            self.turned = None if self.turned == person else self.turned

    @rule()
    def who_speaks_goes(self) -> None:
        if self.taps:
            self.someone_goes(self.taps[-1][0])

    @rule(seconds=st.floats(-100, 5000))
    def the_frame_gets_another_length(self, seconds: float) -> None:
        self.changes_to(set_frame(self.s, seconds))
        if self.runs:
            self.frame = max(float(LEAST_FRAME_SECONDS), seconds)

    @rule()
    def five_minutes_more(self) -> None:
        self.changes_to(extend(self.s))
        if self.runs:
            self.frame += 300.0

    @precondition(lambda self: self.history)
    @rule(seconds=st.floats(0, 100, width=32), steps=st.integers(1, 4))
    def undone_with_time_gone_on(self, seconds: float, steps: int) -> None:
        self.at += seconds
        for _ in range(min(steps, len(self.history))):
            self.s, known = self.history.pop()
        self.people, self.taps, self.aloud, self.put_by, self.own_words, self.turned, self.frame = known
        self.ended = None

    @rule(ending=st.sampled_from((Ending.TIME_UP, Ending.AIM_MET, Ending.CLOSED)))
    def it_ends(self, ending: Ending) -> None:
        self.changes_to(self.s.closed(self.at, ending))
        if self.runs:
            self.ended = self.s
            assert (self.s.ending, self.s.ended_at) == (ending, round(self.at, 3))

    # What always holds

    @invariant()
    def heard_and_not_heard_are_all_who_are_there(self) -> None:
        assert list(self.s.people) == self.people
        assert list(heard(self.s)) == self.heard_here()
        assert sorted(not_heard(self.s)) == sorted(self.new_here())
        assert all_are_heard(self.s) == (not self.new_here())

    @invariant()
    def every_tap_counts_once_and_for_good(self) -> None:
        assert [(each.person, each.at) for each in self.s.spoken] == self.taps
        count = Counter(person for person, _ in self.taps)
        assert times_spoken(self.s) == {person: count[person] for person in self.people}
        assert spoke_last(self.s) == (self.taps[-1][0] if self.taps else None)

    @invariant()
    def what_was_asked_aloud_is_kept_word_for_word(self) -> None:
        assert [each.text for each in self.s.asked] == self.aloud

    @invariant()
    def no_clock_runs_backwards(self) -> None:
        for readings in ([each.at for each in self.s.spoken], [each.at for each in self.s.asked]):
            assert readings == sorted(readings)
            assert all(0 <= reading <= round(self.at, 3) for reading in readings)
        reading = self.ended.ended_at if self.ended else self.at
        assert abs(frame_left(self.s, self.at) - (self.frame - reading)) < 0.01

    @invariant()
    def a_question_names_only_those_who_are_there_and_each_in_their_place(self) -> None:
        text = self.proposed()
        if text is None or self.own_words is not None:
            return
        kind, named = shape(text), people_in(text)
        assert kind in self.questions
        assert len(set(named)) == len(named)
        invited = named[:1] if kind in INVITES else []
        assert all(person in self.new_here() for person in invited)
        assert all(person in self.heard_here() for person in named[len(invited) :])

    @invariant()
    def those_not_heard_are_invited_in_first(self) -> None:
        if self.runs and not self.put_by and self.own_words is None and self.turned is None:
            text = self.proposed()
            if self.new_here():
                assert text is not None and shape(text) in INVITES
            elif text is not None:
                assert shape(text) not in INVITES

    @invariant()
    def one_turned_to_is_the_one_invited(self) -> None:
        if self.runs and self.own_words is None and self.turned in self.new_here():
            text = self.proposed()
            assert text is not None and people_in(text)[0] == self.turned

    @invariant()
    def no_pair_is_tied_together_again_before_it_must_be(self) -> None:
        text = self.proposed()
        if text is None or self.own_words is not None or self.put_by or self.turned:
            return
        kind, named = shape(text), people_in(text)
        if kind not in {LIKE, ADD}:
            return
        met = Counter(pair for number in range(len(self.aloud)) for pair in pairs(self.tied_by(number)))
        if kind == LIKE:
            others = [(one, other) for one in self.new_here() for other in self.heard_here()]
        else:
            others = list(permutations(self.heard_here(), 2))
        assert met[frozenset(named)] == min(met[frozenset(pair)] for pair in others)

    def tied_by(self, number: int) -> list[str]:
        """Whom a question tied together: one in own words those who stood in it and were there."""
        text = self.aloud[number]
        return people_in(text) if shape(text) else list(self.s.asked[number].names)

    @invariant()
    def there_is_a_question_as_long_as_someone_is_not_heard(self) -> None:
        if self.runs and self.new_here():
            assert self.proposed()
        if not self.runs:
            assert self.proposed() is None

    @invariant()
    def what_is_saved_is_what_it_was(self) -> None:
        assert Bridging.model_validate(self.s.model_dump(mode="json")) == self.s
        assert self.s.named() >= {*self.people, *(person for person, _ in self.taps)}

    @invariant()
    def a_dialogue_that_is_over_does_not_change(self) -> None:
        assert self.ended is None or self.s is self.ended


TestAStructuredDialogue = AStructuredDialogue.TestCase
