"""The lists beside the wheel and below the plan: cards of a field, agreements."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.choosing import is_chosen
from samtale_tui.conversation.model import Agreement, Conversation
from samtale_tui.conversation.parking_commands import waiting_parked
from samtale_tui.conversation.plan_commands import open_agreements
from samtale_tui.deck.model import CardKind
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.marked import marked_id

_MOST_PICTURES = 64
"""How many of its pictures a list keeps: those of every field of a large deck, a mark in some of them."""


def card_line(conversation: Conversation, card_id: str) -> Content:
    """One card in the list: whether it was used, or chosen beforehand; what it is, and its first words."""
    card = conversation.card_by_id(card_id)
    if card is None:
        return Content("")
    used = conversation.use(card_id).used
    mark = ("● ", "$primary") if used else ("○ ", "$text-muted")
    chosen = ("◆ ", "$primary") if is_chosen(conversation, card_id) else ""
    kind = {CardKind.EXERCISE: _("Øvelse: "), CardKind.BLANK: _("Eget kort: ")}.get(card.kind, "")
    return Content.assemble(mark, chosen, (kind, "italic"), clean_line(card.text))


class Pane(OptionList):
    """A list in a frame that says what is in it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("left", "screen.to_main", show=False)]

    virtual_size = Reactive(Size(0, 0))
    """As every widget's, but not a reason to lay out the whole screen: that costs more than all the rest."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._filled: tuple[tuple[str, Content], ...] | None = None
        self._pictures: dict[object, list[Strip]] = {}
        self._head = ("", "")

    @property
    def marked(self) -> str | None:
        """Id of the line that is marked; none where none is."""
        return marked_id(self)

    def fill(self, lines: Sequence[tuple[str, Content]]) -> None:
        """Show these lines, id and words; the mark stays where it was as far as it can."""
        if tuple(lines) == self._filled:
            return
        self._filled = tuple(lines)
        place = self.highlighted
        self.set_options([Option(words, id=line) for line, words in lines]).refresh()
        self.highlighted = None if place is None or not lines else min(place, len(lines) - 1)
        self._mind_the_scroll_bar()

    def notify_style_update(self) -> None:
        """Another theme, other colours: every picture is made anew."""
        self._pictures.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, made once for each thing that the list shows.

        To wrap and paint a field's cards is what takes the longest when one moves on the wheel, and one comes
        by the same fields again and again. What lies under the mouse is not kept.
        """
        if self.mouse_hover:
            return super().render_lines(crop)
        if len(self._pictures) >= _MOST_PICTURES:
            self._pictures.clear()
        shown = (self._filled, self._head, self.highlighted, self.scroll_offset)
        key = (shown, self.scrollable_content_region, crop)
        if key not in self._pictures:
            self._pictures[key] = super().render_lines(crop)
        return self._pictures[key]

    def on_resize(self) -> None:
        """Another size: other pictures, and perhaps a scroll bar, or none any longer."""
        self._pictures.clear()
        self.call_after_refresh(self._mind_the_scroll_bar)
        self.call_after_refresh(self.scroll_to_highlight)

    def _mind_the_scroll_bar(self) -> None:
        wanted = self.virtual_size.height > self.scrollable_content_region.height
        if wanted != self.show_vertical_scrollbar:
            self.refresh(layout=True)

    def head(self, title: str, subtitle: str) -> None:
        """The words in the frame; nothing is painted where they are the same."""
        if (title, subtitle) != self._head:
            self._head = (title, subtitle)
            self.border_title = plain_line(title)
            self.border_subtitle = plain_line(subtitle)

    def mark(self, line: str | None) -> None:
        """Mark the line of that id; none where none is named."""
        self.highlighted = None if line is None else self.get_option_index(line)


class CardList(Pane):
    """The cards of one field."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown_field = ""

    def show(self, conversation: Conversation, field_id: str) -> None:
        """Show the cards of a field; the one that lies open is marked."""
        ids = conversation.cards_on(field_id)
        same_field, self._shown_field = field_id == self._shown_field, field_id
        self.fill([(card, card_line(conversation, card)) for card in ids])
        if conversation.card in ids:
            self.mark(conversation.card)
        elif not same_field:
            self.mark(None)
        field = conversation.deck.fields_by_id[field_id]
        used, total = conversation.cards_used(field_id)
        titles = dict.fromkeys((field.title, conversation.deck.theme_of(field).title))
        self.head(" · ".join(titles), f"{used}/{total}")

    def on_focus(self) -> None:
        """A list that has the keys has a mark, so that a key for a card is about one."""
        if self.highlighted is None and self.option_count:
            self.highlighted = 0


def parked_words(conversation: Conversation) -> str:
    """How much is parked, not to be forgotten (S8), with the key that shows it; empty where nothing is."""
    waiting = len(waiting_parked(conversation))
    return _("K parkeret · {n}").format(n=waiting) if waiting else ""


class AgreementList(Pane):
    """Agreements, each with its votes, where there are any, and the field that it came from."""

    def show(self, conversation: Conversation, agreements: Sequence[Agreement], *, numbered: bool) -> None:
        """Show these agreements of a conversation."""
        fields = conversation.deck.fields_by_id
        lines: list[tuple[str, Content]] = []
        ranked = not numbered and any(agreement.votes for agreement in agreements)
        for number, agreement in enumerate(agreements, 1):
            before = f"{number} " if numbered else _votes(agreement) if ranked else ""
            field = fields.get(agreement.field or "")
            where = f"  ({field.title})" if field else ""
            words = ((before, "$primary"), clean_line(agreement.text), (where, "$text-muted"))
            lines.append((agreement.id, Content.assemble(*words)))
        self.fill(lines)
        self.can_focus = bool(agreements)

    def show_all(self, conversation: Conversation, *, wide: bool) -> None:
        """Show every agreement under its number, with what is parked and the way on below.

        Args:
            conversation: whose agreements they are.
            wide: whether there is room for both below; else what is parked comes first.
        """
        self.show(conversation, conversation.agreements, numbered=True)
        way_on = _("> til planen") if open_agreements(conversation) else _("a ny aftale")
        parked = parked_words(conversation)
        below = (parked, way_on) if wide else (parked or way_on,)
        title = _("Aftaler · {n}").format(n=len(conversation.agreements))
        self.head(title, " ─ ".join(words for words in below if words))


def _votes(agreement: Agreement) -> str:
    """How many hands went up for it; a blank of the same width where none did."""
    return f"{agreement.votes:>2} ● " if agreement.votes else " " * 5
