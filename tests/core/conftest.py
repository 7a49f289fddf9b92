"""Folders of decks that a test fills, in place of those that are there."""

from pathlib import Path

import pytest

from samtale_tui.deck import shelf

pytest.register_assert_rewrite("three_hours")


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr(shelf, "shipped_decks_folder", lambda: folder)
    return folder


@pytest.fixture
def own(own_home: Path) -> Path:
    folder = own_home / "decks"
    folder.mkdir()
    return folder
