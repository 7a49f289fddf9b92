"""The deck that a facilitator shows ten colleagues: whole, short, and in good Danish."""

import re
from collections import Counter
from pathlib import Path

import pytest
import tomli

from samtale_tui.basis.text import clean_prose
from samtale_tui.basis.words import ConversationKind, MethodName
from samtale_tui.deck.model import Card, CardKind, Deck, Place

DECK_FILE = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
FIELDS = ("God dag", "Dårlig dag", "Opgaver", "Kompetencer", "Mål og værdier")
FIELDS += ("Naboteams", "Samarbejdspartnere", "Borgere")
JARGON = re.compile(
    r"synergi|performance|best practice|feedback|workshop|mindset|optimer|implementer|ressourc|strategi"
    r"|effektiv|proaktiv|leverance|eksekver|target|team ?building|issue|input|output|commit|involver",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def raw() -> str:
    return DECK_FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def deck(raw: str) -> Deck:
    return Deck.model_validate(tomli.loads(raw))


def cards(deck: Deck, kind: CardKind, field: str | None = None) -> list[Card]:
    return [
        card
        for card in deck.cards
        if card.kind is kind and field in (None, deck.fields_by_id[card.field].title)
    ]


def texts(deck: Deck) -> list[str]:
    """Every sentence on the cards and rules, as a person would meet it."""
    on_cards = [text for card in deck.cards for text in (card.text, *card.probes, card.hint) if text]
    return [*on_cards, *deck.rules.ground_rules]


def test_the_wheel_has_the_hub_and_the_two_themes_round_it_and_leads_to_the_teams_development(deck):
    assert deck.conversation is ConversationKind.TUS
    assert deck.wheel.rim == "Teamets udvikling"
    assert tuple(field.title for field in deck.ordered_fields) == FIELDS
    assert [field.title for field in deck.fields_at(Place.HUB)] == ["God dag", "Dårlig dag"]
    themes = {theme.title: [f.title for f in deck.fields if f.theme == theme.id] for theme in deck.themes}
    assert themes == {
        "Vores team": ["God dag", "Dårlig dag"],
        "Faglighed": ["Opgaver", "Kompetencer", "Mål og værdier"],
        "Relationer": ["Naboteams", "Samarbejdspartnere", "Borgere"],
    }
    assert len({theme.colour for theme in deck.themes}) == 3


def test_every_card_lies_on_a_field_of_the_deck_and_every_field_has_a_theme(deck):
    assert {card.field for card in deck.cards} == set(deck.fields_by_id)
    assert {field.theme for field in deck.fields} == set(deck.themes_by_id)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_offers_at_least_five_questions_that_go_deeper_and_help_the_facilitator(deck, field):
    dialogue = cards(deck, CardKind.DIALOGUE, field)
    assert len(dialogue) >= 5
    for card in dialogue:
        assert 1 <= len(card.probes) <= 3
        assert len(card.hint) >= 80
        assert card.minutes is not None
        assert 8 <= card.minutes <= 15


@pytest.mark.parametrize("field", FIELDS)
def test_a_fields_hints_say_when_to_write_an_agreement(deck, field):
    hints = [card.hint for card in cards(deck, CardKind.DIALOGUE, field)]
    assert sum("aftale" in hint.lower() for hint in hints) >= 3


def test_what_needs_two_people_alone_is_moved_out_of_the_room(deck):
    hints = " ".join(card.hint for card in deck.cards)
    assert sum(hints.count(words) for words in ("MUS", "under fire øjne", "på tomandshånd")) >= 6


def test_all_six_methods_are_on_exercise_cards_with_time_for_them(deck):
    exercises = cards(deck, CardKind.EXERCISE)
    assert {card.method for card in exercises} == set(MethodName)
    assert 8 <= len(exercises) <= 10
    for card in exercises:
        assert 1 <= len(card.probes) <= 3
        assert card.hint
        assert card.minutes is not None
        assert card.minutes >= 10


@pytest.mark.parametrize(
    ("method", "field"),
    [
        (MethodName.SPIRAL, "Kompetencer"),
        (MethodName.PLACEMAT, "Mål og værdier"),
        (MethodName.FISHBOWL, "Naboteams"),
        (MethodName.IGLO, "Dårlig dag"),
        (MethodName.BRIDGING, "Samarbejdspartnere"),
        (MethodName.IDOART, "Opgaver"),
    ],
)
def test_a_method_lies_on_the_field_where_it_helps(deck, method, field):
    assert method in {card.method for card in cards(deck, CardKind.EXERCISE, field)}


def test_there_is_one_blank_card_and_taking_it_away_renumbers_no_other(deck):
    blank = cards(deck, CardKind.BLANK)
    assert len(blank) == 1
    assert (blank[0].text, blank[0].probes, blank[0].hint) == ("", (), "")
    assert [card for card in deck.cards if card.field == blank[0].field][-1] is blank[0]


def test_the_rules_are_six_sentences_and_a_quarter_of_an_hour_for_a_plan_that_is_optional(deck):
    assert len(deck.rules.ground_rules) == 6
    assert all(rule.endswith(".") for rule in deck.rules.ground_rules)
    assert deck.rules.plan_minutes == 15
    assert deck.rules.plan == "optional"


def test_the_deck_says_whose_words_it_is_in_and_what_it_rests_on(deck):
    assert "vores egne ord" in deck.source
    assert "Randers Kommunes" in deck.source
    assert 1 <= len(re.findall(r"[.?]", deck.summary)) <= 2


def test_no_two_texts_are_alike(deck):
    plain = Counter(re.sub(r"\W+", " ", text).casefold().strip() for text in texts(deck))
    assert [text for text, count in plain.items() if count > 1] == []


def test_a_question_is_short_enough_to_be_read_from_the_back_of_the_room(deck):
    lengths = [len(card.text) for card in deck.cards]
    assert max(lengths) <= 160
    dialogue = [len(card.text) for card in cards(deck, CardKind.DIALOGUE)]
    assert sum(length <= 110 for length in dialogue) == len(dialogue)
    assert max(len(probe) for card in deck.cards for probe in card.probes) <= 90
    assert max(len(card.hint) for card in deck.cards) <= 280


def test_every_dialogue_card_and_probe_is_a_whole_question_or_invitation(deck):
    for card in cards(deck, CardKind.DIALOGUE):
        assert card.text.endswith("?")
        for probe in card.probes:
            assert probe[0].isupper()
            assert probe[-1] in "?."


def test_questions_begin_in_many_ways(deck):
    openings = Counter(card.text.split()[0] for card in cards(deck, CardKind.DIALOGUE))
    assert max(openings.values()) <= len(cards(deck, CardKind.DIALOGUE)) // 4
    assert len(openings) >= 12


def test_the_probes_of_one_card_do_not_all_begin_alike(deck):
    alike = [
        card.text
        for card in deck.cards
        if len(card.probes) > 2 and len({p.split()[0] for p in card.probes}) == 1
    ]
    assert alike == []


@pytest.mark.parametrize("field", FIELDS)
def test_the_cards_of_one_field_do_not_all_begin_alike(deck, field):
    openings = Counter(card.text.split()[0] for card in cards(deck, CardKind.DIALOGUE, field))
    assert max(openings.values()) <= 2


def test_nothing_shouts_and_nothing_is_management_jargon(deck):
    assert [text for text in texts(deck) if "!" in text or JARGON.search(text)] == []


def test_the_file_is_clean_text_with_one_key_a_line(raw, deck):
    assert clean_prose(raw) == raw.strip()
    assert "\t" not in raw
    lines = raw.splitlines()
    keyed = re.compile(r'\[rules\]|\[wheel\]|\[\[\w+\]\]|\w+ = .+|  ".*",|\]|#.*|')
    assert [line for line in lines if not keyed.fullmatch(line)] == []
    assert [text for text in texts(deck) if "  " in text or text != text.strip()] == []
