"""Reading a card whole, seeing what is wrong with a deck, and copying a card from it."""

from samtale_tui.basis.errors import DeckError, Problem, SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.deck.card_edits import NewCard
from samtale_tui.deck.model import Card
from samtale_tui.deck.shelf import DeckEntry, Origin, read
from samtale_tui.tui.screens.deck_at_hand import DeckAtHand
from samtale_tui.tui.sinks import say

AS_TEXT, WHOLE_DECK = "text:", "deck:"
"""Ids of what a card can be copied to, beside the files of one's own decks."""


class DeckReading(DeckAtHand):
    """What changes nothing in the deck that is shown."""

    def action_open(self) -> None:
        """Read the marked card whole."""
        number = self.cards.number
        if self.deck and number is not None:
            from samtale_tui.tui.screens.card_box import CardBox

            self.app.push_screen(CardBox(self.deck, number, self.cards.neighbour), self._after_reading)

    def on_deck_cards_opened(self) -> None:
        """Enter, or a click on the mark."""
        self.action_open()

    def _after_reading(self, asked: str | None) -> None:
        """From the open card: to its line, perhaps with something to do there."""
        action, _colon, number = (asked or "").partition(":")
        if number.isdecimal():
            self.cards.mark_card(int(number))
        if action:
            self.call_later(self.run_action, action)

    def action_problems(self) -> None:
        """All that is wrong with the file; where nothing is, what could be better in it."""
        problems = self.problems or self._warnings()
        if not problems:
            say(self.app, _("Sættet er i orden."))
            return
        from samtale_tui.documents.outline import Item, Items
        from samtale_tui.tui.screens.reader_box import ReaderBox

        items = (Item(f"{each.message} {each.remedy}".strip(), lead=_place(each)) for each in problems)
        path = clean_line(str(problems[0].path))
        title = path if self.problems else _("Kan blive bedre: {path}").format(path=path)
        self.app.push_screen(ReaderBox(title, [Items(tuple(items))]))

    def _warnings(self) -> tuple[Problem, ...]:
        """What is allowed in the file and could be better, as it is on the disk now."""
        if self.entry is None:
            return ()
        from samtale_tui.deck.reader import check_deck
        from samtale_tui.tui.poor_decks import poor

        try:
            return check_deck(self.entry.path, poor)[1]
        except DeckError as error:
            return error.problems

    def action_copy_card(self) -> None:
        """Copy the marked card: as text, or into a deck of one's own."""
        found = self.marked_card()
        if found is None:
            return
        from samtale_tui.tui.screens.pick import PickBox

        deck, number = found
        usable = (each for each in self.entries if not each.used and not each.problems)
        own = [each for each in usable if each.origin is Origin.OWN]
        words = _("Til dit eget sæt »{deck}«")
        choices = [(AS_TEXT, _("Som tekst, til at sætte ind et andet sted"))]
        choices += [(str(each.path), words.format(deck=clean_line(each.title))) for each in own]
        if self.entry and self.entry.origin is not Origin.OWN:
            choices.append((WHOLE_DECK, _("Hele sættet, som en kopi du kan rette i")))
        card = deck.cards[number]
        self.app.push_screen(PickBox(_("Kopiér kortet"), choices), lambda to: self._copy(card, own, to))

    def _copy(self, card: Card, own: list[DeckEntry], to: str | None) -> None:
        if to == AS_TEXT:
            from samtale_tui.tui.card_outline import card_text

            self.app.copy_to_clipboard(card_text(card))
            say(self.app, _("Kortet ligger i udklipsholderen."))
        elif to == WHOLE_DECK and self.entry:
            self.make_own(self.entry)
        elif to:
            self._copy_into(card, next(each for each in own if str(each.path) == to))

    def _copy_into(self, card: Card, entry: DeckEntry) -> None:
        """Ask for the field, and write the card there."""
        from samtale_tui.tui.screens.pick import PickBox

        try:
            deck = read(entry)
        except SamtaleError as error:
            self.refuse(error)
            return

        def chosen(field: str | None) -> None:
            if field is None:
                return
            copied = card.but(field=field)
            is_shown = self.entry is not None and self.entry.path == entry.path
            if self.edit(NewCard(copied), copied, None if is_shown else entry.path):
                words = _("Kortet ligger nu også på {field} i »{deck}«.")
                title = clean_line(deck.fields_by_id[field].title)
                say(self.app, words.format(field=title, deck=clean_line(deck.title)))

        fields = [(field.id, clean_line(field.title)) for field in deck.listed_fields]
        self.app.push_screen(PickBox(_("Hvilket felt skal det ligge på?"), fields, marked=card.field), chosen)


def _place(problem: Problem) -> str:
    if problem.line and problem.column:
        return _("Linje {line}, tegn {column}").format(line=problem.line, column=problem.column)
    return _("Linje {line}").format(line=problem.line) if problem.line else ""
