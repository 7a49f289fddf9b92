"""A window that is made too small asks for room, and gives everything back when it gets it."""

from window import Window, is_saved, saved


def test_too_small_a_window_asks_for_more_room_and_loses_nothing(wheel: Window) -> None:
    wheel.agree("Vi skriver det ned")
    wheel.press("a")
    wheel.wait_for("Ny aftale", "Esc luk")
    wheel.type("halvt skrev")
    wheel.wait_for("halvt skrev")
    wheel.resize(50, 15)
    wheel.wait_for("60", "20", "større")
    wheel.resize(120, 40)
    wheel.wait_for("Ny aftale", "halvt skrev")
    wheel.type("et")
    wheel.wait_for("halvt skrevet")
    wheel.press("enter")
    wheel.wait_for("Aftaler · 2")
    wheel.wait_until(is_saved(lambda value: len(value.agreements) == 2), "the agreement was not saved")
    assert [each.text for each in saved().agreements] == ["Vi skriver det ned", "halvt skrevet"]
    wheel.end()
