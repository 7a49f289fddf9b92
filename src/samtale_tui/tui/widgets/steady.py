"""Words that are set often and change seldom."""

from textual.visual import VisualType
from textual.widgets import Static

from samtale_tui.tui.sinks import plain


class SteadyText(Static):
    """A Static that does nothing when it is told what it already says."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._said: str | None = None

    def say(self, text: str) -> bool:
        """Say this.

        Returns:
            Whether it is something new.
        """
        if text == self._said:
            return False
        self._said = text
        self.update(plain(text), layout=self.styles.auto_dimensions)  # of a fixed size: nothing else moves
        return True


class SteadyLine(SteadyText):
    """Words whose widget has one size whatever they are, so that nothing is laid out anew for them."""

    def update(self, content: VisualType = "", *, layout: bool = False) -> None:
        """Paint other words."""
        super().update(content, layout=layout)
