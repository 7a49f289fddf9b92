"""Mødet på midten (S28–S30): the phase, the sheets with those who sit at them, and the clocks."""

from collections.abc import Callable
from pathlib import PurePath
from random import Random
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll

from samtale_tui.basis.language import _
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_course import (
    adjust_phase,
    choose_sharing,
    is_at_the_end,
    next_phase,
    next_step,
    previous_step,
    sheet_heard,
    step_left,
    step_length,
)
from samtale_tui.method.placemat_groups import shuffle
from samtale_tui.method.placemat_phases import PHASE_STEP_SECONDS, Phase, Sharing
from samtale_tui.method.placemat_words import phase_title
from samtale_tui.method.run import Run, frame_left
from samtale_tui.tui.commands import Command, bindings_in, reworded
from samtale_tui.tui.placemat_writing import ask_for_field, ask_for_middle
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.screens.placemat_words import (
    banner_words,
    head_words,
    own_words,
    pictures,
    task_words,
    then_words,
)
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.large_letters import LargeLetters, LargeWords
from samtale_tui.tui.widgets.phase_path import PhasePath
from samtale_tui.tui.widgets.round_clocks import Countdown, RoundClocks
from samtale_tui.tui.widgets.sheets_board import SheetsBoard
from samtale_tui.tui.widgets.steady import SteadyLine, SteadyText

Change = Callable[[Placemat, float], Placemat]
"""Something that happens to it at a reading of the frame's stopwatch."""


