"""The board of an IGLO: notes on four levels, short and long term (S33, S34)."""

from samtale_tui.basis.language import _
from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.method.iglo import Iglo, idea_of, next_number
from samtale_tui.method.iglo_parts import IgloNote
from samtale_tui.method.iglo_words import level_texts


def note_of(s: Iglo, note_id: str | None) -> IgloNote | None:
    """A note by its id; none where there is none."""
    return next((note for note in s.notes if note.id == note_id), None)


def notes_on(s: Iglo, idea_id: str, level: IgloLevel, horizon: Horizon) -> tuple[IgloNote, ...]:
    """What hangs in one square of an idea's board."""
    here = (idea_id, level, horizon)
    return tuple(note for note in s.notes if (note.idea, note.level, note.horizon) == here)


def next_note_id(s: Iglo) -> str:
    """An id that no note has, or had."""
    return f"s{next_number(s)}"


def put_note(s: Iglo, note: IgloNote) -> Iglo:
    """A note as it is now: in its place where it hangs already, else last.

    A new one with nothing on it is not hung up, nor one for an idea that is not there. What action it became
    is not for the one who writes it to say: that stays as it was (``became``).
    """
    old = note_of(s, note.id)
    if s.ending or idea_of(s, note.idea) is None or (old is None and note.is_blank):
        return s
    kept = note.but(action=old.action if old else "")
    if old is None:
        return s.but(notes=(*s.notes, kept), numbered=max(s.numbered, int(note.id[1:])))
    return _replaced(s, kept)


def drop_note(s: Iglo, note_id: str) -> Iglo:
    """A note taken down. What it became in the plan stays there."""
    if s.ending or note_of(s, note_id) is None:
        return s
    return s.but(notes=tuple(note for note in s.notes if note.id != note_id))


def became(s: Iglo, note_id: str, action_id: str) -> Iglo:
    """A note that has become an action of the plan; with no id, one that is free again.

    This one thing also holds in an IGLO that is over, as the plan goes on after it.
    """
    note = note_of(s, note_id)
    return s if note is None else _replaced(s, note.but(action=action_id))


def empty_levels(s: Iglo, idea_id: str) -> tuple[IgloLevel, ...]:
    """The levels on which nothing hangs for an idea."""
    used = {note.level for note in s.notes if note.idea == idea_id}
    return tuple(level for level in IgloLevel if level not in used)


def empty_words(s: Iglo, idea_id: str) -> str:
    """A sentence that points the empty levels out; empty where all four have something."""
    empty = empty_levels(s, idea_id)
    if len(empty) == len(IgloLevel):
        return _("Tavlen er tom. Begynd dér, hvor det er lettest.")
    titles = ", ".join(text.title for text in level_texts(s.levels) if text.level in empty)
    return _("Endnu ingen sedler: {levels}. Hvad kan der ske dér?").format(levels=titles) if empty else ""


def _replaced(s: Iglo, note: IgloNote) -> Iglo:
    notes = tuple(note if each.id == note.id else each for each in s.notes)
    return s if notes == s.notes else s.but(notes=notes)
