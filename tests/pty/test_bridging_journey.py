"""A structured dialogue in a real terminal: from its card through a killed program to the written plan."""

import signal
from collections.abc import Callable
from pathlib import Path

from window import Window, is_saved, is_there, saved

from samtale_tui.documents.plan_file import read_plan
from samtale_tui.method.bridging import Bridging
from samtale_tui.method.run import Ending


def dialogue() -> Bridging:
    """How it was saved."""
    found = saved().rounds[0].bridging
    assert found
    return found


def test_a_dialogue_from_its_card_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    people = "Anna, Bo, Carina, Anna"
    window = open_window("start", "metoder", "--team", "Team Nord", "--people", people, columns=80, rows=24)
    window.wait_for("RAMME")
    window.wait_until(is_there, "the conversation was not saved")
    window.press("space")
    window.wait_for("RUMMET")
    window.go_on("HJULET")
    window.press("4")
    window.wait_for("Struktureret dialog · Alle")
    window.press("enter")
    window.wait_for("← hjulet")
    window.press("enter")
    window.wait_for("Øvelse · kort 1 af")
    window.press("r")
    window.wait_for("Regler", "4 er med", "den, der har lyst, begynder")
    window.press("enter")
    window.wait_for("▸1   Anna", "4   Anna (2)", "nyt spørgsmål")
    window.press("2")
    window.wait_for("▸2 ▶ Bo")
    window.press("4")
    window.wait_for("▸4 ▶ Anna (2)", "2 ✓ Bo")
    window.press("enter")
    window.wait_for("Forslag", "⏎ stil")
    window.press("n")
    window.wait_for("Anna (2)", "fortalte?")
    window.press("enter")
    window.wait_for("Spørgsmålet nu", "▸3   Carina")
    window.press("e")
    window.wait_for("Spørg med egne ord")
    window.type(" Sig bare ét ord.")
    window.press("enter")
    window.wait_for("Forslag med dine ord", "Sig bare ét ord.")
    window.press("c")
    window.wait_for_field("Hvad blev sagt?")
    window.type("Sparring hver tirsdag")
    window.press("enter")
    window.wait_until(is_saved(lambda value: len(value.rounds[0].caught) == 1), "nothing was written down")
    window.signal(signal.SIGKILL)
    window.wait_exit()
    (asked,) = dialogue().asked
    assert asked.text == "Carina, hvad kan du bedst lide i det, Anna (2) fortalte?"
    assert [each.person for each in dialogue().spoken] == ["p2", "p4"]

    again = open_window("resume", columns=80, rows=24)
    again.wait_for("På pause", "✓ Bo", "▶ Anna (2)")
    again.press("space")
    again.wait_gone("På pause")
    again.press("1")
    again.wait_for("▶ Anna")
    again.press("3")
    again.wait_for("▶ Carina", "Alle er hørt.", "j målet er nået")
    again.press("j")
    again.wait_for("Det kom ud af: Struktureret dialog", "1 Sparring hver tirsdag")
    again.press("1")
    again.wait_for("✓ aftale 1")
    again.press("esc")
    again.wait_for("r metode")
    again.press("esc")
    again.wait_for("Aftaler · 1")
    again.go_on("Planen · 0")
    again.wait_for("Aftaler, der venter · 1", "⏎ gør til handling")
    again.press("enter")
    again.wait_for("Planen · 1")
    again.go_on_to_finish()
    again.press("enter")
    again.wait_until(is_saved(lambda value: len(value.written) >= 3), "the files were not written")
    again.end()
    assert dialogue().ending is Ending.AIM_MET
    assert dialogue().worded and dialogue().worded.text.endswith("Sig bare ét ord.")
    value = saved()
    assert value.agreements[0].harvest == "r1/c1"
    path = next(Path(each) for each in value.written if each.endswith(".toml"))
    assert [action.what for action in read_plan(path).actions] == ["Sparring hver tirsdag"]
