"""What it looks like when a command has been carried out."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from scenes import Scene
from showcase import Stage

Seen = Callable[[Stage], object]
Prepare = Callable[[Stage], Awaitable[None] | None]


@dataclass(frozen=True)
class Effect:
    """How it shows that a command was carried out."""

    seen: Seen
    """False before, true after."""
    prepare: Prepare = lambda stage: None
    """What must be done first, on the screen of the context."""
    reach: Scene | None = None
    """The way to the screen, where it is not the usual one."""
    back: tuple[str, ...] | None = None
    """Keys after which it is as if nothing had been done; none where there are no such keys."""


def on(name: str) -> Seen:
    """That a screen is on top."""
    return lambda stage: stage.on == name


def at(name: str) -> Seen:
    """That a widget has the focus."""
    return lambda stage: stage.screen.focused is not None and stage.screen.focused.id == name


ESC = ("escape",)
U = ("u",)
NOTHING = Effect(lambda stage: False, back=())
"""There is no step that way."""
