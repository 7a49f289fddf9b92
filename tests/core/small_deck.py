"""A small deck to spoil in one place, and what is said of it then."""

from pathlib import Path

import pytest

from samtale_tui.basis.errors import DeckError, Problem
from samtale_tui.deck.reader import parse_deck

FILE = Path("hold.toml")

TEXT = """\
# Et lille kortsæt
format = 1
id = "hold"
title = "Vores hold"
conversation = "tus"
language = "da"
source = "Egne ord"
summary = "Til at øve sig på"

[rules]
ground_rules = ["Vi lytter", "Vi taler efter tur"]
plan_minutes = 15
plan = "optional"

[wheel]
rim = "Teamets udvikling"

[[themes]]
id = "team"
title = "Vores team"
colour = "rust"
place = "hub"

[[themes]]
id = "faglighed"
title = "Faglighed"
colour = "blue"

[[fields]]
id = "god-dag"
theme = "team"
title = "God dag"

[[fields]]
id = "opgaver"
theme = "faglighed"
title = "Opgaver"
wrap = "Op|gaver"

[[cards]]
field = "opgaver"
text = "Hvad går let?"
probes = ["Hvornår?", "Hvordan?"]
hint = "Giv tid"
minutes = 10

[[cards]]
field = "god-dag"
kind = "exercise"
text = "Tag en runde"
method = "spiral"

[[cards]]
field = "opgaver"
kind = "topic"
text = "Det, vi er gode til"
back = ["Sidste år"]
now = ["I dag"]
forward = ["Om et år"]
"""


def spoilt(old: str, new: str) -> str:
    """The small deck with one passage, found exactly once, put in other words."""
    assert TEXT.count(old) == 1, old
    return TEXT.replace(old, new)


def problems(deck: str | bytes) -> tuple[Problem, ...]:
    """All that is wrong with a deck; there must be something."""
    data = deck.encode() if isinstance(deck, str) else deck
    with pytest.raises(DeckError) as caught:
        parse_deck(data, FILE)
    assert caught.value.problems
    return caught.value.problems


def only_problem(deck: str | bytes) -> Problem:
    """The one thing that is wrong with a deck."""
    found = problems(deck)
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def place(deck: str, passage: str) -> tuple[int, int]:
    """Line and column of a passage that stands exactly once in a deck's text."""
    assert deck.count(passage) == 1, passage
    before = deck[: deck.index(passage)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
