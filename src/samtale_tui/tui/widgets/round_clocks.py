"""The two clocks of a round in large digits: the turn's, and the frame's with its bar."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Digits, Label

from samtale_tui.basis.language import _
from samtale_tui.method import spiral
from samtale_tui.method.spiral import Spiral
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.block_digits import BlockDigits
from samtale_tui.tui.widgets.steady import SteadyText

BAR_CELLS = 24
SOON = 0.20
"""The part of a clock that is left when it first changes its look; then ``NEARLY``."""
NEARLY = 0.05


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
    """Whose turn it is, how long is left of it, and of the round."""

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

    def compose(self) -> ComposeResult:
        """Speaker and turn above, frame and bar below."""
        yield SteadyText(id="round-speaker")
        yield Digits(id="round-turn")
        yield BlockDigits(id="round-turn-large")
        yield Label(plain_line(_("Runden")), id="round-frame-label")
        yield Digits(id="round-frame")
        yield SteadyText(id="round-bar")

    def show(self, state: Spiral, reading: float, speaker: str) -> None:
        """Show how a round stands, repainting only what is new.

        Args:
            state: the round.
            reading: the frame's stopwatch, in seconds.
            speaker: the name of who has the word.
        """
        self.set_class(state.ending is not None, "-ended")
        words = speaker if state.ending is None else _("Runden er slut")
        self.query_one("#round-speaker", SteadyText).say(words)
        frame_left = spiral.frame_left(state, reading)
        self._digits("#round-turn", spiral.turn_left(state, reading), spiral.turn_length(state))
        self._digits("#round-frame", frame_left, state.frame_seconds)
        bar = self.query_one("#round-bar", SteadyText)
        if bar.say(frame_bar(frame_left, state.frame_seconds)):
            bar.set_classes(look(frame_left, state.frame_seconds))

    def _digits(self, selector: str, left: float, whole: float) -> None:
        digits = self.query_one(selector, Digits)
        words = left_words(left)
        if digits.value != words:
            digits.update(words)
            digits.set_classes(look(left, whole))
        if selector == "#round-turn":
            large = self.query_one(BlockDigits)
            large.show(words)
            large.set_classes(look(left, whole))
