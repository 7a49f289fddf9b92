"""Three hours of structured dialogues with stalled ticks and closed lids: every clock is right at the end."""

import random

import pytest
from three_hours import an_afternoon, on_both_laptops

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.people_in_round import come_or_go
from samtale_tui.conversation.round_commands import at_reading, close_round, round_reads
from samtale_tui.method.bridging import Bridging, not_heard, tap
from samtale_tui.method.bridging_questions import ask, proposal, skip
from samtale_tui.method.clock import Moment
from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left

FRAME = 900.0


@on_both_laptops
@pytest.mark.parametrize("seed", range(4))
def test_the_clocks_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    afternoon = an_afternoon(seed, range(2, 13), counts_sleep=counts_sleep)
    afternoon.lead(MethodName.BRIDGING, FRAME, _press_and_look)
    afternoon.assert_all_was_counted(afternoon.seconds_on_the_card(), rounds=4)
    for each in afternoon.value.rounds[:-1]:
        assert each.bridging and each.bridging.ended_at >= FRAME
        assert each.bridging.ended_at == pytest.approx(afternoon.reading(each), abs=0.01)


def _press_and_look(value: Conversation, now: Moment, rng: random.Random) -> Conversation:
    value = _somebody_presses(value, now, rng)
    _all_is_lawful(value, now)
    return value


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
