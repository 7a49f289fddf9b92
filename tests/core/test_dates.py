"""Dates as a Danish leader writes them, and what is said where one cannot be read."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samtale_tui.basis.dates import FIRST_YEAR, LAST_YEAR, DateError, read_date
from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.shown_dates import short_date, show_date

TODAY = date(2026, 11, 25)
"""A Wednesday, in week 48; 2026 has a week 53, and the next leap year is 2028."""

READ = {
    # day and month in figures
    "12/3": "2027-03-12",
    "12/3-27": "2027-03-12",
    "12/3 2027": "2027-03-12",
    "12/3/2027": "2027-03-12",
    "12/3-2027": "2027-03-12",
    "12.3.": "2027-03-12",
    "12.3.27": "2027-03-12",
    "12.3.2027": "2027-03-12",
    "12. 3. 2027": "2027-03-12",
    "12.03.2027": "2027-03-12",
    "12-3": "2027-03-12",
    "12-03-2027": "2027-03-12",
    "12–03–2027": "2027-03-12",
    "2027-03-12": "2027-03-12",
    "2027/3/12": "2027-03-12",
    "d. 12/3": "2027-03-12",
    "den 12/3 '27": "2027-03-12",
    "1/12": "2026-12-01",
    "25/11": "2026-11-25",
    "24/11": "2027-11-24",
    "24/11 i år": "2026-11-24",
    "25/11 næste år": "2027-11-25",
    "29/2": "2028-02-29",
    "29/2 2028": "2028-02-29",
    # the month in letters
    "12. marts": "2027-03-12",
    "12.marts": "2027-03-12",
    "12 mar 2027": "2027-03-12",
    "12. mar. 2027": "2027-03-12",
    "12. MARTS 27": "2027-03-12",
    "den 12. marts": "2027-03-12",
    "d. 12. marts, 2028": "2028-03-12",
    "5 okt": "2027-10-05",
    "5. sept.": "2027-09-05",
    "30. dec": "2026-12-30",
    "1. jun": "2027-06-01",
    "1. jul": "2027-07-01",
    "den 12.": "2026-12-12",
    "den 30.": "2026-11-30",
    "d. 31": "2026-12-31",
    # with its weekday
    "fredag den 12. marts": "2027-03-12",
    "Fredag d. 12. marts 2027": "2027-03-12",
    "fredag, den 12. marts": "2027-03-12",
    "fre. 12/3": "2027-03-12",
    "lør 12/12": "2026-12-12",
    "på lørdag den 28.": "2026-11-28",
    # near
    "i dag": "2026-11-25",
    "idag": "2026-11-25",
    "I dag.": "2026-11-25",
    "i morgen": "2026-11-26",
    "imorgen": "2026-11-26",
    "i overmorgen": "2026-11-27",
    "overmorgen": "2026-11-27",
    "i går": "2026-11-24",
    # so and so far off
    "om 3 uger": "2026-12-16",
    "3 uger": "2026-12-16",
    "3 uger fra i dag": "2026-12-16",
    "om en uge": "2026-12-02",
    "om én uge": "2026-12-02",
    "om en uges tid": "2026-12-02",
    "om otte dage": "2026-12-03",
    "om 14 dage": "2026-12-09",
    "om nitten dage": "2026-12-14",
    "om halvfems dage": "2027-02-23",
    "om fjorten dage": "2026-12-09",
    "om en 14 dages tid": "2026-12-09",
    "om et par uger": "2026-12-09",
    "om to måneder": "2027-01-25",
    "om 2 mdr.": "2027-01-25",
    "om tre maaneder": "2027-02-25",
    "om et kvartal": "2027-02-25",
    "om et halvt år": "2027-05-25",
    "om halvandet år": "2028-05-25",
    "om 1½ år": "2028-05-25",
    "om 1 år": "2027-11-25",
    "inden for 3 måneder": "2027-02-25",
    # weekdays
    "fredag": "2026-11-27",
    "FREDAG": "2026-11-27",
    "på fredag": "2026-11-27",
    "nu på fredag": "2026-11-27",
    "førstkommende fredag": "2026-11-27",
    "onsdag": "2026-12-02",
    "mandag": "2026-11-30",
    "næste mandag": "2026-11-30",
    "næste onsdag": "2026-12-02",
    "næste fredag": "2026-12-04",
    "naeste fredag": "2026-12-04",
    "fredag i næste uge": "2026-12-04",
    "fredag i denne uge": "2026-11-27",
    "mandag i denne uge": "2026-11-23",
    "fredag om 2 uger": "2026-12-11",
    "om to uger på fredag": "2026-12-11",
    "fredag om 14 dage": "2026-12-11",
    "fredag otte dage": "2026-12-04",
    "fredag om otte dage": "2026-12-04",
    # weeks and other periods
    "uge 14": "2027-04-05",
    "i uge 14": "2027-04-05",
    "Uge14": "2027-04-05",
    "uge 14 2028": "2028-04-03",
    "uge 14, 28": "2028-04-03",
    "uge 48": "2026-11-23",
    "uge 47": "2027-11-22",
    "uge 53": "2026-12-28",
    "uge 1": "2027-01-04",
    "fredag i uge 14": "2027-04-09",
    "uge 14, fredag": "2027-04-09",
    "fredag uge 14 2028": "2028-04-07",
    "næste uge": "2026-11-30",
    "i næste uge": "2026-11-30",
    "næste måned": "2026-12-01",
    "til næste år": "2027-01-01",
    "slutningen af maj": "2027-05-31",
    "i slutningen af maj 2028": "2028-05-31",
    "ultimo februar": "2027-02-28",
    "ultimo november": "2026-11-30",
    "inden udgangen af marts": "2027-03-31",
    "sidst i marts": "2027-03-31",
    "slut marts": "2027-03-31",
    "midt i maj": "2027-05-15",
    "medio maj": "2027-05-15",
    "medio november": "2027-11-15",
    "starten af maj": "2027-05-01",
    "primo december": "2026-12-01",
    "først i maj": "2027-05-01",
    "sidst på måneden": "2026-11-30",
    "starten af måneden": "2026-12-01",
    "slutningen af næste måned": "2026-12-31",
    "slutningen af ugen": "2026-11-27",
    "starten af næste uge": "2026-11-30",
    "midten af uge 14": "2027-04-07",
    "ved årets udgang": "2026-12-31",
    "midt i 2027": "2027-07-01",
    # as a deadline
    "senest 1. maj": "2027-05-01",
    "senest på fredag": "2026-11-27",
    "inden 1/5": "2027-05-01",
    "fra i morgen": "2026-11-26",
    # with what a paste brings along
    "  12.\u00a0marts\t2027\n": "2027-03-12",
    "\u202e12/3\u202c": "2027-03-12",
    "\x1b[31m12/3": "2027-03-12",
}


@pytest.mark.parametrize(("text", "day"), READ.items(), ids=[ascii(text) for text in READ])
def test_a_date_is_read_as_a_dane_means_it(text, day):
    assert read_date(text, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("næste fredag", "2026-11-27", "2026-12-04"),  # said on a Friday
        ("næste fredag", "2026-11-28", "2026-12-04"),  # on a Saturday
        ("næste fredag", "2026-11-29", "2026-12-04"),  # on a Sunday
        ("fredag", "2026-11-27", "2026-12-04"),
        ("fredag om 2 uger", "2026-11-28", "2026-12-11"),
        ("fredag otte dage", "2026-11-28", "2026-12-11"),
        ("uge 48", "2026-11-29", "2026-11-23"),  # on the last day of week 48
        ("uge 48", "2026-11-30", "2027-11-29"),
        ("uge 53", "2027-01-03", "2026-12-28"),  # a Sunday that belongs to the week of the year before
        ("uge 53", "2027-01-04", "2032-12-27"),
        ("om en måned", "2027-01-31", "2027-02-28"),
        ("om et år", "2028-02-29", "2029-02-28"),
        ("29. februar", "2028-02-29", "2028-02-29"),
        ("29. februar", "2028-03-01", "2032-02-29"),
        ("den 31.", "2027-01-31", "2027-01-31"),
        ("den 31.", "2027-02-01", "2027-03-31"),
        ("i morgen", "2027-12-31", "2028-01-01"),
        ("ultimo februar", "2028-02-10", "2028-02-29"),
    ],
)
def test_a_date_depends_on_the_day_it_is_written(text, today, day):
    assert read_date(text, date.fromisoformat(today)).isoformat() == day


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("torsdag den 12. marts 2027", "Den 12. marts 2027 er en fredag, ikke en torsdag."),
        ("søn 12/3", "Den 12. marts 2027 er en fredag, ikke en søndag."),
        ("12/3 9999", "Mener du årstallet 9999?"),
        ("12/3-1827", "Mener du årstallet 1827?"),
        ("uge 14 1999", "Mener du årstallet 1999?"),
        ("om 500 år", "Mener du årstallet 2526?"),
        ("om 9999 år", "Så langt rækker kalenderen ikke."),
        ("29/2 2027", "Februar 2027 går fra den 1. til den 28."),
        ("30. februar", "Februar går fra den 1. til den 29."),
        ("31/4", "April går fra den 1. til den 30."),
        ("0/4", "April går fra den 1. til den 30."),
        ("12/13", "Der er ingen måned 13."),
        ("den 32.", "Ingen måned har en dag 32."),
        ("uge 54", "Der er ingen uge 54."),
        ("uge 53 2027", "2027 har 52 uger."),
        ("i maj", "Hvilken dag i maj?"),
        ("maj 2028", "Hvilken dag i maj?"),
        ("", "Der står ingen dato."),
        ("  . ", "Der står ingen dato."),
    ],
)
def test_what_is_wrong_with_a_date_is_said_in_words(text, said):
    with pytest.raises(DateError) as caught:
        read_date(text, TODAY)
    assert caught.value.message == said
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "inden sommerferien",
        "snarest",
        "12",
        "2027",
        "uge",
        "næste",
        "om",
        "om uger",
        "om mange uger",
        "fredag i maj",
        "fredag inden længe",
        "12. martz",
        "12. ma",
        "12/3 kl. 14",
        "12/3 20277",
        "12/3 - 14/3",
        "1-2/12",
        "10-12 marts",
        "12/3?",
        "١٢/٣",
        "{text} {0} %s",
    ],
)
def test_what_is_no_date_is_named_and_three_examples_are_given(text):
    with pytest.raises(DateError) as caught:
        read_date(text, TODAY)
    assert caught.value.message == f"Jeg kan ikke læse »{text}« som en dato."
    assert caught.value.remedy == "Skriv for eksempel »12/3«, »om 3 uger« eller »næste fredag«."
    assert isinstance(caught.value, SamtaleError)


def test_the_examples_that_are_given_can_all_be_read():
    with pytest.raises(DateError) as caught:
        read_date("maj", TODAY)
    named = caught.value.remedy.split("»")[1:]
    for example_given in ("12/3", "om 3 uger", "næste fredag", *(part.split("«")[0] for part in named)):
        assert read_date(example_given, TODAY) >= TODAY


def test_hostile_text_is_cleaned_and_shortened_before_it_is_said_again():
    with pytest.raises(DateError) as caught:
        read_date("\x1b]0;title\x07\u202e[@click=app.quit]x[/]\n" + "æ" * 70, TODAY)
    named = caught.value.message.split("»")[1].split("«")[0]
    assert named == "[@click=app.quit]x[/] " + "æ" * 17 + "…"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "1" * 1_000_000,
        " " * 1_000_000,
        "12/3 " * 200_000,
        "om " * 300_000,
        "\x1b]" * 500_000,
    ],
    ids=["letters", "figures", "blanks", "dates", "words", "escapes"],
)
def test_a_megabyte_is_answered_at_once(text):
    before = time.process_time()
    with pytest.raises(DateError) as caught:
        read_date(text, TODAY)
    assert time.process_time() - before < 0.25
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("text", ["om " * 26, "uge 14 " * 11, "i slutningen af " * 5, "a " * 40, "1" * 80])
def test_no_line_makes_the_reader_go_astray(text):
    before = time.process_time()
    for _ in range(20):
        with pytest.raises(DateError):
            read_date(text, TODAY)
    assert time.process_time() - before < 0.5


# What is shown


def test_a_date_is_shown_in_full_with_its_weekday():
    assert show_date(date(2027, 3, 12)) == "fredag den 12. marts 2027"
    assert show_date(date(2027, 5, 1)) == "lørdag den 1. maj 2027"


def test_a_date_is_shown_short_for_a_table():
    assert short_date(date(2027, 3, 12)) == "12. mar. 2027"
    assert short_date(date(2027, 5, 1)) == "1. maj 2027"


DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
ANY_DAYS = st.dates(date(1990, 1, 1), date(2110, 12, 31))


@given(DAYS, ANY_DAYS)
def test_what_is_shown_can_be_read_again(day, today):
    assert read_date(show_date(day), today) == day
    assert read_date(short_date(day), today) == day
    assert read_date(day.isoformat(), today) == day


def test_every_day_of_a_leap_year_can_be_written_without_its_year():
    today = date(2027, 12, 31)
    for ahead in range(366):
        day = today + timedelta(days=ahead)
        assert read_date(f"{day.day}/{day.month}", today) == day
        assert read_date(show_date(day).rsplit(" ", 1)[0], today) == day


@given(st.integers(1, 31), st.integers(1, 12), DAYS)
def test_a_date_without_a_year_is_the_next_one(day, month, today):
    try:
        found = read_date(f"{day}/{month}", today)
    except DateError:
        assert day > 28 or today.year > LAST_YEAR - 5
    else:
        assert (found.day, found.month) == (day, month)
        assert found >= today
        assert found - today <= timedelta(days=366 if (day, month) != (29, 2) else 8 * 366)


@given(st.integers(0, 6), DAYS.filter(lambda day: day.year < LAST_YEAR))
def test_a_weekday_is_the_first_after_today_and_the_next_one_is_in_next_week(number, today):
    name = show_date(date(2026, 11, 23) + timedelta(days=number)).split()[0]
    coming, following = read_date(name, today), read_date(f"næste {name}", today)
    assert coming.weekday() == following.weekday() == number
    assert 1 <= (coming - today).days <= 7
    assert following.isocalendar()[:2] == (today + timedelta(days=7)).isocalendar()[:2]


SOME_WORDS = """
    i om på den d. næste denne uge uger dage år måned måneder maj marts fredag to en et halvt 14 12 3 2027 9999 31 0
    53 / - . , ½ af i slutningen midt ultimo året udgang årets ugen fra dag nu par otte tid 29 2 feb s
"""
WORDS = st.sampled_from(SOME_WORDS.split())


@given(
    st.text() | st.lists(WORDS, max_size=7).map(" ".join) | st.lists(WORDS, max_size=7).map("".join), ANY_DAYS
)
@example("om 9999 måneder", date(2110, 12, 31))
@example("uge 53", date(2100, 12, 31))
@example("29/2", date(2099, 1, 1))
def test_whatever_is_written_gives_a_sane_date_or_a_message_in_words(text, today):
    try:
        found = read_date(text, today)
    except DateError as error:
        found = None
        said = (error.title, error.message[-1], error.remedy[-1])
    if found:
        assert FIRST_YEAR <= found.year <= LAST_YEAR
    else:
        assert said in {("Datoen kan ikke læses", ending, ".") for ending in ".?"}
