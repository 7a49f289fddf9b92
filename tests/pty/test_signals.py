"""Ended from outside, the program saves, puts the terminal back, and says with its code what ended it."""

import signal

import pytest
from window import Window, saved


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name
)
def test_a_signal_saves_and_restores_the_terminal(wheel: Window, number: signal.Signals) -> None:
    wheel.draw_a_card()
    wheel.begin_a_round()
    wheel.agree("Vi siger til i god tid")
    assert wheel.settings != wheel.settings_before
    wheel.signal(number)

    assert wheel.wait_exit() == 128 + number
    assert wheel.restored()
    assert wheel.farewell_words() == ""
    assert [each.text for each in saved().agreements] == ["Vi siger til i god tid"]
    assert saved().round is not None
    assert not any(each.watch.running for each in saved().times.rounds.values())


def test_a_window_that_is_closed_ends_the_program_and_loses_nothing(wheel: Window) -> None:
    wheel.draw_a_card()
    wheel.begin_a_round()
    wheel.agree("Vi siger til i god tid")
    card = saved().card

    assert wheel.hang_up() == 128 + signal.SIGHUP
    assert [each.text for each in saved().agreements] == ["Vi siger til i god tid"]
    assert (saved().card, saved().step) == (card, "wheel")
    assert not any(each.watch.running for each in saved().times.rounds.values())
