"""The methods that can be led now, each with its time and how many it suits; what waits comes first."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.harvest_commands import question_of
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.offers import Offer, offers
from samtale_tui.conversation.rounds import Round
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.methods import TAKE_UP, title_of
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line

MOST_LETTERS = 60
"""Letters of a question that a line shows."""


class OfferBox(Dialog[str | None]):
    """Gives the method's name, or ``TAKE_UP`` and the id of a round; nothing when it is left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, card_id: str | None) -> None:
        """Make the box for a card; for none, for a topic of its own."""
        super().__init__()
        self._card = card_id

    def compose(self) -> ComposeResult:
        """What waits, what fits, what does not fit so well, and what has come out already."""
        with Vertical(classes="dialog dialog-places dialog-offers") as box:
            box.border_title = plain_line(_("Led en metode"))
            yield OptionList(*self._options(), markup=False)
            yield Static(plain_line(_("⏎ vælg  ·  Esc lad det være")), classes="dialog-hint")

    def help_rows(self) -> tuple[Row, ...]:
        """How something is chosen."""
        return (Row("⏎", _("Vælg det markerede")),)

    def on_mount(self) -> None:
        """What is likeliest is marked."""
        choices = self.query_one(OptionList)
        choices.highlighted = 0
        choices.focus()

    def _options(self) -> Iterator[Option]:
        live = self.samtale.live
        if live is None:
            return
        value = live.value
        for each in reversed(value.rounds):
            if not each.over:
                yield _option(TAKE_UP + each.id, *_waiting(value, each))
        for offer in offers(value, self._card):
            yield _option(offer.method.value, title_of(offer.method), _offered(offer))
        for each in reversed(value.rounds):
            if each.over and each.card == self._card:
                words = _("Hvad der kom ud af: {method}").format(method=title_of(each.method))
                yield _option(TAKE_UP + each.id, words, _caught(each))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.dismiss(None)


def _option(id_: str, head: str, more: str) -> Option:
    return Option(
        Content.assemble((clean_line(head), "bold"), "\n", (f"  {clean_line(more)}", "$text-muted")), id=id_
    )


def _waiting(value: Conversation, each: Round) -> tuple[str, str]:
    head = _("Tag op igen: {method}").format(method=title_of(each.method))
    return head, shorten(question_of(value, each), MOST_LETTERS) or _("uden kort")


def _offered(offer: Offer) -> str:
    minutes = n_("{n} minut", "{n} minutter", offer.minutes)
    return " · ".join(part for part in (minutes, offer.people, offer.but) if part)


def _caught(each: Round) -> str:
    count = len(each.harvest())
    return n_("{n} ting skrevet op", "{n} ting skrevet op", count) if count else _("intet skrevet op endnu")
