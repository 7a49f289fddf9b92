"""Every deck that travels with the program: whole against the domain's facts, without a warning, in its own words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from samtale_tui.basis.name_places import NamePlace, places_in, unknown_places
from samtale_tui.basis.text import clean_prose
from samtale_tui.basis.words import IgloLevel, MethodName
from samtale_tui.deck.model import Card, CardKind, Deck, Place
from samtale_tui.deck.poor import warnings_of
from samtale_tui.deck.reader import read_deck
from samtale_tui.tui.widgets.cut_titles import cut_titles

FOLDER = Path(__file__).parents[2] / "decks"
FILES = sorted(FOLDER.glob("*.toml"))
DECKS = {path.stem: read_deck(path) for path in FILES}

ALWAYS = ("Siden sidst", "Faglighed", "Arbejdsopgaver og udvikling")
AABENRAA = (
    "Trivsel",
    "Samarbejde",
    "De personalepolitiske værdier",
    "Digitalisering og digitale kompetencer",
)
DECIDED_HERE = "Emne besluttet på arbejdspladsen"
FIELDS = {
    "tus-randers": {
        "Vores team": ("God dag", "Dårlig dag"),
        "Faglighed": ("Opgaver", "Kompetencer", "Mål og værdier"),
        "Relationer": ("Naboteams", "Samarbejdspartnere", "Borgere"),
    },
    "mus-randers": {
        "Mig som medarbejder": ("God dag", "Dårlig dag"),
        "Faglighed": ("Opgaver", "Kompetencer", "Mål", "Værdier"),
        "Relationer": ("Kollegaer", "Leder", "Samarbejdspartnere", "Borgere"),
    },
    "lus-randers": {
        "Mig som leder": ("Styrker", "Svagheder", "Kommunikation", "Motivation"),
        "Faglighed": ("Opgaver", "Ledelseskompetencer", "Organisationsværdier", "Mål og vision"),
        "Relationer": ("Medarbejdere", "Lederkollegaer", "Leder", "Samarbejdspartnere", "Borgere"),
    },
}
"""S16–S19, S71, S72: themes and fields of the Randers wheels, the hub first."""
TOPICS = {
    "Trivsel": ("Engagement, arbejdsglæde og motivation", "Anerkendelse", "Indflydelse"),
    "Samarbejde": ("Fokus på helheden og kerneopgaven", "Samarbejde", "Sparring"),
    "De personalepolitiske værdier": (
        "Åbenhed og dialog",
        "Samarbejde og medbestemmelse",
        "Udvikling og forandring",
        "Mangfoldighed og rummelighed",
        "Trivsel og tryghed",
    ),
    "Digitalisering og digitale kompetencer": ("Digitalisering og digitale kompetencer",),
    DECIDED_HERE: (DECIDED_HERE,),
    **{title: (title,) for title in ALWAYS},
}
"""S51, S52: under each field of the Aabenraa wheels its topics."""
STAGES = {
    "Livsfaser": (
        "Ny på arbejdsmarkedet",
        "Specialisering",
        "Lyst til ledelse",
        "Senior",
        "Balance mellem arbejds- og privatliv",
    )
}
"""S53: in MUS alone."""


def texts_of(deck: Deck) -> Iterator[str]:
    """Every sentence of a deck, as someone would meet it."""
    rules = deck.rules
    yield from (*rules.ground_rules, *rules.evaluation, *rules.reminders)
    yield from (*rules.prepare_leader, *rules.prepare_employees)
    yield from deck.methods.bridging
    yield from (level.explain for level in deck.methods.levels if level.explain)
    for card in deck.cards:
        yield from (text for text in (card.text, card.hint) if text)
        yield from (*card.probes, *card.back, *card.now, *card.forward)


def cards_on(deck: Deck, title: str, kind: CardKind) -> list[Card]:
    return [card for card in deck.cards if card.kind is kind and deck.fields_by_id[card.field].title == title]


def test_they_are_the_seven() -> None:
    assert set(DECKS) == {
        *("tus-randers", "lus-randers", "mus-randers", "grus-aabenraa", "mus-aabenraa", "metoder"),
        "team-conversation-en",
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_has_nothing_to_warn_of_and_is_named_after_its_file(path: Path) -> None:
    deck = DECKS[path.stem]
    assert [*warnings_of(deck), *cut_titles(deck)] == []
    assert deck.id == path.stem


def test_no_text_is_equal_to_another_in_any_of_them() -> None:
    where: defaultdict[str, list[str]] = defaultdict(list)
    for name, deck in DECKS.items():
        for text in texts_of(deck):
            where[re.sub(r"\W+", " ", text).casefold().strip()].append(name)
    assert {text: names for text, names in where.items() if len(names) > 1} == {}


@pytest.mark.parametrize("name", DECKS)
def test_it_says_whose_words_it_is_in_and_what_it_is_for(name: str) -> None:
    deck = DECKS[name]
    own = r"own words" if deck.language == "en" else r"egne ord|egen formulering|selv skrevet"
    assert re.search(own, deck.source)
    assert 20 <= len(deck.summary) <= 260
    assert deck.rules.ground_rules and deck.rules.plan_minutes == 15
    assert deck.rules.prepare_leader and deck.rules.prepare_employees and deck.rules.reminders


@pytest.mark.parametrize("name", DECKS)
def test_its_file_is_clean_text_with_one_key_a_line(name: str) -> None:
    raw = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    assert clean_prose(raw) == raw.strip()
    assert "\t" not in raw
    keyed = re.compile(r'\[rules\]|\[methods\]|\[wheel\]|\[\[(methods\.)?\w+\]\]|\w+ = .+|  ".*",|\]|#.*|')
    assert [line for line in raw.splitlines() if not keyed.fullmatch(line)] == []
    assert [text for text in texts_of(DECKS[name]) if "  " in text or text != text.strip()] == []


@pytest.mark.parametrize("name", DECKS)
def test_it_is_short_enough_to_be_read_in_the_room_and_does_not_shout(name: str) -> None:
    deck = DECKS[name]
    assert max(len(card.text) for card in deck.cards) <= 200
    assert max(len(probe) for card in deck.cards for probe in (*card.probes, "")) <= 160
    assert max(len(card.hint) for card in deck.cards) <= 400
    assert [text for text in texts_of(deck) if "!" in text] == []


@pytest.mark.parametrize("name", FIELDS)
def test_a_wheel_of_randers_has_its_fields_by_name(name: str) -> None:
    deck = DECKS[name]
    found = {theme.title: tuple(f.title for f in deck.fields if f.theme == theme.id) for theme in deck.themes}
    assert found == FIELDS[name]
    hub = next(iter(FIELDS[name].values()))
    assert tuple(field.title for field in deck.fields_at(Place.HUB)) == hub


@pytest.mark.parametrize("name", [*FIELDS, "team-conversation-en"])
def test_a_deck_of_randers_has_at_least_five_questions_a_field(name: str) -> None:
    deck = DECKS[name]
    for field in deck.fields:
        asked = cards_on(deck, field.title, CardKind.DIALOGUE)
        assert len(asked) >= 5, field.title
        assert all(card.probes and card.hint and card.minutes for card in asked)


@pytest.mark.parametrize("name", ["mus-randers", "lus-randers"])
def test_the_individual_conversations_end_in_a_written_plan(name: str) -> None:
    rules = DECKS[name].rules
    assert (rules.plan, rules.approval) == ("required", "none")
    assert rules.leader_cards is None and not rules.mandatory


@pytest.mark.parametrize(("name", "stages"), [("grus-aabenraa", {}), ("mus-aabenraa", STAGES)])
def test_a_deck_of_aabenraa_has_one_card_a_topic_with_suggestions_back_now_and_forward(
    name: str, stages: dict[str, tuple[str, ...]]
) -> None:
    deck = DECKS[name]
    topics = TOPICS | stages
    assert {field.title for field in deck.fields} == set(topics)
    for field, names in topics.items():
        cards = cards_on(deck, field, CardKind.TOPIC)
        assert [card.text.partition(":")[0] for card in cards] == list(names)
        for card in cards:
            assert card.back and card.now and card.forward
            assert 5 <= len((*card.back, *card.now, *card.forward)) <= 8
            assert card.hint and card.minutes


@pytest.mark.parametrize("name", ["grus-aabenraa", "mus-aabenraa"])
def test_the_rules_of_aabenraa_are_data(name: str) -> None:
    deck = DECKS[name]
    rules = deck.rules
    titles = {field.id: field.title for field in deck.fields}
    assert tuple(field.title for field in deck.fields_at(Place.HUB)) == ALWAYS
    assert tuple(titles[field] for field in rules.mandatory) == ALWAYS
    assert [titles[field] for field in rules.council] == [DECIDED_HERE]
    assert rules.leader_cards and (rules.leader_cards.least, rules.leader_cards.most) == (1, 3)
    assert rules.employee_cards and (rules.employee_cards.least, rules.employee_cards.most) == (1, 3)
    assert rules.plan == "required" and rules.delete_after_days == 30
    assert rules.approval == ("all" if name.startswith("grus") else "both")
    assert len(rules.ground_rules) == 7 and len(rules.evaluation) == 3
    assert len(rules.prepare_leader) == 12 and 6 <= len(rules.prepare_employees) <= 7
    reminders = " ".join(rules.reminders)
    for fact in ("58", "60", "sygdom", "orlov", "MUS"):
        assert fact in reminders, fact


def test_life_stages_are_in_no_group_conversation() -> None:
    for name in ("grus-aabenraa", "tus-randers", "metoder"):
        titles = {field.title for field in DECKS[name].fields}
        assert not titles & {"Livsfaser", *STAGES["Livsfaser"]}


# The methods


def _on_method(method: MethodName) -> str:
    deck = DECKS["metoder"]
    cards = [card for card in deck.cards if card.method is method]
    return " ".join(text for card in cards for text in (card.text, *card.probes, card.hint))


@pytest.mark.parametrize("method", MethodName)
def test_each_method_has_a_field_of_its_own(method: MethodName) -> None:
    deck = DECKS["metoder"]
    fields = {card.field for card in deck.cards if card.method is method}
    assert len(fields) == 1
    (field,) = fields
    assert deck.theme_of(deck.fields_by_id[field]).place is Place.RING
    assert len([card for card in deck.cards if card.field == field]) >= 8


@pytest.mark.parametrize(
    ("method", "facts"),
    [
        (
            MethodName.SPIRAL,
            (r"mod uret", r"pas", r"10.{1,6}15 minutter", r"\b12\b|tolv", r"afbry", r"åbner|begynder"),
        ),
        (
            MethodName.BRIDGING,
            (r"alle skal høres|alle .{0,30}til orde|hør\w* alle", r"tid", r"mønst", r"enige"),
        ),
        (
            MethodName.FISHBOWL,
            (r"tre til syv|3.{1,5}7", r"inder", r"yder", r"byt", r"ebb|tynd|løber ud|går i stå"),
        ),
        (
            MethodName.PLACEMAT,
            (
                r"A3",
                r"fire .{0,8}fem|4.{1,5}5",
                r"stilhed",
                r"farve",
                r"vend|drej",
                r"midten",
                r"plenum|fælles",
            ),
        ),
        (
            MethodName.IGLO,
            (
                r"individ|hver enkelt|den enkelte",
                r"gruppe",
                r"ledelse",
                r"organisation",
                r"kort( og lang\w*)? sigt|kort tid",
                r"lang\w* sigt",
                r"personalegrupper",
                r"følger op",
            ),
        ),
        (
            MethodName.IDOART,
            (r"hensigt|intention", r"udbytte", r"dagsorden|emner", r"roller", r"regler", r"tid"),
        ),
    ],
)
def test_the_facts_of_a_method_are_on_its_cards(method: MethodName, facts: tuple[str, ...]) -> None:
    words = _on_method(method)
    missing = [fact for fact in facts if not re.search(fact, words, re.IGNORECASE)]
    assert missing == []


@pytest.mark.parametrize("name", ["metoder", "team-conversation-en"])
def test_there_are_bridging_questions_for_every_moment_of_a_dialogue(name: str) -> None:
    questions = DECKS[name].methods.bridging
    assert len(questions) >= 14
    assert [text for text in questions if unknown_places(text)] == []
    places = [places_in(text) for text in questions]
    assert sum(each == (NamePlace.NEW,) for each in places) >= 2
    assert sum(NamePlace.NEW in each and len(each) > 1 for each in places) >= 4
    assert sum(each == (NamePlace.SPEAKER, NamePlace.OTHER) for each in places) >= 3
    assert sum(not each for each in places) >= 4
    assert max(map(len, questions)) <= 100
    assert all(text.endswith("?") for text in questions)


@pytest.mark.parametrize("name", ["metoder", "team-conversation-en"])
def test_the_levels_of_iglo_are_told_of_each_once(name: str) -> None:
    levels = DECKS[name].methods.levels
    assert [level.level for level in levels] == [*IgloLevel]
    assert all(level.title and level.explain for level in levels)


# The English one


def test_the_english_deck_is_the_danish_one_card_for_card() -> None:
    danish, english = DECKS["tus-randers"], DECKS["team-conversation-en"]
    assert english.language == "en"

    def shape(deck: Deck) -> list[tuple[object, ...]]:
        order = [field.id for field in deck.fields]
        return [
            (order.index(card.field), card.kind, card.method, card.minutes, len(card.probes))
            for card in deck.cards
        ]

    assert shape(english) == shape(danish)
    assert [theme.colour for theme in english.themes] == [theme.colour for theme in danish.themes]
    assert len(english.rules.ground_rules) == len(danish.rules.ground_rules)


def test_the_english_deck_is_in_english() -> None:
    words = " ".join(texts_of(DECKS["team-conversation-en"]))
    assert re.findall(r"[æøåÆØÅ]\w*", words) == []


@pytest.mark.parametrize("name", DECKS)
def test_questions_do_not_all_begin_alike(name: str) -> None:
    asked = [card.text.split()[0] for card in DECKS[name].cards if card.kind is CardKind.DIALOGUE]
    if asked:
        assert max(Counter(asked).values()) <= max(6, len(asked) // 4)


def test_the_bytes_of_every_deck_are_what_toml_says_they_are() -> None:
    for path in FILES:
        assert Deck.model_validate(tomli.loads(path.read_text(encoding="utf-8"))) == DECKS[path.stem]
