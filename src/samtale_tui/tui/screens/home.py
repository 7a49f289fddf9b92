"""Home: conversations to go on with, newest first, and the decks that a new one can be made from."""

from collections.abc import Sequence
from time import monotonic, sleep
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from samtale_tui.basis.errors import Problem, SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.conversation.live import open_live
from samtale_tui.conversation.store import Listing as Conversations
from samtale_tui.conversation.store import list_conversations
from samtale_tui.deck.inspection import Inspector
from samtale_tui.deck.shelf import Listing as Decks
from samtale_tui.deck.shelf import list_decks
from samtale_tui.tui import navigation as to
from samtale_tui.tui.commands import bindings_in
from samtale_tui.tui.screens.base import ContextScreen
from samtale_tui.tui.screens.home_lines import conversation_line, deck_line, problem_lines
from samtale_tui.tui.sinks import plain, plain_line, say, say_error
from samtale_tui.tui.widgets.first_hint import FirstHint

CONVERSATION = "conversation:"
DECK = "deck:"
PATIENCE = 0.2
"""Seconds that Home waits for shared folders before it is painted."""
LATE_SECONDS, LATE_TRIES = 0.25, 20
"""How long and how often they are waited for after that; between, it is seen whether Home is left."""
PAUSE_SECONDS, QUIET_SECONDS = 0.03, 0.6
"""Between two decks that are read beforehand, and since the last key: no key of several waits for them."""

TELL_SECONDS = 1.0
"""How often what has been found wrong is shown, while there are more to read."""


