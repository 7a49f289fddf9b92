"""How a spiral round is to be: its times, who opens, which way, who is there (S36–S37)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Horizontal, Vertical
from textual.widgets import Input, Label, Select, TextArea

from samtale_tui.basis.language import _
from samtale_tui.basis.text import split_names
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import start_round
from samtale_tui.method import spiral
from samtale_tui.method.spiral import FRAME_MINUTES, Direction
from samtale_tui.tui import navigation as to
from samtale_tui.tui.commands import command
from samtale_tui.tui.help_rows import Row, row_of
from samtale_tui.tui.screens.round_times import TimesScreen
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.round_clocks import clock_words
from samtale_tui.tui.widgets.tick import Tick
from samtale_tui.tui.widgets.writing import Writing, typed

FORM = "round"
"""Name under which what stands half-written here is kept."""


class RoundSetupScreen(TimesScreen):
    """Starts a round on a card. The button has the focus, so that Enter is enough."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("a", "agree", show=False)]

    def __init__(self, card_id: str) -> None:
        """Make the box for a round on this card."""
        super().__init__()
        self._card = card_id

    def words(self) -> tuple[str, str]:
        """A new round."""
        return _("Ordet rundt"), _("Begynd runden")

    def times_at_first(self) -> tuple[str, str]:
        """What waits half-written, else the frame that was used last and the turn of the settings."""
        value = self.live.value
        frame, turn = value.frame_minutes or FRAME_MINUTES, value.turn_seconds
        usual = clock_words(turn) if turn and turn <= frame * 60 else ""
        return self._waiting("frame", str(frame)), self._waiting("turn", usual)

    def _waiting(self, name: str, otherwise: str) -> str:
        return self.live.value.drafts.get(f"{FORM}/{name}", otherwise)

    def compose_people(self) -> ComposeResult:
        """Who opens, which way, and who is there; names first where nobody is registered."""
        value = self.live.value
        if value.people:
            yield from self._seated(value)
            return
        yield Label(plain_line(_("Hvem er med, i den rækkefølge I sidder?")))
        yield Writing(
            self._waiting("names", ""), id="names", placeholder=_("Anna, Bo, Carina …"), enter_submits=True
        )

    def _seated(self, value: Conversation) -> ComposeResult:
        names = value.names()
        last = value.rounds[-1].spiral if value.rounds else None
        opener, direction = spiral.rotated(last, tuple(names))
        openers = [(plain_line(name), person) for person, name in names.items()]
        ways = [(_("Med uret"), Direction.CLOCKWISE.value), (_("Mod uret"), Direction.ANTICLOCKWISE.value)]
        with Horizontal(classes="pair"):
            with Vertical():
                yield Label(plain_line(_("Hvem begynder")))
                yield Select(openers, value=opener, allow_blank=False, id="opener", compact=True)
            with Vertical():
                yield Label(plain_line(_("Retning")))
                yield Select(ways, value=direction.value, allow_blank=False, id="direction", compact=True)
        yield Label(plain_line(_("Hvem er med (Mellemrum slår til og fra)")))
        with Grid(id="present"):
            for person, name in names.items():
                yield Tick(plain_line(name), value=True, id=f"present-{person}")

    def help_rows(self) -> tuple[Row, ...]:
        """An agreement can be written before the round, too."""
        return (*super().help_rows(), row_of(command("agree")))

    def on_mount(self) -> None:
        """Enter starts at once, unless names are needed first."""
        names = self.query("#names")
        (names.first() if names else self.query_one("#go")).focus()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _keep(self, event: Input.Changed | TextArea.Changed) -> None:
        """What stands half-written waits, should the box be left."""
        name, text = typed(event)
        at_first = dict(zip(("frame", "turn"), self.times_at_first(), strict=True)).get(name, "")
        if not self.live.read_only and text != at_first:
            self.live.apply(do.draft, f"{FORM}/{name}", text, undoable=False)

    @on(Writing.Submitted)
    def _names_are_written(self) -> None:
        self.action_go()

    def people_count(self) -> int:
        """Those who are there."""
        return len(self._present()) if self.query("#present") else len(self._names())

    def _present(self) -> tuple[str, ...]:
        ticks = {tick.id for tick in self.query("#present Tick").results(Tick) if tick.value}
        return tuple(person for person in self.live.value.names() if f"present-{person}" in ticks)

    def _names(self) -> tuple[str, ...]:
        return split_names(self.query_one("#names", Writing).text) if self.query("#names") else ()

    def carry_out(self, frame: float, turn: float) -> bool:
        """Start the round, if there is somebody to open it."""
        live = self.live
        if self.query("#names"):
            if not self._names():
                self.complain("#names", _("Skriv mindst ét navn."))
                return False
            live.apply(do.seat, self._names(), label=_("deltagere skrevet"))
            present = tuple(live.value.names())
            opener, direction = present[0], Direction.CLOCKWISE
        else:
            present = self._present()
            opener = str(self.query_one("#opener", Select).value)
            direction = Direction(str(self.query_one("#direction", Select).value))
        if not present:
            self.complain("#present Tick", _("Vælg mindst én, der er med."))
            return False
        if opener not in present:
            self.complain("#opener", _("Den, der skal begynde, er ikke med. Vælg en anden."))
            return False
        begun = spiral.begin(
            present, opener=opener, direction=direction, frame_seconds=frame, turn_seconds=turn
        )
        live.apply(start_round, self._card, begun, live.now(), label=_("runde begyndt"))
        live.apply(do.drop_drafts, FORM, undoable=False)
        return True

    def action_agree(self) -> None:
        """Write an agreement down before the round (S25)."""
        card = self.live.value.card_by_id(self._card)
        to.write_agreement(self.samtale, self._card, card.field if card else None)
