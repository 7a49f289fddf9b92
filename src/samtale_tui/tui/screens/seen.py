"""What somebody in the outer circle saw, written down, and who saw it where one wants that (S40)."""

from typing import ClassVar, NamedTuple, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Select, Static, TextArea

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.writing_box import WritingBox
from samtale_tui.tui.sinks import plain_line, searchable
from samtale_tui.tui.widgets.writing import Writing

NOBODY = ""


class Seen(NamedTuple):
    """What was written."""

    text: str
    """What was seen or said."""
    by: str
    """Id of who saw it; empty for nobody."""


class SeenBox(WritingBox[Seen | None]):
    """Gives what was written; nothing when it is left with Esc, and then the text waits for the next time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("ctrl+s", "keep", show=False),
    ]

    def __init__(
        self, form: str, title: str, people: dict[str, str], text: str = "", by: str = NOBODY
    ) -> None:
        """Make the box.

        Args:
            form: name under which the half-written text is kept.
            title: of the box.
            people: the names of those who may have seen it.
            text: what stands there from the start, where nothing half-written waits.
            by: id of who saw it, where that is known.
        """
        super().__init__()
        self._form = form
        self._title = title
        self._people = people
        self._text = text
        self._by = by

    @property
    def _live(self) -> LiveConversation:
        return cast("LiveConversation", self.samtale.live)

    def compose(self) -> ComposeResult:
        """A text field, who saw it, and how to leave it."""
        waiting = self._live.value.drafts.get(self._form, "")
        with Vertical(classes="dialog dialog-seen") as box:
            box.border_title = plain_line(self._title)
            yield Writing(waiting or self._text, placeholder=_("En linje er nok."), enter_submits=True)
            nobody = (searchable(_("Ingen bestemt")), NOBODY)
            people = [(searchable(name), person) for person, name in self._people.items()]
            by = self._by if self._by in self._people else NOBODY
            yield Select([nobody, *people], value=by, allow_blank=False, id="seen-by", compact=True)
            keys = _("⏎ gem  ·  Tab hvem sagde det  ·  Esc luk, teksten venter")
            yield Static(plain_line(keys), classes="dialog-hint")

    def help_rows(self) -> tuple[Row, ...]:
        """How what is written is kept."""
        return (Row("⏎ / Ctrl+S", _("Gem det, der er skrevet")), *super().help_rows())

    def on_mount(self) -> None:
        """Ready to write at the end of what stands there."""
        self.begin_writing()

    @on(TextArea.Changed)
    def _keep_draft(self, event: TextArea.Changed) -> None:
        text = event.text_area.text
        if not self._live.read_only:
            self._live.apply(do.draft, self._form, "" if text == self._text else text, undoable=False)

    @on(Writing.Submitted)
    def action_keep(self) -> None:
        """Done: hand the words over."""
        text = clean_prose(self.query_one(Writing).text)
        by = str(self.query_one("#seen-by", Select).value)
        if not self._live.read_only:
            self._live.apply(do.drop_drafts, self._form, undoable=False)
        self.dismiss(Seen(text, by) if text else None)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box leaves it as Esc does."""
        if event.widget is self:
            self.dismiss(None)
