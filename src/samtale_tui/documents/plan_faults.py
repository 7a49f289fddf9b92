"""What is wrong in a plan file, line by line and in words. Loaded only when something is."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from samtale_tui.basis.errors import Problem
from samtale_tui.basis.faults import At, KeyPath, place_name
from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import did_you_mean, quoted
from samtale_tui.basis.toml_places import Places
from samtale_tui.plan.model import Action, Origin, Plan

_MOST = 100
"""Problems that are told of; a file that is no plan at all has no end of them."""


def problems_of(error: ValidationError, path: Path, text: str) -> Iterator[Problem]:
    """What the models refused, in the order of the file."""
    places = Places(text)
    found = []
    for detail in error.errors(include_url=False)[:_MOST]:
        message, remedy = _words(detail)
        at = At.KEY if detail["type"] == "extra_forbidden" else At.VALUE
        found.append(Problem(path, *places.of(detail["loc"], at), message, remedy))
    return iter(sorted(found, key=lambda problem: (problem.line, problem.column)))


def problems_of_ids(twice: Iterable[tuple[int, str]], path: Path, text: str) -> Iterator[Problem]:
    """Actions whose id an earlier one has, each by its number from 0 and that id."""
    places = Places(text)
    for number, id_ in twice:
        message = _("Der er allerede en handling med id {id}.").format(id=quoted(id_))
        place = places.of(("actions", number, "id"))
        yield Problem(path, *place, message, _("Giv hver handling sit eget id."))


def _words(detail: ErrorDetails) -> tuple[str, str]:
    """What is wrong and what to do about it."""
    kind, where, value = detail["type"], detail["loc"], detail["input"]
    key = place_name(where)
    remedy = ""
    if kind == "extra_forbidden":
        message = _("Nøglen {key} kendes ikke.")
        remedy = did_you_mean(str(where[-1]), list(_model_at(where[:-1]).model_fields))
    elif where == ("format",):
        message, remedy = (
            _("Planens format kendes ikke."),
            _("Skriv format = 1, eller hent den nyeste udgave."),
        )
    elif kind == "enum" and isinstance(value, str):
        message = _("{value} kan ikke bruges som {key}.")
        remedy = did_you_mean(value, re.findall("'([^']*)'", str(detail["ctx"]["expected"])))
    else:
        message, remedy = next(words for beginning, *words in _sentences() if kind.startswith(beginning))
    return message.format(key=key, value=quoted(value) if isinstance(value, str) else ""), remedy


def _sentences() -> tuple[tuple[str, str, str], ...]:
    """Beginnings of what pydantic calls a fault, each with message and remedy; the last one fits all."""
    return (
        ("missing", _("Her mangler {key}."), ""),
        ("date", _("{key} skal være en dato."), _("Skriv den uden anførselstegn, som 2027-03-12.")),
        ("string_type", _("{key} skal være tekst."), _("Skriv den i anførselstegn.")),
        ("too_", _("{key} kan ikke være sådan."), _("Skriv et kort navn, som h1.")),
        ("enum", _("{key} skal være tekst."), _("Skriv den i anførselstegn.")),
        ("tuple", _("{key} skal være en liste."), _("Sæt kantede parenteser om, som [ … ].")),
        ("model", _("{key} skal være en tabel."), _("Skriv den i kantede parenteser på en linje for sig.")),
        ("", _("{key} har en værdi, som ikke kan bruges her."), ""),
    )


def _model_at(where: KeyPath) -> type[BaseModel]:
    if "origin" in where:
        return Origin
    return Action if "actions" in where else Plan
