"""Three hours of spirals with stalled ticks and closed lids: every clock is right to the second at the end."""

import random
from datetime import timedelta

import pytest
from any_conversation import START
from test_conversation import DECK

from samtale_tui.conversation import commands as do
from samtale_tui.conversation.outcome import seconds_by_card
from samtale_tui.conversation.proposals import proposed, those_who_are_there
from samtale_tui.conversation.round_commands import (
    at_reading,
    close_round,
    pause_all,
    round_reads,
    running_rounds,
    start_round,
    start_round_clock,
)
from samtale_tui.conversation.rounds import Pause
from samtale_tui.method import spiral
from samtale_tui.method.catalogue import MethodName
from samtale_tui.method.clock import AwakeClock, Moment, lid_was_closed
from samtale_tui.method.run import Ending, extend, frame_is_up

THREE_HOURS = 3 * 3600


class Machine:
    """Two clocks as a laptop has them; one kind lets its monotonic clock run on in sleep."""

    def __init__(self, *, counts_sleep: bool) -> None:
        self.mono, self.wall, self.counts_sleep = 100.0, START, counts_sleep

    def __call__(self) -> Moment:
        return Moment(self.mono, self.wall)

    def go_on(self, seconds: float) -> None:
        self.mono += seconds
        self.wall += timedelta(seconds=seconds)

    def sleep(self, seconds: float) -> None:
        self.mono += seconds if self.counts_sleep else 0
        self.wall += timedelta(seconds=seconds)


@pytest.mark.parametrize("counts_sleep", [False, True], ids=["linux", "windows"])
@pytest.mark.parametrize("seed", range(6))
def test_the_clocks_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    rng = random.Random(seed)
    machine = Machine(counts_sleep=counts_sleep)
    clock = AwakeClock(machine)
    names = tuple(f"Person {n}" for n in range(rng.randint(2, 14)))
    value = do.new_conversation("prove", DECK, "Team Nord", names, 240, START)
    awake, spoken, lids, before = 0.0, 0.0, 0, clock()
    while awake < THREE_HOURS:
        if value.round is None:
            run = proposed(value, MethodName.SPIRAL, those_who_are_there(value), 600.0)
            value = start_round(value, "opgaver-1", run, clock())
        elif not running_rounds(value):
            value = start_round_clock(value, value.round.id, clock())
        step = rng.choice([1.0, 1.0, 1.0, 1.3, 7.0, 19.0])  # the last ones are ticks that came late
        machine.go_on(step)
        awake += step
        spoken += step
        if step <= 1.3 and rng.random() < 0.03:
            machine.sleep(rng.uniform(60, 3600))
            lids += 1
        now = clock()
        if lid_was_closed(before, now):
            value = pause_all(value, now, Pause.LID)
            assert value.times.pause is Pause.LID and not running_rounds(value)
        before = now
        value = _somebody_presses(value, now, rng)
    value = pause_all(value, clock(), Pause.PAUSE)
    most = 1.0 + (
        lids * 0.8 if counts_sleep else 0
    )  # there a lid costs up to a tick, as the clock's words say
    assert seconds_by_card(value, clock())["opgaver-1"] == pytest.approx(spoken, abs=most)
    for each in value.rounds:
        reading = round_reads(value, each.id, clock())
        assert each.spiral is not None
        assert sum(spiral.seconds_by_person(each.spiral, reading).values()) == pytest.approx(reading, abs=1.0)
    assert lids > 3 and len(value.rounds) > 3


def _somebody_presses(value, now, rng):
    under_way = value.round
    if under_way is None:
        return value
    key = rng.random()
    if key < 0.05:
        return at_reading(value, under_way.id, now, spiral.next_turn)
    if key < 0.07:
        return at_reading(value, under_way.id, now, spiral.pass_turn)
    if key < 0.08:
        return at_reading(value, under_way.id, now, spiral.previous_turn)
    if frame_is_up(under_way.state, round_reads(value, under_way.id, now)):
        if key < 0.5:
            return at_reading(value, under_way.id, now, lambda state, _at: extend(state))
        return close_round(value, under_way.id, now, Ending.TIME_UP)
    return value
