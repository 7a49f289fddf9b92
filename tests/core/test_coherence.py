"""A conversation's file that each part of the model would take, and that would end on a screen, is refused in words."""

import re

import pytest
from any_conversation import agree, conversation, start_round, write_blank
from pydantic import ValidationError

from samtale_tui.conversation import commands as do
from samtale_tui.conversation import plan_commands as plan
from samtale_tui.conversation.file_format import DamagedConversation
from samtale_tui.conversation.model import Agreement, Blank, Conversation, Person, Times
from samtale_tui.conversation.outcome import plan_of, talked_about
from samtale_tui.conversation.round_commands import start_round as begin_round
from samtale_tui.conversation.rounds import RoundTime
from samtale_tui.conversation.stage import backside, face
from samtale_tui.conversation.store import create, find, list_conversations, load
from samtale_tui.deck.model import Card
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.method.clock import Moment
from samtale_tui.method.spiral import Direction, begin
from samtale_tui.plan.actions import next_action_id
from samtale_tui.plan.model import Action

NOW = Moment(1000.0, conversation().created)


def full() -> Conversation:
    """Two of everything."""
    value = agree(agree(conversation(), "Første"), "Anden")
    value = write_blank(write_blank(value, "Kort et"), "Kort to")
    value = plan.promote(plan.promote(value, "a1"), "a2")
    return do.begin(start_round(start_round(value, NOW), NOW), NOW.wall).but(field="opgaver")


DAMAGES = {
    "two agreements with one id": ('id = "a2"', 'id = "a1"', "Id »a1« er brugt to gange."),
    "two actions with one id": ('id = "h2"', 'id = "h1"', "Id »h1« er brugt to gange."),
    "two rounds with one id": ('id = "r2"', 'id = "r1"', "Id »r1« er brugt to gange."),
    "two people with one id": ('id = "p2"', 'id = "p1"', "Id »p1« er brugt to gange."),
    "two cards with one id": ('id = "b2"', 'id = "b1"', "Id »b1« er brugt to gange."),
    "a card with the id of the deck's": ('id = "b2"', 'id = "opgaver-1"', "Skriv »b« og et tal, som »b1«."),
    "a person with no such id": ('id = "p2"', 'id = "x[/]"', "Skriv »p« og et tal, som »p1«."),
    "a person with an odd number": ('id = "p2"', 'id = "p²"', "»people.2.id« har en værdi"),
    "a person with a long number": ('id = "p2"', 'id = "p1234567890"', "»people.2.id«"),
    "an agreement with no such id": ('id = "a2"', 'id = "to"', "Skriv »a« og et tal, som »a1«."),
    "a round with no such id": ('id = "r2"', 'id = "2"', "Skriv »r« og et tal, som »r1«."),
    "an action without id": ('id = "h2"', 'id = ""', "»actions.2.id«"),
    "a field that is not there": ('\nfield = "opgaver"\n', '\nfield = "opgave"\n', "Mente du »opgaver«?"),
    "a card on a field that is not there": (
        'field = "borgere", kind',
        'field = "x", kind',
        "intet felt med id »x«",
    ),
    "a time without zone": (
        "created = 2026-11-21 09:30:00+00:00",
        "created = 2026-11-21 09:30:00",
        "tidszone",
    ),
    "a day for a time": ("created = 2026-11-21 09:30:00+00:00", "created = 2026-11-21", "tidszone"),
    "a time at the calendar's end": (
        "created = 2026-11-21 09:30:00+00:00",
        "created = 9999-12-31 23:59:59+00:00",
        "»created« har en værdi",
    ),
    "a beginning without zone": (
        "begun = 2026-11-21 09:30:00+00:00",
        "begun = 2026-11-21 09:30:00",
        "tidszone",
    ),
    "a time of no round": ("[times.rounds.r1]", '[times.rounds."r²"]', "»times.rounds.r²«"),
    "a round with a stranger": ('"p2",\n', '"p7",\n', "Der er ingen deltager med id »p7«."),
    "a deck that does not hang together": (
        'field = "opgaver"\ntext',
        'field = "x"\ntext',
        "intet felt med id »x«",
    ),
}


