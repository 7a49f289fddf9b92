"""What every screen of a conversation can do: change it by commands, undo, show the other view, go on."""

from collections.abc import Callable

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation import commands as on
from samtale_tui.conversation.departures import end_departures
from samtale_tui.conversation.model import STEPS, Conversation, Step
from samtale_tui.conversation.round_commands import time_out
from samtale_tui.tui import navigation as to
from samtale_tui.tui import setting_aside as aside
from samtale_tui.tui.screens.following import ContextScreen, FollowingScreen
from samtale_tui.tui.sinks import say

__all__ = ["ContextScreen", "ConversationScreen"]


class ConversationScreen(FollowingScreen):
    """A screen on the conversation that is open; the commands here work on every one of them."""

    def apply(
        self,
        command: Callable[..., Conversation],
        *args: object,
        label: str = "",
        stay: str | None = None,
        undoable: bool = True,
    ) -> bool:
        """Change the conversation; where it may not be changed, say so.

        Returns:
            Whether anything changed.
        """
        before = self.value
        try:
            self.live.apply(command, *args, label=label, stay=stay, undoable=undoable)
        except SamtaleError as error:
            say(self.app, str(error), title=error.title, severity="warning")
            return False
        return self.value is not before

    def may_write(self) -> bool:
        """Whether the conversation may be changed here; where it may only be looked at, say so."""
        if self.live.read_only:
            say(self.app, _("Her kan du kun se med; se linjen øverst."), severity="warning")
        return not self.live.read_only

    # Commands that work on every step

    def action_undo(self) -> None:
        """Take the last step back."""
        if self.may_write():
            label = self.live.undo()
            words = _("Fortrudt: {what}").format(what=label) if label else _("Der er ikke mere at fortryde.")
            say(self.app, words)
            self.undone()

    def action_redo(self) -> None:
        """Do again what was undone."""
        if self.may_write():
            label = self.live.redo()
            nothing = _("Der er ikke noget at gøre igen.")
            say(self.app, _("Gjort igen: {what}").format(what=label) if label else nothing)
            self.undone()

    def undone(self) -> None:
        """A step was taken back, or done again."""

    def action_view(self) -> None:
        """Between the room's view and one's own."""
        self.samtale.show_view(own=not self.own_view)

    def action_agree(self) -> None:
        """Write an agreement down, with the card and field that are on."""
        if self.may_write():
            to.write_agreement(self.samtale, *self.agreement_origin())

    def agreement_origin(self) -> tuple[str | None, str | None]:
        """The card and the field that an agreement made here comes from."""
        return None, None

    def action_park(self) -> None:
        """Set a matter aside, with the card and field that are on (S8)."""
        if self.may_write():
            aside.park_matter(self.samtale, *self.agreement_origin())

    def action_parked(self) -> None:
        """Show what is parked."""
        aside.show_parking(self.samtale, self.step)

    def action_time_out(self) -> None:
        """Stop every clock, and show the room nothing but a calm word."""
        if not self.live.read_only:
            self.apply(time_out, self.live.now(), undoable=False)
        to.show_time_out(self.samtale)

    def action_rules(self) -> None:
        """Show the ground rules (S24)."""
        to.show_rules(self.samtale)

    def lead(self, method: MethodName) -> None:
        """A method by its name, on the card that is on."""
        if self.may_write():
            from samtale_tui.tui.methods import lead_one

            lead_one(self.samtale, method, self.agreement_origin()[0])

    def action_lead_spiral(self) -> None:
        """A spiral (S36)."""
        self.lead(MethodName.SPIRAL)

    def action_lead_bridging(self) -> None:
        """A structured dialogue (S38)."""
        self.lead(MethodName.BRIDGING)

    def action_lead_fishbowl(self) -> None:
        """A fishbowl (S40)."""
        self.lead(MethodName.FISHBOWL)

    def action_lead_placemat(self) -> None:
        """Mødet på midten (S28)."""
        self.lead(MethodName.PLACEMAT)

    def action_lead_iglo(self) -> None:
        """IGLO (S31)."""
        self.lead(MethodName.IGLO)

    def action_lead_idoart(self) -> None:
        """IDOART (S27)."""
        self.lead(MethodName.IDOART)

    def action_next_step(self) -> None:
        """The step after this one."""
        self._step(+1)

    def action_previous_step(self) -> None:
        """The step before this one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        place = STEPS.index(self.step) + by
        if 0 <= place < len(STEPS):
            self.go_to(STEPS[place])

    def go_to(self, step: Step) -> None:
        """Another part of the conversation takes this screen's place; before Finish, what is parked."""
        before = self.step
        if step == "finish" and aside.parking_must_be_seen(self.samtale):
            aside.show_parking(self.samtale, self.step, way_on=step)
            return
        if not self.live.read_only:
            self.apply(on.go_to, step, undoable=False)
        to.show_step(self.samtale, step)
        if step == "plan" and before == "wheel":
            self._tell_what_is_left()
        if step == "plan":
            aside.offer_ranking(self.samtale)

    def _tell_what_is_left(self) -> None:
        """What the rules ask for and the talk has not come by, softly, while there is time (S49, S51)."""
        left = end_departures(self.value) if self.value.times.begun else ()
        if left:
            say(self.app, " ".join(left), seconds=6)
