"""A few words to write: an agreement, a card of one's own. What stands half-written is kept."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from samtale_tui.basis.language import _, noted
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation import commands as on
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.writing_box import WritingBox
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.writing import Writing

if TYPE_CHECKING:
    from samtale_tui.conversation.live import LiveConversation


@dataclass(frozen=True)
class Kind:
    """What is to be written."""

    form: str
    """Name under which the half-written text is kept."""
    title: str
    """Head of the box, in Danish."""
    placeholder: str
    """What stands in the empty field, in Danish."""


AGREEMENT = Kind("agreement", noted("Ny aftale"), noted("Hvad er I enige om? En sætning er nok."))
BLANK_CARD = Kind("blank", noted("Blankt kort"), noted("Skriv det spørgsmål, I vil tale om."))


def rewording(agreement_id: str) -> Kind:
    """An agreement to be put in other words."""
    return Kind(f"reword/{agreement_id}", noted("Ret aftalen"), noted("Hvad er I enige om?"))


class WordsScreen(WritingBox[str | None]):
    """Gives what was written; nothing when it is left with Esc, and then the text waits for the next time."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, kind: Kind, where: str = "", text: str = "", *, may_empty: bool = False) -> None:
        """Make the box.

        Args:
            kind: what is to be written.
            where: the field that it belongs to, shown in the head.
            text: what stands there from the start, where nothing half-written waits.
            may_empty: what stands there can be taken away; it gives no words then, which is not nothing.
        """
        super().__init__()
        self._may_empty = may_empty
        self._kind = kind
        self._where = where
        self._text = text

    def compose(self) -> ComposeResult:
        """The box: a text field and how to leave it."""
        live = self._live
        waiting = live.value.drafts.get(self._kind.form, "") if live else ""
        with Vertical(classes="dialog dialog-words") as box:
            title = _(self._kind.title)
            box.border_title = plain_line(f"{title} · {self._where}" if self._where else title)
            yield Writing(waiting or self._text, placeholder=_(self._kind.placeholder), enter_submits=True)
            yield Static(
                plain_line(_("⏎ gem  ·  Esc luk, teksten venter til næste gang")), classes="dialog-hint"
            )

    def help_rows(self) -> tuple[Row, ...]:
        """How what is written is kept."""
        return (Row("⏎", _("Gem det, der er skrevet")),)

    def on_mount(self) -> None:
        """Ready to write at the end of what stands there."""
        self.begin_writing()

    @property
    def _live(self) -> "LiveConversation | None":
        return self.samtale.live

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what stands half-written."""
        live = self._live
        text = event.text_area.text
        if live and not live.read_only:
            live.apply(on.draft, self._kind.form, "" if text == self._text else text, undoable=False)

    def on_writing_submitted(self, event: Writing.Submitted) -> None:
        """Done: hand the words over."""
        text = clean_prose(event.text)
        live = self._live
        if live and not live.read_only:
            live.apply(on.drop_drafts, self._kind.form, undoable=False)
        self.dismiss(text if text or self._may_empty else None)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box leaves it as Esc does."""
        if event.widget is self:
            self.dismiss(None)
