"""Structured dialogue (S38–S39): a free talk in which everyone is heard, as it stands at any moment.

The facilitator taps each person who speaks. What is asked to tie people together is in
``bridging_questions``; here is who is there, who has been heard, and whom the next question is to be put to.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from pydantic import Field as Bound

from samtale_tui.basis.language import _
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Prose
from samtale_tui.basis.words import MethodName
from samtale_tui.method.run import Run, SecondsPassed, seated_without

FRAME_MINUTES = 20
"""Usual frame of one question; every question must have one (S39)."""
BOUNCE_SECONDS = 1.0
"""A second tap on the same person within this time is the same one: a key that bounced, a double click."""
FEWEST = 4
"""With fewer there is not much to build bridges between."""
MOST = 10
"""With more it takes long until everyone is heard."""


class Spoken(Frozen):
    """One time that someone spoke."""

    person: str
    """Id of the person."""
    at: SecondsPassed
    """Reading of the frame's stopwatch when the facilitator tapped."""


class Bridge(Frozen):
    """A bridging question with those whom it names."""

    question: Annotated[int, Bound(ge=0)] | None = None
    """Which of the questions that are on, from 0; none where the facilitator's words build on no such one."""
    names: tuple[str, ...] = ()
    """Ids of those whom it names, in the order of its places."""
    text: Prose = ""
    """The facilitator's own words; empty where it reads as it stands among the questions."""


class Skipped(Bridge):
    """A question that was proposed and not asked."""

    after: Annotated[int, Bound(ge=0)]
    """How many had been asked by then."""


class Asked(Bridge):
    """A question that was asked; its text is what the room heard, names and all."""

    at: SecondsPassed
    """Reading of the frame's stopwatch when it was asked."""


class Bridging(Run):
    """A structured dialogue. It has its questions with it, so that it never depends on a deck's file."""

    method: ClassVar[MethodName] = MethodName.BRIDGING

    questions: tuple[Prose, ...] = ()
    """The bridging questions that are on, with places for names (``basis.name_places``), in order."""
    opener: str | None = None
    """Who was named to begin; none where it began freely (S38)."""
    spoken: tuple[Spoken, ...] = ()
    """Everyone who was tapped, in order."""
    asked: tuple[Asked, ...] = ()
    """What was asked, in order."""
    skipped: tuple[Skipped, ...] = ()
    """What was put by of late, in order."""
    turned_to: str | None = None
    """Whom the next question is to be put to; none where it follows from who has been heard."""
    worded: Bridge | None = None
    """What is proposed, in the facilitator's own words, until it is asked or put by."""

    def named(self) -> frozenset[str]:
        """Ids of all whom it names, also of those who have left."""
        bridges: tuple[Bridge, ...] = (*self.asked, *self.skipped, *filter(None, [self.worded]))
        return frozenset(
            (
                *self.people,
                *(each.person for each in self.spoken),
                *(person for bridge in bridges for person in bridge.names),
                *filter(None, (self.opener, self.turned_to)),
            )
        )

    def left(self, person: str, at: float) -> Self:
        """The dialogue without one who goes. What they said still counts; no question is put to them."""
        rest = super().left(person, at)
        if rest is self:
            return self
        worded = self.worded and self.worded.but(names=seated_without(self.worded.names, person))
        return rest.but(turned_to=None if self.turned_to == person else self.turned_to, worded=worded)


def propose(
    people: Sequence[str], frame_seconds: float, questions: Sequence[str], last: Bridging | None = None
) -> Bridging:
    """A dialogue that is about to begin, freely, at reading 0.

    Args:
        people: ids of those present, clockwise in their seats; at least one.
        frame_seconds: the time agreed for the question (S39).
        questions: the bridging questions that are on, in order; where there are none, four plain ones.
        last: the dialogue before; what was asked in it goes behind what was not.

    Raises:
        pydantic.ValidationError: nobody is present, someone is there twice, or the frame is no time at all.
    """
    used = {template_of(last, each) for each in last.asked} if last else set()
    ordered = sorted(questions or plain_questions(), key=lambda each: each in used)
    return Bridging(people=tuple(people), frame_seconds=frame_seconds, questions=tuple(ordered))


