"""Another language while the program runs: every screen that is on says all of it again."""

from collections.abc import Mapping

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Checkbox, Input, OptionList, Select, TextArea

from samtale_tui.basis.language import language, use_language
from samtale_tui.tui.app import SamtaleApp
from samtale_tui.tui.screens.base import ContextScreen
from samtale_tui.tui.widgets.board import Board

_States = tuple[tuple[type[Widget], str], ...]
_TYPED: _States = ((Input, "value"), (TextArea, "text"), (Select, "value"), (Checkbox, "value"))
"""What one has typed or chosen in a widget, which its screen may know nothing of."""
_MARKED: _States = ((OptionList, "highlighted"), (Board, "grid_wanted"))
"""What one has marked, and how one looks at it."""


async def speak(app: SamtaleApp, code: str) -> None:
    """Speak another language from now on, on every screen; boxes over them say theirs again themselves.

    Args:
        app: the app that runs.
        code: ``da`` or ``en``.
    """
    if code == language():
        return
    use_language(code)
    for screen in app.screen_stack:
        if isinstance(screen, ContextScreen):
            await _say_again(screen)


async def _say_again(screen: ContextScreen) -> None:
    """All words anew; what was typed, chosen or marked stays, and so does the focus."""
    focus = screen.focused.id if screen.focused else None
    kept = {
        (widget.id, name): getattr(widget, name)
        for kind, name in (_MARKED if screen.keeps_what_is_typed else _TYPED + _MARKED)
        for widget in screen.query(kind).results(kind)
        if widget.id
    }
    scrolled = {each.id: each.scroll_y for each in screen.query(VerticalScroll) if each.id}
    screen.is_ready = False
    await screen.recompose()
    _put_back(screen, kept)  # before it is painted, which may depend on it
    screen.stand()
    _put_back(screen, kept)  # and after, as painting fills the lists
    screen.call_after_refresh(_look_where_one_looked, screen, focus, scrolled)


def _look_where_one_looked(screen: ContextScreen, focus: str | None, scrolled: Mapping[str, float]) -> None:
    """Once it is laid out."""
    for widget in screen.query(f"#{focus}") if focus else ():
        widget.focus(scroll_visible=False)
    for id_, lines in scrolled.items():
        for box in screen.query(f"#{id_}"):
            box.scroll_to(y=lines, animate=False)


def _put_back(screen: ContextScreen, kept: Mapping[tuple[str, str], object]) -> None:
    for (id_, name), value in kept.items():
        for widget in screen.query(f"#{id_}"):
            if getattr(widget, name) != value:
                setattr(widget, name, value)
