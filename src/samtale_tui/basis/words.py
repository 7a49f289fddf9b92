"""The field's own words that several rooms share (domain.md, Words)."""

from enum import StrEnum


class ConversationKind(StrEnum):
    """Which of the four conversations a deck is for."""

    TUS = "tus"
    GRUS = "grus"
    MUS = "mus"
    LUS = "lus"


class MethodName(StrEnum):
    """The six methods of the catalogue (S27–S40)."""

    SPIRAL = "spiral"
    BRIDGING = "bridging"
    FISHBOWL = "fishbowl"
    PLACEMAT = "placemat"
    IGLO = "iglo"
    IDOART = "idoart"
