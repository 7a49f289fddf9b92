"""IDOART (S27): the five parts, the questions of the one that is on, and the answers under each."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from samtale_tui.basis.language import _, n_
from samtale_tui.conversation.idoart_commands import carry, carry_into_frame
from samtale_tui.conversation.idoart_words import carried_words
from samtale_tui.conversation.model import Conversation
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import Part, part_prompt, part_title
from samtale_tui.method.idoart_times import part_meant, suggested_minutes
from samtale_tui.method.run import Run, frame_is_up, frame_left
from samtale_tui.tui.commands import Command, bindings_in, command
from samtale_tui.tui.screens.idoart_answers import AnswerCommands
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.answer_sheet import AnswerSheet
from samtale_tui.tui.widgets.large_letters import LargeWords
from samtale_tui.tui.widgets.part_tabs import PartTabs
from samtale_tui.tui.widgets.round_clocks import Countdown, RoundClocks, frame_bar, left_words
from samtale_tui.tui.widgets.steady import SteadyText


class IdoartScreen(AnswerCommands):
    """IDOART under way, from Ramme or from a card."""

    context = "idoart"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["method.tcss", "idoart.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_in("idoart"),
        Binding("up", "mark(-1)", show=False),
        Binding("down", "mark(1)", show=False),
        *(Binding(str(number), f"choose_part({number})", show=False) for number in range(1, 6)),
    ]

    def body(self) -> ComposeResult:
        """The parts; the marked question in large letters where there is room; the sheet and the clock."""
        with Vertical(id="idoart-body"):
            yield PartTabs(id="idoart-parts")
            yield LargeWords(id="idoart-question")
            with Horizontal(id="idoart-main"):
                yield AnswerSheet(id="idoart-sheet")
                yield RoundClocks(_("Det hele"), id="idoart-clocks")
            yield SteadyText(id="idoart-time")

    def resized(self) -> None:
        """The parts are told in as many words as there is room for."""
        this = self.this
        if this:
            self.paint_state(this.state)

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """What it is about takes no room where nothing is said of it."""
        super().paint(old, new)
        asked = self.query_one("#method-question", SteadyText)
        asked.display = bool(self.this and (self.this.topic or self.this.card))

    def paint_state(self, state: Run) -> None:
        """The parts, and the answers of the one that is on."""
        this = cast("Idoart", state)
        self.query_one(PartTabs).show(this, self.app.size.width - 4)
        self.sheet.show(this)
        self.paint_question()

    def paint_clocks(self, state: Run, reading: float) -> None:
        """The part with the minutes that it may take, and what is left of all of it."""
        this = cast("Idoart", state)
        minutes = suggested_minutes(this.frame_seconds)[this.part]
        head = n_("{part}: ca. 1 min", "{part}: ca. {n} min", minutes).format(part=part_title(this.part))
        frame = Countdown(frame_left(this, reading), this.frame_seconds)
        self.query_one(RoundClocks).show(head, None, frame)
        line = f"{head}   {left_words(frame.left)}  {frame_bar(*frame)}"
        self.query_one("#idoart-time", SteadyText).say(line)

    def banner_words(self, state: Run, reading: float) -> str:
        """What was just taken away, or that the time is up."""
        up = frame_is_up(state, reading)
        return self.told or (_("Tiden er gået. f giver 5 minutter mere, x slutter.") if up else "")

    def over_words(self, state: Run) -> str:
        """What can still be done."""
        return _("IDOART er slut. t tager svarene med til Ramme.")

    def paused_words(self) -> str:
        """On Ramme another key takes it up than on a card."""
        each = self.this
        return super().paused_words() if each and each.card else _("Sat på pause. i tager op igen på Ramme.")

    def own_words(self, state: Run, reading: float) -> str:
        """What to do in this part, and whether time has gone on to a later one."""
        this = cast("Idoart", state)
        if this.ending:
            return ""
        prompt, meant = part_prompt(this.part), part_meant(this, reading)
        parts = tuple(Part)
        if parts.index(meant) <= parts.index(this.part):
            return prompt
        later = _("Efter tiden er I nået til {part}.").format(part=part_title(meant))
        return f"{prompt}\n{later}"

    def bar(self) -> tuple[Command, ...]:
        """When it is over, what was answered can still be carried into the frame."""
        bar = super().bar()
        return (bar[0], command("carry"), *bar[1:]) if self.this and self.over else bar

    # Into the frame

    def action_carry(self) -> None:
        """All that was answered."""
        self._carry(tuple(Part))

    def action_carry_part(self) -> None:
        """What was answered in this part."""
        self._carry((cast("Idoart", self.state).part,))

    def _carry(self, parts: Iterable[Part]) -> None:
        if not self.may_write():
            return
        words = carried_words(carry(self.value, cast("Idoart", self.state), parts))
        if self.apply(carry_into_frame, self.round_id, parts, label=_("taget med til Ramme")):
            words += (_("u fortryder."),)
        say(self.app, "\n".join(words), title=_("Ramme"), seconds=12)
