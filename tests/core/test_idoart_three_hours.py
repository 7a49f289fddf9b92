"""Three hours of IDOART with stalled ticks and closed lids: every clock is right to the second at the end."""

import random

import pytest
from any_conversation import START
from hypothesis import given
from hypothesis import strategies as st
from test_conversation import DECK
from test_idoart_carried import answers_of_any_kind, led
from three_hours import an_afternoon, on_both_laptops

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.file_format import dump, parse
from samtale_tui.conversation.idoart_commands import carry_into_frame
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.patch import difference, fitted, inverse
from samtale_tui.conversation.people_in_round import come_late, come_or_go
from samtale_tui.conversation.round_commands import close_round, in_round, round_reads
from samtale_tui.conversation.rounds import Round
from samtale_tui.method import idoart
from samtale_tui.method.clock import Moment
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import Part, Question
from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left


@on_both_laptops
@pytest.mark.parametrize("seed", range(4))
def test_the_clocks_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    written = 0

    def press(value: Conversation, now: Moment, rng: random.Random) -> Conversation:
        nonlocal written
        value = _somebody_presses(value, now, rng)
        written = max(written, len(_under_way(value).state.harvest()))
        return value

    afternoon = an_afternoon(seed, (1, 2, 12, 40), counts_sleep=counts_sleep)
    afternoon.lead(MethodName.IDOART, 1800.0, press, card=None)
    value = afternoon.value
    afternoon.assert_all_was_counted(sum(map(afternoon.reading, value.rounds)), rounds=3)
    for each in value.rounds:
        reading = afternoon.reading(each)
        assert frame_left(each.state, reading) == pytest.approx(each.state.frame_seconds - reading, abs=1.0)
    assert len(_under_way(value).state.harvest()) == written > 10, "an answer was lost"
    assert value.times.begun is None


def _under_way(value: Conversation) -> Round:
    return value.rounds[-1]


def _somebody_presses(value: Conversation, now: Moment, rng: random.Random) -> Conversation:
    each = _under_way(value)
    assert isinstance(each.state, Idoart)
    key = rng.random()
    if key < 0.05:
        question = rng.choice(list(Question))
        return in_round(
            value, each.id, now, lambda run: idoart.write(run, question, f"Svar {key} 5 min", wish=key < 0.01)
        )
    if key < 0.07:
        part = rng.choice(list(Part))
        return in_round(value, each.id, now, lambda run: idoart.go_to(run, part))
    if key < 0.08:
        return come_or_go(value, each.id, now, rng.choice(list(value.names())))
    if key < 0.083:
        return come_late(value, each.id, now, "En til")
    if key < 0.09:
        return carry_into_frame(value, each.id)
    if frame_is_up(each.state, round_reads(value, each.id, now)):
        if key < 0.5:
            return in_round(value, each.id, now, extend)
        return close_round(value, each.id, now, Ending.TIME_UP)
    return value


@given(answers_of_any_kind(), st.sampled_from(Part), st.booleans())
def test_an_idoart_is_saved_undone_and_done_again_as_it_was(run: Idoart, part: Part, over: bool) -> None:
    before = do.new_conversation("prove", DECK, "Team Nord", ("Anna", "Bo"), 90, START)
    run = idoart.go_to(run, part)
    after = led(before, run.closed(60.0, Ending.AIM_MET) if over else run)
    assert parse(dump(after), after.id)[0] == after
    change = difference(before, after)
    assert change is not None
    assert fitted(before, change) == after
    assert fitted(after, inverse(change)) == before
    carried = carry_into_frame(after, "r77")
    change = difference(after, carried)
    assert (fitted(carried, inverse(change)) if change else after) == after
