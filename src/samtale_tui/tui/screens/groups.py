"""Smaller groups (S12): a proposal that can be shuffled, made more or fewer, and changed by hand."""

import random
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.framing_commands import (
    TALKS_BEST,
    moved_to_group,
    proposed_groups,
    set_groups,
)
from samtale_tui.conversation.people_commands import regrouped
from samtale_tui.method.grouping import dealt
from samtale_tui.tui.screens.frame_box import FrameBox
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.marked import marked_id

MOST_NAME_LETTERS = 60


class GroupsBox(FrameBox):
    """Enter keeps the groups; Esc leaves them as they were."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "keep", show=False),
        Binding("plus", "more(1)", show=False),
        Binding("minus", "more(-1)", show=False),
        Binding("b", "shuffle", show=False),
        Binding("p", "seated", show=False),
        Binding("x", "together", show=False),
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
    ]

    def title_words(self) -> str:
        """What it is for."""
        return _("Mindre grupper")

    def fields(self) -> ComposeResult:
        """Why, the groups in a list, and the keys that change them."""
        yield Static(id="groups-words", classes="read apart", markup=False)
        yield OptionList(id="groups", markup=False)
        keys = (
            _("⏎ behold  ·  + − antal  ·  ←→ flyt den markerede"),
            _("b bland  ·  p som I sidder  ·  x alle sammen  ·  Esc luk"),
        )
        yield Static(plain_line(keys[0]), classes="dialog-hint", markup=False)
        yield Static(plain_line(keys[1]), classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """What there is, else a proposal."""
        self.query_one(".dialog").border_subtitle = ""
        people = self._people
        proposed = dealt(people, max(2, proposed_groups(len(people))))
        self._groups = regrouped(self.value, self.value.people) or proposed
        self._show(people[0])

    @property
    def _people(self) -> tuple[str, ...]:
        return tuple(person.id for person in self.value.people)

    def _show(self, marked: str | None) -> None:
        names = self.value.names()
        options: list[Option] = []
        for number, group in enumerate(self._groups, 1):
            head = _("Gruppe {n}").format(n=number)
            options.append(
                Option(Content.assemble((head, "bold $primary"), f" · {len(group)}"), disabled=True)
            )
            for person in group:
                name = shorten(clean_line(names[person]), MOST_NAME_LETTERS)
                options.append(Option(plain_line(f"  {name}"), id=person))
        groups = self.query_one("#groups", OptionList)
        groups.set_options(options)
        if marked is not None:
            groups.highlighted = groups.get_option_index(marked)
        self.query_one("#groups-words", Static).update(plain_line(self._words()))

    def _words(self) -> str:
        count = n_("1 gruppe", "{n} grupper", len(self._groups))
        if len(self._people) <= TALKS_BEST:
            return count
        return _("I er {n}; 4–6 taler bedst sammen. Her er {groups}.").format(
            n=len(self._people), groups=count
        )

    @property
    def _marked(self) -> str | None:
        return marked_id(self.query_one("#groups", OptionList))

    def action_more(self, by: int) -> None:
        """More groups, or fewer; people in the order in which they stand."""
        order = [person for group in self._groups for person in group]
        count = len([group for group in self._groups if group]) + by
        if 2 <= count <= len(order):
            self._groups = dealt(order, count)
            self._show(self._marked)

    def action_shuffle(self) -> None:
        """By chance, as many groups as there are."""
        order = list(self._people)
        random.shuffle(order)
        self._groups = dealt(order, len(self._groups))
        self._show(self._marked)

    def action_seated(self) -> None:
        """As they sit, as many groups as there are."""
        self._groups = dealt(self._people, len(self._groups))
        self._show(self._marked)

    def action_move(self, by: int) -> None:
        """The marked person into another group."""
        marked = self._marked
        if marked is not None:
            self._groups = moved_to_group(self._groups, marked, by)
            self._show(marked)

    def on_option_list_option_selected(self) -> None:
        """Enter."""
        self.action_keep()

    def action_keep(self) -> None:
        """These are the groups."""
        self._set(self._groups)

    def action_together(self) -> None:
        """No groups: all talk together."""
        self._set(())

    def _set(self, groups: tuple[tuple[str, ...], ...]) -> None:
        if not self.live.read_only:
            self.live.apply(set_groups, groups, label=_("grupper ændret"))
        self.action_close()
