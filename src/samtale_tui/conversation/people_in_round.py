"""Who is there while a method runs: one comes late, one goes, one sits out; and what is said of it."""

from samtale_tui.basis.language import _
from samtale_tui.conversation.commands import seat
from samtale_tui.conversation.model import MOST_HEADS, Conversation
from samtale_tui.conversation.people_commands import count_heads
from samtale_tui.conversation.round_commands import at_reading, in_round
from samtale_tui.method import spiral
from samtale_tui.method.clock import Moment
from samtale_tui.method.run import Run
from samtale_tui.method.seats import is_seat, seat_number, seats
from samtale_tui.method.spiral import Spiral


def everyone(conversation: Conversation, run: Run | None) -> dict[str, str]:
    """The name of everyone who can be there, in seating order; seats where that is what the method counts."""
    counted = run is not None and any(map(is_seat, run.people))
    if conversation.people and not counted:
        return conversation.names()
    named = (seat_number(each) for each in (run.named() if run else ()) if is_seat(each))
    count = max((conversation.head_count or 0, *named))
    return {each: _("Plads {n}").format(n=seat_number(each)) for each in seats(count)}


def come_or_go(conversation: Conversation, round_id: str, now: Moment, person: str) -> Conversation:
    """One who is there goes, one who is not comes; nobody unknown does."""

    def change(state: Run, at: float) -> Run:
        """The method with that one more, or less."""
        if person in state.people:
            return state.left(person, at)
        order = tuple(everyone(conversation, state))
        return state.joined(person, at, order) if person in order else state

    return at_reading(conversation, round_id, now, change)


def seat_one(conversation: Conversation, run: Run | None, name: str) -> Conversation:
    """One more who may take part: by name, or one more seat where seats are counted."""
    if run is not None and any(map(is_seat, run.people)):
        return count_heads(conversation, min(MOST_HEADS, len(everyone(conversation, run)) + 1))
    return seat(conversation, (name,))


def come_late(conversation: Conversation, round_id: str, now: Moment, name: str) -> Conversation:
    """One more who was not counted, in the method at once."""
    each = conversation.round_by_id(round_id)
    if each is None or each.over:
        return conversation
    with_one = seat_one(conversation, each.state, name)
    newest = list(everyone(with_one, each.state))[-1]
    return come_or_go(with_one, round_id, now, newest) if newest not in each.state.people else with_one


def sit_out(conversation: Conversation, round_id: str, now: Moment, person: str) -> Conversation:
    """In a spiral, one sits out the next time that the word comes there, or does so no longer."""
    return in_round(
        conversation,
        round_id,
        now,
        lambda state: spiral.sit_out(state, person) if isinstance(state, Spiral) else state,
    )


def what_happened(before: Conversation, after: Conversation, round_id: str, person: str) -> str:
    """What is said when one came or went; why not, where nothing happened."""
    each = after.round_by_id(round_id)
    if each is None:
        return ""
    name = after.names_in(each.state).get(person) or everyone(after, each.state).get(person, person)
    if before is after:
        return somebody_stays()
    return came(name) if person in each.state.people else _("{name} er gået.").format(name=name)


def sits_out(before: Conversation, after: Conversation, round_id: str, person: str) -> str:
    """What is said when one sits out; why not, where nothing happened."""
    each = after.round_by_id(round_id)
    state = each.state if each else None
    if not isinstance(state, Spiral):
        return ""
    name = after.names_in(state).get(person, person)
    if before is after:
        return _("{name} har ordet; tryk n eller p først.").format(name=name)
    if person in state.out:
        return _("{name} sidder over, næste gang ordet kommer.").format(name=name)
    return _("{name} er med igen.").format(name=name)


def came(name: str) -> str:
    """That somebody is there now."""
    return _("{name} er med.").format(name=name)


def somebody_stays() -> str:
    """Why the last one cannot go."""
    return _("Der skal være mindst én med. Slut hellere metoden.")
