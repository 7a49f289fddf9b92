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
    window.wait_for("RAMME")
    window.end()
    assert saved().team == LETTERS
    assert len(saved().people) == 1


def test_what_is_pasted_arrives_once_in_every_kind_of_field(open_window: Callable[..., Window]) -> None:
    window = open_window()
    window.wait_for("TUS · Randers")
    window.press("n")
    window.wait_for_field("fx Team Nord")
    window.paste("Team\u202e Nord")
    window.wait_for("Team Nord", "Deltagere")
    window.press("tab")
    window.wait_for_field("Anna, Bo, Carina")
    window.paste("Anna Holm <anna@kommune.dk>; Bo\rCarina, David")
    window.wait_for("4 deltagere")
    window.press("ctrl+s")
    window.wait_for("RAMME")
    window.go_on("HJULET")
    window.agree("")  # nothing is no agreement
    window.press("a")
    window.wait_for("Ny aftale", "Esc luk")
    window.paste("Vi ses til kaffe")
    window.wait_for("Vi ses til kaffe")
    window.press("enter")
    window.wait_for("Aftaler · 1")
    window.end()
    assert (saved().team, [each.text for each in saved().agreements]) == ("Team Nord", ["Vi ses til kaffe"])
    assert [each.name for each in saved().people] == ["Anna Holm", "Bo", "Carina", "David"]


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


def test_in_the_times_of_a_round_letters_are_refused_and_start_nothing(wheel: Window) -> None:
    wheel.draw_a_card()
    wheel.press("ctrl+p")
    wheel.wait_for("Alle kommandoer")
    wheel.type("Spiralsamtale")
    wheel.wait_for("Ordet går rundt i kredsen, med ur")
    wheel.press("enter")
    wheel.wait_for("Hvorfor", "er med ·")
    wheel.press("e")
    wheel.wait_for("Indstil runden")
    wheel.press("tab")
    wheel.wait_for_field("udregnes")
    wheel.type("qntu@")
    wheel.type("1:15")
    wheel.wait_for("1:15 til hver taletur")
    assert "Indstil runden" in wheel.words()
    assert saved().rounds == ()
    wheel.end()


def test_in_every_field_of_an_action_and_in_the_folder_of_finish(wheel: Window) -> None:
    wheel.go_on("Ingen handlinger endnu")
    wheel.press("h")
    for tabs, hint in (
        (0, "Noget, man kan se ske"),
        (5, "Ét navn"),
        (2, "fx om 3 uger"),
        (3, "fx første punkt"),
    ):
        wheel.press(*("tab",) * tabs)
        wheel.wait_for_field(hint)
        wheel.type(LETTERS)
        wheel.wait_gone(hint)
    wheel.press("ctrl+s")
    wheel.wait_for("Datoen kan ikke læses")
    wheel.press("ctrl+s")
    wheel.wait_for("Planen · 1")
    wheel.go_on_to_finish()
    wheel.press(*("shift+tab",) * 4)
    wheel.wait_for("Hvad der er i hver fil", "Ctrl+S skriv filerne", "Esc forlad feltet")
    wheel.press("end")
    wheel.type(f"/{LETTERS}")
    wheel.wait_until(is_saved(lambda value: value.documents.endswith(f"/{LETTERS}")), "the folder is another")
    wheel.end()
    (action,) = saved().actions
    assert (action.what, action.responsible, action.follow_how, action.deadline) == (*(LETTERS,) * 3, None)
