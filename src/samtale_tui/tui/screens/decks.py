"""The decks and their cards: to browse, search, copy, and write one's own."""

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList

from samtale_tui.basis.errors import Problem
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.deck.last_good import Reading, Stamp
from samtale_tui.deck.model import Card, Deck
from samtale_tui.deck.search import words_in
from samtale_tui.deck.shelf import DeckEntry, Listing, list_decks
from samtale_tui.tui.commands import Command, bindings_in, command
from samtale_tui.tui.deck_looking import SECONDS, DeckWatch, Seen
from samtale_tui.tui.screens.deck_commands import DeckCommands
from samtale_tui.tui.widgets.deck_cards import DeckCards
from samtale_tui.tui.widgets.deck_list import DeckList, in_order
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.steady import SteadyText

_PATIENCE = 0.1
"""Seconds that folders on a network are waited for before the screen is shown; they come later."""
_ABOUT_CARDS = ("search", "edit_card", "new_card", "copy_card", "drop_card")
_WIDE = 76
"""Cells from which on the decks stand beside the cards, and not above them."""


class DecksScreen(DeckCommands):
    """Left the decks, right the cards of the one that is marked."""

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
        super().__init__()
        self._wanted = chosen
        self._query = query
        self._listing = Listing()
        self._readings: dict[Path, Reading] = {}
        self._signs: tuple[Stamp, ...] = ()
        self._watch = DeckWatch(self.post_message)
        self._shown: tuple[Path | None, Deck | None] = (None, None)

    def again(self) -> "DecksScreen":
        """The same deck and the same search."""
        return DecksScreen(self._wanted, self.query_one("#decks-search", Input).value)

    def compose(self) -> ComposeResult:
        """Decks, search, what is wrong with the file, cards."""
        with Horizontal(id="decks-body"):
            yield DeckList(id="decks-list")
            with Vertical(id="decks-right"):
                with Horizontal(id="decks-search-row"):
                    yield Entry(self._query, id="decks-search", placeholder=_("Søg i kortene (s)"), most=200)
                    yield SteadyText(id="decks-count")
                yield SteadyText(id="decks-notice")
                yield DeckCards(id="decks-cards")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Show what is known at once; the cards come as soon as they are read."""
        self.query_one("#decks-notice").display = False
        self.is_ready = True
        self._take_listing(list_decks(_PATIENCE))
        self._list.focus()
        self.set_interval(SECONDS, self.look)

    # What stands where

    @property
    def _list(self) -> DeckList:
        return self.query_one(DeckList)

    @property
    def cards(self) -> DeckCards:
        """The cards that are shown."""
        return self.query_one(DeckCards)

    @property
    def entries(self) -> tuple[DeckEntry, ...]:
        """All decks in the order in which they are listed."""
        return in_order(self._listing)

    @property
    def entry(self) -> DeckEntry | None:
        """The deck that is shown."""
        return next((entry for entry in self.entries if entry.path == self._wanted), None)

    @property
    def reading(self) -> Reading | None:
        """What is known of its file."""
        return self._readings.get(self._wanted) if self._wanted else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with its file."""
        found = self.reading.problems if self.reading else ()
        return found or (self.entry.problems if self.entry and not self.reading else ())

    # Painting

    def _take_listing(self, listing: Listing) -> None:
        """Other decks than before, perhaps; the one that is shown stays as far as it can."""
        before = self.entry
        self._listing = listing
        entries = self.entries
        if self.entry is None and entries:
            same = (each for each in entries if before and each.id == before.id)
            self._wanted = next(same, entries[0]).path
        self._show_decks()
        self._choose(self._wanted)

    def _show_decks(self) -> None:
        known = {path: reading for path, reading in self._readings.items() if reading.deck}
        cards = {path: len(reading.deck.cards) for path, reading in known.items() if reading.deck}
        faults = {entry.path: len(entry.problems) for entry in self.entries}
        faults |= {path: len(reading.problems) for path, reading in self._readings.items()}
        self._list.show(self.entries, cards, faults, on_one_line=self.app.size.width < _WIDE)
        if self._wanted and self._list.marked != str(self._wanted):
            self._list.mark(str(self._wanted))

    def _choose(self, path: Path | None) -> None:
        """Show a deck: at once where it was read before, and then as it is now."""
        self._wanted = path
        self._show_deck()
        entry = self.entry
        if entry:
            self._watch.read(entry, self._readings)

    def _show_deck(self, card: Card | None = None) -> None:
        """Paint the deck and what is said of it.

        Args:
            card: the one to mark; none: that which was marked, as far as it is there.
        """
        entry, reading = self.entry, self.reading
        deck = reading.deck if reading else None
        path_before, deck_before = self._shown
        marked = self.cards.number
        if card and deck:
            marked = _place_of(card, deck, marked)
        elif marked is not None and deck and deck_before and deck is not deck_before:
            marked = _place_of(deck_before.cards[marked], deck, marked)
        self._shown = (self._wanted, deck)
        self.cards.head(clean_line(deck.title if deck else entry.title if entry else ""))
        self._show_found(marked, anew=path_before != self._wanted or not deck_before)
        self._tell()

    def _show_found(self, marked: int | None, *, anew: bool = False) -> None:
        """The cards in which all that is written in the search stands."""
        reading = self.reading
        words = words_in(self.query_one("#decks-search", Input).value)
        if reading is None or reading.index is None:
            wrong = _(
                "Kortene kan vises, når fejlene i filen er rettet. Ret dem i et tekstprogram; så kommer de."
            )
            self.cards.show_words(wrong if self.problems else "")
            self.query_one("#decks-count", SteadyText).say("")
            return
        found = reading.index.find(words)
        self.cards.show(reading.index.deck, found, words, marked, anew=anew)
        total = len(reading.index.deck.cards)
        count = n_("1 kort", "{n} kort", total)
        if words:
            count = n_("{found} af 1 kort", "{found} af {n} kort", total).format(found=len(found))
        self.query_one("#decks-count", SteadyText).say(count)

    def _tell(self) -> None:
        """What is wrong with the file, in a calm line."""
        words = ""
        if self.problems:
            first = self.problems[0]
            where = _("i linje {line}").format(line=first.line) if first.line else ""
            what = " ".join(part for part in (_("Filen har fejl"), where) if part) + f": {first.message}"
            good = _("Det, du ser, er den sidste gode udgave.") if self._shown[1] else ""
            words = " ".join(part for part in (what, good, _("p viser alt.")) if part)
        elif self.entry and self.entry.used:
            words = _("Sættet er skjult: {file} har samme id og bliver brugt i stedet.").format(
                file=clean_line(self.entry.used.name)
            )
        notice = self.query_one("#decks-notice", SteadyText)
        notice.display = bool(words)
        notice.say(words)
        self.refresh_bar()

    def bar(self) -> tuple[Command, ...]:
        """The keys that mean something now, and the way back."""
        *shown, helping = super().bar()
        if self.is_ready and not (self.reading and self.reading.deck):
            shown = [each for each in shown if each.id not in _ABOUT_CARDS]
        if not (self.is_ready and self.problems):
            shown = [each for each in shown if each.id != "problems"]
        leaving = [each for each in shown if each.id == "quit"]
        staying = [each for each in shown if each.id != "quit"]
        return (*staying, command("back").worded(_("tilbage")), *leaving, helping)

    def on_resize(self) -> None:
        """A deck on one line, or on two."""
        if self.is_ready:
            self._show_decks()

    # The files

    def look(self) -> None:
        """See whether a file has changed, unless another screen is on."""
        if self.is_current and not self._watch.is_looking:
            again = bool(self._listing.unanswered)
            self._watch.look(self.entry, self._readings, self._signs, again=again)

    def returned(self) -> None:
        """Back from another screen: somebody may have been at the files."""
        self.look()

    @on(Seen)
    def _take(self, seen: Seen) -> None:
        self._watch.answered()
        changed = bool(
            seen.entry and seen.reading and self._readings.get(seen.entry.path) is not seen.reading
        )
        if seen.entry and seen.reading:
            self._readings[seen.entry.path] = seen.reading
        self._signs = seen.signs or self._signs
        if seen.listing and seen.listing != self._listing:
            self._take_listing(seen.listing)
        if changed:
            self._show_decks()
            if seen.entry and seen.entry.path == self._wanted:
                self._show_deck()

    def take_change(self, path: Path, reading: Reading | None = None, card: Card | None = None) -> None:
        """A deck was written from here: show it at once.

        Args:
            path: its file.
            reading: what the file says now; none where it is to be read.
            card: the card to mark.
        """
        if reading:
            self._readings[path] = reading
        self._wanted = path
        self._listing = list_decks(_PATIENCE)
        self._show_decks()
        self._show_deck(card)
        if reading is None and self.entry:
            self._watch.read(self.entry, self._readings)

    # Going about

    @on(OptionList.OptionHighlighted, "#decks-list")
    def _deck_marked(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id and event.option_id != str(self._wanted):
            self._choose(Path(event.option_id))

    @on(OptionList.OptionSelected, "#decks-list")
    def action_to_cards(self) -> None:
        """From the decks to the cards."""
        self.cards.focus()

    def action_to_decks(self) -> None:
        """From the cards to the decks."""
        self._list.focus()

    def action_to_main(self) -> None:
        """The decks are the leftmost already."""

    def action_search(self) -> None:
        """Write what is looked for."""
        self.query_one("#decks-search").focus()

    @on(Input.Changed, "#decks-search")
    def _search(self) -> None:
        self._show_found(self.cards.number)

    @on(Input.Submitted, "#decks-search")
    def _open_found(self) -> None:
        self.action_open()

    def on_key(self, event: events.Key) -> None:
        """While one searches, up and down go between what is found."""
        if isinstance(self.focused, Input) and event.key in ("up", "down"):
            event.stop()
            self.cards.action_go(-1 if event.key == "up" else 1)

    def leave_field(self) -> None:
        """From the search to what was found."""
        self.cards.focus()

    def leave(self) -> None:
        """First out of a search, then out of the screen."""
        search = self.query_one("#decks-search", Input)
        if search.value:
            search.value = ""
        else:
            self.dismiss()


def _place_of(card: Card, deck: Deck, number: int | None) -> int | None:
    """Where a card stands in a deck; where it is there no more, as far on as before."""
    if number is not None and number < len(deck.cards) and deck.cards[number] == card:
        return number
    places = [place for place, each in enumerate(deck.cards) if each == card]
    if places:
        return min(places, key=lambda place: abs(place - (number or 0)))
    return min(number or 0, len(deck.cards) - 1)
