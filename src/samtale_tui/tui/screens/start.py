"""The form for a new conversation: deck, team, people in seating order, booked length."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Button, Input, Label, Select, Static, TextArea

from samtale_tui.basis.errors import DeckError, SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, split_names
from samtale_tui.conversation.live import begin_live
from samtale_tui.conversation.model import DEFAULT_MINUTES, LEAST_MINUTES, MOST_MINUTES
from samtale_tui.conversation.start_draft import StartDraft, load_start_draft, save_start_draft
from samtale_tui.deck.model import Deck
from samtale_tui.deck.shelf import DeckEntry, read
from samtale_tui.tui import navigation as to
from samtale_tui.tui.commands import bindings_in
from samtale_tui.tui.screens.base import ContextScreen
from samtale_tui.tui.sinks import plain_line, say, say_error, searchable
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.writing import Writing

USUAL = "tus-randers"
"""The deck that is chosen where none is named: the conversation that the program is made for."""
DRAFT_SECONDS = 0.1
"""How long after the last letter what is typed is written to the disk."""


@dataclass(frozen=True)
class Prefill:
    """What is known before the form is shown."""

    deck: Deck | None = None
    """The deck, where it was named; it may be one that is on no shelf."""
    team: str = ""
    """Name of the team."""
    people: tuple[str, ...] = ()
    """Names in seating order."""
    minutes: int | None = None
    """Booked length."""


class StartScreen(ContextScreen):
    """Makes the conversation and opens it. What was typed waits until it is made."""

    context = "start"
    CSS_PATH = "start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("start")]

    def __init__(
        self,
        decks: Sequence[DeckEntry],
        deck_id: str | None = None,
        prefill: Prefill | None = None,
        typed: StartDraft | None = None,
    ) -> None:
        """Make the form.

        Args:
            decks: what can be chosen between; at least one, unless one is named in ``prefill``.
            deck_id: the one that is chosen at first.
            prefill: what is known already.
            typed: what stood in the fields, as it was, empty ones too; none where the form is new.
        """
        super().__init__()
        self._typed = typed
        self._prefill = prefill or Prefill()
        self._entries = decks
        self._decks: dict[str, Deck | DeckEntry] = {}
        named = self._prefill.deck
        if named:
            self._decks[named.id] = named
        for entry in decks:
            self._decks.setdefault(entry.id, entry)
        wanted = deck_id or (named.id if named else "")
        usual = USUAL if USUAL in self._decks else next(iter(self._decks))
        self._deck_id = wanted if wanted in self._decks else usual

    def again(self) -> "StartScreen":
        """The same form with what stands in it."""
        deck_id = str(self.query_one("#start-deck", Select).value)
        return StartScreen(self._entries, deck_id, self._prefill, self._in_the_fields())

    def _in_the_fields(self) -> StartDraft:
        return StartDraft(
            team=self.query_one("#start-team", Input).value,
            people=self.query_one("#start-people", Writing).text,
            minutes=self.query_one("#start-minutes", Input).value,
        )

    def _from_the_start(self) -> StartDraft:
        """What is known, else what waits from the last time."""
        fill, draft = self._prefill, self._draft
        return StartDraft(
            team=fill.team or draft.team,
            people=", ".join(fill.people) or draft.people,
            minutes=str(fill.minutes or "") or draft.minutes or str(DEFAULT_MINUTES),
        )

    def compose(self) -> ComposeResult:
        """Label and field, one after the other."""
        self._draft = load_start_draft()
        fields = self._typed or self._from_the_start()
        with VerticalScroll(id="start", can_focus=False):
            yield Static(plain_line(_("Ny samtale")), id="start-title")
            yield Label(plain_line(_("Kortsæt")))
            options = [(searchable(deck.title), deck.id) for deck in self._decks.values()]
            yield Select(options, value=self._deck_id, allow_blank=False, id="start-deck", compact=True)
            yield Label(plain_line(_("Team")))
            yield Entry(fields.team, placeholder=_("fx Team Nord"), id="start-team")
            yield Label(plain_line(_("Deltagere, i den rækkefølge I sidder (med uret)")))
            yield Writing(
                fields.people,
                id="start-people",
                placeholder=_("Anna, Bo, Carina … eller et navn på hver linje"),
            )
            yield Static(id="start-count", markup=False)
            yield Label(plain_line(_("Afsat tid i minutter")))
            yield Entry(fields.minutes, id="start-minutes", most=4, restrict=r"[0-9]*")
            yield Button(plain_line(_("Åbn samtalen")), id="start-go", variant="primary")
        yield self.key_bar()

    def on_mount(self) -> None:
        """Where the next word is to be written."""
        self._timer = self.set_interval(DRAFT_SECONDS, self._save_draft, pause=True)
        self.is_ready = True
        self._count()
        target = "#start-people" if self.query_one("#start-team", Input).value else "#start-team"
        if self._prefill.people and target == "#start-people":
            target = "#start-go"
        self.query_one(target).focus()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _keep(self) -> None:
        """What stands in the form waits, should it be left."""
        draft = self._in_the_fields()
        if draft != self._draft:
            self._draft = draft
            self._timer.reset()
            self._timer.resume()
        self._count()

    def _save_draft(self) -> None:
        self._timer.pause()
        self._write_draft(self._draft)

    @work(thread=True, exclusive=True)
    def _write_draft(self, draft: StartDraft) -> None:
        """Off the screen's thread. A disk that takes nothing is told of when the conversation is made."""
        with contextlib.suppress(OSError):
            save_start_draft(draft)

    def _count(self) -> None:
        people = split_names(self.query_one("#start-people", Writing).text)
        words = n_("1 deltager", "{n} deltagere", len(people)) if people else _("Ingen deltagere endnu")
        self.query_one("#start-count", Static).update(plain_line(words))

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#start-go")
    def action_create(self) -> None:
        """Make the conversation, or say what is missing."""
        team = clean_line(self.query_one("#start-team", Input).value)
        if not team:
            self._missing("#start-team", _("Skriv, hvad teamet hedder."))
            return
        minutes = self.query_one("#start-minutes", Input).value.strip()
        if not minutes.isdecimal() or not LEAST_MINUTES <= int(minutes) <= MOST_MINUTES:
            self._missing(
                "#start-minutes",
                _("Skriv tiden i hele minutter, mellem {least} og {most}.").format(
                    least=LEAST_MINUTES, most=MOST_MINUTES
                ),
            )
            return
        people = split_names(self.query_one("#start-people", Writing).text)
        self._create(team, people, int(minutes))

    def _chosen_deck(self) -> Deck:
        """The deck that is chosen.

        Raises:
            DeckError: it cannot be used.
        """
        chosen = self._decks[str(self.query_one("#start-deck", Select).value)]
        return chosen if isinstance(chosen, Deck) else read(chosen)

    def _create(self, team: str, people: tuple[str, ...], minutes: int) -> None:
        try:
            deck = self._chosen_deck()
        except DeckError as error:
            self._refuse_deck(error)
            return
        try:
            live = begin_live(
                deck, team, people, minutes, settings=self.samtale.settings.value, now=self.samtale.now
            )
        except SamtaleError as error:
            say_error(self.app, error)
            return
        self._timer.stop()
        self._draft = StartDraft()
        self.on_unmount()
        self.app.pop_screen()
        to.open_conversation(self.samtale, live)

    def _refuse_deck(self, error: DeckError) -> None:
        """Name the first thing that is wrong with the deck; what is typed stays."""
        first = str(error.problems[0])
        say(self.app, first, title=_("Kortsættet kan ikke bruges"), severity="error", seconds=15)
        self.query_one("#start-deck").focus()

    def _missing(self, field: str, words: str) -> None:
        say(self.app, words, severity="warning")
        self.query_one(field).focus()

    def leave(self) -> None:
        """Back to where one came from, Home or the decks; what was typed waits."""
        self.on_unmount()
        self.dismiss()

    def on_unmount(self) -> None:
        """Keep what was typed last, too."""
        with contextlib.suppress(OSError):
            save_start_draft(self._draft)
