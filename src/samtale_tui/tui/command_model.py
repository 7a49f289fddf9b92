"""What a command of the user is, and how its keys are written."""

from dataclasses import dataclass, replace

from samtale_tui.basis.language import ENGLISH, _, language

KEY_NAMES = {
    "enter": "⏎",
    "escape": "Esc",
    "space": "Mellemrum",
    "tab": "Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "plus": "+",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "full_stop": ".",
    "slash": "/",
    "delete": "Delete",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

_WRITING_KEYS = {
    *("space", "enter", "left", "delete", "pageup", "pagedown", "ctrl+z", "ctrl+y"),
    *("plus", "minus", "less_than_sign", "greater_than_sign", "question_mark", "full_stop", "slash"),
}
"""Keys that mean something in a text field, beside the letters."""


@dataclass(frozen=True)
class Command:
    """One thing that the user can do."""

    id: str
    """Name of the action on the screen."""
    keys: tuple[str, ...]
    """Textual's names of the keys; the first is the one that is shown."""
    danish: str
    """Name in Danish; the palette finds it in either language."""
    english: str
    """Name in English."""
    help: str
    """One line on what it does, in Danish; ``help_line`` is in the user's language."""
    where: tuple[str, ...]
    """The contexts in which it works."""
    short: str = ""
    """The word in the bar at the foot, in Danish; none: it is not there."""
    said: str = ""
    """Another word in the bar than usual, in the user's language."""
    own_key: bool = True
    """Whether the screen binds the key; false where a widget already listens to it."""
    on_app: bool = False
    """Whether the app carries it out, and not the screen."""
    shown: str = ""
    """How its keys are written where that is not their names in a row."""
    from_palette: tuple[str, ...] = ()
    """The contexts in which the palette alone has it, as its key is taken there."""

    def worded(self, said: str) -> "Command":
        """The same command with another word in the bar, in the user's language."""
        return replace(self, said=said)

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.english if language() == ENGLISH else self.danish

    @property
    def help_line(self) -> str:
        """One line on what it does, in the user's language."""
        return _(self.help)

    @property
    def word(self) -> str:
        """The word in the bar at the foot, in the user's language."""
        return self.said or _(self.short)

    def while_writing(self) -> "Command | None":
        """The same command by those of its keys that write nothing in a text field; none where all do."""
        keys = tuple(key for key in self.keys if len(key) > 1 and key not in _WRITING_KEYS)
        return replace(self, keys=keys) if keys else None

    @property
    def action(self) -> str:
        """The action as Textual names it."""
        return f"app.{self.id}" if self.on_app else self.id

    @property
    def shown_keys(self) -> str:
        """The keys as the user reads them, as ``u / Ctrl+Z``."""
        return self.shown or " / ".join(key_name(key) for key in self.keys)


def key_name(key: str) -> str:
    """A key as the user reads it."""
    if "+" in key:
        held, last = key.rsplit("+", 1)
        return "+".join((*(part.capitalize() for part in held.split("+")), key_name(last).upper()))
    if key in KEY_NAMES:
        return _(KEY_NAMES[key])
    return key.upper() if len(key) > 1 else key