class PlacematScreen(MethodScreen):
    """A placemat under way; nothing in it moves on by itself."""

    context = "placemat"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["method.tcss", "placemat.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_in("placemat"),
        Binding("up", "scroll_middle(-1)", show=False),
        Binding("down", "scroll_middle(1)", show=False),
    ]

    @property
    def placemat(self) -> Placemat:
        """How it stands."""
        return cast("Placemat", self.state)

    def body(self) -> ComposeResult:
        """The way of the phases; the phase with the sheets, or the middle that is heard; the clocks."""
        yield PhasePath(id="placemat-path")
        with Horizontal(id="placemat-body"):
            with Vertical(id="placemat-room"):
                yield LargeWords(id="placemat-phase")
                yield SteadyText(id="placemat-task")
                yield SheetsBoard()
                with VerticalScroll(id="placemat-heard", can_focus=False):
                    yield LargeLetters(id="placemat-middle")
            with Vertical(id="placemat-time"):
                yield RoundClocks(_("Det hele"), id="placemat-clocks")
                yield SteadyLine(id="placemat-then")

    def resized(self) -> None:
        """The part's clock is as large as the window allows."""
        self.query_one(RoundClocks).fit(self.app.size)

    def bar(self) -> tuple[Command, ...]:
        """Without what cannot be changed any more; the last phase is followed by the end."""
        bar = super().bar()
        if self.over:
            return bar
        state, hidden = self.placemat, set()
        if not state.can_be_dealt:
            hidden.add("shuffle_groups")
        if state.span_of(Phase.SHARE).steps or Phase.SHARE not in state.phases:
            hidden.add("turn_or_tell")
        if is_at_the_end(state):
            hidden.add("go_on")
        if not self.running:
            bar = tuple(sorted(bar, key=lambda each: each.id != "clock"))
        other = _("fortæl") if state.sharing is Sharing.TURN else _("drej")
        return reworded((each for each in bar if each.id not in hidden), turn_or_tell=other)

    # Painting

    def paint_state(self, state: Run) -> None:
        """The phase and what to do, the sheets, and in the round-up one group's middle."""
        this = cast("Placemat", state)
        titles = [phase_title(phase, this.sharing) for phase in this.phases]
        self.query_one(PhasePath).show(titles, this.phases.index(this.phase))
        self.query_one("#placemat-phase", LargeWords).say(phase_title(this.phase, this.sharing))
        self.query_one("#placemat-task", SteadyText).say(task_words(this, self.names))
        heard = sheet_heard(this) if this.ending is None else None
        is_read = heard is not None and bool(heard.middle)
        board = self.query_one(SheetsBoard)
        board.display = not is_read
        self.query_one("#placemat-heard").display = is_read
        self.query_one("#placemat-phase").set_class(is_read, "-gone")
        if heard and is_read:
            self.query_one("#placemat-middle", LargeLetters).say(heard.middle)
        else:
            board.show(pictures(this, self.names))

    def paint_clocks(self, state: Run, reading: float) -> None:
        """The clock of the phase or of its part, and of it all; below, the phase's or what comes then."""
        this = cast("Placemat", state)
        frame = Countdown(frame_left(this, reading), this.frame_seconds)
        clocks = self.query_one(RoundClocks)
        if this.ending:
            clocks.show(_("Slut"), None, frame)
        else:
            clocks.show(head_words(this), Countdown(step_left(this, reading), step_length(this)), frame)
        self.query_one("#placemat-then", SteadyLine).say(then_words(this, reading))

    def banner_words(self, state: Run, reading: float) -> str:
        """The cue for the next turn, that time is up, or that a group is too small."""
        return banner_words(cast("Placemat", state), reading)

    def own_words(self, state: Run, reading: float) -> str:
        """What to say, and whether the phases take longer than there is time."""
        return own_words(cast("Placemat", state), reading)

    def rings_for(self, state: Run, reading: float) -> object:
        """The phase or its part, when its time is gone."""
        this = cast("Placemat", state)
        return (this.phase, len(this.span.steps)) if step_left(this, reading) <= 0 else None

    # Commands

    def change_placemat(self, change: Change, label: str) -> bool:
        """Change it by a function of the method; whether anything changed."""
        return self.change_at(lambda state, at: change(cast("Placemat", state), at), label)

    def action_go_on(self) -> None:
        """The next turn, teller or group; after the last one the next phase."""
        if not self.change_placemat(next_step, _("gik videre")) and not self.over and not self.live.read_only:
            say(self.app, _("Det var det sidste. x slutter og viser, hvad der kom ud af det."))

    def action_go_back(self) -> None:
        """The part or phase before."""
        self.change_placemat(previous_step, _("gik tilbage"))

    def action_skip_phase(self) -> None:
        """The next phase, whatever is left of this one."""
        self.change_placemat(next_phase, _("næste fase"))

    def action_more_time(self) -> None:
        """Half a minute more for the phase."""
        self.change_placemat(_by(PHASE_STEP_SECONDS), _("fasens tid ændret"))

    def action_less_time(self) -> None:
        """Half a minute less for the phase."""
        self.change_placemat(_by(-PHASE_STEP_SECONDS), _("fasens tid ændret"))

    def action_turn_or_tell(self) -> None:
        """From turning the sheet to telling in turn, or back, until the first turn is over."""
        if self.over:
            return
        other = Sharing.TELL if self.placemat.sharing is Sharing.TURN else Sharing.TURN
        label = _("drej eller fortæl")
        if not self.change_placemat(lambda state, _at: choose_sharing(state, other), label):
            say(self.app, _("I er i gang; første omgang er allerede slut."))

    def action_shuffle_groups(self) -> None:
        """Other people together, until they write."""
        if self.over or not self.may_write():
            return
        rng = Random()
        if self.change_placemat(lambda state, _at: shuffle(state, rng), _("grupper blandet")):
            say(self.app, _("Grupperne er blandet."), seconds=2)
        elif not self.placemat.can_be_dealt:
            say(self.app, _("I er gået i gang; g flytter den enkelte."))

    def action_write_middle(self) -> None:
        """Type in what a group agreed on."""
        if not self.over and self.may_write():
            ask_for_middle(self)

    def action_write_field(self) -> None:
        """Type in what stands in a field."""
        if not self.over and self.may_write():
            ask_for_field(self)

    def action_arrange(self) -> None:
        """Who sits at which sheet."""
        self._open_box(on_times=False)

    def action_set_round(self) -> None:
        """The time of it all and of each phase."""
        self._open_box(on_times=True)

    def _open_box(self, *, on_times: bool) -> None:
        if self.over or not self.may_write():
            return
        from samtale_tui.tui.screens.placemat_box import PlacematBox

        def keep(change: Callable[[Placemat], Placemat], label: str) -> Placemat:
            self.change_placemat(lambda state, _at: change(state), label)
            return self.placemat

        self.app.push_screen(PlacematBox(self.placemat, keep, on_times=on_times))

    def action_scroll_middle(self, by: int) -> None:
        """Up and down in a middle that is longer than the screen."""
        heard = self.query_one("#placemat-heard", VerticalScroll)
        heard.scroll_relative(y=by, animate=False)


def _by(seconds: float) -> Change:
    """Lets the phase that is on have so many seconds more."""
    return lambda state, _at: adjust_phase(state, seconds)
