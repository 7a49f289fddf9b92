"""A form for one thing with words, choices and dates. Leaving it saves it, complete or not."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.binding import BindingType
from textual.widgets import Button, Input, Select, Static, TextArea

from samtale_tui.basis.dates import DateError
from samtale_tui.basis.language import _
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.shown_dates import short_date
from samtale_tui.basis.text import clean_line, clean_prose
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.tui.commands import bindings_in
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.screens.in_sight import keep_in_sight
from samtale_tui.tui.sinks import plain_line, say
from samtale_tui.tui.widgets.date_field import DateField
from samtale_tui.tui.widgets.entry import walk
from samtale_tui.tui.widgets.writing import Writing, typed

Thing = TypeVar("Thing", bound=Frozen)


@dataclass(frozen=True)
class FieldWords:
    """What is said of one field."""

    label: str
    """What it asks for."""
    placeholder: str = ""
    """What it says while it is empty."""


class DatedForm(ConversationScreen, Generic[Thing]):
    """A date that cannot be read is asked about once; then it waits in the drafts as it was written."""

    context = "action"
    CSS_PATH = "action.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("action")]

    TEXTS: ClassVar[tuple[str, ...]]
    """Fields of several lines, by the names that the thing has for them."""
    LINES: ClassVar[tuple[str, ...]]
    """Fields of one line."""
    DATES: ClassVar[tuple[str, ...]]
    """Fields for dates."""
    CHOICES: ClassVar[tuple[str, ...]]
    """Fields in which one of a few is chosen."""

    _refused = False

    # What a form must say of itself

    @property
    def form(self) -> str:
        """The name under which what is half-written waits."""
        raise NotImplementedError

    def kept(self, conversation: Conversation) -> Thing | None:
        """The thing as it is saved; none where it is new, or gone."""
        raise NotImplementedError

    def blank(self) -> Thing:
        """A new one."""
        raise NotImplementedError

    @property
    def is_new(self) -> bool:
        """Whether there was none when the form was opened."""
        raise NotImplementedError

    def words(self) -> dict[str, FieldWords]:
        """What is said of each field."""
        raise NotImplementedError

    def lacking(self, thing: Thing) -> str:
        """What it lacks, or what looks odd about it, in a line."""
        raise NotImplementedError

    def keep(self, thing: Thing) -> str | None:
        """Save it; gives the name of the form that it has from now on, or none where it cannot be kept."""
        raise NotImplementedError

    # What stands in the fields

    @property
    def thing(self) -> Thing:
        """What the form is about, as it is saved."""
        return self.kept(self.value) or self.blank()

    def _stored(self, name: str) -> str:
        """What the thing holds, as the field writes it."""
        value = getattr(self.thing, name)
        return short_date(value) if isinstance(value, date) else str(value or "")

    def text_of(self, name: str) -> str:
        """What stands in a field from the start: what was left half-written, else what the thing holds."""
        return self.value.drafts.get(f"{self.form}/{name}", self._stored(name))

    @property
    def people(self) -> tuple[str, ...]:
        """Names to propose."""
        return tuple(dict.fromkeys(self.value.names().values()))

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """The fields keep what is written, but follow an undo; where the thing is gone, so is the form."""
        if old is None or self.kept(old) == self.kept(new):
            return
        if self.kept(new) is None:
            if self.is_current:
                self.dismiss()
            return
        for name in self.TEXTS:
            self.query_one(f"#{name}", Writing).text = self._stored(name)
        for name in (*self.LINES, *self.DATES):
            self.query_one(f"#{name}", Input).value = self._stored(name)
        for name in self.CHOICES:
            self.query_one(f"#{name}", Select).value = self._stored(name) or Select.NULL

    # While it is written

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _keep(self, event: Input.Changed | TextArea.Changed) -> None:
        self._refused = False
        self._draft(*typed(event))
        for field in self.query(DateField):
            field.show_reading()
        self.show_lacks()

    @on(Select.Changed)
    def _keep_choice(self, event: Select.Changed) -> None:
        self._draft(event.select.id or "", "" if event.value is Select.NULL else str(event.value))

    def _draft(self, name: str, text: str) -> None:
        if self.live.read_only:
            return
        kept = text if text != self._stored(name) else ""
        if kept or f"{self.form}/{name}" in self.value.drafts:
            self.apply(do.draft, f"{self.form}/{name}", kept, undoable=False)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @property
    def _dates(self) -> dict[str, DateField]:
        return dict(zip(self.DATES, self.query(DateField).results(DateField), strict=True))

    def resized(self) -> None:
        """What is written in stays in sight."""
        self.call_after_refresh(keep_in_sight, self)

    def show_lacks(self) -> None:
        """What it lacks as it stands now."""
        self.query_one("#action-lacks", Static).update(plain_line(self.lacking(self._made(lenient=True))))

    # Leaving

    def _made(self, *, lenient: bool = False) -> Thing:
        """The thing that the fields make; leniently, a date that cannot be read is left as it was."""
        changes: dict[str, object] = {}
        for name in self.TEXTS:
            changes[name] = clean_prose(self.query_one(f"#{name}", Writing).text)
        for name in self.LINES:
            changes[name] = clean_line(self.query_one(f"#{name}", Input).value)
        for name in self.CHOICES:
            value = self.query_one(f"#{name}", Select).value
            changes[name] = None if value is Select.NULL else value
        for name, field in self._dates.items():
            try:
                changes[name] = field.date()
            except DateError:
                if not lenient:
                    raise
        return self.thing.but(**changes)

    def leave(self) -> None:
        """Leaving saves."""
        self.action_save()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save and go back; a date that cannot be read is asked about once, and then waits as written."""
        gone = not self.is_new and self.kept(self.value) is None
        if self.live.read_only or gone:
            self.dismiss()
            return
        try:
            thing = self._made()
        except DateError:
            if not self._refused:
                self._ask_about_the_date()
                return
            thing = self._made(lenient=True)
            self.app.clear_notifications()
        kept = self.keep(thing)
        if kept is None:
            say(self.app, _("Det, den hører til, er fortrudt. Teksten venter, til det er gjort igen."))
        else:
            self._forget_drafts(kept)
        self.dismiss()

    def _ask_about_the_date(self) -> None:
        self._refused = True
        say(
            self.app,
            _("Datoen kan ikke læses. Ret den, eller gem igen: så venter den her, som du skrev den."),
            severity="warning",
        )
        next(field for field in self._dates.values() if field.wrong).focus_input()

    def _forget_drafts(self, form: str) -> None:
        unread = {name: field.text for name, field in self._dates.items() if field.wrong}
        self.apply(do.drop_drafts, self.form, undoable=False)
        for name, text in unread.items():
            self.apply(do.draft, f"{form}/{name}", text, undoable=False)

    async def on_key(self, event: events.Key) -> None:
        """Up and down go between the fields where they mean nothing else."""
        walk(self, event)
