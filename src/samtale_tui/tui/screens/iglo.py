"""An IGLO on the screen: the list of ideas, and the board of the one that was chosen (S31–S35)."""

from collections.abc import Callable
from pathlib import PurePath
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import OptionList

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.words import Horizon, IgloLevel, horizon_title
from samtale_tui.conversation.iglo_commands import (
    act_on_note,
    action_of_note,
    agreements_for_ideas,
    take_agreements,
)
from samtale_tui.method import iglo
from samtale_tui.method.iglo import Iglo, idea_of
from samtale_tui.method.iglo_board import drop_note, next_note_id, note_of
from samtale_tui.method.iglo_parts import Grounds, Idea, IgloNote, IgloStep
from samtale_tui.method.run import Run, frame_left
from samtale_tui.tui import iglo_writing as writing
from samtale_tui.tui.commands import Command, bindings_in, reworded
from samtale_tui.tui.screens.iglo_picture import chosen_words, detail_words, floors_of, idea_line
from samtale_tui.tui.screens.iglo_words import banner_words, own_words, steps_words
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.idea_list import IdeaList
from samtale_tui.tui.widgets.iglo_board import IgloBoard
from samtale_tui.tui.widgets.round_clocks import frame_bar, left_words
from samtale_tui.tui.widgets.steady import SteadyText

ONLY_ON = {
    IgloStep.IDEAS: frozenset({"iglo_things", "iglo_back"}),
    IgloStep.CHOOSE: frozenset({"iglo_things", "iglo_act", "iglo_reword"}),
    IgloStep.BOARD: frozenset({"iglo_easiest", "iglo_reword"}),
}
"""Commands that the bar leaves out on a step."""


