"""What must hold across a deck, and no theme, field or card can know alone.

The checks look at an outline, so that they work on a deck that is read (its models) and on one that cannot
be (the bare data of its file): all that is wrong is told at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samtale_tui.basis.faults import Fault, KeyPath, UnsoundError, used_before
from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import did_you_mean, quoted

MOST_HUB_FIELDS = 4
"""Fields that the hub has room for."""
MOST_RING_FIELDS = 14
"""Sectors that the ring has room for; it has at least one."""
RULED = ("mandatory", "excluded", "council")
"""The rules that name fields."""


class UnsoundDeckError(UnsoundError):
    """What a deck as a whole is refused for."""


@dataclass(frozen=True)
class Outline:
    """The names in a deck and what refers to them; None stands for what cannot be read."""

    themes: Sequence[tuple[str | None, str | None]]
    """Id and place ("hub", "ring") of every theme."""
    fields: Sequence[tuple[str | None, str | None]]
    """Id and theme of every field."""
    cards: Sequence[str | None]
    """The field of every card."""
    ruled: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    """Under the rules that name fields, those that they name."""
    levels: Sequence[str | None] = ()
    """The levels of IGLO that are told of."""


def outline_of(data: Mapping[str, object], most_cards: int) -> Outline:
    """The outline of a file's bare data, in which anything may be missing or of the wrong kind."""
    return Outline(
        themes=[(_text(t, "id"), _text(t, "place", "ring")) for t in _tables(data, "themes", 1)],
        fields=[(_text(f, "id"), _text(f, "theme")) for f in _tables(data, "fields", 1)],
        cards=[_text(card, "field") for card in _tables(data, "cards", 0)[:most_cards]],
        ruled={key: _named_in(data.get("rules"), key) for key in RULED},
        levels=[_text(level, "level") for level in _levels(data.get("methods"))],
    )


def faults_of(outline: Outline) -> Iterator[Fault]:
    """All that is wrong across the deck, in the order of methods, themes, fields and cards."""
    yield from _levels_twice(outline.levels)
    yield from _twice("themes", [id_ for id_, place in outline.themes])
    yield from _twice("fields", [id_ for id_, theme in outline.fields])
    yield from _unknown(outline)
    yield from _crowded(outline)
    yield from _at_odds(outline)


def _tables(data: Mapping[str, object], key: str, at_least: int) -> Sequence[object]:
    """The tables under a key; where there should be some and are none, one that cannot be read."""
    found = data.get(key)
    if isinstance(found, list) and len(found) >= at_least:
        return found
    return [None] * at_least


def _levels(methods: object) -> Sequence[object]:
    found = methods.get("levels") if isinstance(methods, dict) else None
    return found if isinstance(found, list) else ()


def _text(table: object, key: str, usual: str | None = None) -> str | None:
    value = table.get(key, usual) if isinstance(table, dict) else None
    return value if isinstance(value, str) and value else None


def _named_in(rules: object, key: str) -> Sequence[str | None]:
    found = rules.get(key) if isinstance(rules, dict) else None
    return [each if isinstance(each, str) else None for each in found] if isinstance(found, list) else ()


def _levels_twice(levels: Sequence[str | None]) -> Iterator[Fault]:
    for number, level in used_before(levels):
        message = _("Niveauet {level} står her to gange.").format(level=quoted(level))
        yield Fault(("methods", "levels", number, "level"), message, _("Saml det i ét, eller slet det ene."))


def _twice(key: str, ids: Sequence[str | None]) -> Iterator[Fault]:
    for number, id_ in used_before(ids):
        if key == "themes":
            message, remedy = _("Der er allerede et tema med id {id}."), _("Giv hvert tema sit eget id.")
        else:
            message, remedy = _("Der er allerede et felt med id {id}."), _("Giv hvert felt sit eget id.")
        yield Fault((key, number, "id"), message.format(id=quoted(id_)), remedy)


def _unknown(outline: Outline) -> Iterator[Fault]:
    """References that lead nowhere; silent where an id cannot be read, for that may be the one meant."""
    themes = {id_: None for id_, place in outline.themes}
    fields = {id_: None for id_, theme in outline.fields}
    if None not in themes:
        known = [id_ for id_ in themes if id_ is not None]
        for number, (_id, theme) in enumerate(outline.fields):
            if theme is not None and theme not in themes:
                message = _("Der er intet tema med id {id}.").format(id=quoted(theme))
                yield Fault(("fields", number, "theme"), message, did_you_mean(theme, known))
    if None not in fields:
        known = [id_ for id_ in fields if id_ is not None]
        for path, named in _names_of_fields(outline):
            if named is not None and named not in fields:
                message = _("Der er intet felt med id {id}.").format(id=quoted(named))
                yield Fault(path, message, did_you_mean(named, known))


def _names_of_fields(outline: Outline) -> Iterator[tuple[KeyPath, str | None]]:
    """Every place that names a field, and the id that stands there."""
    for number, named in enumerate(outline.cards):
        yield ("cards", number, "field"), named
    for rule, ids in outline.ruled.items():
        yield from ((("rules", rule, number), named) for number, named in enumerate(ids))


def _crowded(outline: Outline) -> Iterator[Fault]:
    """Too many fields in the hub or the ring, or none in the ring."""
    place_of = dict(outline.themes)
    excluded = outline.ruled.get("excluded", ())
    places = [
        "" if id_ in excluded else place_of.get(theme) if theme is not None else None
        for id_, theme in outline.fields
    ]
    hub = [number for number, place in enumerate(places) if place == "hub"]
    ring = [number for number, place in enumerate(places) if place == "ring"]
    if len(hub) > MOST_HUB_FIELDS:
        message = _("Hjulets midte har plads til {most} felter, og her er {n}.")
        yield Fault(
            ("fields", hub[MOST_HUB_FIELDS]),
            message.format(most=MOST_HUB_FIELDS, n=len(hub)),
            _('Flyt nogle til et tema i ringen (place = "ring").'),
        )
    if len(ring) > MOST_RING_FIELDS:
        message = _("Ringen om hjulets midte har plads til {most} felter, og her er {n}.")
        yield Fault(
            ("fields", ring[MOST_RING_FIELDS]),
            message.format(most=MOST_RING_FIELDS, n=len(ring)),
            _("Slå nogle sammen, eller lad dem gå ud."),
        )
    if places and all(place in {"hub", ""} for place in places):
        yield Fault(
            ("fields", 0),
            _("Ingen felter står i ringen om hjulets midte."),
            _('Giv mindst ét tema, der har felter, place = "ring".'),
        )


def _at_odds(outline: Outline) -> Iterator[Fault]:
    """Fields that one rule asks for and another leaves out."""
    asked_for = {*outline.ruled.get("mandatory", ()), *outline.ruled.get("council", ())}
    for number, named in enumerate(outline.ruled.get("excluded", ())):
        if named is not None and named in asked_for:
            message = _("Feltet {id} er både udeladt og obligatorisk.").format(id=quoted(named))
            yield Fault(("rules", "excluded", number), message, _("Slet det det ene sted."))
