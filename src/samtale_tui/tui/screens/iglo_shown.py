"""What the room sees of an IGLO: the list of ideas, or the board of the one that was chosen (S31–S34)."""

from pathlib import PurePath
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList

from samtale_tui.basis.language import _
from samtale_tui.basis.words import Horizon, IgloLevel, horizon_title
from samtale_tui.conversation.iglo_commands import (
    agreements_for_ideas,
)
from samtale_tui.method.iglo import Iglo, idea_of
from samtale_tui.method.iglo_parts import Idea, IgloStep
from samtale_tui.method.run import Run, frame_left
from samtale_tui.tui.commands import Command, reworded
from samtale_tui.tui.screens.iglo_picture import chosen_words, detail_words, floors_of, idea_line
from samtale_tui.tui.screens.iglo_words import banner_words, none_words, own_words, steps_words
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.widgets.idea_list import IdeaList
from samtale_tui.tui.widgets.iglo_board import IgloBoard
from samtale_tui.tui.widgets.round_clocks import frame_bar, left_words, look
from samtale_tui.tui.widgets.steady import SteadyText

ONLY_ON = {
    IgloStep.IDEAS: frozenset({"iglo_things", "iglo_back"}),
    IgloStep.CHOOSE: frozenset({"iglo_things", "iglo_act", "iglo_reword"}),
    IgloStep.BOARD: frozenset({"iglo_easiest", "iglo_reword"}),
}
"""Commands that the bar leaves out on a step."""


class IgloShown(MethodScreen):
    """What the room sees of an IGLO; ``IgloScreen`` adds what can be done."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["method.tcss", "iglo.tcss"]
    _shown: tuple[IgloStep, bool] | None = None

    def body(self) -> ComposeResult:
        """Where they are and the clock; the ideas or the board; what is said of the marked one."""
        with Horizontal(id="iglo-head"):
            yield SteadyText(id="iglo-steps")
            yield SteadyText(id="iglo-clock")
        yield SteadyText(id="iglo-idea")
        yield IdeaList(id="iglo-ideas")
        yield SteadyText(id="iglo-none")
        yield IgloBoard(id="iglo-board")
        yield SteadyText(id="iglo-detail")

    @property
    def iglo(self) -> Iglo:
        """How it stands."""
        return cast("Iglo", self.state)

    @property
    def board(self) -> IgloBoard:
        """The widget."""
        return self.query_one(IgloBoard)

    @property
    def on_board(self) -> bool:
        """Whether the board is on, and not the ideas."""
        return self.this is not None and self.iglo.step is IgloStep.BOARD

    @property
    def marked_idea(self) -> Idea | None:
        """The idea that is marked; none on the board."""
        return None if self.on_board else idea_of(self.iglo, self.query_one(IdeaList).marked)

    @property
    def square(self) -> tuple[IgloLevel, Horizon]:
        """The marked square of the board."""
        spot = self.board.spot
        return list(IgloLevel)[spot.floor], list(Horizon)[spot.side]

    def bar(self) -> tuple[Command, ...]:
        """The words of the step that is on."""
        bar = super().bar()
        if self.over or not self.is_ready:
            return bar
        state = self.iglo
        hidden = set(ONLY_ON[state.step])
        if state.step is IgloStep.IDEAS and not agreements_for_ideas(self.value, self.round_id):
            hidden.add("iglo_act")
        if not state.ideas:
            hidden |= {"iglo_open", "iglo_easiest", "iglo_next", "iglo_reword"}
        if state.step is IgloStep.BOARD and self.board.marked is None:
            hidden |= {"iglo_add", "iglo_act"}
        shown = (each for each in bar if each.id not in hidden)
        return reworded(shown, **self._bar_words(state))

    def _bar_words(self, state: Iglo) -> dict[str, str]:
        if state.step is IgloStep.BOARD:
            return {
                "iglo_open": _("åbn seddel") if self.board.marked else _("ny seddel"),
                "iglo_add": _("ny seddel"),
            }
        idea = idea_of(state, self.query_one(IdeaList).marked)
        return {
            "iglo_open": _("dens tavle") if idea and idea.chosen else _("den vigtigste"),
            "iglo_add": _("ny idé"),
            "iglo_act": _("aftaler til idéer"),
            "iglo_next": _("vælg") if state.step is IgloStep.IDEAS else _("tavlen"),
        }

    # Painting

    def paint_state(self, state: Run) -> None:
        """The step, and its list or its board."""
        this = cast("Iglo", state)
        on_board = this.step is IgloStep.BOARD
        self.set_class(on_board, "-board")
        self.query_one("#iglo-steps", SteadyText).say(steps_words(this))
        if on_board:
            self.query_one("#iglo-idea", SteadyText).say(chosen_words(this))
            self._paint_board(this)
        else:
            self._paint_ideas(this)
        self._paint_detail()
        shown = (this.step, bool(this.ideas))
        if shown != self._shown:
            self._shown = shown
            self.call_after_refresh(self._take_the_keys)

    def _take_the_keys(self) -> None:
        """The list or the board has the keys, whichever is on."""
        if self.this is None:
            return
        focused = self.board if self.on_board else self.query_one(IdeaList) if self.iglo.ideas else None
        self.set_focus(focused)

    def _paint_ideas(self, state: Iglo) -> None:
        ideas = self.query_one(IdeaList)
        ideas.fill([(idea.id, idea_line(state, idea)) for idea in state.ideas])
        ideas.display = bool(state.ideas)
        none = self.query_one("#iglo-none", SteadyText)
        none.display = not state.ideas
        if not state.ideas:
            none.say(none_words(len(agreements_for_ideas(self.value, self.round_id))))

    def _paint_board(self, state: Iglo) -> None:
        heads = (horizon_title(Horizon.SHORT), horizon_title(Horizon.LONG))
        self.board.show(state.idea, floors_of(self.value, self.round_id, state), heads)

    @on(IgloBoard.Moved)
    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        if self.this is not None:
            self.board.paint_changed()
            self._paint_detail()
            self.refresh_bar()

    def _paint_detail(self) -> None:
        """What the marked note lacks; in an empty square, which levels are empty."""
        if self.on_board:
            words = detail_words(self.value, self.round_id, self.board.marked, self.square)
            self.query_one("#iglo-detail", SteadyText).say(words)

    def paint_clocks(self, state: Run, reading: float) -> None:
        """What is left of the whole, in a line."""
        left = frame_left(state, reading)
        bar = frame_bar(left, state.frame_seconds)
        shown = bar[::2] if self.app.size.width < 76 else bar
        clock = self.query_one("#iglo-clock", SteadyText)
        if clock.say(f"{left_words(left)} {shown}"):
            clock.set_classes(look(left, state.frame_seconds))

    def banner_words(self, state: Run, reading: float) -> str:
        """The question of the step, or the empty levels."""
        return banner_words(cast("Iglo", state), reading)

    def own_words(self, state: Run, reading: float) -> str:
        """What to say now."""
        return own_words(cast("Iglo", state), reading)
