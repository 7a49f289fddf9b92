"""How a structured dialogue is led (S38–S39)."""

from collections.abc import Mapping
from typing import cast

from samtale_tui.basis.language import _, n_
from samtale_tui.method import bridging
from samtale_tui.method.bridging import Bridging
from samtale_tui.method.run import Run
from samtale_tui.tui.leading import Leading
from samtale_tui.tui.screens.bridging import BridgingScreen
from samtale_tui.tui.screens.bridging_setup import BridgingSetupBox
from samtale_tui.tui.screens.bridging_words import times_words


def _in_words(run: Run, names: Mapping[str, str]) -> str:
    this = cast("Bridging", run)
    people = n_("1 er med", "{n} er med", len(this.people))
    begins = _("den, der har lyst, begynder")
    if this.opener in this.people:
        begins = _("{name} begynder").format(name=names.get(this.opener, this.opener))
    return f"{people} · {begins}"


def _advice(run: Run, _names: Mapping[str, str]) -> str:
    return bridging.advice(cast("Bridging", run))


def _afterwards(run: Run, _reading: float, names: Mapping[str, str]) -> str:
    return _("så mange gange talte hver: {people}").format(people=times_words(cast("Bridging", run), names))


LEADING = Leading(
    screen=BridgingScreen,
    in_words=_in_words,
    advice=_advice,
    afterwards=_afterwards,
    set_up=lambda run: BridgingSetupBox(cast("Bridging", run)),
)
