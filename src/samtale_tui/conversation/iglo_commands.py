"""What an IGLO takes from the conversation and gives to its plan: ideas and actions (S31–S35)."""

from samtale_tui.conversation.harvest_commands import agreement_of
from samtale_tui.conversation.model import Agreement, Conversation
from samtale_tui.conversation.round_commands import with_round
from samtale_tui.conversation.rounds import Round
from samtale_tui.method import iglo
from samtale_tui.method.iglo_board import became, note_of
from samtale_tui.method.iglo_parts import IgloNote
from samtale_tui.method.run import Harvest
from samtale_tui.plan.actions import next_action_id
from samtale_tui.plan.model import Action, Origin


def agreements_for_ideas(conversation: Conversation, round_id: str) -> tuple[Agreement, ...]:
    """Agreements that are neither an idea of the IGLO nor an action of the plan yet, in order."""
    each = conversation.round_by_id(round_id)
    state = each.iglo if each else None
    taken = {idea.agreement for idea in state.ideas} if state else set()
    taken |= {action.origin.agreement or "" for action in conversation.actions}
    here = f"{round_id}/"
    return tuple(a for a in conversation.agreements if a.id not in taken and not a.harvest.startswith(here))


def take_agreements(conversation: Conversation, round_id: str) -> Conversation:
    """Every agreement that waits becomes an idea of an IGLO under way."""
    each = conversation.round_by_id(round_id)
    if each is None or each.iglo is None:
        return conversation
    state = each.iglo
    for agreement in agreements_for_ideas(conversation, round_id):
        state = iglo.add_idea(state, agreement.text, agreement.id)
    return conversation if state is each.iglo else with_round(conversation, each.with_state(state))


def action_of_note(conversation: Conversation, round_id: str, note_id: str) -> Action | None:
    """The action that a note became, itself or through an agreement made of it; none while it is free."""
    each = conversation.round_by_id(round_id)
    note = note_of(each.iglo, note_id) if each and each.iglo else None
    if each is None or note is None:
        return None
    agreement = _agreement_made_of(conversation, each, note)
    return next(
        (
            action
            for action in conversation.actions
            if action.id == note.action or (agreement and action.origin.agreement == agreement.id)
        ),
        None,
    )


def act_on_note(conversation: Conversation, round_id: str, note_id: str) -> Conversation:
    """A note becomes the plan's last action with all that stands on it, once; also when the IGLO is over.

    What it came from is the method's card and field, and the agreement that the note, or its idea, came of.
    The idea is what the action is good for. What is written on the note later does not change the action.
    """
    each = conversation.round_by_id(round_id)
    note = note_of(each.iglo, note_id) if each and each.iglo else None
    if each is None or each.iglo is None or note is None or note.is_blank:
        return conversation
    if action_of_note(conversation, round_id, note_id):
        return conversation
    action = _action(conversation, each, each.iglo, note)
    noted = with_round(conversation, each.with_state(became(each.iglo, note_id, action.id)))
    return noted.but(actions=(*noted.actions, action))


def free_notes(conversation: Conversation, action_id: str) -> Conversation:
    """The notes that became an action are free again, as that action goes."""
    changed = conversation
    for each in conversation.rounds:
        for note in each.iglo.notes if each.iglo else ():
            if note.action == action_id:
                changed = _freed(changed, each.id, note.id)
    return changed


def _freed(conversation: Conversation, round_id: str, note_id: str) -> Conversation:
    each = conversation.round_by_id(round_id)
    if each is None or each.iglo is None:
        return conversation
    return with_round(conversation, each.with_state(became(each.iglo, note_id, "")))


def _action(conversation: Conversation, each: Round, state: iglo.Iglo, note: IgloNote) -> Action:
    idea = iglo.idea_of(state, note.idea)
    return Action(
        id=next_action_id(conversation.actions),
        what=note.what,
        why=idea.text if idea else "",
        how=note.how,
        horizon=note.horizon,
        responsible=note.who,
        start=note.start,
        deadline=note.deadline,
        follow_how=note.follow_how,
        follow_when=note.follow_when,
        follow_who=note.follow_who,
        origin=_origin(conversation, each, note, idea.agreement if idea else ""),
    )


def _origin(conversation: Conversation, each: Round, note: IgloNote, of_idea: str) -> Origin:
    card = conversation.card_by_id(each.card or "")
    field = conversation.deck.fields_by_id.get(card.field) if card else None
    made = _agreement_made_of(conversation, each, note)
    there = {agreement.id for agreement in conversation.agreements}
    agreement = made.id if made else of_idea if of_idea in there else None
    return Origin(field=field.title if field else "", card=card.text if card else "", agreement=agreement)


def _agreement_made_of(conversation: Conversation, each: Round, note: IgloNote) -> Agreement | None:
    return agreement_of(conversation, each, Harvest(note.id, note.what))
