"""Where the methods find their texts: the conversation's own deck, the user's copy of ``metoder``, the shipped one."""

from pathlib import Path

import pytest
from small_deck import FILE, TEXT, spoilt

from samtale_tui.basis.words import IgloLevel
from samtale_tui.deck import shelf
from samtale_tui.deck.method_shelf import bridging_questions, level_texts, methods_deck
from samtale_tui.deck.model import Deck
from samtale_tui.deck.reader import parse_deck

LEVEL = '[[methods.levels]]\nlevel = "group"\ntitle = "Holdet"\n\n'


def deck(question: str = "", more: str = "", language: str = "da", name: str = "hold") -> str:
    """The text of a small deck that gives a question to the methods, or nothing."""
    methods = f'[methods]\nbridging = ["{question}"]\n\n' if question else ""
    text = spoilt("[wheel]", f"{methods}{more}[wheel]").replace('id = "hold"', f'id = "{name}"')
    return text.replace('language = "da"', f'language = "{language}"')


def read(text: str) -> Deck:
    return parse_deck(text.encode(), FILE)


def put(folder: Path, text: str, name: str = "metoder") -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_the_shipped_deck_has_questions_and_levels_for_every_conversation_in_danish() -> None:
    methods = methods_deck()
    assert methods and methods.id == "metoder"
    assert len(bridging_questions(read(TEXT), methods)) >= 14
    assert [text.level for text in level_texts(read(TEXT), methods)] == [*IgloLevel]


def test_the_conversations_own_deck_goes_first_each_kind_of_text_for_itself() -> None:
    own, methods = read(deck("Hvad så?")), read(deck("Hvad nu?", LEVEL))
    assert bridging_questions(own, methods) == ("Hvad så?",)
    assert [text.title for text in level_texts(own, methods)] == ["Holdet"]


def test_where_no_deck_has_any_there_are_none() -> None:
    assert bridging_questions(read(TEXT), None) == bridging_questions(read(TEXT), read(TEXT)) == ()
    assert level_texts(read(TEXT), None) == ()


def test_questions_in_another_language_than_the_cards_are_not_asked() -> None:
    english = read(deck(language="en"))
    assert bridging_questions(english, read(deck("Hvad nu?", LEVEL))) == ()
    assert level_texts(english, read(deck("Hvad nu?", LEVEL))) == ()


def test_the_users_copy_goes_before_the_shipped_one(shipped: Path, own: Path) -> None:
    put(shipped, deck("Den medfølgende?", name="metoder"))
    assert bridging_questions(read(TEXT), methods_deck()) == ("Den medfølgende?",)
    put(own, deck("Vores egen?", name="metoder"), "vores-metoder")
    assert bridging_questions(read(TEXT), methods_deck()) == ("Vores egen?",)


@pytest.mark.parametrize("copy", [deck(name="metoder"), "id = 'metoder'\nkapow", "\0"])
def test_a_copy_that_is_broken_or_older_than_such_texts_is_passed_over(
    copy: str, shipped: Path, own: Path
) -> None:
    put(shipped, deck("Den medfølgende?", name="metoder"))
    put(own, copy)
    assert bridging_questions(read(TEXT), methods_deck()) == ("Den medfølgende?",)


def test_no_shelf_at_all_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "shipped_decks_folder", lambda: tmp_path / "gone")
    assert methods_deck() is None
