"""Who takes part, as a list that can be written anew at any time, also while the talk is on."""

from collections.abc import Sequence

from samtale_tui.basis.numbering import free_numbers
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.approving import settled
from samtale_tui.conversation.model import Conversation, Person
from samtale_tui.conversation.rounds import named_people
from samtale_tui.method.grouping import kept


def set_people(conversation: Conversation, names: Sequence[str]) -> Conversation:
    """These people, in this seating order.

    Someone whose name stands there still stays who they were. Where as many names are new as are gone
    between the same two neighbours, those people have new names. All others are new, or leave; nobody who
    is in a round leaves. Smaller groups follow.
    """
    wanted = tuple(name for name in map(clean_line, names) if name)
    old = conversation.people
    seats = _renamed(old, wanted, _same(old, wanted))
    numbers = free_numbers(person.id for person in old)
    people = [
        old[seat].but(name=name) if seat is not None else Person(id=f"p{next(numbers)}", name=name)
        for name, seat in zip(wanted, seats, strict=True)
    ]
    _keep_those_in_rounds(conversation, people)
    if tuple(people) == old:
        return conversation
    return settled(conversation.but(people=tuple(people), groups=regrouped(conversation, people)))


def count_heads(conversation: Conversation, count: int) -> Conversation:
    """So many are there, of whom nobody is named."""
    return conversation if conversation.head_count == count else conversation.but(head_count=count)


def people_in_rounds(conversation: Conversation) -> frozenset[str]:
    """Ids of all who are or were in a round."""
    return frozenset().union(*map(named_people, conversation.rounds))


def _same(old: Sequence[Person], wanted: Sequence[str]) -> list[int | None]:
    """For each name the place of the person who has it already; equal names in their order."""
    free: dict[str, list[int]] = {}
    for place, person in enumerate(old):
        free.setdefault(person.name, []).append(place)
    return [free[name].pop(0) if free.get(name) else None for name in wanted]


def _renamed(old: Sequence[Person], wanted: Sequence[str], seats: Sequence[int | None]) -> list[int | None]:
    """The same with those who have got another name, found between neighbours who are still there."""
    found = list(seats)
    known = {seat for seat in seats if seat is not None}
    for begin, end in _gaps(seats):
        before = seats[begin - 1] if begin else -1
        after = seats[end] if end < len(wanted) else len(old)
        if before is None or after is None:
            continue
        gone = [place for place in range(before + 1, after) if place not in known]
        if len(gone) == end - begin and after == before + len(gone) + 1:
            found[begin:end] = gone
    return found


def _gaps(seats: Sequence[int | None]) -> list[tuple[int, int]]:
    """Where names stand that nobody has, as half-open spans."""
    gaps: list[tuple[int, int]] = []
    for place, seat in enumerate(seats):
        if seat is None and gaps and gaps[-1][1] == place:
            gaps[-1] = (gaps[-1][0], place + 1)
        elif seat is None:
            gaps.append((place, place + 1))
    return gaps


def _keep_those_in_rounds(conversation: Conversation, people: list[Person]) -> None:
    """Put back who may not leave, after whom they sat behind."""
    missing = people_in_rounds(conversation) - {person.id for person in people}
    for place, person in enumerate(conversation.people if missing else ()):
        if person.id in missing:
            before = {each.id for each in conversation.people[:place]}
            last = max((n for n, each in enumerate(people) if each.id in before), default=-1)
            people.insert(1 + last, person)


def regrouped(conversation: Conversation, people: Sequence[Person]) -> tuple[tuple[str, ...], ...]:
    """The groups without those who left; who is new comes into the smallest."""
    groups = kept(conversation.groups, [person.id for person in people])
    return groups if len(groups) > 1 else ()
