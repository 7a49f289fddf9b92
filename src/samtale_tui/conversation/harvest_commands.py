"""What came out of a method: written down, put in other words, and made agreements of (S25)."""

import re
from collections.abc import Iterator

from samtale_tui.basis.numbering import free_numbers
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation.commands import next_agreement_id
from samtale_tui.conversation.model import Agreement, Conversation
from samtale_tui.conversation.round_commands import with_round
from samtale_tui.conversation.rounds import Caught, Round
from samtale_tui.method.run import Harvest


def catch(conversation: Conversation, round_id: str, text: str) -> Conversation:
    """Something said in a method, written down; also when it is over."""
    each, words = conversation.round_by_id(round_id), clean_prose(text)
    if each is None or not words:
        return conversation
    number = next(free_numbers((*(caught.id for caught in each.caught), *_agreed_on(conversation, each))))
    return _with_caught(conversation, each, (*each.caught, Caught(id=f"c{number}", text=words)))


def reword_caught(conversation: Conversation, round_id: str, caught_id: str, text: str) -> Conversation:
    """What was written down, in other words; empty words leave it as it was."""
    each, words = conversation.round_by_id(round_id), clean_prose(text)
    if each is None or not words:
        return conversation
    changed = tuple(
        caught.but(text=words) if caught.id == caught_id and caught.text != words else caught
        for caught in each.caught
    )
    return conversation if changed == each.caught else _with_caught(conversation, each, changed)


def drop_caught(conversation: Conversation, round_id: str, caught_id: str) -> Conversation:
    """What was written down, off the list; an agreement made of it stays."""
    each = conversation.round_by_id(round_id)
    left = tuple(caught for caught in each.caught if caught.id != caught_id) if each else ()
    return conversation if each is None or left == each.caught else _with_caught(conversation, each, left)


def agree_on(conversation: Conversation, round_id: str, key: str) -> Conversation:
    """Something that came out of a method becomes an agreement, once, with the method's card and field.

    What is an action of the plan already is further than that, and stays as it is.
    """
    each = conversation.round_by_id(round_id)
    found = next((thing for thing in each.harvest() if thing.key == key), None) if each else None
    if each is None or found is None or found.action or agreement_of(conversation, each, found):
        return conversation
    card, field = origin_on(conversation, each.card)
    made = Agreement(
        id=next_agreement_id(conversation),
        text=found.text,
        field=field,
        card=card,
        harvest=_name(each, found),
    )
    return conversation.but(agreements=(*conversation.agreements, made))


def agreement_of(conversation: Conversation, each: Round, thing: Harvest) -> Agreement | None:
    """The agreement that was made of something that came out of a method; none where none was."""
    name = _name(each, thing)
    return next((agreement for agreement in conversation.agreements if agreement.harvest == name), None)


def origin_on(conversation: Conversation, card_id: str | None) -> tuple[str | None, str | None]:
    """The card and the field that an agreement made on a card comes from; none where the card is gone."""
    card = conversation.card_by_id(card_id or "")
    return (card_id, card.field) if card else (None, None)


def question_of(conversation: Conversation, each: Round) -> str:
    """What a method is about: its own topic, else the card's question."""
    card = conversation.card_by_id(each.card or "")
    return each.topic or (card.text if card else "")


def _agreed_on(conversation: Conversation, each: Round) -> Iterator[str]:
    """Ids of what was written down of a method and is an agreement, also where it is off the list."""
    for agreement in conversation.agreements:
        round_id, _slash, key = agreement.harvest.partition("/")
        if round_id == each.id and re.fullmatch("c[0-9]{1,9}", key):
            yield key


def _name(each: Round, thing: Harvest) -> str:
    return f"{each.id}/{thing.key}"


def _with_caught(conversation: Conversation, each: Round, caught: tuple[Caught, ...]) -> Conversation:
    return with_round(conversation, each.but(caught=caught))
