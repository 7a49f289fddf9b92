"""Who has approved the plan, the leader last, with what they want to have said (S64, S65)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.basis.shown_dates import long_date
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.approving import (
    Approver,
    approval_of,
    approve,
    approvers,
    awaited,
    comment,
    take_approval_back,
)
from samtale_tui.conversation.approving_words import approval_words, approver_name, deletion_words
from samtale_tui.conversation.framing import Role
from samtale_tui.tui.screens.frame_box import FrameBox
from samtale_tui.tui.sinks import plain_line, say
from samtale_tui.tui.widgets.entry import Entry

MOST_NAME_LETTERS = 60


class ApprovalBox(FrameBox):
    """Enter notes that the marked person approves today, or does not after all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "approve", show=False),
        Binding("l", "leads", show=False),
    ]

    def title_words(self) -> str:
        """What it is about."""
        return _("Godkendelse af planen")

    def fields(self) -> ComposeResult:
        """Everyone, the marked one's comment, and what comes of it."""
        yield OptionList(id="approvers", markup=False)
        yield Label(id="approval-who", markup=False)
        yield Entry(id="comment", placeholder=_("Skriv, hvis der er noget at tilføje"), most=1000)
        yield Static(id="approval-words", classes="read", markup=False)
        yield Static(
            plain_line(_("⏎ godkendt eller ej  ·  l er leder  ·  Tab kommentar  ·  Esc luk")),
            classes="dialog-hint",
        )

    def on_mount(self) -> None:
        """The first one who is awaited is marked."""
        self._paint()
        waiting = awaited(self.value)
        people = self.query_one("#approvers", OptionList)
        people.highlighted = people.get_option_index(waiting[0].who) if waiting else 0

    def _paint(self) -> None:
        people = self.query_one("#approvers", OptionList)
        place = people.highlighted
        people.set_options([Option(self._line(each), id=each.who) for each in approvers(self.value)])
        people.highlighted = place
        words = (approval_words(self.value), deletion_words(self.value))
        self.query_one("#approval-words", Static).update(plain_line(" ".join(filter(None, words))))

    def _line(self, approver: Approver) -> Content:
        given = approval_of(self.value, approver.who)
        name = shorten(clean_line(approver_name(approver)), MOST_NAME_LETTERS)
        if given is None:
            return Content.assemble(("○ ", "$text-muted"), name, (f"  {_('afventer')}", "$text-muted"))
        when = _("godkendt {day}").format(day=long_date(given.day))
        return Content.assemble(("● ", "$primary"), (name, "bold"), f"  {when}")

    @property
    def _marked(self) -> Approver | None:
        place = self.query_one("#approvers", OptionList).highlighted
        return None if place is None else approvers(self.value)[place]

    @on(OptionList.OptionHighlighted, "#approvers")
    def _show_comment(self) -> None:
        """The comment of the one who is marked; it goes with an approval."""
        marked = self._marked
        given = approval_of(self.value, marked.who) if marked else None
        entry = self.query_one("#comment", Entry)
        with entry.prevent(Input.Changed):
            entry.value = clean_line(given.comment) if given else ""
        label = self.query_one("#approval-who", Label)
        entry.display = label.display = given is not None
        name = approver_name(marked) if marked else ""
        label.update(plain_line(_("Kommentar fra {name}").format(name=name)))

    @on(OptionList.OptionSelected, "#approvers")
    def action_approve(self) -> None:
        """The marked person approves today, or does not after all."""
        marked = self._marked
        if marked is None or self.live.read_only:
            return
        self.live.end_stay()
        if approval_of(self.value, marked.who):
            self.live.apply(take_approval_back, marked.who, label=_("godkendelse taget tilbage"))
        else:
            self.live.apply(approve, marked.who, self.live.now().day, label=_("godkendelse"))
        self._paint()
        self._show_comment()

    def action_leads(self) -> None:
        """The marked person is the leader, who facilitates and approves last (S13, S65)."""
        marked = self._marked
        names = self.value.names()
        if marked is None or marked.who not in names:
            say(self.app, _("Markér den af deltagerne, der er leder."))
            return
        roles = {**self.value.framing.roles, Role.FACILITATOR: names[marked.who]}
        self.keep("roles", roles, label=_("rolle ændret"))
        self._paint()

    def take(self, name: str, text: str) -> None:
        """The comment as it is typed."""
        marked = self._marked
        if marked and not self.live.read_only:
            self.live.apply(comment, marked.who, text, label=_("kommentar"), stay=f"comment/{marked.who}")
