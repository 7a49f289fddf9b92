"""How a fishbowl goes on (S40): sitting, debrief, change of places, round-up; its topic, task and clocks."""

from samtale_tui.method.fishbowl import Fishbowl, Phase, Sitting
from samtale_tui.method.run import to_the_millisecond

LEAST_SITTING_SECONDS = 60
LEAST_DEBRIEF_SECONDS = 30
"""No sitting and no debrief is meant to be shorter."""
STEP_SECONDS = 30
"""What one key adds to a sitting or a debrief, or takes from it."""


def next_step(s: Fishbowl, at: float) -> Fishbowl:
    """Sitting → debrief → the next circle's sitting → … → round-up, when each was inside as often as planned.

    There is no debrief where nobody sits outside. After the round-up nothing comes but closing.
    """
    if s.ending or s.phase is Phase.ROUND_UP:
        return s
    if s.phase is Phase.SITTING and s.outer:
        return s.recorded(at).but(phase=Phase.DEBRIEF)
    circle = next_circle(s)
    if circle is None or s.turns_until(circle)[0] >= s.times_inside:
        return round_up(s, at)
    return swap(s, at)


def swap(s: Fishbowl, at: float) -> Fishbowl:
    """The circles change places at once: the next one takes the seats, also after a round-up."""
    circle = next_circle(s)
    if s.ending or circle is None:
        return s
    sitting = Sitting(circle=circle, topics=(s.topic,))
    return s.recorded(at).but(sittings=(*s.sittings, sitting), phase=Phase.SITTING)


def round_up(s: Fishbowl, at: float) -> Fishbowl:
    """All talk together, whether each has been inside or not."""
    if s.ending or s.phase is Phase.ROUND_UP:
        return s
    return s.recorded(at).but(phase=Phase.ROUND_UP)


def previous_step(s: Fishbowl, at: float) -> Fishbowl:  # noqa: ARG001 - every step is called alike
    """The last step on was a slip, so it is as if it had not been taken.

    The step before is open again and has lasted since it first began, so that every second is still counted
    once whatever ``at`` reads. In a sitting of which something is written, nothing happens; nor in the first.
    """
    slip = (s.phase, len(s.sittings))
    before = next(
        (n for n, each in reversed([*enumerate(s.log)]) if (each.phase, each.sitting) != slip), None
    )
    if s.ending or before is None:
        return s
    open_again = s.log[before]
    if open_again.sitting < len(s.sittings) and _is_written_of(s, len(s.sittings)):
        return s
    sittings = s.sittings[: open_again.sitting]
    inner = s.circles[sittings[-1].circle]
    if open_again.phase is Phase.SITTING and not inner:
        return s
    same = open_again.phase is not Phase.SITTING or open_again.inside == inner
    kept = before if same else before + 1
    taken = sum(each.seconds for each in s.log[kept:])
    began = max(0.0, to_the_millisecond(s.began - taken))
    return s.but(sittings=sittings, phase=open_again.phase, log=s.log[:kept], began=began)


def next_circle(s: Fishbowl) -> int | None:
    """Who comes inside next: the circle that has been there least, in turn; none where there is no other."""
    waiting = [n for n, circle in enumerate(s.circles) if circle and n != s.inside]
    return min(waiting, key=s.turns_until, default=None)


def new_topic(s: Fishbowl, topic: str) -> Fishbowl:
    """Another topic, as the talk has ebbed; an empty one is the card's own question again."""
    changed = s if s.ending else s.but(topic=topic)
    if changed.topic == s.topic:
        return s
    if s.phase is not Phase.SITTING:
        return changed
    last = s.sittings[-1]
    talked = last.but(topics=(*last.topics, changed.topic))
    return changed.but(sittings=(*s.sittings[:-1], talked))


def set_task(s: Fishbowl, task: str) -> Fishbowl:
    """What the outer circle looks for, in other words."""
    changed = s if s.ending else s.but(task=task)
    return s if changed == s else changed


def adjust(s: Fishbowl, seconds: float) -> Fishbowl:
    """So many seconds more (or, below 0, less) for what goes on.

    Those that follow get as much, so that what one circle is given the others have too.
    """
    if s.phase is Phase.SITTING:
        return set_times(s, s.sitting_seconds + seconds, s.debrief_seconds)
    return set_times(s, s.sitting_seconds, s.debrief_seconds + seconds)


def set_times(s: Fishbowl, sitting: float, debrief: float) -> Fishbowl:
    """Other times for a sitting (at least a minute) and a debrief (at least half a one), in seconds."""
    sitting = float(max(LEAST_SITTING_SECONDS, sitting))
    debrief = float(max(LEAST_DEBRIEF_SECONDS, debrief))
    if s.ending or (sitting, debrief) == (s.sitting_seconds, s.debrief_seconds):
        return s
    return s.but(sitting_seconds=sitting, debrief_seconds=debrief)


def _is_written_of(s: Fishbowl, sitting: int) -> bool:
    """Whether going back on a sitting would lose words."""
    noted = any(note.sitting == sitting for note in s.notes)
    return noted or len(s.sittings[sitting - 1].topics) > 1
