"""What Finish shows before anything is written: which file has what, and what each of them says."""

from samtale_tui.basis.shown_dates import show_date
from samtale_tui.conversation.model import Conversation
from samtale_tui.documents.content import outline_of
from samtale_tui.documents.events import events_of
from samtale_tui.documents.formats import FORMATS
from samtale_tui.documents.outline import Block, Heading, Item, Items, Signatures, Words


def all_documents(conversation: Conversation) -> tuple[Block, ...]:
    """What is in which file, and below it the plan as all will read it."""
    files = Items(
        tuple(
            Item(each.lacks(conversation) or each.holds(conversation), lead=each.file_name(conversation))
            for each in FORMATS.values()
        )
    )
    return files, *_plan(conversation, on_paper=False)


def one_document(conversation: Conversation, name: str) -> tuple[Block, ...]:
    """What is in the file of one format, and what it says."""
    format_ = FORMATS[name]
    about = Words(format_.lacks(conversation) or format_.holds(conversation), aside=True)
    if name == "ics":
        return Heading(format_.title(conversation)), about, *_days(conversation)
    if name == "toml":
        return Heading(format_.title(conversation)), about, Words(format_.render(conversation).decode())
    return about, *_plan(conversation, on_paper=name == "docx")


def _plan(conversation: Conversation, *, on_paper: bool) -> tuple[Block, ...]:
    outline = outline_of(conversation)
    blocks = (block for block in outline.blocks if on_paper or not isinstance(block, Signatures))
    return Heading(outline.heading), *blocks


def _days(conversation: Conversation) -> tuple[Block, ...]:
    events = events_of(conversation.actions)
    return (Items(tuple(Item(event.title, lead=show_date(event.day)) for event in events)),) if events else ()
