"""A fishbowl about to begin (S40): who sits with whom, and how the frame is shared by the sittings."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from samtale_tui.method.fishbowl import Fishbowl, Phase, Sitting
from samtale_tui.method.fishbowl_steps import LEAST_DEBRIEF_SECONDS, LEAST_SITTING_SECONDS
from samtale_tui.method.fishbowl_words import tasks
from samtale_tui.method.halves import (
    LEAST_CIRCLES,
    Circles,
    Wish,
    circle_count,
    smallest,
    split,
    usual_inside,
)
from samtale_tui.method.run import set_frame

FRAME_MINUTES = 30
"""Usual frame: two sittings of about ten minutes, each with its debrief."""
MOST_SITTING_SECONDS = 20 * 60
"""Where the frame gives more to each, the circles sit inside more often instead."""
MOST_DEBRIEF_SECONDS = 3 * 60
DEBRIEFS_PART = 1 / 3
"""At most this part of the frame goes to debriefs and the round-up."""


class Share(NamedTuple):
    """How a frame is shared."""

    times_inside: int
    """How often each circle is inside."""
    sitting: float
    """Seconds for a sitting."""
    debrief: float
    """Seconds for a debrief, and for the round-up."""


def share(frame_seconds: float, circles: int) -> Share:
    """The frame shared evenly: each circle sits equally often and equally long, each sitting has its debrief.

    A frame too short for that gets the least that a sitting and a debrief can be.

    Args:
        frame_seconds: the time agreed for the whole of it.
        circles: how many take turns inside, empty ones not counted; one counts as two, as others may come.
    """
    times = 1
    while True:
        sittings = max(LEAST_CIRCLES, circles) * times
        debriefs = sittings + 1
        debrief = _in_half_minutes(DEBRIEFS_PART * frame_seconds / debriefs)
        debrief = min(MOST_DEBRIEF_SECONDS, max(LEAST_DEBRIEF_SECONDS, debrief))
        sitting = max(
            LEAST_SITTING_SECONDS, _in_half_minutes((frame_seconds - debriefs * debrief) / sittings)
        )
        if sitting <= MOST_SITTING_SECONDS:
            return Share(times, sitting, debrief)
        times += 1


def propose(
    people: Sequence[str],
    frame_seconds: float,
    rng: random.Random,
    *,
    last: Fishbowl | None = None,
    inside: int | None = None,
    wishes: Sequence[Wish] | None = None,
) -> Fishbowl:
    """A fishbowl about to begin: the same circles as last time, or the people split at random.

    The same people sit together as last time, newcomers in the smallest circle, and another circle begins.
    Where most are new, or so many come or stay away that there are to be more circles or fewer, all are split
    anew.

    Args:
        people: ids of those present, clockwise in their seats.
        frame_seconds: the time agreed for the whole of it.
        rng: where chance comes from.
        last: the last fishbowl of this conversation.
        inside: at most so many inside; none for what is usual (two halves of up to 14 people).
        wishes: who is to be kept apart or together; none for those of last time.

    Raises:
        pydantic.ValidationError: nobody is present, someone is there twice, or the frame is no time at all.
    """
    wished = tuple(wishes if wishes is not None else last.wishes if last else ())
    first, away = 0, {}
    if last and inside is None and _is_much_the_same(last, people):
        circles, away = _as_last_time(last, people), _still_away(last, people)
        first = _begins_after(last.sittings[0].circle, circles)
    else:
        size = inside or usual_inside(len(people))
        circles = split(people, circle_count(len(people), size), rng, wished)
        first = _first_with_people(circles)
    shared = share(frame_seconds, _with_people_in(circles))
    return Fishbowl(
        people=tuple(people),
        frame_seconds=frame_seconds,
        circles=circles,
        sittings=(Sitting(circle=first),),
        times_inside=shared.times_inside,
        sitting_seconds=shared.sitting,
        debrief_seconds=shared.debrief,
        task=last.task if last else tasks()[0],
        wishes=wished,
        away=away,
    )


def reshuffled(
    s: Fishbowl,
    rng: random.Random,
    at: float,
    *,
    circles: int | None = None,
    wishes: Sequence[Wish] | None = None,
) -> Fishbowl:
    """Other people together at random, while the first sitting has not been spoken of.

    Args:
        s: the run.
        rng: where chance comes from.
        at: reading of the frame's stopwatch.
        circles: how many there are to be; none for as many as there are.
        wishes: who is to be kept apart or together; none for the wishes that there are.
    """
    if s.ending or len(s.sittings) > 1 or s.phase is not Phase.SITTING:
        return s
    wished = s.wishes if wishes is None else tuple(wishes)
    anew = split(s.people, circles or len(s.circles), rng, wished)
    counted = s if s.now(at) == s.began else s.recorded(at)
    begins = Sitting(circle=_first_with_people(anew), topics=s.sittings[0].topics)
    new = counted.but(circles=anew, sittings=(begins,), wishes=wished, away={})
    return new if len(anew) == len(s.circles) else shared_anew(new)


def with_people(s: Fishbowl, people: Sequence[str]) -> Fishbowl:
    """One that has not begun, with these people: those who were there keep their circles."""
    if tuple(people) == s.people:
        return s
    circles = _as_last_time(s, people)
    first = s.inside if circles[s.inside] else _first_with_people(circles)
    return s.but(
        people=tuple(people),
        circles=circles,
        sittings=(Sitting(circle=first),),
        away=_still_away(s, people),
    )


def with_frame(s: Fishbowl, seconds: float) -> Fishbowl:
    """One that has not begun, with another time for the whole of it; what was not set by hand follows."""
    usual = s == shared_anew(s)
    changed = set_frame(s, seconds)
    return shared_anew(changed) if usual else changed


def shared_anew(s: Fishbowl) -> Fishbowl:
    """The frame shared by the circles as they are now; times that were set by hand give way."""
    shared = share(s.frame_seconds, _with_people_in(s.circles))
    return s.but(
        times_inside=shared.times_inside, sitting_seconds=shared.sitting, debrief_seconds=shared.debrief
    )


def _is_much_the_same(last: Fishbowl, people: Sequence[str]) -> bool:
    """Whether the circles of last time still do for those who are here."""
    known = {person for circle in last.circles for person in circle} | last.away.keys()
    was, now = sum(map(len, last.circles)), len(people)
    if 2 * len(known & set(people)) < now:
        return False
    return circle_count(was, usual_inside(was)) == circle_count(now, usual_inside(now))


def _as_last_time(last: Fishbowl, people: Sequence[str]) -> Circles:
    """The circles of last time with those who are here; the others join where they are fewest."""
    was = {person: n for n, circle in enumerate(last.circles) for person in circle} | last.away
    circles = [[person for person in people if was.get(person) == n] for n in range(len(last.circles))]
    for person in (each for each in people if each not in was):
        there = [n for n, circle in enumerate(circles) if circle]
        among = there if len(there) > 1 else range(len(circles))
        circles[smallest(tuple(map(tuple, circles)), list(among))].append(person)
    return tuple(tuple(person for person in people if person in circle) for circle in circles)


def _still_away(last: Fishbowl, people: Sequence[str]) -> dict[str, int]:
    was = {person: n for n, circle in enumerate(last.circles) for person in circle} | last.away
    return {person: n for person, n in was.items() if person not in people}


def _begins_after(circle: int, circles: Circles) -> int:
    """The next circle with people in it after the one that began last time."""
    turns = [(circle + step) % len(circles) for step in range(1, len(circles) + 1)]
    return next((n for n in turns if circles[n]), 0)


def _first_with_people(circles: Circles) -> int:
    return next((n for n, circle in enumerate(circles) if circle), 0)


def _with_people_in(circles: Circles) -> int:
    """How many are not empty."""
    return sum(bool(circle) for circle in circles)


def _in_half_minutes(seconds: float) -> float:
    """Rounded down to half minutes, so that a clock begins at an even time."""
    return float(seconds // 30 * 30)
