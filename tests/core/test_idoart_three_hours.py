"""Three hours of IDOART with stalled ticks and closed lids: every clock is right to the second at the end."""

import random

import pytest
from any_conversation import START
from hypothesis import given
from hypothesis import strategies as st
from test_conversation import DECK
from test_idoart_carried import answers_of_any_kind, led
from test_spiral_three_hours import THREE_HOURS, Machine

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.file_format import dump, parse
from samtale_tui.conversation.idoart_commands import carry_into_frame
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.patch import difference, fitted, inverse
from samtale_tui.conversation.people_in_round import come_late, come_or_go
from samtale_tui.conversation.proposals import proposed, those_who_are_there
from samtale_tui.conversation.round_commands import (
    close_round,
    in_round,
    pause_all,
    round_reads,
    running_rounds,
    start_round,
    start_round_clock,
)
from samtale_tui.conversation.rounds import Pause, Round
from samtale_tui.method import idoart
from samtale_tui.method.clock import AwakeClock, Moment, lid_was_closed
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import Part, Question
from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left


@pytest.mark.parametrize("counts_sleep", [False, True], ids=["linux", "windows"])
@pytest.mark.parametrize("seed", range(4))
def test_the_clocks_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    rng = random.Random(seed)
    machine = Machine(counts_sleep=counts_sleep)
    clock = AwakeClock(machine)
    names = tuple(f"Person {n}" for n in range(rng.choice([1, 2, 12, 40])))
    value = do.new_conversation("prove", DECK, "Team Nord", names, 240, START)
    awake, lids, before, written = 0.0, 0, clock(), 0
    while awake < THREE_HOURS:
        if value.round is None:
            run = proposed(value, MethodName.IDOART, those_who_are_there(value), 1800.0)
            value = start_round(value, None, run, clock())
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
            assert not running_rounds(value)
        before = now
        value = _somebody_presses(value, now, rng)
        written = max(written, len(_under_way(value).state.harvest()))
    value = pause_all(value, clock(), Pause.PAUSE)
    spent = sum(round_reads(value, each.id, clock()) for each in value.rounds)
    assert spent == pytest.approx(awake, abs=1.0 + (0.8 * lids if counts_sleep else 0))
    for each in value.rounds:
        reading = round_reads(value, each.id, clock())
        assert frame_left(each.state, reading) == pytest.approx(each.state.frame_seconds - reading, abs=1.0)
    assert lids > 3 and len(value.rounds) > 2
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
