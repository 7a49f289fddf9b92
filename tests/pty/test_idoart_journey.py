"""IDOART in a real terminal: from Ramme through a killed program into the frame, and on to the written plan."""

from collections.abc import Callable

from window import PEOPLE, Window, come_back, is_saved, on_ramme, saved

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
    window = on_ramme(open_window, PEOPLE, deck="tus-randers")
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
    window.kill()

    again = come_back(open_window, "· Vores opgaver  20 min")
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
    again.agree_to(2)
    again.press("esc")
    again.wait_for("Vores opgaver (20 min)", "120 minutter, heraf 15 til planen")
    again.begin_in_the_room()
    again.plan_the_agreement()
    files = again.write_the_files()
    value = saved()
    assert value.framing.purpose == "Fælles retning"
    assert value.framing.expectations == "Sparring hver tirsdag"
    assert value.framing.agenda == (AgendaItem(topic="Vores opgaver", minutes=20),)
    assert (value.framing.roles, value.booked_minutes) == ({Role.TIME_KEEPER: "Bo"}, 120)
    assert value.agreements[0].harvest == "r1/s2"
    assert [action.what for action in read_plan(files[".toml"]).actions] == ["Sparring hver tirsdag"]
    assert "Vores opgaver (20 min)" in files[".md"].read_text("utf-8")
