"""What can be done to what is parked (S8)."""

from samtale_tui.basis.numbering import free_numbers
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation.aside import CONFIDENTIAL, Belongs, Parked
from samtale_tui.conversation.commands import agree
from samtale_tui.conversation.model import Conversation


def park(
    conversation: Conversation, text: str, belongs: Belongs, card_id: str | None, field_id: str | None
) -> Conversation:
    """A matter set aside, with where it belongs and what was talked about."""
    words = clean_prose(text)
    if not words:
        return conversation
    number = next(free_numbers(parked.id for parked in conversation.parked))
    made = Parked(id=f"k{number}", text=words, belongs=belongs, card=card_id, field=field_id)
    return conversation.but(parked=(*conversation.parked, made))


def change_parked(conversation: Conversation, parked_id: str, **changes: object) -> Conversation:
    """A parked matter with some of it changed, by the names in ``Parked``."""
    parked = tuple(each.but(**changes) if each.id == parked_id else each for each in conversation.parked)
    return conversation if parked == conversation.parked else conversation.but(parked=parked)


def reword_parked(conversation: Conversation, parked_id: str, text: str) -> Conversation:
    """A parked matter in other words; empty words leave it as it was."""
    words = clean_prose(text)
    return change_parked(conversation, parked_id, text=words) if words else conversation


def take_elsewhere(conversation: Conversation, parked_id: str, belongs: Belongs) -> Conversation:
    """A parked matter belongs somewhere else. What becomes confidential leaves the documents."""
    found = next((each for each in conversation.parked if each.id == parked_id), None)
    if found is None or found.belongs == belongs:
        return conversation
    chosen = None if belongs in CONFIDENTIAL else found.in_documents
    return change_parked(conversation, parked_id, belongs=belongs, in_documents=chosen)


def drop_parked(conversation: Conversation, parked_id: str) -> Conversation:
    """A parked matter taken off the list."""
    left = tuple(each for each in conversation.parked if each.id != parked_id)
    return conversation if left == conversation.parked else conversation.but(parked=left)


def agree_on_parked(conversation: Conversation, parked_id: str) -> Conversation:
    """What was parked becomes an agreement, and is dealt with."""
    found = next((each for each in conversation.parked if each.id == parked_id and not each.done), None)
    if found is None:
        return conversation
    agreed = agree(conversation, found.text, found.card, found.field)
    return change_parked(agreed, parked_id, done=True)


def waiting_parked(conversation: Conversation) -> tuple[Parked, ...]:
    """What is parked and has not been dealt with."""
    return tuple(each for each in conversation.parked if not each.done)


def parked_for_documents(conversation: Conversation) -> tuple[Parked, ...]:
    """What the documents hold of it: never what is confidential, unless someone chose that (S8, S67)."""
    return tuple(each for each in waiting_parked(conversation) if each.goes_out)
