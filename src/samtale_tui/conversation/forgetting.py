"""Deleting a conversation for good, as when the time is up for which it may be kept (S66, S67)."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from samtale_tui.basis.disk_errors import reason
from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _
from samtale_tui.conversation.file_format import DamagedConversation
from samtale_tui.conversation.folder import ConversationFolder
from samtale_tui.conversation.lock import Holder, Lock
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.store import find


class ConversationInUse(SamtaleError):  # noqa: N818 - named by what it says
    """Someone has the conversation open, so it is not deleted."""

    def __init__(self, holder: Holder) -> None:
        message = _("Samtalen er åben hos {who}.").format(who=holder.describe())
        super().__init__(_("Samtalen er i brug"), message, _("Luk den der, og prøv igen."))


class NotForgotten(SamtaleError):  # noqa: N818 - named by what it says
    """The system refused to delete some of it."""

    def __init__(self, path: Path, error: OSError) -> None:
        message = _("{path} kunne ikke slettes: {reason}.").format(path=path, reason=reason(error))
        super().__init__(_("Ikke alt er slettet"), message, _("Slet mappen selv, eller prøv igen."))


@dataclass(frozen=True)
class Keepsake:
    """What there is of a conversation."""

    folder: ConversationFolder
    """Where it is kept."""
    conversation: Conversation | None
    """What it holds; none where its file cannot be read."""
    files: tuple[Path, ...]
    """Every file in its folder."""
    documents: tuple[Path, ...]
    """The documents that it has written and that are still there; they are not part of it."""


def keepsake_of(conversation_id: str) -> Keepsake:
    """What would go, and what would stay. A conversation that cannot be read can be deleted like any other.

    Raises:
        UnknownConversation: there is none of that name.
    """
    folder = find(conversation_id)
    try:
        conversation, _marks = folder.read()
    except DamagedConversation:
        conversation = None
    written = map(Path, conversation.written) if conversation else ()
    return Keepsake(
        folder=folder,
        conversation=conversation,
        files=tuple(sorted(_files_in(folder.path))),
        documents=tuple(path for path in written if os.path.lexists(path)),
    )


def forget(keepsake: Keepsake) -> tuple[Path, ...]:
    """Delete the conversation's folder with all that is in it; documents elsewhere stay.

    The folder loses its name first, so that no half of it is ever met as a conversation.

    Returns:
        What is gone: every file, and the folder last.

    Raises:
        ConversationInUse: someone has it open.
        NotForgotten: the system refused; what is left is named.
    """
    path = keepsake.folder.path
    lock = Lock(path)
    doomed = path.with_name(f".{path.name}.{os.urandom(4).hex()}.deleted")
    try:
        holder = lock.acquire()
        if holder:
            raise ConversationInUse(holder)
        if os.name == "nt":  # where a folder with an open file in it keeps its name
            lock.release()
        path.rename(doomed)
        shutil.rmtree(doomed)
    except OSError as error:
        raise NotForgotten(doomed if doomed.exists() else path, error) from error
    finally:
        lock.release()
    return (*keepsake.files, path)


def _files_in(folder: Path) -> list[Path]:
    return [Path(root) / name for root, _folders, names in os.walk(folder) for name in names]
