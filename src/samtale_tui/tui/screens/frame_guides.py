"""The boxes of Ramme with what the rules give along: prompts to prepare by, and what is to be remembered."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.widgets import Button, Label, Static

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.departures import departures
from samtale_tui.conversation.model import Conversation
from samtale_tui.deck.rule_words import rules_in_short
from samtale_tui.tui.frame_parts import Part, part_title
from samtale_tui.tui.screens.dialog import ReadingBox
from samtale_tui.tui.screens.frame_box import FrameBox
from samtale_tui.tui.sinks import plain_line, say
from samtale_tui.tui.widgets.writing import Writing


class PrepareBox(FrameBox):
    """What the leader and the others consider beforehand (S10, S11, S56–S58), and one's own notes."""

    def title_words(self) -> str:
        """As in the list."""
        return part_title(Part.PREPARE, self.value.deck)

    def fields(self) -> ComposeResult:
        """Prompts to read, notes to write, and the others' prompts to send on."""
        rules = self.value.deck.rules
        with VerticalScroll(id="prompts"):
            yield from _section(_("Til dig"), rules.prepare_leader)
            others = _("Til den anden, før I mødes") if self._individual else _("Til de andre, før I mødes")
            yield from _section(others, rules.prepare_employees)
        yield Label(plain_line(_("Dine noter. De er kun for dig og kommer ikke med i nogen fil.")))
        yield Writing(
            self.value.framing.preparation, id="preparation", placeholder=_("Skriv, hvad du vil frem til")
        )
        if rules.prepare_employees:
            copy = _("Kopiér spørgsmålene til de andre")
            if self._individual:
                copy = _("Kopiér spørgsmålene til den anden")
            yield Button(plain_line(copy), id="copy-prompts")

    @property
    def _individual(self) -> bool:
        return self.value.deck.conversation.is_individual

    async def on_key(self, event: events.Key) -> None:
        """A letter that is typed beside the notes is meant for them."""
        notes = self.query_one(Writing)
        beside = self.focused in (notes, self.query_one("#prompts"))
        if event.character and event.is_printable and beside:
            event.prevent_default()
            self.set_focus(notes)
            notes.insert(event.character, notes.document.end)

    def take(self, name: str, text: str) -> None:
        """As it is typed."""
        self.keep("preparation", text, label=_("noter ændret"))

    @on(Button.Pressed, "#copy-prompts")
    def _copy(self) -> None:
        prompts = self.value.deck.rules.prepare_employees
        self.app.copy_to_clipboard("".join(f"– {clean_line(prompt)}\n" for prompt in prompts))
        say(self.app, _("Spørgsmålene er kopieret. Sæt dem ind i en mail."))


class RememberBox(ReadingBox):
    """What is to be remembered here (S46–S48), and where the conversation departs from the rules."""

    CSS_PATH: ClassVar[list[str | PurePath]] = FrameBox.CSS_PATH
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "dismiss", show=False)]

    def __init__(self, conversation: Conversation) -> None:
        """Make the box.

        Args:
            conversation: as it is now.
        """
        super().__init__()
        self._conversation = conversation

    def compose(self) -> ComposeResult:
        """What departs first."""
        deck = self._conversation.deck
        with VerticalScroll(classes="dialog dialog-frame") as box:
            box.border_title = plain_line(_("Husk"))
            box.border_subtitle = plain_line(_("Esc lukker"))
            yield from _section(_("Anderledes end reglerne her"), departures(self._conversation))
            yield from _section(deck.title, deck.rules.reminders)
            yield from _section(_("Reglerne her"), rules_in_short(deck))


def _section(head: str, lines: Sequence[str]) -> ComposeResult:
    """A heading and its lines, each with a dash before it; nothing where there are none."""
    if not lines:
        return
    yield Static(plain_line(head), classes="guide-head")
    with Grid(classes="guide"):
        for line in lines:
            yield Static("–", classes="guide-dash")
            yield Static(plain_line(line))
