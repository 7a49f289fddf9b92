"""How long is left of it all: large where there is room, else on one line."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Digits

from samtale_tui.tui.widgets.round_clocks import Countdown, frame_bar, left_words, look
from samtale_tui.tui.widgets.steady import SteadyLine


class FrameClock(Vertical):
    """Digits and a bar; with the class ``-small`` one line."""

    DEFAULT_CSS = """
    FrameClock { height: auto; }
    FrameClock Digits { width: 100%; height: 3; }
    FrameClock #frame-bar { height: 1; width: 100%; color: $primary; }
    FrameClock #frame-line { height: 1; width: 100%; color: $primary; text-style: bold; display: none; }
    FrameClock.-small Digits, FrameClock.-small #frame-bar { display: none; }
    FrameClock.-small #frame-line { display: block; }
    FrameClock .-soon { color: $text-warning; }
    FrameClock .-nearly { color: $text-warning; text-style: bold; }
    FrameClock .-over { color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        """Digits over a bar, or a line."""
        yield Digits(id="frame-digits")
        yield SteadyLine(id="frame-bar")
        yield SteadyLine(id="frame-line")

    def show(self, time: Countdown) -> None:
        """Show what is left, repainting only what is new."""
        words, bar, style = left_words(time.left), frame_bar(*time), look(*time)
        digits = self.query_one(Digits)
        if digits.value != words:
            digits.update(words)
            digits.set_classes(style)
            line = self.query_one("#frame-line", SteadyLine)
            line.say(f"{words}  {bar[::2]}")
            line.set_classes(style)
        shown = self.query_one("#frame-bar", SteadyLine)
        if shown.say(bar):
            shown.set_classes(style)
