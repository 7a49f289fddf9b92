"""Every command of a screen, found by its Danish or its English name."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _
from samtale_tui.tui.commands import Command, offered_in
from samtale_tui.tui.help_rows import Row
from samtale_tui.tui.screens.dialog import Dialog
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.entry import Entry

NOT_OFFERED = (
    *("palette", "move", "to_main", "open", "open_field", "open_row", "focus_next"),
    *("votes", "tap", "make_action", "make_agreement", "take_up"),
)
"""Commands that only make sense as keys."""

LIST_KEYS = {"down": "cursor_down", "up": "cursor_up", "pagedown": "page_down", "pageup": "page_up"}
"""Keys that move in the list while one types, and the list's action for each."""


def found(commands: tuple[Command, ...], wanted: str) -> tuple[Command, ...]:
    """The commands that fit what is typed, best first; all of them where nothing is."""
    if not wanted.strip():
        return commands
    matcher = Matcher(wanted.strip())
    scored = (
        (max(matcher.match(command.danish), matcher.match(command.english)), command) for command in commands
    )
    return tuple(command for score, command in sorted(scored, key=lambda pair: -pair[0]) if score > 0)


class PaletteScreen(Dialog[str | None]):
    """Gives the action of the command that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, context: str) -> None:
        super().__init__()
        self._called_from = context
        self._commands = tuple(c for c in offered_in(context) if c.id not in NOT_OFFERED)

    def compose(self) -> ComposeResult:
        """A line to type in, and what fits."""
        with Vertical(classes="dialog dialog-palette") as box:
            box.border_title = plain_line(_("Alle kommandoer"))
            yield Entry(placeholder=_("Skriv for at finde en kommando"))
            yield OptionList(markup=False)

    def help_rows(self) -> tuple[Row, ...]:
        """How a command is found and carried out."""
        return (
            Row("↑ ↓", _("Gå op og ned, mens du skriver")),
            Row("⏎", _("Udfør den kommando, der er markeret")),
        )

    def on_mount(self) -> None:
        """Everything at first."""
        self._show("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        commands = found(self._commands, wanted)
        options.add_options(
            Option(
                Content.assemble(
                    (command.name, "bold"),
                    "  ",
                    (command.shown_keys if self._called_from in command.where else "", "$primary"),
                    "  ",
                    (command.help_line, "$text-muted"),
                ),
                id=command.action,
            )
            for command in commands
        )
        if commands:
            options.highlighted = 0
        else:
            options.add_option(Option(plain_line(_("Ingen kommando hedder sådan.")), disabled=True))

    @on(Input.Submitted)
    def _run_marked(self) -> None:
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _run(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def on_key(self, event: events.Key) -> None:
        """The arrows move in the list while one types."""
        action = LIST_KEYS.get(event.key)
        if action:
            event.stop()
            event.prevent_default()
            options = self.query_one(OptionList)
            options.call_later(options.run_action, action)
