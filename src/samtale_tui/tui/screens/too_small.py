"""A polite line where the window is smaller than any screen can be drawn in."""

from textual.app import ComposeResult
from textual.geometry import Size
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.tui.help_rows import Group
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain

LEAST_WIDTH = 60
LEAST_HEIGHT = 20


def too_small(size: Size) -> bool:
    """Whether the window, in cells, is smaller than the least that is supported."""
    return size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT


class TooSmallScreen(Dialog[None]):
    """Covers everything until there is room; what is under it stays as it is, its clocks too."""

    def help_groups(self) -> tuple[Group, ...]:
        """None: nothing lies over this."""
        return ()

    def compose(self) -> ComposeResult:
        """One line, and how large the window must be."""
        words = _("Gør vinduet lidt større, mindst {width} × {height} tegn. Intet er tabt.")
        yield Static(plain(words.format(width=LEAST_WIDTH, height=LEAST_HEIGHT)), classes="too-small")
