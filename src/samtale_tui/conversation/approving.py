"""Who approves the plan, how far that has come, and when the plan is to be deleted (S64–S66)."""

from dataclasses import dataclass
from datetime import date

from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation.framing import Role
from samtale_tui.conversation.model import Conversation
from samtale_tui.plan.approval import Approval, mark_of_actions

LEADER = "leader"
"""Stands for the leader who is none of those who take part."""


@dataclass(frozen=True)
class Approver:
    """Someone whose approval is asked for."""

    who: str
    """The person's id, or ``leader``."""
    name: str
    """Their name; empty for a leader without one."""
    leads: bool
    """Whether it is the leader, who approves last."""


def approvers(conversation: Conversation) -> tuple[Approver, ...]:
    """Everyone whose approval the rules ask for, the leader last; nobody where they ask for none.

    The leader is the participant who facilitates; of two in a one-to-one conversation the second; else
    someone beside those who take part.
    """
    wanted = conversation.deck.rules.approval
    if wanted == "none":
        return ()
    names = conversation.names()
    facilitator = conversation.framing.roles.get(Role.FACILITATOR, "")
    leader = next((who for who, name in names.items() if name == facilitator), LEADER)
    if leader == LEADER and wanted == "both" and len(names) == 2:
        leader = list(names)[1]
    others = tuple(Approver(who, name, leads=False) for who, name in names.items() if who != leader)
    return (*others, Approver(leader, names.get(leader, facilitator), leads=True))


def approval_of(conversation: Conversation, who: str) -> Approval | None:
    """Someone's approval, if it is given: by the one who has that id now, and by nobody who had it before."""
    name = _name(conversation, who)
    return next((each for each in conversation.approvals if each.who == who and each.name == name), None)


def awaited(conversation: Conversation) -> tuple[Approver, ...]:
    """Those who have not approved yet."""
    return tuple(each for each in approvers(conversation) if approval_of(conversation, each.who) is None)


def approve(conversation: Conversation, who: str, day: date) -> Conversation:
    """Someone approves the plan as it is, on a day."""
    if approval_of(conversation, who) or who not in {each.who for each in approvers(conversation)}:
        return conversation
    name, plan = _name(conversation, who), mark_of_actions(conversation.actions)
    others = tuple(each for each in conversation.approvals if each.who != who)
    return _with(conversation, (*others, Approval(who=who, day=day, name=name, plan=plan)))


def take_approval_back(conversation: Conversation, who: str) -> Conversation:
    """Someone has not approved after all."""
    return _with(conversation, tuple(each for each in conversation.approvals if each.who != who))


def comment(conversation: Conversation, who: str, words: str) -> Conversation:
    """What someone wants to have said to the approval that is given (S65)."""
    changed = tuple(
        each.but(comment=clean_prose(words)) if each.who == who else each for each in conversation.approvals
    )
    return _with(conversation, changed)


def approved_on(conversation: Conversation) -> date | None:
    """The day on which the last one approved; none while someone is awaited."""
    given = [approval_of(conversation, each.who) for each in approvers(conversation)]
    days = [each.day for each in given if each]
    return max(days) if days and len(days) == len(given) else None


def is_changed_since(conversation: Conversation) -> bool:
    """Whether someone approved another plan than the one that there is now."""
    now = mark_of_actions(conversation.actions)
    given = (approval_of(conversation, each.who) for each in approvers(conversation))
    return any(each.plan not in {"", now} for each in given if each)


def settled(conversation: Conversation) -> Conversation:
    """The conversation with the day of deletion that its people, roles and approvals give (S66)."""
    day = _delete_on(conversation)
    return conversation if day == conversation.delete_on else conversation.but(delete_on=day)


def _with(conversation: Conversation, approvals: tuple[Approval, ...]) -> Conversation:
    if approvals == conversation.approvals:
        return conversation
    return settled(conversation.but(approvals=approvals))


def _name(conversation: Conversation, who: str) -> str:
    return next((person.name for person in conversation.people if person.id == who), "")


def _delete_on(conversation: Conversation) -> date | None:
    approved, days = approved_on(conversation), conversation.deck.rules.delete_after_days
    if approved is None or days is None:
        return None
    return date.fromordinal(min(approved.toordinal() + days, date.max.toordinal()))
