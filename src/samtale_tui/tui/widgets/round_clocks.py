"""The two clocks of a round in large digits: the turn's, and the frame's with its bar."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.widgets import Digits, Label

from samtale_tui.basis.language import _
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.block_digits import BlockDigits
from samtale_tui.tui.widgets.steady import SteadyText

BAR_CELLS = 24
ROOMY = (100, 34)
"""In a window of so many cells, the time of what is on is set in blocks."""
SOON = 0.20
"""The part of a clock that is left when it first changes its look; then ``NEARLY``."""
NEARLY = 0.05


class Countdown(NamedTuple):
    """A time that runs out."""

    left: float
    """Seconds left; below 0 in overtime."""
    whole: float
    """Seconds that it was meant to last."""


def clock_words(seconds: float) -> str:
    """Seconds as 1:30."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def left_words(seconds: float) -> str:
    """Time left as 1:30; overtime, shown softly, as +0:12."""
    return clock_words(seconds) if seconds >= 0 else f"+{clock_words(-seconds)}"


def look(left: float, whole: float) -> str:
    """The class of a clock: calm, soon, nearly, or over."""
    if left < 0:
        return "-over"
    if left <= NEARLY * whole:
        return "-nearly"
    return "-soon" if left <= SOON * whole else "-calm"


def frame_bar(left: float, whole: float) -> str:
    """The frame as a bar, full at first; at the end nothing is left of it."""
    full = round(BAR_CELLS * min(1.0, max(0.0, left / whole)))
    return "█" * full + "░" * (BAR_CELLS - full)


class RoundClocks(Vertical):
    """What is on, how long is left of it, and of the whole."""

    DEFAULT_CSS = """
    RoundClocks #round-speaker {
        text-style: bold; color: $primary; width: 100%; height: 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    RoundClocks #round-frame-label { color: $text-muted; }
    RoundClocks Digits { width: 100%; height: 3; }
    RoundClocks #round-turn-large { display: none; margin: 1 0; }
    RoundClocks.-large #round-turn-large { display: block; }
    RoundClocks.-large #round-turn { display: none; }
    RoundClocks.-ended #round-turn, RoundClocks.-ended #round-turn-large { display: none; }
    RoundClocks #round-bar { height: 1; color: $primary; }
    RoundClocks .-soon { color: $text-warning; }
    RoundClocks .-nearly { color: $text-warning; text-style: bold; }
    RoundClocks .-over { color: $text-muted; }
    """

    def __init__(self, whole: str = "", *, id: str | None = None) -> None:
        """Make the clocks.

        Args:
            whole: what the whole is called; "Runden" where nothing is said.
            id: the widget's.
        """
        super().__init__(id=id)
        self._whole = whole

    def compose(self) -> ComposeResult:
        """What is on and its time above, frame and bar below."""
        yield SteadyText(id="round-speaker")
        yield Digits(id="round-turn")
        yield BlockDigits(id="round-turn-large")
        yield Label(plain_line(self._whole or _("Runden")), id="round-frame-label")
        yield Digits(id="round-frame")
        yield SteadyText(id="round-bar")

    def fit(self, window: Size) -> None:
        """As large as the window allows."""
        self.set_class(window.width >= ROOMY[0] and window.height >= ROOMY[1], "-large")

    def show(self, head: str, part: Countdown | None, frame: Countdown) -> None:
        """Show how the time stands, repainting only what is new.

        Args:
            head: who has the word, or what is on.
            part: the time of that; none where there is none of its own.
            frame: the time of it all.
        """
        self.set_class(part is None, "-ended")
        self.query_one("#round-speaker", SteadyText).say(head)
        if part is not None:
            self._digits("#round-turn", part)
        self._digits("#round-frame", frame)
        bar = self.query_one("#round-bar", SteadyText)
        if bar.say(frame_bar(*frame)):
            bar.set_classes(look(*frame))

    def _digits(self, selector: str, time: Countdown) -> None:
        digits = self.query_one(selector, Digits)
        words = left_words(time.left)
        if digits.value != words:
            digits.update(words)
            digits.set_classes(look(*time))
        if selector == "#round-turn":
            large = self.query_one(BlockDigits)
            large.show(words)
            large.set_classes(look(*time))
