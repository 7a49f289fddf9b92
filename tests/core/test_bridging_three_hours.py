"""Three hours of structured dialogues with stalled ticks and closed lids: every clock is right at the end."""

import random

import pytest
from any_conversation import START
from test_conversation import DECK
from test_spiral_three_hours import THREE_HOURS, Machine

from samtale_tui.basis.words import MethodName
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
from samtale_tui.method.bridging import Bridging, not_heard, tap
from samtale_tui.method.bridging_questions import ask, proposal, skip
from samtale_tui.method.clock import AwakeClock, Moment, lid_was_closed
from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left

FRAME = 900.0


@pytest.mark.parametrize("counts_sleep", [False, True], ids=["linux", "windows"])
@pytest.mark.parametrize("seed", range(4))
def test_the_clocks_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    rng = random.Random(seed)
    machine = Machine(counts_sleep=counts_sleep)
    clock = AwakeClock(machine)
    names = tuple(f"Person {n}" for n in range(rng.randint(2, 12)))
    value = do.new_conversation("prove", DECK, "Team Nord", names, 240, START)
    awake, lids, before = 0.0, 0, clock()
    while awake < THREE_HOURS:
        if value.round is None:
            run = proposed(value, MethodName.BRIDGING, those_who_are_there(value), FRAME)
            value = start_round(value, "opgaver-1", run, clock())
        elif not running_rounds(value):
            value = start_round_clock(value, value.round.id, clock())
        step = rng.choice([1.0, 1.0, 1.3, 7.0, 19.0])  # the last ones are ticks that came late
        machine.go_on(step)
        awake += step
        if step <= 1.3 and rng.random() < 0.03:
            machine.sleep(rng.uniform(60, 3600))
            lids += 1
        now = clock()
        if lid_was_closed(before, now):
            value = pause_all(value, now, Pause.LID)
            assert not running_rounds(value)
        before = now
        value = _somebody_presses(value, now, rng)
        _all_is_lawful(value, now)
    value = pause_all(value, clock(), Pause.PAUSE)
    most = 1.0 + (lids * 0.8 if counts_sleep else 0)  # where the clock counts sleep, a lid costs up to a tick
    assert seconds_by_card(value, clock())["opgaver-1"] == pytest.approx(awake, abs=most)
    assert lids > 3 and len(value.rounds) > 3
    for each in value.rounds[:-1]:
        assert each.bridging and each.bridging.ended_at >= FRAME
        assert each.bridging.ended_at == pytest.approx(round_reads(value, each.id, clock()), abs=0.01)


def _all_is_lawful(value: Conversation, now: Moment) -> None:
    """No reading lies ahead of the clock, no clock runs backwards, and a question names who is there."""
    each = value.rounds[-1]
    state = each.bridging
    assert state
    reading = round_reads(value, each.id, now)
    for readings in ([tapped.at for tapped in state.spoken], [asked.at for asked in state.asked]):
        assert readings == sorted(readings) and all(at <= reading + 0.001 for at in readings)
    assert frame_left(state, reading) <= state.frame_seconds
    bridge = proposal(state)
    assert bridge is None or set(bridge.names) <= set(state.people)
    if not state.ending and not_heard(state):
        assert bridge is not None


def _somebody_presses(value: Conversation, now: Moment, rng: random.Random) -> Conversation:
    under_way = value.round
    if under_way is None:
        return value
    state, key = under_way.state, rng.random()
    assert isinstance(state, Bridging)
    names = value.names()
    if key < 0.15:
        return at_reading(value, under_way.id, now, lambda s, at: tap(s, rng.choice(s.people), at))
    if key < 0.20:
        return at_reading(value, under_way.id, now, lambda s, at: ask(s, at, names))
    if key < 0.22:
        return at_reading(value, under_way.id, now, lambda s, _at: skip(s))
    if key < 0.24:
        return come_or_go(value, under_way.id, now, rng.choice(list(names)))
    if frame_is_up(state, round_reads(value, under_way.id, now)):
        if key < 0.5:
            return at_reading(value, under_way.id, now, lambda s, _at: extend(s))
        return close_round(value, under_way.id, now, Ending.AIM_MET if key < 0.7 else Ending.TIME_UP)
    return value
