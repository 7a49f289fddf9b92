"""A whole conversation at random: every command in any order, undone and redone at will."""

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from test_conversation import DECK, START

from samtale_tui.conversation import commands as do
from samtale_tui.conversation import harvest_commands as harvest
from samtale_tui.conversation import parking_commands as parking
from samtale_tui.conversation import people_in_round as here
from samtale_tui.conversation import plan_commands as plan
from samtale_tui.conversation import ranking_commands as ranking
from samtale_tui.conversation import round_commands as rounds
from samtale_tui.conversation.aside import CONFIDENTIAL, Belongs
from samtale_tui.conversation.history import History
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import seconds_by_card
from samtale_tui.conversation.rounds import Pause
from samtale_tui.method import spiral
from samtale_tui.method.clock import Moment
from samtale_tui.method.run import Ending
from samtale_tui.plan.model import Action

FIELDS = ("god-dag", "opgaver")
CARDS = ("god-dag-1", "opgaver-1", "opgaver-2", "b1", "b2", "nowhere-1")
WORDS = st.text(max_size=12)
STEPS = (spiral.next_turn, spiral.pass_turn, spiral.previous_turn)
ROUNDS = st.sampled_from(("r1", "r2", "r3", "r9"))
PEOPLE = st.sampled_from(("p1", "p2", "p3", "p4", "p9"))


def settled(conversation: Conversation) -> dict[str, object]:
    """All that undo gives back: everything but time and where one stands."""
    passive = {"times", "step", "field", "card", "drafts", "documents", "written", "written_of", "bell"}
    return conversation.model_dump(exclude=passive | {"deck"})


