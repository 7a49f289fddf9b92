"""A box in which a method that has not begun is changed."""

from samtale_tui.method.run import Run
from samtale_tui.tui.screens.dialog import Dialog


class SetUpBox(Dialog[bool | None]):
    """Gives True when what was changed is to be kept; ``chosen`` is what came of it."""

    @property
    def chosen(self) -> Run:
        """The method as it is to be."""
        raise NotImplementedError
