"""Three hours of IGLO with stalled ticks and closed lids: the clocks are right to the second at the end."""

import random
from datetime import date

import pytest
from three_hours import an_afternoon, on_both_laptops

from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.iglo_commands import act_on_note, take_agreements
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.people_in_round import come_or_go
from samtale_tui.conversation.proposals import those_who_are_there
from samtale_tui.conversation.round_commands import close_round, in_round, round_reads
from samtale_tui.conversation.rounds import Round
from samtale_tui.method.catalogue import MethodName
from samtale_tui.method.clock import Moment
from samtale_tui.method.iglo import add_idea, choose, next_idea
from samtale_tui.method.iglo_board import next_note_id, put_note
from samtale_tui.method.iglo_parts import Grounds, IgloNote
from samtale_tui.method.run import Ending, extend, frame_is_up, frame_left


@on_both_laptops
@pytest.mark.parametrize("seed", range(6))
def test_the_clocks_of_iglos_are_right_to_the_second_after_three_hours(seed: int, counts_sleep: bool) -> None:
    afternoon = an_afternoon(seed, range(1, 41), counts_sleep=counts_sleep)
    for text in ("Sparring hver tirsdag", "Ro om morgenen"):
        afternoon.value = do.agree(afternoon.value, text, None, None)
    afternoon.lead(MethodName.IGLO, 2400.0, _somebody_presses)
    afternoon.assert_all_was_counted(afternoon.seconds_on_the_card(), rounds=3)
    value = afternoon.value
    for each in value.rounds:
        _its_frame_is_what_was_agreed(each, afternoon.reading(each))
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
