"""A laptop whose time is moved by hand."""

from datetime import datetime, timedelta

from samtale_tui.method.clock import Moment


class Laptop:
    """Its two clocks, read by calling it; the monotonic one of some systems runs on while the lid is closed."""

    def __init__(self, wall: datetime, *, counts_sleep: bool = False) -> None:
        """Switch it on.

        Args:
            wall: the time of day.
            counts_sleep: whether the monotonic clock runs on in sleep.
        """
        self._first, self.counts_sleep = wall, counts_sleep
        self.set_back()

    def set_back(self) -> None:
        """As it was at first."""
        self.mono, self.wall = 5000.0, self._first

    def __call__(self) -> Moment:
        return Moment(self.mono, self.wall)

    def go_on(self, seconds: float) -> None:
        """Time passes."""
        self.mono += seconds
        self.wall += timedelta(seconds=seconds)

    def sleep(self, seconds: float) -> None:
        """The lid is closed."""
        self.mono += seconds if self.counts_sleep else 0.0
        self.wall += timedelta(seconds=seconds)

    def set_clock(self, seconds: float) -> None:
        """Somebody moves the time of day."""
        self.wall += timedelta(seconds=seconds)
