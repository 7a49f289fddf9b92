"""The program in a window of its own, and the steps that more than one journey takes in it."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from terminal import Terminal

from samtale_tui.basis.folders import conversations_folder
from samtale_tui.conversation.folder import CONVERSATION_FILE, ConversationFolder
from samtale_tui.conversation.history import History
from samtale_tui.conversation.model import Conversation

TEAM = "Team Nord"
PEOPLE = "Anna, Bo, Carina"
CARD_BAR = "l læg tilbage"
"""Stands at the foot of a card and nowhere else."""


class Window(Terminal):
    """The program, by what a person does in it."""

    def __init__(
        self, *arguments: str, columns: int = 120, rows: int = 40, driver: Path | None = None
    ) -> None:
        """Start the program.

        Args:
            arguments: what is written after ``samtale``.
            columns: width in cells.
            rows: height in cells.
            driver: a script that runs the program with something changed in it.
        """
        program = ("-m", "samtale_tui") if driver is None else (str(driver),)
        super().__init__((sys.executable, *program, *arguments), os.environ, columns=columns, rows=rows)

    def begin_on_the_wheel(self) -> None:
        """Begin from the wheel, where that is asked about."""
        self.press("space")
        self.wait_for("Begynd samtalen nu?")
        self.press("right", "enter")
        self.wait_gone("Begynd samtalen nu?")

    def draw_a_card(self) -> None:
        """From the wheel to a random card of the chosen field."""
        self.press("t")
        self.wait_for(CARD_BAR)
        self.wait_until(is_saved(lambda value: value.card is not None), "the card never lay open")

    def begin_in_the_room(self) -> None:
        """From Ramme, ready to begin, over what the room sees first to the wheel."""
        self.press("space")
        self.wait_for("RUMMET")
        self.go_on("HJULET")

    def open_exercise(self, field: int, sign: str) -> None:
        """From the wheel to the exercise card of a field, by the field's number and what is read there."""
        self.press(str(field))
        self.wait_for(sign)
        self.press("enter")
        self.wait_for("← hjulet")
        self.press("enter")
        self.wait_until(is_saved(lambda value: value.card is not None), "no card lies open")

    def command(self, name: str, sign: str) -> None:
        """Run a command by its name, from wherever it is there; the sign is read beside it."""
        self.press("ctrl+p")
        self.wait_for("Alle kommandoer")
        self.type(name)
        self.wait_for(sign)
        self.press("enter")

    def begin_a_round(self) -> None:
        """From a card to a spiral on it, with all that is proposed; the card may point to another method."""
        self.command("Spiralsamtale", "Ordet går rundt i kredsen, med ur")
        self.wait_for("Hvorfor", "er med ·")
        self.press("enter")
        self.wait_for("Runden", "n næste")

    def agree(self, text: str) -> None:
        """Write an agreement, from wherever that can be done."""
        self.press("a")
        self.wait_for("Ny aftale")
        self._fill_in(text)

    def write(self, key: str, hint: str, text: str) -> None:
        """Write a line in the empty field of the box that a key opens, and keep it."""
        self.press(key)
        self.wait_for_field(hint)
        self._fill_in(text)

    def _fill_in(self, text: str) -> None:
        """Write in the box that is open. It is gone afterwards: the next key is for what lay below it."""
        self.wait_for("Esc luk")
        self.type(text)
        self.wait_for(text)
        self.press("enter")
        self.wait_gone("Esc luk")

    def agree_to(self, number: int) -> None:
        """What came out of a method under this number becomes the first agreement."""
        self.press(str(number))
        self.wait_for("✓ aftale 1")

    def leave_the_card(self) -> None:
        """From what came out of a method, over its card, to the wheel."""
        self.press("esc")
        self.wait_for("r metode")
        self.press("esc")
        self.wait_for("Aftaler · 1")

    def leave_field(self, beside: str) -> None:
        """Out of a text field and no further; what stands beside it looks different then."""
        look = self.look_of(beside)
        self.press("esc")
        self.wait_until(lambda: self.look_of(beside) != look, f"the field beside {beside!r} kept the keys")

    def go_on(self, sign: str) -> None:
        """To the next step, that shows this sign."""
        self.press(">")
        self.wait_for(sign)

    def plan_the_agreement(self) -> None:
        """From the wheel to the plan, where the one agreement becomes an action."""
        self.go_on("Planen · 0")
        self.wait_for("Aftaler, der venter · 1", "⏎ gør til handling")
        self.press("enter")
        self.wait_for("Planen · 1")
        self.wait_until(is_saved(lambda value: len(value.actions) == 1), "no action")

    def go_on_to_finish(self) -> None:
        """From the plan past the three questions, which take the keys at once."""
        self.go_on("EVALUERING")
        self.wait_for_field("Skriv med jeres egne ord")
        self.leave_field("Skriv med jeres egne ord")
        self.go_on("Skriv filerne")

    def write_the_files(self) -> dict[str, Path]:
        """From the plan to its files, and out of the program.

        Returns:
            The files by their endings, as ``.toml``.
        """
        self.go_on_to_finish()
        self.press("enter")
        self.wait_until(is_saved(lambda value: len(value.written) >= 3), "the files were not written")
        self.end()
        return {Path(path).suffix: Path(path) for path in saved().written}

    def end(self) -> None:
        """Leave the program."""
        self.press("ctrl+q")
        assert self.wait_exit() == 0

    def kill(self) -> None:
        """End the program as no program can hinder."""
        self.signal(signal.SIGKILL)
        assert self.wait_exit() == -signal.SIGKILL

    def restored(self) -> bool:
        """Whether the terminal is as it was: its settings, its screen, its cursor."""
        after = bytes(self.output).rpartition(b"\x1b[?1049l")
        return bool(after[1]) and b"\x1b[?25h" in after[2] and self.settings == self.settings_before


def on_ramme(
    open_window: Callable[..., Window],
    people: str,
    *,
    deck: str = "metoder",
    columns: int = 80,
    rows: int = 24,
) -> Window:
    """A window on Ramme of the team's new conversation, that has been saved.

    Args:
        open_window: opens it.
        people: their names, as one writes them in a row.
        deck: id of the deck.
        columns: width in cells.
        rows: height in cells.
    """
    window = open_window("start", deck, "--team", TEAM, "--people", people, columns=columns, rows=rows)
    window.wait_for("RAMME", "Forbered samtalen")
    window.wait_until(is_there, "the new conversation was not saved")
    return window


def come_back(open_window: Callable[..., Window], *signs: str) -> Window:
    """A small window on a round that paused as its program was killed, shows these signs, and goes on."""
    window = open_window("resume", columns=80, rows=24)
    window.wait_for("På pause", *signs)
    window.press("space")
    window.wait_gone("På pause")
    return window


def is_there() -> bool:
    """Whether any conversation is on the disk."""
    return any(conversations_folder().glob(f"*/{CONVERSATION_FILE}"))


def saved_with_steps() -> tuple[Conversation, History]:
    """The conversation that was saved last, and the steps that led to it, as another program finds them."""
    files = conversations_folder().glob(f"*/{CONVERSATION_FILE}")
    return ConversationFolder(max(files, key=lambda file: file.stat().st_mtime_ns).parent).load()


def saved() -> Conversation:
    """The conversation that was saved last, as it is on the disk."""
    return saved_with_steps()[0]


def is_saved(condition: Callable[[Conversation], bool]) -> Callable[[], bool]:
    """Whether something holds for what is on the disk, for a window to wait for."""
    return lambda: condition(saved())
