"""What the observers saw, and what was said at the round-up (S40); it is weak when nobody harvests."""

from samtale_tui.basis.text import clean_prose
from samtale_tui.method.fishbowl import ROUND_UP, Fishbowl, Note, Phase


def note_sitting(s: Fishbowl) -> int:
    """Where a note written now belongs: the sitting that goes on or is spoken of, or ``ROUND_UP``."""
    return ROUND_UP if s.phase is Phase.ROUND_UP else len(s.sittings)


def notes_of(s: Fishbowl, sitting: int) -> tuple[Note, ...]:
    """What is written of a sitting, or of the round-up, in order."""
    return tuple(note for note in s.notes if note.sitting == sitting)


def add_note(s: Fishbowl, sitting: int, text: str, by: str = "") -> Fishbowl:
    """Something more that was seen.

    Args:
        s: the run.
        sitting: its number from 1, or ``ROUND_UP``; one that has not begun changes nothing.
        text: what it was; blank changes nothing.
        by: id of who saw it, or nobody's.
    """
    if s.ending or not ROUND_UP <= sitting <= len(s.sittings) or not clean_prose(text):
        return s
    number = s.notes_made + 1
    note = Note(id=f"o{number}", sitting=sitting, text=text, by=by)
    return s.but(notes=(*s.notes, note), notes_made=number)


def reword_note(s: Fishbowl, id_: str, text: str, by: str = "") -> Fishbowl:
    """A note in other words; a blank one is taken out."""
    if s.ending:
        return s
    if not clean_prose(text):
        return drop_note(s, id_)
    notes = tuple(each.but(text=text, by=by) if each.id == id_ else each for each in s.notes)
    return s if notes == s.notes else s.but(notes=notes)


def drop_note(s: Fishbowl, id_: str) -> Fishbowl:
    """Without that note."""
    notes = tuple(each for each in s.notes if each.id != id_)
    return s if s.ending or notes == s.notes else s.but(notes=notes)
