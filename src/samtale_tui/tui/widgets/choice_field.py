"""A field with a few things to choose among."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Select

from samtale_tui.basis.language import _


def optional_choice(name: str, options: Sequence[tuple[Content, str]], chosen: str | None) -> Select[str]:
    """A drop-down that may be left empty.

    Args:
        name: Textual's id.
        options: what each is called, and its value.
        chosen: the value that is chosen from the start; what is not among them is none.
    """
    known = {value for _words, value in options}
    value = chosen if chosen in known else Select.NULL
    return Select(options, value=value, prompt=_("Vælg, hvis du vil"), id=name, compact=True)
