"""What one is at stays in sight."""

from textual.screen import Screen
from textual.widgets import OptionList

from samtale_tui.tui.screens.dismissing import Answer


def keep_in_sight(screen: Screen[Answer]) -> None:
    """Scroll to what is written in, or to what is marked in a list. To be called once all is laid out."""
    focused = screen.focused
    if isinstance(focused, OptionList):
        focused.scroll_to_highlight()
    elif focused is not None:
        focused.scroll_visible(animate=False)
