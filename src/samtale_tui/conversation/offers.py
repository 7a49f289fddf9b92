"""Which methods fit a card and the people who are there, with time and group size (S12, S22)."""

from typing import NamedTuple

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.proposals import those_who_are_there, usual_minutes
from samtale_tui.method.catalogue import ALL_METHODS, method_text


class Offer(NamedTuple):
    """One method that can be led now."""

    method: MethodName
    """Which one."""
    minutes: int
    """Minutes that it would take."""
    people: str
    """How many it suits, in the user's language."""
    but: str
    """Why it does not fit so well now; empty where it does."""


def offers(conversation: Conversation, card_id: str | None) -> tuple[Offer, ...]:
    """All six: the card's own first, then those that fit, then the others with why they do not."""
    card = conversation.card_by_id(card_id or "")
    own = card.method if card else None
    found = [_offer(conversation, method, card_id) for method in ALL_METHODS]
    return tuple(sorted(found, key=lambda offer: (offer.method is not own, bool(offer.but))))


def too_few_or_many(method: MethodName, people: int) -> str:
    """Why the method does not suit so many people as it is; empty where it does, or nobody is counted."""
    least, most = method_text(method).suits
    if 0 < people < least:
        return n_(
            "I er 1; den passer bedst fra {least}.", "I er {n}; den passer bedst fra {least}.", people
        ).format(least=least)
    if people > most:
        return _("I er {n}; over {most} er det bedst i grupper.").format(n=people, most=most)
    return ""


def _offer(conversation: Conversation, method: MethodName, card_id: str | None) -> Offer:
    least, most = method_text(method).suits
    people = _("{least}–{most} personer").format(least=least, most=most)
    minutes = usual_minutes(conversation, method, card_id)
    but = too_few_or_many(method, len(those_who_are_there(conversation)))
    if method is MethodName.IGLO and not conversation.agreements:
        but = but or _("Den kræver idéer.")
    if method is MethodName.IDOART and conversation.times.begun:
        but = but or _("Bedst, før I går i gang.")
    return Offer(method, minutes, people, but)
