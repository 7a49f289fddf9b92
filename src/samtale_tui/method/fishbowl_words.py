"""The words of a fishbowl (S40): the observers' tasks, the circles' names, and what to be aware of."""

from collections.abc import Mapping

from samtale_tui.basis.language import _, n_
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.fishbowl_times import (
    Spread,
    all_had_their_turn,
    seconds_inside,
    spread_of_circles,
    spread_of_people,
)
from samtale_tui.method.halves import LEAST_CIRCLES, MOST_INSIDE, broken_wishes

LEAST_PEOPLE = 6
"""Fewer than this are too few for two circles."""


def tasks() -> tuple[str, ...]:
    """Something to look for in the outer circle, to choose between; none of it is about a single person."""
    return (
        _("Hvad vender de tilbage til, og hvad kommer de ikke ind på?"),
        _("Hvornår bliver samtalen levende, og hvad gik forud?"),
        _("Hvordan bygger de videre på hinandens ord?"),
        _("Hvilket spørgsmål ville du gerne have stillet undervejs?"),
        _("Hvad hører du, som I alle kunne have glæde af at aftale?"),
    )


def circle_name(s: Fishbowl, circle: int) -> str:
    """What a circle is called: first or second half; a number where there are more."""
    if len(s.circles) > LEAST_CIRCLES:
        return _("Gruppe {number}").format(number=circle + 1)
    return _("Anden halvdel") if circle else _("Første halvdel")


def advice(s: Fishbowl) -> str:
    """What weakens it, and what helps; empty when all is well. The room may read it."""
    said = (_few(s), _uneven_circles(s), _many_inside(s), _wishes(s))
    return " ".join(words for words in said if words)


def uneven_words(s: Fishbowl, at: float) -> str:
    """That the circles have not had equally long inside, once that can be told; else empty. For the room."""
    spread = spread_of_circles(s, at)
    if not all_had_their_turn(s) or not spread.uneven:
        return ""
    return _("Kredsene har ikke siddet lige længe inde: {least} til {most}.").format(**_minutes(spread))


def own_uneven_words(s: Fishbowl, at: float) -> str:
    """That people have not sat inside equally long, once that can be told. For the facilitator alone."""
    spread = spread_of_people(s, at)
    if not all_had_their_turn(s) or not spread.uneven:
        return ""
    return _("Ikke alle har siddet lige længe inde: {least} til {most}.").format(**_minutes(spread))


def own_times_inside(s: Fishbowl, at: float, names: Mapping[str, str]) -> tuple[tuple[str, float], ...]:
    """Each one's name and seconds inside, in seating order. For the facilitator alone."""
    return tuple((names.get(person, person), spent) for person, spent in seconds_inside(s, at).items())


def _few(s: Fishbowl) -> str:
    if len(s.people) >= LEAST_PEOPLE:
        return ""
    return _("I er færre end seks, så kredsene bliver små. Skift tit plads, eller vælg en anden metode.")


def _uneven_circles(s: Fishbowl) -> str:
    sizes = [len(circle) for circle in s.circles]
    if max(sizes) - min(sizes) <= 1 or len(s.people) < LEAST_PEOPLE:
        return ""
    return _("Der er {least} i den mindste kreds og {most} i den største. Flyt gerne en.").format(
        least=min(sizes), most=max(sizes)
    )


def _many_inside(s: Fishbowl) -> str:
    most = max(len(circle) for circle in s.circles)
    if most <= MOST_INSIDE:
        return ""
    return n_(
        "{n} inde ad gangen er mange. Del jer i flere kredse med højst {most} i hver.",
        "{n} inde ad gangen er mange. Del jer i flere kredse med højst {most} i hver.",
        most,
    ).format(most=MOST_INSIDE)


def _wishes(s: Fishbowl) -> str:
    """Without names, as the room may read it."""
    broken = len(broken_wishes(s.circles, s.wishes))
    if not broken:
        return ""
    return n_(
        "Et ønske om, hvem der sidder sammen, kan ikke opfyldes.",
        "{n} ønsker om, hvem der sidder sammen, kan ikke opfyldes.",
        broken,
    )


def _minutes(spread: Spread) -> dict[str, str]:
    """The two times in whole minutes, in words."""
    least, most = round(spread.least / 60), round(spread.most / 60)
    return {"least": str(least), "most": n_("{n} minut", "{n} minutter", most)}
