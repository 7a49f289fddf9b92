"""Dates and times of day as they are shown, in the language that is spoken.

Babel, which knows how, is loaded where a date is first shown.
"""

from datetime import date, datetime

from samtale_tui.basis.language import ENGLISH, _, language


def show_date(d: date) -> str:
    """In full, as "fredag den 12. marts 2027" or "Friday 12 March 2027"."""
    return _formatted(d, danish="EEEE 'den' d. MMMM y", english="EEEE d MMMM y")


def long_date(d: date) -> str:
    """Without the weekday, as "12. marts 2027" or "12 March 2027"."""
    return _formatted(d, danish="d. MMMM y", english="d MMMM y")


def short_date(d: date) -> str:
    """For a table, as "12. mar. 2027" or "12 Mar 2027"."""
    return _formatted(d, danish="d. MMM y", english="d MMM y")


def weekday_name(d: date) -> str:
    """As "fredag" or "Friday"."""
    return _formatted(d, danish="EEEE", english="EEEE")


def month_name(month: int) -> str:
    """As "marts" or "March"; January is 1."""
    return _formatted(date(2000, month, 1), danish="MMMM", english="MMMM")


def clock_time(moment: datetime) -> str:
    """The time of day where the machine stands, as "13:42"."""
    return moment.astimezone().strftime("%H:%M")


def day_and_time(moment: datetime, now: datetime) -> str:
    """A day as one says it: i dag 13:42, i går 09:05, 12. mar. 2027."""
    local, today = moment.astimezone(), now.astimezone().date()
    days = (today - local.date()).days
    if days == 0:
        return _("i dag {time}").format(time=clock_time(moment))
    if days == 1:
        return _("i går {time}").format(time=clock_time(moment))
    return short_date(local.date())


def _formatted(d: date, *, danish: str, english: str) -> str:
    from babel.dates import format_date

    if language() == ENGLISH:
        return format_date(d, english, locale="en_GB")
    return format_date(d, danish, locale="da")
