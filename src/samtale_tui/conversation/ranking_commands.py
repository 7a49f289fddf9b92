"""Ranking of agreements, so that few actions come of them: by show of hands, or by hand."""

from samtale_tui.basis.order import moved_by
from samtale_tui.conversation.model import MOST_VOTES, Agreement, Conversation
from samtale_tui.conversation.plan_commands import open_agreements

MANY = 5
"""More open agreements than this are ranked before actions are made of them."""


def vote(conversation: Conversation, agreement_id: str, votes: int) -> Conversation:
    """So many hands went up for an agreement; kept within 0 and ``MOST_VOTES``."""
    kept = min(MOST_VOTES, max(0, votes))
    agreements = tuple(
        each.but(votes=kept) if each.id == agreement_id else each for each in conversation.agreements
    )
    return conversation if agreements == conversation.agreements else conversation.but(agreements=agreements)


def sort_by_votes(conversation: Conversation) -> Conversation:
    """The agreements with most votes first; equal ones keep their order."""
    return _in_order(conversation, sorted(conversation.agreements, key=lambda each: -each.votes))


def move_agreement(conversation: Conversation, agreement_id: str, by: int) -> Conversation:
    """An open agreement some places up (negative) or down among those that are open."""
    waiting = [each.id for each in open_agreements(conversation)]
    order = iter(moved_by(waiting, agreement_id, by))
    places = {each.id: each for each in conversation.agreements}
    moved = [places[next(order)] if each.id in waiting else each for each in conversation.agreements]
    return _in_order(conversation, moved)


def should_rank(conversation: Conversation) -> bool:
    """Whether there are many agreements and nobody has ranked them or made an action of any."""
    waiting = open_agreements(conversation)
    return len(waiting) > MANY and not conversation.actions and not any(each.votes for each in waiting)


def _in_order(conversation: Conversation, agreements: list[Agreement]) -> Conversation:
    order = tuple(agreements)
    return conversation if order == conversation.agreements else conversation.but(agreements=order)
