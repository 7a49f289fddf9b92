"""Who is there: before a method begins, and while it runs, when one comes late, one goes, one sits out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation import commands as do
from samtale_tui.conversation import people_in_round as here
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.method.run import Run
from samtale_tui.method.spiral import Spiral
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.marked import marked_id

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp

FORM = "late"
"""Name under which a name that is not finished is kept."""


@dataclass(frozen=True)
class People:
    """Those who can be there, and what is done when that changes."""

    everyone: Callable[[], dict[str, str]]
    """Everyone's name under their id, in seating order."""
    run: Callable[[], Run | None]
    """The method, with those who are there."""
    come_or_go: Callable[[str], str]
    """Changes whether one is there; gives what is said of it."""
    add: Callable[[str], str]
    """Takes in one more by name; gives what is said of it."""
    sit_out: Callable[[str], str] | None = None
    """Has one sit out the next time round, in a spiral under way; gives what is said of it."""


class PresentBox(Dialog[None]):
    """Space lets one come or go; a name in the field below comes in. What is done is done at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("space", "come_or_go", show=False),
        Binding("o", "sit_out", show=False),
    ]

    def __init__(self, people: People) -> None:
        """Make the box."""
        super().__init__()
        self._people = people

    def compose(self) -> ComposeResult:
        """Everyone, with a tick; a field for one more; what was done."""
        with Vertical(classes="dialog dialog-present") as box:
            box.border_title = plain_line(_("Hvem er med?"))
            box.border_subtitle = plain_line(_("Mellemrum kommer eller går  ·  Esc luk"))
            yield OptionList(id="present", markup=False)
            waiting = self._live.value.drafts.get(FORM, "")
            words = _("En, der kommer til: skriv navnet")
            yield Entry(waiting, id="late", placeholder=words, goes_on=True)
            hint = _("o: sidder over næste gang") if self._people.sit_out else ""
            yield Static(plain_line(hint), id="present-words", classes="dialog-hint")

    @property
    def _live(self) -> LiveConversation:
        return cast("LiveConversation", self.samtale.live)

    def help_rows(self) -> tuple[Row, ...]:
        """What can be done with the one who is marked."""
        rows = [Row(_("Mellemrum"), _("Den markerede kommer til eller går"))]
        if self._people.sit_out:
            rows.append(Row("o", _("Den markerede sidder over, næste gang ordet kommer, eller er med igen")))
        return (*rows, Row("⏎", _("Lad den, der er skrevet, komme til")), *super().help_rows())

    def on_mount(self) -> None:
        """The first is marked."""
        self._show(0)
        self.query_one("#present").focus()

    def _show(self, marked: int) -> None:
        run, everyone = self._people.run(), self._people.everyone()
        there = set(run.people) if run else set()
        out = set(run.out) if isinstance(run, Spiral) else set()
        options = []
        for person, name in everyone.items():
            after = _("sidder over") if person in out else ""
            tick = "[✓]" if person in there else "[ ]"
            style = "" if person in there else "$text-muted"
            words = f"{tick} {clean_line(name)}"
            options.append(Option(Content.assemble((words, style), (f"  {after}", "$text-muted")), id=person))
        present = self.query_one("#present", OptionList)
        present.set_options(options)
        if options:
            present.highlighted = min(marked, len(options) - 1)

    @property
    def _marked(self) -> str | None:
        return marked_id(self.query_one("#present", OptionList))

    def _do(self, change: Callable[[str], str]) -> None:
        marked = self._marked
        if marked is not None:
            self._say(change(marked))

    def _say(self, words: str) -> None:
        self._show(self.query_one("#present", OptionList).highlighted or 0)
        if words:
            self.query_one("#present-words", Static).update(plain_line(words))

    def action_come_or_go(self) -> None:
        """The marked one."""
        self._do(self._people.come_or_go)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_come_or_go()

    def action_sit_out(self) -> None:
        """The marked one, the next time that the word comes there."""
        if self._people.sit_out:
            self._do(self._people.sit_out)

    @on(Input.Changed)
    def _half_written(self, event: Input.Changed) -> None:
        """A name that is not finished waits, should the box be left."""
        if not self._live.read_only:
            self._live.apply(do.draft, FORM, event.value, undoable=False)

    @on(Input.Submitted)
    def _late(self, event: Input.Submitted) -> None:
        name = clean_line(event.value)
        if name:
            words = self._people.add(name)
            self.query_one(Entry).value = ""
            self._say(words)

    def on_key(self, event: events.Key) -> None:
        """A name is typed from wherever one stands; what comes at its heels belongs to it."""
        late, letter = self.query_one(Entry), event.character or ""
        is_a_command = letter.isspace() or (letter == "o" and self._people.sit_out is not None)
        if event.is_printable and letter and (self.focused is late or not is_a_command):
            event.stop()
            event.prevent_default()
            self.set_focus(late)
            late.insert_text_at_cursor(letter)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.dismiss()


def people_of_a_plan(
    live: LiveConversation, run: Callable[[], Run | None], change: Callable[[tuple[str, ...]], None]
) -> People:
    """Those who can be there when a method begins.

    Args:
        live: the conversation.
        run: the method as it is to be.
        change: is told who is to be there, in seating order.
    """

    def come_or_go(person: str) -> str:
        now = run()
        there = set(now.people) if now else set()
        wanted = there ^ {person}
        if not wanted:
            return here.somebody_stays()
        change(tuple(each for each in here.everyone(live.value, now) if each in wanted))
        return ""

    def add(name: str) -> str:
        now = run()
        before = set(now.people) if now else set()
        live.apply(here.seat_one, now, name, label=_("deltager skrevet"))
        everybody = here.everyone(live.value, now)
        newest = list(everybody)[-1]
        change(tuple(each for each in everybody if each in before or each == newest))
        return here.came(everybody[newest])

    return People(lambda: here.everyone(live.value, run()), run, come_or_go, add)


def people_of_a_round(app: "SamtaleApp", round_id: str) -> People:
    """Those who can be there while a method runs."""
    live = cast("LiveConversation", app.live)

    def run() -> Run | None:
        each = live.value.round_by_id(round_id)
        return each.state if each else None

    def come_or_go(person: str) -> str:
        before = live.value
        live.apply(here.come_or_go, round_id, live.now(), person, label=_("hvem der er med"))
        return here.what_happened(before, live.value, round_id, person)

    def add(name: str) -> str:
        before = run()
        live.apply(here.come_late, round_id, live.now(), name, label=_("en kom til"))
        after = run()
        new = set(after.people) - set(before.people) if before and after else set()
        return " ".join(here.came(here.everyone(live.value, after)[person]) for person in new)

    def out(person: str) -> str:
        before = live.value
        live.apply(here.sit_out, round_id, live.now(), person, label=_("sidder over"))
        return here.sits_out(before, live.value, round_id, person)

    spiral = isinstance(run(), Spiral)
    return People(lambda: here.everyone(live.value, run()), run, come_or_go, add, out if spiral else None)
