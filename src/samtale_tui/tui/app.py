"""The app: which conversation is open, which view is on, and the one tick that every clock is painted by."""

from collections.abc import Callable
from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message

from samtale_tui.basis.disk_errors import reason
from samtale_tui.basis.language import _
from samtale_tui.basis.settings_keeper import SettingsKeeper
from samtale_tui.conversation.framing_words import break_began
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.round_commands import pause_all, running_rounds
from samtale_tui.conversation.rounds import Pause
from samtale_tui.method.clock import TICK_SECONDS, AwakeClock, Moment, Now, lid_was_closed
from samtale_tui.tui.conversation_app import ConversationApp
from samtale_tui.tui.screens.base import ContextScreen
from samtale_tui.tui.sinks import say
from samtale_tui.tui.theme import DARK, LIGHT, has_few_colours


class SettingsNotKept(Message):
    """A setting cannot be written. Sent from the thread that writes."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class SamtaleApp(ConversationApp):
    """Prepare, run and follow up a conversation."""

    CSS_PATH = ["app.tcss", "few_colours.tcss"]
    TITLE = "samtale"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
    ]

    def __init__(self, opening: "Callable[[SamtaleApp], None]", *, now: Now | None = None) -> None:
        """Make the app.

        Args:
            opening: puts the first screens up.
            now: where the time comes from; the machine's clocks without its sleep, if nothing is said.
        """
        super().__init__(now or AwakeClock())
        self._opening = opening
        self._opened = False
        self.last_words = ""
        """What is said on the restored terminal when the program has ended."""
        self._last_tick: Moment = self.now()
        for theme in (LIGHT, DARK):
            self.register_theme(theme)
        self.settings = SettingsKeeper(self._settings_not_kept)
        self._untold = self.settings.problems
        self.theme = LIGHT.name if self.settings.value.theme == "light" else DARK.name

    def on_mount(self) -> None:
        """Put the first screens up and start the tick."""
        from samtale_tui.tui.ending import follow_signals

        self.set_class(has_few_colours(self), "-few-colours")
        follow_signals(self)
        self._opening(self)
        self._opened = True
        self._mind_the_size(self.size)
        self.set_interval(TICK_SECONDS, self.tick)

    # Settings

    def _settings_not_kept(self, error: Exception) -> None:
        self.post_message(SettingsNotKept(error))

    def on_settings_not_kept(self, message: SettingsNotKept) -> None:
        """Say softly that what is chosen holds only for now."""
        words = _("Valget gælder, til du lukker; det kan ikke huskes her ({reason}).")
        why = reason(message.error) if isinstance(message.error, OSError) else type(message.error).__name__
        say(self, words.format(reason=why))

    def tell_of_slips(self) -> None:
        """Say softly, once, what in the settings' file cannot be used; Home has it as well."""
        slips, self._untold = self._untold, ()
        if slips:
            say(self, "\n".join(map(str, slips)), seconds=10)

    # The screen's size

    def on_resize(self, event: events.Resize) -> None:
        """Another size, perhaps too small a one."""
        self._mind_the_size(event.size)

    def _mind_the_size(self, size: Size) -> None:
        """Below the least size a polite line covers all; nothing under it is touched."""
        from samtale_tui.tui.screens.too_small import TooSmallScreen, too_small

        shown = isinstance(self.screen, TooSmallScreen)
        if too_small(size) and not shown and self._opened:
            self.push_screen(TooSmallScreen())
        elif shown and not too_small(size):
            self.pop_screen()

    # Time

    def tick(self) -> None:
        """A second has passed, more or less: find a closed lid, give a sign of life, repaint the clocks."""
        before, self._last_tick = self._last_tick, self.now()
        live = self.live
        if live is None:
            return
        if running_rounds(live.value):
            if lid_was_closed(before, self._last_tick):
                self._pause_for_the_lid(live)
            live.beat()
        self._tell_of_a_break(live, before)
        top = self.top_conversation_screen()
        if top and top.is_ready:
            top.tick()

    def _tell_of_a_break(self, live: LiveConversation, before: Moment) -> None:
        words = break_began(live.value, before.wall, self._last_tick.wall)
        if words:
            say(self, words, seconds=10)

    def _pause_for_the_lid(self, live: LiveConversation) -> None:
        live.apply(pause_all, self._last_tick, Pause.LID, undoable=False)
        say(
            self,
            _("Computeren har sovet, så runden er sat på pause. Mellemrum lader uret gå igen."),
            severity="warning",
            seconds=30,
        )

    # Commands that work everywhere

    def action_theme(self) -> None:
        """Between light and dark."""
        self.choose_theme("light" if self.theme == DARK.name else "dark")

    def choose_theme(self, theme: Literal["light", "dark"]) -> None:
        """This look from now on, and the next time too."""
        self.theme = LIGHT.name if theme == "light" else DARK.name
        self.settings.change(theme=theme)
        self.repaint_conversation()

    def action_settings(self) -> None:
        """What is chosen for good."""
        from samtale_tui.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def action_help(self) -> None:
        """The keys that work here."""
        from samtale_tui.tui.help_rows import groups_in
        from samtale_tui.tui.screens.dialog import Dialog
        from samtale_tui.tui.screens.help import HelpScreen

        screen = self.screen
        groups = groups_in(screen.context) if isinstance(screen, ContextScreen) else ()
        if isinstance(screen, Dialog):
            groups = screen.help_groups()
        if groups:
            self.push_screen(HelpScreen(groups))

    def action_palette(self) -> None:
        """Every command of this screen, found by typing."""
        from samtale_tui.tui.screens.palette import PaletteScreen

        screen = self.screen
        if isinstance(screen, ContextScreen):
            self.push_screen(PaletteScreen(screen.context), lambda chosen: _run_later(screen, chosen))

    def action_help_quit(self) -> None:
        """Ctrl+C copies; someone who presses it to leave is told how."""
        say(self, _("Ctrl+Q afslutter. Alt er gemt undervejs."))

    async def action_quit(self) -> None:
        """Save and leave; where something cannot be saved, ask first."""
        from samtale_tui.tui.ending import leave

        self.run_worker(leave(self), group="leave", exclusive=True)

    def _handle_exception(self, error: Exception) -> None:
        """Save, keep the details in a file, and let the terminal be restored before anything is said.

        Textual's own way prints a traceback of a screenful, in English, on the projector.
        """
        from samtale_tui.tui.ending import record_crash

        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self.last_words = record_crash(self, error)
        self._close_messages_no_wait()


def _run_later(screen: ContextScreen, action: str | None) -> None:
    if action:
        screen.call_later(screen.run_action, action)
