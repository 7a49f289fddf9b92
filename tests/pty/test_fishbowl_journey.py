"""A fishbowl in a real terminal: from its card through a killed program to an agreement in the written plan."""

from collections.abc import Callable

from window import Window, come_back, is_saved, on_ramme, saved

from samtale_tui.documents.plan_file import read_plan
from samtale_tui.method.fishbowl import Fishbowl


def fishbowl(value) -> Fishbowl:
    found = value.rounds[0].fishbowl
    assert found
    return found


def test_a_fishbowl_from_its_card_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    window = on_ramme(open_window, "Anna, Bo, Carina, Dorthe, Emil, Fatima")
    window.begin_in_the_room()
    window.open_exercise(5, "Fishbowl · Skriv og lyt")
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
    window.press("esc")
    window.wait_gone("Hvem sidder inde?")
    window.press("n")
    window.wait_for("Den yderste kreds: Hvad så", "c skriver op")
    window.write("c", "En linje er nok.", "Alle taler om tirsdagen")
    window.wait_until(is_saved(lambda value: len(fishbowl(value).notes) == 1), "nothing was written down")
    window.kill()

    again = come_back(open_window, "Alle taler om tirsdagen")
    again.press("n")
    again.wait_for("Omgang 2 · Anden halvdel")
    again.press("n", "n")
    again.wait_for("Opsamling", "Omgang 1: Alle taler om tirsdagen")
    again.write("c", "En linje er nok.", "Sparring hver tirsdag")
    again.wait_for("Sparring hver tirsdag")
    again.press("x")
    again.wait_for("Det kom ud af: Fishbowl", "1 Den yderste kreds · omgang 1", "2 Opsamling: Sparring")
    again.agree_to(2)
    again.leave_the_card()
    again.plan_the_agreement()
    files = again.write_the_files()
    value = saved()
    assert value.agreements[0].harvest == "r1/o2"
    assert sorted(len(circle) for circle in fishbowl(value).circles) == [3, 3]
    assert len(fishbowl(value).sittings) == 2
    assert [action.what for action in read_plan(files[".toml"]).actions] == ["Sparring hver tirsdag"]
