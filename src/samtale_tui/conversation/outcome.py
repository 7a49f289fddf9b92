"""What a conversation has led to so far: its plan, what was talked about, and for how long."""

from datetime import date, datetime

from samtale_tui.conversation.model import Conversation
from samtale_tui.deck.model import Card, Field
from samtale_tui.method.clock import Moment
from samtale_tui.plan.model import Plan


def plan_of(conversation: Conversation) -> Plan:
    """The plan as it stands now (S41, S63)."""
    return Plan(
        conversation=conversation.deck.conversation,
        team=conversation.team,
        made=day_of(conversation),
        people=tuple(conversation.names().values()),
        actions=conversation.actions,
    )


def day_of(conversation: Conversation) -> date:
    """The day on which the conversation began, else for which it is planned, else on which it was made."""
    begun, planned = conversation.times.begun, conversation.framing.day
    return _local_day(begun) if begun else planned or _local_day(conversation.created)


def talked_about(conversation: Conversation) -> tuple[tuple[Field, tuple[Card, ...]], ...]:
    """The fields that were touched, as they are numbered on the wheel, each with the cards used on it.

    A field was touched when a card on it was used or an agreement was made there.
    """
    agreed = {agreement.field for agreement in conversation.agreements}
    found = []
    for field in conversation.deck.ordered_fields:
        used = (i for i in conversation.cards_on(field.id) if conversation.use(i).used)
        cards = tuple(card for card in map(conversation.card_by_id, used) if card and card.text)
        if cards or field.id in agreed:
            found.append((field, cards))
    return tuple(found)


def seconds_by_card(conversation: Conversation, now: Moment) -> dict[str, float]:
    """The time spent on each card's rounds, in seconds, rounds that were undone among them."""
    spent: dict[str, float] = {}
    for time in conversation.times.rounds.values():
        if time.card is not None:
            spent[time.card] = spent.get(time.card, 0.0) + time.watch.read(now)
    return spent


def _local_day(when: datetime) -> date:
    try:
        return when.astimezone().date()
    except (OverflowError, OSError, ValueError):  # years 1 and 9999, and on Windows all before 1970
        return when.date()
