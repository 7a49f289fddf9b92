"""Three hours of spirals with stalled ticks and closed lids: every clock is right to the second at the end."""

import random

import pytest
from three_hours import an_afternoon, on_both_laptops

from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import at_reading, close_round, round_reads
from samtale_tui.method import spiral
from samtale_tui.method.catalogue import MethodName
from samtale_tui.method.clock import Moment
from samtale_tui.method.run import Ending, extend, frame_is_up


@on_both_laptops
@pytest.mark.parametrize("seed", range(6))
def test_the_clocks_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    afternoon = an_afternoon(seed, range(2, 15), counts_sleep=counts_sleep)
    afternoon.lead(MethodName.SPIRAL, 600.0, _somebody_presses)
    afternoon.assert_all_was_counted(afternoon.seconds_on_the_card(), rounds=4)
    for each in afternoon.value.rounds:
        reading = afternoon.reading(each)
        assert each.spiral is not None
        assert sum(spiral.seconds_by_person(each.spiral, reading).values()) == pytest.approx(reading, abs=1.0)


def _somebody_presses(value: Conversation, now: Moment, rng: random.Random) -> Conversation:
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
