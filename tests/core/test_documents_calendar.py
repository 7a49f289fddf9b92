"""The plan's days in a calendar: each follow-up and each deadline is a whole day with an alarm, word for word."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Entry
from team_nord import HOSTILE, conversation

from samtale_tui.basis.language import use_language
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation.model import Conversation
from samtale_tui.documents.calendar import plan_as_calendar
from samtale_tui.documents.events import events_of
from samtale_tui.plan.model import Action

DAY = date(2027, 6, 1)


def entries(value: Conversation) -> list[Entry]:
    return list(Calendar.from_ical(plan_as_calendar(value)).walk("VEVENT"))


def with_action(**fields: object) -> Conversation:
    return conversation(actions=(Action(id="h1", **fields),))  # type: ignore[arg-type]


def unfolded(data: bytes) -> list[str]:
    """The lines of the file, read by hand as RFC 5545 says and not by the library that wrote them."""
    return re.sub("\r\n[ \t]", "", data.decode()).split("\r\n")


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def test_every_follow_up_and_every_deadline_is_an_event() -> None:
    found = [
        (str(entry["summary"]), entry["dtstart"].dt, entry["dtend"].dt) for entry in entries(conversation())
    ]
    assert found == [
        ("Opfølgning: Fælles velkomst til nye", date(2027, 5, 3), date(2027, 5, 4)),
        ("Frist: Sparring hver tirsdag", date(2027, 6, 1), date(2027, 6, 2)),
        ("Opfølgning: Sparring hver tirsdag", date(2027, 6, 8), date(2027, 6, 9)),
    ]


def test_an_event_says_what_who_and_how() -> None:
    assert str(entries(conversation())[2]["description"]) == (
        "Sparring hver tirsdag\nHvorfor: Så vi lærer af hinanden\n"
        "Hvordan: To og to, en halv time ad gangen\nAnsvarlig: Anna (2)\n"
        "Sådan følger vi op: Kort status på teammødet\nFølger op: Bo"
    )


def test_the_alarm_goes_at_nine_the_day_before() -> None:
    for entry in entries(conversation()):
        (alarm,) = entry.walk("VALARM")
        assert str(alarm["action"]) == "DISPLAY"
        midnight = datetime.combine(entry["dtstart"].dt, datetime.min.time())
        goes = midnight + alarm["trigger"].dt
        assert goes == datetime.combine(entry["dtstart"].dt - timedelta(days=1), datetime.min.time()).replace(
            hour=9
        )
        assert str(alarm["description"]) == str(entry["summary"])


def test_the_day_stays_free_and_nobody_is_invited() -> None:
    lines = unfolded(plan_as_calendar(conversation()))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "METHOD:PUBLISH" in lines
    assert "X-WR-CALNAME:Team Nord · Teamudviklingsplan" in lines
    assert lines.count("TRANSP:TRANSPARENT") == 3
    assert not [line for line in lines if line.startswith(("ATTENDEE", "ORGANIZER"))]


@pytest.mark.parametrize("code", ["da", "en"])
def test_it_says_in_which_language_it_is(code: str) -> None:
    use_language(code)
    assert f"PRODID:-//samtale-tui//samtale//{code.upper()}" in unfolded(plan_as_calendar(conversation()))


def test_the_file_is_as_outlook_wants_it() -> None:
    data = plan_as_calendar(with_action(what="Ærlig snak " * 200, deadline=DAY))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_an_event_keeps_its_name_and_no_two_have_the_same() -> None:
    before = [str(entry["uid"]) for entry in entries(conversation())]
    moved = conversation(
        actions=tuple(a.but(follow_when=date(2028, 1, 1)) for a in conversation().actions[:1])
    )
    after = {str(entry["uid"]) for entry in entries(moved)}
    assert len(set(before)) == 3
    assert after == {before[1], before[2]}
    others = entries(conversation(created=datetime(2027, 3, 2, 8, tzinfo=UTC)))
    assert not {str(entry["uid"]) for entry in others} & set(before)


def test_the_same_conversation_is_the_same_file() -> None:
    assert plan_as_calendar(conversation()) == plan_as_calendar(conversation())
    assert {entry["dtstamp"].dt for entry in entries(conversation())} == {datetime(2027, 3, 1, 8, tzinfo=UTC)}


@pytest.mark.parametrize(
    "day", [date(1, 1, 1), date(1999, 12, 31), date(2028, 2, 29), date(9999, 12, 30), date.max]
)
def test_any_day_is_written_and_read_back(day: date) -> None:
    (entry,) = entries(with_action(what="x", deadline=day))
    assert entry["dtstart"].dt == day
    if day < date.max:
        assert entry["dtend"].dt == day + timedelta(days=1)
    else:
        assert "dtend" not in entry


WORDS = st.text(max_size=30) | st.text(st.sampled_from("\\nN,;:\"\n \t'^æ👩‍👧=-"), max_size=30)


@given(WORDS.map(clean_prose), WORDS)
def test_every_word_is_read_back_as_it_was_written(what: str, who: str) -> None:
    value = with_action(what=what, responsible=who, deadline=DAY)
    event = events_of(value.actions)[0]
    (entry,) = entries(value)
    if "\\" not in what + who:  # which icalendar reads as if it began a new line, at times
        assert str(entry["summary"]) == event.title
        assert str(entry.get("description", "")) == event.description
    lines = unfolded(plan_as_calendar(value))
    by_hand = dict(line.partition(":")[::2] for line in lines[: lines.index("BEGIN:VALARM")])
    assert unescaped(by_hand["SUMMARY"]) == event.title
    assert unescaped(by_hand.get("DESCRIPTION", "")) == event.description


@pytest.mark.parametrize("text", [*HOSTILE[:-1], "a,b;c\\n d", "x" * 10_000, "å👩‍👩‍👧,;" * 2_000])
def test_hostile_text_is_read_back(text: str) -> None:
    value = with_action(what=text, why=text, how=text, follow_how=text, follow_when=DAY).but(team=text)
    (entry,) = entries(value)
    assert str(entry["description"]) == events_of(value.actions)[0].description


def test_a_name_in_the_text_is_no_line_of_its_own() -> None:
    value = with_action(what="x\nBEGIN:VALARM\nATTENDEE:mailto:a@example.com\nRRULE:FREQ=DAILY", deadline=DAY)
    (entry,) = entries(value)
    assert "rrule" not in entry and "attendee" not in entry
    assert len(entry.walk("VALARM")) == 1


def test_actions_without_days_are_in_no_calendar() -> None:
    assert events_of((Action(id="h1", what="x", start=DAY),)) == ()
