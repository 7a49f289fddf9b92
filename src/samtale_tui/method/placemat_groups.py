"""Who sits at which sheet of a placemat, and what is written on it (S28–S30)."""

import random
from collections.abc import Sequence

from samtale_tui.method.grouping import Groups, dealt, dealt_by_chance
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_sheets import (
    Sheet,
    in_use,
    seated_at,
    sheet_numbered,
    sheet_of,
    sheets_for,
    with_sheet,
)


def deal(s: Placemat, count: int | None = None) -> Placemat:
    """The groups as people sit, before the writing; as many as asked for, else of 4 and 5."""
    return _dealt(s, dealt(s.people, count)) if s.can_be_dealt else s


def shuffle(s: Placemat, rng: random.Random, count: int | None = None) -> Placemat:
    """The groups by chance, before the writing; as many as asked for, else of 4 and 5."""
    return _dealt(s, dealt_by_chance(s.people, rng, count)) if s.can_be_dealt else s


def move(s: Placemat, person: str, number: int) -> Placemat:
    """One person to another group, at any time; to a new one where the number is the next after the last.

    What that person has written stays on the sheet where it was written.
    """
    here = sheet_of(s.sheets, person)
    if s.ending or here is None or number not in numbers_for(s, here):
        return s
    return s.seated(seated_at(s.sheets, number, person, s.people), s.people)


def with_people(s: Placemat, people: Sequence[str]) -> Placemat:
    """Before it begins: these people in the place of those that were thought of.

    Where all sat as they were dealt, these are dealt out too; else who comes and who goes does so alone.
    """
    if s.groups == dealt(s.people):
        sheets = sheets_for(dealt(people))
        return s.shared_out_like(s.but(people=tuple(people), sheets=sheets)) if sheets else s
    for person in people:
        s = s.joined(person, 0.0, people)
    for person in s.people:
        s = s if person in people else s.left(person, 0.0)
    return s


def numbers_for(s: Placemat, here: Sheet) -> tuple[int, ...]:
    """Numbers of the groups to which one who sits there can move; who is alone makes no new one."""
    others = tuple(sheet.number for sheet in s.sheets if sheet.number != here.number)
    return (*others, s.sheets[-1].number + 1) if len(here.people) > 1 else others


def write_field(s: Placemat, number: int, person: str, text: str) -> Placemat:
    """What stands in a person's field on a sheet; nothing, and the field is blank again.

    It takes one who sits there, or whose field is there already.
    """
    sheet = sheet_numbered(s.sheets, number)
    if sheet is None or not (person in sheet.people or sheet.field_of(person)):
        return s
    return _written(s, sheet.with_field(person, text))


def write_middle(s: Placemat, number: int, text: str) -> Placemat:
    """What a group agreed on, in the middle of its sheet."""
    sheet = sheet_numbered(s.sheets, number)
    return s if sheet is None else _written(s, sheet.but(middle=text))


def _written(s: Placemat, sheet: Sheet) -> Placemat:
    sheets = in_use(with_sheet(s.sheets, sheet))
    return s if s.ending or sheets == s.sheets else s.but(sheets=sheets)


def _dealt(s: Placemat, groups: Groups) -> Placemat:
    return s if groups == s.groups else s.shared_out_like(s.but(sheets=sheets_for(groups)))
