"""Who sits inside a fishbowl under way: one takes a seat, one leaves it, two change places (S40)."""

from collections.abc import Callable
from typing import ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from samtale_tui.basis.language import _
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.round_commands import at_reading
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.fishbowl_seats import exchange, leave_seat, take_seat
from samtale_tui.method.run import Run
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.seating_list import SeatingList
from samtale_tui.tui.widgets.steady import SteadyText


class SeatsBox(Dialog[None]):
    """What is done is done at once; Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("space", "in_or_out", show=False),
    ]

    def __init__(self, round_id: str) -> None:
        """Make the box for this round."""
        super().__init__()
        self._round_id = round_id
        self._swapping: str | None = None

    @property
    def _live(self) -> LiveConversation:
        return cast("LiveConversation", self.samtale.live)

    @property
    def _state(self) -> Fishbowl | None:
        each = self._live.value.round_by_id(self._round_id)
        return cast("Fishbowl", each.state) if each else None

    def compose(self) -> ComposeResult:
        """Those inside, those round them, and the keys."""
        with Vertical(classes="dialog dialog-seats") as box:
            box.border_title = plain_line(_("Hvem sidder inde?"))
            yield SeatingList(id="seats")
            yield SteadyText(id="seats-words", classes="dialog-hint")

    def help_rows(self) -> tuple[Row, ...]:
        """What can be done with the one who is marked."""
        return (
            Row(_("Mellemrum"), _("Den markerede går ind eller ud")),
            Row("⏎", _("Den markerede bytter plads med den næste, du vælger")),
            *super().help_rows(),
        )

    def on_mount(self) -> None:
        """The first one is marked."""
        self._show()
        self.query_one(SeatingList).focus()

    def _show(self, words: str = "") -> None:
        state = self._state
        if state is None:
            self.dismiss()
            return
        names = self._live.value.names_in(state)
        circles, heads = (state.inner, state.outer), (_("Inde"), _("Rundt om"))
        self.query_one(SeatingList).show(circles, heads, names, self._swapping)
        usual = _("Mellemrum: ind eller ud  ·  ⏎ byt med en anden  ·  Esc luk")
        self.query_one("#seats-words", SteadyText).say(words or usual)

    def action_in_or_out(self) -> None:
        """The marked one takes a seat, or leaves it."""
        person, state = self.query_one(SeatingList).person, self._state
        if person is None or state is None:
            return
        self._swapping = None
        inside = person in state.inner
        seat = leave_seat if inside else take_seat
        done = self._change(lambda s, at: seat(s, person, at))
        name = self._called(person)
        if not done:
            self._show(_("Der skal sidde mindst én inde. Sæt først en anden ind."))
        else:
            words = _("{name} sidder nu rundt om.") if inside else _("{name} sidder nu inde.")
            self._show(words.format(name=name))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        person, first = event.option_id, self._swapping
        if person is None or person == first:
            self._swapping = None
            self._show()
        elif first is None:
            self._swapping = person
            self._show(
                _("{name} bytter plads med … vælg en anden, og tryk ⏎.").format(name=self._called(person))
            )
        else:
            self._swapping = None
            done = self._change(lambda s, at: exchange(s, first, person, at))
            words = _("{one} og {other} har byttet plads.") if done else _("De sidder i samme kreds.")
            self._show(words.format(one=self._called(first), other=self._called(person)))

    def _called(self, person: str) -> str:
        state = self._state
        return self._live.value.names_in(state).get(person, person) if state else ""

    def _change(self, change: Callable[[Fishbowl, float], Fishbowl]) -> bool:
        live = self._live
        before = live.value

        def at(state: Run, reading: float) -> Run:
            return change(cast("Fishbowl", state), reading)

        live.apply(at_reading, self._round_id, live.now(), at, label=_("pladser skiftet"))
        return live.value is not before

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.dismiss()
