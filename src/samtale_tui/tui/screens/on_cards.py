"""The commands on cards, the same on the wheel and on an open card."""

import random

from samtale_tui.basis.language import _
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.choosing import choose_card, chosen_card, drop_chosen, is_chosen
from samtale_tui.conversation.chosen import Chooser, ChosenCard
from samtale_tui.conversation.departures import choice_departures
from samtale_tui.conversation.framing_words import chooser_title
from samtale_tui.tui import navigation as to
from samtale_tui.tui.commands import Command, reworded
from samtale_tui.tui.methods import offer_methods
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.sinks import say


class CardCommands(ConversationScreen):
    """A screen with a field, and perhaps a card, at hand."""

    @property
    def field_at_hand(self) -> str:
        """Id of the field that commands are about."""
        raise NotImplementedError

    @property
    def card_at_hand(self) -> str | None:
        """Id of the card that commands are about; none where none is chosen."""
        raise NotImplementedError

    def bar(self) -> tuple[Command, ...]:
        """As everywhere; a card that is chosen already can be taken out again."""
        if not (self.is_ready and is_chosen(self.value, self.card_at_hand or "")):
            return super().bar()
        return reworded(super().bar(), choose_card=_("tag ud"))

    def pick_card(self, card_id: str) -> None:
        """A card chosen by hand: once the talk is on it counts as used, before that one only looks."""
        if self.value.times.begun and not self.live.read_only:
            self.apply(do.lay_open, card_id, label=_("kort valgt"))
        self.peek(card_id)

    def peek(self, card_id: str) -> None:
        """Show a card. Looking does not make it used, and in a window that may only look nothing is noted."""
        if not self.live.read_only:
            self.apply(do.look_at, card_id, undoable=False)
        to.show_card(self.samtale, card_id)

    def action_draw(self) -> None:
        """A random card of the field that has not been used (S21)."""
        if not self.may_write():
            return
        unused = do.unused_cards(self.value, self.field_at_hand)
        if unused:
            card = random.choice(unused)
            self.apply(do.lay_open, card, label=_("kort trukket"))
            to.show_card(self.samtale, card)
        else:
            say(self.app, _("Alle kort på feltet er brugt. l lægger et tilbage, b skriver et nyt."))

    def action_choose_card(self) -> None:
        """The card among those chosen for the conversation, or no longer (S55, S59)."""
        self._choose(Chooser.LEADER)

    def action_choose_for_employees(self) -> None:
        """The card as one that the employees chose, or no longer (S54)."""
        self._choose(Chooser.EMPLOYEES)

    def _choose(self, by: Chooser) -> None:
        """Chosen by another it becomes this one's; chosen already it is taken out. Departures are told of."""
        card = self.card_at_hand
        if card is None:
            say(self.app, _("Markér først et kort i listen; Tab går derhen."))
            return
        chosen = chosen_card(self.value, card)
        if chosen and by in {chosen.by, Chooser.LEADER}:
            if self.apply(drop_chosen, card, label=_("kort taget ud")):
                say(self.app, dropped_words(chosen))
            return
        before = choice_departures(self.value)
        if self.apply(choose_card, card, by, label=_("kort valgt på forhånd")):
            done = _("Kortet er valgt. Skriv hvorfor på Ramme (<).")
            if by is Chooser.EMPLOYEES:
                done = _("Kortet er {chosen}.").format(chosen=chooser_title(by, self.value.deck))
            new = (words for words in choice_departures(self.value) if words not in before)
            say(self.app, " ".join((done, *new)))

    def action_put_back(self) -> None:
        """The card back among those that can be drawn."""
        card = self.card_at_hand
        if card is None or not self.value.use(card).used:
            say(self.app, _("Markér et brugt kort (●) i listen først; Tab går derhen."))
        elif self.apply(do.put_back, card, label=_("kort lagt tilbage")):
            say(self.app, _("Kortet ligger i bunken igen."))

    def action_blank(self) -> None:
        """Write a card of one's own on the field (S23)."""
        if self.may_write():
            to.write_card(self.samtale, self.field_at_hand)

    def action_round(self) -> None:
        """A method on the card, or one that waits; on an exercise card the one that it points to (S22)."""
        card = self.card_at_hand
        if card is None and self.value.round is None:
            say(self.app, _("Markér eller træk et kort først; metoden handler om det."))
        elif self.may_write():
            if card is not None:
                self.peek(card)
            offer_methods(self.samtale, card)

    def action_next_card(self) -> None:
        """The card after this one on the field; from none, the first that has not been used."""
        unused = do.unused_cards(self.value, self.field_at_hand)
        self._neighbour(+1, (*unused, *self.value.cards_on(self.field_at_hand)))

    def action_previous_card(self) -> None:
        """The card before this one on the field."""
        self._neighbour(-1, ())

    def _neighbour(self, by: int, from_none: tuple[str, ...]) -> None:
        ids = self.value.cards_on(self.field_at_hand)
        card = self.card_at_hand
        place = ids.index(card) + by if card in ids else -1
        if 0 <= place < len(ids):
            self.peek(ids[place])
        elif card is None and from_none:
            self.peek(from_none[0])
        else:
            say(self.app, _("Der er ikke flere kort den vej."))


def dropped_words(chosen: ChosenCard) -> str:
    """What is said when a card is chosen no longer; that the rules want it, where they do (S49, S51)."""
    return {
        Chooser.RULES: _("Kortet er taget ud. Det hører ellers altid med. u fortryder."),
        Chooser.COUNCIL: _("Kortet er taget ud. Jeres LMU har ellers valgt emnet. u fortryder."),
    }.get(chosen.by, _("Kortet er ikke længere valgt. u fortryder."))
