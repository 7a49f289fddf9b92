"""Writing cards: in one's own deck, or first in one's own copy of another."""

from collections.abc import Callable

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.deck.card_edits import DroppedCard, SwappedCards, neighbour_on_field
from samtale_tui.deck.shelf import DeckEntry, Origin
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.screens.deck_at_hand import DeckAtHand
from samtale_tui.tui.sinks import say

Go = Callable[[], object]


class DeckWriting(DeckAtHand):
    """New cards, other words, another order, and cards that go."""

    def action_new_card(self) -> None:
        """Write a card on the field that the mark stands on."""
        deck = self.deck
        if deck:
            field = self.cards.field or deck.listed_fields[0].id
            self._in_own_deck(lambda: self._write(None, field))

    def action_edit_card(self) -> None:
        """Put the marked card in other words."""
        found = self.marked_card()
        if found:
            deck, number = found
            self._in_own_deck(lambda: self._write(number, deck.cards[number].field))

    def _write(self, number: int | None, field: str) -> None:
        from samtale_tui.tui.screens.deck_card import CardForm

        if self.entry and self.deck:
            self.app.push_screen(CardForm(self.entry.path, self.deck, number, field, self.written))

    def action_drop_card(self) -> None:
        """Delete the marked card, once that is said twice."""
        found = self.marked_card()
        if found is None:
            return
        deck, number = found
        card = deck.cards[number]

        def answered(answer: str | None) -> None:
            if answer == "drop":
                self.edit(DroppedCard(number, card), None)

        words = shorten(clean_line(card.text), 200) or _("Et blankt kort")
        text = _("»{card}« bliver slettet i filen, og det kan ikke fortrydes. Dine bemærkninger bliver.")
        answers = (("keep", _("Behold kortet")), ("drop", _("Slet kortet")))
        question = ChoiceScreen(_("Slet kortet?"), text.format(card=words), answers)
        self._in_own_deck(lambda: self.app.push_screen(question, answered))

    def action_up(self) -> None:
        """Move the card up among those of its field."""
        self._move(-1)

    def action_down(self) -> None:
        """Move the card down among those of its field."""
        self._move(+1)

    def _move(self, by: int) -> None:
        found = self.marked_card()
        if found is None:
            return
        deck, number = found
        other = neighbour_on_field(deck.cards, number, by)
        if other is None:
            say(self.app, _("Kortet står yderst på sit felt."))
            return
        card = deck.cards[number]
        edit = SwappedCards(number, card, other, deck.cards[other])
        self._in_own_deck(lambda: self.edit(edit, card))

    def _in_own_deck(self, go_on: Go) -> None:
        """Go on where the deck is the user's own and whole; else offer a copy first, or say why not."""
        entry = self.entry
        if entry is None or self.deck is None:
            return
        if self.problems:
            say(self.app, _("Ret først fejlene i filen; p viser dem."), severity="warning")
        elif entry.used:
            words = _("Sættet er skjult. Ret kortet i {file}, som bruges i stedet.")
            say(self.app, words.format(file=clean_line(entry.used.name)), severity="warning")
        elif entry.origin is Origin.OWN:
            go_on()
        else:
            self._offer_a_copy(entry, go_on)

    def _offer_a_copy(self, entry: DeckEntry, go_on: Go) -> None:
        def answered(answer: str | None) -> None:
            if answer == "copy" and self.make_own(entry):
                go_on()

        if entry.origin is Origin.SHIPPED:
            whose = _("»{deck}« følger med programmet og bliver ikke ændret.")
        else:
            whose = _("»{deck}« ligger i en fælles mappe og bliver ikke ændret.")
        whose = whose.format(deck=clean_line(entry.title))
        text = _("Vil du have din egen kopi af hele sættet? Så retter du i den, og nye samtaler bruger den.")
        answers = (("keep", _("Nej, lad det være")), ("copy", _("Lav min egen kopi")))
        self.app.push_screen(ChoiceScreen(_("Ret i din egen kopi"), f"{whose}\n\n{text}", answers), answered)
