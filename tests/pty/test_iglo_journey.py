"""An IGLO in a real terminal: from its card through a killed program to an action in the written plan."""

from collections.abc import Callable
from datetime import date

from window import PEOPLE, Window, come_back, is_saved, on_ramme, saved

from samtale_tui.basis.words import Horizon
from samtale_tui.documents.plan_file import read_plan
from samtale_tui.method.iglo import Iglo


def iglo(value) -> Iglo:
    found = value.rounds[0].iglo
    assert found
    return found


def test_an_iglo_from_its_card_to_the_written_plan(open_window: Callable[..., Window]) -> None:
    window = on_ramme(open_window, PEOPLE)
    window.begin_in_the_room()
    window.open_exercise(8, "IGLO · ")
    window.agree("Ro fra 9 til 11")
    window.press("r")
    window.wait_for("Regler", "Alle fire niveauer")
    window.press("enter")
    window.wait_for("IDÉER", "g henter den aftale")
    window.press("g")
    window.wait_for("Ro fra 9 til 11", "fra en aftale")
    window.write("t", "Hvad kunne gøre en forskel?", "Makker til nye")
    window.wait_for("○ Makker til nye")
    window.press("l")
    window.wait_for("TAVLE", "den letteste at begynde med", "Tavlen er tom.")
    window.press("down", "t")
    window.wait_for_field("Noget, man kan se ske")
    window.type("En makker i tre uger")
    window.wait_until(is_saved(lambda value: "En makker i tre uger" in value.drafts.values()), "no draft")
    window.kill()

    again = come_back(open_window, "halvskrevet")
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
    again.leave_the_card()
    again.go_on("Planen · 1")
    files = again.write_the_files()
    value = saved()
    (note,) = iglo(value).notes
    assert (note.action, note.how) == ("h1", "Fra den første dag")
    (action,) = read_plan(files[".toml"]).actions
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
    window = on_ramme(open_window, "Anna, Bo")
    window.begin_in_the_room()
    window.command("IGLO", "Fra idé til handling på fire niveauer")
    window.wait_for("Regler", "Alle fire niveauer")
    window.press("enter")
    window.wait_for("IDÉER")
    window.write("t", "Hvad kunne gøre en forskel?", "Kaffe klokken ti")
    window.wait_for("○ Kaffe klokken ti")
    window.press("x")
    window.wait_for("Det kom ud af: IGLO", "Idé, der ikke kom på tavlen: Kaffe klokken ti")
    window.agree_to(1)
    window.press("esc")
    window.wait_for("Aftaler · 1")
    window.plan_the_agreement()
    window.end()
    assert [action.what for action in saved().actions] == ["Kaffe klokken ti"]
