"""The development plan as a Markdown document: its outline, set with the marks of Markdown."""

from samtale_tui.conversation.model import Conversation
from samtale_tui.documents.content import outline_of, outline_of_plan
from samtale_tui.documents.markdown_text import cell, heading, inline, prose, table
from samtale_tui.documents.outline import (
    Block,
    Facts,
    Heading,
    Item,
    Items,
    Outline,
    Signatures,
    Table,
    Words,
)
from samtale_tui.plan.model import Plan


def plan_as_markdown(conversation: Conversation) -> str:
    """The whole document. It depends on the conversation alone: written twice, it is the same file."""
    return _document(outline_of(conversation))


def bare_plan_as_markdown(plan: Plan) -> str:
    """A plan without the conversation that it came of, as one that was read from its file."""
    return _document(outline_of_plan(plan))


def _document(outline: Outline) -> str:
    parts = (f"# {heading(outline.heading)}", *map(_set, outline.blocks))
    return "\n\n".join(part for part in parts if part) + "\n"


def _set(block: Block) -> str:
    match block:
        case Heading(text, within):
            return f"{'###' if within else '##'} {heading(text)}"
        case Words(text, aside):
            return f"*{inline(text)}*" if aside else prose(text)
        case Facts(pairs):
            return "\n".join(_marked(name, words) for name, words in pairs)
        case Items(items):
            return "\n".join(map(_item, items))
        case Table(rows):
            return table([[cell(text) for text in row] for row in rows])
        case Signatures():
            return ""


def _marked(lead: str, text: str) -> str:
    return f"- **{inline(lead)}:** {prose(text, '  ', begun=True)}"


def _item(item: Item) -> str:
    if item.lead and item.text:
        line = _marked(item.lead, item.text)
    else:
        line = f"- **{inline(item.lead)}**" if item.lead else f"- {prose(item.text, '  ')}"
    where = f" ({inline(item.where)})" if item.where else ""
    return "\n".join((line + where, *(f"  - {prose(text, '    ')}" for text in item.below)))
