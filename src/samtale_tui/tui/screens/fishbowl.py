"""The fishbowl (S40): who sits inside and who round them, the sitting's clock, what the outer circle saw."""

from pathlib import PurePath
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList

from samtale_tui.basis.language import _
from samtale_tui.conversation.rounds import Round
from samtale_tui.method import fishbowl_notes as notes
from samtale_tui.method import fishbowl_steps as steps
from samtale_tui.method.fishbowl import ROUND_UP, Fishbowl, Note, Phase
from samtale_tui.method.fishbowl_times import step_left, step_length
from samtale_tui.method.fishbowl_words import circle_name
from samtale_tui.method.run import Run, frame_is_up, frame_left
from samtale_tui.tui import fishbowl_writing as writing
from samtale_tui.tui.commands import Command, bindings_in, reworded
from samtale_tui.tui.screens.fishbowl_words import (
    asked_words,
    banner_words,
    halves_words,
    head_words,
    notes_words,
    own_words,
)
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.bowl import Bowl
from samtale_tui.tui.widgets.bowl_list import Seated
from samtale_tui.tui.widgets.round_clocks import Countdown, RoundClocks, left_words
from samtale_tui.tui.widgets.seen_list import SeenList
from samtale_tui.tui.widgets.steady import SteadyText

EARLY = {
    Phase.SITTING: frozenset[str](),
    Phase.DEBRIEF: frozenset({"extend", "next_phase", "catch"}),
    Phase.ROUND_UP: frozenset({"extend", "catch", "close_round"}),
}
"""Commands that come first in the bar, in its own order."""


