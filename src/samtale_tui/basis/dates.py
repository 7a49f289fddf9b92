"""Dates as people write them, read: "12/3", "om 3 uger", "næste fredag", "ultimo maj".

What is read is first made plain: small letters, ae oe aa for æ ø å, and one blank for dots, slashes, commas
and dashes. So "Fre. d. 12/3-27" becomes "fre d 12 3 27", and the patterns below stay short. Each reader takes
such a line and gives a date, or None where the line is none of its business. Where there is a choice:

- A date without a year is the next one from today, today included; "midt i maj" too. Two digits are 20xx.
- "fredag", "på fredag" and "kommende fredag" are the first Friday after today. "næste fredag" is the Friday
  of the next calendar week: on a Wednesday nine days off, as most Danes mean it, and on a Sunday five.
- "fredag om 2 uger" is the Friday of the calendar week two weeks from today. "fredag otte dage" is an idiom,
  a week after the first Friday; "om otte dage" alone is eight days.
- "uge 14" is its Monday. A week without a year is the next one that is not over, so this week counts.
- Words before a deadline ("senest", "inden", "til") say nothing about the day. What is read is always shown
  in full before it is saved.

English is read in either language as well: ``english_dates`` puts it in Danish words first. What could be
either is read in the language that is spoken.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache

from samtale_tui.basis.english_dates import as_danish
from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import ENGLISH, _, language
from samtale_tui.basis.shown_dates import long_date, month_name, weekday_name
from samtale_tui.basis.text import clean_line, shorten

FIRST_YEAR = 2000
LAST_YEAR = 2100

_MOST_LETTERS = 80
_SHOWN_LETTERS = 40
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "’": "'"} | dict.fromkeys("‐‑‒–—−", "-"))
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2}|i aar|(?:til )?naeste aar)"
_LEAD = r"(?:(?:senest|inden for|inden|fra|til|omkring|ca) )+"
_DAYS_AWAY = {"forgaars": -2, "gaar": -1, "dag": 0, "morgen": 1, "overmorgen": 2}
_COUNTED = (
    "nul en to tre fire fem seks syv otte ni ti elleve tolv"
    " tretten fjorten femten seksten sytten atten nitten tyve"
)
_NUMBERS = {word: number for number, word in enumerate(_COUNTED.split())} | {
    "et": 1, "et par": 2, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60, "halvfems": 90
}  # fmt: skip
_PARTS = (
    "primo|foerst|start|starten|begyndelsen|begyndelse",
    "medio|midt|midten",
    "ultimo|sidst|slut|slutningen|slutning|udgangen|udgang|enden",
)
"""Ways to say the first day of a period, the one in the middle, and the last."""

_Period = tuple[date, date, date]


class DateError(SamtaleError):
    """What stands there is no date, or one that cannot be meant; says why, and how a date can be written."""

    def __init__(self, message: str, remedy: str = "") -> None:
        examples = _("Skriv for eksempel »12/3«, »om 3 uger« eller »næste fredag«.")
        super().__init__(_("Datoen kan ikke læses"), message, remedy or examples)


def read_date(text: str, today: date) -> date:
    """The day that is meant; see the top of this module for what is understood.

    Args:
        text: as written; it is cleaned here.
        today: what "om 3 uger" and a date without a year are counted from.

    Raises:
        DateError: it is no date, its weekday is another one, or its year is outside 2000–2100.
    """
    for line in _meant_by(_plain_line(text)):
        for reader in _READERS:
            found = reader(line, today)
            if found:
                _sane(found.year)
                return found
    raise _not_a_date(text)


def _meant_by(line: str) -> tuple[str, ...]:
    """The line as Danish, and what it says if it is English; the language that is spoken first."""
    danish, english = (re.sub(f"^{_LEAD}", "", each) for each in (line, as_danish(line)))
    if danish == english:
        return (danish,)
    return (english, danish) if language() == ENGLISH else (danish, english)


def _not_a_date(text: str) -> DateError:
    shown = shorten(clean_line(text[: 4 * _MOST_LETTERS]), _SHOWN_LETTERS)
    return DateError(_("Jeg kan ikke læse »{text}« som en dato.").format(text=shown))


def _plain_line(text: str) -> str:
    if len(text) > _MOST_LETTERS:
        raise _not_a_date(text)
    plain = clean_line(text).lower().translate(_PLAIN)
    is_a_range = re.search(r"[0-9]\s*-\s*[0-9]+\s*[/.]\s*[0-9]", plain)  # 1-2/12: two days, not one in 2012
    if is_a_range or not re.fullmatch(r"[0-9a-z½ .,/'-]*", plain):
        raise _not_a_date(text)
    words = re.findall(r"[0-9]+|[a-z]+|½", plain)
    if not words:
        raise DateError(_("Der står ingen dato."))
    return " ".join(words)


# Days that are counted from today


def _near(line: str, today: date) -> date | None:
    """I dag, i morgen, i overmorgen, i går."""
    match = re.fullmatch(r"i ?(dag|morgen|gaar|forgaars|overmorgen)|(overmorgen)", line)
    return _later(today, days=_DAYS_AWAY[match[1] or match[2]]) if match else None


def _span(line: str, today: date) -> date | None:
    """Om 3 uger, om et halvt år, om en måneds tid, 14 dage fra i dag."""
    line = re.sub(r"^om | fra (?:i ?dag|nu)$", "", line)
    half = re.fullmatch(r"(et halvt|halvandet|(?:([0-9]{1,2}) )?½) aar(?:s tid)?", line)
    if half:
        years = 1 if half[1] == "halvandet" else int(half[2] or 0)
        return _later(today, months=12 * years + 6)
    units = r"(dage?|doegn|uger?|maaned(?:er)?|mdr?|kvartal(?:er)?|aar)"
    match = re.fullmatch(rf"(?:en )?([0-9]{{1,4}}|et par|[a-z]+) {units}(?:s tid)?", line)
    if not match:
        return None
    number = int(match[1]) if match[1].isdecimal() else _NUMBERS.get(match[1])
    if number is None:
        return None
    months = {"m": 1, "k": 3, "a": 12}.get(match[2][0], 0)
    days = {"d": 1, "u": 7}.get(match[2][0], 0)
    return _later(today, days=days * number, months=months * number)


def _later(start: date, *, days: int = 0, months: int = 0) -> date:
    """So many days or months on; a month on from the 31st is the last day of a shorter month."""
    from dateutil.relativedelta import relativedelta

    try:
        return start + relativedelta(days=days, months=months)
    except (OverflowError, ValueError):
        raise DateError(_("Så langt rækker kalenderen ikke."), _year_remedy()) from None


# Days of the calendar


def _calendar_day(line: str, today: date) -> date | None:
    """12/3, 12. marts 27, 2027-03-12, den 12."""
    only_day = re.fullmatch(r"(?:den|d) ([0-9]{1,2})", line)
    if only_day:
        return _next_with_day(int(only_day[1]), today)
    year_first = r"(?P<year>[0-9]{4}) (?P<month>[0-9]{1,2}) (?P<day>[0-9]{1,2})"
    day_first = rf"(?:(?:den|d) )?(?P<day>[0-9]{{1,2}}) (?P<month>[0-9]{{1,2}}|[a-z]+)(?: {_YEAR})?"
    match = re.fullmatch(year_first, line) or re.fullmatch(day_first, line)
    if not match:
        return None
    month = int(match["month"]) if match["month"].isdecimal() else _month(match["month"])
    return None if month is None else _day(int(match["day"]), month, _year(match["year"], today), today)


def _day(day: int, month: int, year: int | None, today: date) -> date:
    """That day; without a year, the next one that there is (29/2 waits for a leap year)."""
    if not 1 <= month <= 12:
        raise DateError(_("Der er ingen måned {month}.").format(month=month))
    days = monthrange(year or 2000, month)[1]
    if not 1 <= day <= days:
        name = f"{month_name(month)} {year or ''}".strip()
        name = name[:1].upper() + name[1:]
        raise DateError(_("{month} går fra den 1. til den {days}.").format(month=name, days=days))
    if year:
        return date(year, month, day)
    coming = (y for y in range(today.year, today.year + 9) if day <= monthrange(y, month)[1])
    return next(found for y in coming if (found := date(y, month, day)) >= today)


def _next_with_day(day: int, today: date) -> date:
    """The next day with that number, in the first month that has it."""
    if not 1 <= day <= 31:
        raise DateError(_("Ingen måned har en dag {day}.").format(day=day))
    firsts = (_later(today.replace(day=1), months=ahead) for ahead in range(4))
    months = (first for first in firsts if day <= monthrange(first.year, first.month)[1])
    return next(found for first in months if (found := first.replace(day=day)) >= today)


def _month(word: str) -> int | None:
    """A month by its name or at least three letters of it; January is 1."""
    found = _index(word, _months(), least=3)
    return None if found is None else found + 1


def _year(word: str | None, today: date) -> int | None:
    if word is None:
        return None
    if not word.isdecimal():
        return today.year + (0 if word == "i aar" else 1)
    return _sane(int(word) if len(word) == 4 else 2000 + int(word))


def _sane(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(_("Mener du årstallet {year}?").format(year=year), _year_remedy())
    return year


def _year_remedy() -> str:
    return _("Årstallet skal ligge mellem {first} og {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)


# Periods: a week, a month, a year, and what is first, midmost or last in them


def _part(line: str, today: date) -> date | None:
    """Ultimo maj, midt i næste måned, slutningen af uge 14, ved årets udgang."""
    of_it = re.fullmatch(r"(?:ved )?(?P<period>aaret|maaneden|ugen)s (?P<part>[a-z]+)", line)
    match = of_it or re.fullmatch(r"(?:i |ved )?(?P<part>[a-z]+)(?: af| i| paa)? (?P<period>.+)", line)
    if not match:
        return None
    part = next((i for i, words in enumerate(_PARTS) if match["part"] in words.split("|")), None)
    if part is None:
        return None
    days = [period[part] for period in _periods(match["period"], today)]
    return next((day for day in days if day >= today), days[-1] if days else None)


def _first_of_period(line: str, today: date) -> date | None:
    """Uge 14, næste uge, næste måned; a month alone is asked for its day."""
    if _week_of(line, today) or re.fullmatch(r"(?:i )?naeste (?:uge|maaned|aar)", line):
        return _periods(line, today)[0][0]
    month = re.fullmatch(rf"(?:i )?([a-z]+)(?: {_YEAR})?", line)
    number = _month(month[1]) if month else None
    if number is None:
        return None
    examples = _("Skriv for eksempel »1. {month}«, »midt i {month}« eller »slutningen af {month}«.")
    name = month_name(number)
    raise DateError(_("Hvilken dag i {month}?").format(month=name), examples.format(month=name))


def _periods(line: str, today: date) -> Sequence[_Period]:
    """The period that is named; two where it may be this one or the next, and none where it is none."""
    monday = _week_of(line, today)
    if monday:
        return (_week_from(monday),)
    named = re.fullmatch(r"(?:i )?(denne |dette |naeste )?(uge|maaned|aar)(n|en|et)?", line)
    if named:
        which = (1,) if named[1] == "naeste " else (0, 1) if named[3] else (0,)
        return [_period_ahead(named[2], ahead, today) for ahead in which]
    if re.fullmatch(r"[0-9]{4}", line):
        return (_year_from(date(_sane(int(line)), 1, 1)),)
    match = re.fullmatch(rf"(?P<month>[a-z]+)(?: {_YEAR})?", line)
    month = _month(match["month"]) if match else None
    if not match or month is None:
        return ()
    year = _year(match["year"], today)
    return [_month_from(date(y, month, 1)) for y in ([year] if year else [today.year, today.year + 1])]


def _period_ahead(unit: str, ahead: int, today: date) -> _Period:
    if unit == "uge":
        return _week_from(_later(_monday(today), days=7 * ahead))
    if unit == "maaned":
        return _month_from(_later(today.replace(day=1), months=ahead))
    return _year_from(_later(today.replace(month=1, day=1), months=12 * ahead))


def _week_from(monday: date) -> _Period:
    """A working week: it ends on Friday."""
    return monday, _later(monday, days=2), _later(monday, days=4)


def _month_from(first: date) -> _Period:
    return first, first.replace(day=15), first.replace(day=monthrange(first.year, first.month)[1])


def _year_from(first: date) -> _Period:
    return first, first.replace(month=7), first.replace(month=12, day=31)


def _week_of(line: str, today: date) -> date | None:
    """The Monday of a week that is named by its number (ISO 8601)."""
    match = re.fullmatch(rf"(?:i )?uge ([0-9]{{1,2}})(?: {_YEAR})?", line)
    if not match:
        return None
    week, year = int(match[1]), _year(match["year"], today)
    if not 1 <= week <= 53:
        raise DateError(_("Der er ingen uge {week}.").format(week=week))
    if year:
        if week > _weeks_in(year):
            raise DateError(_("{year} har {weeks} uger.").format(year=year, weeks=_weeks_in(year)))
        return date.fromisocalendar(year, week, 1)
    this_year = today.isocalendar().year
    coming = (y for y in range(this_year, this_year + 8) if week <= _weeks_in(y))
    mondays = (date.fromisocalendar(y, week, 1) for y in coming)
    return next(monday for monday in mondays if monday + timedelta(days=6) >= today)


def _weeks_in(year: int) -> int:
    return date(year, 12, 28).isocalendar().week


# Weekdays


def _weekday(line: str, today: date) -> date | None:
    """På fredag, næste fredag, fredag i uge 14, uge 14 fredag, fredag om 2 uger, fredag den 12. marts."""
    before = re.fullmatch(
        r"(?:(?:nu )?paa )?(?P<which>(?:naeste|foerstkommende|kommende|denne|den) )?(?P<name>[a-z]{2,8})"
        r"(?: (?P<rest>.+))?",
        line,
    )
    after = re.fullmatch(r"(?P<rest>.+?)(?: paa)? (?P<name>[a-z]{2,8})", line)
    for match in (before, after):
        number = _index(match["name"], _weekdays(), least=2) if match else None
        if match and number is not None:
            if match["rest"]:
                return _weekday_with(number, match["rest"], today)
            if match["which"] == "naeste ":
                return _later(_monday(today), days=7 + number)
            return _coming(number, today)
    return None


def _weekday_with(number: int, rest: str, today: date) -> date | None:
    """That weekday in the week that stands beside it; beside a date it must be the date's own."""
    day = _calendar_day(rest, today)
    if day:
        if day.weekday() != number:
            raise _other_weekday(day, number)
        return day
    idiom = re.fullmatch(r"(om )?(otte|8|fjorten|14) dage", rest)
    weeks = (1 if idiom[2] in ("otte", "8") else 2) if idiom else 0
    if idiom and not idiom[1]:
        return _later(_coming(number, today), days=7 * weeks)
    if idiom:
        day = _later(today, days=7 * weeks)
    elif re.fullmatch(r"(?:i )?(?:naeste uge|denne uge|ugen|uge .+)", rest):
        day = next((period[0] for period in _periods(rest, today)), None)
    else:
        day = _span(rest, today) if rest.startswith("om ") else None
    return _later(_monday(day), days=number) if day else None


