"""A team of nine, from Ramme to Word: the whole conversation in the room, once in Danish and once in English."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from window import Window, is_saved, is_there, saved

from samtale_tui.basis.dates import read_date
from samtale_tui.basis.language import _, use_language
from samtale_tui.conversation.aside import Belongs
from samtale_tui.conversation.framing import Reason
from samtale_tui.documents.plan_file import read_plan

NINE = "Anna, Bo, Carina, David, Eva, Finn, Grethe, Hans, Anna"
SECRET = "Bos barsel"
AGREEMENTS = (
    "Sparring hver tirsdag",
    "Tavle i køkkenet",
    "Makker til nye",
    "Fælles kalender",
    "Ro fra 9 til 11",
    "Kaffe kl. 10",
)
DEADLINE = {"da": "om 3 uger", "en": "in 3 weeks"}
FOLLOW_UP = {"da": "næste fredag", "en": "next friday"}


@pytest.fixture(params=["da", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """The language that the program is asked for, and that this test looks its words up in."""
    use_language(request.param)
    yield request.param
    use_language("da")


def first_word(text: str) -> str:
    """The words of a text before the first thing that is filled in."""
    return text.partition("{")[0].strip()


def test_nine_people_come_from_ramme_to_a_plan_in_word(
    open_window: Callable[..., Window], spoken: str
) -> None:
    window = open_window(
        *("start", "tus-randers", "--lang", spoken, "--team", "Team Øst", "--people", NINE),
        columns=80,
        rows=24,
    )
    window.wait_for(_("Ramme").upper(), _("KUN DIG"), _("Forbered samtalen"))
    window.wait_until(is_there, "the new conversation was not saved")
    _prepare(window)
    window.press("space")
    window.wait_for(_("RUMMET"), _("Velkommen, {team}").format(team="Team Øst"))
    window.go_on(_("Hjulet").upper())
    window.press("t")
    window.wait_until(is_saved(lambda value: value.card is not None), "no card was drawn")
    _park(window)
    for number, text in enumerate(AGREEMENTS, 1):
        _agree(window, number, text)
    window.press("esc")
    window.wait_until(is_saved(lambda value: value.card is None), "the card lay open")
    _rank_and_plan(window, spoken)
    window.go_on(_("Evaluering").upper())
    _evaluate(window)
    window.press(">")
    window.wait_for(first_word(_("Parkeret · {n} venter")))
    assert SECRET not in window.text(), "the room saw what is confidential"
    window.go_on(_("Skriv filerne"))
    window.press("enter")
    window.wait_until(is_saved(lambda value: len(value.written) == 4), "the files were not written")
    window.end()
    _read_the_files(spoken)


def _prepare(window: Window) -> None:
    """A purpose of the seven, and two groups, as there are more than six."""
    window.press("down", "down", "enter")
    window.wait_for("[ ] " + _("Fælles retning for opgave, mål og ansvar"))
    window.press("space")
    window.wait_for("[✓] " + _("Fælles retning for opgave, mål og ansvar"))
    window.press("esc")
    window.wait_gone("[✓]")
    window.press("g")
    window.wait_for(_("Gruppe {n}").format(n=2))
    window.press("enter")
    window.wait_until(is_saved(lambda value: [len(each) for each in value.groups] == [5, 4]), "no groups")


def _park(window: Window) -> None:
    """Something that belongs in someone's MUS."""
    window.press("k")
    window.wait_for(_("Parkér"), "○ " + _("Et teammøde"))
    window.type(SECRET)
    window.wait_for(SECRET)
    window.press("tab", "tab")
    window.wait_for("● MUS")
    window.press("enter")
    window.wait_until(is_saved(lambda value: len(value.parked) == 1), "nothing was parked")
    assert saved().parked[0].belongs is Belongs.MUS


def _agree(window: Window, number: int, text: str) -> None:
    window.press("a")
    window.wait_for_field(_("Hvad er I enige om? En sætning er nok."))
    window.type(text)
    window.wait_for(text)
    window.press("enter")
    window.wait_gone(_("Ny aftale"))
    window.wait_until(is_saved(lambda value: len(value.agreements) == number), f"{text!r} was not kept")


def _rank_and_plan(window: Window, spoken: str) -> None:
    """The third gets eight hands and the first five; these two become actions, and one is planned in full."""
    window.press(">")
    window.wait_for(
        "Makker til nye", _("Hvad er vigtigst? Ræk hånden op for det, der skal blive til handlinger.")[:16]
    )
    window.press("5", "down", "down", "8")
    window.wait_until(
        is_saved(lambda value: [each.votes for each in value.agreements[:3]] == [5, 0, 8]), "no votes"
    )
    window.press("r")
    window.wait_until(is_saved(lambda value: value.agreements[0].text == AGREEMENTS[2]), "not sorted")
    window.press("enter")
    window.wait_until(is_saved(lambda value: len(value.actions) == 1), "no action")
    window.press("enter")
    window.wait_until(is_saved(lambda value: len(value.actions) == 2), "no second action")
    window.press("esc")
    window.wait_for(first_word(_("Planen · {n}")))
    window.press("tab")
    window.press("enter")
    window.wait_for_field(_("Ét navn"))
    window.type("Eva")
    window.wait_gone(_("Ét navn"))
    window.press("tab", "tab")
    window.wait_for_field(_("fx om 3 uger, 12.3.2027")[:12])
    window.type(DEADLINE[spoken])
    window.wait_for("= ")
    window.press("tab")
    window.wait_for_field(_("fx næste fredag"))
    window.type(FOLLOW_UP[spoken])
    window.wait_for(FOLLOW_UP[spoken])
    window.press("ctrl+s")
    window.wait_until(
        is_saved(lambda value: any(a.deadline and a.follow_when for a in value.actions)), "not saved"
    )


def _evaluate(window: Window) -> None:
    window.wait_for_field(_("Skriv med jeres egne ord"))
    window.type("Vi er enige")
    window.wait_until(is_saved(lambda value: value.evaluation.outcome == "Vi er enige"), "no answer")
    window.press("esc")
    window.wait_for("> " + _("videre"))


def _read_the_files(spoken: str) -> None:
    value = saved()
    assert value.framing.reasons == (Reason.DIRECTION,)
    paths = {Path(path).suffix: Path(path) for path in value.written}
    plan = read_plan(paths[".toml"])
    assert {action.what for action in plan.actions} == {AGREEMENTS[0], AGREEMENTS[2]}
    full = next(action for action in plan.actions if action.deadline)
    days = [read_date(DEADLINE[spoken], day) for day in (date.today(), value.times.begun.date())]  # type: ignore[union-attr]
    assert full.deadline in days

    document = Document(str(paths[".docx"]))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = "\n".join([*(each.text for each in document.paragraphs), *cells])
    for text in (*AGREEMENTS, "Vi er enige", "Eva", _("Evaluering"), _("Underskrifter")):
        assert text in words, text
    assert SECRET not in words
    assert not (spoken == "en" and "Underskrifter" in words)

    events = Calendar.from_ical(paths[".ics"].read_bytes()).walk("VEVENT")
    assert {event["DTSTART"].dt for event in events} == {full.deadline, full.follow_when}
    assert all(event.walk("VALARM") for event in events)
    for suffix in (".md", ".toml", ".ics"):
        assert SECRET not in paths[suffix].read_text(encoding="utf-8")
    assert "Vi er enige" in paths[".md"].read_text(encoding="utf-8")
    assert "Vi er enige" not in paths[".toml"].read_text(encoding="utf-8")
