"""Whether the files that Finish wrote still say what the plan says."""

from contextlib import suppress
from pathlib import Path

from samtale_tui.conversation.model import Conversation
from samtale_tui.documents.formats import FORMATS

_QUICK = ("md", "toml")
"""Formats that are made without a large library; between them they hold all that the others do."""


def out_of_date(conversation: Conversation) -> bool:
    """Whether one of the files that were written says something else than what would be written now.

    A file that is not there, or cannot be read, says nothing. Reads the files; their folder may be slow.
    """
    return any(_differs(conversation, Path(path)) for path in conversation.written)


def _differs(conversation: Conversation, path: Path) -> bool:
    name = path.suffix.removeprefix(".")
    if name in _QUICK:
        with suppress(OSError, ValueError):
            return path.read_bytes() != FORMATS[name].render(conversation)
    return False
