"""Time that only runs forward: readings of two clocks, and a stopwatch that adds up seconds between them.

Nothing here counts ticks. A tick only asks what time it is, so one that comes late costs nothing.

A closed lid shows in two ways. On Linux and macOS the monotonic clock stands still in sleep and the time of
day jumps against it. On Windows both run on, and all that shows is that nobody asked for the time for long.
``AwakeClock`` makes the second look like the first, so that no stopwatch counts sleep on any system, whether
it is a tick or a key that asks first when the lid is opened.
"""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, NamedTuple

from pydantic import AwareDatetime
from pydantic import Field as Bound

from samtale_tui.basis.model import Frozen

TICK_SECONDS = 1.0
"""How often the time is asked for while a round runs."""
LID_SECONDS = 2.0
"""How far the time of day may run ahead between two ticks before the lid must have been closed."""
SILENCE_SECONDS = 30.0
"""A gap between two ticks that no busy screen or slow disk explains, where both clocks run on in sleep."""


class Moment(NamedTuple):
    """One reading of both clocks."""

    mono: float
    """Seconds on a clock that never jumps and that nobody sets; its zero means nothing."""
    wall: datetime
    """The time of day, with its zone."""

    @property
    def day(self) -> date:
        """The day that it is here."""
        return self.wall.astimezone().date()


Now = Callable[[], Moment]
"""Where the time comes from; a test brings its own."""


def system_now() -> Moment:
    """Read the machine's clocks as they are: on Windows the monotonic one counts sleep too."""
    return Moment(time.monotonic(), datetime.now(UTC))


class AwakeClock:
    """The machine's clocks with sleep taken out of the monotonic one. The program has one, on one thread.

    Where the system takes sleep out itself, it changes nothing. Where it does not, a gap of more than
    ``SILENCE_SECONDS`` counts as half a tick, as the lid fell somewhere between two: each lid costs half a
    second at most. It must be asked every ``TICK_SECONDS`` while a stopwatch runs.
    """

    def __init__(self, source: Now = system_now) -> None:
        """Make one.

        Args:
            source: the clocks as they are.
        """
        self._source = source
        self._last = source().mono
        self._slept = 0.0

    def __call__(self) -> Moment:
        """The time now."""
        mono, wall = self._source()
        gap = mono - self._last
        if gap > SILENCE_SECONDS:
            self._slept += gap - TICK_SECONDS / 2
        self._last = mono
        return Moment(mono - self._slept, wall)


def lid_was_closed(before: Moment, after: Moment) -> bool:
    """Whether the machine slept between two ticks that follow each other.

    The time of day set forward looks the same. Set back it does not, and no stopwatch minds.
    """
    passed = after.mono - before.mono
    by_the_wall = (after.wall - before.wall).total_seconds()
    return by_the_wall - passed > LID_SECONDS or passed > SILENCE_SECONDS


class Stopwatch(Frozen):
    """Seconds that have passed while it ran. Saved with its start by the wall, so a crash loses nothing."""

    elapsed: Annotated[float, Bound(ge=0, allow_inf_nan=False)] = 0.0
    """Seconds up to the last start."""
    since: Annotated[float, Bound(allow_inf_nan=False)] | None = None
    """The reading of ``Moment.mono`` at the last start; none while it stands still."""
    since_wall: AwareDatetime | None = None
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
        """Standing still after a crash, with what had passed when the program was last known to live.

        A saved reading of the monotonic clock means nothing to another process, so the time of day has to do.

        Args:
            last_sign_of_life: with its zone; none where nothing is known, and then what had passed up to the
                last start is all that is left.
        """
        if not self.running:
            return self
        passed = 0.0
        if last_sign_of_life and self.since_wall:
            passed = max(0.0, (last_sign_of_life - self.since_wall).total_seconds())
        return Stopwatch(elapsed=self.elapsed + passed)
