"""What every part of the deck screen can ask: which deck is shown, which card is marked; and how to write."""

from pathlib import Path

from samtale_tui.basis.errors import Problem, SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.deck.card_edits import CardEdit
from samtale_tui.deck.last_good import Reading, stamp_or_none
from samtale_tui.deck.model import Card, Deck
from samtale_tui.deck.own_decks import edit_deck
from samtale_tui.deck.search import index_of
from samtale_tui.deck.shelf import DeckEntry, Origin
from samtale_tui.deck.writing import add_deck
from samtale_tui.tui.screens.following import ContextScreen
from samtale_tui.tui.sinks import say, say_error
from samtale_tui.tui.widgets.deck_cards import DeckCards


class DeckAtHand(ContextScreen):
    """The deck that is shown; which one, and how it is shown, is the screen's own."""

    @property
    def cards(self) -> DeckCards:
        """The cards that are shown."""
        return self.query_one(DeckCards)

    @property
    def entries(self) -> tuple[DeckEntry, ...]:
        """All decks in the order in which they are listed."""
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
    def deck(self) -> Deck | None:
        """The last good deck in that file."""
        return self.reading.deck if self.reading else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with its file."""
        if self.reading:
            return self.reading.problems
        return self.entry.problems if self.entry else ()

    def take_change(self, path: Path, reading: Reading | None = None, card: Card | None = None) -> None:
        """A deck was written from here: show it at once.

        Args:
            path: its file.
            reading: what the file says now; none where it is to be read.
            card: the card to mark.
        """
        raise NotImplementedError

    def marked_card(self) -> tuple[Deck, int] | None:
        """The deck and the number of the marked card; said so where none is marked."""
        number = self.cards.number
        if self.deck is None or number is None:
            say(self.app, _("Markér først et kort."))
            return None
        return self.deck, number

    def written(self, path: Path, deck: Deck, card: Card | None) -> None:
        """A file holds this deck now, and this card in it is to be marked."""
        self.take_change(path, Reading(stamp_or_none(path), index_of(deck)), card)

    def edit(self, edit: CardEdit, card: Card | None, path: Path | None = None) -> bool:
        """Make a change in the file of a deck.

        Args:
            edit: the change.
            card: the one to mark then.
            path: the file; that of the deck that is shown where none is named.

        Returns:
            Whether it was made; else it is said why not.
        """
        target = path or (self.entry.path if self.entry and self.entry.origin is Origin.OWN else None)
        if target is None:
            say(self.app, _("Sættet er ikke længere dit eget, så intet er ændret."), severity="warning")
            return False
        try:
            deck = edit_deck(target, edit)
        except SamtaleError as error:
            self.refuse(error)
            return False
        if path is None:
            self.written(target, deck, card)
        return True

    def make_own(self, entry: DeckEntry) -> bool:
        """Copy a deck into the user's folder and show the copy, with the same card marked.

        Returns:
            Whether that was done; else it is said why not.
        """
        try:
            path, _id = add_deck(str(entry.path))
        except SamtaleError as error:
            self.refuse(error)
            return False
        number, deck = self.cards.number, self.deck
        reading = Reading(stamp_or_none(path), self.reading.index) if self.reading else None
        self.take_change(path, reading, deck.cards[number] if deck and number is not None else None)
        say(self.app, _("Din egen kopi ligger i {path}").format(path=path), seconds=8)
        return True

    def refuse(self, error: SamtaleError) -> None:
        """Say why something was not done."""
        say_error(self.app, error)
