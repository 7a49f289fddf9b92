"""Undo and redo reach over every step of the conversation, and over a restart."""

from collections.abc import Callable

from window import CARD_BAR, Window, is_saved, saved


def test_steps_are_undone_and_redone_across_screens_and_a_restart(
    wheel: Window, open_window: Callable[..., Window]
) -> None:
    wheel.draw_a_card()
    card = saved().card
    wheel.agree("Den første")
    wheel.press("esc")
    wheel.wait_for("Aftaler · 1")
    wheel.agree("Den anden")
    wheel.wait_for("Aftaler · 2")
    wheel.go_on("Aftaler, der venter · 2")
    wheel.press("enter")
    wheel.wait_for("Planen · 1", "Aftaler, der venter · 1")

    wheel.press("u")
    wheel.wait_for("Planen · 0", "Aftaler, der venter · 2")
    wheel.press("u")
    wheel.wait_for("Aftaler, der venter · 1")
    wheel.press("ctrl+y")
    wheel.wait_for("Aftaler, der venter · 2", "Gjort igen: aftale skrevet")
    wheel.press("ctrl+z")
    wheel.wait_for("Aftaler, der venter · 1")
    wheel.wait_until(is_saved(lambda value: len(value.agreements) == 1), "the undo was not saved")
    wheel.end()

    again = open_window("resume")
    again.wait_for("PLAN", "Aftaler, der venter · 1")
    again.press("ctrl+y")
    again.wait_for("Aftaler, der venter · 2")
    again.press("ctrl+y")
    again.wait_for("Planen · 1", "Aftaler, der venter · 1")
    again.press("ctrl+y")
    again.wait_for("Der er ikke noget at gøre igen")
    again.press("<")
    again.wait_for("HJULET", "Aftaler · 2")
    for left in (2, 1, 0):
        again.press("u")
        again.wait_until(
            is_saved(lambda value, left=left: len(value.agreements) == left), f"not back to {left}"
        )
    again.wait_for("Aftaler · 0")
    assert saved().use(card or "").used
    again.press("u")
    again.wait_until(is_saved(lambda value: not value.use(card or "").used), "the card is still on the table")
    again.press("u")
    again.wait_for("Der er ikke mere at fortryde")
    assert CARD_BAR not in again.words()
    again.end()
