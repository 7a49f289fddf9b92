"""A card, large: the question, what goes deeper, and in one's own view the hint and the notes."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_prose
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.chosen import ChosenCard
from samtale_tui.conversation.framing_words import chooser_words
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import seconds_by_card
from samtale_tui.conversation.stage import Face, backside, face
from samtale_tui.deck.model import CardKind
from samtale_tui.method.catalogue import method_text
from samtale_tui.tui.commands import Command, bindings_in
from samtale_tui.tui.palette import palette
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.screens.on_cards import CardCommands
from samtale_tui.tui.sinks import plain, plain_line
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.large_letters import LargeLetters
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.steady import SteadyText
from samtale_tui.tui.widgets.writing import Writing

WIDEST_MORE = 74
"""Cells of a line of what stands below the question."""
HIGH = 34
"""From so many rows on there is air above the card's kind."""


def kind_words(shown: Face) -> str:
    """What the card is, and its place on the field."""
    kind = {
        CardKind.DIALOGUE: _("Kort {n} af {of}"),
        CardKind.EXERCISE: _("Øvelse · kort {n} af {of}"),
        CardKind.BLANK: _("Eget kort · {n} af {of}"),
        CardKind.TOPIC: _("Emne {n} af {of}"),
    }[shown.kind].format(n=shown.number, of=shown.of)
    minutes = n_("1 minut", "{n} minutter", shown.minutes) if shown.minutes else ""
    return " · ".join(part for part in dict.fromkeys((shown.field, shown.theme, kind, minutes)) if part)


def _note_question() -> ChoiceScreen:
    """Asked in front of the room. A box, so that what someone types on in good faith goes nowhere."""
    text = _("Noter er kun for dig, og lige nu kan rummet se skærmen.")
    return ChoiceScreen(_("Note"), text, (("stay", _("Bliv i rummet")), ("own", _("Skift til kun dig"))))


def _chosen_words(conversation: Conversation, chosen: ChosenCard | None) -> str:
    """That the card was chosen beforehand, by whom, and why (S55, S59)."""
    if chosen is None:
        return ""
    who = chooser_words(conversation.deck, chosen)
    said = _("◆ Valgt til samtalen ({who})").format(who=who) if who else _("◆ Valgt til samtalen")
    return ": ".join(part for part in (said, chosen.why) if part)


def more_words(shown: Face) -> Content:
    """What stands below the question: probing questions, suggestions, or how the method goes."""
    parts: list[Content] = [_bullet(probe) for probe in shown.probes]
    for head, lines in ((_("Tilbage"), shown.back), (_("Nu"), shown.now), (_("Frem"), shown.forward)):
        if lines:
            parts += [Content.styled(head, "bold"), *(_bullet(line) for line in lines)]
    if shown.kind is CardKind.EXERCISE and shown.method:
        parts += _method_parts(shown.method)
    return Content("\n").join(parts)


def _bullet(text: str) -> Content:
    return Content.assemble(("– ", "$text-muted"), text)


def _method_parts(name: MethodName) -> list[Content]:
    method = method_text(name)
    low, high = method.minutes
    minutes = _("{low}–{high} minutter").format(low=low, high=high)
    parts = [
        Content(""),
        Content.styled(method.title, "bold"),
        Content(method.purpose),
        Content.styled(method.people, "$text-muted"),
        Content.styled(minutes, "$text-muted"),
    ]
    parts += [Content(""), Content.styled(_("Sådan gør I"), "bold")]
    parts += [Content.assemble((f"{n} ", "$text-muted"), step) for n, step in enumerate(method.steps, 1)]
    parts += [Content(""), Content.styled(_("Regler"), "bold"), *(_bullet(rule) for rule in method.rules)]
    return parts


