"""The questions of a structured dialogue (S39): what is proposed, and what can be done about it."""

from typing import cast

from textual.timer import Timer

from samtale_tui.basis.language import _, n_, noted
from samtale_tui.method import bridging
from samtale_tui.method import bridging_questions as questions
from samtale_tui.method.bridging import Bridge, Bridging
from samtale_tui.method.run import Ending
from samtale_tui.tui.screens.bridging_words import opening_words
from samtale_tui.tui.screens.method import MethodScreen
from samtale_tui.tui.screens.words import Kind, WordsScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.heard_board import HeardBoard
from samtale_tui.tui.widgets.large_question import LargeQuestion

PREPARED_AFTER_SECONDS = 0.2


class QuestionCommands(MethodScreen):
    """A screen with the people, one of them marked, and a question in large letters."""

    def __init__(self, round_id: str) -> None:
        """Make the screen of a round."""
        super().__init__(round_id)
        self._called_forth = False
        self._proposed: tuple[Bridging | None, Bridge | None] = (None, None)
        self._preparing: Timer | None = None

    @property
    def dialogue(self) -> Bridging:
        """How it stands."""
        return cast("Bridging", self.state)

    @property
    def proposal(self) -> Bridge | None:
        """What to ask next; reckoned once for every way that the dialogue stands."""
        state = self.dialogue
        if self._proposed[0] is not state:
            self._proposed = (state, questions.proposal(state))
        return self._proposed[1]

    @property
    def is_called_forth(self) -> bool:
        """Whether the proposal is on the screen."""
        return not self.over and (self.own_view or self._called_forth)

    @property
    def marked(self) -> str | None:
        """Who is marked."""
        return self.query_one(HeardBoard).marked

    def mark(self, person: str | None) -> None:
        """Mark one; none leaves the mark where it is."""
        if person:
            self.query_one(HeardBoard).mark(person)

    # What is proposed

    def prepare_later(self) -> None:
        """Set what the next key may bring in large letters, once it is quiet."""
        if self._preparing is not None:
            self._preparing.stop()
        self._preparing = self.set_timer(PREPARED_AFTER_SECONDS, self._prepare)

    def _prepare(self) -> None:
        if self.samtale.live is None or self.over:
            return
        state, names, at = self.dialogue, self.names, self.reading
        following = [state]
        if self.is_called_forth:
            following = [questions.skip(state), questions.ask(state, at, names)]
        for each in following:
            bridge = questions.proposal(each)
            if bridge:
                self.query_one(LargeQuestion).prepare(questions.wording(each, bridge, names))

    def question_shown(self, state: Bridging, names: dict[str, str], asked: str) -> tuple[str, str]:
        """What stands in large letters, and what that is."""
        if not self.is_called_forth:
            return (_("Spørgsmålet nu"), asked) if asked else ("", opening_words(state, names))
        bridge = self.proposal
        if bridge is None:
            return _("Forslag"), _("Intet spørgsmål passer lige nu. Tast e, og skriv et.")
        label = _("Forslag med dine ord") if bridge.text else _("Forslag")
        return label, questions.wording(state, bridge, names)

    # The questions

    def action_ask(self) -> None:
        """What is proposed is asked; where it is not on the screen yet, it comes there."""
        if self.over or not self.may_write() or self._call_forth():
            return
        names = self.names
        self._called_forth = False  # before the room's screen is painted, where the question stays as it is
        if self.change_dialogue_at(lambda s, at: questions.ask(s, at, names), _("spørgsmål stillet")):
            self.mark(next(iter(self.dialogue.asked[-1].names), None))
        else:
            self._call_forth()

    def action_next_question(self) -> None:
        """Another proposal."""
        if self.over or self._call_forth():
            return
        if not self.change_dialogue(questions.skip, _("andet forslag")) and self.may_write():
            say(self.app, _("Der er ikke andre spørgsmål, der passer lige nu."))

    def action_previous_question(self) -> None:
        """The proposal before."""
        if not self.over and not self._call_forth():
            self.change_dialogue(questions.back, _("forrige forslag"))

    def action_word_question(self) -> None:
        """The question in the facilitator's own words."""
        if self.over or not self.may_write():
            return
        self._call_forth()
        bridge, state = self.proposal, self.dialogue
        text = questions.wording(state, bridge, self.names) if bridge else ""
        kind = Kind(f"bridge/{self.round_id}", noted("Spørg med egne ord"), noted("Hvad vil du spørge om?"))
        self.app.push_screen(WordsScreen(kind, text=text), self._worded)

    def _worded(self, text: str | None) -> None:
        names = self.names
        if text:
            self.change_dialogue(lambda s: questions.word(s, text, names), _("spørgsmål rettet"))

    def action_invite(self) -> None:
        """The next question is for the marked one; again for whom it falls to."""
        marked = self.marked
        if self.over or marked is None or not self.may_write():
            return
        person = None if self.dialogue.turned_to == marked else marked
        self._called_forth = True
        if not self.change_dialogue(lambda s: bridging.turn_to(s, person), _("inviteret")):
            self._repaint()

    def action_aim_met(self) -> None:
        """They have what they came for (S39)."""
        if self.over:
            return
        unheard = len(bridging.not_heard(self.dialogue))
        self.close(Ending.AIM_MET)
        if unheard:
            words = n_("1 er ikke hørt endnu. u fortryder.", "{n} er ikke hørt endnu. u fortryder.", unheard)
            say(self.app, words)

    def _call_forth(self) -> bool:
        """Put the proposal on the screen.

        Returns:
            Whether it was not there.
        """
        if self.is_called_forth:
            return False
        self._called_forth = True
        self._repaint()
        return True

    def _repaint(self) -> None:
        self.paint_state(self.state)
        self.refresh_bar()

    # Changing it

    def change_dialogue(self, change: questions.Step, label: str) -> bool:
        """Change it by a function of the method; whether anything changed."""
        return self.change(lambda state: change(cast("Bridging", state)), label)

    def change_dialogue_at(self, change: questions.StepAt, label: str) -> bool:
        """As ``change_dialogue``, for a function that also wants the reading of the frame's clock."""
        return self.change_at(lambda state, at: change(cast("Bridging", state), at), label)
