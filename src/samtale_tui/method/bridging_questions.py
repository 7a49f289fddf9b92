"""The bridging questions of a structured dialogue (S38–S39): what to ask next, of whom, and asking it.

Nothing is proposed by chance, so that what stands on the screen stays until something happens in the room.
First come those who have not been heard; then people are tied to each other's points, every pair before any
pair again. A question names only those who are present.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from samtale_tui.basis.name_places import NamePlace, places_in, with_names
from samtale_tui.basis.text import clean_prose
from samtale_tui.method.bridging import (
    Asked,
    Bridge,
    Bridging,
    Skipped,
    heard,
    not_heard,
    template_of,
    times_spoken,
)

MOST_SKIPPED = 200
"""So many that were put by are kept; the oldest ones go."""

Places = tuple[NamePlace, ...]
Step = Callable[[Bridging], Bridging]
StepAt = Callable[[Bridging, float], Bridging]
Pair = frozenset[str]


def proposal(s: Bridging) -> Bridge | None:
    """What to ask next; none where the dialogue is over, or no question fits those who are there.

    With nobody heard yet only those questions fit that tie nobody to what another said. The order: what was
    not put by since the last one was asked, what invites one who has not been heard, what was asked (or put
    by) least often, and the order of the questions.
    """
    if s.ending:
        return None
    if s.worded:
        return s.worded
    room = _room(s)
    fitting = {number: places_in(text) for number, text in enumerate(s.questions)}
    fitting = {number: places for number, places in fitting.items() if _fits(room, places)}
    turned = {number: places for number, places in fitting.items() if _is_put_to(s, room, places)}
    if not fitting:
        return None
    put_by = Counter(each.question for each in _just_put_by(s))
    used = Counter(each.question for each in (*s.asked, *s.skipped))

    def order(number: int) -> tuple[int, int, int, int]:
        return put_by[number], _rank(room, fitting[number]), used[number], number

    number = min(turned or fitting, key=order)
    return Bridge(question=number, names=_names(s, room, fitting[number]))


def wording(s: Bridging, bridge: Bridge, names: Mapping[str, str]) -> str:
    """A question as it is asked.

    Args:
        s: the dialogue that it belongs to.
        bridge: the question.
        names: everyone's name, as shown, under their id.
    """
    if bridge.text:
        return bridge.text
    template = template_of(s, bridge)
    shown = (names.get(person, person) for person in bridge.names)
    return with_names(template, dict(zip(places_in(template), shown, strict=False)))


def ask(s: Bridging, at: float, names: Mapping[str, str]) -> Bridging:
    """What is proposed is asked, as it stands."""
    bridge = proposal(s)
    text = clean_prose(wording(s, bridge, names)) if bridge else ""
    if bridge is None or not text:
        return s
    reading = max(s.reading(at), s.asked[-1].at if s.asked else 0.0)
    asked = Asked(question=bridge.question, names=bridge.names, text=text, at=reading)
    return s.but(asked=(*s.asked, asked), worded=None, turned_to=None)


def word(s: Bridging, text: str, names: Mapping[str, str]) -> Bridging:
    """What is proposed reads as the facilitator has written it, until it is asked or put by.

    It ties those together whose names stand in it. Nothing written, or what stood there, is the question
    as it was.
    """
    if s.ending:
        return s
    text = clean_prose(text)
    plain = s.but(worded=None) if s.worded else s
    bridge = proposal(plain)
    if not text or (bridge and text == clean_prose(wording(s, bridge, names))):
        return plain
    before = s.worded or bridge or Bridge()
    worded = Bridge(question=before.question, names=_named_in(text, s.people, names), text=text)
    return s if worded == s.worded else s.but(worded=worded)


def skip(s: Bridging) -> Bridging:
    """What is proposed is put by for another one; where there is no other, nothing happens."""
    bridge = proposal(s)
    if bridge is None:
        return s
    put_by = Skipped(question=bridge.question, names=bridge.names, text=bridge.text, after=len(s.asked))
    after = s.but(skipped=(*s.skipped, put_by)[-MOST_SKIPPED:], worded=None)
    return s if proposal(after) == bridge else after


def back(s: Bridging) -> Bridging:
    """What was put by last is proposed again, with what was written of it; while one is proposed anew."""
    just = _just_put_by(s)
    if s.ending or not just:
        return s
    last = just[-1]
    worded = Bridge(question=last.question, names=last.names, text=last.text) if last.text else None
    return s.but(skipped=s.skipped[:-1], worded=worded)


class _Room(NamedTuple):
    """Who can be named in which place."""

    new: tuple[str, ...]
    """Those not heard, in the order in which they are invited."""
    points: tuple[str, ...]
    """Those heard, in the order in which their points are taken up: the latest first."""
    partners: tuple[str, ...]
    """Those heard, in the order in which they are asked about another's point: who spoke least first."""
    met: Mapping[Pair, int]
    """How often two have been tied together."""


