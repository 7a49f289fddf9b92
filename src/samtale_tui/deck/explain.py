"""What the models refuse, as sentences in the user's language. Loaded only when a deck is wrong.

Every sentence says what is wrong and, where that can be told, what to do. Nothing of the file is repeated but
short and clean.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import islice

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from samtale_tui.basis.faults import At, Fault, KeyPath, place_name
from samtale_tui.basis.language import _, noted
from samtale_tui.basis.suggest import choose, quoted
from samtale_tui.basis.text import clean_line, slug
from samtale_tui.basis.words import MethodName
from samtale_tui.deck.checks import UnsoundDeckError, faults_of, outline_of
from samtale_tui.deck.meant import did_you_mean, word_meant
from samtale_tui.deck.method_texts import LevelText, MethodTexts
from samtale_tui.deck.model import MOST_CARDS, TOPIC_KEYS, Card, CardKind, Deck, Field, Theme, Wheel
from samtale_tui.deck.rules import CHOICES, CardChoice, Rules

MOST_FAULTS = 500
"""More than this many are not looked at: a file that is not a deck at all has no end of them."""

_TABLES: dict[str | int, type[BaseModel]] = {
    "rules": Rules,
    "methods": MethodTexts,
    "wheel": Wheel,
    "themes": Theme,
    "fields": Field,
    "cards": Card,
}
_LEVELS = ("methods", "levels")
_ARRAYS: tuple[KeyPath, ...] = (("themes",), ("fields",), ("cards",), _LEVELS)
_EXAMPLES = {
    "format": "format = 1",
    "id": noted('id = "et-kort-navn"'),
    "title": noted('title = "Et navn"'),
    "conversation": 'conversation = "tus"',
    "wheel": "[wheel]",
    "rim": noted('rim = "Teamets udvikling"'),
    "themes": "[[themes]]",
    "fields": "[[fields]]",
    "theme": noted('theme = "faglighed"'),
    "colour": 'colour = "blue"',
    "field": noted('field = "opgaver"'),
    "level": 'level = "group"',
}


def explain(error: ValidationError, data: Mapping[str, object]) -> list[Fault]:
    """All that is wrong with a file's data, each thing once, in its parts and across the deck."""
    faults = list(islice(faults_of(outline_of(data, MOST_CARDS)), MOST_FAULTS))
    told = {fault.path for fault in faults}
    details = error.errors(include_url=False)[:MOST_FAULTS]
    misspelt = set(_probably_meant(details, data))
    for detail in details:
        if detail["type"] == "missing":
            if detail["loc"] not in misspelt:
                faults.append(_missing(detail["loc"]))
            continue
        faults += [fault for fault in _faults(detail, data) if fault.path not in told]
    return [fault._replace(message=_with_capital(fault.message)) for fault in faults]


def _with_capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _probably_meant(details: Sequence[ErrorDetails], data: Mapping[str, object]) -> Iterator[KeyPath]:
    """The keys that unknown keys were probably meant to be: they are not missing as well."""
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *table, key = detail["loc"]
            meant = word_meant(str(key), _free_keys(tuple(table), data))
            if meant:
                yield (*table, meant)


def _faults(detail: ErrorDetails, data: Mapping[str, object]) -> Iterator[Fault]:
    """What one error of pydantic's means, which may be nothing new or several things."""
    path, kind, value = detail["loc"], detail["type"], detail["input"]
    context = detail.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, UnsoundDeckError):
        yield from cause.faults
    elif kind == "value_error":
        yield _broken_rule(path, str(cause), value)
    elif kind == "extra_forbidden":
        yield _unknown_key(path, data)
    elif kind.endswith("too_short") and isinstance(value, list) and value:
        return  # the elements that it lacks are there, and wrong themselves
    else:
        yield _wrong_value(path, kind, value, context)


def _wrong_value(path: KeyPath, kind: str, value: object, context: Mapping[str, object]) -> Fault:
    if path == ("format",):
        return _unknown_format(value)
    if kind in {"enum", "literal_error"} and isinstance(value, str):
        return _not_a_choice(path, value, str(context.get("expected", "")))
    if kind == "string_pattern_mismatch":
        return _not_a_name(path, str(value))
    if kind.endswith(("too_short", "too_long")):
        return _length(path, value, context)
    if kind.startswith(("greater_than", "less_than")):
        return _out_of_range(path, context)
    return _wrong_type(path, kind, value)


