"""How a fishbowl is led (S40)."""

import random
from collections.abc import Mapping
from typing import cast

from samtale_tui.basis.language import _, n_
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.fishbowl_begin import reshuffled
from samtale_tui.method.fishbowl_words import advice
from samtale_tui.method.run import Run
from samtale_tui.tui.leading import Leading
from samtale_tui.tui.screens.fishbowl import FishbowlScreen
from samtale_tui.tui.screens.fishbowl_setup import FishbowlSetupBox
from samtale_tui.tui.screens.fishbowl_words import times_words
from samtale_tui.tui.widgets.round_clocks import clock_words

MOST_NAMED = 14
"""With more people than this, they are only counted."""


def _in_words(run: Run, names: Mapping[str, str]) -> str:
    s = cast("Fishbowl", run)
    sitting = _("{time} hver gang").format(time=clock_words(s.sitting_seconds))
    if len(s.people) > MOST_NAMED:
        circles = [circle for circle in s.circles if circle]
        people = n_("1 person", "{n} personer", len(s.people))
        shared = n_("1 kreds", "{n} kredse, der skiftes til at sidde inde", len(circles))
        return f"{people} · {shared} · {sitting}"
    inner = _("Inde først: {names}").format(names=_list(s.inner, names))
    outer = _("Rundt om: {names}").format(names=_list(s.outer, names))
    return " · ".join((inner, outer, sitting) if s.outer else (inner, sitting))


def _list(people: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(person, person) for person in people)


def _advice(run: Run, _names: Mapping[str, str]) -> str:
    return advice(cast("Fishbowl", run))


def _shuffled(run: Run, rng: random.Random) -> Run:
    return reshuffled(cast("Fishbowl", run), rng, 0.0)


def _afterwards(run: Run, reading: float, names: Mapping[str, str]) -> str:
    return times_words(cast("Fishbowl", run), reading, names)


LEADING = Leading(
    screen=FishbowlScreen,
    in_words=_in_words,
    advice=_advice,
    set_up=lambda run: FishbowlSetupBox(cast("Fishbowl", run)),
    afterwards=_afterwards,
    shuffled=_shuffled,
)
