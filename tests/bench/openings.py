"""Opening every screen, key by key, from the wheel of a conversation in the room's view."""

from collections.abc import Sequence
from dataclasses import dataclass

from session import Session

DOWN, ENTER, ESCAPE, PALETTE = b"\x1b[B", b"\r", b"\x1b", b"\x10"
BEGIN, VIEW, FORWARD, BACK_A_STEP, ROUND, RULES, HELP = b" ", b"v", b">", b"<", b"r", b"s", b"?"
PARK, PARKED, AGREE, TIME_OUT, RANK, NEW_ACTION = b"k", b"K", b"a", b"o", b"p", b"h"
CLOSE_ROUND, SETTINGS, NEW_CONVERSATION, DECKS = b"x", b"i", b"n", b"d"
PUSH, POP = b"p", b"b"
"""The bare app's own keys for its screen."""
PATIENCE = 3.0
"""Seconds within which a screen begins to show."""
AT_REST = 0.4
"""Seconds without a byte after which a screen stands, or is gone; the first of its kind is loaded meanwhile."""


@dataclass(frozen=True)
class Opening:
    """How a screen is opened again and again."""

    screen: str
    """Its name in the table."""
    sign: str
    """Letters that come with it and with nothing else; none of the bare app."""
    key: bytes
    """The key that opens it."""
    back: Sequence[bytes]
    """The keys that close it."""
    before: Sequence[bytes] = ()
    """Keys that lead from the wheel to where it is opened from."""
    each: Sequence[bytes] = ()
    """Keys before every time."""
    after: Sequence[bytes] = ()
    """Keys that lead back to the wheel."""

    def times(self, session: Session, rounds: int) -> list[float]:
        """Open it so many times.

        Returns:
            Seconds from the key to the last byte that it brought, each time.

        Raises:
            NothingCameError: the key opened something else.
        """
        for key in self.before:
            _press(session, key)
        found = []
        for _ in range(rounds):
            for key in self.each:
                _press(session, key)
            found.append(session.opened(self.key, self.sign, quiet=AT_REST))
            for key in self.back:
                _press(session, key)
        for key in self.after:
            _press(session, key)
        return found


BARE = Opening("bare", "Row 30", PUSH, (POP,))
TO_THE_LIST, FROM_THE_LIST = (ENTER,), (b"\x1b[D",)
TO_HOME = (*FROM_THE_LIST, ESCAPE, ESCAPE)
LARGE_CARD = Opening(
    "A card in large letters",
    "▟",
    ENTER,
    (ESCAPE,),
    before=TO_THE_LIST,
    each=(DOWN,),
    after=FROM_THE_LIST,
)
"""Another card each time."""
BIG_DECK = Opening("A deck of 2,000 cards", "2000 kort", DECKS, (ESCAPE,))
"""From Home."""
OPENINGS = (
    Opening(
        "A card in one's own view",
        "Noter",
        ENTER,
        (ESCAPE,),
        before=(VIEW, *TO_THE_LIST),
        each=(DOWN,),
        after=(*FROM_THE_LIST, VIEW),
    ),
    Opening(
        "The methods that fit",
        "Led en metode",
        ROUND,
        (ESCAPE,),
        before=(*TO_THE_LIST, ENTER),
        after=(ESCAPE, *FROM_THE_LIST),
    ),
    Opening(
        "The first screen of a method",
        "Regler",
        ENTER,
        (ESCAPE,),
        each=(ROUND,),
        before=(*TO_THE_LIST, ENTER),
        after=(ESCAPE, *FROM_THE_LIST),
    ),
    Opening(
        "The round",
        "Runden",
        ROUND,
        (ESCAPE,),
        before=(*TO_THE_LIST, ENTER, ROUND, ENTER, ENTER, ESCAPE),
        after=(ROUND, CLOSE_ROUND, ESCAPE, ESCAPE, *FROM_THE_LIST),
    ),
    Opening("Ramme", "RAMME", BACK_A_STEP, (FORWARD,)),
    Opening("The plan", "PLAN", FORWARD, (BACK_A_STEP,)),
    Opening(
        "The form of an action",
        "Hvad gør I?",
        NEW_ACTION,
        (ESCAPE, ESCAPE),
        before=(FORWARD,),
        after=(BACK_A_STEP,),
    ),
    Opening("The ranking", "Hvad er vigtigst?", RANK, (ESCAPE,), before=(FORWARD,), after=(BACK_A_STEP,)),
    Opening(
        "The evaluation",
        "EVALUERING",
        FORWARD,
        (ESCAPE, BACK_A_STEP),
        before=(FORWARD,),
        after=(BACK_A_STEP,),
    ),
    Opening(
        "Finish",
        "AFSLUT",
        FORWARD,
        (BACK_A_STEP, ESCAPE),
        before=(FORWARD, FORWARD, ESCAPE),
        after=(BACK_A_STEP, BACK_A_STEP),
    ),
    Opening("What is parked", "Intet er parkeret", PARKED, (ESCAPE,)),
    Opening("The box for an agreement", "Ny aftale", AGREE, (ESCAPE,)),
    Opening("The box for parking", "Et teammøde", PARK, (ESCAPE,)),
    Opening("A time-out", "Tryk på en tast", TIME_OUT, (TIME_OUT,)),
    Opening("The ground rules", "Esc lukker", RULES, (ESCAPE,)),
    Opening("Help", "Taster, der virker her", HELP, (ESCAPE,)),
    Opening("The palette", "Alle kommandoer", PALETTE, (ESCAPE,)),
    Opening("Home, from the wheel", "Ny samtale", ESCAPE, (ENTER,), each=TO_HOME[:-1]),
    Opening("The wheel, from Home", "HJULET", ENTER, TO_HOME, before=TO_HOME, after=(ENTER,)),
    Opening("The settings", "Indstillinger", SETTINGS, (ESCAPE,), before=TO_HOME, after=(ENTER,)),
    Opening(
        "The form for a new conversation",
        "fx Team Nord",
        NEW_CONVERSATION,
        (ESCAPE, ESCAPE),
        before=TO_HOME,
        after=(ENTER,),
    ),
)


def agree(session: Session) -> None:
    """Two agreements, so that there is something to rank, plan and write."""
    for text in (b"Sparring hver tirsdag", b"Makker til nye"):
        for key in (AGREE, text, ENTER):
            _press(session, key)


def _press(session: Session, key: bytes) -> None:
    session.key(key, patience=PATIENCE, quiet=AT_REST)
