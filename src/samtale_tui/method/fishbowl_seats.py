"""Who changes places in a fishbowl by hand (S40). People keep their circle until somebody moves them."""

from samtale_tui.method.fishbowl import Fishbowl, Phase


def circle_of(s: Fishbowl, person: str) -> int | None:
    """The circle that a person belongs to; none for one who is not here."""
    return next((n for n, circle in enumerate(s.circles) if person in circle), None)


def exchange(s: Fishbowl, one: str, other: str, at: float) -> Fishbowl:
    """Two people of different circles change places, and belong to each other's circle from now on."""
    theirs = circle_of(s, one), circle_of(s, other)
    if s.ending or None in theirs or theirs[0] == theirs[1]:
        return s
    instead = {one: other, other: one}
    return s.seated([[instead.get(each, each) for each in circle] for circle in s.circles], at)


def move(s: Fishbowl, person: str, circle: int, at: float) -> Fishbowl:
    """One person belongs to another circle from now on. The last one inside stays while they sit."""
    now = circle_of(s, person)
    if s.ending or now in (None, circle) or not 0 <= circle < len(s.circles):
        return s
    if s.phase is Phase.SITTING and s.inner == (person,):
        return s
    without = [[each for each in those if each != person] for those in s.circles]
    without[circle].append(person)
    return s.seated(without, at)


def take_seat(s: Fishbowl, person: str, at: float) -> Fishbowl:
    """One from outside sits down inside."""
    return move(s, person, s.inside, at)


def leave_seat(s: Fishbowl, person: str, at: float) -> Fishbowl:
    """One from inside sits down outside, and is inside again with the circle that comes next."""
    if person not in s.inner:
        return s
    others = [n for n in range(len(s.circles)) if n != s.inside]
    waiting = [n for n in others if s.circles[n]] or others
    return move(s, person, min(waiting, key=s.turns_until), at)
