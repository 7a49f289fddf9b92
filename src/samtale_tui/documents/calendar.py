"""The plan's days as a calendar that Outlook and others take in (RFC 5545). Loads icalendar.

Each is an event of a whole day that leaves the time free, with an alarm at nine in the morning of the day
before: a day begins at midnight, and fifteen hours before that is nine o'clock, in whichever zone the
calendar is read. An event keeps its name (UID) as long as the conversation and the action do; whether a
calendar that is taken in again changes what is there, is up to the program that takes it in, as no event says
when it was changed. The same conversation gives the same bytes in the same language.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, vText
from icalendar import Event as Entry

from samtale_tui.basis.language import language
from samtale_tui.basis.text import shorten
from samtale_tui.conversation.model import Conversation
from samtale_tui.documents.events import Event, events_of
from samtale_tui.plan.titles import plan_title

ALARM_BEFORE = timedelta(hours=15)
"""How long before the day begins the alarm goes."""
_MOST_IN_NAME = 120
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class _Words(vText):
    r"""People's words exactly as they are; icalendar takes the N of ``C:\Noter`` for a new line."""

    def to_ical(self) -> bytes:
        return self.translate(_ESCAPES).encode()


def plan_as_calendar(conversation: Conversation) -> bytes:
    """The whole calendar as the bytes of an ``.ics`` file; one without events is not to be written."""
    calendar = Calendar()
    calendar.add("prodid", f"-//samtale-tui//samtale//{language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")  # says to Outlook that nobody is invited, and no answer wanted
    calendar.add("x-wr-calname", _Words(_name(conversation)))
    for event in events_of(conversation.actions):
        calendar.add_component(_entry(event, conversation))
    data: bytes = calendar.to_ical()
    return data


def _name(conversation: Conversation) -> str:
    title = plan_title(conversation.deck.conversation)
    return " · ".join(part for part in (shorten(conversation.team, _MOST_IN_NAME), title) if part)


def _entry(event: Event, conversation: Conversation) -> Entry:
    entry = Entry()
    entry.add("uid", _uid(event, conversation))
    entry.add("dtstamp", _stamp(conversation))
    entry.add("dtstart", event.day)
    if event.day < date.max:  # a whole day without an end is that one day
        entry.add("dtend", event.day + timedelta(days=1))
    entry.add("summary", _Words(event.title))
    if event.description:
        entry.add("description", _Words(event.description))
    entry.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -ALARM_BEFORE)
    alarm.add("description", _Words(event.title))
    entry.add_component(alarm)
    return entry


def _uid(event: Event, conversation: Conversation) -> str:
    whose = f"{conversation.id}/{conversation.created.astimezone(UTC).isoformat()}"
    return f"{uuid5(NAMESPACE_URL, f'samtale:{whose}/{event.action.id}/{event.kind}')}@samtale-tui"


def _stamp(conversation: Conversation) -> datetime:
    """The moment at which the conversation was made, to the second: it stays, whatever is changed later."""
    return conversation.created.astimezone(UTC).replace(microsecond=0)
