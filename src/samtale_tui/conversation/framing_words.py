"""What the parts of a frame are called, and what a coming break is told with."""

import math
from datetime import datetime

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.shown_dates import clock_time
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.chosen import Chooser, ChosenCard
from samtale_tui.conversation.framing import Framing, Members, Reason, Role, Timing
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.schedule import break_at
from samtale_tui.deck.model import Deck

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


def chosen_words(deck: Deck, chosen: ChosenCard) -> str:
    """Who chose a card, and why (S59), on one line; empty where there is nothing to tell."""
    return ": ".join(part for part in (chooser_words(deck, chosen), clean_line(chosen.why)) if part)


def chooser_words(deck: Deck, chosen: ChosenCard) -> str:
    """Who chose a card; nothing of the leader where the rules do not ask who chooses (S49, S51, S54)."""
    return chooser_title(chosen.by, deck) if _is_told(deck, chosen) else ""


def chooser_mark(deck: Deck, chosen: ChosenCard) -> str:
    """The same in a word, for a list."""
    words = {
        Chooser.LEADER: _("lederen"),
        Chooser.EMPLOYEES: _("medarbejderen") if deck.conversation.is_individual else _("medarbejderne"),
        Chooser.COUNCIL: _("LMU"),
        Chooser.RULES: _("altid"),
    }
    return words[chosen.by] if _is_told(deck, chosen) else ""


def _is_told(deck: Deck, chosen: ChosenCard) -> bool:
    rules = deck.rules
    asked = rules.leader_cards or rules.employee_cards or rules.council or rules.mandatory
    return bool(asked) or chosen.by is not Chooser.LEADER


def chooser_title(chooser: Chooser, deck: Deck) -> str:
    """Who chose a card."""
    individual = deck.conversation.is_individual
    return {
        Chooser.LEADER: _("valgt af lederen"),
        Chooser.EMPLOYEES: _("valgt af medarbejderen") if individual else _("valgt af medarbejderne"),
        Chooser.COUNCIL: _("besluttet af LMU"),
        Chooser.RULES: _("hører altid med"),
    }[chooser]


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
