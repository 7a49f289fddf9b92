"""How IDOART is led (S27)."""

from collections.abc import Mapping
from typing import cast

from samtale_tui.basis.language import n_
from samtale_tui.method.idoart import Idoart, advice
from samtale_tui.method.run import Run
from samtale_tui.tui.leading import Leading
from samtale_tui.tui.screens.idoart import IdoartScreen
from samtale_tui.tui.screens.idoart_setup import IdoartSetupBox


def _in_words(run: Run, _names: Mapping[str, str]) -> str:
    idoart = cast("Idoart", run)
    people = n_("1 er med", "{n} er med", len(idoart.people))
    if not idoart.answers:
        return people
    answers = n_("1 svar fra sidst er med", "{n} svar fra sidst er med", len(idoart.answers))
    return f"{people} · {answers}"


LEADING = Leading(
    screen=IdoartScreen,
    in_words=_in_words,
    advice=lambda run, _names: advice(cast("Idoart", run)),
    set_up=lambda run: IdoartSetupBox(cast("Idoart", run)),
)
