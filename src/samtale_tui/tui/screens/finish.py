"""Finish: what is written where, in which formats, a preview; then the paths that were written."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Label, Static

from samtale_tui.basis.language import _, n_
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.plan_commands import open_agreements
from samtale_tui.documents.finish import default_folder, folder_of
from samtale_tui.documents.formats import FORMATS
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.plan.actions import missing
from samtale_tui.tui.commands import Command, bindings_in
from samtale_tui.tui.file_writing import write_files
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.sinks import plain, plain_line, say
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.tick import Tick
from samtale_tui.tui.widgets.typeset import Typeset


class FinishScreen(ConversationScreen):
    """The last step: the plan leaves the program as files."""

    context = "finish"
    CSS_PATH = "finish.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("finish")]

    def compose(self) -> ComposeResult:
        """Where and in which formats; beside or below it the preview."""
        folder = str(folder_of(self.value))
        yield StepHeader()
        yield Notice()
        with Horizontal(id="finish-body"):
            with VerticalScroll(id="finish-choices", can_focus=False):
                yield Static(id="finish-state", markup=False)
                yield Label(plain_line(_("Mappe")))
                yield Entry(folder, id="folder", most=1000)
                for name in FORMATS:
                    title = FORMATS[name].title(self.value)
                    yield Tick(plain_line(title), value=True, id=f"format-{name}")
                yield Button(plain_line(_("Skriv filerne")), id="write", variant="primary")
                yield Static(id="finish-written", markup=False)
            with VerticalScroll(id="finish-preview"):
                yield Static(id="preview", markup=False)
        yield self.key_bar()

    def bar(self) -> tuple[Command, ...]:
        """No step comes after this one."""
        return tuple(command for command in super().bar() if command.id != "next_step")

    def ready(self) -> None:
        """Enter writes."""
        self.query_one("#write").focus()

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """What the plan amounts to, its text, and what was written."""
        if old is None or (old.actions, old.agreements) != (new.actions, new.agreements):
            self.query_one("#finish-state", Static).update(plain(_state_words(new)))
            self.query_one("#preview", Static).update(Typeset(plan_as_markdown(new)))
            self.query_one("#finish-preview").border_title = plain_line(_("Sådan kommer planen til at se ud"))
        written = self.query_one("#finish-written", Static)
        words = (
            "\n".join([_("Skrevet:"), *new.written])
            if new.written
            else _("Noter og kladder kommer ikke med i filerne.")
        )
        written.update(plain(words))

    @on(Input.Changed, "#folder")
    def _choose_folder(self, event: Input.Changed) -> None:
        usual = str(default_folder(self.value))
        folder = event.value.strip()
        if not self.live.read_only:
            self.apply(do.choose_documents_folder, "" if folder == usual else folder, undoable=False)

    @on(Input.Submitted, "#folder")
    def _done_with_folder(self) -> None:
        self.query_one("#write").focus()

    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write the files; where others are in the way, ask."""
        folder = self.query_one("#folder", Input).value.strip() or str(default_folder(self.value))
        formats = [name for name in FORMATS if self.query_one(f"#format-{name}", Tick).value]
        if not formats:
            say(self.app, _("Vælg mindst én slags fil."), severity="warning")
            return
        write_files(self.samtale, self.value, Path(folder), formats)

    def leave(self) -> None:
        """Back to the evaluation."""
        self.go_to("evaluation")


def _state_words(conversation: Conversation) -> str:
    count = len(conversation.actions)
    lacking = sum(bool(missing(action)) for action in conversation.actions)
    words = [n_("1 handling i planen.", "{n} handlinger i planen.", count)]
    if lacking:
        words.append(
            n_(
                "1 mangler ansvarlig, frist eller opfølgning.",
                "{n} mangler ansvarlig, frist eller opfølgning.",
                lacking,
            )
        )
    waiting = len(open_agreements(conversation))
    if waiting:
        words.append(n_("1 aftale venter endnu.", "{n} aftaler venter endnu.", waiting))
    if not count:
        optional = conversation.deck.rules.plan == "optional"
        words.append(
            _("En skriftlig plan er frivillig her.") if optional else _("Her hører en skriftlig plan til.")
        )
    return " ".join(words)
