"""What is said on the screen of a round: what to do now, and for the facilitator who spoke how long."""

from collections.abc import Mapping

from samtale_tui.basis.language import _, n_
from samtale_tui.method import spiral
from samtale_tui.method.run import frame_is_up
from samtale_tui.method.spiral import Spiral
from samtale_tui.tui.screens.method_words import bell_words
from samtale_tui.tui.widgets.ring import Seat
from samtale_tui.tui.widgets.round_clocks import clock_words


def banner_words(state: Spiral, reading: float) -> str:
    """What the room should know or do now; empty while the round simply goes on.

    Args:
        state: the round, under way.
        reading: the frame's stopwatch, in seconds.
    """
    if frame_is_up(state, reading):
        return _("Rundens tid er gået. Tal færdig i ro.")
    row = spiral.passes_in_row(state)
    if not row:
        return ""
    return n_(
        "{n} pas i træk. Når alle siger pas, er runden slut.",
        "{n} pas i træk. Når alle siger pas, er runden slut.",
        row,
    )


def own_words(state: Spiral, reading: float, names: Mapping[str, str], *, bell: bool) -> str:
    """What to say now, and who spoke how long, in seating order. For the facilitator alone."""
    spoken = " · ".join(part for part in (spoken_words(state, reading, names), bell_words(on=bell)) if part)
    return "\n".join(part for part in (spoken, _prompt(state, reading, names)) if part)


def spoken_words(state: Spiral, reading: float, names: Mapping[str, str]) -> str:
    """Who spoke how long, and how often each passed. For the facilitator alone."""
    parts = []
    for person, seconds in spiral.seconds_by_person(state, reading).items():
        passes = sum(turn.passed for turn in state.turns if turn.person == person)
        if not round(seconds) and not passes:
            continue
        passed = n_("{n} pas", "{n} pas", passes) if passes else ""
        words = (names.get(person, person), clock_words(seconds), passed)
        parts.append(" ".join(word for word in words if word))
    return " · ".join(parts)


def _prompt(state: Spiral, reading: float, names: Mapping[str, str]) -> str:
    """What the facilitator may say just now."""
    following = names.get(spiral.next_speaker(state), "")
    if state.ending:
        return _("Sig: »Hvad hørte I, og er der noget, vi skal aftale?«")
    if not state.turns:
        return _("Sig: »Én taler ad gangen, og det er i orden at melde pas.« Læs spørgsmålet højt.")
    if frame_is_up(state, reading):
        return _("Sig: »Tiden er gået. Er der nogen, der mangler at sige noget?« f giver 5 minutter mere.")
    if spiral.turn_left(state, reading) <= 0:
        return _("Sig venligt: »Tak – og så går ordet til {name}.«").format(name=following)
    return ""


def seats(state: Spiral, names: Mapping[str, str], *, own_view: bool) -> tuple[Seat, ...]:
    """The people as the ring shows them; who passed is in the facilitator's own view only."""
    running = state.ending is None
    passed = spiral.passed_last(state) if own_view else frozenset()
    following = spiral.next_speaker(state)
    return tuple(
        Seat(
            name=names.get(person, person),
            speaking=running and person == state.speaker,
            next=running and person == following != state.speaker,
            passed=person in passed,
            out=person in state.out,
        )
        for person in state.people
    )
