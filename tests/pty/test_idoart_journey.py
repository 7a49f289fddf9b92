"""IDOART in a real terminal: from Ramme through a killed program into the frame, and on to the written plan."""

import signal
from collections.abc import Callable
from pathlib import Path

from window import Window, is_saved, is_there, saved

from samtale_tui.conversation.framing import AgendaItem, Role
from samtale_tui.documents.plan_file import read_plan


def _answer(window: Window, text: str) -> None:
    """To the question that is marked."""
    window.press("enter")
    window.wait_for("Skriv et svar")
    window.type(text)
    window.wait_for(text)
    window.press("enter")
    window.wait_gone("Skriv et svar")
    window.wait_for(text.removesuffix(" 20 min"))


def test_idoart_from_ramme_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    people = "Anna, Bo, Carina"
    window = open_window(
        "start", "tus-randers", "--team", "Team Nord", "--people", people, columns=80, rows=24
    )
    window.wait_for("RAMME", "Forbered samtalen")
    window.wait_until(is_there, "the conversation was not saved")
    window.press("i")
    window.wait_for("Hvorfor", "3 er med", "30 minutter")
    window.press("enter")
    window.wait_for("I Hensigt", "▸ Hvorfor mødes vi?")
    _answer(window, "Fælles retning")
    window.press("n")
    window.wait_for("DO Udbytte")
    _answer(window, "Sparring hver tirsdag")
    window.press("w")
    window.wait_for("★ Sparring hver tirsdag  ønske")
    window.press("n")
    window.wait_for("Hvilke emner er vigtige at nå?")
    _answer(window, "Vores opgaver 20 min")
    window.wait_until(
        is_saved(lambda value: len(value.rounds[0].state.harvest()) == 3), "the answers were not kept"
    )
    window.signal(signal.SIGKILL)
    window.wait_exit()

    again = open_window("resume", columns=80, rows=24)
    again.wait_for("På pause", "· Vores opgaver  20 min")
    again.press("space")
    again.wait_gone("På pause")
    again.press("4")
    again.wait_for("▸ Hvilke rammer og regler gælder?")
    _answer(again, "Bo er tidtager")
    again.press("5")
    again.wait_for("▸ Hvem holder tiden, og hvad skal overholdes?")
    _answer(again, "2 timer")
    again.press("t")
    again.wait_for("Formålet fik 1 linje.", "Tidsholder: Bo.", "Samtalen varer nu 120 minutter.")
    again.press("x")
    again.wait_for("Det kom ud af: IDOART", "2 Udbytte: Sparring hver tirsdag")
    again.press("2")
    again.wait_for("✓ aftale 1")
    again.press("esc")
    again.wait_for("Vores opgaver (20 min)", "120 minutter, heraf 15 til planen")
    again.press("space")
    again.wait_for("RUMMET")
    again.go_on("HJULET")
    again.go_on("Aftaler, der venter · 1")
    again.press("enter")
    again.wait_for("Planen · 1")
    again.go_on_to_finish()
    again.press("enter")
    again.wait_until(is_saved(lambda value: len(value.written) >= 3), "the files were not written")
    again.end()
    value = saved()
    assert value.framing.purpose == "Fælles retning"
    assert value.framing.expectations == "Sparring hver tirsdag"
    assert value.framing.agenda == (AgendaItem(topic="Vores opgaver", minutes=20),)
    assert (value.framing.roles, value.booked_minutes) == ({Role.TIME_KEEPER: "Bo"}, 120)
    assert value.agreements[0].harvest == "r1/s2"
    path = next(Path(each) for each in value.written if each.endswith(".toml"))
    assert [action.what for action in read_plan(path).actions] == ["Sparring hver tirsdag"]
    words = next(Path(each) for each in value.written if each.endswith(".md")).read_text("utf-8")
    assert "Vores opgaver (20 min)" in words
