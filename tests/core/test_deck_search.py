"""Cards are found by their words, as they are typed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_deck import FILE, TEXT

from samtale_tui.deck.reader import parse_deck
from samtale_tui.deck.search import folded, found_beside, index_of, places_of, words_in

DECK = parse_deck(TEXT.encode(), FILE)


def found(query: str) -> list[str]:
    return [DECK.cards[number].text for number in index_of(DECK).find(words_in(query))]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("", ["Hvad går let?", "Tag en runde", "Det, vi er gode til"]),
        ("HVAD", ["Hvad går let?"]),
        ("let går", ["Hvad går let?"]),
        ("hvad runde", []),
        ("hvordan", ["Hvad går let?"]),
        ("giv tid", ["Hvad går let?"]),
        ("sidste", ["Det, vi er gode til"]),
        ("om et år", ["Det, vi er gode til"]),
        ("opgaver", ["Hvad går let?", "Det, vi er gode til"]),
        ("god dag", ["Tag en runde", "Det, vi er gode til"]),
        ("vores", ["Tag en runde"]),
        ("gar", []),
        ("hvád gÅr", ["Hvad går let?"]),
        ("gode opgaver", ["Det, vi er gode til"]),
    ],
)
def test_all_words_must_stand_somewhere_on_the_card_or_its_field(query: str, texts: list[str]) -> None:
    assert found(query) == texts


def test_accents_do_not_matter_but_danish_letters_do() -> None:
    assert folded("Allé Ære Øl Ås Über ñ İ") == "alle ære øl ås uber n i"
    assert words_in("  Kort  kort\tKÓRT ") == ("kort",)


@given(st.text(), st.text(max_size=3))
def test_folding_keeps_every_letter_in_its_place(text: str, word: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)
    places = places_of(words_in(word), text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places) and all(a[1] < b[0] for a, b in pairwise(places))


def test_the_places_of_words_are_told_as_few_stretches() -> None:
    assert places_of(("hva", "vad", "let"), "Hvad går let?") == [(0, 4), (9, 12)]
    assert places_of((), "Hvad") == []


def test_what_stands_outside_the_question_is_shown_beside_it() -> None:
    card = DECK.cards[0]
    assert found_beside(card, words_in("let")) == ""
    assert found_beside(card, words_in("let tid")) == "Giv tid"
    assert found_beside(card, words_in("opgaver")) == ""
