"""What the groups of a placemat wrote, typed in: which sheet or which field, and then the words (S30)."""

from typing import TYPE_CHECKING

from samtale_tui.basis.language import _, noted
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_course import sheet_heard
from samtale_tui.method.placemat_groups import write_field, write_middle
from samtale_tui.method.placemat_sheets import Sheet
from samtale_tui.method.placemat_words import group_words
from samtale_tui.tui.sinks import say

if TYPE_CHECKING:
    from samtale_tui.tui.screens.placemat import PlacematScreen

WRITTEN = "●"
"""Stands at a field that was typed in; what it says is between those at the sheet."""
MOST_SHOWN_LETTERS = 40
"""Of a middle that stand beside its group in a list."""


def ask_for_middle(screen: "PlacematScreen") -> None:
    """The middle of the group that is heard; else of the one that is chosen, or the only one."""
    from samtale_tui.tui.screens.pick import PickBox

    state = screen.placemat
    heard = sheet_heard(state)
    if heard or len(state.sheets) == 1:
        _write_middle(screen, heard or state.sheets[0])
        return

    def chosen(answer: str | None) -> None:
        sheet = _sheet(screen.placemat, answer or "")
        if sheet:
            _write_middle(screen, sheet)

    rows = [(str(sheet.number), _with(group_words(sheet.number), sheet.middle)) for sheet in state.sheets]
    blank = next((str(sheet.number) for sheet in state.sheets if not sheet.middle), "")
    screen.app.push_screen(PickBox(_("Hvilken gruppes midte?"), rows, blank), chosen)


def ask_for_field(screen: "PlacematScreen") -> None:
    """The field of somebody who sits there, or who left one behind."""
    from samtale_tui.tui.screens.pick import PickBox

    names = screen.names
    fields = _fields(screen.placemat)

    def chosen(answer: str | None) -> None:
        number, _slash, person = (answer or "").partition("/")
        sheet = _sheet(screen.placemat, number)
        if sheet:
            _write_field(screen, sheet, person, names.get(person, person))

    rows = []
    for sheet, person in fields:
        name = clean_line(names.get(person, person))
        where = f"{group_words(sheet.number)} · {name}" if len(screen.placemat.sheets) > 1 else name
        rows.append((f"{sheet.number}/{person}", f"{WRITTEN} {where}" if sheet.field_of(person) else where))
    blank = next((f"{sheet.number}/{who}" for sheet, who in fields if not sheet.field_of(who)), "")
    screen.app.push_screen(PickBox(_("Hvis felt?"), rows, blank), chosen)


def _fields(state: Placemat) -> list[tuple[Sheet, str]]:
    """Every field there is, also of those who have left it."""
    found = []
    for sheet in state.sheets:
        left = (field.person for field in sheet.fields if field.person not in sheet.people)
        found += [(sheet, person) for person in (*sheet.people, *left)]
    return found


def _write_middle(screen: "PlacematScreen", sheet: Sheet) -> None:
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    def done(text: str | None) -> None:
        if text is not None and screen.change_placemat(
            lambda state, _at: write_middle(state, sheet.number, text), _("midten skrevet")
        ):
            say(screen.app, _("Midten er gemt."), seconds=2)

    form = f"placemat/{screen.round_id}/middle/{sheet.number}"
    kind = Kind(form, noted("Midten"), noted("Hvad er gruppen blevet enig om?"))
    where = group_words(sheet.number) if len(screen.placemat.sheets) > 1 else ""
    screen.app.push_screen(WordsScreen(kind, where, sheet.middle, may_empty=True), done)


def _write_field(screen: "PlacematScreen", sheet: Sheet, person: str, name: str) -> None:
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    def done(text: str | None) -> None:
        if text is not None and screen.change_placemat(
            lambda state, _at: write_field(state, sheet.number, person, text), _("felt skrevet")
        ):
            say(screen.app, _("Feltet er gemt."), seconds=2)

    form = f"placemat/{screen.round_id}/field/{sheet.number}/{person}"
    kind = Kind(form, noted("Felt"), noted("Hvad står der i feltet?"))
    screen.app.push_screen(WordsScreen(kind, name, sheet.field_of(person), may_empty=True), done)


def _sheet(state: Placemat, number: str) -> Sheet | None:
    return next((sheet for sheet in state.sheets if str(sheet.number) == number), None)


def _with(words: str, written: str) -> str:
    """The words, and what is written there already."""
    return f"{words}: {shorten(clean_line(written), MOST_SHOWN_LETTERS)}" if written else words
