"""The boxes of Ramme in which prose is written: check-in, ground rules, people, and why a card was chosen."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, Label, Select, Static

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.limits import MOST_GROUND_RULES, MOST_REMARK_LETTERS
from samtale_tui.basis.text import clean_line, shorten, split_names
from samtale_tui.conversation.choosing import choose_card, chosen_card, say_why
from samtale_tui.conversation.chosen import Chooser
from samtale_tui.conversation.framing_words import chooser_title
from samtale_tui.conversation.people_commands import set_people
from samtale_tui.deck.rule_words import ground_rules_title
from samtale_tui.tui.screens.frame_box import FrameBox
from samtale_tui.tui.sinks import plain, plain_line, say
from samtale_tui.tui.widgets.writing import Writing


class CheckInBox(FrameBox):
    """What everyone says a word on first, and what they hope for (S59)."""

    def title_words(self) -> str:
        """Both have their place in the opening."""
        return _("Check-in og forventninger")

    def fields(self) -> ComposeResult:
        """Two texts."""
        framing = self.value.framing
        yield Label(plain_line(_("Hvad siger alle et ord om først?")))
        yield Writing(
            framing.check_in, id="check_in", placeholder=_("fx Hvad glæder dig ved jobbet lige nu?")
        )
        yield Label(plain_line(_("Hvad håber I at få med hjem?")))
        yield Writing(framing.expectations, id="expectations", placeholder=_("Skriv det, mens de siger det"))

    def take(self, name: str, text: str) -> None:
        """As it is typed."""
        self.keep(name, text, label=_("check-in ændret"))


class RulesBox(FrameBox):
    """The ground rules, one a line; at first those of the deck (S24)."""

    def title_words(self) -> str:
        """As the deck calls them."""
        return ground_rules_title(self.value.deck)

    def fields(self) -> ComposeResult:
        """The rules to write in, and the way back to the deck's."""
        yield Label(plain_line(_("En regel på hver linje. Ret dem, til de er jeres.")))
        text = self.waiting("rules", _as_lines(self.value.ground_rules))
        yield Writing(text, id="rules", placeholder=_("Vi taler én ad gangen"))
        yield Static(id="rules-words", classes="read -wrong", markup=False)
        yield Button(plain_line(_("Sættets egne regler igen")), id="rules-again")

    def on_mount(self) -> None:
        """Room for all of them."""
        self.query_one("#rules").add_class("tall")
        self._show(self.query_one("#rules", Writing).text)

    def take(self, name: str, text: str) -> None:
        """As it is typed; what is too much waits."""
        rules = _rules_in(text)
        if self._show(text):
            self.let_wait("rules", text)
            return
        self.let_wait("rules", "")
        deck = tuple(clean_line(rule) for rule in self.value.deck.rules.ground_rules)
        own = None if rules == deck else rules
        self.keep("ground_rules", own, label=_("spilleregler ændret"))
        self._show(text)

    def _show(self, text: str) -> str:
        """Say what is too much, and whether there is a way back to the deck's rules."""
        rules = _rules_in(text)
        words = ""
        if len(rules) > MOST_GROUND_RULES:
            words = n_("Højst 1 regel.", "Højst {n} regler.", MOST_GROUND_RULES)
        elif any(len(rule) > MOST_REMARK_LETTERS for rule in rules):
            words = n_("En regel er højst 1 tegn.", "En regel er højst {n} tegn.", MOST_REMARK_LETTERS)
        line = self.query_one("#rules-words", Static)
        line.display = bool(words)
        line.update(plain_line(words))
        deck = self.value.deck.rules.ground_rules
        self.query_one("#rules-again").display = bool(deck) and rules != tuple(map(clean_line, deck))
        return words

    @on(Button.Pressed, "#rules-again")
    def _again(self) -> None:
        self.live.end_stay()
        writing = self.query_one("#rules", Writing)
        writing.text = _as_lines(self.value.deck.rules.ground_rules)
        writing.focus()


class PeopleBox(FrameBox):
    """Who takes part. The list waits while it is written, and holds when the box is closed."""

    def title_words(self) -> str:
        """In the order of their seats."""
        return _("Deltagere")

    def fields(self) -> ComposeResult:
        """The names, and how many they are."""
        yield Label(plain_line(_("Et navn på hver linje, i den rækkefølge I sidder (med uret)")))
        text = self.waiting("people", self._at_first)
        yield Writing(text, id="people", placeholder=_("Anna, Bo, Carina …"))
        yield Static(id="people-words", classes="read", markup=False)

    def on_mount(self) -> None:
        """Room for all of them."""
        self.query_one("#people").add_class("tall")
        self._count(self.query_one("#people", Writing).text)

    @property
    def _at_first(self) -> str:
        return "\n".join(person.name for person in self.value.people)

    def take(self, name: str, text: str) -> None:
        """It waits, so that half a name is nobody's."""
        self.let_wait("people", "" if text == self._at_first else text)
        self._count(text)

    def _count(self, text: str) -> None:
        count = len(split_names(text))
        words = n_("1 deltager", "{n} deltagere", count) if count else _("Ingen deltagere endnu")
        self.query_one("#people-words", Static).update(plain_line(words))

    def closing(self) -> None:
        """Now the list holds; who is in a round stays."""
        text = self.query_one("#people", Writing).text
        if self.live.read_only or text == self._at_first:
            return
        names = split_names(text)
        self.live.apply(set_people, names, label=_("deltagere ændret"))
        self.let_wait("people", "")
        if len(self.value.people) > len(names):
            say(self.app, _("Den, der har været med i en runde, bliver stående på listen."), seconds=8)


class WhyBox(FrameBox):
    """Why a card was chosen, and by whom (S54, S59)."""

    def __init__(self, card: str) -> None:
        """Make the box for this card."""
        super().__init__()
        self._card = card

    def title_words(self) -> str:
        """A question."""
        return _("Hvorfor dette kort?")

    def fields(self) -> ComposeResult:
        """The card's words, and the reason."""
        card = self.value.card_by_id(self._card)
        chosen = chosen_card(self.value, self._card)
        yield Static(plain(shorten(card.text, 400) if card else ""), classes="apart", markup=False)
        yield Writing(
            chosen.why if chosen else "",
            id="why",
            placeholder=_("Sig det ved velkomsten; rummet kan se det på Ramme"),
            enter_submits=True,
        )
        yield Label(plain_line(_("Kortet er")))
        choosers = [(plain_line(chooser_title(each, self.value.deck)), each.value) for each in Chooser]
        by = chosen.by if chosen else Chooser.LEADER
        yield Select(choosers, value=by.value, allow_blank=False, id="by", compact=True)

    @on(Select.Changed, "#by")
    def _chosen_by(self, event: Select.Changed) -> None:
        if not self.live.read_only:
            self.live.end_stay()
            self.live.apply(choose_card, self._card, Chooser(str(event.value)), label=_("valgt af en anden"))

    def take(self, name: str, text: str) -> None:
        """As it is typed."""
        if not self.live.read_only:
            self.live.apply(say_why, self._card, text, label=_("begrundelse"), stay=f"why/{self._card}")


def _as_lines(rules: tuple[str, ...]) -> str:
    return "\n".join(map(clean_line, rules))


def _rules_in(text: str) -> tuple[str, ...]:
    return tuple(rule for rule in map(clean_line, text.split("\n")) if rule)
