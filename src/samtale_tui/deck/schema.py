"""The JSON Schema of a deck's file, for editors that complete and check while one writes.

It is made from the models and says in the user's language what each key is called and means. No part refers
to another, and what stands in it is of draft 7: that is what the editors' language servers can follow.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from samtale_tui.basis.language import _
from samtale_tui.deck.key_words import words_of
from samtale_tui.deck.method_texts import LevelText, MethodTexts
from samtale_tui.deck.model import TOPIC_KEYS, Card, CardKind, Deck, Field, Theme, Wheel
from samtale_tui.deck.rules import CardChoice, Rules

Schema = dict[str, Any]
"""A part of a schema, as JSON has it."""

DRAFT = "http://json-schema.org/draft-07/schema#"
TABLES: Mapping[str, type[BaseModel]] = {
    "Rules": Rules,
    "CardChoice": CardChoice,
    "MethodTexts": MethodTexts,
    "LevelText": LevelText,
    "Wheel": Wheel,
    "Theme": Theme,
    "Field": Field,
    "Card": Card,
}
"""The models of the tables in a deck, under their names."""
_OF_A_TYPE = ("type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum", "default")
_OF_A_LIST = ("type", "minItems", "maxItems")


def schema_text() -> str:
    """The schema as JSON, ready for a file."""
    return json.dumps(deck_schema(), ensure_ascii=False, indent=2) + "\n"


def deck_schema() -> Schema:
    """The schema of a whole deck."""
    made = Deck.model_json_schema()
    head = {"$schema": DRAFT, "title": _("Kortsæt"), "description": _("Et kortsæt til samtale.")}
    return head | _table(Deck, made, made["$defs"])


def _table(model: type[BaseModel], made: Schema, parts: Mapping[str, Schema]) -> Schema:
    """What a table may hold.

    Args:
        model: of the table.
        made: what pydantic makes of it.
        parts: what pydantic makes of everything that it refers to.
    """
    table: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": made.get("required", []),
        "properties": {
            key: dict(zip(("title", "description"), words_of(model, key), strict=True)) | _value(value, parts)
            for key, value in made["properties"].items()
        },
    }
    return table | {"allOf": _card_conditions()} if model is Card else table


def _value(made: Schema, parts: Mapping[str, Schema]) -> Schema:
    """What a value may be; that it may be missing is said by the table, as TOML has nothing for nothing."""
    choices = made.get("anyOf")
    if choices:
        (made,) = (choice for choice in choices if choice.get("type") != "null")
    name = str(made.get("$ref", "")).rpartition("/")[2]
    if name in TABLES:
        return _table(TABLES[name], parts[name], parts)
    if name:
        made = parts[name] | {key: value for key, value in made.items() if key != "$ref"}
    if made.get("type") == "array":
        return {key: made[key] for key in _OF_A_LIST if key in made} | {"items": _value(made["items"], parts)}
    return {key: made[key] for key in _OF_A_TYPE if key in made and made[key] not in (None, "")}


def _card_conditions() -> list[Schema]:
    """Which keys a card must have, or may not have, follows from its kind."""

    def kind_is(kind: CardKind) -> Schema:
        return {"properties": {"kind": {"const": kind.value}}, "required": ["kind"]}

    some_text = {"required": ["text"], "properties": {"text": {"minLength": 1}}}
    no_topic = {"properties": {key: {"maxItems": 0} for key in TOPIC_KEYS}}
    return [
        {"if": kind_is(CardKind.BLANK), "else": some_text},
        {"if": kind_is(CardKind.EXERCISE), "then": {"required": ["method"]}},
        {"if": kind_is(CardKind.TOPIC), "else": no_topic},
    ]
