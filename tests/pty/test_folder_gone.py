"""A disk that fails: the work goes on, the user is told until it is mended, and then all of it is saved."""

from pathlib import Path
from shutil import rmtree

from window import CARD_BAR, Window, is_saved, is_there, saved

from samtale_tui.basis.folders import conversations_folder

NOTICE = "Mappen er væk:"


def test_work_goes_on_while_the_folder_is_gone_and_is_saved_when_it_is_back(
    wheel: Window, own_home: Path
) -> None:
    folder, aside = conversations_folder(), own_home / "aside"
    folder.rename(aside)
    folder.write_text("i vejen", encoding="utf-8")

    wheel.agree("Skrevet uden disk")
    wheel.wait_for(NOTICE, "Aftaler · 1")
    wheel.press("t")
    wheel.wait_for(CARD_BAR, NOTICE)
    wheel.agree("Og en til uden disk")
    wheel.wait_for(NOTICE)
    wheel.press("ctrl+q")
    wheel.wait_for("Ikke alt er gemt", "Luk alligevel")
    wheel.press("enter")
    wheel.wait_gone("Luk alligevel")
    wheel.wait_for(NOTICE)

    folder.unlink()
    aside.rename(folder)
    wheel.wait_gone(NOTICE)
    assert [each.text for each in saved().agreements] == ["Skrevet uden disk", "Og en til uden disk"]
    wheel.end()


def test_a_folder_that_was_deleted_is_made_again(wheel: Window) -> None:
    wheel.agree("Før mappen forsvandt")
    wheel.wait_until(is_saved(lambda value: len(value.agreements) == 1), "the agreement was not saved")
    rmtree(conversations_folder())
    wheel.agree("Og efter")
    wheel.wait_until(is_there, "the folder stayed away")
    wheel.wait_until(is_saved(lambda value: len(value.agreements) == 2), "the agreements are not there")
    assert NOTICE not in wheel.words()
    wheel.end()
