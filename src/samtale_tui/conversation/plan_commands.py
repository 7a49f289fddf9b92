"""What can be done to the plan while it is made (S41–S44)."""

from samtale_tui.basis.order import moved_by
from samtale_tui.conversation.iglo_commands import free_notes
from samtale_tui.conversation.model import Agreement, Conversation
from samtale_tui.plan.actions import next_action_id
from samtale_tui.plan.model import Action, Origin


def origin_of(conversation: Conversation, agreement: Agreement) -> Origin:
    """Where an agreement came from, in words that last without the deck."""
    field = conversation.deck.fields_by_id.get(agreement.field or "")
    card = conversation.card_by_id(agreement.card or "")
    return Origin(field=field.title if field else "", card=card.text if card else "", agreement=agreement.id)


def open_agreements(conversation: Conversation) -> tuple[Agreement, ...]:
    """Agreements that have not become an action."""
    done = {action.origin.agreement for action in conversation.actions}
    return tuple(a for a in conversation.agreements if a.id not in done)


def promote(conversation: Conversation, agreement_id: str) -> Conversation:
    """An agreement becomes the plan's last action, its words what is to be done."""
    agreement = next((a for a in open_agreements(conversation) if a.id == agreement_id), None)
    if agreement is None:
        return conversation
    origin = origin_of(conversation, agreement)
    return put_action(
        conversation, Action(id=next_action_id(conversation.actions), what=agreement.text, origin=origin)
    )


def put_action(conversation: Conversation, action: Action) -> Conversation:
    """An action as it is now: in its place where the plan has it, else last."""
    if any(a.id == action.id for a in conversation.actions):
        actions = tuple(action if a.id == action.id else a for a in conversation.actions)
    else:
        actions = (*conversation.actions, action)
    return conversation if actions == conversation.actions else conversation.but(actions=actions)


def drop_action(conversation: Conversation, action_id: str) -> Conversation:
    """An action taken out; the agreement or the note that it came from waits again."""
    left = tuple(a for a in conversation.actions if a.id != action_id)
    return (
        conversation
        if left == conversation.actions
        else free_notes(conversation, action_id).but(actions=left)
    )


def move_action(conversation: Conversation, action_id: str, by: int) -> Conversation:
    """An action some places up (negative) or down, as far as there is room."""
    by_id = {action.id: action for action in conversation.actions}
    actions = tuple(by_id[id_] for id_ in moved_by(list(by_id), action_id, by))
    return conversation if actions == conversation.actions else conversation.but(actions=actions)
