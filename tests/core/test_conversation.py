"""What a conversation does, command by command."""

from datetime import UTC, datetime, timedelta

import pytest

from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import LEAST_MINUTES, CardUse, Conversation
from samtale_tui.conversation.plan_commands import (
    drop_action,
    move_action,
    open_agreements,
    promote,
    put_action,
)
from samtale_tui.conversation.round_commands import (
    at_reading,
    close_round,
    round_reads,
    round_watch,
    running_rounds,
    start_round,
    start_round_clock,
    stop_round_clock,
)
from samtale_tui.conversation.rounds import Pause
from samtale_tui.conversation.schedule import ends_at, minutes_to_end, minutes_to_plan
from samtale_tui.conversation.stage import backside, face
from samtale_tui.deck.model import Deck
from samtale_tui.method import spiral
from samtale_tui.method.clock import Moment
from samtale_tui.method.spiral import Ending
from samtale_tui.plan.model import Action

DECK = Deck.model_validate(
    {
        "format": 1,
        "id": "prove",
        "title": "Prøve",
        "conversation": "tus",
        "wheel": {"rim": "Teamets udvikling"},
        "themes": [
            {"id": "team", "title": "Vores team", "colour": "rust", "place": "hub"},
            {"id": "fag", "title": "Faglighed", "colour": "blue"},
        ],
        "fields": [
            {"id": "god-dag", "theme": "team", "title": "God dag"},
            {"id": "opgaver", "theme": "fag", "title": "Opgaver"},
        ],
        "cards": [
            {"field": "god-dag", "text": "Hvad gør en dag god?", "hint": "Giv tid"},
            {"field": "god-dag", "kind": "blank"},
            {"field": "opgaver", "text": "Hvad fylder?"},
            {"field": "opgaver", "text": "Hvad kan vente?"},
        ],
    }
)
START = datetime(2027, 3, 12, 12, 0, tzinfo=UTC)


def moment(seconds: float = 0) -> Moment:
    return Moment(1000 + seconds, START + timedelta(seconds=seconds))


@pytest.fixture
def conversation() -> Conversation:
    return do.new_conversation("prove", DECK, "Team Nord", ("Anna", "Bo", "Anna"), 90, START)


def test_people_of_one_name_are_told_apart(conversation: Conversation) -> None:
    assert list(conversation.names().values()) == ["Anna", "Bo", "Anna (2)"]


def test_latecomers_sit_after_the_others(conversation: Conversation) -> None:
    assert [p.id for p in do.seat(conversation, ("Carl",)).people] == ["p1", "p2", "p3", "p4"]
    assert do.seat(conversation, ()) is conversation


def test_the_blank_card_is_not_drawn(conversation: Conversation) -> None:
    assert conversation.cards_on("god-dag") == ("god-dag-1",)


def test_a_drawn_card_lies_open_counts_as_used_and_can_be_put_back(conversation: Conversation) -> None:
    opened = do.lay_open(conversation, "opgaver-1")
    assert (opened.card, opened.field, opened.use("opgaver-1").used) == ("opgaver-1", "opgaver", True)
    assert do.unused_cards(opened, "opgaver") == ("opgaver-2",)
    closed = do.close_card(opened)
    assert closed.card is None and closed.use("opgaver-1").used
    back = do.put_back(opened, "opgaver-1")
    assert back.card is None and back.uses == {}


def test_a_card_that_is_not_there_changes_nothing(conversation: Conversation) -> None:
    assert do.lay_open(conversation, "x-9") is conversation
    assert do.note(conversation, "x-9", "hej") is conversation
    assert do.put_back(conversation, "opgaver-1") is conversation
    assert do.choose_field(conversation, "nowhere") is conversation
    assert do.write_blank(conversation, "nowhere", "tekst") is conversation


def test_a_note_outlives_the_card_being_put_back(conversation: Conversation) -> None:
    noted = do.note(do.lay_open(conversation, "opgaver-1"), "opgaver-1", "Husk Bo")
    assert do.put_back(noted, "opgaver-1").use("opgaver-1") == CardUse(notes="Husk Bo")


def test_a_blank_card_joins_its_field_and_lies_open(conversation: Conversation) -> None:
    once = do.write_blank(conversation, "opgaver", "  Hvad drømmer vi om?\x1b[31m ")
    assert once.card == "b1"
    assert once.cards_on("opgaver") == ("opgaver-1", "opgaver-2", "b1")
    card = once.card_by_id("b1")
    assert card and card.text == "Hvad drømmer vi om?"
    assert do.write_blank(once, "opgaver", " \n ") is once


def test_an_agreement_remembers_its_card_and_field(conversation: Conversation) -> None:
    agreed = do.agree(conversation, "Sparring hver tirsdag", "opgaver-1", "opgaver")
    assert agreed.agreements[0].model_dump() == {
        "id": "a1", "text": "Sparring hver tirsdag", "field": "opgaver", "card": "opgaver-1",
        "votes": 0, "harvest": "",
    }  # fmt: skip
    assert do.agree(agreed, "  ", None, None) is agreed
    reworded = do.reword_agreement(agreed, "a1", "Sparring hver onsdag")
    assert reworded.agreements[0].text == "Sparring hver onsdag"
    assert do.reword_agreement(agreed, "a1", " ") is agreed
    assert do.drop_agreement(reworded, "a1").agreements == ()


def test_a_new_agreement_never_takes_an_id_that_an_action_points_to(conversation: Conversation) -> None:
    two = do.agree(do.agree(conversation, "Et", None, None), "To", None, None)
    left = do.agree(do.drop_agreement(two, "a1"), "Tre", None, None)
    assert [a.id for a in left.agreements] == ["a2", "a3"]


