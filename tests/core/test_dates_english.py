"""Dates as they are written in English, in either language, and that what is shown reads back."""

import contextlib
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samtale_tui.basis.dates import FIRST_YEAR, LAST_YEAR, DateError, read_date
from samtale_tui.basis.language import LANGUAGES, use_language
from samtale_tui.basis.shown_dates import short_date, show_date

TODAY = date(2026, 11, 25)
"""A Wednesday, in week 48; 2026 has a week 53."""

READ = {
    "today": "2026-11-25",
    "tomorrow": "2026-11-26",
    "the day after tomorrow": "2026-11-27",
    "day after tomorrow": "2026-11-27",
    "yesterday": "2026-11-24",
    "in 3 weeks": "2026-12-16",
    "3 weeks": "2026-12-16",
    "3 weeks from now": "2026-12-16",
    "3 weeks from today": "2026-12-16",
    "in a week": "2026-12-02",
    "in one week": "2026-12-02",
    "in a week’s time": "2026-12-02",
    "in 3 weeks' time": "2026-12-16",
    "in 14 days": "2026-12-09",
    "a fortnight": "2026-12-09",
    "in a fortnight": "2026-12-09",
    "in a couple of weeks": "2026-12-09",
    "in two months": "2027-01-25",
    "in a quarter": "2027-02-25",
    "in half a year": "2027-05-25",
    "in a year and a half": "2028-05-25",
    "in 1½ years": "2028-05-25",
    "in one and a half years": "2028-05-25",
    "in a year": "2027-11-25",
    "within 3 months": "2027-02-25",
    "friday": "2026-11-27",
    "on friday": "2026-11-27",
    "this friday": "2026-11-27",
    "next friday": "2026-12-04",
    "coming Friday": "2026-11-27",
    "monday": "2026-11-30",
    "next monday": "2026-11-30",
    "Friday next week": "2026-12-04",
    "friday in next week": "2026-12-04",
    "friday this week": "2026-11-27",
    "friday in two weeks": "2026-12-11",
    "in two weeks on friday": "2026-12-11",
    "friday week": "2026-12-04",
    "a week on friday": "2026-12-04",
    "a week from friday": "2026-12-04",
    "two weeks on friday": "2026-12-11",
    "friday in week 14": "2027-04-09",
    "week 14 friday": "2027-04-09",
    "friday of week 14": "2027-04-09",
    "friday, week 14": "2027-04-09",
    "week 14": "2027-04-05",
    "in week 14": "2027-04-05",
    "wk 14": "2027-04-05",
    "week 14 2028": "2028-04-03",
    "week 48": "2026-11-23",
    "next week": "2026-11-30",
    "next month": "2026-12-01",
    "next year": "2027-01-01",
    "end of may": "2027-05-31",
    "the end of May": "2027-05-31",
    "at the end of May": "2027-05-31",
    "by the end of may 2028": "2028-05-31",
    "end of next month": "2026-12-31",
    "end of the month": "2026-11-30",
    "end of month": "2026-11-30",
    "end of this month": "2026-11-30",
    "by end of the year": "2026-12-31",
    "end of year": "2026-12-31",
    "year's end": "2026-12-31",
    "end of 2027": "2027-12-31",
    "end of week": "2026-11-27",
    "end of the week": "2026-11-27",
    "end of week 14": "2027-04-09",
    "end of next week": "2026-12-04",
    "start of next week": "2026-11-30",
    "mid may": "2027-05-15",
    "mid-May": "2027-05-15",
    "middle of May": "2027-05-15",
    "in the middle of may": "2027-05-15",
    "middle of week 14": "2027-04-07",
    "beginning of may": "2027-05-01",
    "start of may": "2027-05-01",
    "early may": "2027-05-01",
    "late may": "2027-05-31",
    "early in may": "2027-05-01",
    "12 march": "2027-03-12",
    "12th march": "2027-03-12",
    "12th of March": "2027-03-12",
    "the 12th": "2026-12-12",
    "the 12th of march": "2027-03-12",
    "the 12th of March 2027": "2027-03-12",
    "March 12": "2027-03-12",
    "march 12th": "2027-03-12",
    "March 12, 2027": "2027-03-12",
    "march 12th, 27": "2027-03-12",
    "12 Mar 27": "2027-03-12",
    "12 Mar 2027": "2027-03-12",
    "Friday 12 March 2027": "2027-03-12",
    "fri 12 mar": "2027-03-12",
    "friday, the 12th of march": "2027-03-12",
    "on friday 12 march": "2027-03-12",
    "friday march 12": "2027-03-12",
    "fri 12/3": "2027-03-12",
    "12/3": "2027-03-12",
    "12/3 next year": "2027-03-12",
    "24 november this year": "2026-11-24",
    "12 march next year": "2027-03-12",
    "by 1 may": "2027-05-01",
    "by friday": "2026-11-27",
    "before friday": "2026-11-27",
    "no later than 1 May": "2027-05-01",
    "until 1 May": "2027-05-01",
    "from tomorrow": "2026-11-26",
    "1st may": "2027-05-01",
    "2nd May": "2027-05-02",
    "3rd may": "2027-05-03",
    "thurs": "2026-11-26",
    "tues": "2026-12-01",
    "wednesday": "2026-12-02",
    "sept 5": "2027-09-05",
    "5 sept": "2027-09-05",
    "last of may": "2027-05-31",
    "end of may next year": "2027-05-31",
    "in twenty days": "2026-12-15",
    "in 1 day": "2026-11-26",
    "in five days": "2026-11-30",
    "in one month": "2026-12-25",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_date_is_read_as_it_is_meant_in_english_whatever_is_spoken(code: str) -> None:
    use_language(code)
    read = {text: read_date(text, TODAY).isoformat() for text in READ}
    assert read == READ


DANISH = (
    "12/3",
    "om 3 uger",
    "næste fredag",
    "ons 2/12",
    "tirsdag i uge 14",
    "ultimo maj",
    "om to uger på fredag",
    "d. 5. okt. 2027",
    "sidst på måneden",
)


@pytest.mark.parametrize("text", DANISH)
def test_danish_is_read_in_english_too(text: str) -> None:
    danish = read_date(text, TODAY)
    use_language("en")
    assert read_date(text, TODAY) == danish


def test_what_could_be_either_is_read_in_the_language_that_is_spoken() -> None:
    with pytest.raises(DateError, match="ikke en onsdag"):
        read_date("on 12/3", TODAY)
    use_language("en")
    assert read_date("on 12/3", TODAY) == date(2027, 3, 12)


@pytest.mark.parametrize(("text", "said"), [
    ("thursday 12 march 2027", "12 March 2027 is a Friday, not a Thursday. Change the weekday or the date."),
    ("in may", "Which day in May? Write for example “1 May”, “mid May” or “end of May”."),
    ("31 april", "April has 30 days."),
    ("29/2 2027", "February 2027 has 28 days."),
    ("week 54", "There is no week 54."),
    ("12 march 1827", "Do you mean the year 1827? The year must be between 2000 and 2100."),
    ("soonish", "I cannot read “soonish” as a date."),
    ("", "There is no date here."),
])  # fmt: skip
def test_what_cannot_be_read_is_answered_in_english(text: str, said: str) -> None:
    use_language("en")
    with pytest.raises(DateError) as refused:
        read_date(text, TODAY)
    assert str(refused.value).startswith(said)


def test_the_examples_that_are_given_can_be_read() -> None:
    use_language("en")
    for text in ("12/3", "in 3 weeks", "next Friday", "1 May", "mid May", "end of May"):
        assert read_date(text, TODAY)


@pytest.mark.parametrize("shown_in", LANGUAGES)
@given(day=st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
@example(day=date(2027, 9, 1))
@example(day=date(2027, 5, 31))
def test_what_is_shown_reads_back_as_the_same_day_in_both_languages(shown_in: str, day: date) -> None:
    use_language(shown_in)
    shown = (show_date(day), short_date(day))
    for code in LANGUAGES:
        use_language(code)
        assert [read_date(text, TODAY) for text in shown] == [day, day]


@given(text=st.text(alphabet="abcdefghijklmnoprstuvwyæøå 0123456789/.-'½", max_size=40))
def test_no_text_is_more_than_unreadable(text: str) -> None:
    for code in LANGUAGES:
        use_language(code)
        with contextlib.suppress(DateError):
            assert FIRST_YEAR <= read_date(text, TODAY).year <= LAST_YEAR
