"""The bar at the foot: the keys that matter here, each with its word. A click does what the key does."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.strip import Strip
from textual.widget import Widget

from samtale_tui.tui.commands import Command, key_name


class KeyBar(Widget):
    """Commands as ``key word``, as many as there is room for; the last one (help) always stands."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; color: $foreground; }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._spans: list[tuple[int, int, Command]] = []

    def show(self, commands: Sequence[Command]) -> None:
        """Other commands than before."""
        if tuple(commands) != self._commands:
            self._commands = tuple(commands)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line of the bar."""
        base = self.rich_style
        key_style = base + Style(bold=True)
        segments = [Segment(" ", base)]
        self._spans.clear()
        x = 1
        for command in self._fitting(self.size.width - 1):
            key, word = _words(command)
            segments += [Segment(key, key_style), Segment(f" {word}  ", base)]
            end = x + len(key) + len(word) + 3
            self._spans.append((x, end, command))
            x = end
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _fitting(self, cells: int) -> tuple[Command, ...]:
        *others, last = self._commands
        room = cells - _cells(last)
        chosen: list[Command] = []
        for command in others:
            if _cells(command) <= room:
                chosen.append(command)
                room -= _cells(command)
        return (*chosen, last)

    async def on_click(self, event: Click) -> None:
        """Do what the key under the pointer does."""
        for start, end, command in self._spans:
            if start <= event.x < end:
                await self._do(command)

    async def _do(self, command: Command) -> None:
        """By its action; where a widget listens to the key itself, by the key."""
        if command.own_key:
            await self.screen.run_action(command.action)
        else:
            self.app.simulate_key(command.keys[0])


def _words(command: Command) -> tuple[str, str]:
    key = "←→" if command.id == "move" else command.shown or key_name(command.keys[0])
    return key, command.word


def _cells(command: Command) -> int:
    key, word = _words(command)
    return len(key) + len(word) + 3
