"""A fault in the program costs the user nothing but a restart."""

from collections.abc import Callable
from pathlib import Path

import crashing
from window import PEOPLE, TEAM, Window, saved

from samtale_tui.basis.folders import logs_folder

DRIVER = Path(crashing.__file__)


def test_a_fault_saves_restores_the_terminal_and_tells_where_the_details_are(
    open_window: Callable[..., Window],
) -> None:
    window = open_window("start", "tus-randers", "--team", TEAM, "--people", PEOPLE, driver=DRIVER)
    window.wait_for("RAMME", "Forbered samtalen")
    window.go_on("Aftaler · 0")
    window.agree("Vi holder kortene fri")
    window.press("t")

    assert window.wait_exit() == 1
    assert window.restored()
    said = window.farewell_words()
    assert "Programmet måtte lukke" in said
    assert "samtale resume" in said
    assert "Traceback" not in said
    assert len(said.splitlines()) <= 5
    (details,) = logs_folder().iterdir()
    assert details.name in said.replace("\n", "")
    text = details.read_text(encoding="utf-8")
    assert f"RuntimeError: {crashing.WORDS}" in text
    assert "Traceback" in text
    assert [each.text for each in saved().agreements] == ["Vi holder kortene fri"]

    again = open_window("resume")
    again.wait_for("HJULET", "Aftaler · 1")
    again.end()
