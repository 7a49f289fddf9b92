"""Home: conversations to go on with, newest first, and the decks that a new one can be made from."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.errors import Problem, SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.shown_dates import day_and_time
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.approving_words import due_words
from samtale_tui.conversation.live import open_live
from samtale_tui.conversation.store import Listing, Summary, list_conversations
from samtale_tui.deck.shelf import Shelf, find_decks
from samtale_tui.tui import navigation as to
from samtale_tui.tui.commands import bindings_in
from samtale_tui.tui.screens.base import ContextScreen
from samtale_tui.tui.sinks import plain, plain_line, say
from samtale_tui.tui.widgets.first_hint import FirstHint

CONVERSATION = "conversation:"
DECK = "deck:"


def conversation_line(summary: Summary, now: datetime) -> Content:
    """One conversation in the list."""
    due = due_words(summary.delete_on, now.date())
    facts = [*([due] if due else []), summary.state(), day_and_time(summary.changed, now)]
    if summary.agreements:
        facts.append(n_("1 aftale", "{n} aftaler", summary.agreements))
    if summary.actions:
        facts.append(n_("1 handling", "{n} handlinger", summary.actions))
    if summary.holder:
        facts.append(_("åben hos {who}").format(who=summary.holder.describe()))
    team = shorten(clean_line(summary.team), 30) or summary.id
    return Content.assemble(
        (team, "bold"),
        "  ",
        (summary.kind.upper(), "$text-muted"),
        "  ",
        (clean_line(" · ".join(facts)), "$text-muted"),
    )


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """A line a file: its first problem, and how to see the others."""
    lines: list[str] = []
    for path, found in groupby(problems, key=lambda problem: problem.path):
        first, *others = found
        more = n_("og 1 ting mere", "og {n} ting mere", len(others))
        how = (
            _("({more}; vis alt med: samtale deck check {path})").format(more=more, path=path)
            if others
            else ""
        )
        lines.append(f"{first} {how}".strip())
    return lines


class HomeScreen(ContextScreen):
    """What one meets first."""

    context = "home"
    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("home")]

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
        listing, shelf = list_conversations(), find_decks()
        self._shelf = shelf
        options = self.query_one("#home-list", OptionList)
        options.clear_options()
        options.add_options([*self._conversations(listing), *self._decks(shelf)])
        options.highlighted = next((i for i, o in enumerate(options.options) if not o.disabled), None)
        lines = [
            *problem_lines(shelf.problems),
            *(damaged.message for damaged in listing.damaged),
            *map(str, self.samtale.settings.problems),
        ]
        self.query_one("#home-problem-lines", Static).update(plain("\n".join(lines)))
        box = self.query_one("#home-problems")
        box.display = bool(lines)
        box.border_title = plain_line(n_("1 fil kan ikke bruges", "{n} filer kan ikke bruges", len(lines)))

        self._mind_the_hint(first=not listing.summaries and not listing.damaged)

    def _mind_the_hint(self, *, first: bool) -> None:
        if first and not self.samtale.settings.value.hint_seen:
            return
        for hint in self.query(FirstHint):
            hint.remove()

    @on(FirstHint.Read)
    def _hint_is_read(self) -> None:
        self.samtale.settings.change(hint_seen=True)

    def on_key(self) -> None:
        """Whoever presses keys soon needs the hint no more."""
        for hint in self.query(FirstHint):
            hint.step()

    def _conversations(self, listing: Listing) -> list[Option]:
        if not listing.summaries:
            return []
        now = self.samtale.now().wall
        return [
            Option(Content.styled(_("Fortsæt"), "bold $primary"), disabled=True),
            *(Option(conversation_line(s, now), id=CONVERSATION + s.id) for s in listing.summaries),
            Option("", disabled=True),
        ]

    def _decks(self, shelf: Shelf) -> list[Option]:
        options = [Option(Content.styled(_("Ny samtale"), "bold $primary"), disabled=True)]
        for file in shelf.decks:
            cards = n_("1 kort", "{n} kort", len(file.deck.cards))
            line = Content.assemble(
                (clean_line(file.deck.title), "bold"),
                "  ",
                (cards, "$text-muted"),
                "  ",
                (shorten(clean_line(file.deck.summary), 200), "$text-muted"),
            )
            options.append(Option(line, id=DECK + file.deck.id))
        if not shelf.decks:
            options.append(
                Option(plain_line(_("Der er ingen sæt, der kan bruges. Se hvorfor nedenfor.")), disabled=True)
            )
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
            say(self.app, str(error), title=error.title, severity="error", seconds=15)
            self._fill()
            return
        to.open_conversation(self.samtale, live)

    def action_new(self) -> None:
        """A new conversation, its deck chosen in the form."""
        self._new(None)

    def _new(self, deck_id: str | None) -> None:
        from samtale_tui.tui.screens.start import StartScreen

        decks = tuple(file.deck for file in self._shelf.decks)
        if decks:
            self.app.push_screen(StartScreen(decks, deck_id))
        else:
            words = _("Der er ingen sæt at begynde fra. Ret filerne, der er nævnt nederst.")
            say(self.app, words, severity="warning")

    def action_forget(self) -> None:
        """The marked conversation deleted for good, after asking (S66)."""
        from samtale_tui.tui.forgetting import ask_to_forget

        options = self.query_one("#home-list", OptionList)
        place = options.highlighted
        marked = (options.get_option_at_index(place).id or "") if place is not None else ""
        if marked.startswith(CONVERSATION):
            ask_to_forget(self.samtale, marked.removeprefix(CONVERSATION), self._fill)
        else:
            say(self.app, _("Markér den samtale, der skal slettes."))

    def action_back(self) -> None:
        """Home is where Esc ends."""
