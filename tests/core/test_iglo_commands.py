"""From the conversation into an IGLO, and from its notes into the plan (S31–S35)."""

from datetime import UTC, date, datetime

import pytest
from team_nord import conversation

from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.file_format import dump, parse
from samtale_tui.conversation.harvest_commands import agree_on
from samtale_tui.conversation.iglo_commands import (
    act_on_note,
    action_of_note,
    agreements_for_ideas,
    take_agreements,
)
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import plan_of
from samtale_tui.conversation.plan_commands import drop_action, open_agreements, promote
from samtale_tui.conversation.proposals import proposed
from samtale_tui.conversation.round_commands import close_round, in_round, start_round
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.method.clock import Moment
from samtale_tui.method.iglo import Iglo, add_idea, choose
from samtale_tui.method.iglo_board import note_of, put_note
from samtale_tui.method.iglo_parts import Grounds, IgloNote
from samtale_tui.method.run import Ending, Run
from samtale_tui.plan.model import Action, Origin

NOW = Moment(100.0, datetime(2027, 3, 12, 12, tzinfo=UTC))
PEOPLE = ("p1", "p2", "p3")
NOTE = IgloNote(
    id="s3",
    idea="i1",
    level=IgloLevel.LEADERSHIP,
    horizon=Horizon.LONG,
    what="Tid til sparring i vagtplanen",
    how="En halv time hver tirsdag",
    who="Bo",
    start=date(2027, 4, 1),
    deadline=date(2027, 6, 1),
    follow_how="Status på teammødet",
    follow_who="Anna",
    follow_when=date(2027, 6, 8),
)


def begun(card: str | None = "opgaver-1", **changes: object) -> Conversation:
    value = conversation(actions=(), **changes)
    return start_round(value, card, proposed(value, "iglo", PEOPLE, 2400), NOW)


def changed(value: Conversation, *steps: object) -> Conversation:
    for step in steps:
        value = in_round(value, value.rounds[-1].id, NOW, step)
    return value


def on_the_board(note: IgloNote = NOTE, card: str | None = "opgaver-1") -> Conversation:
    """Both agreements are ideas; the second one's board has a note."""
    value = take_agreements(begun(card), "r1")
    return changed(
        value,
        lambda state: choose(state, "i2", Grounds.IMPORTANT),
        lambda state: put_note(state, note.but(idea="i2")),
    )


def state(value: Conversation) -> Iglo:
    found = value.rounds[-1].state
    assert isinstance(found, Iglo)
    return found


def test_one_key_takes_all_agreements_that_wait_as_ideas_each_once() -> None:
    value = take_agreements(begun(), "r1")
    assert [(idea.text, idea.agreement) for idea in state(value).ideas] == [
        ("Sparring hver tirsdag", "a1"),
        ("Døren står åben", "a2"),
    ]
    assert take_agreements(value, "r1") is value
    later = do.agree(value, "Fredagskaffe", None, None)
    assert [idea.text for idea in state(take_agreements(later, "r1")).ideas][2:] == ["Fredagskaffe"]
    assert take_agreements(later, "r9") is later


def test_an_agreement_that_is_an_action_already_is_no_idea() -> None:
    value = promote(begun(), "a1")
    assert [each.id for each in agreements_for_ideas(value, "r1")] == ["a2"]


def test_a_note_becomes_an_action_with_all_its_fields_in_one_step() -> None:
    value = act_on_note(on_the_board(), "r1", "s3")
    assert value.actions == (
        Action(
            id="h1",
            what=NOTE.what,
            why="Døren står åben",
            how=NOTE.how,
            horizon=Horizon.LONG,
            responsible="Bo",
            start=NOTE.start,
            deadline=NOTE.deadline,
            follow_how=NOTE.follow_how,
            follow_who="Anna",
            follow_when=NOTE.follow_when,
            origin=Origin(field="Opgaver", card="Hvad lykkes vi med?", agreement="a2"),
        ),
    )
    assert action_of_note(value, "r1", "s3") == value.actions[0]
    assert [(each.key, each.action) for each in state(value).harvest()] == [("s3", "h1")]
    assert agree_on(value, "r1", "s3") is value, "it is in the plan, and further than an agreement"
    assert [each.id for each in open_agreements(value)] == ["a1"]
    assert "- **Hvordan:** En halv time hver tirsdag" in plan_as_markdown(value)
    assert plan_of(value).actions == value.actions


