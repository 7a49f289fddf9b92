"""How many there are, or who: asked where nobody is named and a method wants to know."""

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from samtale_tui.basis.language import _
from samtale_tui.basis.text import split_names
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.model import MOST_HEADS
from samtale_tui.conversation.people_commands import count_heads
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.writing_box import WritingBox
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.writing import Writing

FORM = "heads"
"""Name under which what stands half-written here is kept."""


class HeadCountBox(WritingBox[bool | None]):
    """Takes a number, or names. Gives True when there is somebody now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("ctrl+s", "keep", show=False),
    ]

    @property
    def _live(self) -> LiveConversation:
        return cast("LiveConversation", self.samtale.live)

    def compose(self) -> ComposeResult:
        """One field for either."""
        value = self._live.value
        counted = str(value.head_count) if value.head_count else ""
        with Vertical(classes="dialog dialog-words") as box:
            box.border_title = plain_line(_("Hvor mange er I?"))
            yield Static(plain_line(_("Skriv et tal, eller jeres navne i den rækkefølge, I sidder.")))
            yield Writing(
                value.drafts.get(FORM, counted),
                placeholder=_("8 – eller Anna, Bo, Carina …"),
                enter_submits=True,
            )
            yield Static(plain_line(_("⏎ gem  ·  Esc luk")), id="heads-words", classes="dialog-hint")

    def help_rows(self) -> tuple[Row, ...]:
        """How it is kept."""
        return (Row("⏎ / Ctrl+S", _("Gem antallet eller navnene")),)

    def on_mount(self) -> None:
        """Ready to write."""
        self.begin_writing()

    @on(TextArea.Changed)
    def _keep_draft(self, event: TextArea.Changed) -> None:
        """What stands half-written waits, should the box be left."""
        if not self._live.read_only:
            self._live.apply(do.draft, FORM, event.text_area.text, undoable=False)

    @on(Writing.Submitted)
    def action_keep(self) -> None:
        """So many, or these; where it is neither, say what is wanted."""
        text = self.query_one(Writing).text.strip()
        names = split_names(text)
        if text.isdecimal() and len(text) <= 3 and 1 <= int(text) <= MOST_HEADS:
            self._live.apply(count_heads, int(text), undoable=False)
        elif names and not text.isdecimal():
            self._live.apply(do.seat, names, label=_("deltagere skrevet"))
        else:
            words = _("Skriv et tal fra 1 til {n}, eller mindst ét navn.").format(n=MOST_HEADS)
            self.query_one("#heads-words", Static).update(plain_line(words))
            return
        self._live.apply(do.drop_drafts, FORM, undoable=False)
        self.dismiss(True)
