"""The schema that editors check a deck by takes good decks, refuses spoilt ones, and explains every key."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import tomli
from jsonschema import Draft7Validator
from small_deck import TEXT, problems, spoilt

from samtale_tui.basis.language import use_language
from samtale_tui.deck.key_table import with_key_tables
from samtale_tui.deck.key_words import _WORDS
from samtale_tui.deck.model import Card, CardKind, Colour, Deck
from samtale_tui.deck.schema import TABLES, Schema, deck_schema, schema_text

FOLDER = Path(__file__).parents[2] / "decks"
DECKS = sorted(FOLDER.glob("*.toml"))


def faults(text: str) -> list[tuple[object, ...]]:
    """Where the schema refuses the deck in a text."""
    found = Draft7Validator(deck_schema()).iter_errors(tomli.loads(text))
    return sorted((tuple(fault.absolute_path) for fault in found), key=str)


def tables(schema: Schema) -> Iterator[Schema]:
    """A table and all the tables in it."""
    yield schema
    for value in schema["properties"].values():
        inner = value.get("items", value)
        if "properties" in inner:
            yield from tables(inner)


def test_it_is_a_schema() -> None:
    schema = json.loads(schema_text())
    Draft7Validator.check_schema(schema)
    assert schema == deck_schema()
    assert "$ref" not in schema_text()


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_every_shipped_deck_passes(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_the_small_deck_passes() -> None:
    assert faults(TEXT) == []
    assert faults(spoilt('text = "Hvad går let?"', 'kind = "blank"')) == []
    assert faults(spoilt('plan = "optional"', "leader_cards = {}\ndelete_after_days = 30")) == []


# Decks that the program refuses, and where the schema does.
SPOILT = {
    "a misspelt key": (spoilt("rim =", "rm ="), [("wheel",), ("wheel",)]),
    "a misspelt table": (spoilt("[rules]", "[ruls]"), [()]),
    "a misspelt key of a card": (spoilt("hint =", "hnt ="), [("cards", 0)]),
    "a wrong type": (spoilt("minutes = 10", 'minutes = "10"'), [("cards", 0, "minutes")]),
    "an unknown colour": (spoilt('"blue"', '"blå"'), [("themes", 1, "colour")]),
    "an unknown method": (spoilt('"spiral"', '"spirl"'), [("cards", 1, "method")]),
    "an unknown conversation": (spoilt('"tus"', '"TUS"'), [("conversation",)]),
    "another format": (spoilt("format = 1", "format = 2"), [("format",)]),
    "too many minutes": (spoilt("plan_minutes = 15", "plan_minutes = 500"), [("rules", "plan_minutes")]),
    "a strange id": (spoilt('id = "hold"', 'id = "Hold!"'), [("id",)]),
    "no text": (spoilt('text = "Hvad går let?"\n', ""), [("cards", 0)]),
    "an empty text": (spoilt('"Hvad går let?"', '""'), [("cards", 0, "text")]),
    "an exercise without method": (spoilt('method = "spiral"\n', ""), [("cards", 1)]),
    "a topic's key on a question": (spoilt('hint = "Giv tid"', 'back = ["x"]'), [("cards", 0, "back")]),
    "too many probes": (
        spoilt('["Hvornår?", "Hvordan?"]', str(list("abcdefghi"))),
        [("cards", 0, "probes")],
    ),
    "an unknown level": (
        spoilt("[wheel]", '[[methods.levels]]\nlevel = "team"\n\n[wheel]'),
        [("methods", "levels", 0, "level")],
    ),
    "an unknown key of a choice": (
        spoilt('plan = "optional"', "leader_cards = { leest = 1 }"),
        [("rules", "leader_cards")],
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_deck_is_refused(name: str) -> None:
    text, places = SPOILT[name]
    assert problems(text)
    assert faults(text) == places


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_key_has_a_title_and_a_description(language: str) -> None:
    use_language(language)
    seen = 0
    for table in tables(deck_schema()):
        assert table["type"] == "object"
        assert table["additionalProperties"] is False
        for key, value in table["properties"].items():
            title, description = value["title"], value["description"]
            assert title[0].isupper() and "_" not in title and len(title) <= 40, key
            assert description[0].isalnum() and description.endswith(".") and "``" not in description, key
            seen += 1
    assert seen == sum(map(len, _WORDS.values())) + len(_WORDS[TABLES["CardChoice"]])


def test_every_key_of_the_models_has_its_words_and_no_other() -> None:
    for model in (Deck, *TABLES.values()):
        assert set(_WORDS[model]) == set(model.model_fields)


def test_the_choices_are_those_of_the_models() -> None:
    properties: Mapping[str, Schema] = deck_schema()["properties"]
    assert properties["themes"]["items"]["properties"]["colour"]["enum"] == [*Colour]
    card = properties["cards"]["items"]["properties"]
    assert card["kind"]["enum"] == [*CardKind]
    assert set(card) == set(Card.model_fields)


def test_the_decks_readme_has_the_tables_that_the_models_make() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert with_key_tables(text) == text
    for model in (Deck, *TABLES.values()):
        assert all(f"| `{key}` |" in text for key in model.model_fields)
