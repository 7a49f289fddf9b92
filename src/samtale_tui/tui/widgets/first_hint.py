"""Three lines for whoever starts the program for the first time. They take no keys, cover nothing, and go."""

from textual.message import Message
from textual.widgets import Static

from samtale_tui.basis.language import _
from samtale_tui.tui.sinks import plain

SECONDS = 60.0
"""How long the lines stay where nobody does anything."""
STEPS = 4
"""Moves after which whoever has begun needs them no more."""


class FirstHint(Static):
    """Shown until it has been read, or the program is at use."""

    DEFAULT_CSS = """
    FirstHint { height: 3; color: $text-muted; margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    class Read(Message):
        """It has done what it can."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._steps = 0

    def on_mount(self) -> None:
        """Say it, and go after a while."""
        self.update(plain("\n".join(_lines())))
        self.set_timer(SECONDS, self._done)

    def step(self) -> None:
        """Someone has moved."""
        self._steps += 1
        if self._steps >= STEPS:
            self._done()

    def _done(self) -> None:
        if self.is_attached:
            self.post_message(self.Read())
            self.remove()


def _lines() -> tuple[str, str, str]:
    return (
        _("Første gang? ⏎ på et kortsæt begynder en samtale."),
        _("På hjulet går pilene rundt, ⏎ åbner, og t trækker et kort."),
        _("? viser tasterne, hvor du er. Alt gemmes undervejs."),
    )
