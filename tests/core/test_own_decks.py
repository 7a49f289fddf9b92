"""Cards are written into the user's own decks, and nothing that somebody else wrote is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from small_deck import FILE, TEXT
from test_deck_editing import cards

from samtale_tui.basis.errors import DeckError
from samtale_tui.deck.card_drafts import draft_name, load_card_draft, save_card_draft
from samtale_tui.deck.card_edits import (
    CardEdit,
    CardGoneError,
    ChangedCard,
    DroppedCard,
    NewCard,
    SwappedCards,
    neighbour_on_field,
)
from samtale_tui.deck.card_form import TypedCard, UnfitCardError, card_from, typed_from
from samtale_tui.deck.model import Card
from samtale_tui.deck.own_decks import NotWrittenError, edit_deck
from samtale_tui.deck.reader import parse_deck, read_deck

DECK = parse_deck(TEXT.encode(), FILE)
FIRST = DECK.cards[0]
NEW = Card(field="god-dag", text="Hvad nu?")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hold.toml"
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize(
    "edit",
    [
        NewCard(NEW),
        ChangedCard(0, FIRST, NEW),
        DroppedCard(1, DECK.cards[1]),
        SwappedCards(0, FIRST, 2, DECK.cards[2]),
    ],
)
def test_the_file_holds_the_change_and_is_the_deck_that_is_given_back(file: Path, edit: CardEdit) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    deck = edit_deck(file, edit)
    assert deck == read_deck(file) == DECK.but(cards=edit.in_deck(DECK.cards))
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Et lille")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_change_is_made_in_what_somebody_else_has_written_meanwhile(file: Path) -> None:
    file.write_text(
        TEXT.replace("[[cards]]", '[[cards]]\nfield = "god-dag"\ntext = "Skudt ind"\n\n[[cards]]', 1)
    )
    deck = edit_deck(file, ChangedCard(0, FIRST, FIRST.but(text="Ny tekst")))
    assert [card.text for card in deck.cards[:2]] == ["Skudt ind", "Ny tekst"]


@pytest.mark.parametrize("edit", [ChangedCard(0, FIRST, NEW), DroppedCard(0, FIRST)])
def test_a_card_that_somebody_else_has_changed_is_let_be(file: Path, edit: CardEdit) -> None:
    theirs = TEXT.replace("Hvad går let?", "Hvad går godt?")
    file.write_text(theirs)
    with pytest.raises(CardGoneError):
        edit_deck(file, edit)
    assert file.read_text() == theirs


def test_a_file_with_faults_is_not_written_in(file: Path) -> None:
    file.write_text(TEXT + "\nhov")
    with pytest.raises(DeckError):
        edit_deck(file, NewCard(NEW))
    assert file.read_text() == TEXT + "\nhov"


def test_what_cannot_be_written_is_said_and_lets_the_file_be(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("samtale_tui.deck.own_decks.write_atomically", full)
    with pytest.raises(NotWrittenError, match="No space left"):
        edit_deck(file, NewCard(NEW))
    assert file.read_text() == TEXT


def test_a_text_that_would_say_something_else_is_never_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samtale_tui.deck.editing.with_card", lambda text, _card: text)
    with pytest.raises(NotWrittenError):
        edit_deck(file, NewCard(NEW))
    assert file.read_text() == TEXT


def test_a_card_moves_among_those_of_its_field() -> None:
    assert neighbour_on_field(DECK.cards, 0, +1) == 2
    assert neighbour_on_field(DECK.cards, 2, -1) == 0
    assert neighbour_on_field(DECK.cards, 0, -1) is None
    assert neighbour_on_field(DECK.cards, 1, +1) is None


# The form


@given(cards())
def test_a_card_that_nobody_touches_comes_out_of_the_form_as_it_was(card: Card) -> None:
    assert card_from(typed_from(card), card) == card


def test_a_form_is_read_a_line_an_item() -> None:
    typed = TypedCard(field="opgaver", text=" Hvad nu? ", probes="Hvem?\n\nHvor\n  henne?\n", minutes=" 10 ")
    wanted = Card(field="opgaver", text="Hvad nu?", probes=("Hvem?", "Hvor\nhenne?"), minutes=10)
    assert card_from(typed) == wanted


def test_one_item_of_a_list_is_changed_and_no_other() -> None:
    was = Card(field="opgaver", text="Hvad nu?", probes=("Hvem?\n\nOg hvor?", "Hvordan?"))
    typed = typed_from(was)
    changed = card_from(typed.but(probes=typed.probes.replace("Hvordan?", "Hvornår?")), was)
    assert changed.probes == ("Hvem?\nOg hvor?", "Hvornår?")


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({}, "text", "Skriv kortets tekst"),
        ({"kind": "exercise", "text": "x"}, "method", "Vælg den metode"),
        ({"text": "x", "minutes": "ti"}, "minutes", "fra 1 til 240"),
        ({"text": "x", "minutes": "500"}, "minutes", "fra 1 til 240"),
        ({"text": "x" * 1001}, "text", "1001 tegn, og der er plads til 1000"),
        ({"text": "x", "hint": "x" * 1001}, "hint", "plads til 1000"),
        ({"text": "x", "probes": "a\n" * 9}, "probes", "plads til 8 linjer, og her er 9"),
        ({"text": "x", "probes": "a\n" + "b" * 1001}, "probes", "Linje 2 er på 1001 tegn"),
        ({"text": "x", "kind": "topic", "now": "a\n" * 13}, "now", "plads til 12"),
        ({"text": "x", "now": "Glemt"}, "now", "hører kun til på et emne"),
    ],
)
def test_what_is_no_card_yet_is_told_at_its_field(typed: dict[str, str], field: str, words: str) -> None:
    with pytest.raises(UnfitCardError) as caught:
        card_from(TypedCard(field="opgaver", **typed))  # type: ignore[arg-type]
    assert list(caught.value.words) == [field]
    assert words in caught.value.words[field]


def test_what_is_half_written_waits_until_it_is_given_up() -> None:
    new, other = draft_name("hold", None), draft_name("hold", FIRST)
    save_card_draft(new, TypedCard(text="Hvad hvis"))
    save_card_draft(other, TypedCard(text="[x]\n"))
    assert load_card_draft(new) == TypedCard(text="Hvad hvis")
    assert load_card_draft(other) == TypedCard(text="[x]\n")
    assert load_card_draft(draft_name("andet", None)) is None
    save_card_draft(new, None)
    assert load_card_draft(new) is None
    assert load_card_draft(other)
