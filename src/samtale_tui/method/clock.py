"""Time that only runs forward: readings of two clocks, and a stopwatch that adds up seconds between them.

Nothing here counts ticks. A tick only asks what time it is.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from samtale_tui.basis.model import Frozen

LID_SECONDS = 2.0
"""How far the two clocks may drift apart between two ticks before the lid must have been closed."""
SILENCE_SECONDS = 60.0
"""A gap between two ticks that no busy screen explains, where both clocks run on in sleep (Windows)."""


class Moment(NamedTuple):
    """One reading of both clocks."""

    mono: float
    """Seconds on a clock that never jumps and that nobody sets; its zero means nothing."""
    wall: datetime
    """The time of day, with its zone."""


Now = Callable[[], Moment]
"""Where the time comes from; a test brings its own."""


def system_now() -> Moment:
    """Read the machine's clocks."""
    return Moment(time.monotonic(), datetime.now(UTC))


def lid_was_closed(before: Moment, after: Moment) -> bool:
    """Whether the machine slept, or its clock was set, between two ticks that follow each other."""
    passed = after.mono - before.mono
    by_the_wall = (after.wall - before.wall).total_seconds()
    return abs(by_the_wall - passed) > LID_SECONDS or passed > SILENCE_SECONDS


class Stopwatch(Frozen):
    """Seconds that have passed while it ran. Saved with its start by the wall, so that a crash loses nothing."""

    elapsed: float = 0.0
    """Seconds up to the last start."""
    since: float | None = None
    """The reading of ``Moment.mono`` at the last start; none while it stands still."""
    since_wall: datetime | None = None
    """The time of day at the last start."""

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self.since is not None

    def read(self, now: Moment) -> float:
        """Seconds passed in all; never less than at an earlier reading."""
        return self.elapsed if self.since is None else self.elapsed + max(0.0, now.mono - self.since)

    def start(self, now: Moment) -> "Stopwatch":
        """Running from now on; a running one goes on as it is."""
        return self if self.running else Stopwatch(elapsed=self.elapsed, since=now.mono, since_wall=now.wall)

    def stop(self, now: Moment) -> "Stopwatch":
        """Standing still with all that has passed."""
        return Stopwatch(elapsed=self.read(now)) if self.running else self

    def recovered(self, last_sign_of_life: datetime | None) -> "Stopwatch":
        """Standing still after a crash, with what had passed when the program was last known to live."""
        if not self.running:
            return self
        passed = 0.0
        if last_sign_of_life and self.since_wall:
            passed = max(0.0, (last_sign_of_life - self.since_wall).total_seconds())
        return Stopwatch(elapsed=self.elapsed + passed)