def _other_weekday(day: date, said: int) -> DateError:
    real, said_name = (weekday_name(d) for d in (day, _later(_monday(day), days=said)))
    when = long_date(day)
    return DateError(
        _("Den {date} er en {weekday}, ikke en {said}.").format(date=when, weekday=real, said=said_name),
        _("Ret ugedagen eller datoen."),
    )


def _coming(number: int, today: date) -> date:
    """The first such weekday after today."""
    return _later(today, days=(number - today.weekday() - 1) % 7 + 1)


def _monday(day: date) -> date:
    return _later(day, days=-day.weekday())


# Names from CLDR


@cache
def _months() -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names("wide", locale="da")
    return tuple(names[i].lower().translate(_PLAIN) for i in range(1, 13))


@cache
def _weekdays() -> tuple[str, ...]:
    from babel.dates import get_day_names

    names = get_day_names("wide", locale="da")
    return tuple(names[i].lower().translate(_PLAIN) for i in range(7))


def _index(word: str, names: Sequence[str], least: int) -> int | None:
    """Which name begins with the word, where it is one only, counted from 0."""
    found = [i for i, name in enumerate(names) if name.startswith(word)]
    return found[0] if len(found) == 1 and len(word) >= least else None


_READERS: tuple[Callable[[str, date], date | None], ...] = (
    _near,
    _span,
    _calendar_day,
    _part,
    _weekday,
    _first_of_period,
)
