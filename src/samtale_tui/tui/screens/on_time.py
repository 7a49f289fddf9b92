"""The commands where a conversation begins: begin its time, move its end, and leave it for Home."""

import math

from samtale_tui.basis.language import _, n_
from samtale_tui.conversation import commands as do
from samtale_tui.tui import navigation as to
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.sinks import say

END_STEP_MINUTES = 5
SECOND_ESC_SECONDS = 4.0
"""How long a first Esc in front of the room waits for a second."""


class TimeCommands(ConversationScreen):
    """A screen from which the conversation can be begun, and left."""

    _first_esc = -math.inf

    def leave_for_home(self) -> None:
        """To Home; in front of the room only when asked twice."""
        if self.own_view or self.live.now().mono - self._first_esc < SECOND_ESC_SECONDS:
            to.go_home(self.samtale)
        else:
            self._first_esc = self.live.now().mono
            say(self.app, _("Esc igen går til forsiden."), seconds=SECOND_ESC_SECONDS)

    def action_begin(self) -> None:
        """The conversation's time starts; where it runs already, how to change that."""
        if self.value.times.begun is None:
            self.begin()
            return
        words = _("Samtalen er i gang. + og - flytter slutningen. Mellemrum på Ramme fortryder starten.")
        say(self.app, words)

    def begin(self) -> None:
        """The conversation's time starts."""
        if self.apply(do.begin, self.live.now().wall, undoable=False):
            say(self.app, _("Så begynder I. God samtale."))

    def ask_to_begin(self, text: str) -> None:
        """Begin only when that is meant.

        Args:
            text: what it leads to.
        """

        def answered(answer: str | None) -> None:
            if answer == "begin":
                self.begin()

        answers = (("wait", _("Ikke endnu")), ("begin", _("Begynd")))
        self.app.push_screen(ChoiceScreen(_("Begynd samtalen nu?"), text, answers), answered)

    def action_later(self) -> None:
        """The end five minutes later."""
        self._move_end(+END_STEP_MINUTES)

    def action_earlier(self) -> None:
        """The end five minutes earlier."""
        self._move_end(-END_STEP_MINUTES)

    def _move_end(self, minutes: int) -> None:
        if self.apply(do.move_end, minutes, label=_("sluttidspunkt flyttet"), stay="end"):
            booked = self.value.booked_minutes
            say(self.app, n_("Afsat tid: 1 minut", "Afsat tid: {n} minutter", booked), seconds=2)
