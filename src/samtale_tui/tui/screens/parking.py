"""What is parked: taken up, made an agreement, kept for another place, or dropped (S8).

In the room's view what is confidential is only counted.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from samtale_tui.basis.language import _, n_
from samtale_tui.conversation.aside import Belongs, Parked
from samtale_tui.conversation.model import Conversation, Step
from samtale_tui.conversation.parking_commands import (
    agree_on_parked,
    change_parked,
    drop_parked,
    take_elsewhere,
    waiting_parked,
)
from samtale_tui.tui import setting_aside as aside
from samtale_tui.tui.commands import Command, bindings_in, reworded
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.screens.overlay import ListOverlay
from samtale_tui.tui.screens.places import PlacesScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.hanging import airy
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.panes import Pane
from samtale_tui.tui.widgets.parked_lines import matter_line
from samtale_tui.tui.widgets.steady import SteadyText

WAY_ON = "on"
"""Id of the line that leads on."""
ABOUT_A_MATTER = ("take_up", "done", "belongs", "in_documents", "edit_parked", "drop")


class ParkingScreen(ListOverlay):
    """Over a step; before Finish it comes by itself, and its first line leads on there."""

    context = "parking"
    CSS_PATH = "parking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("parking")]

    def __init__(self, step: Step, way_on: Step | None = None) -> None:
        """Make it.

        Args:
            step: the step that it lies over.
            way_on: the step that it leads to, where it came by itself.
        """
        super().__init__(step)
        self._way_on = way_on

    def again(self) -> "ParkingScreen":
        """The same list over the same step."""
        return ParkingScreen(self._over_step, self._way_on)

    def compose(self) -> ComposeResult:
        """The list, and below it what to do or what is not shown."""
        yield StepHeader()
        yield Notice()
        with Vertical(id="parking-body"):
            yield Pane(id="parked")
            yield SteadyText(id="parking-words")
        yield self.key_bar()

    def bar(self) -> tuple[Command, ...]:
        """What can be done with what is marked; where that is nothing, what leads on from here."""
        marked = self._marked if self.is_mounted else None
        if marked and marked.done:
            bar = [each for each in super().bar() if each.id != "take_up"]
            return reworded(bar, done=_("tag frem igen"))
        if marked:
            return super().bar()
        bar = [each for each in super().bar() if each.id not in ABOUT_A_MATTER]
        return tuple(sorted(bar, key=lambda each: each.id not in ("next_step", "park")))

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """What may be seen now."""
        waiting = waiting_parked(new)
        if self._way_on:
            self.samtale.brought.parked = waiting
        cells, height = self._room
        on = [(WAY_ON, Content.styled(_("▸ Lad resten stå, og gå videre til Afslut"), "bold"))]
        lines = [(each.id, matter_line(new, each, cells)) for each in self._seen(new)]
        shown = (on if self._way_on else []) + lines
        self._list.fill(airy(shown, height))
        if self._list.highlighted is None and self._list.option_count:
            self._list.highlighted = 0
        self._list.head(_("Parkeret · {n} venter").format(n=len(waiting)), "")
        self.query_one("#parking-words", SteadyText).say(self._words(new))

    def _seen(self, new: Conversation) -> tuple[Parked, ...]:
        return tuple(each for each in new.parked if self.own_view or not each.confidential)

    def _words(self, new: Conversation) -> str:
        hidden = 0 if self.own_view else sum(each.confidential for each in waiting_parked(new))
        if hidden:
            return n_(
                "1 til en fortrolig samtale; v viser den for dig alene.",
                "{n} til en fortrolig samtale; v viser dem for dig alene.",
                hidden,
            )
        if not new.parked:
            return _("Intet er parkeret. k lægger noget til side, som I ikke vil bruge tid på nu.")
        return "" if waiting_parked(new) else _("Alt det parkerede er taget op.")

    @property
    def _marked(self) -> Parked | None:
        marked = self._list.marked
        return next((each for each in self._seen(self.value) if each.id == marked), None)

    @on(OptionList.OptionHighlighted, "#parked")
    def _follow_the_mark(self) -> None:
        self.refresh_bar()

    # Commands

    def _at_hand(self) -> Parked | None:
        """The marked matter; none, and said so, where nothing is marked or nothing may be changed."""
        if not self.may_write():
            return None
        if self._marked is None:
            say(self.app, _("Markér først noget af det parkerede."))
        return self._marked

    @on(OptionList.OptionSelected, "#parked")
    def _take_up(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == WAY_ON:
            self.action_next_step()
            return
        parked = self._at_hand()
        if parked and parked.done:
            say(self.app, _("Det er taget op. d tager mærket af igen."))
        elif parked and parked.confidential:
            text = _("Det er fortroligt. Som aftale ser rummet det, og det kommer med i dokumenterne.")
            answers = (("keep", _("Lad det være fortroligt")), ("agree", _("Gør det til en aftale")))
            self._ask(text, answers, lambda: self._agree_on(parked))
        elif parked:
            self._agree_on(parked)

    def _agree_on(self, parked: Parked) -> None:
        if self.apply(agree_on_parked, parked.id, label=_("det parkerede gjort til aftale")):
            say(self.app, _("Nu er det aftale {n}. u fortryder.").format(n=len(self.value.agreements)))

    def action_done(self) -> None:
        """Dealt with; once more, and it waits again."""
        parked = self._at_hand()
        if parked:
            self._change(parked, _("det parkerede taget op"), done=not parked.done)

    def action_in_documents(self) -> None:
        """Into the documents or out of them; what is confidential only by a choice in words."""
        parked = self._at_hand()
        if parked is None:
            return
        if parked.confidential and not parked.goes_out:
            text = _("Det er fortroligt. Alle, der får dokumenterne, kan så læse det.")
            answers = (("keep", _("Hold det ude")), ("out", _("Tag det med")))
            self._ask(text, answers, lambda: self._into_documents(parked))
        else:
            self._into_documents(parked)

    def _into_documents(self, parked: Parked) -> None:
        self._change(parked, _("valg til dokumenterne"), in_documents=not parked.goes_out)

    def _change(self, parked: Parked, label: str, **changes: object) -> None:
        self.apply(lambda value: change_parked(value, parked.id, **changes), label=label)

    def _ask(self, text: str, answers: tuple[tuple[str, str], ...], go_on: aside.Going) -> None:
        """Ask before something confidential comes out; the first answer lets it be."""

        def answered(answer: str | None) -> None:
            if answer == answers[1][0]:
                go_on()

        self.app.push_screen(ChoiceScreen(_("Fortroligt"), text, answers), answered)

    def action_belongs(self) -> None:
        """Choose where it belongs."""
        parked = self._at_hand()
        if parked is None:
            return

        def chosen(belongs: Belongs | None) -> None:
            if belongs and self.apply(take_elsewhere, parked.id, belongs, label=_("det parkerede flyttet")):
                now = next(each for each in self.value.parked if each.id == parked.id)
                if now.confidential and not self.own_view:
                    say(self.app, _("Flyttet. Det ses kun i din egen visning."))

        self.app.push_screen(PlacesScreen(parked.belongs), chosen)

    def action_edit_parked(self) -> None:
        """Put it in other words."""
        parked = self._at_hand()
        if parked:
            aside.write_parked_anew(self.samtale, parked.id)

    def action_drop(self) -> None:
        """Off the list."""
        parked = self._at_hand()
        if parked and self.apply(drop_parked, parked.id, label=_("det parkerede slettet")):
            say(self.app, _("Slettet. u fortryder."))

    def action_next_step(self) -> None:
        """On to where this came up on the way to, else to the next step."""
        way_on = self._way_on
        if way_on:
            self.leave_by(lambda under: under.go_to(way_on))
        else:
            super().action_next_step()

    def action_previous_step(self) -> None:
        """The step that this came up on is the one before."""
        if self._way_on:
            self.leave()
        else:
            super().action_previous_step()