def _unknown_key(path: KeyPath, data: Mapping[str, object]) -> Fault:
    key = str(path[-1])
    message = _("Nøglen {key} kendes ikke.").format(key=quoted(key))
    return Fault(path, message, did_you_mean(key, _free_keys(path[:-1], data)), At.KEY)


def _free_keys(path: KeyPath, data: Mapping[str, object]) -> list[str]:
    """The keys of a table's model that the table does not have yet."""
    table: object = data
    for step in path:
        if isinstance(table, dict):
            table = table.get(step)
        elif isinstance(table, list) and isinstance(step, int):
            table = table[step]
    present = table if isinstance(table, dict) else {}
    return [key for key in _model_at(path).model_fields if key not in present]


def _model_at(path: KeyPath) -> type[BaseModel]:
    """The model of the table at a path."""
    if path[1:] and path[1] in CHOICES:
        return CardChoice
    if path[2:] and path[:2] == _LEVELS:
        return LevelText
    return _TABLES.get(path[0], Deck) if path else Deck


def _missing(path: KeyPath) -> Fault:
    key = str(path[-1])
    whole = {
        "rules": _("Tabellen [rules]"),
        "methods": _("Niveauet"),
        "wheel": _("Tabellen [wheel]"),
        "themes": _("Temaet"),
        "fields": _("Feltet"),
        "cards": _("Kortet"),
    }.get(str(path[0]) if len(path) > 1 else "", _("Kortsættet"))
    message = _("{whole} mangler {key}.").format(whole=whole, key=quoted(key))
    example = _(_EXAMPLES.get(key, ""))
    remedy = _("Skriv for eksempel: {example}").format(example=example) if example else ""
    return Fault(path[:-1], message, remedy)


def _unknown_format(value: object) -> Fault:
    if isinstance(value, int) and value > 1:
        message = _("Kortsættet har et format, som er nyere end dette program.")
        return Fault(("format",), message, _("Hent den nyeste udgave af programmet, eller skriv format = 1."))
    return Fault(("format",), _("Formatet kendes ikke."), _("Skriv format = 1."))


def _not_a_choice(path: KeyPath, value: str, expected: str) -> Fault:
    message = _unfit(path, value)
    return Fault(path, message, did_you_mean(value, re.findall("'([^']*)'", expected)))


def _not_a_name(path: KeyPath, value: str) -> Fault:
    message = _unfit(path, value)
    other = {
        "language": _("Skriv sproget med to små bogstaver, som da."),
        "field": _("Skriv id på et felt."),
        "theme": _("Skriv id på et tema."),
    }.get(str(path[-1]))
    if other:
        return Fault(path, message, other)
    suggested = slug(value)
    if not suggested:
        remedy = _("Brug små bogstaver fra a til z, tal og bindestreger, højst 60 tegn.")
        return Fault(path, message, remedy)
    remedy = _("Brug små bogstaver fra a til z, tal og bindestreger, højst 60 tegn, som {example}.")
    return Fault(path, message, remedy.format(example=quoted(suggested)))


def _unfit(path: KeyPath, value: str) -> str:
    if not clean_line(value):
        return _("Der står ingen tekst i {key}.").format(key=place_name(path))
    return _("{value} kan ikke bruges som {key}.").format(value=quoted(value), key=place_name(path))


def _length(path: KeyPath, value: object, context: Mapping[str, object]) -> Fault:
    name, most = place_name(path), context.get("max_length")
    if isinstance(value, str) and most is None:
        return Fault(
            path, _("Der står ingen tekst i {key}.").format(key=name), _("Skriv en, eller fjern den.")
        )
    if isinstance(value, str):
        message = _("Teksten i {key} er på {n} tegn, og der er plads til {most}.")
        length = context.get("actual_length") or len(value)
        remedy = _("Skriv den kortere, eller del den i flere.")
        return Fault(path, message.format(key=name, n=_number(length), most=_number(most)), remedy)
    length = len(value) if isinstance(value, list) else 0
    if most is None:
        remedy = _("Skriv mindst én [[{key}]].").format(key=path[-1])
        return Fault(path, _("Der står intet i {key}.").format(key=name), remedy)
    message = _("Der er {n} i {key}, og der er plads til {most}.")
    first_too_many = (*path, most if isinstance(most, int) else 0)
    return Fault(first_too_many, message.format(n=_number(length), key=name, most=_number(most)))


