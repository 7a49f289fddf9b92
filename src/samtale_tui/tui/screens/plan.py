"""The plan: its actions in a table, and the agreements that wait to become one (S41, S25)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import DataTable, OptionList, Static

from samtale_tui.basis.language import _
from samtale_tui.basis.shown_dates import short_date
from samtale_tui.basis.suggest import in_quotation_marks
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.commands import drop_agreement
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.plan_commands import drop_action, move_action, open_agreements, promote
from samtale_tui.plan.actions import incomplete_words, remarks
from samtale_tui.plan.model import Action
from samtale_tui.tui import navigation as to
from samtale_tui.tui import setting_aside as aside
from samtale_tui.tui.commands import Command, bindings_in, reworded
from samtale_tui.tui.screens.base import ConversationScreen
from samtale_tui.tui.sinks import cell, plain_line, say
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.panes import AgreementList, parked_words

NARROW = 76
"""Below so many cells the columns of the table are narrow."""


def column_cells(width: int) -> tuple[int, int, int, int]:
    """Cells of the four columns (number, words, owner, deadline) on a screen of that width."""
    owner, deadline = (10, 13) if width < NARROW else (14, 13)
    frame, between, number = 6, 8, 2
    return number, max(12, width - frame - between - number - owner - deadline), owner, deadline


def state_words(action: Action) -> str:
    """What is missing, in words; a complete one says when it is followed up."""
    lacking = incomplete_words(action)
    if lacking or action.follow_when is None:
        return lacking
    return _("Opfølgning {day}").format(day=short_date(action.follow_when))


def _deadline(action: Action, conversation: Conversation) -> str:
    """The day; words that are no date yet, as they were written; or that it is missing."""
    if action.deadline:
        return short_date(action.deadline)
    waiting = conversation.drafts.get(f"action/{action.id}/deadline", "")
    return in_quotation_marks(waiting) if waiting else _("mangler")


def _in_table(conversation: Conversation) -> tuple[object, ...]:
    """What the table is made from."""
    return conversation.actions, conversation.drafts, conversation.parked


class PlanScreen(ConversationScreen):
    """Few actions, each with an owner, a date and a follow-up."""

    context = "plan"
    CSS_PATH = "plan.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("plan")]

    def compose(self) -> ComposeResult:
        """Table, what the marked action lacks, and the agreements."""
        yield StepHeader()
        yield Notice()
        with Vertical(id="plan-body"):
            yield DataTable(id="actions", cursor_type="row", zebra_stripes=False, show_header=True)
            yield Static(id="action-state", markup=False)
            yield AgreementList(id="open-agreements")
        yield self.key_bar()

    def ready(self) -> None:
        """Where there is something to do first: the agreements, else the table."""
        agreements = self.query_one(AgreementList)
        (agreements if agreements.option_count else self._table).focus()

    @property
    def _table(self) -> "DataTable[object]":
        return self.query_one("#actions", DataTable)

    def resized(self) -> None:
        """The words of an action take what room there is."""
        self._paint_table(self.value)

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """Table and list where they changed."""
        if old is None or _in_table(old) != _in_table(new):
            self._paint_table(new)
        if old is None or old.actions != new.actions or old.agreements != new.agreements:
            self._paint_agreements(new)

    def _paint_table(self, new: Conversation) -> None:
        table = self._table
        row = table.cursor_row
        table.clear(columns=True)
        number_cells, words, owner, when = column_cells(self.app.size.width)
        columns = (("", number_cells), (_("Handling"), words), (_("Ansvarlig"), owner), (_("Frist"), when))
        for title, cells in columns:
            table.add_column(cell(title), width=cells)
        for number, action in enumerate(new.actions, 1):
            mark = "!" if incomplete_words(action) else "✓"
            what = clean_line(action.what) or _("(uden ord)")
            table.add_row(
                cell(str(number)),
                cell(shorten(f"{mark} {what}", words)),
                cell(shorten(clean_line(action.responsible), owner) or _("mangler")),
                cell(_deadline(action, new)),
                key=action.id,
            )
        if new.actions:
            table.move_cursor(row=min(row, len(new.actions) - 1))
        titles = (_("Planen · {n}").format(n=len(new.actions)), parked_words(new))
        table.border_title = plain_line(" ─ ".join(title for title in titles if title))
        lacking = sum(bool(incomplete_words(action)) for action in new.actions)
        table.border_subtitle = plain_line(_("{n} mangler noget").format(n=lacking) if lacking else "")
        self._paint_state()

    def _paint_agreements(self, new: Conversation) -> None:
        waiting = open_agreements(new)
        agreements = self.query_one(AgreementList)
        agreements.show(new, waiting, numbered=False)
        if waiting and agreements.highlighted is None:
            agreements.highlighted = 0
        agreements.head(_("Aftaler, der venter · {n}").format(n=len(waiting)), _("⏎ gør til handling"))
        agreements.display = bool(waiting)
        if not waiting and agreements.has_focus:
            self._table.focus()

    @on(DataTable.RowHighlighted)
    def _paint_state(self) -> None:
        action = self._marked_action
        state = self.query_one("#action-state", Static)
        if action is None:
            state.update(
                plain_line(_("Ingen handlinger endnu. ⏎ på en aftale gør den til en, h skriver en ny."))
            )
            return
        origin = _("fra {field}").format(field=action.origin.field) if action.origin.field else ""
        odd = remarks(action, self.live.now().day)
        words = " · ".join(part for part in (state_words(action), *odd, origin) if part)
        state.update(plain_line(words))

    @property
    def _marked_action(self) -> Action | None:
        row = self._table.cursor_row
        return self.value.actions[row] if 0 <= row < len(self.value.actions) else None

    # Commands

    @on(OptionList.OptionSelected, "#open-agreements")
    def _promote(self, event: OptionList.OptionSelected) -> None:
        if event.option_id and self.apply(promote, event.option_id, label=_("aftale gjort til handling")):
            words = _("Nu er den handling {n} i planen.").format(n=len(self.value.actions))
            if open_agreements(self.value):
                words += " " + _("Tab går til planen.")
            say(self.app, words, seconds=3)

    @on(DataTable.RowSelected)
    def _edit(self) -> None:
        action = self._marked_action
        if action:
            to.edit_action(self.samtale, action.id)

    def action_new_action(self) -> None:
        """An action that came of no agreement."""
        if self.may_write():
            to.edit_action(self.samtale, None)

    def action_drop(self) -> None:
        """The marked line away, from the list that has the focus."""
        agreements = self.query_one(AgreementList)
        if agreements.has_focus:
            found = next((a for a in self.value.agreements if a.id == agreements.marked), None)
            what = found.text if found else ""
            done = found is not None and self.apply(drop_agreement, found.id, label=_("aftale slettet"))
        else:
            action = self._marked_action
            what = action.what if action else ""
            done = action is not None and self.apply(drop_action, action.id, label=_("handling slettet"))
        if done:
            say(self.app, _("Slettet: {what}. u fortryder.").format(what=shorten(clean_line(what), 40)))

    def action_up(self) -> None:
        """The marked action a place up."""
        self._move(-1)

    def action_down(self) -> None:
        """The marked action a place down."""
        self._move(+1)

    def _move(self, by: int) -> None:
        action = self._marked_action
        if action and self.apply(move_action, action.id, by, label=_("handling flyttet")):
            self._table.move_cursor(row=[a.id for a in self.value.actions].index(action.id))

    def bar(self) -> tuple[Command, ...]:
        """Enter means one thing in the table and another among the agreements."""
        waiting = any(agreements.has_focus for agreements in self.query(AgreementList))
        hidden = {"edit_agreement", "rank"} if not waiting else set()
        bar = (each for each in super().bar() if each.id not in hidden)
        return reworded(bar, open_row=_("gør til handling") if waiting else _("åbn"))

    def action_rank(self) -> None:
        """Let the room rank the agreements."""
        if open_agreements(self.value):
            aside.show_ranking(self.samtale)
        else:
            say(self.app, _("Ingen aftaler venter."))

    def action_edit_agreement(self) -> None:
        """Put the marked agreement in other words."""
        marked = self.query_one(AgreementList).marked
        if not open_agreements(self.value):
            say(self.app, _("Ingen aftaler venter."))
        elif marked is None or not self.query_one(AgreementList).has_focus:
            say(self.app, _("Markér først en aftale; Tab går derhen."))
        elif self.may_write():
            to.reword_agreement(self.samtale, marked)

    def action_to_main(self) -> None:
        """From the agreements to the table."""
        self._table.focus()

    def leave(self) -> None:
        """Back to the wheel."""
        self.go_to("wheel")
