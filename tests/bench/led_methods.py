"""A change in each method, key by key, with forty people."""

from collections.abc import Sequence
from dataclasses import dataclass

PALETTE, ENTER, DOWN, UP, RIGHT, LEFT = b"\x10", b"\r", b"\x1b[B", b"\x1b[A", b"\x1b[C", b"\x1b[D"
NEXT, BACK, SWAP, SPEAKS = b"n", b"\x1b[5~", b"b", b"t"
FORTY = ", ".join(f"Person {number}" for number in range(1, 41))


@dataclass(frozen=True)
class Led:
    """How a method is led."""

    name: str
    """What it is called, and found by in the palette."""
    sign: str
    """Letters that its screen has, and its first screen has not."""
    keys: Sequence[bytes]
    """Keys that each change something in it, again and again."""
    before: Sequence[bytes] = ()
    """Keys that lead to where they do."""


LED = (
    Led("Spiralsamtale", "Runden", (NEXT,)),
    Led("Struktureret dialog", "invit", (DOWN, SPEAKS)),
    Led("Fishbowl", "pladser", (SWAP,)),
    Led("placemat", "grupper", (NEXT, BACK)),
    Led("IGLO", "Tavle", (RIGHT, DOWN, LEFT, UP), before=(b"t", b"Sparring", ENTER, NEXT, ENTER)),
    Led("IDOART", "Ramme", (NEXT, BACK)),
)
