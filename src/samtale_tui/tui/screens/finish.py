"""Finish: what is written where, in which formats, a preview; then the paths that were written."""

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Input, Label, Static

from samtale_tui.basis.folders import documents_folder
from samtale_tui.basis.language import _, n_
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.approving import approvers
from samtale_tui.conversation.approving_words import approval_words, deletion_words
from samtale_tui.conversation.departures import end_departures
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.plan_commands import open_agreements
from samtale_tui.documents.finish import default_folder, folder_of
from samtale_tui.documents.formats import FORMATS
from samtale_tui.documents.preview import all_documents, one_document
from samtale_tui.documents.written import mark_of, out_of_date
from samtale_tui.plan.actions import missing
from samtale_tui.tui.commands import Command, bindings_in
from samtale_tui.tui.file_writing import Progress, write_files
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.sinks import plain, plain_line, say
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.reader import Reader
from samtale_tui.tui.widgets.tick import Tick

LEFT_OUT = "finish/left_out"
"""Where it is remembered which formats are not wanted, with commas between."""


class FinishScreen(ConversationScreen):
    """The last step: the plan leaves the program as files."""

    context = "finish"
    CSS_PATH = "finish.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("finish")]

    _marked = ""
    """The format whose document is shown; none: all of them."""
    _progress = ""
    """What is being written now."""
    _shown = ""
    """Mark of what the documents said when they were painted last."""

    def compose(self) -> ComposeResult:
        """Where and in which formats; beside or below it the preview."""
        folder = str(folder_of(self.value, self._documents()))
        yield StepHeader()
        yield Notice()
        with Horizontal(id="finish-body"):
            with VerticalScroll(id="finish-choices", can_focus=False):
                yield Static(id="finish-state", markup=False)
                yield Label(plain_line(_("Mappe")))
                yield Entry(folder, id="folder", most=1000)
                for each in FORMATS.values():
                    wanted = each.name in self._wanted(self.value)
                    yield Tick(plain_line(each.title(self.value)), value=wanted, id=f"format-{each.name}")
                yield Button(plain_line(_("Skriv filerne")), id="write", variant="primary")
                yield Static(id="finish-written", markup=False)
                yield Static(id="finish-rules", markup=False)
            yield Reader(id="finish-preview")
        yield self.key_bar()

    def bar(self) -> tuple[Command, ...]:
        """No step comes after this one; approval where the rules ask for it."""
        hidden = {"next_step"} if approvers(self.value) else {"next_step", "approval"}
        return tuple(command for command in super().bar() if command.id not in hidden)

    def ready(self) -> None:
        """Enter writes."""
        self.query_one("#write").focus()

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """What the plan amounts to, what the files will say, and what was written."""
        mark = mark_of(new)
        if old is None or mark != self._shown:
            self._shown = mark
            self.query_one("#finish-state", Static).update(plain(_state_words(new)))
            self._paint_ticks()
            self._paint_preview()
        rules = self.query_one("#finish-rules", Static)
        words = _rules_words(new)
        rules.update(plain(words))
        rules.display = bool(words)
        self._paint_written()

    # The formats

    def _wanted(self, conversation: Conversation) -> list[str]:
        """The formats that are ticked: not those that were left out, or have nothing to hold."""
        left_out = conversation.drafts.get(LEFT_OUT, "").split(",")
        return [
            each.name
            for each in FORMATS.values()
            if each.name not in left_out and not each.lacks(conversation)
        ]

    def _paint_ticks(self) -> None:
        wanted = self._wanted(self.value)
        for each in FORMATS.values():
            tick = self.query_one(f"#format-{each.name}", Tick)
            tick.disabled = bool(each.lacks(self.value))
            with tick.prevent(Checkbox.Changed):
                tick.value = each.name in wanted

    @on(Checkbox.Changed)
    def _choose_format(self, event: Checkbox.Changed) -> None:
        name = _format_of(event.checkbox)
        if name and not self.live.read_only:
            left_out = {each for each in self.value.drafts.get(LEFT_OUT, "").split(",") if each} - {name}
            left_out |= set() if event.value else {name}
            self.apply(do.draft, LEFT_OUT, ",".join(sorted(left_out)), undoable=False)

    # The preview

    @on(events.DescendantFocus)
    def _show_document(self) -> None:
        """On a format its document is shown, elsewhere all of them; in the preview, what is there."""
        if self.focused is not None and self.focused.id != "finish-preview":
            self._marked = _format_of(self.focused)
            if self.is_ready:
                self._paint_preview()

    def _paint_preview(self) -> None:
        reader, name = self.query_one(Reader), self._marked
        title = FORMATS[name].file_name(self.value) if name else _("Hvad der er i hver fil")
        reader.border_title = plain_line(title)
        reader.read(one_document(self.value, name) if name else all_documents(self.value))

    # Where, and what was written

    def _documents(self) -> Path:
        """The folder for all documents, as it is chosen now, also where that could not be saved."""
        return documents_folder(self.samtale.settings.value.documents)

    def _usual_folder(self) -> str:
        return str(default_folder(self.value, self._documents()))

    @on(Input.Changed, "#folder")
    def _choose_folder(self, event: Input.Changed) -> None:
        usual = self._usual_folder()
        folder = event.value.strip()
        if not self.live.read_only:
            self.apply(do.choose_documents_folder, "" if folder == usual else folder, undoable=False)

    @on(Input.Submitted, "#folder")
    def _done_with_folder(self) -> None:
        self.query_one("#write").focus()

    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write the files; where others are in the way, ask."""
        folder = self.query_one("#folder", Input).value.strip() or self._usual_folder()
        formats = [name for name in FORMATS if self.query_one(f"#format-{name}", Tick).value]
        if not formats:
            say(self.app, _("Vælg mindst én slags fil."), severity="warning")
            return
        write_files(self.samtale, self.value, Path(folder), formats)

    def action_approval(self) -> None:
        """Who has approved the plan (S64, S65)."""
        if approvers(self.value):
            from samtale_tui.tui.screens.approval import ApprovalBox

            self.app.push_screen(ApprovalBox())
        else:
            say(self.app, _("Reglerne her beder ikke om, at nogen godkender planen."))

    @on(Progress)
    def _tell_progress(self, event: Progress) -> None:
        self._progress = event.words
        if self.is_ready and self.samtale.live:
            self._paint_written()

    def _paint_written(self) -> None:
        words = self._progress or _written_words(self.value)
        words = words or _("Noter og kladder kommer ikke med i filerne.")
        self.query_one("#finish-written", Static).update(plain(words))
        self._bring_up_written()

    def on_resize(self) -> None:
        """Where there is little room, what was written is what counts."""
        if self.is_ready:
            self._bring_up_written()

    def _bring_up_written(self) -> None:
        """Below the button, as long as nobody is busy above it."""
        if (self.value.written or self._progress) and self.focused is self.query_one("#write"):
            self.query_one("#finish-choices").scroll_end(animate=False)

    def leave(self) -> None:
        """Back to the evaluation."""
        self.go_to("evaluation")


def _written_words(conversation: Conversation) -> str:
    """The files that were written, folder by folder, and whether the plan has changed since."""
    folders: dict[str, list[str]] = {}
    for path in map(Path, conversation.written):
        folders.setdefault(str(path.parent), []).append(path.name)
    lines = [_("Planen er ændret, siden filerne blev skrevet.")] if out_of_date(conversation) else []
    for folder, names in folders.items():
        lines += [_("Skrevet i {folder}:").format(folder=folder), " · ".join(names)]
    return "\n".join(lines)


def _format_of(widget: Widget) -> str:
    """The format that a tick stands for; empty where the widget is something else."""
    name = (widget.id or "").removeprefix("format-")
    return name if isinstance(widget, Tick) and name in FORMATS else ""


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


def _rules_words(conversation: Conversation) -> str:
    """What the rules ask for and the talk lacks, how far the approval has come, and when the plan goes."""
    approval = (approval_words(conversation), deletion_words(conversation))
    return "\n".join(filter(None, (*end_departures(conversation), " ".join(filter(None, approval)))))
