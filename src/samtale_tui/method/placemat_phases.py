"""The phases of a placemat (S28–S30), their order, and how the frame is shared out between them."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field as Bound

from samtale_tui.basis.model import Frozen
from samtale_tui.method.run import SecondsPassed

LEAST_PHASE_SECONDS = 30
"""No phase is meant to be shorter; its clock may be ended at any time."""
PHASE_STEP_SECONDS = 30
"""What one key adds to a phase, or takes from it."""


class Phase(StrEnum):
    """What the groups do now, in the order in which it is done."""

    EXPLAIN = "explain"
    """The leader explains; until it is over the groups can be dealt anew."""
    WRITE = "write"
    """Each writes in the own field, in silence."""
    SHARE = "share"
    """The sheet is turned, or they tell in turn."""
    DEBATE = "debate"
    """They talk about what is alike and what is not."""
    AGREE = "agree"
    """They write in the middle what they agree on."""
    ROUND_UP = "round_up"
    """All together hear one group's middle at a time."""


class Sharing(StrEnum):
    """How what was written gets round (S29)."""

    TURN = "turn"
    """The sheet is turned, and all read in silence."""
    TELL = "tell"
    """They tell in turn."""


class Step(Frozen):
    """A part of a phase that is over: a turn of the sheet, those who told, or a group that was heard."""

    until: SecondsPassed
    """What the phase's clock read when it was over."""
    people: tuple[str, ...] = ()
    """Who told, one from each group."""
    sheet: Annotated[int, Bound(ge=0)] = 0
    """Number of the group that was heard; 0 where it was something else."""


class Span(Frozen):
    """The time of one phase."""

    phase: Phase
    """Which one it is."""
    seconds: Annotated[float, Bound(ge=LEAST_PHASE_SECONDS, allow_inf_nan=False)]
    """The time meant for it."""
    spent: SecondsPassed = 0.0
    """What it has taken up to when it was last left."""
    steps: tuple[Step, ...] = ()
    """Its parts that are over, in order."""


def phases_for(largest: int, groups: int) -> tuple[Phase, ...]:
    """The phases there is a use for.

    Args:
        largest: people in the largest group; who is alone shares and debates with nobody.
        groups: how many there are; one needs no round-up.
    """
    unused = set()
    if largest < 2:
        unused |= {Phase.SHARE, Phase.DEBATE}
    if groups < 2:
        unused.add(Phase.ROUND_UP)
    return tuple(phase for phase in Phase if phase not in unused)


def turns_of_sheet(largest: int, sharing: Sharing) -> int:
    """How often the sheet is turned until the largest group has read it all, or how many tell there."""
    return max(0, largest - 1) if sharing is Sharing.TURN else largest


def lengths(frame_seconds: float, largest: int, groups: int, sharing: Sharing) -> dict[Phase, float]:
    """Seconds for every phase, out of the frame in sensible proportion: whole half minutes, at least one.

    What does not make a half minute comes to the debate. A frame too short for all of them is overrun.
    Phases there is no use for get the least there is, should there be use for them later.
    """
    parts = {
        Phase.EXPLAIN: 2,
        Phase.WRITE: 5,
        Phase.SHARE: 2 + turns_of_sheet(largest, sharing),
        Phase.DEBATE: 6,
        Phase.AGREE: 4,
        Phase.ROUND_UP: 2 + groups,
    }
    used = phases_for(largest, groups)
    shared = dict.fromkeys(Phase, float(LEAST_PHASE_SECONDS))
    halves, rest = divmod(frame_seconds, LEAST_PHASE_SECONDS)
    spare = int(halves) - len(used)
    if spare < 0:
        return shared
    whole = sum(parts[phase] for phase in used)
    exact = {phase: spare * parts[phase] / whole for phase in used}
    missing = spare - sum(int(share) for share in exact.values())
    favoured = sorted(used, key=lambda phase: int(exact[phase]) - exact[phase])[:missing]
    for phase in used:
        shared[phase] += LEAST_PHASE_SECONDS * (int(exact[phase]) + (phase in favoured))
    shared[Phase.DEBATE if Phase.DEBATE in used else Phase.AGREE] += rest
    return shared
