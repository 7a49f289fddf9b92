"""Anything that is done to an open conversation can be undone and done again, saved and opened at any point."""

import os
import shutil
import tempfile
from pathlib import Path

from any_conversation import (
    Clock,
    add_action,
    agree,
    book,
    choose_field,
    conversation,
    draw,
    drop_agreement,
    forget_card,
    go_to,
    half_write,
    move_up,
    name_responsible,
    next_turn,
    note,
    rename,
    reword,
    start_round,
    write_blank,
)
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from samtale_tui.conversation.live import LiveConversation, create_live, open_live
from samtale_tui.conversation.model import STEPS, Conversation
from samtale_tui.plan.model import Way

ALONE = ("times", "field", "step", "drafts")
"""What only changes that are no steps touch here, and time."""

WORDS = st.sampled_from(
    ["", "a", "Sparring", "Sparring hver tirsdag", "æ [/x]\nå 👩‍👩‍👧", "lang " * 30, "lang " * 31 + "b"]
)
CARDS = st.sampled_from(["opgaver-1", "borgere-1"])
PLACES = st.integers(0, 3)
MEANWHILE = ("nothing", "the field is left", "something else is half written", "time passes")
ORIGINAL = conversation()


def told(value: Conversation) -> tuple[object, ...]:
    """The value without what undo leaves alone."""
    return tuple(getattr(value, name) for name in Conversation.model_fields if name not in ALONE)


