"""The whole way: one command, the wheel, a card, a round, an agreement, the plan, and the files."""

import zipfile
from datetime import date, timedelta
from pathlib import Path

from window import CARD_BAR, Window, is_saved, saved

from samtale_tui.documents.plan_file import read_plan

NOTE = "Bo virker træt af vagterne"
AGREEMENT = "Sparring hver tirsdag"


def test_a_conversation_goes_from_the_first_command_to_a_plan_in_files(wheel: Window, own_home: Path) -> None:
    today = date.today()
    first = saved().field or saved().deck.ordered_fields[0].id
    wheel.begin_on_the_wheel()
    wheel.wait_for("RUMMET", "God samtale")
    wheel.press("right")
    wheel.wait_until(is_saved(lambda value: value.field not in (None, first)), "the arrow chose no field")
    field = saved().deck.fields_by_id[saved().field or ""]
    wheel.wait_for(f"{field.title} · {saved().deck.theme_of(field).title}")
    wheel.draw_a_card()

    _write_a_note(wheel)
    _take_a_round(wheel)
    wheel.press("esc")
    wheel.wait_for("Aftaler · 1")
    _plan(wheel)
    wheel.go_on_to_finish()
    wheel.press("enter")
    wheel.wait_for("4 filer er skrevet", "Skrevet i")
    wheel.end()

    written = [Path(path) for path in saved().written]
    assert sorted(path.suffix for path in written) == [".docx", ".ics", ".md", ".toml"]
    assert all(path.is_relative_to(own_home) for path in written)
    plan = read_plan(next(path for path in written if path.suffix == ".toml"))
    (action,) = plan.actions
    assert (plan.team, plan.people) == ("Team Nord", ("Anna", "Bo", "Carina"))
    assert (action.what, action.responsible, action.origin.field) == (AGREEMENT, "Bo", field.title)
    days = (today, date.today())  # midnight may have passed
    assert action.deadline in [day + timedelta(weeks=3) for day in days]
    assert action.follow_when is not None
    assert action.follow_when.weekday() == 4
    assert days[0] < action.follow_when <= days[1] + timedelta(days=14)
    markdown = next(path for path in written if path.suffix == ".md").read_text(encoding="utf-8")
    assert AGREEMENT in markdown
    assert AGREEMENT in _text_in(next(path for path in written if path.suffix == ".docx"))
    calendar = next(path for path in written if path.suffix == ".ics")
    assert f"{action.deadline:%Y%m%d}" in _text_in(calendar)
    assert f"{action.follow_when:%Y%m%d}" in _text_in(calendar)
    assert "Bo" in markdown
    assert saved().agreements[0].card == saved().rounds[0].card
    assert saved().use(saved().rounds[0].card).notes == NOTE
    for path in written:
        assert NOTE not in _text_in(path)


def _text_in(path: Path) -> str:
    """All the text of a file, of a Word document that of all its parts."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def _write_a_note(window: Window) -> None:
    """In one's own view only; then back to the room's."""
    window.press("i")
    window.wait_for("Noter er kun for dig", "Bliv i rummet")
    window.press("right")
    window.press("enter")
    window.wait_for("KUN DIG", "Noter · kun for dig")
    window.wait_for_field("Noter til dig selv")
    window.type(NOTE)
    window.wait_for(NOTE)
    window.leave_field("Noter · kun for dig")
    window.press("v")
    window.wait_for("RUMMET")
    window.wait_gone(NOTE)


def _take_a_round(window: Window) -> None:
    """Anna speaks, Bo passes, and an agreement is written while Carina has the word."""
    window.begin_a_round()
    window.wait_for("Anna")
    window.press("n")
    window.wait_until(is_saved(lambda value: value.rounds[0].spiral.speaker == "p2"), "the word stayed")
    window.press("p")
    window.wait_until(is_saved(lambda value: value.rounds[0].spiral.speaker == "p3"), "nobody passed")
    window.agree(AGREEMENT)
    window.wait_for("Aftale 1 er gemt")
    window.press("x")
    window.wait_for("Det kom ud af: Spiralsamtale")
    window.press("esc")
    window.wait_for(CARD_BAR)


def _plan(window: Window) -> None:
    """The agreement becomes an action with a person, a deadline and a follow-up."""
    window.go_on("Aftaler, der venter · 1")
    window.press("enter")
    window.wait_for("Planen · 1", "1 mangler noget")
    window.press("enter")
    window.wait_for("Kommer fra:")
    window.wait_for_field("Ét navn")
    window.type("Bo")
    window.wait_gone("Ét navn")
    window.press("tab", "tab")
    window.wait_for_field("fx om 3 uger")
    window.type("om 3 uger")
    window.wait_for("= ")
    window.press("tab")
    window.wait_for_field("fx næste fredag")
    window.type("næste fredag")
    window.wait_for("næste fredag", "= fredag den")
    window.press("ctrl+s")
    window.wait_for("Planen · 1", "✓")
    window.wait_gone("1 mangler noget")
