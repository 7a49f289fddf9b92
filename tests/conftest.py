"""What holds for every test: a home of its own, a terminal that is always the same, and how hard hypothesis tries."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from samtale_tui.basis.language import DANISH, use_language

settings.register_profile(
    "ci", max_examples=200, stateful_step_count=30, deadline=None, derandomize=True, database=None
)
settings.register_profile("deep", max_examples=5000, stateful_step_count=60, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

gc.set_threshold(100_000, 50, 20)  # else a fifth of the time goes to looking for garbage in screens that live

_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "da_DK.UTF-8"}
_STRAYS = (
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LC_TIME",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "SAMTALE_DECKS",
)


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    """Danish before and after, whatever a test speaks."""
    use_language(DANISH)
    yield
    use_language(DANISH)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for this test alone, so that none ever touches the real one, and a terminal without surprises."""
    monkeypatch.setenv("SAMTALE_HOME", str(tmp_path))
    for name, value in _TERMINAL.items():
        monkeypatch.setenv(name, value)
    for name in _STRAYS:
        monkeypatch.delenv(name, raising=False)
    return tmp_path