def _room(s: Bridging) -> _Room:
    bridges: tuple[Bridge, ...] = (*s.asked, *_just_put_by(s))
    named = Counter(person for bridge in bridges for person in bridge.names)
    met = Counter(pair for bridge in bridges for pair in _pairs(bridge.names))
    times = times_spoken(s)
    last = {each.person: place for place, each in enumerate(s.spoken)}
    there = heard(s)

    def turned_first(people: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted(people, key=lambda person: person != s.turned_to))

    return _Room(
        new=turned_first(sorted(not_heard(s), key=lambda person: named[person])),
        points=tuple(sorted(there, key=lambda person: (named[person], -last[person]))),
        partners=turned_first(sorted(there, key=lambda p: (named[p], times[p], last[p]))),
        met=met,
    )


def _fits(room: _Room, places: Places) -> bool:
    """Whether there are people for all the places; what has none is about that which has been said."""
    wanted = sum(place is not NamePlace.NEW for place in places)
    if NamePlace.NEW in places:
        return bool(room.new) and len(room.points) >= wanted
    return len(room.points) >= max(1, wanted)


def _is_put_to(s: Bridging, room: _Room, places: Places) -> bool:
    """Whether it can be put to the one whom the facilitator has turned to."""
    if s.turned_to is None:
        return False
    return (
        NamePlace.NEW in places if s.turned_to in room.new else bool(places) and NamePlace.NEW not in places
    )


def _rank(room: _Room, places: Places) -> int:
    return 1 if room.new and NamePlace.NEW not in places else 0


def _names(s: Bridging, room: _Room, places: Places) -> tuple[str, ...]:
    """Whom to name in the places, so that no two are tied together again before they must be."""
    if not places:
        return ()
    asks_a_speaker = NamePlace.NEW not in places and (len(places) > 1 or s.turned_to in room.partners)
    first = room.new if NamePlace.NEW in places else room.partners if asks_a_speaker else room.points
    if s.turned_to == first[0]:
        first = first[:1]
    if len(places) == 1:
        return first[:1]
    pairs = ((one, other) for one in first for other in room.points if one != other)
    found = min(_until_new(pairs, room.met), key=lambda pair: room.met[Pair(pair)])
    if len(places) == 2:
        return found
    others = (person for person in room.points if person not in found)
    third = min(others, key=lambda person: sum(room.met[Pair((person, each))] for each in found))
    return (*found, third)


def _until_new(pairs: Iterator[tuple[str, str]], met: Mapping[Pair, int]) -> Iterator[tuple[str, str]]:
    """The pairs, up to the first of two who have not been tied together."""
    for pair in pairs:
        yield pair
        if not met[Pair(pair)]:
            return


def _named_in(text: str, people: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Those whose names stand in a text, in its order, also in the genitive; "Anna (2)" is one name."""
    found: dict[int, str] = {}
    for person in sorted(people, key=lambda each: -len(names.get(each, each))):
        name = names.get(person, person)
        match = re.search(rf"(?<!\w){re.escape(name)}(?:['’]?s|['’])?(?!\w)", text) if name else None
        if match:
            found[match.start()] = person
            text = text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]
    return tuple(found[place] for place in sorted(found))


def _pairs(names: Sequence[str]) -> Iterator[Pair]:
    return (Pair(pair) for pair in combinations(names, 2))


def _just_put_by(s: Bridging) -> tuple[Skipped, ...]:
    """What was put by since the last one was asked."""
    return tuple(each for each in s.skipped if each.after == len(s.asked))
