"""Writing the plan's files off the screen's thread, and telling how it went wherever the user is by then."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.documents.finish import Document, prepare, renamed, taken, write
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.sinks import say

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp


def write_files(app: "SamtaleApp", conversation: Conversation, folder: Path, formats: Sequence[str]) -> None:
    """Write a conversation's documents; where other files are in the way, ask. The folder may be slow."""
    _in_thread(app, partial(_write_new, app, conversation, folder, tuple(formats)))


def _in_thread(app: "SamtaleApp", work: "partial[None]") -> None:
    app.run_worker(work, thread=True, group="files", exclusive=True)


def _write_new(app: "SamtaleApp", conversation: Conversation, folder: Path, formats: tuple[str, ...]) -> None:
    try:
        documents = prepare(conversation, folder, formats)
        in_the_way = taken(documents)
        paths = () if in_the_way else write(documents)
    except SamtaleError as error:
        app.call_from_thread(_failed, app, error)
        return
    if in_the_way:
        app.call_from_thread(_ask, app, conversation.id, documents, in_the_way)
    else:
        app.call_from_thread(_wrote, app, conversation.id, paths)


def _write_over(
    app: "SamtaleApp", conversation_id: str, documents: tuple[Document, ...], answer: str
) -> None:
    replace = answer == "replace"
    try:
        paths = write(documents if replace else renamed(documents), replace=replace)
    except SamtaleError as error:
        app.call_from_thread(_failed, app, error)
        return
    app.call_from_thread(_wrote, app, conversation_id, paths)


def _ask(
    app: "SamtaleApp", conversation_id: str, documents: tuple[Document, ...], in_the_way: tuple[Path, ...]
) -> None:
    def chosen(answer: str | None) -> None:
        if answer in ("rename", "replace"):
            _in_thread(app, partial(_write_over, app, conversation_id, documents, answer))

    text = "\n".join([_("Her ligger allerede noget andet:"), *map(str, in_the_way)])
    title = n_("Filen findes", "Filerne findes", len(in_the_way))
    answers = (("rename", _("Nyt navn")), ("replace", _("Erstat")), ("none", _("Lad være")))
    app.push_screen(ChoiceScreen(title, text, answers), chosen)


def _failed(app: "SamtaleApp", error: SamtaleError) -> None:
    say(app, str(error), title=error.title, severity="error", seconds=60)


def _wrote(app: "SamtaleApp", conversation_id: str, paths: tuple[Path, ...]) -> None:
    live = app.live
    if live and live.value.id == conversation_id and not live.read_only:
        live.apply(do.wrote, tuple(map(str, paths)), undoable=False)
    count = n_("1 fil er skrevet i {folder}", "{n} filer er skrevet i {folder}", len(paths))
    say(app, count.format(folder=paths[0].parent) if paths else _("Der var intet at skrive."))