def _number(value: object) -> str:
    """A count as Danish writes it, as 2.000."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else "?"


def _out_of_range(path: KeyPath, context: Mapping[str, object]) -> Fault:
    if "ge" in context or "gt" in context:
        message, bound = _("{key} skal være mindst {n}."), context.get("ge", context.get("gt"))
    else:
        message, bound = _("{key} må højst være {n}."), context.get("le", context.get("lt"))
    return Fault(path, message.format(key=place_name(path), n=_number(bound)))


def _wrong_type(path: KeyPath, kind: str, value: object) -> Fault:
    """A value of another type than wanted, or refused in a way that no sentence here knows."""
    name, remedy = place_name(path), ""
    if kind == "int_parsing_size":
        return Fault(path, _("{key} er et alt for stort tal.").format(key=name))
    if kind.startswith(("string_", "enum", "literal_")):
        wanted = _("tekst")
        if not isinstance(value, dict | list):
            remedy = _("Sæt anførselstegn om.")
    elif kind.startswith("int_"):
        wanted = _("et helt tal")
        if isinstance(value, str):
            remedy = _("Skriv tallet uden anførselstegn.")
    elif kind.startswith(("tuple_", "list_")):
        wanted, remedy = _("en liste"), _("Sæt kantede parenteser om, som [ … ].")
        if path in _ARRAYS:
            table = ".".join(map(str, path))
            remedy = _("Skriv [[{key}]] med to kantede parenteser.").format(key=table)
    elif kind.startswith(("model_", "dict_")):
        wanted, remedy = _("en tabel"), _how_to_write_a_table(path)
    else:
        return Fault(path, _("{key} har en værdi, som ikke kan bruges her.").format(key=name))
    message = _("{key} skal være {wanted}, men er {found}.")
    return Fault(path, message.format(key=name, wanted=wanted, found=_type_name(value)), remedy)


def _how_to_write_a_table(path: KeyPath) -> str:
    if path[-1] in CHOICES:
        return _("Skriv for eksempel: {example}").format(example="{ least = 1, most = 3 }")
    return _("Skriv [{key}] på en linje for sig.").format(key=path[-1]) if len(path) == 1 else ""


def _type_name(value: object) -> str:
    """What a value of TOML is called; the narrower types first, as a bool is an int and a moment a date."""
    names: tuple[tuple[type, str], ...] = (
        (str, _("tekst")),
        (bool, _("sandt eller falsk")),
        (int, _("et tal")),
        (float, _("et kommatal")),
        (list, _("en liste")),
        (dict, _("en tabel")),
        (datetime, _("et tidspunkt")),
        (date, _("en dato")),
        (time, _("et klokkeslæt")),
    )
    return next((name for kind, name in names if isinstance(value, kind)), _("noget andet"))


def _broken_rule(path: KeyPath, rule: str, value: object) -> Fault:
    """A rule that a field or card breaks as a whole; the model names it with a code."""
    table = value if isinstance(value, dict) else {}
    if rule == "wrap_differs":
        message = _("{key} skal stave titlen {title}, blot med | hvor den må deles.")
        message = message.format(key=quoted("wrap"), title=quoted(str(table.get("title", ""))))
        return Fault((*path, "wrap"), message, _("Ret den, eller slet linjen."))
    if rule == "least_over_most":
        message = _("{least} må ikke være større end {most}.")
        return Fault(path, message.format(least=quoted("least"), most=quoted("most")), _("Byt om på dem."))
    if rule == "text_missing":
        message = _("Der står ingen tekst på kortet.")
        remedy = _('Skriv den i text; kun et blankt kort (kind = "blank") er uden.')
        return Fault((*path, "text") if "text" in table else path, message, remedy)
    if rule == "method_missing":
        remedy = " ".join((_("Skriv den i method."), choose([*MethodName])))
        return Fault(path, _("Øvelseskortet peger ikke på en metode."), remedy)
    if rule == "topic_keys":
        found = next((key for key in TOPIC_KEYS if table.get(key)), TOPIC_KEYS[0])
        message = _("{key} hører kun til på et samtalekort.").format(key=quoted(found))
        remedy = _('Skriv kind = "{kind}", eller brug probes i stedet.').format(kind=CardKind.TOPIC.value)
        return Fault((*path, found), message, remedy, At.KEY)
    return Fault(path, _("{key} har en værdi, som ikke kan bruges her.").format(key=place_name(path)))
