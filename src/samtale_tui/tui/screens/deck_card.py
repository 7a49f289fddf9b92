"""A card of one's own deck as a form. What is half-written waits until it is saved or given up."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static, TextArea

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.deck.card_drafts import draft_name, load_card_draft, save_card_draft
from samtale_tui.deck.card_edits import CardEdit, CardGoneError, ChangedCard, NewCard
from samtale_tui.deck.card_form import TypedCard, UnfitCardError, card_from, typed_from
from samtale_tui.deck.model import TOPIC_KEYS, Card, CardKind, Deck
from samtale_tui.deck.own_decks import edit_deck
from samtale_tui.method.catalogue import ALL_METHODS, method_text
from samtale_tui.tui.commands import bindings_in
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.screens.following import ContextScreen
from samtale_tui.tui.sinks import plain_line, say, say_error
from samtale_tui.tui.widgets.card_rows import kind_word
from samtale_tui.tui.widgets.choice_field import optional_choice
from samtale_tui.tui.widgets.entry import Entry, walk
from samtale_tui.tui.widgets.form_field import FormField
from samtale_tui.tui.widgets.writing import Writing

DRAFT_SECONDS = 0.1
"""How long after the last letter what is typed is written to the disk."""

Written = Callable[[Path, Deck, Card | None], None]
"""Is told of the file, the deck that it holds now, and the card that was written."""


class CardForm(ContextScreen):
    """The form of a new card, or of one that is there."""

    context = "deck_card"
    CSS_PATH = "deck_card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("deck_card")]

    def __init__(self, path: Path, deck: Deck, number: int | None, field: str, written: Written) -> None:
        """Make the form.

        Args:
            path: the deck's file.
            deck: what it holds.
            number: of the card in the deck's order; none for a new one.
            field: the field that a new card lies on.
            written: is told when the card is saved.
        """
        super().__init__()
        self._path = path
        self._deck = deck
        self._number = number
        self._was = None if number is None else deck.cards[number]
        self._written = written
        self._form = draft_name(deck.id, self._was)
        self._stored = typed_from(self._was) if self._was else TypedCard(field=field)
        self._typed = self._stored
        self._lock = Lock()
        self._is_over = False

    def again(self) -> "CardForm":
        """The same form; what is written in it waits in the drafts."""
        self._keep_now()
        return CardForm(self._path, self._deck, self._number, self._stored.field, self._written)

    # What stands in the form

    def compose(self) -> ComposeResult:
        """Field and kind, the texts, time and method; the topic's lists only where they count."""
        draft = load_card_draft(self._form)
        self._had_draft = draft is not None and draft != self._stored
        typed = self._typed = draft or self._stored
        title = _("Ret kortet") if self._was else _("Nyt kort")
        with VerticalScroll(id="deck-card", can_focus=False):
            yield Static(plain_line(f"{title} · {clean_line(self._deck.title)}"), id="deck-card-title")
            with Horizontal(classes="pair"):
                yield FormField(_("Felt"), self._fields(typed.field))
                yield FormField(_("Slags"), self._kinds(typed.kind))
            for name, label in self._labels().items():
                yield FormField(label, Writing(getattr(typed, name), id=name))
            with Horizontal(classes="pair"):
                minutes = Entry(typed.minutes, id="minutes", most=3, placeholder=_("fx 10"))
                yield FormField(_("Tid i minutter"), minutes)
                methods = [(plain_line(method_text(name).title), name.value) for name in ALL_METHODS]
                yield FormField(_("Metode"), optional_choice("method", methods, typed.method or None))
            with Horizontal(id="deck-card-buttons"):
                yield Button(plain_line(_("Gem kortet")), id="save", variant="primary")
                yield Button(plain_line(_("Kassér det skrevne")), id="forget")
        yield self.key_bar()

    def _labels(self) -> dict[str, str]:
        return {
            "text": _("Spørgsmålet, eller hvad I skal gøre"),
            "back": _("Forslag, der ser tilbage (ét på hver linje)"),
            "now": _("Forslag om nu (ét på hver linje)"),
            "forward": _("Forslag, der ser frem (ét på hver linje)"),
            "probes": _("Spørg videre (ét spørgsmål på hver linje)"),
            "hint": _("Til dig, der leder samtalen"),
        }

    def _fields(self, chosen: str) -> Select[str]:
        fields = self._deck.listed_fields
        ids = [field.id for field in fields]
        options = [(plain_line(field.title), field.id) for field in fields]
        value = chosen if chosen in ids else ids[0]
        return Select(options, value=value, allow_blank=False, id="field", compact=True)

    def _kinds(self, chosen: str) -> Select[str]:
        options = [(plain_line(kind_word(kind) or _("Dialogkort")), kind.value) for kind in CardKind]
        value = chosen if chosen in list(CardKind) else CardKind.DIALOGUE.value
        return Select(options, value=value, allow_blank=False, id="kind", compact=True)

    def on_mount(self) -> None:
        """Ready to write the question."""
        self._timer = self.set_interval(DRAFT_SECONDS, self._save_draft, pause=True)
        self.is_ready = True
        self._show_what_counts()
        field = self.query_one("#text", Writing)
        self.set_focus(field, scroll_visible=False)
        field.move_cursor(field.document.end)
        if self._had_draft:
            say(self.app, _("Her er det, du skrev sidst og ikke gemte."), seconds=8)

    def _in_the_fields(self) -> TypedCard:
        texts = {name: self.query_one(f"#{name}", Writing).text for name in self._labels()}
        method = self.query_one("#method", Select).value
        return TypedCard(
            field=str(self.query_one("#field", Select).value),
            kind=str(self.query_one("#kind", Select).value),
            minutes=self.query_one("#minutes", Input).value,
            method="" if method is Select.NULL else str(method),
            **texts,
        )

    def _show_what_counts(self) -> None:
        is_topic = self._typed.kind == CardKind.TOPIC
        for name in TOPIC_KEYS:
            self._row(name).display = is_topic or bool(getattr(self._typed, name).strip())
        self.query_one("#forget").display = self._typed != self._stored

    def _row(self, name: str) -> FormField:
        return next(row for row in self.query(FormField) if row.field.id == name)

    # Half-written

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _keep(self) -> None:
        """What stands in the form waits, should it be left."""
        typed = self._in_the_fields() if self.is_ready else self._typed
        if typed != self._typed:
            self._typed = typed
            self._timer.reset()
            self._timer.resume()
            self._show_what_counts()

    def _save_draft(self) -> None:
        self._timer.pause()
        self._write_draft()

    @work(thread=True, exclusive=True)
    def _write_draft(self) -> None:
        self._keep_now()

    def _keep_now(self) -> None:
        """A disk that takes nothing is told of when the card is saved."""
        with self._lock, contextlib.suppress(OSError):
            waits = self._typed != self._stored and not self._is_over
            save_card_draft(self._form, self._typed if waits else None)

    def on_unmount(self) -> None:
        """Keep what was typed last, too."""
        self._keep_now()

    def leave(self) -> None:
        """Back to the cards; what is written waits."""
        if self._typed != self._stored:
            say(self.app, _("Det, du har skrevet, venter, til du åbner formularen igen."))
        self.dismiss()

    @on(Button.Pressed, "#forget")
    def _forget(self) -> None:
        """Give up what is written."""
        self._is_over = True
        self.dismiss()

    # Saving

    @on(Button.Pressed, "#save")
    def action_save_card(self) -> None:
        """Write the card into the file, or say at its field what is missing."""
        self._typed = self._in_the_fields()
        for row in self.query(FormField):
            row.complain("")
        try:
            card = card_from(self._typed, self._was)
        except UnfitCardError as error:
            self._complain(error)
            return
        edit = NewCard(card) if self._was is None else ChangedCard(self._number or 0, self._was, card)
        self._write(edit, card)

    def _complain(self, error: UnfitCardError) -> None:
        fields: list[Widget] = []
        for row in self.query(FormField):
            words = error.words.get(row.field.id or "")
            if words:
                row.complain(words)
                fields.append(row.field)
        if fields:
            fields[0].focus()
            fields[0].scroll_visible(animate=False)

    def _write(self, edit: CardEdit, card: Card) -> None:
        try:
            deck = edit_deck(self._path, edit)
        except CardGoneError as error:
            self._offer_a_new_card(error, card)
            return
        except SamtaleError as error:
            say_error(self.app, error)
            return
        self._is_over = True
        self._written(self._path, deck, card)
        self.dismiss()
        say(self.app, _("Kortet er gemt i {file}.").format(file=clean_line(self._path.name)))

    def _offer_a_new_card(self, error: CardGoneError, card: Card) -> None:
        def answered(answer: str | None) -> None:
            if answer == "new":
                self._write(NewCard(card), card)

        answers = (("wait", _("Lad det vente")), ("new", _("Gem det som et nyt kort")))
        self.app.push_screen(ChoiceScreen(error.title, error.message, answers), answered)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    def on_resize(self) -> None:
        """What is written in stays in sight."""
        if self.focused:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Up and down go between the fields where they mean nothing else."""
        walk(self, event)
