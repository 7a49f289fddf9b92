"""A structured dialogue in a real terminal: from its card through a killed program to the written plan."""

from collections.abc import Callable

from window import Window, come_back, is_saved, on_ramme, saved

from samtale_tui.documents.plan_file import read_plan
from samtale_tui.method.bridging import Bridging
from samtale_tui.method.run import Ending


def dialogue() -> Bridging:
    """How it was saved."""
    found = saved().rounds[0].bridging
    assert found
    return found


def test_a_dialogue_from_its_card_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    window = on_ramme(open_window, "Anna, Bo, Carina, Anna")
    window.begin_in_the_room()
    window.open_exercise(4, "Struktureret dialog · Alle")
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
    window.write("c", "Hvad blev sagt?", "Sparring hver tirsdag")
    window.wait_until(is_saved(lambda value: len(value.rounds[0].caught) == 1), "nothing was written down")
    window.kill()
    (asked,) = dialogue().asked
    assert asked.text == "Carina, hvad kan du bedst lide i det, Anna (2) fortalte?"
    assert [each.person for each in dialogue().spoken] == ["p2", "p4"]

    again = come_back(open_window, "✓ Bo", "▶ Anna (2)")
    again.press("1")
    again.wait_for("▶ Anna")
    again.press("3")
    again.wait_for("▶ Carina", "Alle er hørt.", "j målet er nået")
    again.press("j")
    again.wait_for("Det kom ud af: Struktureret dialog", "1 Sparring hver tirsdag")
    again.agree_to(1)
    again.leave_the_card()
    again.plan_the_agreement()
    files = again.write_the_files()
    assert dialogue().ending is Ending.AIM_MET
    assert dialogue().worded and dialogue().worded.text.endswith("Sig bare ét ord.")
    value = saved()
    assert value.agreements[0].harvest == "r1/c1"
    assert [action.what for action in read_plan(files[".toml"]).actions] == ["Sparring hver tirsdag"]
