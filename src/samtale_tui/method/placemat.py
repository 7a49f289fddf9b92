"""Mødet på midten, the placemat (S28–S30): each writes alone, then the group agrees on what is in the middle.

People sit in groups, each with a sheet that has a field for everyone and a middle. The phases follow each
other when the facilitator says so and never by themselves; a phase that is left and taken up again goes on
from where its clock stood, so every second belongs to exactly one phase. What can be done to it is in
``placemat_groups`` and ``placemat_course``.
"""

from collections.abc import Sequence
from typing import ClassVar, Self

from pydantic import model_validator

from samtale_tui.basis.words import MethodName
from samtale_tui.method.grouping import Groups, dealt, dealt_again
from samtale_tui.method.placemat_phases import (
    LEAST_PHASE_SECONDS,
    Phase,
    Sharing,
    Span,
    lengths,
    phases_for,
)
from samtale_tui.method.placemat_sheets import (
    Sheet,
    Sheets,
    in_use,
    numbered_anew,
    place_for,
    seated_at,
    sheets_for,
    without,
)
from samtale_tui.method.placemat_words import field_words, middle_words
from samtale_tui.method.run import (
    Ending,
    Harvest,
    Run,
    SecondsPassed,
    seated_with,
    seated_without,
    to_the_millisecond,
)

FRAME_MINUTES = 30
"""Usual frame."""


