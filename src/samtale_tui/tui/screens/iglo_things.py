"""The six things to think of while the board of an IGLO is filled, each to be ticked (S33)."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.method.iglo_parts import Thought
from samtale_tui.method.iglo_words import thought_words
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line


class ThingsBox(Dialog[None]):
    """What is ticked is ticked at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("space", "tick", show=False),
        *(Binding(str(n), f"tick_number({n})", show=False) for n in range(1, len(Thought) + 1)),
    ]

    def __init__(
        self, talked: Callable[[], tuple[Thought, ...]], tick: Callable[[Thought], object], idea: str
    ) -> None:
        """Make the box.

        Args:
            talked: what they have talked about.
            tick: one of them more, or one fewer.
            idea: what it is about.
        """
        super().__init__()
        self._talked = talked
        self._tick = tick
        self._idea = idea

    def compose(self) -> ComposeResult:
        """The idea, the six, and the keys."""
        with Vertical(classes="dialog") as box:
            box.border_title = plain_line(_("Seks ting at tænke på"))
            yield Static(plain_line(self._idea), classes="things-idea")
            yield OptionList(id="things", markup=False)
            keys = _("⏎ talt om  ·  1–6 direkte  ·  Esc luk")
            yield Static(plain_line(keys), classes="dialog-hint")

    def help_rows(self) -> tuple[Row, ...]:
        """How they are ticked."""
        return (Row("⏎", _("Sæt mærke ved det, I har talt om, eller tag det væk")),)

    def on_mount(self) -> None:
        """The first that was not talked about is marked."""
        talked = self._talked()
        self._show(next((n for n, each in enumerate(Thought) if each not in talked), 0))
        self.query_one("#things").focus()

    def _show(self, marked: int) -> None:
        talked = self._talked()
        things = self.query_one("#things", OptionList)
        things.set_options(
            Option(plain_line(f"[{'✓' if each in talked else ' '}] {number} {thought_words(each)}"))
            for number, each in enumerate(Thought, 1)
        )
        things.highlighted = marked

    def action_tick(self) -> None:
        """The marked one."""
        self.action_tick_number((self.query_one("#things", OptionList).highlighted or 0) + 1)

    def action_tick_number(self, number: int) -> None:
        """The one of that number."""
        self._tick(list(Thought)[number - 1])
        self._show(number - 1)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_tick()

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.dismiss()
