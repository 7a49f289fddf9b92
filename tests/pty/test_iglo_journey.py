"""An IGLO in a real terminal: from its card through a killed program to an action in the written plan."""

import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path

from window import Window, is_saved, is_there, saved

from samtale_tui.basis.words import Horizon
from samtale_tui.documents.plan_file import read_plan
from samtale_tui.method.iglo import Iglo


def iglo(value) -> Iglo:
    found = value.rounds[0].iglo
    assert found
    return found


def test_an_iglo_from_its_card_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    window = open_window(
        *("start", "metoder", "--team", "Team Nord", "--people", "Anna, Bo, Carina"), columns=80, rows=24
    )
    window.wait_for("RAMME")
    window.wait_until(is_there, "the conversation was not saved")
    window.press("space")
    window.wait_for("RUMMET")
    window.go_on("HJULET")
    window.press("8")
    window.wait_for("IGLO · ")
    window.press("enter")
    window.wait_for("← hjulet")
    window.press("enter")
    window.wait_until(is_saved(lambda value: value.card is not None), "no card lies open")
    window.agree("Ro fra 9 til 11")
    window.press("r")
    window.wait_for("Regler", "Alle fire niveauer")
    window.press("enter")
    window.wait_for("IDÉER", "g henter den aftale")
    window.press("g")
    window.wait_for("Ro fra 9 til 11", "fra en aftale")
    window.press("t")
    window.wait_for_field("Hvad kunne gøre en forskel?")
    window.type("Makker til nye")
    window.press("enter")
    window.wait_for("○ Makker til nye")
    window.press("l")
    window.wait_for("TAVLE", "den letteste at begynde med", "Tavlen er tom.")
    window.press("down", "t")
    window.wait_for_field("Noget, man kan se ske")
    window.type("En makker i tre uger")
    window.wait_until(is_saved(lambda value: "En makker i tre uger" in value.drafts.values()), "no draft")
    window.signal(signal.SIGKILL)
    window.wait_exit()

    again = open_window("resume", columns=80, rows=24)
    again.wait_for("På pause", "halvskrevet")
    again.press("space")
    again.wait_gone("På pause")
    again.press("down", "t")
    again.wait_for("En makker i tre uger", "1 af 5")
    for hint, text in (
        ("Gerne det første skridt", "Fra den første dag"),
        ("Ét navn", "Bo"),
        ("fx i morgen", "1.4.2027"),
        ("fx om 3 uger", "11.6.2027"),
    ):
        again.press("tab")
        again.wait_for_field(hint)
        again.type(text)
        again.wait_for(text)
    again.wait_for("4 af 5")
    again.press("ctrl+s")
    again.wait_for("4/5", "Endnu ingen sedler")
    again.press("g")
    again.wait_for("Handling 1 i planen")
    again.press("x")
    again.wait_for("Det kom ud af: IGLO")
    again.press("esc")
    again.wait_for("r metode")
    again.press("esc")
    again.wait_for("Aftaler · 1")
    again.go_on("Planen · 1")
    again.go_on_to_finish()
    again.press("enter")
    again.wait_until(is_saved(lambda value: len(value.written) >= 3), "the files were not written")
    again.end()
    value = saved()
    (note,) = iglo(value).notes
    assert (note.action, note.how) == ("h1", "Fra den første dag")
    path = next(Path(each) for each in value.written if each.endswith(".toml"))
    (action,) = read_plan(path).actions
    assert (action.what, action.how, action.why) == (
        "En makker i tre uger",
        "Fra den første dag",
        "Makker til nye",
    )
    assert (action.responsible, action.start, action.deadline) == (
        "Bo",
        date(2027, 4, 1),
        date(2027, 6, 11),
    )
    assert action.horizon is Horizon.SHORT


def test_an_idea_that_had_no_turn_becomes_an_agreement_and_an_action(
    open_window: Callable[..., Window],
) -> None:
    window = open_window(
        "start", "metoder", "--team", "Team Nord", "--people", "Anna, Bo", columns=80, rows=24
    )
    window.wait_for("RAMME")
    window.wait_until(is_there, "the conversation was not saved")
    window.press("space")
    window.wait_for("RUMMET")
    window.go_on("HJULET")
    window.press("ctrl+p")
    window.wait_for("Alle kommandoer")
    window.type("IGLO")
    window.wait_for("Fra idé til handling på fire niveauer")
    window.press("enter")
    window.wait_for("Regler", "Alle fire niveauer")
    window.press("enter")
    window.wait_for("IDÉER")
    window.press("t")
    window.wait_for_field("Hvad kunne gøre en forskel?")
    window.type("Kaffe klokken ti")
    window.press("enter")
    window.wait_for("○ Kaffe klokken ti")
    window.press("x")
    window.wait_for("Det kom ud af: IGLO", "Idé, der ikke kom på tavlen: Kaffe klokken ti")
    window.press("1")
    window.wait_for("✓ aftale 1")
    window.press("esc")
    window.wait_for("Aftaler · 1")
    window.go_on("Aftaler, der venter · 1")
    window.press("enter")
    window.wait_for("Planen · 1")
    window.end()
    assert [action.what for action in saved().actions] == ["Kaffe klokken ti"]
