"""Another language while the program runs: every screen is made again, with what stood in it."""

import os
from typing import TYPE_CHECKING

from samtale_tui.basis.language import chosen_language, use_language
from samtale_tui.tui.screens.following import ContextScreen

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp


def apply_language(app: "SamtaleApp", code: str) -> None:
    """Speak another language from now on.

    Args:
        app: whose screens are made again.
        code: ``da``, ``en``, or empty for the machine's.
    """
    use_language(chosen_language("", code, os.environ))
    make_screens_again(app)


def make_screens_again(app: "SamtaleApp") -> None:
    """A new screen in place of each, bottom to top. Boxes over them close; what was typed there waits."""
    again = [screen.again() for screen in app.screen_stack if isinstance(screen, ContextScreen)]
    with app.batch_update():
        while len(app.screen_stack) > 1:
            app.pop_screen()
        for screen in again:
            app.push_screen(screen)
