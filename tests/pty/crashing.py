"""The program with a fault in it: drawing a card fails. Run by a journey, never by itself."""

import sys

from samtale_tui.cli import main
from samtale_tui.tui.screens.wheel import WheelScreen

WORDS = "et kort [/x] der ikke kan trækkes"


def fail(_screen: WheelScreen) -> None:
    """In place of the command."""
    raise RuntimeError(WORDS)


if __name__ == "__main__":
    WheelScreen.action_draw = fail  # type: ignore[method-assign]
    sys.exit(main())
