"""What the one who leads a placemat should know of its groups and its time, in words (S28)."""

from samtale_tui.basis.language import _
from samtale_tui.method.grouping import group_sizes, splits_into_four_and_five
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_phases import LEAST_PHASE_SECONDS
from samtale_tui.method.placemat_sheets import Sheet


def advice(s: Placemat) -> str:
    """All there is to say; nothing where the groups are of 4 and 5 and the time is enough."""
    people = len(s.people)
    found = [_few(people), _cannot_be_split(s)] if people < 4 else [_cannot_be_split(s), *groups_told_of(s)]
    return " ".join(words for words in (*found, _short_of_time(s)) if words)


def groups_told_of(s: Placemat) -> tuple[str, ...]:
    """Each group that is too small or too large for its sheet, unless the number allows no better."""
    if _is_the_best_there_is(s):
        return ()
    return tuple(words for sheet in s.sheets if (words := _size_words(sheet, len(s.sheets))))


def _few(people: int) -> str:
    if people == 1:
        return _("Du er alene: skriv dit felt og midten, og tag dem med til de andre.")
    return _("I er {n}. Det kan gå, men 4–5 om arket giver mere at mødes om.").format(n=people)


def _cannot_be_split(s: Placemat) -> str:
    """Why six, seven and eleven are not in groups of 4 and 5."""
    if not _is_the_best_there_is(s):
        return ""
    reasons = {
        6: _("6 går ikke op i grupper på 4–5. To på 3 giver hver mere plads end én på 6."),
        7: _("7 går ikke op i grupper på 4–5. Derfor en på 4 og en på 3."),
        11: _("11 går ikke op i grupper på 4–5. Derfor to på 4 og en på 3."),
    }
    return reasons.get(len(s.people), "")


def _is_the_best_there_is(s: Placemat) -> bool:
    """Whether the sizes are those that are dealt where 4 and 5 do not go up."""
    sizes = tuple(sorted((len(group) for group in s.groups if group), reverse=True))
    return not splits_into_four_and_five(len(s.people)) and sizes == group_sizes(len(s.people))


def _size_words(sheet: Sheet, groups: int) -> str:
    number, people = sheet.number, len(sheet.people)
    if sheet.is_too_large and groups == 1:
        return _("I er {people} om ét ark. Del jer gerne i grupper på 4–5.").format(people=people)
    if sheet.is_too_large:
        words = _("Gruppe {n} er nu på {people}. Flyt gerne en til en mindre gruppe.")
    elif sheet.is_too_small and people == 1:
        return _("I gruppe {n} er der kun én. Flyt gerne sammen med en anden gruppe.").format(n=number)
    elif sheet.is_too_small:
        words = _("Gruppe {n} er kun på {people}. Flyt gerne en derhen.")
    else:
        return ""
    return words.format(n=number, people=people)


def _short_of_time(s: Placemat) -> str:
    """That the phases take longer than the frame."""
    meant = sum(s.span_of(phase).seconds for phase in s.phases)
    if meant <= s.frame_seconds:
        return ""
    words = _("Faserne tager {phases} minutter, og I har sat {frame} af.")
    return words.format(phases=_minutes(meant), frame=_minutes(s.frame_seconds))


def _minutes(seconds: float) -> str:
    """Minutes, with the half that they are counted in."""
    whole, half = divmod(round(seconds / LEAST_PHASE_SECONDS), 2)
    return f"{whole or ''}½" if half else str(whole)
