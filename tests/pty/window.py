"""The program in a window of its own, and the steps that more than one journey takes in it."""

import os
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

    def begin_a_round(self) -> None:
        """From a card to a spiral on it, with all that is proposed; the card may point to another method."""
        self.press("ctrl+p")
        self.wait_for("Alle kommandoer")
        self.type("Spiralsamtale")
        self.wait_for("Ordet går rundt i kredsen, med ur")
        self.press("enter")
        self.wait_for("Hvorfor", "er med ·")
        self.press("enter")
        self.wait_for("Runden", "n næste")

    def agree(self, text: str) -> None:
        """Write an agreement, from wherever that can be done."""
        self.press("a")
        self.wait_for("Ny aftale", "Esc luk")
        self.type(text)
        self.wait_for(text)
        self.press("enter")
        self.wait_gone("Esc luk")

    def leave_field(self, beside: str) -> None:
        """Out of a text field and no further; what stands beside it looks different then."""
        look = self.look_of(beside)
        self.press("esc")
        self.wait_until(lambda: self.look_of(beside) != look, f"the field beside {beside!r} kept the keys")

    def go_on(self, sign: str) -> None:
        """To the next step, that shows this sign."""
        self.press(">")
        self.wait_for(sign)

    def go_on_to_finish(self) -> None:
        """From the plan past the three questions, which take the keys at once."""
        self.go_on("EVALUERING")
        self.wait_for_field("Skriv med jeres egne ord")
        self.leave_field("Skriv med jeres egne ord")
        self.go_on("Skriv filerne")

    def end(self) -> None:
        """Leave the program."""
        self.press("ctrl+q")
        assert self.wait_exit() == 0

    def restored(self) -> bool:
        """Whether the terminal is as it was: its settings, its screen, its cursor."""
        after = bytes(self.output).rpartition(b"\x1b[?1049l")
        return bool(after[1]) and b"\x1b[?25h" in after[2] and self.settings == self.settings_before


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
