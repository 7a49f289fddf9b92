"""Three hours of fishbowls with stalled ticks and closed lids: every clock is right to the second at the end."""

import random

import pytest
from three_hours import an_afternoon, on_both_laptops

from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.people_in_round import come_or_go
from samtale_tui.conversation.proposals import those_who_are_there
from samtale_tui.conversation.round_commands import at_reading, close_round, round_reads
from samtale_tui.method.catalogue import MethodName
from samtale_tui.method.clock import Moment
from samtale_tui.method.fishbowl import Phase
from samtale_tui.method.fishbowl_seats import exchange
from samtale_tui.method.fishbowl_steps import next_step, previous_step, swap
from samtale_tui.method.fishbowl_times import seconds_by_circle, seconds_inside, step_elapsed
from samtale_tui.method.run import Ending, frame_is_up


@on_both_laptops
@pytest.mark.parametrize("seed", range(6))
def test_a_fishbowls_clocks_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    afternoon = an_afternoon(seed, range(2, 21), counts_sleep=counts_sleep)
    afternoon.lead(MethodName.FISHBOWL, 1800.0, _somebody_presses)
    afternoon.assert_all_was_counted(afternoon.seconds_on_the_card(), rounds=3)
    for each in afternoon.value.rounds:
        assert each.fishbowl is not None
        _each_second_belongs_somewhere(each.fishbowl, afternoon.reading(each))


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
