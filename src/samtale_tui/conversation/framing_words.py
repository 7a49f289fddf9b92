"""What the parts of a frame are called, and what a coming break is told with."""

import math
from datetime import datetime

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.shown_dates import clock_time
from samtale_tui.conversation.framing import Framing, Members, Reason, Role, Timing
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.schedule import break_at

SOON_MINUTES = 10
"""So long before a break it is told of."""


def timing_title(timing: Timing, members: Members | None) -> str:
    """Before or after the individual conversations (S2), which are MUS or LUS as the team is (S3)."""
    which = {Members.EMPLOYEES: _("MUS"), Members.LEADERS: _("LUS"), None: _("MUS eller LUS")}[members]
    words = {Timing.LEAD_UP: _("Optakt til {which}"), Timing.FOLLOW_UP: _("Opfølgning på {which}")}
    return words[timing].format(which=which)


def members_title(members: Members) -> str:
    """Whom the team consists of (S3)."""
    return {Members.EMPLOYEES: _("Medarbejdere"), Members.LEADERS: _("Ledere")}[members]


def reason_title(reason: Reason) -> str:
    """One of the seven reasons (S5)."""
    return {
        Reason.DIRECTION: _("Fælles retning for opgave, mål og ansvar"),
        Reason.OVERVIEW: _("Overblik over alt det, vi kan"),
        Reason.LEARNING: _("Lære af hinanden og dele viden"),
        Reason.RELATIONS: _("Relationer og klar kommunikation"),
        Reason.DIALOGUE: _("Mod på den åbne samtale"),
        Reason.WELLBEING: _("Trivsel og godt samarbejde"),
        Reason.INFLUENCE: _("Indflydelse og fælles ansvar for udvikling"),
    }[reason]


def role_title(role: Role) -> str:
    """What someone looks after (S13)."""
    return {
        Role.FACILITATOR: _("Facilitator"),
        Role.TIME_KEEPER: _("Tidsholder"),
        Role.NOTE_TAKER: _("Referent"),
    }[role]


def occasion_words(framing: Framing) -> str:
    """What the conversation stands before or after, and for whom it is."""
    timing = timing_title(framing.timing, framing.members) if framing.timing else ""
    members = members_title(framing.members) if framing.members else ""
    return " · ".join(part for part in (timing, members) if part)


def break_words(conversation: Conversation, wall: datetime) -> str:
    """That a break is near, or until when the one lasts that is on; empty where none is near."""
    times = break_at(conversation, wall)
    if times is None:
        return ""
    start, end = times
    if wall >= start:
        return _("pause til {time}").format(time=clock_time(end))
    left = math.ceil((start - wall).total_seconds() / 60)
    return n_("pause om 1 min", "pause om {n} min", left) if left <= SOON_MINUTES else ""


def break_began(conversation: Conversation, before: datetime, now: datetime) -> str:
    """What is said when a break has begun between two moments; empty where none has, or it is over."""
    times = break_at(conversation, now)
    if times is None or not before < times[0] <= now:
        return ""
    return _("Nu er der pause til {time}.").format(time=clock_time(times[1]))
