"""IGLO (S31–S35): one idea at a time, a board of four levels and two horizons, and what comes of it.

Ideas come first, for the method gets none by itself: they are taken from the agreements or written. One is
chosen, the most important or the easiest; its board is filled with notes (``iglo_board``); then the next one.
Nothing of an earlier idea is lost, and its board can be gone back to.
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, ClassVar, Self

from pydantic import Field as Bound
from pydantic import model_validator

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_prose
from samtale_tui.basis.words import MethodName
from samtale_tui.method.iglo_parts import (
    Grounds,
    Idea,
    IdeaId,
    IgloNote,
    IgloStep,
    LevelText,
    Thought,
)
from samtale_tui.method.iglo_words import few_or_many_words, place_words
from samtale_tui.method.run import Harvest, Run

SHORT_FRAME_SECONDS = 15 * 60
"""In less than this, one idea is enough."""


class Iglo(Run):
    """An IGLO under way. The board is everybody's: what one who goes hung up stays."""

    method: ClassVar[MethodName] = MethodName.IGLO

    levels: tuple[LevelText, ...] = ()
    """What the deck called the levels when it began (``iglo_words.level_texts`` gives all four)."""
    step: IgloStep = IgloStep.IDEAS
    """Where they are."""
    ideas: tuple[Idea, ...] = ()
    """The ideas, in order."""
    idea: IdeaId | None = None
    """The idea that was chosen last, or gone back to; none before the first choice."""
    notes: tuple[IgloNote, ...] = ()
    """What hangs on the boards of all ideas, in the order in which it was hung up."""
    numbered: Annotated[int, Bound(ge=0)] = 0
    """The highest number that an idea or a note had, so that none stands for another that is gone."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        ideas = {idea.id for idea in self.ideas}
        if len(ideas) != len(self.ideas):
            raise ValueError("ideas_twice")
        if len({note.id for note in self.notes}) != len(self.notes):
            raise ValueError("notes_twice")
        if len({text.level for text in self.levels}) != len(self.levels):
            raise ValueError("levels_twice")
        if any(note.idea not in ideas for note in self.notes):
            raise ValueError("note_without_idea")
        if self.idea is not None and self.idea not in ideas:
            raise ValueError("idea_unknown")
        if self.step is IgloStep.BOARD and self.idea is None:
            raise ValueError("board_without_idea")
        return self

    def harvest(self) -> tuple[Harvest, ...]:
        """The notes, idea by idea, with what they became; then the written ideas that had no turn.

        An idea that was taken from an agreement is one already, and is left out.
        """
        notes = (note for idea in self.ideas for note in self.notes if note.idea == idea.id)
        written = tuple(
            Harvest(note.id, said, place_words(note.level, note.horizon, self.levels), note.action)
            for note in notes
            if (said := note.what or note.how)
        )
        waiting = tuple(
            Harvest(idea.id, idea.text, _("Idé, der ikke kom på tavlen"))
            for idea in waiting_ideas(self)
            if not idea.agreement
        )
        return written + waiting


def propose(
    people: Sequence[str],
    frame_seconds: float,
    *,
    levels: Iterable[LevelText] = (),
    last: Iglo | None = None,
) -> Iglo:
    """An IGLO about to begin, with the ideas that had no turn the last time.

    Args:
        people: ids of those present, clockwise in their seats; at least one.
        frame_seconds: the time agreed for the whole of it.
        levels: what the deck calls the levels, and how it explains them.
        last: the last IGLO; none the first time.
    """
    waiting = waiting_ideas(last) if last else ()
    ideas = tuple(
        Idea(id=f"i{number}", text=idea.text, agreement=idea.agreement)
        for number, idea in enumerate(waiting, 1)
    )
    return Iglo(
        people=tuple(people),
        frame_seconds=frame_seconds,
        levels=tuple(levels),
        ideas=ideas,
        numbered=len(ideas),
    )


def advice(s: Iglo) -> str:
    """Why the method is weak here, and what helps; empty where all is well."""
    short = s.frame_seconds < SHORT_FRAME_SECONDS
    words = (
        few_or_many_words(len(s.people)),
        _("Der er kort tid. Nøjes med én idé, og gør den færdig.") if short else "",
    )
    return " ".join(each for each in words if each)


def idea_of(s: Iglo, idea_id: str | None) -> Idea | None:
    """An idea by its id; none where there is none."""
    return next((idea for idea in s.ideas if idea.id == idea_id), None)


def next_number(s: Iglo) -> int:
    """A number that no idea or note has, or had."""
    ids = (*(idea.id for idea in s.ideas), *(note.id for note in s.notes))
    return 1 + max(s.numbered, *(int(each[1:]) for each in ids), 0)


def has_notes(s: Iglo, idea_id: str) -> bool:
    """Whether something hangs on the board of an idea."""
    return any(note.idea == idea_id for note in s.notes)


def waiting_ideas(s: Iglo) -> tuple[Idea, ...]:
    """Those that have not been chosen yet."""
    return tuple(idea for idea in s.ideas if idea.chosen is None)


def add_idea(s: Iglo, text: str, agreement: str = "") -> Iglo:
    """One more idea, last; nothing for empty words, nor for an agreement that is an idea already."""
    words = clean_prose(text)
    taken = agreement and any(idea.agreement == agreement for idea in s.ideas)
    if s.ending or not words or taken:
        return s
    number = next_number(s)
    made = Idea(id=f"i{number}", text=words, agreement=agreement)
    return s.but(ideas=(*s.ideas, made), numbered=number)


def reword_idea(s: Iglo, idea_id: str, text: str) -> Iglo:
    """An idea in other words; empty words leave it as it was."""
    words = clean_prose(text)
    return _with_idea(s, idea_id, text=words) if words else s


def drop_idea(s: Iglo, idea_id: str, *, with_notes: bool = False) -> Iglo:
    """An idea taken off the list. One that has notes stays, unless they are to go with it.

    What its notes became in the plan stays there.
    """
    if s.ending or idea_of(s, idea_id) is None or (has_notes(s, idea_id) and not with_notes):
        return s
    ideas = tuple(idea for idea in s.ideas if idea.id != idea_id)
    notes = tuple(note for note in s.notes if note.idea != idea_id)
    was_on = s.idea == idea_id
    step = IgloStep.CHOOSE if was_on and s.step is IgloStep.BOARD else s.step
    return s.but(
        ideas=ideas,
        notes=notes,
        idea=None if was_on else s.idea,
        step=step if ideas else IgloStep.IDEAS,
    )


def choose(s: Iglo, idea_id: str, grounds: Grounds) -> Iglo:
    """An idea chosen, and why; its board is on the table (S32)."""
    if s.ending or idea_of(s, idea_id) is None:
        return s
    return _if_new(s, _with_idea(s, idea_id, chosen=grounds).but(idea=idea_id, step=IgloStep.BOARD))


def back_to_board(s: Iglo, idea_id: str) -> Iglo:
    """The board of an idea that was chosen earlier, as it was left (S35)."""
    idea = idea_of(s, idea_id)
    if s.ending or idea is None or idea.chosen is None:
        return s
    return _if_new(s, s.but(idea=idea_id, step=IgloStep.BOARD))


def next_idea(s: Iglo) -> Iglo:
    """On to the choice of another idea; to the list where none waits (S35)."""
    return go_to(s, IgloStep.CHOOSE if waiting_ideas(s) else IgloStep.IDEAS)


def go_to(s: Iglo, step: IgloStep) -> Iglo:
    """Another part of the method; nothing where there is no idea to choose, or no board yet."""
    lacking = (step is IgloStep.CHOOSE and not s.ideas) or (step is IgloStep.BOARD and s.idea is None)
    return s if s.ending or lacking or s.step is step else s.but(step=step)


def talk_about(s: Iglo, idea_id: str, thought: Thought) -> Iglo:
    """One of the six things ticked as talked about for an idea, or not after all."""
    idea = idea_of(s, idea_id)
    if idea is None:
        return s
    talked = set(idea.talked) ^ {thought}
    return _with_idea(s, idea_id, talked=tuple(each for each in Thought if each in talked))


def _with_idea(s: Iglo, idea_id: str, **changes: object) -> Iglo:
    ideas = tuple(idea.but(**changes) if idea.id == idea_id else idea for idea in s.ideas)
    return s if s.ending else _if_new(s, s.but(ideas=ideas))


def _if_new(s: Iglo, changed: Iglo) -> Iglo:
    return s if changed == s else changed
