"""Three hours of fishbowls with stalled ticks and closed lids: every clock is right to the second at the end."""

import random

import pytest
from any_conversation import START
from test_conversation import DECK
from test_spiral_three_hours import Machine

from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import seconds_by_card
from samtale_tui.conversation.people_in_round import come_or_go
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
from samtale_tui.method.catalogue import MethodName
from samtale_tui.method.clock import AwakeClock, Moment, lid_was_closed
from samtale_tui.method.fishbowl import Phase
from samtale_tui.method.fishbowl_seats import exchange
from samtale_tui.method.fishbowl_steps import next_step, previous_step, swap
from samtale_tui.method.fishbowl_times import seconds_by_circle, seconds_inside, step_elapsed
from samtale_tui.method.run import Ending, frame_is_up

THREE_HOURS = 3 * 3600


@pytest.mark.parametrize("counts_sleep", [False, True], ids=["linux", "windows"])
@pytest.mark.parametrize("seed", range(6))
def test_a_fishbowls_clocks_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    rng = random.Random(seed)
    machine = Machine(counts_sleep=counts_sleep)
    clock = AwakeClock(machine)
    names = tuple(f"Person {n}" for n in range(rng.randint(2, 20)))
    value = do.new_conversation("prove", DECK, "Team Nord", names, 240, START)
    awake, lids, before = 0.0, 0, clock()
    while awake < THREE_HOURS:
        if value.round is None:
            run = proposed(value, MethodName.FISHBOWL, those_who_are_there(value), 1800.0)
            value = start_round(value, "opgaver-1", run, clock())
        elif not running_rounds(value):
            value = start_round_clock(value, value.round.id, clock())
        step = rng.choice([1.0, 1.0, 1.0, 1.3, 7.0, 19.0])  # the last ones are ticks that came late
        machine.go_on(step)
        awake += step
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
    most = 1.0 + (lids * 0.8 if counts_sleep else 0)  # there a lid costs up to a tick
    assert seconds_by_card(value, clock())["opgaver-1"] == pytest.approx(awake, abs=most)
    for each in value.rounds:
        assert each.fishbowl is not None
        _each_second_belongs_somewhere(each.fishbowl, round_reads(value, each.id, clock()))
    assert lids > 3 and len(value.rounds) > 2


def _each_second_belongs_somewhere(s, reading):
    at = s.reading(reading)
    steps = sum(stretch.seconds for stretch in s.log) + at - s.began
    assert steps == pytest.approx(reading, abs=1.0)
    sat = sum(stretch.seconds for stretch in s.log if stretch.phase is Phase.SITTING)
    open_sitting = at - s.began if s.phase is Phase.SITTING and not s.ending else 0.0
    assert sum(seconds_by_circle(s, reading)) == pytest.approx(sat + open_sitting, abs=0.1)
    assert max(seconds_inside(s, reading).values()) <= sat + open_sitting + 0.1
    assert step_elapsed(s, reading) >= 0


def _somebody_presses(value: Conversation, now: Moment, rng: random.Random) -> Conversation:
    under_way = value.round
    if under_way is None:
        return value
    key, people = rng.random(), those_who_are_there(value)
    if frame_is_up(under_way.state, round_reads(value, under_way.id, now)):
        return close_round(value, under_way.id, now, Ending.TIME_UP)
    if key < 0.012:
        return at_reading(value, under_way.id, now, next_step)
    if key < 0.016:
        return at_reading(value, under_way.id, now, swap)
    if key < 0.019:
        return at_reading(value, under_way.id, now, previous_step)
    if key < 0.03:
        one, other = rng.choices(people, k=2)
        return at_reading(value, under_way.id, now, lambda state, at: exchange(state, one, other, at))
    if key < 0.04:
        return come_or_go(value, under_way.id, now, rng.choice(people))
    return value