def test_it_becomes_one_only_once_and_is_free_again_when_the_action_is_gone() -> None:
    value = act_on_note(on_the_board(), "r1", "s3")
    assert act_on_note(value, "r1", "s3") is value
    gone = drop_action(value, "h1")
    assert (gone.actions, action_of_note(gone, "r1", "s3"), note_of(state(gone), "s3").action) == (
        (),
        None,
        "",
    )
    other = promote(gone, "a1")
    assert other.actions[0].id == "h1"
    assert action_of_note(other, "r1", "s3") is None
    assert [action.id for action in act_on_note(other, "r1", "s3").actions] == ["h1", "h2"]


def test_an_action_that_a_file_has_lost_leaves_the_note_free() -> None:
    value = act_on_note(on_the_board(), "r1", "s3").but(actions=())
    assert action_of_note(value, "r1", "s3") is None
    assert len(act_on_note(value, "r1", "s3").actions) == 1


def test_what_is_written_on_the_note_later_does_not_change_the_action() -> None:
    value = act_on_note(on_the_board(), "r1", "s3")
    later = changed(value, lambda s: put_note(s, NOTE.but(idea="i2", what="Noget andet")))
    assert later.actions == value.actions
    assert action_of_note(later, "r1", "s3") == value.actions[0]


def test_an_agreement_that_was_made_of_the_note_is_where_the_action_comes_from() -> None:
    agreed = agree_on(on_the_board(), "r1", "s3")
    assert agreed.agreements[-1].text == NOTE.what
    assert act_on_note(agreed, "r1", "s3").actions[0].origin.agreement == agreed.agreements[-1].id
    promoted = promote(agreed, agreed.agreements[-1].id)
    assert action_of_note(promoted, "r1", "s3") == promoted.actions[0]
    assert act_on_note(promoted, "r1", "s3") is promoted
    assert agreed.agreements[-1] not in agreements_for_ideas(agreed, "r1")


def test_an_action_names_no_agreement_that_is_gone_and_no_card_where_there_is_none() -> None:
    value = do.drop_agreement(on_the_board(card=None), "a2")
    assert act_on_note(value, "r1", "s3").actions[0].origin == Origin()


def test_a_written_idea_leaves_no_agreement() -> None:
    value = changed(
        begun(),
        lambda s: add_idea(s, "Ro om morgenen"),
        lambda s: choose(s, "i1", Grounds.EASIEST),
        lambda s: put_note(s, NOTE),
    )
    made = act_on_note(value, "r1", "s3").actions[0]
    assert (made.why, made.origin.agreement) == ("Ro om morgenen", None)


@pytest.mark.parametrize("note", ["s9", "s3"])
def test_a_note_that_is_not_there_or_has_nothing_on_it_becomes_nothing(note: str) -> None:
    blank = IgloNote(id="s3", idea="i2", level=NOTE.level, horizon=NOTE.horizon)
    value = changed(on_the_board(), lambda s: put_note(s, blank))
    assert act_on_note(value, "r1", note) is value
    assert act_on_note(value, "r9", note) is value


def test_a_note_becomes_an_action_also_when_the_iglo_is_over() -> None:
    value = close_round(on_the_board(), "r1", NOW, Ending.CLOSED)
    made = act_on_note(value, "r1", "s3")
    assert (len(made.actions), note_of(state(made), "s3").action) == (1, "h1")


def test_it_is_saved_and_opened_as_it_was() -> None:
    value = act_on_note(on_the_board(), "r1", "s3")
    again, _marks = parse(dump(value), value.id)
    assert again == value


def test_the_next_iglo_is_proposed_with_what_had_no_turn() -> None:
    value = close_round(on_the_board(), "r1", NOW, Ending.CLOSED)
    again: Run = proposed(value, "iglo", PEOPLE, 1800)
    assert isinstance(again, Iglo)
    assert [idea.text for idea in again.ideas] == ["Sparring hver tirsdag"]
