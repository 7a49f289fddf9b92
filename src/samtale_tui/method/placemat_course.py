"""How a placemat goes on: from phase to phase, and in them turn by turn and group by group (S29–S30).

A phase has parts: each turn of the sheet, each who tells, each group that is heard; where there is nothing
of the kind it counts as one. A part that is over is kept with what the phase's clock read, so that a step
back is as if the step on had not been taken.
"""

from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_phases import (
    LEAST_PHASE_SECONDS,
    Phase,
    Sharing,
    Step,
    turns_of_sheet,
)
from samtale_tui.method.placemat_sheets import Sheet


def choose_sharing(s: Placemat, sharing: Sharing) -> Placemat:
    """Turn the sheet or tell in turn; it can be changed until the first turn is over."""
    if s.ending or sharing is s.sharing or s.span_of(Phase.SHARE).steps:
        return s
    changed = s.but(sharing=sharing)
    return s.shared_out_like(changed) if s.can_be_dealt else changed


def next_phase(s: Placemat, at: float) -> Placemat:
    """On to the next phase; in the last one nothing happens, and the facilitator closes it."""
    place = s.phases.index(s.phase) + 1
    return s if s.ending or place == len(s.phases) else s.in_phase(s.phases[place], at)


def previous_phase(s: Placemat, at: float) -> Placemat:
    """Back to the phase before, whose clock goes on from where it stood."""
    place = s.phases.index(s.phase) - 1
    return s if s.ending or place < 0 else s.in_phase(s.phases[place], at)


def next_step(s: Placemat, at: float) -> Placemat:
    """The next turn, the next who tell or the next group; after the last of them the next phase."""
    if s.ending:
        return s
    if is_last_step(s):
        return next_phase(s, at)
    heard = sheet_heard(s)
    over = Step(until=s.spent_on(s.phase, at), people=tellers(s), sheet=heard.number if heard else 0)
    return s.with_span(s.span.but(steps=(*s.span.steps, over)))


def previous_step(s: Placemat, at: float) -> Placemat:
    """The step on was a slip: the part before is open again and has lasted since it began.

    In the first part of a phase it is the phase before that is taken up again.
    """
    if s.ending:
        return s
    if not s.span.steps:
        return previous_phase(s, at)
    return s.with_span(s.span.but(steps=s.span.steps[:-1]))


def adjust_phase(s: Placemat, seconds: float) -> Placemat:
    """So many seconds more (or, below 0, less) for the phase that they are in."""
    return set_phase(s, s.phase, s.span.seconds + seconds)


def set_phase(s: Placemat, phase: Phase, seconds: float) -> Placemat:
    """Another time for a phase, at least half a minute."""
    span = s.span_of(phase)
    length = float(max(LEAST_PHASE_SECONDS, seconds))
    return s if s.ending or span.seconds == length else s.with_span(span.but(seconds=length))


# Its clocks


def phase_left(s: Placemat, at: float) -> float:
    """Seconds left of the phase that they are in; below 0 in overtime, which moves nothing on."""
    return s.span.seconds - s.spent_on(s.phase, at)


def ahead(s: Placemat, at: float) -> float:
    """Seconds meant for what is left of this phase and for those after it; 0 in a run that is over."""
    if s.ending:
        return 0.0
    after = s.phases[s.phases.index(s.phase) + 1 :]
    return max(0.0, phase_left(s, at)) + sum(s.span_of(phase).seconds for phase in after)


def step_length(s: Placemat) -> float:
    """Seconds meant for each part of the phase: the same for all."""
    return s.span.seconds / steps(s)


def step_left(s: Placemat, at: float) -> float:
    """Seconds left of the open part; below 0 in overtime, which moves nothing on."""
    began = s.span.steps[-1].until if s.span.steps else 0.0
    return step_length(s) - (s.spent_on(s.phase, at) - began)


# The parts of the phase


def steps(s: Placemat) -> int:
    """Parts that this phase has in all, with those that are over and the one that is open."""
    over = len(s.span.steps)
    if s.phase is Phase.SHARE and s.sharing is Sharing.TURN:
        return max(over + 1, turns_of_sheet(s.largest, Sharing.TURN))
    if s.phase is Phase.SHARE:
        return over + max(1, *(len(not_told(s, sheet)) for sheet in s.sheets))
    return over + max(1, len(_not_heard(s))) if s.phase is Phase.ROUND_UP else 1


def is_last_step(s: Placemat) -> bool:
    """Whether the next step is the next phase."""
    return len(s.span.steps) + 1 >= steps(s)


def is_at_the_end(s: Placemat) -> bool:
    """Whether there is no next step: the last part of the last phase is on."""
    return s.phase is s.phases[-1] and is_last_step(s)


def turns_made(s: Placemat) -> int:
    """How many times the sheet has been turned by now; 0 unless it is being turned."""
    is_turning = s.phase is Phase.SHARE and s.sharing is Sharing.TURN
    return len(s.span.steps) + 1 if is_turning else 0


def not_told(s: Placemat, sheet: Sheet) -> tuple[str, ...]:
    """Those of a group who have not told yet, in their order."""
    told = {person for step in s.span_of(Phase.SHARE).steps for person in step.people}
    return tuple(person for person in sheet.people if person not in told)


def tellers(s: Placemat) -> tuple[str, ...]:
    """Who tells now, one from each group that is not through; nobody unless they tell in turn."""
    if s.phase is not Phase.SHARE or s.sharing is not Sharing.TELL:
        return ()
    return tuple(waiting[0] for sheet in s.sheets if (waiting := not_told(s, sheet)))


def through(s: Placemat) -> tuple[Sheet, ...]:
    """The groups that have read or heard all their fields and wait for the larger ones."""
    if s.phase is not Phase.SHARE:
        return ()
    if s.sharing is Sharing.TELL:
        return tuple(sheet for sheet in s.sheets if sheet.people and not not_told(s, sheet))
    return tuple(sheet for sheet in s.sheets if 0 < len(sheet.people) <= turns_made(s))


def sheet_heard(s: Placemat) -> Sheet | None:
    """The group whose middle is heard now; none outside the round-up."""
    waiting = _not_heard(s)
    return waiting[0] if s.phase is Phase.ROUND_UP and waiting else None


def _not_heard(s: Placemat) -> tuple[Sheet, ...]:
    heard = {step.sheet for step in s.span_of(Phase.ROUND_UP).steps}
    return tuple(sheet for sheet in s.sheets if sheet.number not in heard)
