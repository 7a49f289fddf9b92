"""An IGLO on the screen, and what can be done there (S31–S35)."""

from collections.abc import Callable
from typing import ClassVar, cast

from textual import on
from textual.binding import BindingType
from textual.widgets import OptionList

from samtale_tui.basis.language import _
from samtale_tui.conversation.iglo_commands import take_agreements
from samtale_tui.method import iglo
from samtale_tui.method.iglo import Iglo, idea_of
from samtale_tui.method.iglo_board import drop_note, next_note_id, note_of
from samtale_tui.method.iglo_parts import Grounds, Idea, IgloNote, IgloStep
from samtale_tui.tui import iglo_writing as writing
from samtale_tui.tui.commands import bindings_in
from samtale_tui.tui.screens.iglo_shown import IgloShown
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.iglo_board import IgloBoard


class IgloScreen(IgloShown):
    """Ideas, a choice, a board; back and forth as the room likes."""

    context = "iglo"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("iglo")]

    # Commands

    def _do(self, change: Callable[[Iglo], Iglo], label: str) -> bool:
        return self.change(lambda state: change(cast("Iglo", state)), label)

    @on(OptionList.OptionSelected)
    @on(IgloBoard.Opened)
    def action_iglo_open(self) -> None:
        """The marked idea's board, for it is the most important; on the board, the marked note."""
        if self.over:
            return
        idea = self.marked_idea
        if self.on_board:
            note = note_of(self.iglo, self.board.marked)
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
        idea = self.marked_idea
        if idea:
            self._choose(idea, Grounds.EASIEST)

    def _choose(self, idea: Idea, grounds: Grounds) -> None:
        self._do(lambda state: iglo.choose(state, idea.id, grounds), _("idé valgt"))

    def action_iglo_add(self) -> None:
        """A new idea, or a new note in the marked square."""
        if self.over or not self.may_write():
            return
        if self.on_board:
            writing.write_note(self.samtale, self.round_id, self._blank_note(), is_new=True)
        else:
            writing.write_idea(self.samtale, self.round_id, None)

    def _blank_note(self) -> IgloNote:
        state, (level, horizon) = self.iglo, self.square
        return IgloNote(id=next_note_id(state), idea=state.idea or "", level=level, horizon=horizon)

    def action_iglo_act(self) -> None:
        """Every agreement an idea; on the board, the marked note an action."""
        if self.on_board:
            self._act_on_the_note()
        elif self.over:
            return
        elif self.apply(take_agreements, self.round_id, label=_("aftaler hentet som idéer")):
            say(self.app, _("Aftalerne er på listen."), seconds=2)
        else:
            say(self.app, _("Der er ingen aftaler at hente."))

    def _act_on_the_note(self) -> None:
        marked = self.board.marked
        if marked is None:
            say(self.app, _("Markér først en seddel."))
        elif not writing.make_action(self, self.round_id, marked) and not self.live.read_only:
            say(self.app, _("Der står ikke noget på sedlen."))

    def action_iglo_next(self) -> None:
        """From the ideas to the choice, from the choice to the board, from the board to the next idea."""
        if self.over:
            return
        state = self.iglo
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
        state = self.iglo
        idea = idea_of(state, state.idea) if self.on_board else self.marked_idea
        if idea and not self.over and self.may_write():
            writing.show_things(self.samtale, self.round_id, idea)
        elif not self.over and not self.live.read_only:
            say(self.app, _("Skriv først en idé."))

    def action_iglo_reword(self) -> None:
        """The marked idea in other words; on the board, the marked note."""
        idea = self.marked_idea
        if self.on_board:
            if self.board.marked:
                self.action_iglo_open()
        elif idea and not self.over and self.may_write():
            writing.write_idea(self.samtale, self.round_id, idea)

    def action_iglo_drop(self) -> None:
        """The marked idea or note."""
        idea, marked = self.marked_idea, self.board.marked if self.on_board else None
        if self.over or not self.may_write():
            return
        if idea:
            writing.drop_idea(self.samtale, self.round_id, idea)
        elif marked and self._do(lambda state: drop_note(state, marked), _("seddel slettet")):
            say(self.app, _("Sedlen er taget ned. u fortryder."))
