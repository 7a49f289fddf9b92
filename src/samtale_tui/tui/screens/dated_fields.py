"""The fields of a dated form, and those that an action and a note of an IGLO have in common."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Label

from samtale_tui.basis.language import _
from samtale_tui.tui.screens.dated_form import DatedForm, FieldWords, Thing
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.choice_field import optional_choice
from samtale_tui.tui.widgets.date_field import DateField
from samtale_tui.tui.widgets.entry import Entry, OneOf
from samtale_tui.tui.widgets.writing import Writing


def prose(form: DatedForm[Thing], name: str) -> ComposeResult:
    """Label and field for several lines."""
    words = form.words()[name]
    yield Label(plain_line(words.label))
    yield Writing(form.text_of(name), id=name, placeholder=words.placeholder)


def line(form: DatedForm[Thing], name: str, names: tuple[str, ...] = ()) -> ComposeResult:
    """Label and field for one line; names are proposed as one writes."""
    words = form.words()[name]
    yield Label(plain_line(words.label))
    yield Entry(form.text_of(name), id=name, placeholder=words.placeholder, suggester=OneOf(names))


def day(form: DatedForm[Thing], name: str) -> DateField:
    """Label and field for a date, and how it was read."""
    words = form.words()[name]
    stored: date | None = getattr(form.thing, name)
    return DateField(name, words.label, form.text_of(name), stored, form.live.now().day, words.placeholder)


def choice(form: DatedForm[Thing], name: str, options: Sequence[tuple[Content, str]]) -> ComposeResult:
    """Label and field with a few to choose among; it may be left empty."""
    with Vertical():
        yield Label(plain_line(form.words()[name].label))
        yield optional_choice(name, options, form.text_of(name))


def words_of_what_is_done() -> dict[str, FieldWords]:
    """What is asked of anything that somebody is to do: what, how, when, and how it is followed up."""
    return {
        "what": FieldWords(_("Hvad gør I?"), _("Noget, man kan se ske")),
        "how": FieldWords(_("Hvordan griber I det an?"), _("Gerne det første skridt")),
        "horizon": FieldWords(_("Sigt")),
        "start": FieldWords(_("Start"), _("fx i morgen, 12/3, uge 14")),
        "deadline": FieldWords(_("Frist"), _("fx om 3 uger, 12.3.2027")),
        "follow_how": FieldWords(_("Hvordan følger I op?"), _("fx første punkt på teammødet")),
        "follow_when": FieldWords(_("Hvornår følger I op?"), _("fx næste fredag")),
        "follow_who": FieldWords(_("Hvem følger op?")),
    }


def when_and_follow_up(form: DatedForm[Thing]) -> ComposeResult:
    """The dates side by side with what they were read as, and how it is followed up."""
    with Horizontal(classes="pair"):
        yield day(form, "start")
        yield day(form, "deadline")
    with Horizontal(classes="pair"):
        yield day(form, "follow_when")
        with Vertical():
            yield from line(form, "follow_who", form.people)
    yield from line(form, "follow_how")
