"""A widget that paints its own lines, in the colours of our palette, and keeps them while they hold."""

from textual.strip import Strip
from textual.widget import Widget

from samtale_tui.tui.palette import Palette, palette


class Painted(Widget):
    """Lines once painted are kept until something is different, as the theme."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: dict[object, Strip] = {}

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.repaint())

    def repaint(self) -> None:
        """Paint everything again."""
        self.forget()
        self.refresh()

    def forget(self) -> None:
        """Keep nothing of what was painted."""
        self._strips.clear()

    @property
    def colours(self) -> Palette:
        """The palette that goes with the app's theme."""
        return palette(dark=self.app.current_theme.dark)

    @property
    def ground(self) -> str:
        """The colour that the widget stands on."""
        colour = self.background_colors[1]
        return self.colours.background if colour.ansi is not None or colour.a < 1 else colour.hex6.lower()
