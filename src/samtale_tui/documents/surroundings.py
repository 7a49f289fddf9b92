"""What the document says besides the plan: the frame, what was parked, the look back (S2–S13, S8, S62).

Nothing that is confidential unless someone has chosen so (``Parked.goes_out``, S67).
"""

from collections.abc import Iterator

from samtale_tui.basis.language import _
from samtale_tui.basis.shown_dates import long_date
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.agenda import agenda_as_typed
from samtale_tui.conversation.approving import approval_of, approvers
from samtale_tui.conversation.approving_words import approver_name
from samtale_tui.conversation.aside import Belongs
from samtale_tui.conversation.aside_words import belongs_title, evaluation_questions
from samtale_tui.conversation.framing import Framing, Role
from samtale_tui.conversation.framing_words import (
    members_title,
    reason_title,
    role_title,
    timing_title,
)
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.parking_commands import parked_for_documents
from samtale_tui.deck.rule_words import ground_rules_title
from samtale_tui.documents.outline import Block, Facts, Heading, Item, Items


def frame_blocks(conversation: Conversation) -> Iterator[Block]:
    """What the conversation was framed by, as far as it is filled in."""
    framing = conversation.framing
    pairs = (
        (_("Anledning"), timing_title(framing.timing, framing.members) if framing.timing else ""),
        (_("Teamet består af"), members_title(framing.members) if framing.members else ""),
        (_("Formål"), _purpose(framing)),
        (_("Forventninger"), framing.expectations),
        (_("Dagsorden"), agenda_as_typed(framing.agenda)),
        *((role_title(role), framing.roles.get(role, "")) for role in Role),
        (_("Grupper"), _groups(conversation)),
        (ground_rules_title(conversation.deck), "\n".join(framing.ground_rules or ())),
    )
    told = tuple((name, words) for name, words in pairs if words)
    if told:
        yield Heading(_("Rammen"))
        yield Facts(told)


def parked_blocks(conversation: Conversation) -> Iterator[Block]:
    """What was parked, is not dealt with, and may be read by all."""
    items = tuple(
        Item(parked.text, lead="" if parked.belongs is Belongs.LATER else belongs_title(parked.belongs))
        for parked in parked_for_documents(conversation)
        if parked.text
    )
    if items:
        yield Heading(_("Parkeret til senere"))
        yield Items(items)


def evaluation_blocks(conversation: Conversation) -> Iterator[Block]:
    """The answers of the look back, as far as they are given; to the deck's own questions too."""
    evaluation = conversation.evaluation
    heads = {
        "outcome": _("Det vigtigste udbytte"),
        "constructive": _("Det gjorde samtalen konstruktiv"),
        "better": _("Det kunne have gjort den bedre"),
    }
    asked = evaluation_questions(conversation.deck)
    own = {name: clean_line(asked[name]) for name in asked if name not in heads}
    items = (
        *(Item(lead=question, below=(evaluation.answer(name),)) for name, question in own.items()),
        *(Item(evaluation.answer(name), lead=head) for name, head in heads.items()),
    )
    items = tuple(item for item in items if item.text or any(item.below))
    if items:
        yield Heading(_("Evaluering"))
        yield Items(items)


def approval_blocks(conversation: Conversation) -> Iterator[Block]:
    """Who has approved the plan, with their comments, and who is awaited (S64, S65)."""
    items = []
    for approver in approvers(conversation):
        given = approval_of(conversation, approver.who)
        when = _("godkendt {day}").format(day=long_date(given.day)) if given else _("afventer")
        said = (given.comment,) if given and given.comment else ()
        items.append(Item(when, lead=approver_name(approver), below=said))
    if items:
        yield Heading(_("Godkendelse"))
        yield Items(tuple(items))


def _purpose(framing: Framing) -> str:
    reasons = (reason_title(reason) for reason in framing.reasons)
    return "\n".join(words for words in (*reasons, framing.purpose) if words)


def _groups(conversation: Conversation) -> str:
    names = conversation.names()
    return "\n".join(", ".join(names[person] for person in group) for group in conversation.groups)
