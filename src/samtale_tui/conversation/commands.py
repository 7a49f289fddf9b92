"""What can be done to a conversation on the wheel and the table: pure functions from one value to the next.

The round's commands are in ``round_commands``, the plan's in ``plan_commands``. A command that has nothing to
do gives back the very value that it got.
"""

from datetime import datetime

from samtale_tui.basis.numbering import HIGHEST_NUMBER, free_numbers
from samtale_tui.basis.settings import Settings
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation.approving import settled
from samtale_tui.conversation.choosing import prescribed
from samtale_tui.conversation.model import (
    LEAST_MINUTES,
    MOST_MINUTES,
    Agreement,
    Blank,
    CardUse,
    Conversation,
    Person,
    Step,
)
from samtale_tui.deck.model import Card, CardKind, Deck


def new_conversation(
    conversation_id: str,
    deck: Deck,
    team: str,
    people: tuple[str, ...],
    minutes: int,
    created: datetime,
    settings: Settings | None = None,
) -> Conversation:
    """A conversation on its first step that has not begun, people numbered as they sit, times as usual."""
    seated = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(people, 1))
    usual = settings or Settings()
    return Conversation(
        id=conversation_id,
        created=created,
        team=team,
        people=seated,
        booked_minutes=minutes,
        plan_minutes=usual.plan_minutes,
        frame_minutes=usual.frame_minutes,
        turn_seconds=usual.turn_seconds,
        bell=usual.bell is not False,
        step="frame",
        chosen=prescribed(deck),
        deck=deck,
    )


def seat(conversation: Conversation, names: tuple[str, ...]) -> Conversation:
    """More people, seated after those who are there."""
    if not names:
        return conversation
    numbers = free_numbers(person.id for person in conversation.people)
    new = tuple(Person(id=f"p{n}", name=name) for name, n in zip(names, numbers, strict=False))
    return settled(conversation.but(people=conversation.people + new))


def begin(conversation: Conversation, wall: datetime) -> Conversation:
    """The conversation's own time starts, once (S26)."""
    if conversation.times.begun:
        return conversation
    return conversation.but(times=conversation.times.but(begun=wall))


def prepare_again(conversation: Conversation) -> Conversation:
    """The conversation as if it had not begun: its time was started too early, or by mistake."""
    return conversation.but(times=conversation.times.but(begun=None))


def move_end(conversation: Conversation, minutes: int) -> Conversation:
    """The end some minutes later, or earlier when they are negative."""
    booked = min(MOST_MINUTES, max(LEAST_MINUTES, conversation.booked_minutes + minutes))
    return conversation.but(booked_minutes=booked)


def go_to(conversation: Conversation, step: Step) -> Conversation:
    """Another part of the conversation."""
    return conversation if conversation.step == step else conversation.but(step=step)


def choose_field(conversation: Conversation, field_id: str) -> Conversation:
    """A field chosen on the wheel."""
    if field_id == conversation.field or field_id not in conversation.deck.fields_by_id:
        return conversation
    return conversation.but(field=field_id)


def unused_cards(conversation: Conversation, field_id: str) -> tuple[str, ...]:
    """Ids of the cards that can still be drawn on a field."""
    return tuple(i for i in conversation.cards_on(field_id) if not conversation.use(i).used)


def look_at(conversation: Conversation, card_id: str) -> Conversation:
    """A card lies open to be looked at; that alone does not make it used."""
    card = conversation.card_by_id(card_id)
    if card is None or (conversation.card == card_id and conversation.field == card.field):
        return conversation
    return conversation.but(card=card_id, field=card.field)


def lay_open(conversation: Conversation, card_id: str) -> Conversation:
    """A card drawn or picked for the talk: it lies open and counts as used (S21)."""
    return use(look_at(conversation, card_id), card_id)


def use(conversation: Conversation, card_id: str) -> Conversation:
    """A card counts as used from now on."""
    return _with_use(conversation, card_id, used=True) if conversation.card_by_id(card_id) else conversation


def close_card(conversation: Conversation) -> Conversation:
    """No card lies open; the one that did still counts as used."""
    return conversation if conversation.card is None else conversation.but(card=None)


def put_back(conversation: Conversation, card_id: str) -> Conversation:
    """A card put back among those that can be drawn; what was noted on it stays."""
    if not conversation.use(card_id).used:
        return conversation
    back = _with_use(conversation, card_id, used=False)
    return back.but(card=None) if back.card == card_id else back


