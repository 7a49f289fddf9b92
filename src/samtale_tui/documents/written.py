"""Whether the files that Finish wrote still say what the plan says."""

import hashlib
import json

from pydantic_core import to_jsonable_python

from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import plan_of, talked_about
from samtale_tui.conversation.parking_commands import parked_for_documents
from samtale_tui.conversation.plan_commands import open_agreements


def out_of_date(conversation: Conversation) -> bool:
    """Whether what was written last was something else than what would be written now."""
    marked = conversation.written_of
    return bool(marked) and marked != mark_of(conversation)


def mark_of(conversation: Conversation) -> str:
    """A short mark of all that the documents say, the same in every language and every format."""
    said: list[object] = [
        _plan(conversation),
        conversation.framing.but(day=None, check_in="", breaks=()).model_dump(
            exclude={"preparation"} if conversation.framing.agenda else {"preparation", "agenda"}
        ),
        _groups(conversation),
        [(agreement.text, agreement.field) for agreement in open_agreements(conversation)],
        [(field.id, [card.text for card in cards]) for field, cards in talked_about(conversation)],
        conversation.evaluation.model_dump(exclude=set() if conversation.evaluation.others else {"others"}),
        [(parked.text, parked.belongs) for parked in parked_for_documents(conversation)],
    ]
    if conversation.approvals:
        said.append(conversation.approvals)
    text = json.dumps(to_jsonable_python(said), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _plan(conversation: Conversation) -> dict[str, object]:
    """The plan; how an action is done only where that is said, as older marks know nothing of it."""
    plan = plan_of(conversation).model_dump(mode="json")
    for action in plan["actions"]:
        if not action["how"]:
            del action["how"]
    return plan


def _groups(conversation: Conversation) -> list[list[str]]:
    names = conversation.names()
    return [[names[person] for person in group] for group in conversation.groups]
