"""What is said on the screen of a structured dialogue, to the room and to the facilitator alone (S38–S39)."""

from collections.abc import Mapping

from samtale_tui.basis.language import _, n_
from samtale_tui.method.bridging import Bridging, all_are_heard, not_heard, spoke_last, times_spoken
from samtale_tui.method.run import Ending, frame_is_up
from samtale_tui.tui.screens.method_words import bell_words
from samtale_tui.tui.widgets.heard_board import Voice

MOST_NAMED = 6
"""So many who are not heard are named; more are counted."""


def opening_words(state: Bridging, names: Mapping[str, str]) -> str:
    """What the room is shown until a bridging question is asked."""
    if state.opener in state.people and not state.spoken:
        return _("{name} begynder. Alle skal høres.").format(name=names.get(state.opener, state.opener))
    return _("Alle skal høres. Tal frit.")


def banner_words(state: Bridging, reading: float) -> str:
    """What the room should know or do now; empty while the dialogue simply goes on."""
    if frame_is_up(state, reading):
        return _("Tiden er gået. Tal færdig i ro.")
    return _("Alle er hørt.") if all_are_heard(state) else ""


def over_words(state: Bridging) -> str:
    """That it is over, and why."""
    if state.ending is Ending.AIM_MET:
        return _("I har det, I kom efter.")
    if state.ending is Ending.TIME_UP:
        return _("Tiden er gået, og dialogen er slut.")
    return _("Dialogen er lukket.")


def own_words(state: Bridging, reading: float, names: Mapping[str, str], *, bell: bool) -> str:
    """What the facilitator may say just now, and whom to think of. For the facilitator alone."""
    return "\n".join(part for part in (_prompt(state, reading, names), bell_words(on=bell)) if part)


def _prompt(state: Bridging, reading: float, names: Mapping[str, str]) -> str:
    if state.ending:
        return _("Sig: »Hvad tager vi med os, og er der noget at aftale?«")
    if frame_is_up(state, reading):
        return _("Sig: »Tiden er gået. Har vi det, vi kom efter?« f giver 5 minutter mere.")
    if all_are_heard(state):
        return _("Sig: »Nu er alle hørt. Har vi det, vi kom efter?« j slutter, når I har.")
    if not state.spoken and not state.asked:
        minutes = max(1, round(state.frame_seconds / 60))
        words = n_(
            "Sig: »Vi har {n} minut, og alle skal høres.« Læs spørgsmålet højt.",
            "Sig: »Vi har {n} minutter, og alle skal høres.« Læs spørgsmålet højt.",
            minutes,
        )
        return f"{words} {_('Tast tallet ved den, der taler.')}"
    missing = not_heard(state)
    if len(missing) > MOST_NAMED:
        return n_("{n} er ikke hørt endnu.", "{n} er ikke hørt endnu.", len(missing))
    said = ", ".join(names.get(person, person) for person in missing)
    return _("Ikke hørt endnu: {names}").format(names=said)


def times_words(state: Bridging, names: Mapping[str, str]) -> str:
    """How often each spoke, those who are there. For the facilitator alone."""
    spoken = times_spoken(state).items()
    return " · ".join(f"{names.get(person, person)} {times}" for person, times in spoken)


def voices(state: Bridging, names: Mapping[str, str], *, own_view: bool) -> tuple[Voice, ...]:
    """The people as they are shown; how often they spoke is in the facilitator's own view only."""
    last = None if state.ending else spoke_last(state)
    return tuple(
        Voice(
            person=person,
            name=names.get(person, person),
            heard=times > 0,
            speaks=person == last,
            times=times if own_view else 0,
        )
        for person, times in times_spoken(state).items()
    )