class Placemat(Run):
    """A placemat under way, or about to begin. Every time in it is a reading of the frame's stopwatch."""

    method: ClassVar[MethodName] = MethodName.PLACEMAT

    sheets: Sheets
    """The groups with their sheets, by number. Everyone present sits at exactly one."""
    sharing: Sharing = Sharing.TURN
    """How what was written gets round."""
    phase: Phase = Phase.EXPLAIN
    """What they do now; in a run that is over, what they did last."""
    phase_began: SecondsPassed = 0.0
    """Reading of the frame's stopwatch when it was last begun or taken up."""
    spans: tuple[Span, ...]
    """The time of every phase, in their order."""

    @model_validator(mode="after")
    def _everyone_sits_at_one_sheet(self) -> Self:
        seated = [person for sheet in self.sheets for person in sheet.people]
        if sorted(seated) != sorted(self.people):
            raise ValueError("people_not_in_groups")
        numbers = [sheet.number for sheet in self.sheets]
        if numbers != sorted(set(numbers)):
            raise ValueError("sheets_out_of_order")
        if [span.phase for span in self.spans] != list(Phase):
            raise ValueError("phases_out_of_order")
        return self

    # How it stands

    @property
    def groups(self) -> Groups:
        """Ids of those at each sheet."""
        return tuple(sheet.people for sheet in self.sheets)

    @property
    def largest(self) -> int:
        """People in the largest group."""
        return max(map(len, self.groups))

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases there is a use for, in their order, and the one that they are in."""
        used = phases_for(self.largest, len(self.sheets))
        return tuple(phase for phase in Phase if phase in used or phase is self.phase)

    @property
    def span(self) -> Span:
        """The time of the phase that they are in."""
        return self.span_of(self.phase)

    def span_of(self, phase: Phase) -> Span:
        """The time of one phase."""
        return next(span for span in self.spans if span.phase is phase)

    def spent_on(self, phase: Phase, at: float) -> float:
        """Seconds that a phase has taken so far."""
        open_for = self.now(at) - self.phase_began if phase is self.phase else 0.0
        return to_the_millisecond(self.span_of(phase).spent + open_for)

    def now(self, at: float) -> float:
        """The reading that counts; never one before the phase began."""
        return max(self.phase_began, self.reading(at))

    @property
    def can_be_dealt(self) -> bool:
        """Whether the groups can be dealt anew: the leader explains, and the sheets are blank and unread."""
        begun = any(sheet.is_written_on for sheet in self.sheets) or any(span.steps for span in self.spans)
        return self.ending is None and self.phase is Phase.EXPLAIN and not begun

    # What all that happens to it is made of

    def with_span(self, span: Span) -> Self:
        """The same with another span for its phase."""
        return self.but(spans=tuple(span if each.phase is span.phase else each for each in self.spans))

    def in_phase(self, phase: Phase, at: float) -> Self:
        """In that phase from now on, with what the phase that was open has taken."""
        left = self.with_span(self.span.but(spent=self.spent_on(self.phase, at)))
        return left.but(phase=phase, phase_began=self.now(at))

    def seated(self, sheets: Sheets, people: tuple[str, ...]) -> Self:
        """With these people at these sheets, of which those that nobody needs go.

        Before the writing the groups' numbers follow, and so does the time of the phases.
        """
        if not self.can_be_dealt:
            return self.but(people=people, sheets=in_use(sheets))
        return self.shared_out_like(self.but(people=people, sheets=numbered_anew(in_use(sheets))))

    def shared_out(self) -> Self:
        """The frame shared out between the phases anew, in sensible proportion."""
        each = lengths(self.frame_seconds, self.largest, len(self.sheets), self.sharing)
        spans = tuple(span.but(seconds=each[span.phase]) for span in self.spans)
        return self if self.ending or spans == self.spans else self.but(spans=spans)

    def shared_out_like(self, new: Self) -> Self:
        """The frame shared out for what is new, unless the room had set a phase itself."""
        return new.shared_out() if self.shared_out() is self else new

    # As every run

    def named(self) -> frozenset[str]:
        """Also those whose field is kept, and those who told."""
        wrote = {field.person for sheet in self.sheets for field in sheet.fields}
        told = {person for span in self.spans for step in span.steps for person in step.people}
        return frozenset(self.people) | wrote | told

    def joined(self, person: str, at: float, order: Sequence[str]) -> Self:
        """One more: at the sheet with the own field, where there is one, else in the smallest group."""
        if self.ending or person in self.people:
            return self
        people = seated_with(self.people, person, order)
        return self.seated(seated_at(self.sheets, place_for(self.sheets, person), person, people), people)

    def left(self, person: str, at: float) -> Self:
        """One less; what stands in that person's field stays on the sheet."""
        if self.ending or person not in self.people or len(self.people) == 1:
            return self
        return self.seated(without(self.sheets, person), seated_without(self.people, person))

    def closed(self, at: float, ending: Ending) -> Self:
        """The run over from now on, the open phase's time with it."""
        return self if self.ending else super(Placemat, self.in_phase(self.phase, at)).closed(at, ending)

    def harvest(self) -> tuple[Harvest, ...]:
        """Each group's middle, then the fields that were typed in; whose they are is not told (S29)."""
        several = len(self.sheets) > 1
        middles = []
        fields = []
        for sheet in self.sheets:
            number = sheet.number if several else None
            if sheet.middle:
                middles.append(Harvest(f"middle-{sheet.number}", sheet.middle, middle_words(number)))
            for field in sheet.fields:
                key = f"field-{sheet.number}-{field.person}"
                fields.append(Harvest(key, field.text, field_words(number)))
        return (*middles, *fields)


def propose(
    people: Sequence[str],
    frame_seconds: float,
    *,
    sharing: Sharing | None = None,
    last: Placemat | None = None,
) -> Placemat:
    """A placemat about to begin, its stopwatch at 0, with the frame shared out between its phases.

    Args:
        people: ids of those present, clockwise in their seats; at least one.
        frame_seconds: the time agreed for the whole of it.
        sharing: how what was written gets round; none: as last time, or by turning the sheet.
        last: the last run of this method, whose groups are kept; none the first time.

    Raises:
        pydantic.ValidationError: nobody is present, someone is there twice, or the frame is no time at all.
    """
    groups = dealt_again(last.groups, people) if last else dealt(people)
    blank = Placemat(
        people=tuple(people),
        frame_seconds=frame_seconds,
        sheets=sheets_for(groups) or (Sheet(number=1),),
        sharing=sharing or (last.sharing if last else Sharing.TURN),
        spans=tuple(Span(phase=phase, seconds=LEAST_PHASE_SECONDS) for phase in Phase),
    )
    return blank.shared_out()
