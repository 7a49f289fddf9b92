"""The sheets of a placemat (S28): who sits at each, what stands in their fields, and what in the middle.

A field belongs to its sheet: whoever leaves it, or moves to another, lets what was written stay where it is.
"""

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field as Bound
from pydantic import model_validator

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Prose, clean_prose
from samtale_tui.method.grouping import LEAST_IN_GROUP, MOST_IN_GROUP
from samtale_tui.method.run import seated_with, seated_without


class WrittenField(Frozen):
    """What one person wrote in the own field of a sheet."""

    person: str
    """Whose field it is, also of one who has left."""
    text: Annotated[Prose, Bound(min_length=1)]
    """What stands there."""


class Sheet(Frozen):
    """One group's sheet. It is there as long as somebody sits at it or something stands on it."""

    number: Annotated[int, Bound(ge=1)]
    """The group's number, which it keeps from the writing on."""
    people: tuple[str, ...] = ()
    """Ids of those who sit at it, clockwise."""
    fields: tuple[WrittenField, ...] = ()
    """The fields that somebody typed in, in the order in which it was first done."""
    middle: Prose = ""
    """What the group agreed on."""

    @model_validator(mode="after")
    def _each_has_one_field(self) -> Self:
        if len({field.person for field in self.fields}) != len(self.fields):
            raise ValueError("fields_twice")
        return self

    @property
    def is_written_on(self) -> bool:
        """Whether anything stands on it."""
        return bool(self.fields or self.middle)

    @property
    def is_too_small(self) -> bool:
        """Whether fewer sit at it than it is for; one that is left by all is not."""
        return 0 < len(self.people) < LEAST_IN_GROUP

    @property
    def is_too_large(self) -> bool:
        """Whether more sit at it than it is for."""
        return len(self.people) > MOST_IN_GROUP

    def field_of(self, person: str) -> str:
        """What that person's field says; nothing where nothing was typed."""
        return next((field.text for field in self.fields if field.person == person), "")

    def with_field(self, person: str, text: str) -> "Sheet":
        """The sheet with this in that person's field; an empty text takes it away."""
        fields = {field.person: field.text for field in self.fields} | {person: clean_prose(text)}
        written = tuple(WrittenField(person=each, text=said) for each, said in fields.items() if said)
        return self.but(fields=written)

    def before(self, person: str, turns: int) -> str:
        """Whose field lies before that person when the sheet has been turned so many times clockwise."""
        return self.people[(self.people.index(person) - turns) % len(self.people)]


Sheets = tuple[Sheet, ...]


def sheets_for(groups: Sequence[Sequence[str]]) -> Sheets:
    """A blank sheet for each group, numbered from 1."""
    return tuple(Sheet(number=number, people=tuple(group)) for number, group in enumerate(groups, 1))


def sheet_of(sheets: Sheets, person: str) -> Sheet | None:
    """The sheet that a person sits at."""
    return next((sheet for sheet in sheets if person in sheet.people), None)


def sheet_numbered(sheets: Sheets, number: int) -> Sheet | None:
    """The sheet with that number."""
    return next((sheet for sheet in sheets if sheet.number == number), None)


def with_sheet(sheets: Sheets, sheet: Sheet) -> Sheets:
    """The sheets with one of them as it is now, or with one more."""
    others = [each for each in sheets if each.number != sheet.number]
    return tuple(sorted((*others, sheet), key=lambda each: each.number))


def seated_at(sheets: Sheets, number: int, person: str, order: Sequence[str]) -> Sheets:
    """The sheets with a person at that one, and at no other; a number that is not there is a new sheet."""
    away = without(sheets, person)
    sheet = sheet_numbered(away, number) or Sheet(number=number)
    return with_sheet(away, sheet.but(people=seated_with(sheet.people, person, order)))


def without(sheets: Sheets, person: str) -> Sheets:
    """The sheets with nobody in that person's seat; what was written stays."""
    sheet = sheet_of(sheets, person)
    if sheet is None:
        return sheets
    return with_sheet(sheets, sheet.but(people=seated_without(sheet.people, person)))


def place_for(sheets: Sheets, person: str) -> int:
    """Number of the sheet for one who comes: where the own field is, else that with the fewest people."""
    own = next((sheet.number for sheet in sheets if sheet.field_of(person)), None)
    if own is not None:
        return own
    return min((sheet for sheet in sheets if sheet.people), key=lambda sheet: len(sheet.people)).number


def in_use(sheets: Sheets) -> Sheets:
    """Those that somebody sits at or that are written on."""
    return tuple(sheet for sheet in sheets if sheet.people or sheet.is_written_on)


def numbered_anew(sheets: Sheets) -> Sheets:
    """The sheets numbered from 1, in the same order."""
    return tuple(sheet.but(number=number) for number, sheet in enumerate(sheets, 1))