class TalkingTeam(RuleBasedStateMachine):
    """A team of three talks; its facilitator presses anything."""

    @initialize()
    def sit_down(self) -> None:
        self.value = do.new_conversation("prove", DECK, "Team Nord", ("Anna", "Bo", "Anna"), 90, START)
        self.history = History()
        self.seconds = 0.0
        self.before: list[dict[str, object]] = []
        self.readings: dict[str, float] = {}

    @property
    def now(self) -> Moment:
        return Moment(500 + self.seconds, START + timedelta(seconds=self.seconds))

    def step(self, new: Conversation) -> None:
        """One command of the user, as one step."""
        old, self.value = self.value, new
        recorded = self.history.recorded(old, new, "trin", None)
        if recorded is not self.history and len(list(recorded.done)) > len(list(self.history.done)):
            self.before.append(settled(old))
        self.history = recorded

    @rule(seconds=st.floats(0, 900))
    def time_passes(self, seconds: float) -> None:
        self.seconds += seconds

    @rule(card=st.sampled_from(CARDS))
    def open_card(self, card: str) -> None:
        self.step(do.lay_open(self.value, card))

    @rule(card=st.sampled_from(CARDS))
    def put_back(self, card: str) -> None:
        self.step(do.put_back(self.value, card))

    @rule(field=st.sampled_from((*FIELDS, "nowhere")), text=WORDS)
    def write_card(self, field: str, text: str) -> None:
        self.step(do.write_blank(self.value, field, text))

    @rule(card=st.sampled_from(CARDS), text=WORDS)
    def note(self, card: str, text: str) -> None:
        self.step(do.note(self.value, card, text))

    @rule(text=WORDS, card=st.sampled_from(CARDS))
    def agree(self, text: str, card: str) -> None:
        self.step(do.agree(self.value, text, card, self.value.field))

    @rule(number=st.integers(1, 6))
    def promote(self, number: int) -> None:
        self.step(plan.promote(self.value, f"a{number}"))

    @rule(number=st.integers(1, 6), text=WORDS)
    def change_action(self, number: int, text: str) -> None:
        self.step(plan.put_action(self.value, Action(id=f"h{number}", what=text)))

    @rule(number=st.integers(1, 6), by=st.integers(-3, 3))
    def move_action(self, number: int, by: int) -> None:
        self.step(plan.move_action(self.value, f"h{number}", by))

    @rule(number=st.integers(1, 6))
    def drop(self, number: int) -> None:
        self.step(plan.drop_action(do.drop_agreement(self.value, f"a{number}"), f"h{number}"))

    @rule(text=WORDS, belongs=st.sampled_from(Belongs))
    def park(self, text: str, belongs: Belongs) -> None:
        self.step(parking.park(self.value, text, belongs, self.value.card, self.value.field))

    @rule(number=st.integers(1, 4), belongs=st.sampled_from(Belongs), text=WORDS)
    def change_parked(self, number: int, belongs: Belongs, text: str) -> None:
        self.step(parking.take_elsewhere(self.value, f"k{number}", belongs))
        self.step(parking.reword_parked(self.value, f"k{number}", text))

    @rule(number=st.integers(1, 4), done=st.booleans(), chosen=st.none() | st.booleans())
    def deal_with_parked(self, number: int, done: bool, chosen: bool | None) -> None:
        self.step(parking.change_parked(self.value, f"k{number}", done=done, in_documents=chosen))

    @rule(number=st.integers(1, 4))
    def agree_on_parked(self, number: int) -> None:
        before = len(self.value.agreements)
        waits = any(each.id == f"k{number}" for each in parking.waiting_parked(self.value))
        self.step(parking.agree_on_parked(self.value, f"k{number}"))
        assert len(self.value.agreements) == before + waits

    @rule(number=st.integers(1, 4))
    def drop_parked(self, number: int) -> None:
        self.step(parking.drop_parked(self.value, f"k{number}"))

    @rule(number=st.integers(1, 6), votes=st.integers(-5, 2000), by=st.integers(-3, 3))
    def rank(self, number: int, votes: int, by: int) -> None:
        self.step(ranking.vote(self.value, f"a{number}", votes))
        self.step(ranking.move_agreement(self.value, f"a{number}", by))

    @rule()
    def sort_by_votes(self) -> None:
        self.step(ranking.sort_by_votes(self.value))
        votes = [each.votes for each in self.value.agreements]
        assert votes == sorted(votes, reverse=True)

    @rule(question=st.sampled_from(["better", "constructive", "outcome", "q1", "q8"]), answer=WORDS)
    def evaluate(self, question: str, answer: str) -> None:
        self.step(do.evaluate(self.value, question, answer))

    @rule(card=st.sampled_from(CARDS), opener=st.sampled_from(("p1", "p2", "p3")))
    def start_round(self, card: str, opener: str) -> None:
        begun = spiral.begin(
            tuple(self.value.names()), opener=opener, direction=spiral.Direction.CLOCKWISE, frame_seconds=720
        )
        self.step(rounds.start_round(self.value, card, begun, self.now))

    @rule(change=st.sampled_from(STEPS), where=ROUNDS)
    def turn(self, change: object, where: str) -> None:
        self.step(rounds.at_reading(self.value, where, self.now, change))  # type: ignore[arg-type]

    @rule(where=ROUNDS)
    def close_round(self, where: str) -> None:
        self.step(rounds.close_round(self.value, where, self.now, Ending.CLOSED))

    @rule(where=ROUNDS, person=PEOPLE)
    def come_or_go(self, where: str, person: str) -> None:
        self.step(here.come_or_go(self.value, where, self.now, person))

    @rule(where=ROUNDS, person=PEOPLE)
    def sit_out(self, where: str, person: str) -> None:
        self.step(here.sit_out(self.value, where, self.now, person))

    @rule(where=ROUNDS)
    def come_late(self, where: str) -> None:
        before = self.value.round_by_id(where)
        self.step(here.come_late(self.value, where, self.now, "Dorte"))
        after = self.value.round_by_id(where)
        if before and after and not before.over:
            assert len(after.state.people) == len(before.state.people) + 1

    @rule(where=ROUNDS, text=WORDS)
    def catch(self, where: str, text: str) -> None:
        self.step(harvest.catch(self.value, where, text))

    @rule(where=ROUNDS, number=st.integers(1, 3), text=WORDS)
    def change_what_was_caught(self, where: str, number: int, text: str) -> None:
        self.step(harvest.reword_caught(self.value, where, f"c{number}", text))
        self.step(harvest.drop_caught(self.value, where, f"c{number + 1}"))

    @rule(where=ROUNDS, number=st.integers(1, 3))
    def agree_on_what_was_caught(self, where: str, number: int) -> None:
        once = harvest.agree_on(self.value, where, f"c{number}")
        assert harvest.agree_on(once, where, f"c{number}") is once
        self.step(once)

    @rule(where=ROUNDS, pause=st.booleans())
    def clock(self, where: str, pause: bool) -> None:
        old = self.value
        new = (
            rounds.stop_round_clock(old, where, self.now, Pause.PAUSE)
            if pause
            else rounds.start_round_clock(old, where, self.now)
        )
        self.history = self.history.passed(old, new)
        self.value = new

    @precondition(lambda self: self.history.done)
    @rule()
    def undo(self) -> None:
        moved = self.history.undo(self.value)
        assert moved.label == "trin"
        assert settled(moved.value) == self.before[-1]
        assert moved.value.times == self.value.times
        again = moved.history.redo(moved.value)
        assert settled(again.value) == settled(self.value)
        self.before.pop()
        self.value, self.history = moved.value, moved.history

    @invariant()
    def what_points_somewhere_points_at_something(self) -> None:
        value = self.value
        for names in (
            [a.id for a in value.agreements],
            [a.id for a in value.actions],
            [b.id for b in value.blanks],
            [r.id for r in value.rounds],
            [k.id for k in value.parked],
        ):
            assert len(names) == len(set(names))
        assert all(value.card_by_id(blank.id) is blank.card for blank in value.blanks)
        assert {a.id for a in plan.open_agreements(value)} <= {a.id for a in value.agreements}

    @invariant()
    def what_is_confidential_is_in_the_documents_by_choice_alone(self) -> None:
        for each in parking.parked_for_documents(self.value):
            assert not each.done
            assert each.in_documents or each.belongs not in CONFIDENTIAL

    @invariant()
    def one_clock_runs_at_most_and_none_of_a_round_that_is_over(self) -> None:
        running = rounds.running_rounds(self.value)
        assert len(running) <= 1
        assert not any(each.over for each in self.value.rounds if each.id in running)
        assert self.value.times.begun is not None or not self.value.times.rounds

    @invariant()
    def no_clock_runs_backwards(self) -> None:
        spent = seconds_by_card(self.value, self.now)
        for card, seconds in self.readings.items():
            assert spent.get(card, 0.0) >= seconds - 1e-6
        self.readings = spent

    @invariant()
    def the_file_holds_all_of_it(self) -> None:
        assert Conversation.model_validate(self.value.model_dump()) == self.value


TestTalkingTeam = TalkingTeam.TestCase
