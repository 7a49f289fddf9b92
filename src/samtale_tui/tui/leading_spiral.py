"""How a spiral is led (S36–S37)."""

from collections.abc import Mapping
from typing import cast

from samtale_tui.basis.language import _, n_
from samtale_tui.method.catalogue import method_text
from samtale_tui.method.run import Run
from samtale_tui.method.spiral import Direction, Spiral
from samtale_tui.tui.leading import Leading
from samtale_tui.tui.screens.round import RoundScreen
from samtale_tui.tui.screens.round_setup import RoundSetupScreen
from samtale_tui.tui.screens.round_words import spoken_words
from samtale_tui.tui.widgets.round_clocks import clock_words


def _in_words(run: Run, names: Mapping[str, str]) -> str:
    spiral = cast("Spiral", run)
    people = n_("1 er med", "{n} er med", len(spiral.people))
    way = {
        Direction.CLOCKWISE: _("{name} begynder, og ordet går med uret"),
        Direction.ANTICLOCKWISE: _("{name} begynder, og ordet går mod uret"),
    }[spiral.direction].format(name=names.get(spiral.opener, spiral.opener))
    turn = _("{turn} til hver taletur").format(turn=clock_words(spiral.turn_seconds))
    return f"{people} · {way} · {turn}"


def _advice(run: Run, _names: Mapping[str, str]) -> str:
    """Over 12 people a round is slow: why, and what to do (S12, S36)."""
    spiral = cast("Spiral", run)
    most = method_text(run.method).suits[1]
    people = len(spiral.people)
    if people == 1:
        return _("Én alene er ingen kreds; tryk d, når der er flere med.")
    if people <= most:
        return ""
    words = _(
        "I er {n}: Med {turn} til hver går der {lap} minutter, før ordet er nået rundt, og de fleste venter. "
        "g deler jer i kredse."
    )
    lap = round(people * spiral.turn_seconds / 60)
    return words.format(n=people, turn=clock_words(spiral.turn_seconds), lap=lap)


def _afterwards(run: Run, reading: float, names: Mapping[str, str]) -> str:
    return spoken_words(cast("Spiral", run), reading, names)


LEADING = Leading(
    screen=RoundScreen,
    in_words=_in_words,
    advice=_advice,
    afterwards=_afterwards,
    set_up=lambda run: RoundSetupScreen(cast("Spiral", run)),
)
