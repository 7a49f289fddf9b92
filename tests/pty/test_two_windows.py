"""Two windows on one conversation: the second looks, and never writes."""

from collections.abc import Callable

from window import CARD_BAR, Window, is_saved, saved

from samtale_tui.basis.folders import conversations_folder

NOTICE = "Kun læsning: samtalen er åben hos"


def test_a_second_window_looks_and_does_not_write_until_the_first_is_closed(
    wheel: Window, open_window: Callable[..., Window]
) -> None:
    wheel.agree("Fælles frokost om fredagen")
    wheel.wait_until(is_saved(lambda value: len(value.agreements) == 1), "the agreement was not saved")
    wheel.press("right")
    wheel.wait_until(is_saved(lambda value: value.field is not None), "the arrow chose no field")
    file = conversations_folder() / saved().id / "conversation.toml"
    before = file.read_bytes()

    second = open_window("resume")
    second.wait_for(NOTICE, "Aftaler · 1")
    shown = second.line_with(" · Relationer") or second.line_with(" · Faglighed")
    second.press("left")
    second.wait_until(lambda: shown not in second.text(), "the arrow leads nowhere")
    second.press("pagedown")
    second.wait_for(NOTICE, CARD_BAR)
    for key in ("a", "b", "l", "r", "t", "u"):
        second.press(key)
    second.press("v")
    second.wait_gone("Til dig, der leder samtalen")
    assert file.read_bytes() == before

    wheel.agree("Og en til")
    wheel.wait_until(is_saved(lambda value: len(value.agreements) == 2), "the first window cannot save")
    wheel.end()
    second.end()
    assert [each.text for each in saved().agreements] == ["Fælles frokost om fredagen", "Og en til"]

    third = open_window("resume")
    third.wait_for("HJULET", "Aftaler · 2")
    assert NOTICE not in third.words()
    third.agree("Nu skriver vi igen")
    third.end()
    assert len(saved().agreements) == 3
