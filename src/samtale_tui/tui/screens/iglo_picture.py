"""What the list of ideas and the board of an IGLO show, made from the conversation (S31–S34)."""

from textual.content import Content

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.conversation.iglo_commands import action_of_note
from samtale_tui.conversation.model import Conversation
from samtale_tui.method.iglo import Iglo, idea_of
from samtale_tui.method.iglo_board import note_of, notes_on
from samtale_tui.method.iglo_parts import Idea, IgloNote
from samtale_tui.method.iglo_words import ANSWERS, answered, grounds_words, level_texts, place_words
from samtale_tui.tui.screens.iglo_note import form_of
from samtale_tui.tui.screens.iglo_words import lacks_words
from samtale_tui.tui.widgets.iglo_lines import Floor, Slip, Square


def idea_line(state: Iglo, idea: Idea) -> Content:
    """A dot that is full where the idea was chosen; why, and how many notes it has."""
    mark = ("● ", "$primary") if idea.chosen else ("○ ", "$text-muted")
    notes = sum(note.idea == idea.id for note in state.notes)
    after = [grounds_words(idea.chosen)] if idea.chosen else []
    if notes:
        after.append(n_("1 seddel", "{n} sedler", notes))
    if idea.agreement and not idea.chosen:
        after.append(_("fra en aftale"))
    said = f"  {' · '.join(after)}" if after else ""
    return Content.assemble(mark, (clean_line(idea.text), "bold"), (said, "$text-muted"))


def chosen_words(state: Iglo) -> str:
    """The idea whose board is on, and why it was chosen."""
    idea = idea_of(state, state.idea)
    if idea is None:
        return ""
    grounds = grounds_words(idea.chosen) if idea.chosen else ""
    return " · ".join(part for part in (clean_line(idea.text), grounds) if part)


def floors_of(conversation: Conversation, round_id: str, state: Iglo) -> tuple[Floor, ...]:
    """The board that is on: the levels from above, each with its two squares."""

    def square(level: IgloLevel, horizon: Horizon) -> Square:
        idea = state.idea or ""
        form = form_of(round_id, idea, level, horizon) + "/"
        half = any(name.startswith(form) for name in conversation.drafts)
        notes = notes_on(state, idea, level, horizon)
        return Square(tuple(_slip(conversation, round_id, note) for note in notes), half)

    return tuple(
        Floor(text.title, text.explain, (square(text.level, Horizon.SHORT), square(text.level, Horizon.LONG)))
        for text in level_texts(state.levels)
    )


def detail_words(
    conversation: Conversation, round_id: str, marked: str | None, square: tuple[IgloLevel, Horizon]
) -> str:
    """What is said of the marked note; in an empty square, whose it is."""
    each = conversation.round_by_id(round_id)
    state = each.iglo if each else None
    if state is None:
        return ""
    note = note_of(state, marked)
    if note is None:
        place = place_words(*square, state.levels)
        return _("{place}: ⏎ skriver den første seddel her.").format(place=place)
    action = action_of_note(conversation, round_id, note.id)
    ids = [each.id for each in conversation.actions]
    made = _("✓ Handling {n} i planen").format(n=ids.index(action.id) + 1) if action else ""
    return " · ".join(part for part in (made, clean_line(note.what), lacks_words(note)) if part)


def _slip(conversation: Conversation, round_id: str, note: IgloNote) -> Slip:
    acted = action_of_note(conversation, round_id, note.id) is not None
    words = note.what or note.how or note.who or _("(uden ord)")
    return Slip(note.id, clean_line(words), f"{answered(note)}/{ANSWERS}", acted)
