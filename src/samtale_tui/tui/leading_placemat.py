"""How Mødet på midten is led (S28–S30)."""

import random
from collections.abc import Mapping
from typing import cast

from samtale_tui.basis.language import _, n_
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_advice import advice
from samtale_tui.method.placemat_groups import shuffle
from samtale_tui.method.placemat_phases import Sharing
from samtale_tui.method.placemat_words import group_words
from samtale_tui.method.run import Run
from samtale_tui.tui.leading import Leading
from samtale_tui.tui.screens.placemat import PlacematScreen
from samtale_tui.tui.screens.placemat_box import PlacematSetUpBox
from samtale_tui.tui.screens.placemat_words import afterwards_words


def _in_words(run: Run, names: Mapping[str, str]) -> str:
    """How the writing gets round, and who is in which group."""
    state = cast("Placemat", run)
    people = n_("1 er med", "{n} er med", len(state.people))
    way = _("I drejer arket") if state.sharing is Sharing.TURN else _("I fortæller på skift")
    parts = [people, way]
    for sheet in state.sheets if len(state.sheets) > 1 else ():
        members = ", ".join(names.get(person, person) for person in sheet.people)
        parts.append(f"{group_words(sheet.number)}: {members}")
    return " · ".join(parts)


def _advice(run: Run, _names: Mapping[str, str]) -> str:
    return advice(cast("Placemat", run))


def _shuffled(run: Run, rng: random.Random) -> Run:
    return shuffle(cast("Placemat", run), rng)


def _afterwards(run: Run, _reading: float, _names: Mapping[str, str]) -> str:
    return afterwards_words(cast("Placemat", run))


LEADING = Leading(
    screen=PlacematScreen,
    in_words=_in_words,
    advice=_advice,
    set_up=lambda run: PlacematSetUpBox(cast("Placemat", run)),
    afterwards=_afterwards,
    shuffled=_shuffled,
)
