"""A deck that does not hang together is refused wherever it comes from, not only from its own file."""

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from small_deck import FILE, TEXT

from samtale_tui.basis.errors import DeckError
from samtale_tui.deck.checks import Outline, UnsoundDeckError, faults_of, outline_of
from samtale_tui.deck.model import MOST_HUB_FIELDS, MOST_RING_FIELDS, Deck, Place
from samtale_tui.deck.reader import parse_deck


def outline(hub: int, ring: int) -> Outline:
    fields = [(f"h{n}", "hub") for n in range(hub)] + [(f"r{n}", "ring") for n in range(ring)]
    return Outline([("hub", "hub"), ("ring", "ring"), ("unused", "ring")], fields, ["h0"] * bool(hub))


def test_an_embedded_deck_is_held_to_the_same_rules() -> None:
    values = tomli.loads(TEXT)
    values["cards"][0]["field"] = "borgere"
    values["fields"][1]["id"] = "god-dag"
    with pytest.raises(ValidationError) as caught:
        Deck.model_validate(values)
    (error,) = caught.value.errors()
    cause = error["ctx"]["error"]
    assert isinstance(cause, UnsoundDeckError)
    assert [fault.path for fault in cause.faults] == [
        ("fields", 1, "id"),
        ("cards", 0, "field"),
        ("cards", 2, "field"),
    ]


def test_a_change_to_a_deck_is_held_to_them_too() -> None:
    deck = parse_deck(TEXT.encode(), FILE)
    with pytest.raises(ValidationError):
        deck.but(fields=deck.fields[:1])
    assert deck.but(cards=deck.cards[:1]).cards == deck.cards[:1]


@given(st.integers(0, MOST_HUB_FIELDS + 3), st.integers(0, MOST_RING_FIELDS + 3))
def test_the_wheel_has_room_for_four_in_the_hub_and_one_to_fourteen_in_the_ring(hub: int, ring: int) -> None:
    faults = [fault.path for fault in faults_of(outline(hub, ring))]
    expected: list[tuple[str, int]] = []
    if hub > MOST_HUB_FIELDS:
        expected.append(("fields", MOST_HUB_FIELDS))
    if ring > MOST_RING_FIELDS:
        expected.append(("fields", hub + MOST_RING_FIELDS))
    if hub and not ring:
        expected.append(("fields", 0))
    assert faults == expected


def test_a_theme_that_no_field_uses_is_fine() -> None:
    assert list(faults_of(outline(1, 1))) == []


def test_the_outline_of_a_file_is_that_of_the_deck_read_from_it() -> None:
    values = tomli.loads(TEXT)
    deck = parse_deck(TEXT.encode(), FILE)
    found = outline_of(values, 100)
    assert found.themes == [(theme.id, theme.place.value) for theme in deck.themes]
    assert found.fields == [(field.id, field.theme) for field in deck.fields]
    assert found.cards == [card.field for card in deck.cards]
    assert deck.fields_at(Place.HUB) == deck.fields[:1]


_ANY = st.none() | st.integers() | st.text(max_size=3) | st.lists(st.integers(), max_size=2)
_TABLE = st.dictionaries(st.sampled_from(["id", "theme", "place", "field"]), _ANY) | _ANY


@given(st.dictionaries(st.sampled_from(["themes", "fields", "cards"]), st.lists(_TABLE, max_size=3) | _ANY))
def test_an_outline_is_found_in_any_data_and_points_only_at_what_is_there(values: dict[str, object]) -> None:
    for fault in faults_of(outline_of(values, 10)):
        at: object = values
        for step in fault.path:
            at = at[step]  # type: ignore[index]
        assert fault.message


def test_what_the_reader_refuses_the_model_refuses() -> None:
    text = TEXT.replace('theme = "team"', 'theme = "hold"')
    with pytest.raises(DeckError):
        parse_deck(text.encode(), FILE)
    with pytest.raises(ValidationError):
        Deck.model_validate(tomli.loads(text))
