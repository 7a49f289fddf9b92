"""Windows for the journeys, closed whatever happens."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]
else:
    from window import PEOPLE, Window, on_ramme

    @pytest.fixture
    def open_window() -> Iterator[Callable[..., Window]]:
        """Opens windows, as ``Window`` does."""
        with ExitStack() as windows:
            yield lambda *arguments, **options: windows.enter_context(Window(*arguments, **options))

    @pytest.fixture
    def wheel(open_window: Callable[..., Window]) -> Window:
        """A window on the wheel of a new conversation that has just been made."""
        window = on_ramme(open_window, PEOPLE, deck="tus-randers", columns=120, rows=40)
        window.go_on("HJULET")
        window.wait_for("HJULET", "Aftaler · 0")
        return window
