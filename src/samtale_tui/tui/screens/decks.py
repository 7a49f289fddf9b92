"""The decks and their cards: to browse, search, copy, and write one's own."""

import gc
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.deck.model import Card, Deck
from samtale_tui.deck.search import words_in
from samtale_tui.tui.commands import Command, bindings_in, command
from samtale_tui.tui.screens.deck_files import DeckFiles
from samtale_tui.tui.screens.deck_reading import DeckReading
from samtale_tui.tui.screens.deck_writing import DeckWriting
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.deck_cards import DeckCards
from samtale_tui.tui.widgets.deck_list import DeckList
from samtale_tui.tui.widgets.entry import SearchField
from samtale_tui.tui.widgets.steady import SteadyText

_WIDE = 76
"""Cells from which on the decks stand beside the cards, and not above them."""
_MANY_OBJECTS = 100_000
"""New objects after which garbage is looked for here: no key waits while thousands of cards are searched."""
_ABOUT_CARDS = ("search", "edit_card", "new_card", "copy_card", "drop_card")


class DecksScreen(DeckReading, DeckWriting, DeckFiles):
    """The decks, and the cards of the one that is marked."""

    context = "decks"
    CSS_PATH = "decks.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-beside"), (110, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("decks")]

    def __init__(self, chosen: Path | None = None, query: str = "") -> None:
        """Make it.

        Args:
            chosen: the file of the deck that is shown at first; the first one where it is not there.
            query: what is looked for at first.
        """
        super().__init__(chosen)
        self._query = query
        self._shown: tuple[Path | None, Deck | None] = (None, None)

    def again(self) -> "DecksScreen":
        """The same deck and the same search."""
        return DecksScreen(self.chosen, self._search_field.value)

    def compose(self) -> ComposeResult:
        """Decks, search, what is wrong with the file, cards."""
        with Horizontal(id="decks-body"):
            yield DeckList(id="decks-list")
            with Vertical(id="decks-right"):
                yield SearchField(
                    self._query, id="decks-search", placeholder=_("Søg i kortene (s)"), most=200
                )
                yield SteadyText(id="decks-notice")
                yield DeckCards(id="decks-cards")
        yield self.key_bar()

    def on_mount(self) -> None:
        """The decks have the keys."""
        self.query_one("#decks-notice").display = False
        self._collecting = gc.get_threshold()
        gc.set_threshold(_MANY_OBJECTS, *self._collecting[1:])
        self.is_ready = True
        self._list.moved = self._deck_marked
        self._search_field.sought = self._search
        self.begin_to_follow()
        self.set_focus(self._list)

    def on_unmount(self) -> None:
        """Garbage is collected as often as before."""
        gc.set_threshold(*self._collecting)

    @property
    def _list(self) -> DeckList:
        return self.query_one(DeckList)

    @property
    def _search_field(self) -> SearchField:
        return self.query_one(SearchField)

    # Painting

    def show_decks(self) -> None:
        """Every deck with how many cards it has, where it was read, and how much is wrong with it."""
        read = {path: reading.deck for path, reading in self.readings.items() if reading.deck}
        cards = {path: len(deck.cards) for path, deck in read.items()}
        faults = {entry.path: len(entry.problems) for entry in self.entries}
        faults |= {path: len(reading.problems) for path, reading in self.readings.items()}
        self._list.show(self.entries, cards, faults, on_one_line=self.app.size.width < _WIDE)

    def show_deck(self, card: Card | None = None) -> None:
        """Paint the deck that is shown, and what is said of its file."""
        if self.chosen and self._list.marked != str(self.chosen):
            self._list.mark(str(self.chosen))
        path_before, deck_before = self._shown
        deck = self.deck
        marked = self.cards.number
        same_file = path_before == self.chosen
        if card and deck:
            marked = _place_of(card, deck, marked)
            self._bring_out(marked)
        elif same_file and marked is not None and deck and deck_before and deck is not deck_before:
            marked = _place_of(deck_before.cards[marked], deck, marked)
        self._shown = (self.chosen, deck)
        self._show_found(marked, anew=not (same_file and deck_before))
        self._tell()

    def _bring_out(self, number: int) -> None:
        """End a search that a card does not fit, so that what was just written is seen."""
        index, words = self.reading.index if self.reading else None, words_in(self._search_field.value)
        if words and index and number not in index.find(words):
            self._search_field.value = ""

    def _show_found(self, marked: int | None, *, anew: bool = False) -> None:
        """The cards in which all that is written in the search stands."""
        index = self.reading.index if self.reading else None
        if index is None:
            wrong = _("Kortene kommer her, så snart fejlene i filen er rettet og den er gemt.")
            self.cards.show_words(wrong if self.problems else "")
            self.cards.head(clean_line(self.entry.title) if self.entry else "", "")
            return
        words = words_in(self._search_field.value)
        found = index.find(words)
        if words and not found:
            self.cards.show_words(
                _("Ingen kort i sættet har det hele i sig. Prøv med færre ord eller et andet sæt.")
            )
        else:
            self.cards.show(index.deck, found, words, marked, anew=anew)
        total = len(index.deck.cards)
        count = n_("1 kort", "{n} kort", total)
        if words:
            count = n_("{found} af 1 kort", "{found} af {n} kort", total).format(found=len(found))
        self.cards.head(clean_line(index.deck.title), count)

    def _tell(self) -> None:
        """What is wrong with the file, in a calm line."""
        words = ""
        entry = self.entry
        if self.problems:
            first = self.problems[0]
            words = _("Filen har fejl: {what}").format(what=first.message)
            if first.line:
                words = _("Filen har fejl i linje {line}: {what}").format(line=first.line, what=first.message)
            if self.deck:
                words = " ".join((words, _("Det, du ser, er den sidste gode udgave.")))
            words = " ".join((words, _("p viser alt.")))
        elif entry and entry.used:
            words = _("Sættet er skjult: {file} har samme id og bruges i stedet.")
            words = words.format(file=clean_line(entry.used.name))
        notice = self.query_one("#decks-notice", SteadyText)
        notice.display = bool(words)
        notice.say(words)
        self.refresh_bar()

    def bar(self) -> tuple[Command, ...]:
        """The keys that mean something now, and the way back."""
        *shown, helping = super().bar()
        without = () if self.is_ready and self.deck else _ABOUT_CARDS
        without = without if self.is_ready and self.problems else (*without, "problems")
        staying = [each for each in shown if each.id not in (*without, "quit")]
        return (*staying, command("back").worded(_("tilbage")), command("quit"), helping)

    def on_resize(self) -> None:
        """A deck on one line, or on two."""
        if self.is_ready:
            self.show_decks()

    # Going about

    def _deck_marked(self, path: Path) -> None:
        if path != self.chosen:
            self.choose(path)

    @on(OptionList.OptionSelected, "#decks-list")
    def action_to_cards(self) -> None:
        """From the decks to the cards."""
        self.set_focus(self.cards)

    def action_to_decks(self) -> None:
        """From the cards to the decks."""
        self.set_focus(self._list)

    def action_to_main(self) -> None:
        """The decks are the leftmost already."""

    def action_search(self) -> None:
        """Write what is looked for."""
        self.set_focus(self._search_field)

    def _search(self) -> None:
        self._show_found(self.cards.number)

    @on(Input.Submitted, "#decks-search")
    def _open_found(self) -> None:
        self.action_open()

    def on_key(self, event: events.Key) -> None:
        """While one searches, up and down go between what is found.

        The key that begins a search is taken here, before the app has it: letters at its heels, which were
        sent to the list that had the keys, are text by then.
        """
        if not isinstance(self.focused, SearchField):
            if event.key in command("search").keys:
                event.stop()
                self.action_search()
        elif event.key in ("up", "down"):
            event.stop()
            self.cards.action_go(-1 if event.key == "up" else 1)
        elif event.is_printable and event.character:
            self.focused.insert_text_at_cursor(event.character)

    def leave_field(self) -> None:
        """From the search to what was found."""
        self.set_focus(self.cards)

    def leave(self) -> None:
        """First out of a search, then out of the screen."""
        if self._search_field.value:
            self._search_field.value = ""
        else:
            self.dismiss()

    def action_new(self) -> None:
        """A new conversation with this deck."""
        from samtale_tui.tui.screens.start import StartScreen

        entry = self.entry
        if entry is None:
            return
        if self.problems:
            say(
                self.app, _("Sættet kan ikke bruges, før fejlene er rettet; p viser dem."), severity="warning"
            )
        elif entry.used:
            words = _("Sættet er skjult. Begynd fra {file}, som bruges i stedet.")
            say(self.app, words.format(file=clean_line(entry.used.name)), severity="warning")
        else:
            usable = [each for each in self.entries if not each.problems and not each.used]
            self.app.push_screen(StartScreen(usable, entry.id))


def _place_of(card: Card, deck: Deck, number: int | None) -> int:
    """Where a card stands in a deck; where it is there no more, as far on as before."""
    near = number or 0
    places = [place for place, each in enumerate(deck.cards) if each == card]
    return min(places, key=lambda place: abs(place - near), default=min(near, len(deck.cards) - 1))