class IgloScreen(MethodScreen):
    """Ideas, a choice, a board; back and forth as the room likes."""

    context = "iglo"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["method.tcss", "iglo.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("iglo")]

    _shown_step: IgloStep | None = None

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
    def _iglo(self) -> Iglo:
        return cast("Iglo", self.state)

    @property
    def _board(self) -> IgloBoard:
        return self.query_one(IgloBoard)

    @property
    def _on_board(self) -> bool:
        return self.this is not None and self._iglo.step is IgloStep.BOARD

    def bar(self) -> tuple[Command, ...]:
        """The words of the step that is on."""
        bar = super().bar()
        if self.over:
            return bar
        state = self._iglo
        hidden = set(ONLY_ON[state.step])
        if state.step is IgloStep.IDEAS and not agreements_for_ideas(self.value, self.round_id):
            hidden.add("iglo_act")
        if not state.ideas:
            hidden |= {"iglo_open", "iglo_easiest", "iglo_next", "iglo_reword"}
        shown = (each for each in bar if each.id not in hidden)
        return reworded(shown, **self._bar_words(state))

    def _bar_words(self, state: Iglo) -> dict[str, str]:
        if state.step is IgloStep.BOARD:
            return {
                "iglo_open": _("åbn seddel") if self._board.marked else _("ny seddel"),
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
        self.query_one("#iglo-idea", SteadyText).say(chosen_words(this) if on_board else "")
        if on_board:
            self._paint_board(this)
        else:
            self._paint_ideas(this)
        self._paint_detail()
        if this.step is not self._shown_step:
            self._shown_step = this.step
            self.call_after_refresh(self._take_the_keys)

    def _take_the_keys(self) -> None:
        """The list or the board has the keys, whichever is on."""
        if self.this is not None:
            (self._board if self._on_board else self.query_one(IdeaList)).focus()

    def _paint_ideas(self, state: Iglo) -> None:
        ideas = self.query_one(IdeaList)
        ideas.fill([(idea.id, idea_line(state, idea)) for idea in state.ideas])
        ideas.display = bool(state.ideas)
        none = self.query_one("#iglo-none", SteadyText)
        none.display = not state.ideas
        waiting = len(agreements_for_ideas(self.value, self.round_id))
        words = [_("Hvilke idéer har I? t skriver en.")]
        if waiting:
            words.append(n_("g henter den aftale, I har.", "g henter de {n} aftaler, I har.", waiting))
        none.say("\n".join(words))

    def _paint_board(self, state: Iglo) -> None:
        heads = (horizon_title(Horizon.SHORT), horizon_title(Horizon.LONG))
        self._board.show(state.idea, floors_of(self.value, self.round_id, state), heads)

    @on(IgloBoard.Moved)
    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        if self.this is not None:
            self._paint_detail()
            self.refresh_bar()

    def _paint_detail(self) -> None:
        """What the marked note lacks; in an empty square, which levels are empty."""
        if self._on_board:
            words = detail_words(self.value, self.round_id, self._iglo, self._board.marked)
            self.query_one("#iglo-detail", SteadyText).say(words)

    def paint_clocks(self, state: Run, reading: float) -> None:
        """What is left of the whole, in a line."""
        left = frame_left(state, reading)
        bar = frame_bar(left, state.frame_seconds)
        shown = bar[::2] if self.app.size.width < 76 else bar
        self.query_one("#iglo-clock", SteadyText).say(f"{left_words(left)} {shown}")

    def banner_words(self, state: Run, reading: float) -> str:
        """The question of the step, or the empty levels."""
        return banner_words(cast("Iglo", state), reading)

    def own_words(self, state: Run, reading: float) -> str:
        """What to say now."""
        return own_words(cast("Iglo", state), reading)

    # Commands

    def _do(self, change: Callable[[Iglo], Iglo], label: str) -> bool:
        return self.change(lambda state: change(cast("Iglo", state)), label)

    @property
    def _marked_idea(self) -> Idea | None:
        return None if self._on_board else idea_of(self._iglo, self.query_one(IdeaList).marked)

    @on(OptionList.OptionSelected)
    @on(IgloBoard.Opened)
    def action_iglo_open(self) -> None:
        """The marked idea's board, for it is the most important; on the board, the marked note."""
        if self.over:
            return
        idea = self._marked_idea
        if self._on_board:
            note = note_of(self._iglo, self._board.marked)
            if note:
                writing.write_note(self.samtale, self.round_id, note, is_new=False)
            else:
                self.action_iglo_add()
        elif idea and idea.chosen:
            self._do(lambda state: iglo.back_to_board(state, idea.id), _("tilbage til tavlen"))
        elif idea:
            self._choose(idea, Grounds.IMPORTANT)

    def action_iglo_easiest(self) -> None:
        """The marked idea's board, for it is the easiest."""
        idea = self._marked_idea
        if idea:
            self._choose(idea, Grounds.EASIEST)

    def _choose(self, idea: Idea, grounds: Grounds) -> None:
        self._do(lambda state: iglo.choose(state, idea.id, grounds), _("idé valgt"))

    def action_iglo_add(self) -> None:
        """A new idea, or a new note in the marked square."""
        if self.over or not self.may_write():
            return
        if self._on_board:
            writing.write_note(self.samtale, self.round_id, self._blank_note(), is_new=True)
        else:
            writing.write_idea(self.samtale, self.round_id, None)

    def _blank_note(self) -> IgloNote:
        state, spot = self._iglo, self._board.spot
        return IgloNote(
            id=next_note_id(state),
            idea=state.idea or "",
            level=list(IgloLevel)[spot.floor],
            horizon=list(Horizon)[spot.side],
        )

    def action_iglo_act(self) -> None:
        """Every agreement an idea; on the board, the marked note an action."""
        if self._on_board:
            self._act_on_the_note()
        elif self.over:
            return
        elif self.apply(take_agreements, self.round_id, label=_("aftaler hentet som idéer")):
            say(self.app, _("Aftalerne er på listen."), seconds=2)
        else:
            say(self.app, _("Der er ingen aftaler at hente."))

    def _act_on_the_note(self) -> None:
        marked = self._board.marked
        if marked is None:
            say(self.app, _("Markér først en seddel."))
        elif self.apply(act_on_note, self.round_id, marked, label=_("seddel gjort til handling")):
            say(self.app, _("Nu er den handling {n} i planen.").format(n=len(self.value.actions)))
        elif not self.live.read_only:
            acted = action_of_note(self.value, self.round_id, marked)
            say(self.app, _("Den er allerede en handling.") if acted else _("Der står ikke noget på sedlen."))

    def action_iglo_next(self) -> None:
        """From the ideas to the choice, from the choice to the board, from the board to the next idea."""
        if self.over:
            return
        state = self._iglo
        if state.step is IgloStep.BOARD:
            self._do(iglo.next_idea, _("næste idé"))
        elif state.step is IgloStep.IDEAS and state.ideas:
            self._do(lambda s: iglo.go_to(s, IgloStep.CHOOSE), _("videre til valget"))
        elif not self._do(lambda s: iglo.go_to(s, IgloStep.BOARD), _("tilbage til tavlen")):
            none = _("Skriv først en idé.") if not state.ideas else _("Vælg en idé: ⏎ eller l.")
            say(self.app, none)

    def action_iglo_back(self) -> None:
        """All ideas."""
        self._do(lambda s: iglo.go_to(s, IgloStep.IDEAS), _("tilbage til idéerne"))

    def action_iglo_things(self) -> None:
        """The six things to think of, for the idea that is on."""
        state = self._iglo
        idea = idea_of(state, state.idea) if self._on_board else self._marked_idea
        if idea and not self.over and self.may_write():
            writing.show_things(self.samtale, self.round_id, idea)
        elif not self.over and not self.live.read_only:
            say(self.app, _("Skriv først en idé."))

    def action_iglo_reword(self) -> None:
        """The marked idea in other words; on the board, the marked note."""
        idea = self._marked_idea
        if self._on_board:
            if self._board.marked:
                self.action_iglo_open()
        elif idea and not self.over and self.may_write():
            writing.write_idea(self.samtale, self.round_id, idea)

    def action_iglo_drop(self) -> None:
        """The marked idea or note."""
        idea, marked = self._marked_idea, self._board.marked if self._on_board else None
        if self.over or not self.may_write():
            return
        if idea:
            writing.drop_idea(self.samtale, self.round_id, idea)
        elif marked and self._do(lambda state: drop_note(state, marked), _("seddel slettet")):
            say(self.app, _("Sedlen er taget ned. u fortryder."))