@pytest.mark.parametrize("case", DAMAGES)
def test_what_would_end_on_a_screen_is_refused_with_its_line_and_the_others_open(case: str) -> None:
    old, new, words = DAMAGES[case]
    create(conversation(id="en-anden"))
    path = create(full()).path / "conversation.toml"
    before = path.read_text(encoding="utf-8")
    place = before.rindex(old) if old in before else -1
    assert place >= 0, before
    data = before[:place] + new + before[place + len(old) :]
    path.write_text(data, encoding="utf-8")
    with pytest.raises(DamagedConversation) as caught:
        load(full().id)
    error = caught.value
    assert words in str(error), error
    first_changed = 1 + next(
        n for n, (a, b) in enumerate(zip(before.split("\n"), data.split("\n"), strict=False)) if a != b
    )
    assert abs(error.line - first_changed) <= 2, (error.line, first_changed)
    assert path.read_text(encoding="utf-8") == data
    assert error.aside is not None
    assert error.aside.read_text(encoding="utf-8") == data
    assert "en-anden" in {each.id for each in list_conversations().summaries}


def test_a_time_without_zone_is_told_of_in_the_list() -> None:
    path = create(full()).path / "conversation.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(created = \S+ [0-9:]+)\+00:00", r"\1", text), encoding="utf-8")
    listing = list_conversations()
    assert (listing.summaries, [each.id for each in listing.damaged]) == ((), [full().id])


def test_what_undo_leaves_behind_is_harmless() -> None:
    lost = full().but(
        card="b9",
        uses={"væk-3": full().use("b1").but(used=True, notes="x")},
        agreements=(Agreement(id="a1", text="Sparring", field="vaek", card="væk-1"),),
        actions=(),
        rounds=(full().rounds[0].but(card="b9"),),
        times=Times(rounds={"r7": RoundTime(card="b9")}),
    )
    create(lost)
    assert load(lost.id)[0] == lost
    assert find(lost.id).read()[0] == lost
    assert face(lost, "b9") is None
    assert backside(lost, "b9").hint == ""
    assert plan.promote(lost, "a1").actions[0].origin.field == ""
    assert talked_about(lost) == ()
    assert plan_of(lost).actions == ()
    assert "Sparring" in plan_as_markdown(lost)


def test_what_stands_half_written_in_the_file_is_clean_and_keeps_its_blanks() -> None:
    path = create(conversation(drafts={"aftale": "Vi vil "})).path / "conversation.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Vi vil "', '"Vi \\u001b[31mvil\\u202e "'), encoding="utf-8")
    assert load(conversation().id)[0].drafts == {"aftale": "Vi vil "}


def test_ids_are_free_whatever_the_file_holds() -> None:
    people = (Person(id="p999999999", name="Anna"), Person(id="p2", name="Bo"))
    seated = do.seat(conversation(people=people), ("Carina", "Dan"))
    assert [person.id for person in seated.people] == ["p999999999", "p2", "p1", "p3"]
    taken = (Action(id="h999999999"), Action(id="h1000000000"))
    assert next_action_id(taken) == "h1000000001"
    timeless = start_round(conversation(), NOW).but(times=Times())
    over = timeless.but(
        rounds=(timeless.rounds[0].but(spiral=timeless.rounds[0].spiral.but(ending="closed")),)
    )
    spiral = begin(("p1", "p2"), opener="p1", direction=Direction.CLOCKWISE, frame_seconds=720)
    assert [each.id for each in begin_round(over, "opgaver-1", spiral, NOW).rounds] == ["r1", "r2"]


@pytest.mark.parametrize("field", ["x", "opgaver-1"])
def test_no_command_can_make_what_would_not_open_again(field: str) -> None:
    with pytest.raises(ValidationError, match="intet felt"):
        conversation(field=field)
    with pytest.raises(ValidationError, match="intet felt"):
        conversation(blanks=(Blank(id="b1", card=Card(field=field, text="Hvad?")),))
