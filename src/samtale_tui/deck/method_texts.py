"""What a deck gives to the methods: bridging questions (S38–S39), and how IGLO's levels are told of (S31)."""

from typing import Annotated

from pydantic import Field as Bound

from samtale_tui.basis.model import Frozen
from samtale_tui.basis.words import IgloLevel
from samtale_tui.deck.rules import Remark, Title

MOST_BRIDGING = 40
"""Bridging questions that a deck has room for."""


class LevelText(Frozen):
    """How one of IGLO's levels is told of."""

    level: IgloLevel
    """Which one."""
    title: Title | None = None
    """What it is called here; none: its usual name."""
    explain: Remark | None = None
    """Who acts on it and what belongs there; none: the program's own words."""


class MethodTexts(Frozen):
    """Texts that the methods use instead of the program's own."""

    bridging: Annotated[tuple[Remark, ...], Bound(max_length=MOST_BRIDGING)] = ()
    """Bridging questions with places for names (``basis.name_places``), in the order that fits best."""
    levels: Annotated[tuple[LevelText, ...], Bound(max_length=len(IgloLevel))] = ()
    """IGLO's levels, those that are told of in another way."""
