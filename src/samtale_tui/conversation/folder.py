"""One conversation on disk: its folder, read and written."""

import os
from pathlib import Path
from typing import NamedTuple

from samtale_tui.basis.disk_errors import reason
from samtale_tui.basis.files import make_folder, set_aside, write_atomically
from samtale_tui.basis.language import _
from samtale_tui.conversation.file_format import (
    Damage,
    DamagedConversation,
    NewerConversation,
    UnreadableError,
    dump,
    parse,
    recovered,
)
from samtale_tui.conversation.history import History, Marks
from samtale_tui.conversation.history_file import HistoryFile
from samtale_tui.conversation.lock import last_sign_of_life
from samtale_tui.conversation.model import Conversation

CONVERSATION_FILE = "conversation.toml"
HISTORY_FILE = "history.jsonl"


class _Stamp(NamedTuple):
    """What shows that a file is still the one that was last read or written here."""

    inode: int
    size: int
    changed: int


class ConversationFolder:
    """A folder of its own (0700), with the state and its deck (0600) in it, and the steps that led to it."""

    def __init__(self, path: Path) -> None:
        """Know of the folder; it need not be there.

        Args:
            path: the folder, whose name is the conversation's id.
        """
        self.path = path
        self._file = path / CONVERSATION_FILE
        self._history = HistoryFile(path / HISTORY_FILE)
        self._stamp: _Stamp | None = None
        self._data = b""

    @property
    def id(self) -> str:
        """The conversation's id."""
        return self.path.name

    def load(self) -> tuple[Conversation, History]:
        """What was saved last, every clock standing still.

        Raises:
            DamagedConversation: the file cannot be read; it stays, and a copy of it is set aside.
            NewerConversation: a newer version of this program wrote it.
        """
        conversation, marks = self.read()
        return recovered(conversation, last_sign_of_life(self.path)), self._history.read(marks)

    def read(self) -> tuple[Conversation, Marks]:
        """The file alone, the clocks as they were.

        Raises:
            DamagedConversation: as for ``load``.
        """
        stamp = _stamp_of(self._file)
        try:
            data = self._file.read_bytes()
        except OSError as error:
            what = _("Filen kan ikke læses ({reason}).").format(reason=reason(error))
            raise DamagedConversation(self._file, 0, what) from error
        try:
            read = parse(data, self.id)
        except UnreadableError as error:
            raise _refusal(self._file, data, error.damage) from error
        self._stamp, self._data = stamp, data
        return read

    def save(self, conversation: Conversation, history: History) -> None:
        """Put the conversation on the disk, whole or not at all. A folder that vanished is made again.

        The state matters most: it is written also where its steps cannot be.

        Raises:
            OSError: the disk is full, the folder is read-only …; what was saved before still stands.
        """
        data = dump(conversation, history.marks)
        make_folder(self.path.parent, private=True)
        make_folder(self.path, private=True)
        trouble: OSError | None = None
        try:
            self._history.add(history)
        except OSError as error:
            trouble = error
        self._keep_what_others_wrote()
        write_atomically(self._file, data, private=True)
        self._stamp, self._data = _stamp_of(self._file), data
        if trouble:
            raise trouble
        self._history.settle(history)

    def _keep_what_others_wrote(self) -> None:
        """Someone may have edited the file while it was open here: their text is set aside, not lost."""
        stamp = _stamp_of(self._file)
        if stamp is None or stamp == self._stamp:
            return
        data = self._file.read_bytes()
        if data != self._data:
            set_aside(self._file, data)


def _refusal(path: Path, data: bytes, damage: Damage) -> DamagedConversation:
    if damage.newer:
        return NewerConversation(path, damage.line, damage.what, damage.remedy)
    try:
        aside = set_aside(path, data)
    except OSError:
        aside = None
    untouched = _("Filen er ikke rørt.")
    if aside:
        untouched = _("Filen er ikke rørt, og en kopi ligger i {path}.").format(path=aside)
    return DamagedConversation(path, damage.line, damage.what, f"{damage.remedy} {untouched}".strip(), aside)


def _stamp_of(path: Path) -> _Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - called at every save; a Path would be made of a Path
    except OSError:
        return None
    return _Stamp(found.st_ino, found.st_size, found.st_mtime_ns)
