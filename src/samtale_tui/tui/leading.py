"""What the screens must know of a method to lead it: its screen, its words, and how it is set up."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samtale_tui.basis.words import MethodName
from samtale_tui.method.run import Run

if TYPE_CHECKING:
    from samtale_tui.tui.screens.method import MethodScreen
    from samtale_tui.tui.screens.set_up import SetUpBox


@dataclass(frozen=True)
class Leading:
    """One method, for the screens that lead any of them."""

    screen: "Callable[[str], MethodScreen]"
    """Makes the screen of a round."""
    in_words: Callable[[Run, Mapping[str, str]], str]
    """Who is there and how they begin, in a line, from the run about to begin and everyone's name."""
    advice: Callable[[Run, Mapping[str, str]], str]
    """What to think of before it begins; empty where all is well."""
    set_up: "Callable[[Run], SetUpBox] | None" = None
    """Makes the box in which a run about to begin is changed; none where there is nothing to change."""
    afterwards: Callable[[Run, float, Mapping[str, str]], str] | None = None
    """What is for the facilitator alone of what came out, as who spoke for how long, from the run and the
    reading of its clock in seconds; none where nothing is."""
    shuffled: Callable[[Run, random.Random], Run] | None = None
    """The run about to begin with other people together; none where nobody is put together."""


def leading(method: MethodName) -> Leading:
    """What there is to know of a method. Its screens are loaded when they are first shown."""
    match method:
        case MethodName.SPIRAL:
            from samtale_tui.tui.leading_spiral import LEADING
        case MethodName.BRIDGING:
            from samtale_tui.tui.leading_bridging import LEADING
        case MethodName.FISHBOWL:
            from samtale_tui.tui.leading_fishbowl import LEADING
        case MethodName.PLACEMAT:
            from samtale_tui.tui.leading_placemat import LEADING
        case MethodName.IGLO:
            from samtale_tui.tui.leading_iglo import LEADING
        case MethodName.IDOART:
            from samtale_tui.tui.leading_idoart import LEADING
    return LEADING
