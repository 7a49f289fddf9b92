"""The decks, with the keyboard alone: find a card, take a copy of the deck, put the card in other words."""

from collections.abc import Callable

from window import Window

from samtale_tui.basis.folders import shipped_decks_folder, user_decks_folder

SHIPPED = "tus-randers.toml"


def test_a_card_is_found_and_edited_in_ones_own_copy(open_window: Callable[..., Window]) -> None:
    own = user_decks_folder() / SHIPPED
    window = open_window()
    window.wait_for("TUS · Randers")
    window.press("d")
    window.wait_for("Kortsæt · ", "medfølger", "Siden sidst")
    window.press("end")
    window.wait_for("God dag")
    window.press("s")
    window.type("stolte netop")
    window.wait_for("1 af 59 kort", "sidst været stolte")
    window.leave_field("stolte netop")
    window.press("e")
    window.wait_for("Lav min egen kopi")
    window.press("right", "enter")
    window.wait_for("Ret kortet", "Spørg videre", "Din egen kopi")
    window.wait_until(own.exists, "there is no copy")
    shipped = (shipped_decks_folder() / SHIPPED).read_bytes()
    assert own.read_bytes() == shipped
    window.type(" Og hvorfor?")
    window.wait_for("Og hvorfor?")
    window.press("ctrl+s")
    window.wait_for("til netop her? Og hvorf", "Kortet er gemt")
    old = "Hvornår har vi sidst været stolte af at høre til netop her?"
    assert own.read_bytes() == shipped.replace(old.encode(), f"{old} Og hvorfor?".encode())

    own.write_bytes(own.read_bytes().replace(b"stolte af", b"meget stolte af"))
    window.wait_for("sidst været meget stolte", limit=10)
    window.press("esc")
    window.wait_for("59 kort")
    window.press("esc")
    window.wait_for("Ny samtale")
    window.end()