class HomeScreen(ContextScreen):
    """What one meets first."""

    context = "home"
    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("home")]

    class Inspected(Message):
        """More is known of the decks than before."""

        def __init__(self, decks: Decks) -> None:
            super().__init__()
            self.decks = decks

    def __init__(self) -> None:
        super().__init__()
        self._inspector = Inspector()
        self._conversations = Conversations((), ())
        self._decks = Decks()
        self._pressed = 0.0

    def compose(self) -> ComposeResult:
        """Name, list, and what is wrong with files, if anything is."""
        with Vertical(id="home"):
            yield Static(
                Content.assemble(
                    ("samtale", "bold $primary"), "  ", _("en god samtale om teamets udvikling")
                ),
                id="home-title",
            )
            yield OptionList(id="home-list", markup=False)
            with VerticalScroll(id="home-problems"):
                yield Static(id="home-problem-lines", markup=False)
            yield FirstHint()
        yield self.key_bar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.is_ready = True
        self._fill()
        self.query_one("#home-list").focus()

    def returned(self) -> None:
        """Back from a conversation: it stands first now, and is marked."""
        self._fill()

    def _fill(self) -> None:
        """Read and show all there is, and have the decks looked at more closely once it is painted."""
        marked, before = self._marked(), self._conversations
        self._conversations = list_conversations()
        self._decks = self._inspector.recalled(list_decks(PATIENCE))
        self._show(self._decks.problems, marked if self._conversations == before else None)
        self._mind_the_hint(first=not self._conversations.summaries and not self._conversations.damaged)
        self.call_after_refresh(self._inspect, self._decks)

    def _show(self, told: Sequence[Problem], marked: str | None = None) -> None:
        """Paint it.

        Args:
            told: what is wrong with the folders of decks.
            marked: id of the line to mark; the first one where there is none.
        """
        options = self.query_one("#home-list", OptionList)
        options.clear_options()
        options.add_options([*self._conversation_options(), *self._deck_options()])
        usable = [place for place, option in enumerate(options.options) if not option.disabled]
        marked_now = [place for place in usable if marked and options.options[place].id == marked]
        options.highlighted = next(iter([*marked_now, *usable]), None)
        lines = [
            *problem_lines([*told, *(problem for deck in self._decks.entries for problem in deck.problems)]),
            *(damaged.message for damaged in self._conversations.damaged),
            *map(str, self.samtale.settings.problems),
        ]
        self.query_one("#home-problem-lines", Static).update(plain("\n".join(lines)))
        box = self.query_one("#home-problems")
        box.display = bool(lines)
        box.border_title = plain_line(n_("1 fil kan ikke bruges", "{n} filer kan ikke bruges", len(lines)))

    @work(thread=True, exclusive=True, group="decks")
    def _inspect(self, decks: Decks) -> None:
        """Wait for folders that have not answered, then read all of each deck, with pauses for the keys."""
        worker = get_current_worker()
        tries = LATE_TRIES if decks.unanswered else 0
        while tries and decks.unanswered and not worker.is_cancelled:
            decks, tries = list_decks(LATE_SECONDS), tries - 1
        self.post_message(self.Inspected(decks))
        told = monotonic()
        for entry in filter(self._inspector.is_left, decks.entries):
            sleep(PAUSE_SECONDS)
            while monotonic() - self._pressed < QUIET_SECONDS and not worker.is_cancelled:
                sleep(PAUSE_SECONDS)
            if worker.is_cancelled:
                return
            self._inspector.inspect(entry)
            if monotonic() - told > TELL_SECONDS:
                self.post_message(self.Inspected(decks))
                told = monotonic()
        self.post_message(self.Inspected(decks))

    def on_screen_suspend(self) -> None:
        """The decks wait while something else is on."""
        self.workers.cancel_group(self, "decks")

    def on_home_screen_inspected(self, event: Inspected) -> None:
        """Show what is known now, where that is more than before."""
        decks = self._inspector.recalled(event.decks)
        if decks != self._decks or decks.unanswered:
            self._decks, marked = decks, self._marked()
            self._show((*decks.problems, *decks.unanswered), marked)

    def _marked(self) -> str | None:
        """The id of the line that is marked."""
        options = self.query_one("#home-list", OptionList)
        return None if options.highlighted is None else options.options[options.highlighted].id

    def _mind_the_hint(self, *, first: bool) -> None:
        if first and not self.samtale.settings.value.hint_seen:
            return
        for hint in self.query(FirstHint):
            hint.remove()

    @on(FirstHint.Read)
    def _hint_is_read(self) -> None:
        self.samtale.settings.change(hint_seen=True)

    def on_key(self) -> None:
        """Whoever presses keys soon needs the hint no more, and is not to wait for decks that are read."""
        self._pressed = monotonic()
        for hint in self.query(FirstHint):
            hint.step()

    def _conversation_options(self) -> list[Option]:
        listing = self._conversations
        if not listing.summaries:
            return []
        now = self.samtale.now().wall
        return [
            Option(Content.styled(_("Fortsæt"), "bold $primary"), disabled=True),
            *(Option(conversation_line(s, now), id=CONVERSATION + s.id) for s in listing.summaries),
            Option("", disabled=True),
        ]

    def _deck_options(self) -> list[Option]:
        options = [Option(Content.styled(_("Ny samtale"), "bold $primary"), disabled=True)]
        options += [Option(deck_line(deck), id=DECK + deck.id) for deck in self._decks.entries]
        if all(deck.problems for deck in self._decks.entries):
            words = _("Der er ingen sæt, der kan bruges. Se hvorfor nedenfor.")
            options.append(Option(plain_line(words), disabled=True))
        return options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on with a conversation, or make a new one from a deck."""
        chosen = event.option_id or ""
        if chosen.startswith(CONVERSATION):
            self._continue(chosen.removeprefix(CONVERSATION))
        elif chosen.startswith(DECK):
            self._new(chosen.removeprefix(DECK))

    def _continue(self, conversation_id: str) -> None:
        try:
            live = open_live(conversation_id, now=self.samtale.now)
        except SamtaleError as error:
            say_error(self.app, error)
            self._fill()
            return
        to.open_conversation(self.samtale, live)

    def action_new(self) -> None:
        """A new conversation, its deck chosen in the form."""
        self._new(None)

    def action_decks(self) -> None:
        """The decks and their cards."""
        to.show_decks(self.samtale)

    def _new(self, deck_id: str | None) -> None:
        from samtale_tui.tui.screens.start import StartScreen

        chosen = self._decks.entry(deck_id) if deck_id else None
        if chosen and chosen.problems:
            first = str(chosen.problems[0])
            say(self.app, first, title=_("Kortsættet kan ikke bruges"), severity="warning", seconds=15)
            return
        decks = [deck for deck in self._decks.entries if not deck.problems]
        if decks:
            self.app.push_screen(StartScreen(decks, deck_id))
        else:
            words = _("Der er ingen sæt at begynde fra. Ret filerne, der er nævnt nederst.")
            say(self.app, words, severity="warning")

    def action_forget(self) -> None:
        """The marked conversation deleted for good, after asking (S66)."""
        from samtale_tui.tui.forgetting import ask_to_forget

        marked = self._marked() or ""
        if marked.startswith(CONVERSATION):
            ask_to_forget(self.samtale, marked.removeprefix(CONVERSATION), self._fill)
        else:
            say(self.app, _("Markér den samtale, der skal slettes."))

    def action_back(self) -> None:
        """Home is where Esc ends."""
