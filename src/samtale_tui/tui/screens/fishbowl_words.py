"""What is said on the screen of a fishbowl: what goes on, what to do now, and who sat inside how long."""

from collections.abc import Mapping, Sequence

from samtale_tui.basis.language import _, n_
from samtale_tui.method.fishbowl import ROUND_UP, Fishbowl, Phase
from samtale_tui.method.fishbowl_notes import notes_of
from samtale_tui.method.fishbowl_times import seconds_by_circle, step_left, still_to_come
from samtale_tui.method.fishbowl_words import (
    circle_name,
    own_times_inside,
    own_uneven_words,
    uneven_words,
)
from samtale_tui.method.halves import LEAST_CIRCLES
from samtale_tui.method.run import frame_is_up, frame_left
from samtale_tui.tui.screens.method_words import bell_words
from samtale_tui.tui.widgets.round_clocks import clock_words

MOST_TIMED = 14
"""How many people's times are told one by one."""
OF_EACH_END = 2
"""How many of the shortest and of the longest, where they are more."""
SHORT_OF_TIME = 60
"""Seconds that may be lacking before the facilitator is told."""


def head_words(s: Fishbowl) -> str:
    """What goes on."""
    if s.ending:
        return _("Slut")
    if s.phase is Phase.ROUND_UP:
        return _("Opsamling")
    if s.phase is Phase.DEBRIEF:
        return _("Den yderste kreds")
    return _("Omgang {number} · {circle}").format(number=len(s.sittings), circle=circle_name(s, s.inside))


def asked_words(s: Fishbowl) -> str:
    """What the outer circle is asked: what to look for, what it saw; and all of them, what comes of it."""
    if s.phase is Phase.ROUND_UP:
        return _("Hvad tager I med jer, og er der noget at aftale?")
    if s.phase is Phase.DEBRIEF:
        return _("Den yderste kreds: Hvad så og hørte I? {task}").format(task=s.task)
    return _("Til den yderste kreds: {task}").format(task=s.task) if s.task and s.outer else ""


def banner_words(s: Fishbowl, reading: float) -> str:
    """What the room should know or do now; empty while it simply goes on.

    Args:
        s: the fishbowl, under way.
        reading: the frame's stopwatch, in seconds.
    """
    if frame_is_up(s, reading):
        return _("Tiden er gået. Tal færdig, og saml op.")
    if s.phase is Phase.ROUND_UP:
        return ""
    if s.phase is Phase.DEBRIEF:
        return _("Den inderste kreds lytter.")
    if step_left(s, reading) <= 0:
        return _("Omgangens tid er gået. Tal færdig i ro.")
    return ""


def halves_words(s: Fishbowl, reading: float) -> str:
    """How long each circle has had the seats, or that it was not even; empty before a second one has sat.

    The room may see it.
    """
    uneven = uneven_words(s, reading)
    goes_on = s.phase is Phase.SITTING and not s.ending
    if uneven or goes_on or len(s.sittings) < LEAST_CIRCLES:
        return uneven
    spent = seconds_by_circle(s, reading)
    parts = (
        f"{circle_name(s, circle)} {clock_words(spent[circle])}"
        for circle, people in enumerate(s.circles)
        if people or spent[circle]
    )
    return _("Tid inde: {times}").format(times=" · ".join(parts))


def own_words(s: Fishbowl, reading: float, names: Mapping[str, str], *, bell: bool) -> str:
    """What to say now, what is short of time, who sat inside how long. For the facilitator alone."""
    told = (times_words(s, reading, names), bell_words(on=bell))
    lines = (_prompt(s), _lacking(s, reading), " · ".join(words for words in told if words))
    return "\n".join(line for line in lines if line)


def times_words(s: Fishbowl, reading: float, names: Mapping[str, str]) -> str:
    """How long each has sat inside, and that it was not even. For the facilitator alone.

    Of more than ``MOST_TIMED`` people only the shortest and the longest times are told.
    """
    spent = own_times_inside(s, reading, names)
    if len(spent) > MOST_TIMED and any(round(seconds) for _name, seconds in spent):
        in_order = sorted(spent, key=lambda each: each[1])
        inside = _("Kortest inde: {least}. Længst: {most}.").format(
            least=_timed(in_order[:OF_EACH_END]), most=_timed(in_order[-OF_EACH_END:])
        )
    else:
        times = _timed([each for each in spent if round(each[1])])
        inside = _("Tid inde: {times}").format(times=times) if times else ""
    return " ".join(part for part in (own_uneven_words(s, reading), inside) if part)


def _timed(spent: Sequence[tuple[str, float]]) -> str:
    return " · ".join(f"{name} {clock_words(seconds)}" for name, seconds in spent)


def notes_words(s: Fishbowl) -> str:
    """How much was written of the sitting that goes on."""
    written = len(notes_of(s, len(s.sittings)))
    return n_("1 ting skrevet op", "{n} ting skrevet op", written) if written else ""


def _prompt(s: Fishbowl) -> str:
    """What the facilitator may say just now."""
    if s.ending:
        return _("Sig: »Hvad tager vi med os, og hvad vil vi aftale?«")
    if s.phase is Phase.ROUND_UP and notes_of(s, ROUND_UP):
        return _("Sig: »Er der noget af det her, vi skal aftale?« h viser det hele.")
    if s.phase is Phase.ROUND_UP:
        return _("Sig: »Nu er vi én kreds. Hvad gjorde mest indtryk, og hvad vil vi bruge?«")
    if s.phase is Phase.DEBRIEF:
        return _("Sig: »Hvad så og hørte I? Ikke, hvad I synes om dem, der talte.« c skriver det op.")
    if not s.log:
        return _("Sig: »I inde taler sammen. Vi andre siger ikke noget endnu, men lægger mærke til det.«")
    return _("Ebber samtalen ud, så spørg om et nyt emne (t), eller gå videre (n).")


def _lacking(s: Fishbowl, reading: float) -> str:
    lacking = still_to_come(s, reading) - frame_left(s, reading)
    if s.ending or lacking < SHORT_OF_TIME:
        return ""
    minutes = round(lacking / 60)
    return n_(
        "Det, der er tilbage, tager 1 minut mere, end I har. l samler op før tid.",
        "Det, der er tilbage, tager {n} minutter mere, end I har. l samler op før tid.",
        minutes,
    )