class CardScreen(CardCommands):
    """One card on the table. Esc closes it; it still counts as used."""

    context = "card"
    CSS_PATH = "card.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("card")]

    def __init__(self, card_id: str) -> None:
        super().__init__()
        self._card = card_id

    def again(self) -> "CardScreen":
        """The card that lies open now."""
        return CardScreen(self._card)

    def compose(self) -> ComposeResult:
        """The card, and beside or below it one's own side."""
        yield StepHeader()
        yield Notice()
        with Horizontal(id="card-body"):
            with VerticalScroll(id="card-face"):
                yield Static(id="card-kind", classes="paper", markup=False)
                yield SteadyText(id="card-text", classes="paper")
                yield LargeLetters(id="card-letters", classes="paper")
                with Center():
                    yield Static(id="card-more", markup=False)
            with Vertical(id="card-own"):
                with VerticalScroll(id="card-hint-box"):
                    yield Static(id="card-hint", markup=False)
                yield Writing(
                    id="card-notes", placeholder=_("Noter til dig selv. De kommer ikke med i nogen fil.")
                )
        yield self.key_bar()

    def ready(self) -> None:
        """The card can be scrolled; nothing is written in."""
        self.query_one("#card-face").focus()

    @property
    def field_at_hand(self) -> str:
        """The field on which the card lies."""
        card = self.value.card_by_id(self._card)
        return card.field if card else self.value.deck.ordered_fields[0].id

    @property
    def card_at_hand(self) -> str | None:
        """The card that is shown."""
        return self._card

    def show_card(self, card_id: str) -> None:
        """Another card in this one's place."""
        self._card = card_id
        self.live.end_stay()
        self.repaint(None)
        face_of_it = self.query_one("#card-face", VerticalScroll)
        face_of_it.scroll_home(animate=False)
        face_of_it.focus()

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """The card as it is now; gone where an undo closed it."""
        if old is not None and old.card == self._card and new.card != self._card:
            self._follow_undo(new)
            return
        shown = face(new, self._card)
        if shown is None:
            self.leave()
            return
        if old is None:
            self.query_one("#card-kind", Static).update(plain_line(kind_words(shown)))
            self._colour_paper(new)
            self.query_one("#card-more", Static).update(more_words(shown))
            self._paint_question(shown)
        self._paint_own(new)

    def resized(self) -> None:
        """The question leaves room for what else can be seen."""
        shown = face(self.value, self._card)
        if shown is not None:
            self._paint_question(shown)

    def _paint_question(self, shown: Face) -> None:
        """In the room's view as large as the screen allows, in one's own beside the hint and the notes."""
        text, letters = self.query_one("#card-text", SteadyText), self.query_one(LargeLetters)
        text.display, letters.display = self.own_view, not self.own_view
        self.set_class(not self.own_view, "-room")
        if self.own_view:
            text.say(shown.text)
            return
        more = more_words(shown)
        width = max(1, min(WIDEST_MORE, self.app.size.width - 8))
        lines = more.get_height({}, width) if more else 0
        above = 2 if self.app.size.height >= HIGH else 1
        letters.say(shown.text, beside=above, below=lines + 2 * (lines > 0))

    def _colour_paper(self, new: Conversation) -> None:
        """The card has its field's shade, as on the wheel."""
        card = new.card_by_id(self._card)
        if card is None:
            return
        shade = palette(dark=self.app.current_theme.dark).shades_of(new.deck)[card.field]
        for part in self.query(".paper"):
            part.styles.background = shade.fill
            part.styles.color = shade.label

    def _follow_undo(self, new: Conversation) -> None:
        if new.card is not None:
            self.show_card(new.card)
        elif self.is_current:
            self.dismiss()

    def _paint_own(self, new: Conversation) -> None:
        own = self.query_one("#card-own")
        own.display = self.own_view
        if not self.own_view:
            return
        side = backside(new, self._card)
        seconds = seconds_by_card(new, self.live.now()).get(self._card, 0.0)
        minutes = round(seconds / 60)
        spent = n_("Talt om i 1 minut", "Talt om i {n} minutter", minutes) if seconds >= 30 else ""
        advice = "\n\n".join(part for part in (_chosen_words(new, side.chosen), side.hint) if part)
        self.query_one("#card-hint", Static).update(plain(advice))
        box = self.query_one("#card-hint-box")
        box.border_title = plain_line(_("Til dig, der leder samtalen"))
        box.border_subtitle = plain_line(spent)
        box.display = bool(advice or spent)
        notes = self.query_one("#card-notes", Writing)
        notes.border_title = plain_line(_("Noter · kun for dig"))
        notes.read_only = self.live.read_only
        if clean_prose(notes.text) != side.notes:
            notes.text = side.notes

    def bar(self) -> tuple[Command, ...]:
        """Notes are only spoken of where nobody else sees them."""
        return tuple(each for each in super().bar() if self.own_view or each.id != "note")

    # Notes

    @on(TextArea.Changed, "#card-notes")
    def _note(self, event: TextArea.Changed) -> None:
        if self.own_view and event.text_area.has_focus:
            self.apply(
                do.note, self._card, event.text_area.text.strip(), label=_("note"), stay=f"note/{self._card}"
            )

    def leave_field(self) -> None:
        """Out of the notes, which are kept."""
        self.live.end_stay()
        self.query_one("#card-face").focus()

    def leave(self) -> None:
        """Back to the wheel; the card still counts as used."""
        self.live.end_stay()
        if not self.live.read_only:
            self._unfollow()
            self.apply(do.close_card, undoable=False)
        if self.is_current:
            self.dismiss()

    # Commands

    def action_note(self) -> None:
        """Write on the card's notes, which the room never sees."""
        if self.own_view:
            self._write_on()
        else:
            self.app.push_screen(_note_question(), self._note_answer)

    def _write_on(self) -> None:
        notes = self.query_one("#card-notes", Writing)
        notes.move_cursor(notes.document.end)
        notes.focus()

    def _note_answer(self, answer: str | None) -> None:
        if answer == "own":
            self.samtale.show_view(own=True)
            self._write_on()

    def agreement_origin(self) -> tuple[str | None, str | None]:
        """This card and its field."""
        return self._card, self.field_at_hand
