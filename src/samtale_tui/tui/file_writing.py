"""Writing the plan's files off the screen's thread, and telling how it goes wherever the user is by then."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.documents.finish import Document, prepare, renamed, taken, write
from samtale_tui.documents.written import mark_of
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.sinks import say

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp

_GROUP = "files"


class Progress(Message):
    """How far the writing has come; every screen is told, and those that do not care let it pass."""

    bubble = False

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        """What is being done; empty when it is over."""


def write_files(app: "SamtaleApp", conversation: Conversation, folder: Path, formats: Sequence[str]) -> None:
    """Write a conversation's documents; where other files are in the way, ask. The folder may be slow."""
    if is_writing(app):
        say(app, _("Filerne er ved at blive skrevet."))
        return
    _in_thread(app, partial(_write_new, app, conversation, folder, tuple(formats)))


def is_writing(app: "SamtaleApp") -> bool:
    """Whether files are being written now."""
    return any(worker.group == _GROUP and not worker.is_finished for worker in app.workers)


def _in_thread(app: "SamtaleApp", work: "partial[None]") -> None:
    app.run_worker(work, thread=True, group=_GROUP)


def _write_new(app: "SamtaleApp", conversation: Conversation, folder: Path, formats: tuple[str, ...]) -> None:
    _call(app, _tell, app, _("Gør filerne klar …"))
    try:
        documents = prepare(conversation, folder, formats)
        in_the_way = taken(documents)
        paths = () if in_the_way else write(documents, tell=partial(_tell_number, app, len(documents)))
    except SamtaleError as error:
        _call(app, _failed, app, error)
        return
    if in_the_way:
        _call(app, _ask, app, conversation, documents, in_the_way)
    else:
        _call(app, _wrote, app, conversation, paths)


def _write_over(
    app: "SamtaleApp", conversation: Conversation, documents: tuple[Document, ...], answer: str
) -> None:
    replace = answer == "replace"
    tell = partial(_tell_number, app, len(documents))
    try:
        paths = write(documents if replace else renamed(documents), replace=replace, tell=tell)
    except SamtaleError as error:
        _call(app, _failed, app, error)
        return
    _call(app, _wrote, app, conversation, paths)


def _call(app: "SamtaleApp", callback: Callable[..., None], *words: object) -> None:
    """From the thread to the screen, where there still is one."""
    if app.is_running:
        app.call_from_thread(callback, *words)


def _tell_number(app: "SamtaleApp", count: int, number: int) -> None:
    _call(app, _tell, app, _("Skriver {number} af {count} …").format(number=number, count=count))


def _tell(app: "SamtaleApp", words: str) -> None:
    for screen in app.screen_stack:
        screen.post_message(Progress(words))


def _ask(
    app: "SamtaleApp",
    conversation: Conversation,
    documents: tuple[Document, ...],
    in_the_way: tuple[Path, ...],
) -> None:
    def chosen(answer: str | None) -> None:
        if answer in ("rename", "replace"):
            _in_thread(app, partial(_write_over, app, conversation, documents, answer))

    _tell(app, "")
    text = "\n".join([_("Her ligger allerede noget andet:"), *map(str, in_the_way)])
    title = n_("Filen findes", "Filerne findes", len(in_the_way))
    answers = (("rename", _("Nyt navn")), ("replace", _("Erstat")), ("none", _("Lad være")))
    app.push_screen(ChoiceScreen(title, text, answers), chosen)


def _failed(app: "SamtaleApp", error: SamtaleError) -> None:
    _tell(app, "")
    say(app, str(error), title=error.title, severity="error", seconds=60)


def _wrote(app: "SamtaleApp", conversation: Conversation, paths: tuple[Path, ...]) -> None:
    """The conversation is the one that was written; by now it may say something else."""
    _tell(app, "")
    live = app.live
    if live and live.value.id == conversation.id and not live.read_only:
        live.apply(do.wrote, tuple(map(str, paths)), mark_of(conversation), undoable=False)
    count = n_("1 fil er skrevet i {folder}", "{n} filer er skrevet i {folder}", len(paths))
    say(app, count.format(folder=paths[0].parent) if paths else _("Der var intet at skrive."))
