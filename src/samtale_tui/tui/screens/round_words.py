"""What is said on the screen of a round: what to do now, and for the facilitator who spoke how long."""

from samtale_tui.basis.language import _, n_
from samtale_tui.conversation.model import Pause
from samtale_tui.method import spiral
from samtale_tui.method.spiral import Ending, Spiral
from samtale_tui.tui.widgets.ring import Seat
from samtale_tui.tui.widgets.round_clocks import clock_words


def banner_words(state: Spiral, reading: float, *, running: bool, pause: Pause | None) -> str:
    """What the room should know or do now; empty while the round simply goes on.

    Args:
        state: the round.
        reading: the frame's stopwatch, in seconds.
        running: whether the clocks run.
        pause: why they stand still.
    """
    if state.ending is Ending.ALL_PASSED:
        return _("Alle har sagt pas, så runden er slut.")
    if state.ending:
        return _("Runden er lukket.")
    if not running:
        why = {
            Pause.TIME_OUT: _("Time-out. Tag den tid, I skal bruge."),
            Pause.LID: _("Computeren har sovet; uret blev stoppet."),
        }
        return why.get(pause or Pause.PAUSE, _("På pause."))
    if spiral.frame_is_up(state, reading):
        return _("Rundens tid er gået. Tal færdig i ro.")
    row = spiral.passes_in_row(state)
    if not row:
        return ""
    return n_(
        "{n} pas i træk. Når alle siger pas, er runden slut.",
        "{n} pas i træk. Når alle siger pas, er runden slut.",
        row,
    )


def own_words(state: Spiral, reading: float, names: dict[str, str], *, bell: bool) -> str:
    """Who spoke how long, in seating order. For the facilitator alone; the ring marks who passed."""
    spoken = spiral.seconds_by_person(state, reading)
    parts = []
    for person in state.people:
        seconds = round(spoken.get(person, 0.0))
        if seconds:
            parts.append(f"{names.get(person, person)} {clock_words(seconds)}")
    parts.append(_("klokke til") if bell else _("klokke fra"))
    return _("Kun for dig: {words}").format(words=" · ".join(parts))


def seats(state: Spiral, names: dict[str, str], *, own_view: bool) -> tuple[Seat, ...]:
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
        )
        for person in state.people
    )
