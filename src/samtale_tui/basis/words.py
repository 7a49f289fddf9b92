"""The field's own words that several rooms share (domain.md, Words)."""

from enum import StrEnum

from samtale_tui.basis.language import _


class ConversationKind(StrEnum):
    """Which of the four conversations a deck is for."""

    TUS = "tus"
    GRUS = "grus"
    MUS = "mus"
    LUS = "lus"

    @property
    def is_individual(self) -> bool:
        """Whether it is held one to one (S71–S73)."""
        return self in {ConversationKind.MUS, ConversationKind.LUS}


def conversation_title(kind: ConversationKind) -> str:
    """The conversation's whole name with its short one, as "Teamudviklingssamtale (TUS)"."""
    titles = {
        ConversationKind.TUS: _("Teamudviklingssamtale (TUS)"),
        ConversationKind.GRUS: _("Gruppeudviklingssamtale (GRUS)"),
        ConversationKind.MUS: _("Medarbejderudviklingssamtale (MUS)"),
        ConversationKind.LUS: _("Lederudviklingssamtale (LUS)"),
    }
    return titles[kind]


class IgloLevel(StrEnum):
    """The four levels on which an idea becomes action (S31–S35)."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    LEADERSHIP = "leadership"
    ORGANISATION = "organisation"


class MethodName(StrEnum):
    """The six methods of the catalogue (S27–S40)."""

    SPIRAL = "spiral"
    BRIDGING = "bridging"
    FISHBOWL = "fishbowl"
    PLACEMAT = "placemat"
    IGLO = "iglo"
    IDOART = "idoart"


class Horizon(StrEnum):
    """Short or long term (S32, S41)."""

    SHORT = "short"
    LONG = "long"


def horizon_title(horizon: Horizon) -> str:
    """What a horizon is called (S41)."""
    return {Horizon.SHORT: _("Kort sigt"), Horizon.LONG: _("Langt sigt")}[horizon]
