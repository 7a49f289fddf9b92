"""The commands on a conversation's plan: show it, write it to files."""

from pathlib import Path

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.folders import documents_folder
from samtale_tui.basis.language import _
from samtale_tui.command_line.failures import FAILED, UnusableError, unusable_if
from samtale_tui.command_line.terminal import put, tell
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.store import UnknownConversation, list_conversations, load


def show_plan(name: str | None) -> int:
    """``samtale plan show``: a plan as Markdown, a conversation's or that of a ``plan.toml``.

    Args:
        name: id of the conversation or path of the file; none for the conversation that changed last.
    """
    from samtale_tui.documents.markdown import bare_plan_as_markdown, plan_as_markdown

    if name is not None and name.lower().endswith(".toml"):
        from samtale_tui.documents.plan_file import read_plan

        put(bare_plan_as_markdown(read_plan(Path(name))))
    else:
        put(plan_as_markdown(_conversation(name)))
    return 0


def export_plan(conversation_id: str | None, folder: str | None, formats: str, *, overwrite: bool) -> int:
    """``samtale plan export``: the plan in files, whose paths go to stdout.

    Args:
        conversation_id: the conversation; that changed last when there is none.
        folder: where the files go; to the conversation's usual folder when there is none.
        formats: names of formats, with commas between.
        overwrite: whether files that are there already may be replaced.

    Returns:
        0, or 1 where files are there that may not be replaced, or nothing that was asked for can be written.
    """
    from samtale_tui.basis.settings import read_settings
    from samtale_tui.documents.finish import DocumentExists, folder_of, left_out, prepare, write

    conversation = _conversation(conversation_id)
    documents_home = documents_folder(read_settings().settings.documents)
    home = Path(folder) if folder else folder_of(conversation, documents_home)
    with unusable_if(SamtaleError):
        names = _names(formats)
        documents = prepare(conversation, home, names)
    try:
        paths = write(documents, replace=overwrite)
    except DocumentExists as error:
        tell(_("Intet er skrevet, for her ligger allerede noget andet:"))
        for path in error.paths:
            tell(str(path))
        tell(_("Skriv --overwrite for at erstatte det, eller vælg en anden mappe med --to."))
        return FAILED
    for reason in left_out(conversation, names):
        tell(reason)
    put("".join(f"{path}\n" for path in paths))
    return 0 if paths else FAILED


def latest() -> str:
    """The id of the conversation that was changed last.

    Raises:
        UnusableError: there is none that opens.
    """
    listing = list_conversations()
    for damaged in listing.damaged:
        tell(damaged.message)
    if listing.summaries:
        return listing.summaries[0].id
    raise UnusableError(
        _("Ingen samtale"),
        _("Der er ingen samtale at åbne."),
        _("Begynd en med: samtale start"),
    )


def _conversation(conversation_id: str | None) -> Conversation:
    with unusable_if(UnknownConversation):
        conversation, _history = load(latest() if conversation_id is None else conversation_id)
    return conversation


def _names(formats: str) -> list[str]:
    names = [name for name in (part.strip().lower() for part in formats.split(",")) if name]
    if names:
        return names
    raise UnusableError(
        _("Intet format"),
        _("Der står intet format efter --format."),
        _("Skriv for eksempel: --format docx,ics"),
    )
