"""One action as a form: what, why, how, way of learning, who, when, how it is followed up (S41–S44, S63)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Label, Select, Static, TextArea

from samtale_tui.basis.dates import DateError
from samtale_tui.basis.language import _
from samtale_tui.basis.shown_dates import short_date
from samtale_tui.basis.text import clean_line, clean_prose
from samtale_tui.basis.words import Horizon, horizon_title
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation, Step
from samtale_tui.conversation.plan_commands import put_action
from samtale_tui.plan.actions import incomplete_words, next_action_id, remarks, way_title
from samtale_tui.plan.model import Action, Way
from samtale_tui.tui.commands import bindings_in
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.sinks import plain_line, say
from samtale_tui.tui.widgets.choice_field import optional_choice
from samtale_tui.tui.widgets.date_field import DateField
from samtale_tui.tui.widgets.entry import Entry, OneOf, walk
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.writing import Writing, typed

TEXTS = ("what", "why", "how")
LINES = ("responsible", "follow_how", "follow_who")
DATES = ("start", "deadline", "follow_when")
CHOICES = ("way", "horizon")
NEW = "new"


@dataclass(frozen=True)
class _Words:
    label: str
    placeholder: str = ""


def _words() -> dict[str, _Words]:
    return {
        "what": _Words(_("Hvad gør I?"), _("Noget, man kan se ske")),
        "why": _Words(_("Hvorfor? Hvad er det godt for?")),
        "how": _Words(_("Hvordan griber I det an?")),
        "way": _Words(_("Måde at lære på")),
        "horizon": _Words(_("Sigt")),
        "responsible": _Words(_("Ansvarlig"), _("Ét navn")),
        "start": _Words(_("Start"), _("fx i morgen, 12/3, uge 14")),
        "deadline": _Words(_("Frist"), _("fx om 3 uger, 12.3.2027")),
        "follow_how": _Words(_("Hvordan følger I op?"), _("fx første punkt på teammødet")),
        "follow_when": _Words(_("Hvornår følger I op?"), _("fx næste fredag")),
        "follow_who": _Words(_("Hvem følger op?")),
    }


def _line(name: str, text: str, names: tuple[str, ...]) -> ComposeResult:
    """Label and field for one line; names are proposed as one writes."""
    words = _words()[name]
    yield Label(plain_line(words.label))
    yield Entry(text, id=name, placeholder=words.placeholder, suggester=OneOf(names))


class ActionScreen(ConversationScreen):
    """The form. Leaving it saves it, complete or not; a date that cannot be read waits as it was written."""

    context = "action"
    CSS_PATH = "action.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("action")]

    def __init__(self, action_id: str | None) -> None:
        """Make the form.

        Args:
            action_id: the action; none for a new one.
        """
        super().__init__()
        self._action_id = action_id
        self._form = f"action/{action_id or NEW}"
        self._refused = False

    def again(self) -> "ActionScreen":
        """The same action; what stands half-written waits in the drafts."""
        return ActionScreen(self._action_id)

    def _action_in(self, conversation: Conversation) -> Action | None:
        return next((a for a in conversation.actions if a.id == self._action_id), None)

    @property
    def _action(self) -> Action:
        found = self._action_in(self.value)
        return found or Action(id=self._action_id or next_action_id(self.value.actions))

    @property
    def step(self) -> Step:
        """The form belongs to the plan."""
        return "plan"

    # What stands in the fields

    def _stored(self, name: str) -> str:
        """What the action holds, as the field writes it."""
        value = getattr(self._action, name)
        return short_date(value) if isinstance(value, date) else str(value or "")

    def _text(self, name: str) -> str:
        """What stands in a field from the start: what was left half-written, else what the action holds."""
        return self.value.drafts.get(f"{self._form}/{name}", self._stored(name))

    def compose(self) -> ComposeResult:
        """Label and field, one after the other; dates side by side with what they were read as."""
        names = tuple(dict.fromkeys(self.value.names().values()))
        yield StepHeader()
        yield Notice()
        yield Static(id="action-lacks", markup=False)
        with VerticalScroll(id="action-form", can_focus=False, disabled=self.live.read_only):
            yield Static(id="action-origin", markup=False)
            yield from self._prose("what")
            with Horizontal(classes="pair", id="action-why-how"):
                for name in ("why", "how"):
                    with Vertical():
                        yield from self._prose(name)
            with Horizontal(classes="pair"):
                yield from self._choice("way", [(plain_line(way_title(way)), way.value) for way in Way])
                yield from self._choice("horizon", [(plain_line(horizon_title(h)), h.value) for h in Horizon])
            yield from _line("responsible", self._text("responsible"), names)
            with Horizontal(classes="pair"):
                yield self._date("start")
                yield self._date("deadline")
            with Horizontal(classes="pair"):
                yield self._date("follow_when")
                with Vertical():
                    yield from _line("follow_who", self._text("follow_who"), names)
            yield from _line("follow_how", self._text("follow_how"), ())
            yield Button(plain_line(_("Gem")), id="save", variant="primary")
        yield self.key_bar()

    def _prose(self, name: str) -> ComposeResult:
        words = _words()[name]
        yield Label(plain_line(words.label))
        yield Writing(self._text(name), id=name, placeholder=words.placeholder)

    def _date(self, name: str) -> DateField:
        words = _words()[name]
        stored: date | None = getattr(self._action, name)
        return DateField(name, words.label, self._text(name), stored, self.live.now().day, words.placeholder)

    def _choice(self, name: str, options: list[tuple[Content, str]]) -> ComposeResult:
        with Vertical():
            yield Label(plain_line(_words()[name].label))
            yield optional_choice(name, options, self._text(name))

    def ready(self) -> None:
        """Ready to write what will be done, or the first thing that is missing."""
        action = self._action
        lacking = ["responsible"] * (not action.responsible) + ["deadline"] * (not action.deadline)
        lacking += ["follow_when"] * (not action.follow_when)
        first = "what" if not action.what or not lacking else lacking[0]
        self.query_one(f"#{first}").focus()
        self._show_lacks()

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """Where the action came from; the fields keep what is written, but follow an undo."""
        if old is not None and self._action_in(old) != self._action_in(new):
            self._follow(self._action_in(new))
        origin = self._action.origin
        words = " · ".join(part for part in (origin.field, clean_line(origin.card)) if part)
        line = self.query_one("#action-origin", Static)
        line.display = bool(words)
        line.update(plain_line(_("Kommer fra: {origin}").format(origin=words)))

    def _follow(self, action: Action | None) -> None:
        """The action is another than it was: show it as it is now; where it is gone, so is the form."""
        if action is None:
            if self.is_current:
                self.dismiss()
            return
        for name in TEXTS:
            self.query_one(f"#{name}", Writing).text = self._stored(name)
        for name in (*LINES, *DATES):
            self.query_one(f"#{name}", Input).value = self._stored(name)
        for name in CHOICES:
            stored = self._stored(name)
            self.query_one(f"#{name}", Select).value = stored or Select.NULL

    # While it is written

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _keep(self, event: Input.Changed | TextArea.Changed) -> None:
        self._refused = False
        self._draft(*typed(event))
        for field in self.query(DateField):
            field.show_reading()
        self._show_lacks()

    @on(Select.Changed)
    def _keep_choice(self, event: Select.Changed) -> None:
        self._draft(event.select.id or "", "" if event.value is Select.NULL else str(event.value))

    def _draft(self, name: str, text: str) -> None:
        if self.live.read_only:
            return
        kept = text if text != self._stored(name) else ""
        if kept or f"{self._form}/{name}" in self.value.drafts:
            self.apply(do.draft, f"{self._form}/{name}", kept, undoable=False)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @property
    def _dates(self) -> dict[str, DateField]:
        return dict(zip(DATES, self.query(DateField).results(DateField), strict=True))

    def _show_lacks(self) -> None:
        action = self._made(lenient=True)
        words = [incomplete_words(action), *remarks(action, self.live.now().day)]
        self.query_one("#action-lacks", Static).update(plain_line(" · ".join(word for word in words if word)))

    # Leaving

    def _made(self, *, lenient: bool = False) -> Action:
        """The action that the fields make; leniently, a date that cannot be read is left out."""
        changes: dict[str, object] = {}
        for name in TEXTS:
            changes[name] = clean_prose(self.query_one(f"#{name}", Writing).text)
        for name in LINES:
            changes[name] = clean_line(self.query_one(f"#{name}", Input).value)
        for name in CHOICES:
            value = self.query_one(f"#{name}", Select).value
            changes[name] = None if value is Select.NULL else value
        for name, field in self._dates.items():
            try:
                changes[name] = field.date()
            except DateError:
                if not lenient:
                    raise
        return self._action.but(**changes)

    def leave(self) -> None:
        """Leaving saves."""
        self.action_save()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save and go back; a date that cannot be read is asked about once, and then waits as written."""
        gone = self._action_id is not None and self._action_in(self.value) is None
        if self.live.read_only or gone:
            self.dismiss()
            return
        try:
            action = self._made()
        except DateError:
            if not self._refused:
                self._ask_about_the_date()
                return
            action = self._made(lenient=True)
            self.app.clear_notifications()
        blank = Action(id=action.id)
        if self._action_id or action != blank:
            self.apply(
                put_action, action, label=_("handling ændret") if self._action_id else _("ny handling")
            )
        self._forget_drafts(action)
        self.dismiss()

    def _ask_about_the_date(self) -> None:
        self._refused = True
        say(
            self.app,
            _("Datoen kan ikke læses. Ret den, eller gem igen: så venter den her, som du skrev den."),
            severity="warning",
        )
        next(field for field in self._dates.values() if field.wrong).focus_input()

    def _forget_drafts(self, action: Action) -> None:
        unread = {name: field.text for name, field in self._dates.items() if field.wrong}
        self.apply(do.drop_drafts, self._form, undoable=False)
        for name, text in unread.items():
            self.apply(do.draft, f"action/{action.id}/{name}", text, undoable=False)

    async def on_key(self, event: events.Key) -> None:
        """Up and down go between the fields where they mean nothing else."""
        walk(self, event)
