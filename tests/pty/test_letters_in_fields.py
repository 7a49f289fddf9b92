"""Letters that are commands elsewhere are letters in a field, in every kind of field."""

from collections.abc import Callable

from window import CARD_BAR, Window, is_saved, saved

LETTERS = "qntuvåø@lbrgskp<>?+-o7"
"""Most of the keys, and letters that some keyboards write with AltGr."""


def test_in_the_form_for_a_new_conversation(open_window: Callable[..., Window]) -> None:
    window = open_window()
    window.wait_for("TUS · Randers")
    window.press("n")
    window.wait_for_field("fx Team Nord")
    window.type(LETTERS)
    window.wait_for(LETTERS)
    window.press("tab")
    window.wait_for_field("Anna, Bo, Carina")
    window.type(LETTERS)
    window.wait_for("1 deltager")
    window.press("ctrl+s")
    window.wait_for("HJULET")
    assert saved().team == LETTERS
    assert len(saved().people) == 1
    window.end()


def test_in_agreements_cards_of_ones_own_notes_and_the_palette(wheel: Window) -> None:
    wheel.agree(LETTERS)
    wheel.press("b")
    wheel.wait_for_field("Skriv det spørgsmål, I vil tale om.")
    wheel.type(LETTERS)
    wheel.wait_for(LETTERS)
    wheel.press("enter")
    wheel.wait_for(CARD_BAR, LETTERS)
    wheel.press("i")
    wheel.wait_for_field("Noter til dig selv")
    wheel.type(LETTERS)
    wheel.wait_until(
        is_saved(lambda value: value.uses[value.blanks[0].id].notes == LETTERS), "the note is another"
    )
    wheel.leave_field("Noter · kun for dig")
    wheel.press("ctrl+p")
    wheel.wait_for_field("Skriv for at finde en kommando")
    wheel.type("qntuvåø@")
    wheel.wait_for("qntuvåø@", "Ingen kommando hedder sådan.")
    wheel.press("esc")
    wheel.wait_gone("Alle kommandoer")

    value = saved()
    assert [each.text for each in value.agreements] == [LETTERS]
    assert [each.card.text for each in value.blanks] == [LETTERS]
    assert (value.step, value.rounds, value.drafts) == ("wheel", (), {})
    wheel.end()


def test_in_the_round_that_is_set_up(wheel: Window) -> None:
    wheel.draw_a_card()
    wheel.press("r")
    wheel.wait_for("Begynd runden")
    for _ in range(2):
        wheel.press("shift+tab")
    wheel.end()


def test_in_every_field_of_an_action_and_in_the_folder_of_finish(wheel: Window) -> None:
    wheel.go_on("Ingen handlinger endnu")
    wheel.press("h")
    for tabs, hint in ((0, "Noget, man kan se ske"), (4, "Ét navn"), (2, "fx om 3 uger"), (3, "fx første punkt")):
        wheel.press(*("tab",) * tabs)
        wheel.wait_for_field(hint)
        wheel.type(LETTERS)
        wheel.wait_gone(hint)
    wheel.press("ctrl+s")
    wheel.wait_for("Datoen kan ikke læses")
    wheel.press("ctrl+s")
    wheel.wait_for("Planen · 1")
    wheel.go_on("Skriv filerne")
    wheel.end()
    (action,) = saved().actions
    assert (action.what, action.responsible, action.follow_how, action.deadline) == (*(LETTERS,) * 3, None)
