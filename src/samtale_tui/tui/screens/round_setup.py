"""How a spiral round is to be: frame, time for a turn, who opens, which way, who is there (S36–S37)."""

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Checkbox, Input, Label, Select, Static, TextArea

from samtale_tui.basis.language import _
from samtale_tui.basis.text import split_names
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.round_commands import in_round, start_round
from samtale_tui.method import spiral
from samtale_tui.method.spiral import FRAME_MINUTES, LEAST_TURN_SECONDS, Direction
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line, say
from samtale_tui.tui.widgets.round_clocks import clock_words
from samtale_tui.tui.widgets.tick import Tick
from samtale_tui.tui.widgets.writing import Writing

MOST_FRAME_MINUTES = 240


def read_turn(text: str) -> float | None:
    """Seconds from what is typed for a turn: 90, 1:30, or nothing at all; none where it is neither."""
    minutes, colon, seconds = text.strip().partition(":")
    if colon and minutes.isdecimal() and seconds.isdecimal() and len(seconds) <= 2:
        return float(int(minutes) * 60 + int(seconds))
    return float(minutes) if minutes.isdecimal() and not colon and len(minutes) < 6 else None


class RoundSetupScreen(Dialog[bool | None]):
    """Starts a round on a card, or changes the one under way. Gives True when it did."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "round_setup.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "go", show=False),
    ]

    def __init__(self, card_id: str, *, during: bool = False) -> None:
        """Make the box.

        Args:
            card_id: the card that the round is about.
            during: change the round under way: only its times.
        """
        super().__init__()
        self._card = card_id
        self._during = during

    @property
    def _live(self) -> LiveConversation:
        from samtale_tui.tui.app import SamtaleApp

        if not isinstance(self.app, SamtaleApp) or self.app.live is None:
            raise RuntimeError("no conversation is open")
        return self.app.live

    def compose(self) -> ComposeResult:
        """Times, who opens and which way, who is there; the button has the focus, so that Enter is enough."""
        value = self._live.value
        under_way = value.round if self._during else None
        minutes = (
            round(under_way.spiral.frame_seconds / 60) if under_way else value.frame_minutes or FRAME_MINUTES
        )
        turn = clock_words(under_way.spiral.turn_seconds) if under_way else ""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = plain_line(_("Indstil runden") if self._during else _("Taletur rundt"))
            with Horizontal(classes="pair"):
                with Vertical():
                    yield Label(plain_line(_("Hele runden, i minutter")))
                    yield Input(str(minutes), id="frame", max_length=3, restrict=r"[0-9]*", compact=True)
                with Vertical():
                    yield Label(plain_line(_("Hver taletur, som 1:30")))
                    yield Input(
                        turn, id="turn", max_length=6, restrict=r"[0-9:]*", compact=True, placeholder="auto"
                    )
            yield Static(id="turn-words", markup=False)
            if not self._during:
                yield from self._people()
            yield Tick(plain_line(_("Klokke, når en taletur er gået")), value.bell, id="bell")
            yield Button(
                plain_line(_("Gem")) if self._during else plain_line(_("Begynd runden")),
                id="go",
                variant="primary",
            )

    def _people(self) -> ComposeResult:
        value = self._live.value
        if not value.people:
            yield Label(plain_line(_("Hvem er med? Skriv navnene, som I sidder")))
            yield Writing(id="names", placeholder=_("Anna, Bo, Carina …"))
            return
        names = value.names()
        ids = tuple(names)
        last = value.rounds[-1].spiral if value.rounds else None
        opener, direction = spiral.rotated(last, ids)
        with Horizontal(classes="pair"):
            with Vertical():
                yield Label(plain_line(_("Hvem begynder")))
                yield Select(
                    [(plain_line(names[i]), i) for i in ids],
                    value=opener,
                    allow_blank=False,
                    id="opener",
                    compact=True,
                )
            with Vertical():
                yield Label(plain_line(_("Retning")))
                ways = [
                    (_("Med uret"), Direction.CLOCKWISE.value),
                    (_("Mod uret"), Direction.ANTICLOCKWISE.value),
                ]
                yield Select(ways, value=direction.value, allow_blank=False, id="direction", compact=True)
        yield Label(plain_line(_("Hvem er med (Mellemrum slår til og fra)")))
        with VerticalScroll(id="present", can_focus=False):
            for person in ids:
                yield Tick(plain_line(names[person]), value=True, id=f"present-{person}")

    def on_mount(self) -> None:
        """Enter starts at once, unless names are needed first."""
        self._show_turn()
        names = self.query("#names")
        (names.first() if names else self.query_one("#frame" if self._during else "#go")).focus()

    @on(Input.Changed)
    @on(Checkbox.Changed)
    @on(TextArea.Changed)
    def _show_turn(self) -> None:
        people, frame = self._present_count(), self._frame()
        words = ""
        if frame and people and not self.query_one("#turn", Input).value.strip():
            seconds = spiral.default_turn_seconds(frame, people)
            words = _("{people} personer: {turn} til hver taletur").format(
                people=people, turn=clock_words(seconds)
            )
        self.query_one("#turn-words", Static).update(plain_line(words))

    def _present_count(self) -> int:
        if self._during:
            under_way = self._live.value.round
            return len(under_way.spiral.people) if under_way else 0
        return len(self._present()) if self.query("#present") else len(self._names())

    def _present(self) -> tuple[str, ...]:
        ticks = {tick.id for tick in self.query("#present Tick").results(Tick) if tick.value}
        return tuple(person for person in self._live.value.names() if f"present-{person}" in ticks)

    def _names(self) -> tuple[str, ...]:
        return split_names(self.query_one("#names", Writing).text) if self.query("#names") else ()

    def _frame(self) -> float | None:
        text = self.query_one("#frame", Input).value.strip()
        return float(text) * 60 if text.isdecimal() and 1 <= int(text) <= MOST_FRAME_MINUTES else None

    @on(Input.Submitted)
    @on(Button.Pressed, "#go")
    def action_go(self) -> None:
        """Start the round, or change it; where something cannot be read, say what."""
        frame = self._frame()
        if frame is None:
            self._wrong(
                "#frame",
                _("Skriv rundens længde i hele minutter, mellem 1 og {n}.").format(n=MOST_FRAME_MINUTES),
            )
            return
        typed = self.query_one("#turn", Input).value.strip()
        turn = (
            read_turn(typed) if typed else spiral.default_turn_seconds(frame, max(1, self._present_count()))
        )
        if turn is None or turn < LEAST_TURN_SECONDS or turn > frame:
            self._wrong(
                "#turn",
                _("Skriv taleturen som 1:30 eller 90 sekunder: mindst 30 sekunder og højst hele runden."),
            )
            return
        live = self._live
        live.apply(do.ring_bell, self.query_one("#bell", Tick).value, undoable=False)
        if self._during:
            self._change(frame, turn)
        elif self._begin(frame, turn):
            self.dismiss(True)

    def _change(self, frame: float, turn: float) -> None:
        live = self._live
        live.apply(
            in_round,
            live.now(),
            lambda s: spiral.set_turn(spiral.set_frame(s, frame), turn),
            label=_("runden indstillet"),
        )
        self.dismiss(True)

    def _begin(self, frame: float, turn: float) -> bool:
        live = self._live
        if not live.value.people:
            if not self._names():
                self._wrong("#names", _("Skriv mindst ét navn."))
                return False
            live.apply(do.seat, self._names(), label=_("deltagere skrevet"))
            present = tuple(live.value.names())
            opener, direction = present[0], Direction.CLOCKWISE
        else:
            present = self._present()
            opener = str(self.query_one("#opener", Select).value)
            direction = Direction(str(self.query_one("#direction", Select).value))
            if not present:
                self._wrong("#present Tick", _("Vælg mindst én, der er med."))
                return False
            if opener not in present:
                self._wrong("#opener", _("Den, der skal begynde, er ikke med. Vælg en anden."))
                return False
        begun = spiral.begin(
            present, opener=opener, direction=direction, frame_seconds=frame, turn_seconds=turn
        )
        live.apply(start_round, self._card, begun, live.now(), label=_("runde begyndt"))
        return True

    def _wrong(self, field: str, words: str) -> None:
        say(self.app, words, severity="warning")
        self.query(field).first().focus()

    def action_leave(self) -> None:
        """No round."""
        self.dismiss(None)