def test_an_agreement_becomes_an_action_once_and_waits_again_when_that_is_dropped(
    conversation: Conversation,
) -> None:
    agreed = do.agree(conversation, "Sparring", "opgaver-1", "opgaver")
    planned = promote(agreed, "a1")
    action = planned.actions[0]
    assert (action.what, action.origin.field, action.origin.card) == ("Sparring", "Opgaver", "Hvad fylder?")
    assert open_agreements(planned) == ()
    assert promote(planned, "a1") is planned
    assert [a.id for a in open_agreements(drop_action(planned, action.id))] == ["a1"]


def test_actions_are_put_in_order(conversation: Conversation) -> None:
    three = conversation
    for name in ("h1", "h2", "h3"):
        three = put_action(three, Action(id=name, what=name))
    assert [a.id for a in move_action(three, "h3", -9).actions] == ["h3", "h1", "h2"]
    assert move_action(three, "h1", -1) is three
    assert move_action(three, "h9", 1) is three
    assert put_action(three, three.actions[1]) is three


def test_what_is_half_written_waits_until_its_form_is_done(conversation: Conversation) -> None:
    written = do.draft(do.draft(conversation, "action/new/what", "Spar"), "agreement", "Vi af")
    assert do.drop_drafts(written, "action/new").drafts == {"agreement": "Vi af"}
    assert do.draft(written, "agreement", "").drafts == {"action/new/what": "Spar"}
    assert do.draft(written, "agreement", "Vi af") is written


def test_the_clock_to_the_plan_runs_from_the_beginning_and_not_before(conversation: Conversation) -> None:
    assert ends_at(conversation) is None
    assert minutes_to_plan(conversation, START + timedelta(days=3)) == 75
    begun = do.begin(conversation, START)
    assert do.begin(begun, START + timedelta(hours=1)) is begun
    assert minutes_to_plan(begun, START) == 75
    assert minutes_to_plan(begun, START + timedelta(minutes=74, seconds=1)) == 1
    assert minutes_to_plan(begun, START + timedelta(minutes=80)) == -5
    assert minutes_to_end(begun, START + timedelta(minutes=91)) == -1
    assert minutes_to_plan(do.move_end(begun, 30), START) == 105
    assert do.move_end(begun, -500).booked_minutes == LEAST_MINUTES


def started(conversation: Conversation) -> Conversation:
    people = tuple(conversation.names())
    round_ = spiral.begin(people, opener="p1", direction=spiral.Direction.CLOCKWISE, frame_seconds=720)
    return start_round(conversation, "opgaver-1", round_, moment())


def test_a_round_begins_the_conversation_and_counts_its_minutes_on_the_card(
    conversation: Conversation,
) -> None:
    going = started(conversation)
    assert going.times.begun == START
    assert going.round and going.round.id == "r1"
    assert round_reads(going, "r1", moment(90)) == pytest.approx(90)


def test_another_method_stops_the_clock_of_the_one_that_waits(conversation: Conversation) -> None:
    first = started(conversation)
    both = start_round(first, "opgaver-2", first.rounds[0].state, moment(40))
    assert [each.id for each in both.rounds] == ["r1", "r2"]
    assert both.round and both.round.id == "r2"
    assert running_rounds(both) == ["r2"]
    back = start_round_clock(both, "r1", moment(100))
    assert running_rounds(back) == ["r1"]
    assert round_reads(back, "r1", moment(110)) == pytest.approx(50)
    assert round_reads(back, "r2", moment(110)) == pytest.approx(60)


def test_a_paused_round_loses_no_time_and_gains_none(conversation: Conversation) -> None:
    paused = stop_round_clock(started(conversation), "r1", moment(60), Pause.TIME_OUT)
    assert paused.times.pause is Pause.TIME_OUT
    assert round_reads(paused, "r1", moment(600)) == pytest.approx(60)
    again = start_round_clock(paused, "r1", moment(600))
    assert again.times.pause is None
    assert round_reads(again, "r1", moment(630)) == pytest.approx(90)
    assert start_round_clock(again, "r1", moment(700)) is again
    assert stop_round_clock(paused, "r1", moment(700), Pause.PAUSE) is paused


def test_the_clock_stops_when_all_have_passed(conversation: Conversation) -> None:
    going = started(conversation)
    for second in (10, 20, 30):
        going = at_reading(going, "r1", moment(second), spiral.pass_turn)
    assert going.round is None
    assert going.rounds[-1].spiral.ending is Ending.ALL_PASSED
    assert not round_watch(going, "r1").running
    assert round_reads(going, "r1", moment(999)) == pytest.approx(30)


def test_a_closed_round_makes_way_for_the_next(conversation: Conversation) -> None:
    closed = close_round(started(conversation), "r1", moment(15), Ending.CLOSED)
    assert closed.round is None
    assert close_round(closed, "r1", moment(20), Ending.CLOSED) is closed
    second = start_round(closed, "opgaver-2", closed.rounds[-1].spiral.but(ending=None), moment(100))
    assert [r.id for r in second.rounds] == ["r1", "r2"]


def test_the_rooms_side_of_a_card_has_neither_hint_nor_notes(conversation: Conversation) -> None:
    noted = do.note(conversation, "god-dag-1", "Pas på Bo")
    shown = face(noted, "god-dag-1")
    assert shown is not None
    assert "Giv tid" not in repr(shown)
    assert "Pas på Bo" not in repr(shown)
    own = backside(noted, "god-dag-1")
    assert (own.hint, own.notes) == ("Giv tid", "Pas på Bo")
    assert (shown.number, shown.of, shown.theme) == (1, 1, "Vores team")
    assert face(noted, "x-1") is None
