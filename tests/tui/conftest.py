"""A terminal that looks the same everywhere and always: fixed zone, calm cursor, cards drawn in order."""

import random
import time
from collections.abc import Iterator

import pytest
from textual._compositor import Compositor
from textual.widgets import Input, TextArea


@pytest.fixture(autouse=True)
def danish_time() -> Iterator[None]:
    """Denmark's time, by its rule and not by a file that a machine may lack."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        _reread_zone()
        yield
    _reread_zone()


def _reread_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


@pytest.fixture(autouse=True)
def calm_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cursor that blinks in the moment of looking."""
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)


@pytest.fixture(autouse=True)
def same_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """The draw gives the first card that can be drawn."""
    monkeypatch.setattr(random, "choice", lambda cards: cards[0])


@pytest.fixture
def nothing_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is drawn for a terminal that is not there; who looks at the screen has it drawn then."""
    draw = Compositor.render_update

    def draw_when_asked(self: Compositor, full: bool = False, **kwargs: object) -> object:
        if full:
            return draw(self, full=full, **kwargs)
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", draw_when_asked)
