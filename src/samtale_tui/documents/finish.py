"""What Finish writes: first the documents as they will be, then their files, never over another unasked."""

import contextlib
import dataclasses
import itertools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.files import publish, real_path, staged
from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.model import Conversation
from samtale_tui.documents.failures import DocumentError, DocumentExists, explained, unusable_name
from samtale_tui.documents.formats import FORMATS, Format

__all__ = [
    "Document",
    "DocumentError",
    "DocumentExists",
    "default_folder",
    "folder_of",
    "left_out",
    "prepare",
    "renamed",
    "taken",
    "write",
]


@dataclasses.dataclass(frozen=True)
class Document:
    """A file as it will be."""

    path: Path
    """Where it goes: absolute, every symbolic link followed."""
    format: str
    """Name of its format, as ``md``."""
    title: str
    """What it is, for the preview."""
    data: bytes
    """What it holds."""


def default_folder(conversation: Conversation, documents: Path) -> Path:
    """Where the conversation's documents go unless the user chooses: one of its own in the folder for all."""
    return documents / conversation.id


def folder_of(conversation: Conversation, documents: Path) -> Path:
    """Where the conversation's documents go: the folder that was chosen for it, else its own among all."""
    return Path(conversation.documents) if conversation.documents else default_folder(conversation, documents)


def prepare(conversation: Conversation, folder: Path, formats: Iterable[str]) -> tuple[Document, ...]:
    """The documents as they would be written to the folder, each format once. Nothing is written.

    A format that has nothing to hold is left out (``left_out``).

    Raises:
        SamtaleError: there is no such format.
        DocumentError: no folder can have that name.
    """
    wanted = [_format(name) for name in dict.fromkeys(formats)]
    home = _usable(folder)
    return tuple(
        Document(
            path=_real(home / each.file_name(conversation)),
            format=each.name,
            title=each.title(conversation),
            data=each.render(conversation),
        )
        for each in wanted
        if not each.lacks(conversation)
    )


def left_out(conversation: Conversation, formats: Iterable[str]) -> tuple[str, ...]:
    """Of the formats those that have nothing to hold, each as a sentence that says why.

    Raises:
        SamtaleError: there is no such format.
    """
    reasons = (_format(name).lacks(conversation) for name in dict.fromkeys(formats))
    return tuple(reason for reason in reasons if reason)


def taken(documents: Sequence[Document]) -> tuple[Path, ...]:
    """Paths where something else is already; a file that holds the very same does not count."""
    return tuple(document.path for document in documents if _there(document) is False)


def renamed(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents under names that are free: ``-2``, or ``-3`` …, the same number for all of the set.

    Names that are free already stay as they are.
    """
    candidate = tuple(documents)
    for number in itertools.count(2):
        if not taken(candidate):
            break
        candidate = tuple(_numbered(each, number) for each in documents)
    return candidate


def write(
    documents: Sequence[Document], *, replace: bool = False, tell: Callable[[int], None] | None = None
) -> tuple[Path, ...]:
    """Write the documents: all are safely on the disk before the first gets its name.

    A file that holds the very same already is left alone and counts as written.

    Args:
        documents: what ``prepare`` or ``renamed`` gave.
        replace: whether files with other content may be replaced.
        tell: is told the number of each document, from 1, when it is its turn; a folder may be slow.

    Returns:
        Where the documents are, absolute, in their order.

    Raises:
        DocumentExists: something else is there and ``replace`` is false. Nothing was written, unless another
            program took a name in the very moment between.
        DocumentError: the system refused.
    """
    if not replace and (there := taken(documents)):
        raise DocumentExists(there)
    with contextlib.ExitStack() as stack:
        waiting = []
        for number, document in enumerate(documents, 1):
            if tell:
                tell(number)
            with explained(document.path):
                if not _there(document):
                    waiting.append((document, stack.enter_context(staged(document.path, document.data))))
        for document, temporary in waiting:
            with explained(document.path):
                _publish(document, temporary, replace=replace)
    return tuple(document.path for document in documents)


def _numbered(document: Document, number: int) -> Document:
    path = document.path
    return dataclasses.replace(document, path=path.with_name(f"{path.stem}-{number}{path.suffix}"))


def _publish(document: Document, temporary: Path, *, replace: bool) -> None:
    try:
        publish(temporary, document.path, replace=replace)
    except FileExistsError:
        if not _there(document):  # else somebody wrote the very same in between
            raise


def _format(name: str) -> Format:
    if name in FORMATS:
        return FORMATS[name]
    raise SamtaleError(
        _("Ukendt format"),
        _("Formatet {name} findes ikke.").format(name=shorten(clean_line(name), 40)),
        _("Vælg mellem {names}.").format(names=", ".join(FORMATS)),
    )


def _usable(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError as error:  # the home of a user whom the system does not know
        raise unusable_name(folder) from error


def _real(path: Path) -> Path:
    with explained(path):
        return real_path(path)


def _there(document: Document) -> bool | None:
    """Whether the path holds the document: true, false when it holds something else, none when it is free."""
    try:
        size = document.path.stat().st_size
    except (OSError, ValueError):
        return None  # not there, or out of reach: then writing says why
    try:
        return size == len(document.data) and document.path.read_bytes() == document.data
    except OSError:
        return False  # there, and no file that can be read
