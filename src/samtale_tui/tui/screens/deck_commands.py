"""What can be done with a deck and its cards, wherever they are shown."""

from collections.abc import Callable
from pathlib import Path

from samtale_tui.basis.errors import Problem, SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.deck.card_edits import CardEdit, DroppedCard, NewCard, SwappedCards, neighbour_on_field
from samtale_tui.deck.last_good import Reading, stamp_or_none
from samtale_tui.deck.model import Card, Deck
from samtale_tui.deck.own_decks import copy_to_own, edit_deck
from samtale_tui.deck.search import index_of
from samtale_tui.deck.shelf import DeckEntry, Origin, read
from samtale_tui.documents.outline import Item, Items
from samtale_tui.tui.card_outline import card_text
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.screens.following import ContextScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.card_rows import fields_in_order
from samtale_tui.tui.widgets.deck_cards import DeckCards

Go = Callable[[], object]
AS_TEXT, WHOLE_DECK = "text:", "deck:"
"""Ids of what a card can be copied to, beside the files of one's own decks."""


class DeckCommands(ContextScreen):
    """The commands; what is shown, and where, is the screen's own."""

    @property
    def cards(self) -> DeckCards:
        """The cards that are shown."""
        raise NotImplementedError

    @property
    def entries(self) -> tuple[DeckEntry, ...]:
        """All decks."""
        raise NotImplementedError

    @property
    def entry(self) -> DeckEntry | None:
        """The deck that is shown."""
        raise NotImplementedError

    @property
    def reading(self) -> Reading | None:
        """What is known of its file."""
        raise NotImplementedError

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with its file."""
        raise NotImplementedError

    def take_change(self, path: Path, reading: Reading | None = None, card: Card | None = None) -> None:
        """A deck was written: show it."""
        raise NotImplementedError

    # Reading

    def marked_card(self) -> tuple[Deck, int] | None:
        """The deck and the number of the marked card; said so where none is marked."""
        deck, number = (self.reading.deck if self.reading else None), self.cards.number
        if deck is None or number is None:
            say(self.app, _("Markér først et kort."))
            return None
        return deck, number

    def action_open(self) -> None:
        """Read the marked card whole."""
        found = self.marked_card() if self.cards.number is not None else None
        if found:
            from samtale_tui.tui.screens.card_box import CardBox

            deck, number = found
            self.app.push_screen(CardBox(deck, number, self.cards.neighbour), self._after_reading)

    def on_deck_cards_opened(self) -> None:
        """Enter, or a click on the mark."""
        self.action_open()

    def _after_reading(self, asked: str | None) -> None:
        """From the open card: on its number, perhaps with something to do there."""
        name, _sign, number = (asked or "").partition(":")
        if number.isdecimal():
            self.cards.mark_card(int(number))
        if name:
            self.call_later(self.run_action, name)

    def action_problems(self) -> None:
        """All that is wrong with the file."""
        if not self.problems:
            say(self.app, _("Der er ingen fejl i sættet."))
            return
        from samtale_tui.tui.screens.reader_box import ReaderBox

        path = self.problems[0].path
        items = tuple(
            Item(" ".join(filter(None, (p.message, p.remedy))), lead=_place(p)) for p in self.problems
        )
        self.app.push_screen(ReaderBox(clean_line(str(path)), [Items(items)]))

    # A conversation

    def action_new(self) -> None:
        """A new conversation with this deck."""
        from samtale_tui.tui.screens.start import StartScreen

        entry = self.entry
        if entry is None:
            return
        if self.problems or entry.used:
            words = (
                _("Sættet kan ikke bruges, som det er. p viser hvorfor.")
                if self.problems
                else _("Sættet er skjult af et andet med samme id. Begynd fra det.")
            )
            say(self.app, words, severity="warning")
            return
        usable = [each for each in self.entries if not each.problems and not each.used]
        self.app.push_screen(StartScreen(usable, entry.id))

    # Writing

    def action_new_card(self) -> None:
        """Write a card on the field that the mark stands on."""
        deck = self.reading.deck if self.reading else None
        if deck:
            field = self.cards.field or fields_in_order(deck)[0].id
            self._in_own_deck(lambda: self._write(None, field))

    def action_edit_card(self) -> None:
        """Put the marked card in other words."""
        found = self.marked_card()
        if found:
            deck, number = found
            self._in_own_deck(lambda: self._write(number, deck.cards[number].field))

    def _write(self, number: int | None, field: str) -> None:
        from samtale_tui.tui.screens.deck_card import CardForm

        entry, deck = self.entry, self.reading.deck if self.reading else None
        if entry and deck:
            self.app.push_screen(CardForm(entry.path, deck, number, field, self._written))

    def _written(self, path: Path, deck: Deck, card: Card | None) -> None:
        self.take_change(path, Reading(stamp_or_none(path), index_of(deck)), card)

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
        text = _("»{card}« bliver slettet i filen. Dine bemærkninger i filen bliver stående.").format(
            card=words
        )
        answers = (("keep", _("Behold kortet")), ("drop", _("Slet kortet")))
        self._in_own_deck(
            lambda: self.app.push_screen(ChoiceScreen(_("Slet kortet?"), text, answers), answered)
        )

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

    def edit(self, edit: CardEdit, card: Card | None, path: Path | None = None) -> bool:
        """Make a change in the file of a deck, of the one that is shown where none is named.

        Returns:
            Whether it was made; else it is said why not.
        """
        target = path or (self.entry.path if self.entry else None)
        if target is None:
            return False
        try:
            deck = edit_deck(target, edit)
        except SamtaleError as error:
            say(self.app, str(error), title=error.title, severity="error", seconds=15)
            return False
        if path is None:
            self._written(target, deck, card)
        return True

    def _in_own_deck(self, go_on: Go) -> None:
        """Go on where the deck is the user's own and whole; else make a copy first, or say why not."""
        entry = self.entry
        if entry is None or self.reading is None or self.reading.deck is None:
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

        whose = (
            _("»{deck}« følger med programmet og bliver ikke ændret.")
            if entry.origin is Origin.SHIPPED
            else _("»{deck}« ligger i en fælles mappe og bliver ikke ændret.")
        ).format(deck=clean_line(entry.title))
        text = _("Vil du have din egen kopi af hele sættet? Så retter du i den, og nye samtaler bruger den.")
        answers = (("keep", _("Nej, lad det være")), ("copy", _("Lav min egen kopi")))
        self.app.push_screen(ChoiceScreen(_("Ret i din egen kopi"), f"{whose}\n\n{text}", answers), answered)

    def make_own(self, entry: DeckEntry) -> bool:
        """Copy a deck into the user's folder and show the copy.

        Returns:
            Whether that was done; else it is said why not.
        """
        try:
            path = copy_to_own(entry.path, entry.id)
        except SamtaleError as error:
            say(self.app, str(error), title=error.title, severity="error", seconds=15)
            return False
        before = self.reading
        reading = Reading(stamp_or_none(path), before.index) if before else None
        number, deck = self.cards.number, before.deck if before else None
        self.take_change(path, reading, deck.cards[number] if deck and number is not None else None)
        say(self.app, _("Din egen kopi ligger i {path}").format(path=path), seconds=8)
        return True

    # Copying

    def action_copy_card(self) -> None:
        """Copy the marked card: as text, or into a deck of one's own."""
        found = self.marked_card()
        if found is None:
            return
        from samtale_tui.tui.screens.pick import PickBox

        deck, number = found
        own = [
            each for each in self.entries if each.origin is Origin.OWN and not each.used and not each.problems
        ]
        choices = [(AS_TEXT, _("Som tekst, til at sætte ind et andet sted"))]
        words = _("Til dit eget sæt »{deck}«")
        choices += [(str(each.path), words.format(deck=clean_line(each.title))) for each in own]
        if self.entry and self.entry.origin is not Origin.OWN:
            choices.append((WHOLE_DECK, _("Hele sættet, som en kopi du kan rette i")))
        self.app.push_screen(
            PickBox(_("Kopiér kortet"), choices), lambda to: self._copy(deck.cards[number], own, to)
        )

    def _copy(self, card: Card, own: list[DeckEntry], to: str | None) -> None:
        if to == AS_TEXT:
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
            say(self.app, str(error), title=error.title, severity="error", seconds=15)
            return

        def chosen(field: str | None) -> None:
            copied = card.but(field=field) if field else card
            if field and self.edit(NewCard(copied), copied, entry.path):
                words = _("Kortet ligger nu også på {field} i »{deck}«.")
                title = clean_line(deck.fields_by_id[field].title)
                say(self.app, words.format(field=title, deck=clean_line(deck.title)))

        fields = [(field.id, clean_line(field.title)) for field in fields_in_order(deck)]
        self.app.push_screen(PickBox(_("Hvilket felt skal det ligge på?"), fields, marked=card.field), chosen)


def _place(problem: Problem) -> str:
    if problem.line and problem.column:
        return _("Linje {line}, tegn {column}").format(line=problem.line, column=problem.column)
    return _("Linje {line}").format(line=problem.line) if problem.line else ""
