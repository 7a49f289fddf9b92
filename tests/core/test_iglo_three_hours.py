"""Three hours of IGLO with stalled ticks and closed lids: the clocks are right to the second at the end."""

import random
from datetime import date

import pytest
from any_conversation import START
from test_conversation import DECK
from test_spiral_three_hours import Machine

from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.iglo_commands import act_on_note, take_agreements
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import seconds_by_card
from samtale_tui.conversation.people_in_round import come_or_go
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
from samtale_tui.method.catalogue import MethodName
from samtale_tui.method.clock import AwakeClock, Moment, lid_was_closed
from samtale_tui.method.iglo import add_idea, choose, next_idea
from samtale_tui.method.iglo_board import next_note_id, put_note
from samtale_tui.method.iglo_parts import Grounds, IgloNote
from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left

THREE_HOURS = 3 * 3600


@pytest.mark.parametrize("counts_sleep", [False, True], ids=["linux", "windows"])
@pytest.mark.parametrize("seed", range(6))
def test_the_clocks_of_iglos_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    rng = random.Random(seed)
    machine = Machine(counts_sleep=counts_sleep)
    clock = AwakeClock(machine)
    names = tuple(f"Person {n}" for n in range(rng.randint(1, 40)))
    value = do.new_conversation("prove", DECK, "Team Nord", names, 240, START)
    value = do.agree(do.agree(value, "Sparring hver tirsdag", None, None), "Ro om morgenen", None, None)
    awake, lids, before = 0.0, 0, clock()
    while awake < THREE_HOURS:
        if value.round is None:
            run = proposed(value, MethodName.IGLO, those_who_are_there(value), 2400.0)
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
        _its_frame_is_what_was_agreed(each, round_reads(value, each.id, clock()))
    assert lids > 3 and len(value.rounds) > 2
    assert len(value.actions) == sum(bool(note.action) for each in value.rounds for note in each.iglo.notes)


def _its_frame_is_what_was_agreed(each: Round, reading: float) -> None:
    state = each.iglo
    assert state is not None
    if state.ending:
        assert state.ended_at == pytest.approx(reading, abs=0.01)
    assert frame_left(state, reading) == pytest.approx(state.frame_seconds - reading, abs=0.01)
    assert state.frame_seconds % 300 == 0


def _somebody_presses(value: Conversation, now: Moment, rng: random.Random) -> Conversation:
    under_way = value.round
    if under_way is None or under_way.iglo is None:
        return value
    name, state, key = under_way.id, under_way.iglo, rng.random()
    if frame_is_up(state, round_reads(value, name, now)):
        longer = rng.random() < 0.3
        return in_round(value, name, now, extend) if longer else close_round(value, name, now, Ending.TIME_UP)
    if not state.ideas:
        return take_agreements(value, name) if key < 0.5 else in_round(value, name, now, _an_idea)
    if state.idea is None or key < 0.004:
        idea = rng.choice(state.ideas).id
        return in_round(value, name, now, lambda s: choose(s, idea, rng.choice(list(Grounds))))
    if key < 0.02:
        note = IgloNote(
            id=next_note_id(state),
            idea=state.idea,
            level=rng.choice(list(IgloLevel)),
            horizon=rng.choice(list(Horizon)),
            what="Vi prøver det af",
            deadline=date(2027, 6, 1),
        )
        return in_round(value, name, now, lambda s: put_note(s, note))
    if key < 0.025 and state.notes:
        return act_on_note(value, name, rng.choice(state.notes).id)
    if key < 0.028:
        return in_round(value, name, now, next_idea)
    if key < 0.035:
        return come_or_go(value, name, now, rng.choice(those_who_are_there(value)))
    return value


def _an_idea(state):
    return add_idea(state, "Kaffe klokken ti")
