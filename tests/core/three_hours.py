"""An afternoon on a laptop: rounds follow each other for three hours, ticks come late, the lid is closed.

What a person with a good watch counts is kept beside what the program counts, and never read from it.
"""

import random
from collections.abc import Callable, Sequence

import pytest
from any_conversation import START
from test_conversation import DECK

from laptop import Laptop
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import seconds_by_card
from samtale_tui.conversation.proposals import proposed, those_who_are_there
from samtale_tui.conversation.round_commands import (
    pause_all,
    round_reads,
    running_rounds,
    start_round,
    start_round_clock,
)
from samtale_tui.conversation.rounds import Pause, Round
from samtale_tui.method.clock import AwakeClock, Moment, lid_was_closed

THREE_HOURS = 3 * 3600
CARD = "opgaver-1"
"""Lies on the table all afternoon."""
TICKS = (1.0, 1.0, 1.0, 1.3, 7.0, 19.0)
"""Seconds from one tick to the next; the last ones are ticks that came late."""
IN_TIME = 1.3
"""Seconds. Lids are closed after ticks that were not later than that."""

Press = Callable[[Conversation, Moment, random.Random], Conversation]
"""What somebody does after a tick, if anything."""

on_both_laptops = pytest.mark.parametrize("counts_sleep", [False, True], ids=["linux", "windows"])
"""One whose monotonic clock stands still in sleep, and one whose does not."""


class Afternoon:
    """A conversation on a machine, ticked as the program does."""

    def __init__(self, value: Conversation, rng: random.Random, *, counts_sleep: bool) -> None:
        """Sit down.

        Args:
            value: the conversation before its first round.
            rng: decides all that is left to chance.
            counts_sleep: whether the monotonic clock runs on in sleep.
        """
        self.value, self.rng = value, rng
        self.machine = Laptop(START, counts_sleep=counts_sleep)
        self.awake = 0.0
        """Seconds that rounds were led."""
        self.lids = 0
        """How often the lid was closed."""
        self.lids_seen = 0
        """How often the program saw that it had been."""
        self._clock = AwakeClock(self.machine)
        self._last = self._clock()

    def tick(self) -> Moment:
        """The time now. All rounds pause if the lid was closed since the last tick."""
        now = self._clock()
        if lid_was_closed(self._last, now):
            self.value = pause_all(self.value, now, Pause.LID)
            assert self.value.times.pause is Pause.LID
            assert not running_rounds(self.value)
            self.lids_seen += 1
        self._last = now
        return now

    def pass_time(self, seconds: float) -> None:
        """Seconds in which a round is led."""
        self.machine.go_on(seconds)
        self.awake += seconds

    def close_lid(self, seconds: float) -> None:
        """Nobody talks into a closed laptop; on some systems its clock runs on all the same."""
        self.machine.sleep(seconds)
        self.lids += 1

    def lead(self, method: MethodName, seconds: float, press: Press, *, card: str | None = CARD) -> None:
        """One round of a method after another, until three hours have passed; then all clocks stand still.

        Args:
            method: what is led.
            seconds: each round's frame as it is proposed.
            press: called after every tick.
            card: what the rounds are about; none for one that needs no card.
        """
        while self.awake < THREE_HOURS:
            self._see_that_a_round_runs(method, seconds, card)
            step = self.rng.choice(TICKS)
            self.pass_time(step)
            if step <= IN_TIME and self.rng.random() < 0.03:
                self.close_lid(self.rng.uniform(60, 3600))
            now = self.tick()
            self.value = press(self.value, now, self.rng)
        self.value = pause_all(self.value, self.tick(), Pause.PAUSE)

    def _see_that_a_round_runs(self, method: MethodName, seconds: float, card: str | None) -> None:
        now = self.tick()
        value = self.value
        if value.round is None:
            run = proposed(value, method, those_who_are_there(value), seconds)
            self.value = start_round(value, card, run, now)
        elif not running_rounds(value):
            self.value = start_round_clock(value, value.round.id, now)

    def reading(self, each: Round) -> float:
        """Seconds on a round's stopwatch."""
        return round_reads(self.value, each.id, self.tick())

    def seconds_on_the_card(self) -> float:
        """What the program says in the end was spent on the card."""
        return seconds_by_card(self.value, self.tick())[CARD]

    def assert_all_was_counted(self, seconds: float, *, rounds: int, a_lid: float = 0.8) -> None:
        """The program counted what a person with a good watch did, though much happened.

        Args:
            seconds: what the program counted.
            rounds: how many rounds there were at least.
            a_lid: seconds that a lid may cost where the clock counts sleep, as it fell somewhere in a tick.
        """
        most = 1.0 + (a_lid * self.lids if self.machine.counts_sleep else 0)
        assert seconds == pytest.approx(self.awake, abs=most)
        assert self.lids_seen == self.lids > 3
        assert len(self.value.rounds) >= rounds


def an_afternoon(seed: int, sizes: Sequence[int], *, counts_sleep: bool) -> Afternoon:
    """With a team of one of these sizes, before its first round."""
    rng = random.Random(seed)
    names = tuple(f"Person {n}" for n in range(rng.choice(sizes)))
    value = do.new_conversation("prove", DECK, "Team Nord", names, 240, START)
    return Afternoon(value, rng, counts_sleep=counts_sleep)
