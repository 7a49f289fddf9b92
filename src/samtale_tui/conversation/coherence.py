"""What must hold across a conversation, and no part of it can know alone.

A slip in an editor is told of when the file is opened; it does not wait for the screen that stumbles over it.
What undo or a removed card may leave behind is no fault: an open card, notes, a round or an agreement on a
card or field that is not there. Whoever looks such a thing up asks whether it is there.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from samtale_tui.basis.faults import Fault, UnsoundError, used_before
from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import did_you_mean, quoted


class IncoherentError(UnsoundError):
    """What a conversation as a whole is refused for."""


class Outline(NamedTuple):
    """The names in a conversation and what refers to them."""

    fields: Collection[str]
    """Ids of the deck's fields."""
    ids: Mapping[str, Sequence[str]]
    """The ids in every list, under its key."""
    field: str | None
    """The field that is chosen."""
    blanks: Sequence[str]
    """The field of every card written on the spot."""
    groups: Sequence[Collection[str]]
    """Everyone in each of the smaller groups."""
    chosen: Sequence[str]
    """Ids of the cards chosen beforehand."""
    rounds: Sequence[tuple[str, Collection[str]]]
    """The method of each round, and everyone whom it names."""


def faults_of(outline: Outline) -> Iterator[Fault]:
    """All that is wrong across the conversation."""
    if outline.field is not None:
        yield from _unknown_field(outline, outline.field, ("field",))
    for key, ids in outline.ids.items():
        yield from _twice(key, ids)
    for number, field in enumerate(outline.blanks):
        yield from _unknown_field(outline, field, ("blanks", number, "card", "field"))
    for number, named in enumerate(outline.groups):
        yield from _unknown_people(outline, named, ("groups", number))
    grouped = [person for group in outline.groups for person in group]
    for person in sorted({person for person in grouped if grouped.count(person) > 1}):
        message = _("{id} står i to grupper.").format(id=quoted(person))
        yield Fault(("groups",), message, _("Sæt hver i én gruppe."))
    for number, card in used_before(outline.chosen):
        message = _("Kortet {id} er valgt to gange.").format(id=quoted(card))
        yield Fault(("chosen", number, "card"), message, _("Vælg hvert kort én gang."))
    for number, (method, named) in enumerate(outline.rounds):
        yield from _unknown_people(outline, named, ("rounds", number, method, "people"))


def _unknown_people(outline: Outline, named: Collection[str], path: tuple[str | int, ...]) -> Iterator[Fault]:
    people = sorted(set(outline.ids["people"]))
    for person in sorted(set(named) - set(people)):
        message = _("Der er ingen deltager med id {id}.").format(id=quoted(person))
        yield Fault(path, message, did_you_mean(person, people))


def _unknown_field(outline: Outline, field: str, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if field not in outline.fields:
        message = _("Der er intet felt med id {id}.").format(id=quoted(field))
        yield Fault(path, message, did_you_mean(field, outline.fields))


def _twice(key: str, ids: Sequence[str]) -> Iterator[Fault]:
    for number, id_ in used_before(ids):
        message = _("Id {id} er brugt to gange.").format(id=quoted(id_))
        yield Fault((key, number, "id"), message, _("Giv hver sit eget id."))
