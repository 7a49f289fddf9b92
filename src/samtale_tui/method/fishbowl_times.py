"""The times of a fishbowl (S40): its clocks, how long each sat inside, and whether that was even."""

from typing import NamedTuple

from samtale_tui.method.fishbowl import Fishbowl, Phase
from samtale_tui.method.run import to_the_millisecond

UNEVEN_SECONDS = 60
UNEVEN_PART = 0.20
"""Times inside differ when the longest is longer than the shortest by more than this, in both measures."""


class Spread(NamedTuple):
    """The shortest and the longest time inside, in seconds."""

    least: float
    most: float

    @property
    def uneven(self) -> bool:
        """Whether they differ by more than a minute and by more than a fifth of the longest."""
        between = self.most - self.least
        return between > UNEVEN_SECONDS and between > UNEVEN_PART * self.most


def step_elapsed(s: Fishbowl, at: float) -> float:
    """Seconds that this sitting, this debrief or this round-up has taken; of a run that is over, its last."""
    step = (s.phase, len(s.sittings))
    logged = sum(each.seconds for each in s.log if (each.phase, each.sitting) == step)
    return to_the_millisecond(logged + _open_seconds(s, at))


def step_length(s: Fishbowl) -> float:
    """Seconds meant for it."""
    return s.sitting_seconds if s.phase is Phase.SITTING else s.debrief_seconds


def step_left(s: Fishbowl, at: float) -> float:
    """Seconds left of it; below 0 in overtime, which cuts nobody off."""
    return step_length(s) - step_elapsed(s, at)


def sitting_seconds(s: Fishbowl, number: int, at: float) -> float:
    """Seconds that a sitting has taken.

    Args:
        s: the run.
        number: of the sitting, from 1.
        at: reading of the frame's stopwatch.
    """
    logged = sum(each.seconds for each in s.log if each.phase is Phase.SITTING and each.sitting == number)
    goes_on = s.phase is Phase.SITTING and number == len(s.sittings)
    return to_the_millisecond(logged + (_open_seconds(s, at) if goes_on else 0.0))


def seconds_by_circle(s: Fishbowl, at: float) -> tuple[float, ...]:
    """Seconds that each circle has had the seats. This the room may see."""
    spent = [0.0] * len(s.circles)
    for number, sitting in enumerate(s.sittings, start=1):
        spent[sitting.circle] += sitting_seconds(s, number, at)
    return tuple(to_the_millisecond(seconds) for seconds in spent)


def seconds_inside(s: Fishbowl, at: float) -> dict[str, float]:
    """Seconds that each has sat inside, in seating order. For the facilitator alone.

    Everyone present is there, also one who has not been inside yet, and so is one who has left.
    """
    spent = dict.fromkeys(s.people, 0.0)
    for each in s.log:
        for person in each.inside:
            spent[person] = to_the_millisecond(spent.get(person, 0.0) + each.seconds)
    if s.phase is Phase.SITTING:
        for person in s.inner:
            spent[person] = to_the_millisecond(spent[person] + _open_seconds(s, at))
    return spent


def all_had_their_turn(s: Fishbowl) -> bool:
    """Whether the times can be compared: each circle was inside equally often, or nothing more comes."""
    if s.ending or s.phase is Phase.ROUND_UP:
        return True
    been = {s.turns_until(n)[0] for n, circle in enumerate(s.circles) if circle}
    return s.phase is Phase.DEBRIEF and len(been) == 1


def spread_of_people(s: Fishbowl, at: float) -> Spread:
    """The least and the most that anyone present has sat inside. For the facilitator alone."""
    spent = seconds_inside(s, at)
    here = [spent[person] for person in s.people]
    return Spread(min(here), max(here))


def spread_of_circles(s: Fishbowl, at: float) -> Spread:
    """The least and the most that a circle with people in it has had the seats."""
    spent = seconds_by_circle(s, at)
    there = [spent[n] for n, circle in enumerate(s.circles) if circle]
    return Spread(min(there), max(there))


def still_to_come(s: Fishbowl, at: float) -> float:
    """Seconds that what is planned still takes: the rest of this, the sittings and debriefs, the round-up."""
    if s.ending:
        return 0.0
    there = [n for n, circle in enumerate(s.circles) if circle]
    rest = max(0.0, step_left(s, at))
    if s.phase is Phase.ROUND_UP:
        return rest
    sittings = sum(max(0, s.times_inside - s.turns_until(n)[0]) for n in there)
    debriefs = sittings + (s.phase is Phase.SITTING) if len(there) > 1 else 0
    return rest + sittings * s.sitting_seconds + (debriefs + 1) * s.debrief_seconds


def _open_seconds(s: Fishbowl, at: float) -> float:
    """Seconds since what is in the log."""
    return s.now(at) - s.began
