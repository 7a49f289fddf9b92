"""Agreements ranked by the room, by show of hands or by hand, so that few actions come of them."""

import math
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.commands import drop_agreement
from samtale_tui.conversation.model import MOST_VOTES, Agreement, Conversation
from samtale_tui.conversation.plan_commands import open_agreements, promote
from samtale_tui.conversation.ranking_commands import move_agreement, sort_by_votes, vote
from samtale_tui.tui import navigation as to
from samtale_tui.tui.commands import Command, bindings_in, command
from samtale_tui.tui.screens.overlay import ListOverlay
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.hanging import airy, hanging
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.panes import Pane
from samtale_tui.tui.widgets.steady import SteadyText

ROOMY = 70
"""From so many cells on the bars of dots are long."""
WIDE = 94
"""From so many cells on the fields stand there, too."""
TOGETHER_SECONDS = 1.0
"""Digits typed within so long of each other are one number."""


class Typed(NamedTuple):
    """The number that is being typed."""

    agreement: str
    """Id of the agreement that it is for."""
    digits: str
    """What it is so far."""
    at: float
    """Reading of the clock at the last digit."""


def dots(votes: int, most: int, cells: int) -> str:
    """Votes as a dot each, for people count them; none at all where there is no room for ``most`` of them."""
    return "●" * votes if most <= cells else ""


def agreement_line(agreement: Agreement, field: str, most: int, width: int) -> Content:
    """An agreement with its votes as a number and a bar.

    Args:
        agreement: the agreement.
        field: title of the field that it came from, if any.
        most: votes that the longest bar stands for.
        width: of the list, in cells.
    """
    bar = 10 if width >= ROOMY else 6
    number = ("bold" if agreement.votes else "$text-muted",)
    before = Content.assemble(
        (f"{agreement.votes:>3} ", *number), (dots(agreement.votes, most, bar).ljust(bar + 2), "$primary")
    )
    where = f"  ({field})" if field else ""
    return hanging(before, clean_line(agreement.text) + where, width)


MOST_DIGITS = len(str(MOST_VOTES))
"""Digits of the highest number of votes; of more, the last ones count."""


class RankingScreen(ListOverlay):
    """Over the plan. What is not made an action stays as a list, in this order."""

    context = "ranking"
    CSS_PATH = "ranking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_in("ranking"),
        *(Binding(str(digit), f"digit('{digit}')", show=False) for digit in range(10)),
    ]

    def __init__(self) -> None:
        super().__init__("plan")
        self._typed = Typed("", "", -math.inf)

    def compose(self) -> ComposeResult:
        """What it is about, and the list."""
        yield StepHeader()
        yield Notice()
        with Vertical(id="ranking-body"):
            yield SteadyText(id="ranking-words")
            yield Pane(id="ranked")
        yield self.key_bar()

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """The open agreements as they stand now."""
        if old and (old.agreements, old.actions) == (new.agreements, new.actions):
            return
        width, height = self._room
        waiting = open_agreements(new)
        most = max([len(new.people), *(each.votes for each in waiting)])
        fields = new.deck.fields_by_id
        lines = []
        for each in waiting:
            field = fields.get(each.field or "")
            title = clean_line(field.title) if field and width >= WIDE else ""
            lines.append((each.id, agreement_line(each, title, most, width)))
        marked = self._list.marked
        self._list.fill(airy(lines, height))
        self._mark(marked)
        actions = n_("1 handling i planen", "{n} handlinger i planen", len(new.actions))
        self._list.head(_("Aftaler · {n}").format(n=len(waiting)), actions if new.actions else "")
        asked = _("Hvad er vigtigst? Ræk hånden op for det, der skal blive til handlinger.")
        words = asked if waiting else _("Ingen aftaler venter. Esc går til planen.")
        self.query_one("#ranking-words", SteadyText).say(words)

    def _mark(self, agreement_id: str | None) -> None:
        """The mark follows its agreement; where that is gone, it stays in its place."""
        ids = [each.id for each in self._list.options]
        if agreement_id in ids:
            self._list.highlighted = ids.index(agreement_id)
        elif ids and self._list.highlighted is None:
            self._list.highlighted = 0

    def bar(self) -> tuple[Command, ...]:
        """The way on to the plan too, which comes after this."""
        usual = super().bar()
        return (*usual[:3], command("back").worded(_("til planen")), *usual[3:])

    # Votes

    def action_digit(self, digit: str) -> None:
        """A number of hands; a second digit soon after the first belongs to it."""
        marked = self._marked()
        if marked is None:
            return
        now = self.live.now().mono
        before = self._typed
        same = before.agreement == marked.id and now - before.at <= TOGETHER_SECONDS
        digits = ((before.digits if same else "") + digit)[-MOST_DIGITS:]
        self._typed = Typed(marked.id, digits, now)
        self._vote(marked, int(digits))

    def action_more_votes(self) -> None:
        """One more."""
        self._step(+1)

    def action_fewer_votes(self) -> None:
        """One fewer."""
        self._step(-1)

    def _step(self, by: int) -> None:
        marked = self._marked()
        if marked:
            self._forget_digits()
            self._vote(marked, marked.votes + by)

    def _vote(self, marked: Agreement, votes: int) -> None:
        self.apply(vote, marked.id, votes, label=_("stemmer talt"), stay=f"votes/{marked.id}")

    def _marked(self) -> Agreement | None:
        """The marked agreement; none, and said so, where there is none."""
        marked = self._list.marked
        found = next((each for each in open_agreements(self.value) if each.id == marked), None)
        if found is None:
            say(self.app, _("Ingen aftaler venter."))
        return found

    def _forget_digits(self) -> None:
        self._typed = Typed("", "", -math.inf)

    def undone(self) -> None:
        """What is typed next is a number of its own."""
        self._forget_digits()

    # Order

    def action_sort(self) -> None:
        """Those with most votes first."""
        if self.apply(sort_by_votes, label=_("aftaler sorteret")):
            self._list.highlighted = 0

    def action_up(self) -> None:
        """The marked one a place up."""
        self._move(-1)

    def action_down(self) -> None:
        """The marked one a place down."""
        self._move(+1)

    def _move(self, by: int) -> None:
        marked = self._marked()
        if marked:
            self.apply(move_agreement, marked.id, by, label=_("aftale flyttet"))

    # What becomes of it

    @on(OptionList.OptionSelected, "#ranked")
    def _promote(self, event: OptionList.OptionSelected) -> None:
        if event.option_id and self.apply(promote, event.option_id, label=_("aftale gjort til handling")):
            words = _("Nu er den handling {n} i planen. u fortryder.")
            say(self.app, words.format(n=len(self.value.actions)), seconds=3)

    def action_drop(self) -> None:
        """The marked one away."""
        marked = self._marked()
        if marked and self.apply(drop_agreement, marked.id, label=_("aftale slettet")):
            what = shorten(clean_line(marked.text), 40)
            say(self.app, _("Slettet: {what}. u fortryder.").format(what=what))

    def action_edit_agreement(self) -> None:
        """The marked one in other words."""
        marked = self._marked()
        if marked and self.may_write():
            to.reword_agreement(self.samtale, marked.id)

    def action_next_step(self) -> None:
        """The ranking comes before the plan."""
        self.leave()
