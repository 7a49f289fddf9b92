"""How a parked matter stands in a list."""

from textual.content import Content

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.aside import Parked
from samtale_tui.conversation.aside_words import belongs_title
from samtale_tui.conversation.model import Conversation
from samtale_tui.tui.widgets.hanging import hanging


def documents_words(parked: Parked) -> str:
    """Whether the documents hold it."""
    if parked.confidential:
        return _("valgt med i dokumenterne") if parked.goes_out else _("ikke i dokumenterne")
    return _("med i dokumenterne") if parked.goes_out else _("holdes ude af dokumenterne")


def matter_line(conversation: Conversation, parked: Parked, cells: int) -> Content:
    """A matter in the list: its words, and below them where it belongs and what becomes of it."""
    mark = ("✓ ", "$text-muted") if parked.done else ("○ ", "$primary")
    style = "$text-muted" if parked.done else ""
    field = conversation.deck.fields_by_id.get(parked.field or "")
    below = (
        belongs_title(parked.belongs),
        _("taget op") if parked.done else documents_words(parked),
        _("fra {field}").format(field=clean_line(field.title)) if field else "",
    )
    facts = " · ".join(part for part in below if part)
    return Content("\n").join(
        [
            hanging(Content.assemble(mark), clean_line(parked.text), cells, style=style),
            hanging(Content("  "), facts, cells, style="$text-muted"),
        ]
    )
