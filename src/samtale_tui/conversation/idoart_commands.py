"""What was answered in IDOART, carried into the frame: beside what stands there, never instead (S15, S27).

Purpose and expectations get lines, the agenda its points, the ground rules the new ones behind those that
hold, the roles a name where they have none, and the time its minutes. What cannot be read stays in IDOART and
is told of (``idoart_words``).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from samtale_tui.basis.limits import MOST_AGENDA_ITEMS, MOST_GROUND_RULES, MOST_REMARK_LETTERS
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.time_lengths import is_length, read_length
from samtale_tui.conversation.commands import move_end
from samtale_tui.conversation.framing import AgendaItem, Role
from samtale_tui.conversation.framing_commands import frame
from samtale_tui.conversation.model import LEAST_MINUTES, MOST_MINUTES, Conversation
from samtale_tui.conversation.role_reading import participant, read_role
from samtale_tui.method.idoart import Answer, Idoart, answers_in, answers_to, as_typed
from samtale_tui.method.idoart_questions import Part, Question

_BEFORE_A_LENGTH = re.compile(
    r"(?:(?:vi har|vi mødes|vi er sammen|samtalen varer|mødet varer|det varer|varighed|tid|i alt|samlet tid"
    r"|we have|we meet|it lasts|duration|time|in all)\b:? ?)?(?:(?:i|ca\.?|cirka|højst|for|about|at most) )?",
    re.IGNORECASE,
)
_AFTER_A_LENGTH = re.compile(r" (?:i alt|til det hele|sammen|in all|in total|altogether)$", re.IGNORECASE)


class Place(StrEnum):
    """Where in the frame something is added, by the name that the part has in ``Framing``."""

    PURPOSE = "purpose"
    EXPECTATIONS = "expectations"
    AGENDA = "agenda"
    RULES = "ground_rules"
    PREPARATION = "preparation"


@dataclass(frozen=True)
class Carried:
    """What carrying did and what it left."""

    conversation: Conversation
    """The conversation with all of it; the very same one where nothing was new."""
    added: tuple[tuple[Place, int], ...] = ()
    """How many lines, points or rules are new, where any are."""
    roles: tuple[Role, ...] = ()
    """Roles that got a name."""
    minutes: int | None = None
    """How long the conversation may last now, where that is new."""
    stood: int = 0
    """Answers that stood there already."""
    taken: tuple[Role, ...] = ()
    """Roles that somebody else was asked to have, and that stay with who has them."""
    no_room: int = 0
    """Answers for which there is no room, as they are too many or too long."""
    unread: tuple[str, ...] = ()
    """Answers that have no place in the frame, and stay in IDOART."""

    def with_new(self, place: Place, value: object, count: int) -> "Carried":
        """The part of the frame as it is now, with so much that is new."""
        if not count:
            return self
        changed = frame(self.conversation, place.value, value)
        return replace(self, conversation=changed, added=(*self.added, (place, count)))


def idoart_of(conversation: Conversation, round_id: str) -> Idoart | None:
    """The IDOART of a round; none where it is not there, or another method."""
    each = conversation.round_by_id(round_id)
    return each.idoart if each else None


def carry_into_frame(
    conversation: Conversation, round_id: str, parts: Iterable[Part] = tuple(Part)
) -> Conversation:
    """What was answered in these parts of a round, in the frame."""
    idoart = idoart_of(conversation, round_id)
    return carry(conversation, idoart, parts).conversation if idoart else conversation


def carry(conversation: Conversation, idoart: Idoart, parts: Iterable[Part] = tuple(Part)) -> Carried:
    """What carrying these parts does and what it leaves. To carry again adds nothing more."""
    carried = Carried(conversation)
    for part in parts:
        carried = _CARRIERS[part](carried, idoart)
    return carried


def _intention(carried: Carried, idoart: Idoart) -> Carried:
    return _with_lines(carried, Place.PURPOSE, answers_in(idoart, Part.INTENTION))


def _outcome(carried: Carried, idoart: Idoart) -> Carried:
    """The wishes come first (S15)."""
    answers = sorted(answers_in(idoart, Part.OUTCOME), key=lambda answer: not answer.wish)
    return _with_lines(carried, Place.EXPECTATIONS, answers)


def _agenda(carried: Carried, idoart: Idoart) -> Carried:
    """Topics are points, and so is what says its minutes; how to go about it is for who plans it (S11)."""
    answers = answers_in(idoart, Part.AGENDA)
    points = [each for each in answers if each.question is Question.TOPICS or each.minutes]
    carried = _with_lines(carried, Place.PREPARATION, [each for each in answers if each not in points])
    agenda = carried.conversation.framing.agenda
    new = _new(points, (item.topic for item in agenda), lambda answer: answer.text)
    kept = new[: MOST_AGENDA_ITEMS - len(agenda)]
    items = (AgendaItem(topic=answer.text, minutes=answer.minutes) for answer in kept)
    carried = _counted(carried, len(points) - len(new), len(new) - len(kept))
    return carried.with_new(Place.AGENDA, (*agenda, *items), len(kept))


def _roles_and_rules(carried: Carried, idoart: Idoart) -> Carried:
    """A role is one wherever it stands; what else stands under the roles has no place in the frame."""
    rules = []
    for answer in answers_to(idoart, Question.RULES, Question.WHO):
        read = read_role(answer.text, _names(carried))
        if read:
            carried = _with_role(carried, *read)
        elif answer.question is Question.RULES:
            rules.append(answer)
        else:
            carried = replace(carried, unread=(*carried.unread, answer.text))
    return _with_rules(carried, rules)


def _time(carried: Carried, idoart: Idoart) -> Carried:
    """An answer may tell both who keeps the time and how long it is, with a comma between."""
    for answer in answers_in(idoart, Part.TIME):
        for words in filter(None, re.split(r"[;,] ", answer.text)):
            carried = _with_time(carried, words)
    return carried


_CARRIERS: dict[Part, Callable[[Carried, Idoart], Carried]] = {
    Part.INTENTION: _intention,
    Part.OUTCOME: _outcome,
    Part.AGENDA: _agenda,
    Part.ROLES: _roles_and_rules,
    Part.TIME: _time,
}


def _with_lines(carried: Carried, place: Place, answers: Iterable[Answer]) -> Carried:
    answers = tuple(answers)
    before: str = getattr(carried.conversation.framing, place.value)
    new = _new(answers, before.split("\n"), as_typed)
    text = "\n".join((*([before] if before else []), *map(as_typed, new)))
    return _counted(carried, len(answers) - len(new)).with_new(place, text, len(new))


def _with_rules(carried: Carried, answers: list[Answer]) -> Carried:
    rules = carried.conversation.ground_rules
    new = _new(answers, rules, lambda answer: answer.text)
    short = [answer.text for answer in new if len(answer.text) <= MOST_REMARK_LETTERS]
    kept = short[: MOST_GROUND_RULES - len(rules)]
    carried = _counted(carried, len(answers) - len(new), len(new) - len(kept))
    return carried.with_new(Place.RULES, (*rules, *kept), len(kept))


def _with_role(carried: Carried, role: Role, name: str) -> Carried:
    roles = carried.conversation.framing.roles
    if role in roles:
        if roles[role] == name:
            return _counted(carried, 1)
        return replace(carried, taken=(*carried.taken, role))
    changed = frame(carried.conversation, "roles", {**roles, role: name})
    return replace(carried, conversation=changed, roles=(*carried.roles, role))


def _with_time(carried: Carried, words: str) -> Carried:
    """A name alone keeps the time."""
    names = _names(carried)
    keeper = participant(words, names)
    read = (Role.TIME_KEEPER, keeper) if keeper else read_role(words, names)
    if read:
        return _with_role(carried, *read)
    minutes = _booking(words)
    if minutes is None or carried.minutes is not None:
        return replace(carried, unread=(*carried.unread, words))
    booked = carried.conversation.booked_minutes
    if minutes == booked:
        return _counted(carried, 1)
    changed = move_end(carried.conversation, minutes - booked)
    return replace(carried, conversation=changed, minutes=minutes)


def _booking(words: str) -> int | None:
    """Minutes that a conversation can last; none where it says anything else."""
    said = _AFTER_A_LENGTH.sub("", words.rstrip("."))
    length = said[found.end() :] if (found := _BEFORE_A_LENGTH.match(said)) else said
    minutes = read_length(length) if is_length(length) else None
    return minutes if minutes is not None and LEAST_MINUTES <= minutes <= MOST_MINUTES else None


def _new(answers: Iterable[Answer], there: Iterable[str], said: Callable[[Answer], str]) -> list[Answer]:
    """Those that do not stand there already, each of them once; case and blanks make no difference."""
    seen = {clean_line(line).casefold() for line in there}
    new = []
    for answer in answers:
        words = said(answer).casefold()
        if words not in seen:
            new.append(answer)
            seen.add(words)
    return new


def _counted(carried: Carried, stood: int, no_room: int = 0) -> Carried:
    return replace(carried, stood=carried.stood + stood, no_room=carried.no_room + no_room)


def _names(carried: Carried) -> tuple[str, ...]:
    return tuple(carried.conversation.names().values())
