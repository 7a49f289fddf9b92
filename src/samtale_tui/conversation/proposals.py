"""A method as it is about to begin: who is there, for how long, and what the last time taught (S27–S40)."""

import random
from collections.abc import Callable, Sequence
from typing import cast

from samtale_tui.basis.limits import LEAST_FRAME_MINUTES, MOST_FRAME_MINUTES
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.model import Conversation
from samtale_tui.deck.method_shelf import levels_for, questions_for
from samtale_tui.method import bridging, fishbowl_begin, idoart, iglo, placemat, placemat_groups, spiral
from samtale_tui.method.bridging import Bridging
from samtale_tui.method.catalogue import method_text
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.iglo import Iglo
from samtale_tui.method.iglo_parts import LevelText
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.run import Run, set_frame
from samtale_tui.method.seats import seats
from samtale_tui.method.spiral import FRAME_MINUTES, Spiral

_ROUNDED_TO = 5
"""Minutes that a usual frame is a multiple of."""

Propose = Callable[[Conversation, tuple[str, ...], float], Run]


def proposed(
    conversation: Conversation, method: MethodName, people: Sequence[str], frame_seconds: float
) -> Run:
    """The method about to begin with these people.

    Args:
        conversation: what was done before, so that groups stay the same and openers rotate.
        method: which one.
        people: ids of at least one who is there, in seating order.
        frame_seconds: the time for the whole of it.
    """
    return _PROPOSALS[method](conversation, tuple(people), frame_seconds)


def with_people(conversation: Conversation, run: Run, people: Sequence[str]) -> Run:
    """A method that has not begun, with these people in the place of those it was proposed for."""
    if isinstance(run, Spiral):
        return _spiral_with(run, tuple(people))
    if isinstance(run, Fishbowl):
        return fishbowl_begin.with_people(run, people)
    if isinstance(run, Placemat):
        return placemat_groups.with_people(run, people)
    order = tuple(conversation.names_in(run))
    for person in people:
        run = run.joined(person, 0.0, order)
    for person in set(run.people) - set(people):
        run = run.left(person, 0.0)
    return run


def with_frame(run: Run, seconds: float) -> Run:
    """A method that has not begun, with another time for the whole of it; a spiral's usual turns follow."""
    if isinstance(run, Spiral):
        usual = run.turn_seconds == spiral.default_turn_seconds(run.frame_seconds, len(run.people))
        turn = spiral.default_turn_seconds(seconds, len(run.people)) if usual else run.turn_seconds
        return run.but(frame_seconds=seconds, turn_seconds=turn)
    if isinstance(run, Fishbowl):
        return fishbowl_begin.with_frame(run, seconds)
    if isinstance(run, Placemat):
        return run.shared_out_like(set_frame(run, seconds))
    return set_frame(run, seconds)


def last_run(conversation: Conversation, method: MethodName) -> Run | None:
    """How the method stood the last time that it was led here; none where it was not."""
    return next((each.state for each in reversed(conversation.rounds) if each.method is method), None)


def those_who_are_there(conversation: Conversation) -> tuple[str, ...]:
    """Ids of all who may take part; seats as were counted last where nobody is named."""
    return tuple(conversation.names()) or seats(conversation.head_count or 0)


def usual_minutes(conversation: Conversation, method: MethodName, card_id: str | None) -> int:
    """Whole minutes that the method is proposed for: as last time, else the card's, else what is usual.

    A card that gives less than the method needs only tells of it.
    """
    card = conversation.card_by_id(card_id or "")
    last = last_run(conversation, method)
    low, high = method_text(method).minutes
    if method is MethodName.SPIRAL:
        minutes = conversation.frame_minutes or FRAME_MINUTES
    elif last:
        minutes = round(last.frame_seconds / 60)
    elif card and card.minutes and card.method is method and card.minutes >= low:
        minutes = card.minutes
    else:
        minutes = (low + high) // 2 // _ROUNDED_TO * _ROUNDED_TO
    return min(MOST_FRAME_MINUTES, max(LEAST_FRAME_MINUTES, minutes))


def _spiral(conversation: Conversation, people: tuple[str, ...], frame_seconds: float) -> Run:
    last = cast("Spiral | None", last_run(conversation, MethodName.SPIRAL))
    opener, direction = spiral.rotated(last, people)
    turn = conversation.turn_seconds
    return spiral.begin(
        people,
        opener=opener,
        direction=direction,
        frame_seconds=frame_seconds,
        turn_seconds=turn if turn and turn <= frame_seconds else None,
    )


def _spiral_with(run: Spiral, people: tuple[str, ...]) -> Spiral:
    usual = spiral.default_turn_seconds(run.frame_seconds, len(run.people))
    return spiral.begin(
        people,
        opener=run.opener if run.opener in people else people[0],
        direction=run.direction,
        frame_seconds=run.frame_seconds,
        turn_seconds=None if run.turn_seconds == usual else run.turn_seconds,
    )


def _idoart(conversation: Conversation, people: tuple[str, ...], frame_seconds: float) -> Run:
    last = cast("Idoart | None", last_run(conversation, MethodName.IDOART))
    return idoart.propose(people, frame_seconds, last)


def _bridging(conversation: Conversation, people: tuple[str, ...], frame_seconds: float) -> Run:
    last = cast("Bridging | None", last_run(conversation, MethodName.BRIDGING))
    return bridging.propose(people, frame_seconds, questions_for(conversation.deck), last)


def _fishbowl(conversation: Conversation, people: tuple[str, ...], frame_seconds: float) -> Run:
    """As last time; the first time at random, but alike however often it is looked at before it begins."""
    last = cast("Fishbowl | None", last_run(conversation, MethodName.FISHBOWL))
    chance = random.Random(f"{conversation.id} {len(conversation.rounds)}")  # noqa: S311 - no secret
    return fishbowl_begin.propose(people, frame_seconds, chance, last=last)


def _iglo(conversation: Conversation, people: tuple[str, ...], frame_seconds: float) -> Run:
    last = cast("Iglo | None", last_run(conversation, MethodName.IGLO))
    levels = tuple(
        LevelText(level=told.level, title=told.title or "", explain=told.explain or "")
        for told in levels_for(conversation.deck)
    )
    return iglo.propose(people, frame_seconds, levels=levels, last=last)


def _placemat(conversation: Conversation, people: tuple[str, ...], frame_seconds: float) -> Run:
    last = cast("Placemat | None", last_run(conversation, MethodName.PLACEMAT))
    return placemat.propose(people, frame_seconds, last=last)


_PROPOSALS: dict[MethodName, Propose] = {
    MethodName.SPIRAL: _spiral,
    MethodName.BRIDGING: _bridging,
    MethodName.FISHBOWL: _fishbowl,
    MethodName.PLACEMAT: _placemat,
    MethodName.IGLO: _iglo,
    MethodName.IDOART: _idoart,
}