def write_blank(conversation: Conversation, field_id: str, text: str) -> Conversation:
    """A card in one's own words on a field, laid open at once (S23)."""
    words = clean_prose(text)
    if not words or field_id not in conversation.deck.fields_by_id:
        return conversation
    number = next(free_numbers(blank.id for blank in conversation.blanks))
    blank = Blank(id=f"b{number}", card=Card(field=field_id, kind=CardKind.BLANK, text=words))
    return lay_open(conversation.but(blanks=(*conversation.blanks, blank)), blank.id)


def note(conversation: Conversation, card_id: str, text: str) -> Conversation:
    """The facilitator's own notes on a card, as they stand now."""
    if conversation.card_by_id(card_id) is None or conversation.use(card_id).notes == text:
        return conversation
    return _with_use(conversation, card_id, notes=text)


def agree(conversation: Conversation, text: str, card_id: str | None, field_id: str | None) -> Conversation:
    """Something agreed on, with the card and field that it came from (S25); that card was used, then."""
    words = clean_prose(text)
    if not words:
        return conversation
    made = Agreement(id=next_agreement_id(conversation), text=words, field=field_id, card=card_id)
    talked = use(conversation, card_id) if card_id else conversation
    return talked.but(agreements=(*conversation.agreements, made))


def next_agreement_id(conversation: Conversation) -> str:
    """An id that no agreement has, and that no action or idea still calls one by that is gone."""
    named = [agreement.id for agreement in conversation.agreements]
    named += [action.origin.agreement or "" for action in conversation.actions]
    named += [idea.agreement for each in conversation.rounds if each.iglo for idea in each.iglo.ideas]
    return f"a{next(free_numbers(filter(_is_agreement_id, named)))}"


def _is_agreement_id(name: str) -> bool:
    return name[:1] == "a" and name[1:].isdecimal() and len(name) <= len(str(HIGHEST_NUMBER)) + 1


def reword_agreement(conversation: Conversation, agreement_id: str, text: str) -> Conversation:
    """An agreement in other words; empty words leave it as it was."""
    words = clean_prose(text)
    changed = tuple(
        a.but(text=words) if words and a.id == agreement_id and a.text != words else a
        for a in conversation.agreements
    )
    return conversation if changed == conversation.agreements else conversation.but(agreements=changed)


def drop_agreement(conversation: Conversation, agreement_id: str) -> Conversation:
    """An agreement taken off the list."""
    left = tuple(a for a in conversation.agreements if a.id != agreement_id)
    return conversation if left == conversation.agreements else conversation.but(agreements=left)


def draft(conversation: Conversation, key: str, text: str) -> Conversation:
    """What stands half-written in a field of a form; empty text leaves nothing behind."""
    if conversation.drafts.get(key, "") == text:
        return conversation
    drafts = {name: words for name, words in conversation.drafts.items() if name != key}
    return conversation.but(drafts=drafts | {key: text} if text else drafts)


def drop_drafts(conversation: Conversation, form: str) -> Conversation:
    """A form that is done: nothing half-written is left of it. Its fields are named ``form/field``."""
    left = {k: v for k, v in conversation.drafts.items() if k != form and not k.startswith(form + "/")}
    return conversation if len(left) == len(conversation.drafts) else conversation.but(drafts=left)


def ring_bell(conversation: Conversation, on: bool) -> Conversation:
    """Whether the end of a turn rings."""
    return conversation if conversation.bell is on else conversation.but(bell=on)


def evaluate(conversation: Conversation, question: str, answer: str) -> Conversation:
    """What is answered at the end to a question, by its name (``evaluation_questions``, S62)."""
    evaluation = conversation.evaluation.answered(question, answer)
    return conversation if evaluation == conversation.evaluation else conversation.but(evaluation=evaluation)


def choose_documents_folder(conversation: Conversation, folder: str) -> Conversation:
    """The folder that Finish writes to."""
    return conversation if conversation.documents == folder else conversation.but(documents=folder)


def wrote(conversation: Conversation, paths: tuple[str, ...], mark: str) -> Conversation:
    """Files that Finish has written, each named once, and what marks that which they say."""
    new = tuple(path for path in paths if path not in conversation.written)
    if not paths or (not new and mark == conversation.written_of):
        return conversation
    return conversation.but(written=conversation.written + new, written_of=mark)


def _with_use(conversation: Conversation, card_id: str, **changes: object) -> Conversation:
    before = conversation.use(card_id)
    after = before.but(**changes)
    if after == before:
        return conversation
    uses = {name: use for name, use in conversation.uses.items() if name != card_id}
    return conversation.but(uses=uses if after == CardUse() else uses | {card_id: after})
