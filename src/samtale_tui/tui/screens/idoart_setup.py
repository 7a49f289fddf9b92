"""How IDOART is to begin: with which part, and with or without the answers from last time (S27)."""

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, Select, Static

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.proposals import last_run
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import Part, part_letters, part_title
from samtale_tui.method.run import Run
from samtale_tui.tui.screens.set_up import SetUpBox
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.tick import Tick


class IdoartSetupBox(SetUpBox):
    """Changes an IDOART that has not begun."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("ctrl+s", "keep", show=False),
    ]

    def __init__(self, run: Idoart) -> None:
        """Make the box for this run."""
        super().__init__()
        self._run = run

    @property
    def chosen(self) -> Run:
        """As it is to be."""
        return self._run

    @property
    def _last(self) -> Idoart | None:
        live = self.samtale.live
        return cast("Idoart | None", last_run(live.value, MethodName.IDOART)) if live else None

    def compose(self) -> ComposeResult:
        """The part to begin with, and the answers where there are any."""
        with Vertical(classes="dialog") as box:
            box.border_title = plain_line(_("Indstil IDOART"))
            yield Label(plain_line(_("Begynd med")))
            parts = [(f"{part_letters(part)}  {part_title(part)}", part.value) for part in Part]
            yield Select(parts, value=self._run.part.value, allow_blank=False, id="part", compact=True)
            answers = len(self._last.answers) if self._last else 0
            if answers:
                words = n_("Tag 1 svar med fra sidst", "Tag {n} svar med fra sidst", answers)
                yield Tick(plain_line(words), bool(self._run.answers), id="answers")
            yield Static(plain_line(_("Ctrl+S gem  ·  Esc luk")), classes="dialog-hint")

    def on_mount(self) -> None:
        """The part has the keys."""
        self.query_one("#part").focus()

    def action_keep(self) -> None:
        """Begin so."""
        part = Part(str(self.query_one("#part", Select).value))
        ticks = self.query(Tick).results(Tick)
        answers = self._last.answers if self._last and any(tick.value for tick in ticks) else ()
        self._run = self._run.but(part=part, answers=answers)
        self.dismiss(True)
