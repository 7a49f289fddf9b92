"""A program that is killed loses nothing that was there a moment before."""

import re
import signal
import time
from collections.abc import Callable

from window import Window, is_saved, saved

from samtale_tui.basis.folders import conversations_folder
from samtale_tui.conversation.lock import last_sign_of_life

MOST_LOST = 1.5
"""Seconds. The program promises 0.25 on a machine that has time for it; this one may be busy."""


def spoken(window: Window) -> int:
    """Seconds that have been spoken in the round, as one's own view tells them."""
    return sum(
        int(minutes) * 60 + int(seconds) for minutes, seconds in re.findall(r"(\d+):(\d\d)", own(window))
    )


def own(window: Window) -> str:
    """The line that is only for whoever leads the conversation."""
    return window.line_with("Kun for dig:")


def test_a_round_that_was_killed_goes_on_with_its_card_its_agreement_and_its_time(
    wheel: Window, open_window: Callable[..., Window]
) -> None:
    wheel.draw_a_card()
    wheel.begin_a_round()
    wheel.press("v")
    wheel.wait_for("KUN DIG", "Kun for dig:")
    wheel.press("n")
    wheel.wait_until(is_saved(lambda value: value.rounds[0].spiral.speaker == "p2"), "the word stayed")
    wheel.agree("Kaffe med naboteamet")
    wheel.wait_until(lambda: spoken(wheel) >= 3, "the round's clock stands still")
    wheel.wait_until(is_saved(lambda value: len(value.agreements) == 1), "the agreement was not saved")
    before, seconds = saved(), spoken(wheel)
    wheel.wait_until(lambda: _signs_of_life() >= seconds, "no sign of life was written")
    wheel.kill()
    lived = _signs_of_life()
    assert lived >= seconds

    again = open_window("resume")
    again.wait_for("På pause", "Runden")
    again.press("v")
    again.wait_for("Kun for dig:")
    assert abs(spoken(again) - lived) <= 2  # each person's seconds are rounded
    assert (saved().card, saved().agreements, saved().round) == (before.card, before.agreements, before.round)
    stood = own(again)
    again.press("space")
    again.wait_gone("På pause")
    again.wait_until(lambda: own(again) != stood, "the clock does not go on")
    again.end()


def _signs_of_life() -> float:
    """Seconds from the round's start to when the program last wrote that it lives."""
    value = saved()
    (time_of_round,) = value.times.rounds.values()
    seen = last_sign_of_life(conversations_folder() / value.id)
    began = time_of_round.watch.since_wall
    return (seen - began).total_seconds() if seen and began else time_of_round.watch.elapsed


def test_words_that_stood_on_the_screen_are_there_after_a_kill(
    wheel: Window, open_window: Callable[..., Window]
) -> None:
    wheel.press("a")
    wheel.wait_for("Ny aftale", "Esc luk")
    shown = [time.monotonic()]
    while shown[-1] < shown[0] + 1.5 * MOST_LOST:
        word = f"ord{len(shown)}"
        wheel.type(f"{word} ")
        wheel.wait_for(word)
        shown.append(time.monotonic())
    wheel.signal(signal.SIGKILL)
    killed = time.monotonic()
    wheel.wait_exit()

    kept = len(saved().drafts["agreement"].split())
    assert saved().drafts["agreement"].split()[:-1] == [f"ord{number}" for number in range(1, kept)]
    lost = shown[kept + 1 :]
    assert not lost or killed - lost[0] < MOST_LOST
    again = open_window("resume")
    again.wait_for("HJULET", "Aftaler · 0")
    again.press("a")
    again.wait_for("Ny aftale", f"ord{kept - 1}")
    again.press("enter")
    again.wait_for("Aftaler · 1")
    again.end()
    assert len(saved().agreements[0].text.split()) == kept
