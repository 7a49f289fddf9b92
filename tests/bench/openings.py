"""Opening every screen of a conversation, key by key, from its wheel in the room's view."""

from collections.abc import Sequence
from dataclasses import dataclass

from session import Session

DOWN, ENTER, ESCAPE, PALETTE = b"\x1b[B", b"\r", b"\x1b", b"\x10"
BEGIN, VIEW, FORWARD, BACK_A_STEP, ROUND, RULES, HELP = b" ", b"v", b">", b"<", b"r", b"s", b"?"
PARK, PARKED, AGREE, TIME_OUT, RANK, NEW_ACTION = b"k", b"K", b"a", b"o", b"p", b"h"
PUSH, POP = b"p", b"b"
"""The bare app's own keys for its screen."""
PATIENCE = 3.0
"""Seconds within which a screen begins to show."""
AT_REST = 0.4
"""Seconds in which what a closed screen leaves behind is tidied up."""


@dataclass(frozen=True)
class Opening:
    """How a screen is opened again and again."""

    screen: str
    """Its name in the table."""
    key: bytes
    """The key that opens it."""
    back: bytes
    """The key that closes it."""
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
        """
        for key in self.before:
            _press(session, key)
        found = []
        for _ in range(rounds):
            for key in self.each:
                _press(session, key)
            came = session.key(self.key, patience=PATIENCE)
            if came is not None:
                found.append(came)
            session.idle(AT_REST)
            _press(session, self.back)
        for key in self.after:
            _press(session, key)
        return found


BARE = Opening("bare", PUSH, POP)
TO_THE_LIST, FROM_THE_LIST = (ENTER,), (b"\x1b[D",)
LARGE_CARD = Opening(
    "A card in large letters", ENTER, ESCAPE, before=TO_THE_LIST, each=(DOWN,), after=FROM_THE_LIST
)
"""Another card each time."""
OPENINGS = (
    Opening(
        "A card in one's own view",
        ENTER,
        ESCAPE,
        before=(VIEW, *TO_THE_LIST),
        each=(DOWN,),
        after=(*FROM_THE_LIST, VIEW),
    ),
    Opening("The round's setup", ROUND, ESCAPE, before=(*TO_THE_LIST, ENTER), after=(ESCAPE, *FROM_THE_LIST)),
    Opening("Ramme", BACK_A_STEP, FORWARD),
    Opening("The plan", FORWARD, BACK_A_STEP),
    Opening("The form of an action", NEW_ACTION, ESCAPE, before=(FORWARD,), after=(BACK_A_STEP,)),
    Opening("The ranking", RANK, ESCAPE, before=(FORWARD,), after=(BACK_A_STEP,)),
    Opening("The evaluation", FORWARD, BACK_A_STEP, before=(FORWARD,), after=(BACK_A_STEP,)),
    Opening("Finish", FORWARD, BACK_A_STEP, before=(FORWARD, FORWARD), after=(BACK_A_STEP, BACK_A_STEP)),
    Opening("What is parked", PARKED, ESCAPE),
    Opening("The box for an agreement", AGREE, ESCAPE),
    Opening("The box for parking", PARK, ESCAPE),
    Opening("A time-out", TIME_OUT, TIME_OUT),
    Opening("The ground rules", RULES, ESCAPE),
    Opening("Help", HELP, ESCAPE),
    Opening("The palette", PALETTE, ESCAPE),
)


def _press(session: Session, key: bytes) -> None:
    session.key(key, patience=PATIENCE)
    session.idle(AT_REST)
