"""The two times of a spiral round and its bell: what the box before a round and the one during it share."""

from pathlib import PurePath
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Checkbox, Input, Label, Static, TextArea

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.limits import LEAST_FRAME_MINUTES, LEAST_TURN_SECONDS, MOST_FRAME_MINUTES
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.round_commands import in_round
from samtale_tui.method import spiral
from samtale_tui.method.run import set_frame
from samtale_tui.method.spiral import Spiral
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.set_up import SetUpBox
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.round_clocks import clock_words
from samtale_tui.tui.widgets.tick import Tick


def read_turn(text: str) -> float | None:
    """Seconds from what is typed for a turn, 90 or 1:30; none where it is neither."""
    minutes, colon, seconds = text.strip().partition(":")
    if colon and minutes.isdecimal() and seconds.isdecimal() and len(seconds) <= 2:
        return float(int(minutes) * 60 + int(seconds))
    return float(minutes) if minutes.isdecimal() and not colon and len(minutes) < 6 else None


class TimesScreen(SetUpBox):
    """A box with frame, turn and bell. Gives True when it was carried out."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "round_setup.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("ctrl+s", "go", show=False),
    ]

    @property
    def live(self) -> LiveConversation:
        """The conversation that is open."""
        return cast("LiveConversation", self.samtale.live)

    # What a box must say of itself

    def words(self) -> tuple[str, str]:
        """The head of the box, and the word on its button."""
        raise NotImplementedError

    def times_at_first(self) -> tuple[str, str]:
        """What stands in the two fields from the start: minutes, and the turn, which may be empty."""
        raise NotImplementedError

    def compose_people(self) -> ComposeResult:
        """What stands between the times and the bell."""
        yield from ()

    def people_count(self) -> int:
        """How many the frame is shared by."""
        raise NotImplementedError

    def carry_out(self, frame: float, turn: float) -> bool:
        """Do it, with frame and turn in seconds.

        Returns:
            Whether it was done; else ``complain`` has said why not.
        """
        raise NotImplementedError

    # What they share

    def compose(self) -> ComposeResult:
        """Times, people, bell, button."""
        title, go = self.words()
        minutes, turn = self.times_at_first()
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = plain_line(title)
            box.border_subtitle = plain_line(_("Ctrl+S {go}  ·  Esc luk").format(go=go.lower()))
            with Horizontal(classes="pair"):
                with Vertical():
                    yield Label(plain_line(_("Hele runden, i minutter")))
                    yield Entry(minutes, id="frame", most=3, restrict=r"[0-9]*")
                with Vertical():
                    yield Label(plain_line(_("Hver taletur, som 1:30")))
                    yield Entry(turn, id="turn", most=6, restrict=r"[0-9:]*", placeholder=_("udregnes"))
            yield Static(id="turn-words", markup=False)
            yield from self.compose_people()
            yield Tick(plain_line(_("Klokke, når en taletur er gået")), self.live.value.bell, id="bell")
            yield Button(plain_line(go), id="go", variant="primary")

    def help_rows(self) -> tuple[Row, ...]:
        """How it is carried out."""
        go = _("{go} med det, der står i felterne").format(go=self.words()[1])
        return (
            Row("⏎ / Ctrl+S", go),
            Row(_("Mellemrum"), _("Slå det markerede til eller fra")),
            *super().help_rows(),
        )

    def on_mount(self) -> None:
        """Say what the times come to."""
        self.show_turn()

    def _frame(self) -> float | None:
        text = self.query_one("#frame", Entry).value.strip()
        return (
            float(text) * 60
            if text.isdecimal() and LEAST_FRAME_MINUTES <= int(text) <= MOST_FRAME_MINUTES
            else None
        )

    def _turn(self, frame: float) -> float | None:
        typed = self.query_one("#turn", Entry).value.strip()
        turn = read_turn(typed) if typed else spiral.default_turn_seconds(frame, max(1, self.people_count()))
        fits = turn is not None and LEAST_TURN_SECONDS <= turn <= max(frame, LEAST_TURN_SECONDS)
        return turn if fits else None

    @on(Input.Changed)
    @on(Checkbox.Changed)
    @on(TextArea.Changed)
    def show_turn(self) -> None:
        """Say what the times come to, or what is wrong with them."""
        frame = self._frame()
        turn = self._turn(frame) if frame else None
        if frame is None:
            words = _("Skriv rundens længde i hele minutter, 1 til {n}.").format(n=MOST_FRAME_MINUTES)
        elif turn is None:
            words = _("Skriv taleturen som 1:30 eller 90: mindst 30 sekunder, højst hele runden.")
        elif not self.people_count():
            words = _("Ingen er med endnu.")
        else:
            people = n_("1 person", "{n} personer", self.people_count())
            words = _("{people}, {turn} til hver taletur").format(people=people, turn=clock_words(turn))
        self._tell(words, wrong=turn is None)

    def complain(self, field: str, words: str) -> None:
        """Say in the box what is missing, and go to the field."""
        self._tell(words, wrong=True)
        self.query(field).first().focus()

    def _tell(self, words: str, *, wrong: bool) -> None:
        line = self.query_one("#turn-words", Static)
        line.update(plain_line(words))
        line.set_class(wrong, "-wrong")

    @on(Input.Submitted)
    @on(Button.Pressed, "#go")
    def action_go(self) -> None:
        """Carry it out; where something cannot be read, go there."""
        frame = self._frame()
        turn = self._turn(frame) if frame else None
        if frame is None or turn is None:
            self.show_turn()
            self.query_one("#turn" if frame else "#frame").focus()
            return
        self.live.apply(do.ring_bell, self.query_one("#bell", Tick).value, undoable=False)
        if self.carry_out(frame, turn):
            self.dismiss(True)


class RoundChangeScreen(TimesScreen):
    """The times of a round under way."""

    def __init__(self, round_id: str) -> None:
        """Make the box for this round."""
        super().__init__()
        self._round_id = round_id

    @property
    def _spiral(self) -> Spiral | None:
        each = self.live.value.round_by_id(self._round_id)
        return each.spiral if each else None

    def words(self) -> tuple[str, str]:
        """A change of what runs."""
        return _("Indstil runden"), _("Gem")

    def times_at_first(self) -> tuple[str, str]:
        """As they are now."""
        now = self._spiral
        return (str(round(now.frame_seconds / 60)), clock_words(now.turn_seconds)) if now else ("", "")

    def people_count(self) -> int:
        """Those in the round."""
        return len(self._spiral.people) if self._spiral else 0

    def on_mount(self) -> None:
        """The frame is what is changed most."""
        self.query_one("#frame").focus()

    def carry_out(self, frame: float, turn: float) -> bool:
        """Change frame and turn."""
        self.live.apply(
            in_round,
            self._round_id,
            self.live.now(),
            lambda state: spiral.set_turn(set_frame(cast("Spiral", state), frame), turn),
            label=_("runden indstillet"),
        )
        return True
