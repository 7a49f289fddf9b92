"""The agenda: as one types it, and when each of its points is meant to begin and end (S15, S26, S27)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from samtale_tui.basis.text import clean, clean_line
from samtale_tui.basis.time_lengths import split_length, with_length
from samtale_tui.conversation.framing import AgendaItem
from samtale_tui.conversation.model import Conversation


class Slot(NamedTuple):
    """When a point of the agenda is on, in minutes from when the conversation begins."""

    item: AgendaItem
    begins: int
    ends: int


class _Rest(NamedTuple):
    """A break, in minutes from when the conversation begins; no two of them touch."""

    begins: int
    ends: int


def read_agenda(text: str) -> tuple[AgendaItem, ...]:
    """A point for each line that says something, with the minutes behind it: "Vores opgaver 20 min"."""
    told = (split_length(line) for line in map(clean_line, clean(text).split("\n")) if line)
    return tuple(AgendaItem(topic=topic, minutes=minutes) for topic, minutes in told)


def agenda_as_typed(agenda: Sequence[AgendaItem]) -> str:
    """A line for each point, as one would write it."""
    return "\n".join(with_length(item.topic, item.minutes) for item in agenda)


def agenda_slots(conversation: Conversation) -> tuple[Slot, ...]:
    """When each point is on, one after the other, with the breaks left out of their minutes.

    Points that say no minutes share what the others leave of the time before the plan's (S26), a minute each
    at least; so an agenda that is too long runs into it.
    """
    rests = _rests(conversation)
    slots = []
    spoken = 0
    for item, minutes in zip(conversation.framing.agenda, _minutes(conversation, rests), strict=True):
        begins = _on_the_clock(spoken, rests, ending=False)
        spoken += minutes
        slots.append(Slot(item, begins, _on_the_clock(spoken, rests, ending=True)))
    return tuple(slots)


def agenda_overrun(conversation: Conversation) -> int:
    """Minutes by which the agenda runs into the time reserved for the plan; 0 where it fits."""
    slots = agenda_slots(conversation)
    return max(0, slots[-1].ends - _until_plan(conversation)) if slots else 0


def slot_at(conversation: Conversation, wall: datetime) -> int | None:
    """The place of the point that is on at a time of day; none before, after and in a break between two."""
    begun = conversation.times.begun
    if begun is None:
        return None
    minutes = (wall - begun).total_seconds() / 60
    slots = enumerate(agenda_slots(conversation))
    return next((place for place, slot in slots if slot.begins <= minutes < slot.ends), None)


def slot_times(conversation: Conversation, slot: Slot) -> tuple[datetime, datetime] | None:
    """When a point begins and ends by the clock; none while the conversation is being prepared."""
    begun = conversation.times.begun
    if begun is None:
        return None
    return begun + timedelta(minutes=slot.begins), begun + timedelta(minutes=slot.ends)


def _until_plan(conversation: Conversation) -> int:
    return max(0, conversation.booked_minutes - conversation.reserved_minutes)


def _minutes(conversation: Conversation, rests: Sequence[_Rest]) -> list[int]:
    """How long each point takes."""
    agenda = conversation.framing.agenda
    until = _until_plan(conversation)
    resting = sum(max(0, min(rest.ends, until) - min(rest.begins, until)) for rest in rests)
    said = sum(item.minutes or 0 for item in agenda)
    silent = sum(item.minutes is None for item in agenda)
    share, over = divmod(max(0, until - resting - said), silent) if silent else (0, 0)
    minutes = []
    for item in agenda:
        if item.minutes is not None:
            minutes.append(item.minutes)
        else:
            minutes.append(max(1, share + (over > 0)))
            over -= 1
    return minutes


def _rests(conversation: Conversation) -> tuple[_Rest, ...]:
    """The breaks in the order in which they come; those that overlap are one."""
    rests: list[_Rest] = []
    for each in sorted(conversation.framing.breaks, key=lambda each: each.after):
        ends = each.after + each.minutes
        if rests and each.after <= rests[-1].ends:
            rests[-1] = _Rest(rests[-1].begins, max(ends, rests[-1].ends))
        else:
            rests.append(_Rest(each.after, ends))
    return tuple(rests)


def _on_the_clock(spoken: int, rests: Sequence[_Rest], *, ending: bool) -> int:
    """When so many minutes have been talked: before a break where something ends, else after it."""
    clock = spoken
    for rest in rests:
        if clock > rest.begins or (clock == rest.begins and not ending):
            clock += rest.ends - rest.begins
    return clock
