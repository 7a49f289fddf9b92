"""A spiral in a real terminal: from the card through a killed program to an agreement in the written plan."""

import signal
from collections.abc import Callable
from pathlib import Path

from window import Window, is_saved, is_there, saved

from samtale_tui.documents.plan_file import read_plan


def test_a_spiral_from_its_card_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    people = "Anna, Bo, Carina, Anna"
    window = open_window("start", "metoder", "--team", "Team Nord", "--people", people, columns=80, rows=24)
    window.wait_for("RAMME")
    window.wait_until(is_there, "the conversation was not saved")
    window.press("space")
    window.wait_for("RUMMET")
    window.go_on("HJULET")
    window.press("3")
    window.wait_for("Spiralsamtale · Alle til o")
    window.press("enter")
    window.wait_for("← hjulet")
    window.press("enter")
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
    window.wait_for("▶ Anna (2)")
    window.press("c")
    window.wait_for_field("Hvad blev sagt?")
    window.type("Sparring hver tirsdag")
    window.press("enter")
    window.wait_until(is_saved(lambda value: len(value.rounds[0].caught) == 1), "nothing was written down")
    window.signal(signal.SIGKILL)
    window.wait_exit()

    again = open_window("resume", columns=80, rows=24)
    again.wait_for("På pause", "▶ Anna (2)")
    again.press("space")
    again.wait_gone("På pause")
    again.press("x")
    again.wait_for("Det kom ud af: Spiralsamtale", "1 Sparring hver tirsdag")
    again.press("1")
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
    assert value.agreements[0].harvest == "r1/c1"
    assert [turn.passed for turn in value.rounds[0].spiral.turns[:2]] == [False, True]  # type: ignore[union-attr]
    path = next(Path(each) for each in value.written if each.endswith(".toml"))
    assert [action.what for action in read_plan(path).actions] == ["Sparring hver tirsdag"]
