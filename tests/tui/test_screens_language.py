"""Every screen in each language: no word of the other one, and room for all."""

import re
from pathlib import Path

import pytest
import sight
from scenes import SCENES
from showcase import SIZES, Material, filled, playing, randers

from samtale_tui.basis.language import LANGUAGES, use_language
from words_of_a_language import words_of, words_only_in

WORD = "Zorvq"
"""Stands for all that the deck and the people say; a word of neither language."""
NOT_OURS = {
    "decks_never_good": {"conversation"},  # a key
    "decks_problems": {"conversation", "titel", "fields", "themes"},
    "home_with_broken_files": {
        "noget",
        "titel",
        "gruppen",
        "conversation",
        "conversations",
    },  # files, and their words
    "finish_with_files_in_the_way": {"documents", "no"},  # a folder, and a word that the box cuts
    **{
        name: {"nøglerne", "til", "igen"}  # what the scenes have parked
        for name in SCENES
        if name.startswith("parking") or name == "wheel_with_parked"
    },
    **{
        name: {"do", "tidtager", "min"}  # letters of the method's name, and what the scenes have answered
        for name in SCENES
        if name.startswith("idoart")
    },
    "settings": {"settings", "document"},  # a file
    "settings_with_slips": {"settings", "findes", "ikke"},  # a file, and a folder
    "settings_choosing_a_language": {
        "settings",
        "document",
        "dansk",
        "english",
    },  # a file, and names in their own language
    "finish_with_files_written": {"home", "dokumenter", "samtaler"},  # folders
}
CUT = re.compile(r"\w+[│…]|│\w+")
"""A word that a box lies over, or that is shortened."""
KEY = {"delete"}
"""A key whose name is a word in English."""


@pytest.fixture
def no_shipped_deck(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The deck that is shipped is Danish in either language."""
    randers()
    monkeypatch.setattr("samtale_tui.deck.shelf.shipped_decks_folder", lambda: tmp_path / "none")


@pytest.fixture
def plain_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose path says nothing of the test."""
    home = tmp_path_factory.mktemp("h")
    monkeypatch.setenv("SAMTALE_HOME", str(home))
    return home


def wordless() -> Material:
    """A conversation that says nothing in any language."""
    return filled(lambda: WORD)


def strange_words(name: str, text: str, code: str, home: Path) -> set[str]:
    """Words on the screen that only the other language has."""
    said = words_of(CUT.sub(" ", text)) - NOT_OURS.get(name, set()) - words_of(str(home)) - KEY
    assert said & words_only_in(code), "the screen says something"
    return said & words_only_in(next(each for each in LANGUAGES if each != code))


@pytest.mark.usefixtures("no_shipped_deck")
@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_has_no_word_of_the_other_language_and_room_for_all(
    name: str, plain_home: Path
) -> None:
    async with playing(wordless(), size=SIZES[1]) as stage:
        for code in ("en", "da"):
            use_language(code)
            await stage.reset()
            await SCENES[name](stage)
            text = sight.text(stage.app)
            assert (strange_words(name, text, code, plain_home), sight.faults(stage.app)) == (set(), []), text
            if code == "en":
                await stage.pilot.resize_terminal(*SIZES[0])
                await stage.settle()
                assert sight.faults(stage.app) == [], sight.text(stage.app)
                await stage.pilot.resize_terminal(*SIZES[1])
                await stage.settle()