class OpenConversation(RuleBasedStateMachine):
    """A conversation beside the plain list of the values that it has had."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.homes = [tempfile.mkdtemp()]
        self.before = {"SAMTALE_HOME": os.environ.get("SAMTALE_HOME"), "fsync": os.fsync}
        os.environ["SAMTALE_HOME"] = self.homes[0]
        os.fsync = lambda _handle: None  # the machine stays on
        self.values = [told(ORIGINAL)]
        self.labels: list[str] = []
        self.place = 0
        self.stay: tuple[str, bool] | None = None
        self.since_opened = 0
        self.live: LiveConversation

    @initialize()
    def create(self) -> None:
        self.live = create_live(ORIGINAL, now=self.clock)

    def teardown(self) -> None:
        try:
            while self.place:
                self.undo()
            assert told(self.live.value) == self.values[0] == told(ORIGINAL)
            while self.place < len(self.values) - 1:
                self.redo()
            assert told(self.live.value) == self.values[-1]
            assert self.live.close()
        finally:
            os.fsync = self.before["fsync"]
            if self.before["SAMTALE_HOME"] is None:
                del os.environ["SAMTALE_HOME"]
            else:
                os.environ["SAMTALE_HOME"] = self.before["SAMTALE_HOME"]
            for home in self.homes:
                shutil.rmtree(home, ignore_errors=True)

    def _did(self, command, *args: object, stay: str | None = None) -> None:
        """Apply a command as a step, and do the same to the list of values."""
        label = f"{command.__name__} {len(self.values)}"
        before = self.live.value
        self.live.apply(command, *args, stay=stay, label=label)
        after = told(self.live.value)
        if self.live.value is before:
            return
        self.since_opened += 1
        same = stay is not None and self.stay is not None and self.stay[0] == stay
        if same and self.stay[1]:
            self._cut(self.place - 1)
        if after != self.values[self.place]:
            self._cut(self.place)
            self.values.append(after)
            self.labels.append(label)
            self.place += 1
            self.stay = (stay, True) if stay is not None else None
        elif same:
            self.stay = (stay, False)

    def _cut(self, place: int) -> None:
        self.place = place
        del self.values[place + 1 :]
        del self.labels[place:]

    def _open(self) -> None:
        self.live = open_live(ORIGINAL.id, now=self.clock)
        self.stay = None
        self.since_opened = 0

    # Steps

    @rule(text=WORDS)
    def agree(self, text: str) -> None:
        self._did(agree, text)

    @rule(place=PLACES, text=WORDS)
    def reword(self, place: int, text: str) -> None:
        self._did(reword, place, text)

    @rule(place=PLACES)
    def drop_agreement(self, place: int) -> None:
        self._did(drop_agreement, place)

    @rule(card=CARDS)
    def draw(self, card: str) -> None:
        self._did(draw, card)

    @rule(card=CARDS)
    def forget_card(self, card: str) -> None:
        self._did(forget_card, card)

    @rule(card=CARDS, text=WORDS)
    def note(self, card: str, text: str) -> None:
        self._did(note, card, text)

    @rule(card=CARDS, typed=st.lists(st.tuples(WORDS, st.sampled_from(MEANWHILE)), min_size=1, max_size=4))
    def type_note(self, card: str, typed: list[tuple[str, str]]) -> None:
        for text, meanwhile in typed:
            self._did(note, card, text, stay=f"note/{card}")
            if meanwhile == "the field is left":
                self.live.end_stay()
                self.stay = None
            elif meanwhile == "something else is half written":
                self.half_write("agreement", text)
            elif meanwhile == "time passes":
                self.wait(1.0)

    @rule(text=WORDS, way=st.none() | st.sampled_from(Way), day=st.none() | st.dates())
    def add_action(self, text: str, way: Way | None, day) -> None:
        self._did(add_action, text, way, day)

    @rule(place=PLACES)
    def move_up(self, place: int) -> None:
        self._did(move_up, place)

    @rule(place=PLACES, who=WORDS)
    def name_responsible(self, place: int, who: str) -> None:
        self._did(name_responsible, place, who)

    @rule(team=WORDS)
    def rename(self, team: str) -> None:
        self._did(rename, team)

    @rule(minutes=st.integers(5, 200))
    def book(self, minutes: int) -> None:
        self._did(book, minutes)

    @rule(text=WORDS)
    def write_blank(self, text: str) -> None:
        self._did(write_blank, text)

    @rule()
    def start_round(self) -> None:
        self._did(start_round, self.clock())

    @rule(seconds=st.floats(0, 1e6))
    def next_turn(self, seconds: float) -> None:
        self._did(next_turn, seconds)

    # What is no step

    @rule(field=st.sampled_from(["opgaver", "borgere"]))
    def choose_field(self, field: str) -> None:
        self.live.apply(choose_field, field, undoable=False)

    @rule(step=st.sampled_from(STEPS))
    def go_to(self, step: str) -> None:
        self.live.apply(go_to, step, undoable=False)

    @rule(key=st.sampled_from(["action/what", "agreement"]), text=WORDS)
    def half_write(self, key: str, text: str) -> None:
        self.live.apply(half_write, key, text, undoable=False)

    @rule(seconds=st.floats(0.5, 100))
    def wait(self, seconds: float) -> None:
        self.clock.seconds += seconds
        self.live.beat()

    @rule()
    def stop_clocks(self) -> None:
        self.live.stop_clocks()

    # Back and forth

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        alone = self._alone()
        self.since_opened += 1
        assert self.live.undo() == self.labels[self.place - 1]
        self.place -= 1
        self.stay = None
        assert self._alone() == alone

    @precondition(lambda self: self.place < len(self.values) - 1)
    @rule()
    def redo(self) -> None:
        alone = self._alone()
        self.since_opened += 1
        assert self.live.redo() == self.labels[self.place]
        self.place += 1
        self.stay = None
        assert self._alone() == alone

    def _alone(self) -> tuple[object, ...]:
        value, now = self.live.value, self.clock()
        seconds = {name: time.watch.read(now) for name, time in value.times.rounds.items()}
        return value.field, value.step, value.drafts, seconds

    # Kept

    @precondition(lambda self: self.since_opened >= 3)
    @rule()
    def save(self) -> None:
        assert self.live.flush(20)
        assert self.live.trouble is None

    @precondition(lambda self: self.since_opened >= 3)
    @rule()
    def close_and_open(self) -> None:
        assert self.live.close(20)
        closed = self.live.value
        self._open()
        assert self.live.value == closed
        assert not self.live.read_only

    @precondition(lambda self: self.since_opened >= 3)
    @rule()
    def crash_and_open(self) -> None:
        """Another machine gets the disk as it is while the program still runs."""
        self.live.beat()
        assert self.live.flush(20)
        alone = self._alone()
        home = tempfile.mkdtemp()
        self.homes.append(home)
        shutil.copytree(Path(self.homes[-2]) / "conversations", Path(home) / "conversations")
        self.live.close(20)
        os.environ["SAMTALE_HOME"] = home
        self._open()
        *same, seconds = self._alone()
        assert same == list(alone[:-1])
        assert seconds.keys() == alone[-1].keys()
        assert all(abs(seconds[name] - alone[-1][name]) < 0.01 for name in seconds)

    @invariant()
    def it_is_what_it_should_be(self) -> None:
        if not hasattr(self, "live"):
            return
        assert told(self.live.value) == self.values[self.place]
        assert (self.live.undo_label is not None) == (self.place > 0)
        assert (self.live.redo_label is not None) == (self.place < len(self.values) - 1)
        assert self.live.undo_label == (self.labels[self.place - 1] if self.place else None)
        assert self.live.redo_label == (self.labels[self.place] if self.place < len(self.labels) else None)


TestOpenConversation = OpenConversation.TestCase
