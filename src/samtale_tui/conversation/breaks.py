"""Breaks as people write them: "10 min efter 45", "efter 1 time", "et kvarter efter halvanden time"."""

import re

from pydantic import ValidationError

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.basis.time_lengths import read_length
from samtale_tui.conversation.framing import MOST_BREAK_MINUTES, Break

USUAL_MINUTES = 10
"""How long a break lasts where only its beginning is written."""
MOST_BREAKS = 12

_SHOWN_LETTERS = 40
_AFTER = r"(?:efter|after)"
_BETWEEN = rf"[;,\n]| (?:og|and) (?=(?:(?! og | and ).)*\b{_AFTER}\b)"
_LENGTH_FIRST = re.compile(
    r"(?:(?:en )?(?:pause|break) (?:på |i |of |for )?)?(?P<minutes>.+?)(?: (?:pause|break))?"
    rf" {_AFTER} (?P<after>.+)"
)
_BEGINNING_FIRST = re.compile(
    rf"(?:(?:en )?(?:pause|break) )?{_AFTER} (?P<after>.+?)(?: ?(?:\bi|\bpå|\bfor|:) (?P<minutes>.+))?"
)


class BreakError(SamtaleError):
    """What stands there is no break, or one that cannot be; says how one can be written."""

    def __init__(self, message: str) -> None:
        remedy = _("Skriv for eksempel »10 min efter 45«; flere skilles med komma.")
        super().__init__(_("Pausen kan ikke læses"), message, remedy)


def read_breaks(text: str) -> tuple[Break, ...]:
    """The breaks that are meant, in the order in which they come; none where nothing is written.

    Numbers alone are minutes, and what comes after "efter" is counted from when the conversation begins.
    A break without a length lasts ``USUAL_MINUTES``.

    Raises:
        BreakError: something there is no break, or they are too many.
    """
    line = re.sub(r"\s+", " ", re.sub(r"\s*\n\s*", ";", text.strip())).lower()
    parts = [part.strip(" .") for part in re.split(_BETWEEN, line) if part.strip(" .")]
    if len(parts) > MOST_BREAKS:
        raise BreakError(n_("Højst 1 pause.", "Højst {n} pauser.", MOST_BREAKS))
    found = {(each.after, each.minutes): each for each in map(_break, parts)}
    return tuple(found[key] for key in sorted(found))


def show_break(each: Break) -> str:
    """As it was read: "Pause i 10 minutter efter 45 minutter"."""
    return _("Pause i {minutes} efter {after}").format(
        after=_minutes_words(each.after), minutes=_minutes_words(each.minutes)
    )


def as_typed(breaks: tuple[Break, ...]) -> str:
    """As one would write them; ``read_breaks`` reads it as the same."""
    words = _("{minutes} min efter {after}")
    return ", ".join(words.format(minutes=each.minutes, after=each.after) for each in breaks)


def _break(part: str) -> Break:
    match = _BEGINNING_FIRST.fullmatch(part) or _LENGTH_FIRST.fullmatch(part)
    after = read_length(match["after"]) if match else None
    minutes = read_length(match["minutes"]) if match and match["minutes"] else USUAL_MINUTES
    if after is None or minutes is None:
        shown = shorten(clean_line(part[: 4 * _SHOWN_LETTERS]), _SHOWN_LETTERS)
        raise BreakError(_("Jeg kan ikke læse »{text}« som en pause.").format(text=shown))
    try:
        return Break(after=after, minutes=minutes)
    except ValidationError:
        words = _("En pause varer 1 til {most} minutter og begynder inden for et døgn.")
        raise BreakError(words.format(most=MOST_BREAK_MINUTES)) from None


def _minutes_words(minutes: int) -> str:
    return n_("1 minut", "{n} minutter", minutes)
