"""What stands half-written in the form for a new conversation, before there is one to keep it in."""

from pathlib import Path

import tomli
import tomli_w
from pydantic import ValidationError

from samtale_tui.basis.files import write_atomically
from samtale_tui.basis.folders import data_folder
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import MOST_TYPED, clean


class StartDraft(Frozen):
    """The form's fields as they were typed; all empty when nothing waits."""

    team: str = ""
    """Name of the team."""
    people: str = ""
    """The list of people."""
    minutes: str = ""
    """The booked length."""


def load_start_draft() -> StartDraft:
    """What was typed and not used; nothing where there is no file or it cannot be read."""
    try:
        draft = StartDraft.model_validate(tomli.loads(_path().read_bytes().decode()))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError, ValidationError):
        return StartDraft()
    return StartDraft(**{name: clean(text)[:MOST_TYPED] for name, text in draft.model_dump().items()})


def save_start_draft(draft: StartDraft) -> None:
    """Keep what is typed; where all is empty, keep nothing.

    Raises:
        OSError: it cannot be written.
    """
    if draft == StartDraft():
        _path().unlink(missing_ok=True)
    else:
        write_atomically(_path(), tomli_w.dumps(draft.model_dump()).encode(), private=True)


def _path() -> Path:
    return data_folder() / "new-conversation.toml"
