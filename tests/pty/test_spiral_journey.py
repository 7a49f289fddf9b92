"""A spiral in a real terminal: from the card through a killed program to an agreement in the written plan."""

from collections.abc import Callable

from window import Window, come_back, is_saved, on_ramme, saved

from samtale_tui.documents.plan_file import read_plan


def test_a_spiral_from_its_card_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    window = on_ramme(open_window, "Anna, Bo, Carina, Anna")
    window.begin_in_the_room()
    window.open_exercise(3, "Spiralsamtale · Alle til o")
    window.wait_for("Øvelse · kort 1 af 9")
    window.press("r")
    window.wait_for("Hvorfor", "4 er med", "Anna begynder")
    window.press("enter")
    window.wait_for("▶ Anna", "› Bo", "Anna (2)")
    window.press("n", "p")
    window.wait_for("▶ Carina", "1 pas i træk")
    window.press("d")
    window.wait_for("Hvem er med?", "[✓] Carina")
    window.press("down", "down", "space")
    window.wait_for("Carina er gået.")
    window.press("esc")
    window.wait_gone("Hvem er med?")
    window.wait_for("▶ Anna (2)")
    window.write("c", "Hvad blev sagt?", "Sparring hver tirsdag")
    window.wait_until(is_saved(lambda value: len(value.rounds[0].caught) == 1), "nothing was written down")
    window.kill()

    again = come_back(open_window, "▶ Anna (2)")
    again.press("x")
    again.wait_for("Det kom ud af: Spiralsamtale", "1 Sparring hver tirsdag")
    again.agree_to(1)
    again.leave_the_card()
    again.plan_the_agreement()
    files = again.write_the_files()
    value = saved()
    assert value.agreements[0].harvest == "r1/c1"
    assert [turn.passed for turn in value.rounds[0].spiral.turns[:2]] == [False, True]  # type: ignore[union-attr]
    assert [action.what for action in read_plan(files[".toml"]).actions] == ["Sparring hver tirsdag"]
