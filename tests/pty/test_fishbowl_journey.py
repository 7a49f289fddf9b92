"""A fishbowl in a real terminal: from its card through a killed program to an agreement in the written plan."""

import signal
from collections.abc import Callable
from pathlib import Path

from window import Window, is_saved, is_there, saved

from samtale_tui.documents.plan_file import read_plan
from samtale_tui.method.fishbowl import Fishbowl


def fishbowl(value) -> Fishbowl:
    found = value.rounds[0].fishbowl
    assert found
    return found


def test_a_fishbowl_from_its_card_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    people = "Anna, Bo, Carina, Dorthe, Emil, Fatima"
    window = open_window("start", "metoder", "--team", "Team Nord", "--people", people, columns=80, rows=24)
    window.wait_for("RAMME")
    window.wait_until(is_there, "the conversation was not saved")
    window.press("space")
    window.wait_for("RUMMET")
    window.go_on("HJULET")
    window.press("5")
    window.wait_for("Fishbowl · Skriv og lyt")
    window.press("enter")
    window.wait_for("← hjulet")
    window.press("enter")
    window.wait_until(is_saved(lambda value: value.card is not None), "no card lies open")
    window.press("r")
    window.wait_for("Regler", "Inde først", "Rundt om")
    window.press("e")
    window.wait_for("Indstil fishbowl", "Første halvdel, inde først · 3")
    window.press("space")
    window.wait_for("Første halvdel, inde først · 2", "Anden halvdel · 4")
    window.press("ctrl+s")
    window.wait_gone("Indstil fishbowl")
    window.press("enter")
    window.wait_for("Omgang 1 · Første halvdel", "Til den yderste kreds:")
    window.press("p")
    window.wait_for("Hvem sidder inde?", "Inde · 2")
    window.press("end", "space")
    window.wait_for("Inde · 3", "sidder nu inde")
    window.press("esc", "n")
    window.wait_for("Den yderste kreds: Hvad så", "c skriver op")
    window.press("c")
    window.wait_for_field("En linje er nok.")
    window.type("Alle taler om tirsdagen")
    window.press("enter")
    window.wait_until(is_saved(lambda value: len(fishbowl(value).notes) == 1), "nothing was written down")
    window.signal(signal.SIGKILL)
    window.wait_exit()

    again = open_window("resume", columns=80, rows=24)
    again.wait_for("På pause", "Alle taler om tirsdagen")
    again.press("space")
    again.wait_gone("På pause")
    again.press("n")
    again.wait_for("Omgang 2 · Anden halvdel")
    again.press("n", "n")
    again.wait_for("Opsamling", "Omgang 1: Alle taler om tirsdagen")
    again.press("c")
    again.wait_for_field("En linje er nok.")
    again.type("Sparring hver tirsdag")
    again.press("enter")
    again.wait_for("Sparring hver tirsdag")
    again.press("x")
    again.wait_for("Det kom ud af: Fishbowl", "1 Den yderste kreds · omgang 1", "2 Opsamling: Sparring")
    again.press("2")
    again.wait_for("✓ aftale 1")
    again.press("esc")
    again.wait_for("r metode")
    again.press("esc")
    again.wait_for("Aftaler · 1")
    again.go_on("Aftaler, der venter · 1")
    again.press("enter")
    again.wait_for("Planen · 1")
    again.go_on_to_finish()
    again.press("enter")
    again.wait_until(is_saved(lambda value: len(value.written) >= 3), "the files were not written")
    again.end()
    value = saved()
    assert value.agreements[0].harvest == "r1/o2"
    assert sorted(len(circle) for circle in fishbowl(value).circles) == [3, 3]
    assert len(fishbowl(value).sittings) == 2
    path = next(Path(each) for each in value.written if each.endswith(".toml"))
    assert [action.what for action in read_plan(path).actions] == ["Sparring hver tirsdag"]
