"""How a spiral round is to be: its times, who opens, and which way (S36–S37)."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Label, Select

from samtale_tui.basis.language import _
from samtale_tui.method import spiral
from samtale_tui.method.run import Run
from samtale_tui.method.spiral import Direction, Spiral
from samtale_tui.tui.screens.round_times import TimesScreen
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.round_clocks import clock_words


class RoundSetupScreen(TimesScreen):
    """Changes a round that has not begun."""

    def __init__(self, run: Spiral) -> None:
        """Make the box for this round."""
        super().__init__()
        self._run = run

    @property
    def chosen(self) -> Run:
        """The round as it is to be."""
        return self._run

    def words(self) -> tuple[str, str]:
        """A round before it begins."""
        return _("Indstil runden"), _("Gem")

    def times_at_first(self) -> tuple[str, str]:
        """Frame and turn; a turn that only follows from the frame is left open."""
        run = self._run
        usual = spiral.default_turn_seconds(run.frame_seconds, len(run.people))
        turn = "" if run.turn_seconds == usual else clock_words(run.turn_seconds)
        return str(max(1, round(run.frame_seconds / 60))), turn

    def compose_people(self) -> ComposeResult:
        """Who opens, and which way."""
        names = self.live.value.names_in(self._run)
        openers = [(plain_line(names.get(person, person)), person) for person in self._run.people]
        ways = [(_("Med uret"), Direction.CLOCKWISE.value), (_("Mod uret"), Direction.ANTICLOCKWISE.value)]
        with Horizontal(classes="pair"):
            with Vertical():
                yield Label(plain_line(_("Hvem begynder")))
                yield Select(openers, value=self._run.opener, allow_blank=False, id="opener", compact=True)
            with Vertical():
                yield Label(plain_line(_("Retning")))
                yield Select(
                    ways, value=self._run.direction.value, allow_blank=False, id="direction", compact=True
                )

    def people_count(self) -> int:
        """Those who are there."""
        return len(self._run.people)

    def on_mount(self) -> None:
        """The frame is what is changed most."""
        self.query_one("#frame").focus()

    def carry_out(self, frame: float, turn: float) -> bool:
        """Make the round so."""
        self._run = spiral.begin(
            self._run.people,
            opener=str(self.query_one("#opener", Select).value),
            direction=Direction(str(self.query_one("#direction", Select).value)),
            frame_seconds=frame,
            turn_seconds=turn,
        )
        return True