def plain_questions() -> tuple[str, ...]:
    """What is asked where no deck has any bridging questions, in the user's language."""
    return (
        _("{ny}, hvordan ser du på det?"),
        _("{ny}, hvad kan du bedst lide i det, {taler} sagde?"),
        _("{taler}, hvad vil du føje til det, {anden} sagde?"),
        _("Hvad kan vi allerede nu sige, at vi er enige om?"),
    )


def name_opener(s: Bridging, person: str | None) -> Bridging:
    """Someone is named to begin; None for a free beginning. One who is not there changes nothing."""
    if s.ending or person == s.opener or (person is not None and person not in s.people):
        return s
    return s.but(opener=person)


def tap(s: Bridging, person: str, at: float) -> Bridging:
    """Someone speaks."""
    if s.ending or person not in s.people:
        return s
    reading, last = s.reading(at), s.spoken[-1] if s.spoken else None
    if last:
        reading = max(reading, last.at)
        if last.person == person and reading - last.at < BOUNCE_SECONDS:
            return s
    turned_to = None if s.turned_to == person else s.turned_to
    return s.but(spoken=(*s.spoken, Spoken(person=person, at=reading)), turned_to=turned_to)


def untap(s: Bridging, person: str) -> Bridging:
    """The last tap on someone was a slip: as if it had not been."""
    taps = [place for place, each in enumerate(s.spoken) if each.person == person]
    if s.ending or not taps:
        return s
    return s.but(spoken=(*s.spoken[: taps[-1]], *s.spoken[taps[-1] + 1 :]))


def turn_to(s: Bridging, person: str | None) -> Bridging:
    """The next question is to be put to that person; None for what follows from who has been heard."""
    if s.ending or person == s.turned_to or (person is not None and person not in s.people):
        return s
    return s.but(turned_to=person)


def times_spoken(s: Bridging) -> dict[str, int]:
    """How often each who is present has spoken, in seating order. For the facilitator alone."""
    count = Counter(each.person for each in s.spoken)
    return {person: count[person] for person in s.people}


def heard(s: Bridging) -> tuple[str, ...]:
    """Those present who have spoken, in seating order."""
    return tuple(person for person, times in times_spoken(s).items() if times)


def not_heard(s: Bridging) -> tuple[str, ...]:
    """Those present who have not spoken yet, in seating order from who was named to begin."""
    place = s.people.index(s.opener) if s.opener in s.people else 0
    times = times_spoken(s)
    return tuple(person for person in (*s.people[place:], *s.people[:place]) if not times[person])


def all_are_heard(s: Bridging) -> bool:
    """Whether everyone who is present has spoken (S38)."""
    return not not_heard(s)


def spoke_last(s: Bridging) -> str | None:
    """Who spoke last, also if they have left; none where nobody has spoken."""
    return s.spoken[-1].person if s.spoken else None


def advice(s: Bridging) -> str:
    """Why the method is weak with so many people, and what to do instead; empty where it is not."""
    count = len(s.people)
    if count == 1:
        return _("Der er kun én. Brug spørgsmålene til at tænke højt, eller vent, til I er flere.")
    if count < FEWEST:
        return _("I er få, så der er ikke mange broer at bygge. Tal frit, og brug et spørgsmål i ny og næ.")
    if count > MOST:
        return _("I er mange, og det tager tid at høre alle. Del jer gerne i grupper på 4–10.")
    return ""


def template_of(s: Bridging, bridge: Bridge) -> str:
    """The question that a bridge builds on, with its places for names; empty where it builds on none."""
    if bridge.question is None or bridge.question >= len(s.questions):
        return ""
    return s.questions[bridge.question]
