"""The groups and the times of a placemat, in one list: before it begins, and while it runs (S28–S29)."""

from collections.abc import Callable, Mapping
from random import Random
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_course import choose_sharing, set_phase
from samtale_tui.method.placemat_groups import deal, move, numbers_for, shuffle
from samtale_tui.method.placemat_phases import PHASE_STEP_SECONDS, Phase, Sharing
from samtale_tui.method.placemat_sheets import sheet_of
from samtale_tui.method.run import set_frame
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.placemat_lines import Line, lines_of, prompt, summary
from samtale_tui.tui.screens.set_up import SetUpBox
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.marked import marked_id

_FRAME_STEP = 60.0

Change = Callable[[Placemat], Placemat]
Keep = Callable[[Change, str], Placemat]
"""Carries a change out, under a name for undo; gives the placemat as it is then."""


class PlacematBox(SetUpBox):
    """What is changed is changed at once; Enter and Esc close."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (34, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "keep", show=False),
        Binding("plus", "more(1)", show=False),
        Binding("minus", "more(-1)", show=False),
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("b", "shuffle", show=False),
        Binding("p", "seated", show=False),
        Binding("t", "turn_or_tell", show=False),
        Binding("d", "share_out", show=False),
    ]

    def __init__(self, run: Placemat, keep: Keep, *, on_times: bool) -> None:
        """Make the box.

        Args:
            run: the placemat.
            keep: carries changes out.
            on_times: whether the times, and not the people, are marked first.
        """
        super().__init__()
        self._run = run
        self._keep = keep
        self._on_times = on_times
        self._lines: list[Line] = []

    @property
    def chosen(self) -> Placemat:
        """The placemat as it is to be."""
        return self._run

    def compose(self) -> ComposeResult:
        """How it all comes to, the list, and the keys."""
        with Vertical(classes="dialog dialog-placemat") as box:
            box.border_title = plain_line(_("Grupper og tider"))
            yield Static(id="placemat-words", markup=False)
            yield OptionList(id="placemat-lines", markup=False)
            keys = (
                _("←→ flyt  ·  + − tid eller antal  ·  t drej/fortæl"),
                _("b bland  ·  p som I sidder  ·  d del tiden ud"),
                self.leaving_words(),
            )
            yield Static(Content("\n").join(map(plain_line, keys)), classes="dialog-hint", markup=False)

    def leaving_words(self) -> str:
        """How the box is left."""
        return _("Esc luk; u fortryder bagefter")

    def help_rows(self) -> tuple[Row, ...]:
        """What can be changed."""
        return (
            Row("← →", _("Flyt den markerede til en anden gruppe, eller til en ny")),
            Row("+ -", _("Mere eller mindre tid; på et navn flere eller færre grupper")),
            Row("b", _("Bland, hvem der er sammen")),
            Row("p", _("Grupper, som I sidder")),
            Row("t", _("Drej arket, eller fortæl på skift")),
            Row("d", _("Del hele tiden ud på faserne igen")),
            *super().help_rows(),
        )

    def on_mount(self) -> None:
        """The phase that is on is marked, or the first person."""
        marked = f"time/{self._run.phase}" if self._on_times else f"person/{self._run.people[0]}"
        self._show(marked)
        self.query_one("#placemat-lines", OptionList).focus()

    # What is shown

    @property
    def _names(self) -> Mapping[str, str]:
        live = self.samtale.live
        return live.value.names_in(self._run) if live else {}

    def _show(self, marked: str | None) -> None:
        """All lines; where the same ones stand there already, only those that say something new."""
        before, self._lines = self._lines, lines_of(self._run, self._names)
        listed = self.query_one("#placemat-lines", OptionList)
        if [line.id for line in before] == [line.id for line in self._lines]:
            for old, new in zip(before, self._lines, strict=True):
                if old != new:
                    listed.replace_option_prompt(new.id, prompt(new))
        else:
            listed.set_options([Option(prompt(each), each.id, each.heading) for each in self._lines])
        if marked is not None and any(line.id == marked for line in self._lines):
            listed.highlighted = listed.get_option_index(marked)
        self.query_one("#placemat-words", Static).update(plain_line(summary(self._run)))

    @property
    def _marked(self) -> tuple[str, str]:
        """Kind and id of the marked line; both empty where there is none."""
        option = marked_id(self.query_one("#placemat-lines", OptionList))
        kind, _slash, which = (option or "").partition("/")
        return kind, which

    # What is changed

    def _change(self, change: Change, label: str) -> None:
        kind, which = self._marked
        self._run = self._keep(change, label)
        self._show(f"{kind}/{which}")

    def action_move(self, by: int) -> None:
        """The marked person to the group before or after; after the last one to a new one."""
        kind, person = self._marked
        here = sheet_of(self._run.sheets, person) if kind == "person" else None
        if here is None:
            return
        numbers = numbers_for(self._run, here)
        ways = [number for number in numbers if (number - here.number) * by > 0]
        if ways:
            to = min(ways, key=lambda number: abs(number - here.number))
            self._change(lambda state: move(state, person, to), _("flyttet til en anden gruppe"))

    def action_more(self, by: int) -> None:
        """More or less of what is marked: of the time, or of the groups."""
        kind, which = self._marked
        if (kind, which) == ("time", "frame"):
            self._change(lambda state: _framed(state, _FRAME_STEP * by), _("tiden indstillet"))
        elif kind == "time":
            phase = Phase(which)
            seconds = self._run.span_of(phase).seconds + PHASE_STEP_SECONDS * by
            self._change(lambda state: set_phase(state, phase, seconds), _("fasens tid ændret"))
        elif kind == "person":
            count = len(self._run.groups) + by
            if 1 <= count <= len(self._run.people):
                self._change(lambda state: deal(state, count), _("grupper ændret"))

    def action_shuffle(self) -> None:
        """By chance, as many groups as there are."""
        rng, count = Random(), len(self._run.groups)
        self._change(lambda state: shuffle(state, rng, count), _("grupper blandet"))

    def action_seated(self) -> None:
        """As they sit, in groups of four and five."""
        self._change(deal, _("grupper ændret"))

    def action_turn_or_tell(self) -> None:
        """The other way of sharing what was written."""
        other = Sharing.TELL if self._run.sharing is Sharing.TURN else Sharing.TURN
        self._change(lambda state: choose_sharing(state, other), _("drej eller fortæl"))

    def action_share_out(self) -> None:
        """The time of it all shared out between the phases."""
        self._change(lambda state: state.shared_out(), _("tiden delt ud"))

    # How it is left

    @on(OptionList.OptionSelected)
    def action_keep(self) -> None:
        """Enter: so it is to be."""
        self.dismiss(True)

    def action_close(self) -> None:
        """Esc."""
        self.dismiss(True)

    def on_click(self, event: events.Click) -> None:
        """A click beside the box leaves it as Esc does."""
        if event.widget is self:
            self.action_close()


class PlacematSetUpBox(PlacematBox):
    """Before it begins: Enter keeps what was changed, Esc lets it be."""

    def __init__(self, run: Placemat) -> None:
        """Make the box for a placemat about to begin."""
        super().__init__(run, self._changed, on_times=False)

    def _changed(self, change: Change, _label: str) -> Placemat:
        return change(self._run)

    def leaving_words(self) -> str:
        """How the box is left."""
        return _("⏎ behold  ·  Esc lad det være")

    def action_close(self) -> None:
        """Esc."""
        self.dismiss(None)


def _framed(state: Placemat, seconds: float) -> Placemat:
    """Another time for it all; before the writing the phases follow, where nobody set them."""
    framed = set_frame(state, state.frame_seconds + seconds)
    return state.shared_out_like(framed) if state.can_be_dealt else framed