class FishbowlScreen(MethodScreen):
    """A fishbowl."""

    context = "fishbowl"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["method.tcss", "fishbowl.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("fishbowl")]

    @property
    def bowl(self) -> Fishbowl:
        """How it stands."""
        return cast("Fishbowl", self.state)

    def body(self) -> ComposeResult:
        """The bowl and the clocks; in a debrief what was seen."""
        with Horizontal(id="fishbowl-body"):
            with Vertical(id="fishbowl-main"):
                yield SteadyText(id="fishbowl-line")
                yield Bowl(id="bowl")
                yield SteadyText(id="fishbowl-asked")
                yield SeenList(id="seen")
                yield SteadyText(id="fishbowl-empty")
                yield SteadyText(id="fishbowl-halves")
            yield RoundClocks(_("Det hele"), id="fishbowl-clocks")

    def resized(self) -> None:
        """The clock is as large as the window allows."""
        self.query_one(RoundClocks).fit(self.app.size)

    def question(self, each: Round) -> str:
        """What they talk about now."""
        return cast("Fishbowl", each.state).topic or super().question(each)

    def bar(self) -> tuple[Command, ...]:
        """The word for going on says where to; while they tell what they saw, writing it down comes early."""
        bar = super().bar()
        if self.over:
            return bar
        s = self.bowl
        hidden = {"next_phase"} if s.phase is Phase.ROUND_UP else set()
        words = _("hør, hvad de så") if s.phase is Phase.SITTING and s.outer else _("videre")
        shown = [each for each in bar if each.id not in hidden]
        if EARLY[s.phase]:
            shown.sort(key=lambda each: each.id not in EARLY[s.phase])
        return reworded(shown, next_phase=words)

    # Painting

    def paint_state(self, state: Run) -> None:
        """The bowl, what the outer circle is asked, what it saw."""
        s = cast("Fishbowl", state)
        asking = s.phase is not Phase.SITTING
        self.query_one("#fishbowl-body").set_class(asking, "-asking")
        self.query_one(Bowl).show(_seated(s, self.names))
        asked = self.query_one("#fishbowl-asked", SteadyText)
        words = asked_words(s)
        asked.display = bool(words)
        asked.say(words)
        self._paint_seen(s, asking=asking)

    def _paint_seen(self, s: Fishbowl, *, asking: bool) -> None:
        shown = _notes_shown(s) if asking else ()
        seen = self.query_one(SeenList)
        seen.show(shown, self.names)
        seen.display = bool(shown)
        empty = self.query_one("#fishbowl-empty", SteadyText)
        empty.display = asking and not shown
        empty.say(_("c skriver op, hvad der bliver sagt."))
        if bool(shown) != seen.has_focus:
            self.set_focus(seen if shown else None)

    def paint_clocks(self, state: Run, reading: float) -> None:
        """What is left of this, and of it all."""
        s = cast("Fishbowl", state)
        head, left = head_words(s), frame_left(s, reading)
        part = Countdown(step_left(s, reading), step_length(s))
        clocks = self.query_one(RoundClocks)
        clocks.show(head, None if s.ending else part, Countdown(left, s.frame_seconds))
        whole = _("det hele {time}").format(time=left_words(left))
        parts = (head, whole) if s.ending else (head, left_words(part.left), whole)
        self.query_one("#fishbowl-line", SteadyText).say(" · ".join(parts))
        halves = self.query_one("#fishbowl-halves", SteadyText)
        words = halves_words(s, reading)
        halves.display = bool(words)
        halves.say(words)

    def banner_words(self, state: Run, reading: float) -> str:
        """That a time is up, and who listens."""
        return banner_words(cast("Fishbowl", state), reading)

    def own_words(self, state: Run, reading: float) -> str:
        """What to say now, and who sat inside how long."""
        s = cast("Fishbowl", state)
        said = own_words(s, reading, self.names, bell=self.value.bell)
        written = notes_words(s) if s.phase is Phase.SITTING else ""
        return " · ".join(part for part in (said, written) if part)

    def rings_for(self, state: Run, reading: float) -> object:
        """The sitting or the debrief, when its time is gone; then all of it."""
        s = cast("Fishbowl", state)
        if frame_is_up(s, reading):
            return "frame"
        return (s.phase, len(s.sittings)) if step_left(s, reading) <= 0 else None

    # Commands

    def action_next_phase(self) -> None:
        """Sitting, debrief, the next circle's sitting, round-up."""
        self.change_at(lambda state, at: steps.next_step(cast("Fishbowl", state), at), _("videre"))

    def action_previous_phase(self) -> None:
        """As if the last step had not been taken."""
        self.change_at(
            lambda state, at: steps.previous_step(cast("Fishbowl", state), at), _("et skridt tilbage")
        )

    def action_swap(self) -> None:
        """The next circle goes inside at once."""
        if self.change_at(lambda state, at: steps.swap(cast("Fishbowl", state), at), _("kredsene byttet")):
            words = _("{circle} sidder nu inde.")
            say(self.app, words.format(circle=circle_name(self.bowl, self.bowl.inside)), seconds=2)
        elif not self.over:
            say(self.app, _("Der er ingen at bytte med."))

    def action_sum_up(self) -> None:
        """All talk together."""
        self.change_at(lambda state, at: steps.round_up(cast("Fishbowl", state), at), _("opsamling"))

    def action_longer_sitting(self) -> None:
        """Half a minute more."""
        self._adjust(steps.STEP_SECONDS)

    def action_shorter_sitting(self) -> None:
        """Half a minute less."""
        self._adjust(-steps.STEP_SECONDS)

    def _adjust(self, seconds: float) -> None:
        self.change(lambda state: steps.adjust(cast("Fishbowl", state), seconds), _("tiden ændret"))

    def action_seats(self) -> None:
        """One goes in, one goes out."""
        if not self.over and self.may_write():
            from samtale_tui.tui.screens.seats import SeatsBox

            self.app.push_screen(SeatsBox(self.round_id))

    def action_new_topic(self) -> None:
        """Another topic."""
        if not self.over and self.may_write():
            writing.write_new_topic(self)

    def action_task(self) -> None:
        """What the outer circle looks for."""
        if not self.over and self.may_write():
            writing.choose_task(self)

    def action_catch(self) -> None:
        """Write down what was seen; when it is over, as for any method."""
        if self.over:
            super().action_catch()
        elif self.may_write():
            writing.write_seen(self)

    @on(OptionList.OptionSelected)
    def action_edit_seen(self) -> None:
        """The marked note in other words."""
        note = self._marked
        if note and not self.over and self.may_write():
            writing.write_seen_anew(self, note)

    def action_drop_seen(self) -> None:
        """Without the marked note."""
        note = self._marked
        if note and self.change(
            lambda state: notes.drop_note(cast("Fishbowl", state), note.id), _("det skrevne slettet")
        ):
            say(self.app, _("Slettet. u fortryder."))

    @property
    def _marked(self) -> Note | None:
        marked = self.query_one(SeenList)
        id_ = marked.marked if marked.display else None
        return next((note for note in self.bowl.notes if note.id == id_), None)


def _seated(s: Fishbowl, names: dict[str, str]) -> Seated:
    """Inside, round them, and who talks; in the round-up all sit in one circle."""
    called = tuple(names.get(person, person) for person in s.people)
    by_id = dict(zip(s.people, called, strict=True))
    if s.phase is Phase.ROUND_UP:
        return Seated((), called, inner_talks=False, outer_talks=True)
    sitting = s.phase is Phase.SITTING
    inner = tuple(by_id[person] for person in s.inner)
    outer = tuple(by_id[person] for person in s.outer)
    return Seated(inner, outer, inner_talks=sitting, outer_talks=not sitting)


def _notes_shown(s: Fishbowl) -> tuple[tuple[str, Note], ...]:
    """Of this sitting; in the round-up all, each with where it stands."""
    if s.phase is not Phase.ROUND_UP:
        return tuple(("", note) for note in notes.notes_of(s, len(s.sittings)))
    seen = [note for note in s.notes if note.sitting != ROUND_UP]
    in_order = (*sorted(seen, key=lambda note: note.sitting), *notes.notes_of(s, ROUND_UP))
    sitting = _("Omgang {number}")
    return tuple((sitting.format(number=note.sitting) if note.sitting else "", note) for note in in_order)
