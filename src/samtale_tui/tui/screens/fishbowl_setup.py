"""How a fishbowl is to be: who sits with whom, how many inside, the times, whom to keep apart (S40)."""

import random
from pathlib import PurePath
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Label, OptionList, Select

from samtale_tui.basis.language import _
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.fishbowl_begin import reshuffled
from samtale_tui.method.fishbowl_seats import circle_of, exchange, move
from samtale_tui.method.fishbowl_steps import LEAST_DEBRIEF_SECONDS, LEAST_SITTING_SECONDS, set_times
from samtale_tui.method.fishbowl_words import advice, circle_name
from samtale_tui.method.halves import LEAST_CIRCLES, LEAST_INSIDE, MOST_INSIDE, Keep, circle_count
from samtale_tui.method.run import Run
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.fishbowl_wishes import toggled, wishes_words
from samtale_tui.tui.screens.round_times import read_turn
from samtale_tui.tui.screens.set_up import SetUpBox
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.round_clocks import clock_words
from samtale_tui.tui.widgets.seating_list import SeatingList
from samtale_tui.tui.widgets.steady import SteadyText

HALVES = "half"


class FishbowlSetupBox(SetUpBox):
    """Changes a fishbowl that has not begun."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "fishbowl_setup.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("ctrl+s", "go", show=False),
        Binding("space", "move_on", show=False),
        Binding("b", "shuffle", show=False),
        Binding("s", "wish('together')", show=False),
        Binding("h", "wish('apart')", show=False),
    ]

    def __init__(self, run: Fishbowl) -> None:
        """Make the box for this fishbowl."""
        super().__init__()
        self._run = run
        self._first: str | None = None
        """One who was chosen to change places, or for a wish."""

    @property
    def chosen(self) -> Run:
        """The fishbowl as it is to be."""
        return self._run

    def compose(self) -> ComposeResult:
        """How many inside and the times; who sits where; the wishes."""
        run = self._run
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = plain_line(_("Indstil fishbowl"))
            box.border_subtitle = plain_line(_("Ctrl+S gem  ·  Esc luk"))
            with Horizontal(classes="triple"):
                with Vertical():
                    yield Label(plain_line(_("Inde ad gangen")))
                    yield Select(
                        self._sizes(), value=self._size_now(), allow_blank=False, id="inside", compact=True
                    )
                with Vertical():
                    yield Label(plain_line(_("Hver omgang")))
                    yield Entry(clock_words(run.sitting_seconds), id="sitting", most=6, restrict=r"[0-9:]*")
                with Vertical():
                    yield Label(plain_line(_("Hør, hvad de så")))
                    yield Entry(clock_words(run.debrief_seconds), id="debrief", most=6, restrict=r"[0-9:]*")
            yield SeatingList(id="seating")
            yield SteadyText(id="seating-words")
            yield SteadyText(id="seating-wishes")
            yield Button(plain_line(_("Gem")), id="go", variant="primary")

    def help_rows(self) -> tuple[Row, ...]:
        """What can be done with the one who is marked."""
        rows = [
            Row(_("Mellemrum"), _("Flyt den markerede til den næste kreds")),
            Row("⏎", _("Den markerede bytter plads med den næste, du vælger")),
            Row("b", _("Bland, hvem der er sammen med hvem")),
        ]
        if self._own_view:
            rows += [
                Row("s", _("Den, ⏎ har valgt, og den markerede skal helst sidde sammen")),
                Row("h", _("De skal helst sidde hver for sig")),
            ]
        return (*rows, *super().help_rows())

    @property
    def _own_view(self) -> bool:
        """Who is kept from whom is for nobody else."""
        return self.samtale.own_view

    @property
    def _live(self) -> LiveConversation:
        return cast("LiveConversation", self.samtale.live)

    def _sizes(self) -> list[tuple[str, str]]:
        sizes = [(_("Halvdelen"), HALVES)]
        sizes += [
            (_("Højst {n}").format(n=n), str(n))
            for n in range(LEAST_INSIDE, MOST_INSIDE + 1)
            if circle_count(len(self._run.people), n) > LEAST_CIRCLES or str(n) == self._size_now()
        ]
        return sizes

    def _size_now(self) -> str:
        circles = len(self._run.circles)
        sizes = range(MOST_INSIDE, LEAST_INSIDE - 1, -1)
        fitting = (n for n in sizes if circle_count(len(self._run.people), n) == circles)
        return HALVES if circles == LEAST_CIRCLES else str(next(fitting, LEAST_INSIDE))

    def on_mount(self) -> None:
        """Who sits where is what is changed most."""
        self._show()
        self.query_one(SeatingList).focus()

    def _show(self, words: str = "") -> None:
        run = self._run
        names = self._live.value.names_in(run)
        heads = [circle_name(run, circle) for circle in range(len(run.circles))]
        first = heads[run.inside]
        heads[run.inside] = _("{circle}, inde først").format(circle=first)
        self.query_one(SeatingList).show(run.circles, heads, names, self._first)
        usual = _("Mellemrum flytter en · ⏎ og ⏎ bytter to · b blander")
        self.query_one("#seating-words", SteadyText).say(words or advice(run) or usual)
        wishes = self.query_one("#seating-wishes", SteadyText)
        wishes.display = self._own_view
        if self._own_view:
            wishes.say(wishes_words(run, names))

    @on(Select.Changed, "#inside")
    def _another_size(self, event: Select.Changed) -> None:
        size = None if event.value == HALVES else int(str(event.value))
        circles = circle_count(len(self._run.people), size)
        if circles != len(self._run.circles):
            self._run = reshuffled(self._run, random.Random(), 0.0, circles=circles)
            self.query_one("#sitting", Entry).value = clock_words(self._run.sitting_seconds)
            self.query_one("#debrief", Entry).value = clock_words(self._run.debrief_seconds)
            self._show()

    def action_move_on(self) -> None:
        """The marked one, to the next circle."""
        person = self.query_one(SeatingList).person
        circle = circle_of(self._run, person or "")
        if person is None or circle is None:
            return
        self._first = None
        after = move(self._run, person, (circle + 1) % len(self._run.circles), 0.0)
        stays = after is self._run
        self._run = after
        self._show(_("Der skal sidde mindst én inde.") if stays else "")

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        person, first = event.option_id, self._first
        names = self._live.value.names_in(self._run)
        if person is None or person == first:
            self._first = None
            self._show()
        elif first is None:
            self._first = person
            self._show(
                _("{name} er valgt. ⏎ på en anden bytter de to.").format(name=names.get(person, person))
            )
        else:
            self._first = None
            self._run = exchange(self._run, first, person, 0.0)
            self._show()

    def action_shuffle(self) -> None:
        """Other people together."""
        self._first = None
        self._run = reshuffled(self._run, random.Random(), 0.0)
        self._show()

    def action_wish(self, keep: str) -> None:
        """The chosen one and the marked one together, or apart; again, and it is no longer wished."""
        one, other = self._first, self.query_one(SeatingList).person
        if not self._own_view:
            self._show(_("Ønsker er kun for dig: Luk, og tryk v først."))
        elif one is None or other is None or one == other:
            self._show(_("Vælg først den ene med ⏎, og gå så til den anden."))
        else:
            self._first = None
            self._run = toggled(self._run, Keep(keep), one, other, random.Random())
            self._show()

    @on(Input.Submitted)
    @on(Button.Pressed, "#go")
    def action_go(self) -> None:
        """Keep it; where a time cannot be read, go there."""
        sitting = read_turn(self.query_one("#sitting", Entry).value)
        debrief = read_turn(self.query_one("#debrief", Entry).value)
        if sitting is None or sitting < LEAST_SITTING_SECONDS:
            self._wrong("#sitting", _("Skriv omgangens tid som 10:30, mindst 1:00."))
        elif debrief is None or debrief < LEAST_DEBRIEF_SECONDS:
            self._wrong("#debrief", _("Skriv tiden som 3:00, mindst 0:30."))
        else:
            self._run = set_times(self._run, sitting, debrief)
            self.dismiss(True)

    def _wrong(self, field: str, words: str) -> None:
        self._show(words)
        self.query_one(field).focus()
