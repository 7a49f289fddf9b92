"""When the conversation ends, and how long until its plan must start (S26). Times of day have their zone."""

import math
from datetime import datetime, timedelta

from samtale_tui.conversation.model import Conversation


def ends_at(conversation: Conversation) -> datetime | None:
    """When the booked time is over; none while the conversation is being prepared."""
    begun = conversation.times.begun
    return None if begun is None else begun + timedelta(minutes=conversation.booked_minutes)


def minutes_to_plan(conversation: Conversation, wall: datetime) -> int:
    """Whole minutes until the time reserved for the plan begins; negative once it has.

    Before the conversation has begun: the minutes that there will be.
    """
    reserved = conversation.reserved_minutes
    end = ends_at(conversation)
    if end is None:
        return conversation.booked_minutes - reserved
    left = (end - timedelta(minutes=reserved) - wall).total_seconds() / 60
    return math.ceil(left) if left > 0 else math.floor(left)


def minutes_to_end(conversation: Conversation, wall: datetime) -> int:
    """Whole minutes until the booked time is over; negative once it is."""
    end = ends_at(conversation)
    if end is None:
        return conversation.booked_minutes
    left = (end - wall).total_seconds() / 60
    return math.ceil(left) if left > 0 else math.floor(left)


def break_at(conversation: Conversation, wall: datetime) -> tuple[datetime, datetime] | None:
    """When the break that is on, or else the next one, begins and ends; none when no more is planned."""
    begun = conversation.times.begun
    if begun is None:
        return None
    planned = (
        (start := begun + timedelta(minutes=each.after), start + timedelta(minutes=each.minutes))
        for each in sorted(conversation.framing.breaks, key=lambda each: each.after)
    )
    return next((times for times in planned if wall < times[1]), None)
