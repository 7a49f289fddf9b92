"""What can be said of an action in words: what it lacks, what looks odd, what its choices are called."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import count

from samtale_tui.basis.language import _
from samtale_tui.plan.model import Action, Way
from samtale_tui.plan.titles import listed

_FAR_YEARS = 5
"""A date further ahead than this is more likely a slip of the finger than a plan."""


def missing(action: Action) -> tuple[str, ...]:
    """What an action lacks of owner, date and follow-up (S44, S63), each in a word; empty when it has all.

    A follow-up is there once it has a day; how and by whom are details.
    """
    wanted = (
        (action.responsible, _("ansvarlig")),
        (action.deadline, _("frist")),
        (action.follow_when, _("opfølgning")),
    )
    return tuple(word for value, word in wanted if not value)


def incomplete_words(action: Action) -> str:
    """What an action lacks, as "Mangler ansvarlig og opfølgning"; empty when it lacks nothing."""
    words = missing(action)
    return _("Mangler {what}").format(what=listed(words)) if words else ""


def remarks(action: Action, today: date) -> tuple[str, ...]:
    """What looks odd about an action's dates, a sentence each. Never a reason to refuse it."""
    found = []
    if action.start and action.deadline and action.deadline < action.start:
        found.append(_("Fristen ligger før starten."))
    if action.start and action.follow_when and action.follow_when < action.start:
        found.append(_("Opfølgningen ligger før starten."))
    if action.deadline and action.deadline < today:
        found.append(_("Fristen ligger i fortiden."))
    if action.follow_when and action.follow_when < today:
        found.append(_("Opfølgningen ligger i fortiden."))
    dates = (action.start, action.deadline, action.follow_when)
    if any(day and day.year - today.year > _FAR_YEARS for day in dates):
        found.append(_("Der er mere end {years} år til – passer årstallet?").format(years=_FAR_YEARS))
    return tuple(found)


def way_title(way: Way) -> str:
    """What a way of learning is called (S43)."""
    titles = {
        Way.NEW_TASKS: _("Nye opgaver"),
        Way.SPARRING: _("Sparring og videndeling"),
        Way.SIDE_BY_SIDE: _("Side om side med en kollega"),
        Way.MENTOR: _("Mentor eller føl"),
        Way.JOB_SWAP: _("Bytte job for en tid"),
        Way.ACROSS: _("På tværs af organisationen"),
        Way.WORKING_GROUP: _("Arbejdsgruppe"),
        Way.COORDINATING: _("Være tovholder"),
        Way.COURSE: _("Kursus eller uddannelse"),
    }
    return titles[way]


def next_action_id(actions: Iterable[Action]) -> str:
    """An id that no action has: the highest of ``h1``, ``h2`` and so on, and one more."""
    taken = {action.id for action in actions}
    numbers = (re.fullmatch(r"h([0-9]{1,9})", name) for name in taken)
    highest = max((int(number[1]) for number in numbers if number), default=0)
    return next(name for number in count(highest + 1) if (name := f"h{number}") not in taken)
