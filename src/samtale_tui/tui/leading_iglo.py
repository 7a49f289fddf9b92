"""How an IGLO is led (S31–S35)."""

from collections.abc import Mapping
from typing import cast

from samtale_tui.basis.language import n_
from samtale_tui.method import iglo
from samtale_tui.method.iglo import Iglo
from samtale_tui.method.run import Run
from samtale_tui.tui.leading import Leading
from samtale_tui.tui.screens.iglo import IgloScreen


def _in_words(run: Run, _names: Mapping[str, str]) -> str:
    people = n_("1 er med", "{n} er med", len(run.people))
    waiting = len(cast("Iglo", run).ideas)
    ideas = n_("1 idé venter fra sidst", "{n} idéer venter fra sidst", waiting) if waiting else ""
    return " · ".join(words for words in (people, ideas) if words)


def _advice(run: Run, _names: Mapping[str, str]) -> str:
    return iglo.advice(cast("Iglo", run))


LEADING = Leading(screen=IgloScreen, in_words=_in_words, advice=_advice)
