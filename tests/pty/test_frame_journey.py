"""Ramme in a real terminal: prepared, begun, shown to the room, and there again after a kill."""

from collections.abc import Callable
from datetime import date

from window import Window, is_saved, on_ramme, saved

from samtale_tui.conversation.framing import Break, Reason

NINE = "Anna, Bo, Carina, David, Eva, Finn, Grethe, Hans, Anna"


def test_a_frame_is_filled_in_begun_and_there_again_after_a_kill(open_window: Callable[..., Window]) -> None:
    window = on_ramme(open_window, NINE, deck="tus-randers")
    window.wait_for("RAMME", "KUN DIG", "Del jer i 2")
    window.press("down", "enter")
    window.wait_for_field("fx 12/3, på torsdag")
    window.type("12/3 2027")
    window.wait_for("= fredag den 12. marts 2027")
    window.press("esc")
    window.wait_gone("Esc lukker")
    window.wait_for("12. mar. 2027")
    window.press("down", "enter")
    window.wait_for("[ ] Fælles retning")
    window.press("space")
    window.wait_for("[✓] Fælles retning")
    window.press("esc")
    window.wait_gone("[✓] Fælles retning")
    window.press("g")
    window.wait_for("Gruppe 2 · 4")
    window.press("enter")
    window.wait_for("2 grupper: 5 + 4")
    window.press("c")
    window.wait_for_field("fx Hvad glæder dig")
    window.type("Hvad glæder dig, q?")
    window.wait_for("Hvad glæder dig, q?")
    window.press("esc")
    window.wait_gone("Esc lukker")
    window.press("space")
    window.wait_for("Samtalen er sat til fredag den 12. marts 2027", "Ikke endnu")
    window.press("right", "enter")
    window.wait_for("RUMMET", "God samtale", "Velkommen, Team Nord", "Hvad glæder dig, q?")
    window.wait_until(is_saved(lambda value: value.times.begun is not None), "it has not begun")
    window.kill()

    again = open_window("resume")
    again.wait_for("RAMME", "RUMMET", "Velkommen, Team Nord", "Hvad glæder dig, q?", "1 Anna, Bo")
    again.go_on("HJULET")
    again.press("<")
    again.wait_for("RAMME")
    again.end()
    framing = saved().framing
    assert (framing.day, framing.reasons, framing.check_in) == (
        date(2027, 3, 12),
        (Reason.DIRECTION,),
        "Hvad glæder dig, q?",
    )
    assert [len(group) for group in saved().groups] == [5, 4]


def test_a_break_is_written_as_one_says_it(open_window: Callable[..., Window]) -> None:
    window = on_ramme(open_window, "Anna, Bo", deck="tus-randers", columns=120, rows=40)
    window.press(*("down",) * 8)
    window.press("enter")
    window.wait_for("fx 10 min efter 45")
    window.press("tab", "tab")
    window.wait_for_field("fx 10 min efter 45")
    window.type("et kvarter efter halvanden time")
    window.wait_for("Pause i 15 minutter efter 90 minutter")
    window.wait_until(is_saved(lambda value: value.framing.breaks == (Break(after=90, minutes=15),)), "lost")
    window.end()
    assert saved().framing.breaks == (Break(after=90, minutes=15),)
