"""Ways to the settings, the hint of the first start, and the help over what hides it most easily."""

from scenes import scene, start
from showcase import CARD, Stage
from textual.widgets import Input, Select


@scene
async def settings(stage: Stage) -> None:
    await stage.home(stage.material.conversation())
    await stage.press("i")
    assert stage.on == "SettingsScreen"


@scene
async def settings_with_slips(stage: Stage) -> None:
    """Numbers that cannot be used, and a folder that is not there."""
    await settings(stage)
    for name, text in (("frame", "500"), ("turn", "5"), ("plan", "45")):
        stage.screen.query_one(f"#{name}", Input).value = text
    stage.screen.query_one("#documents", Input).value = "~/findes/ikke"
    button = stage.screen.query_one("#make-folder")
    await stage.until(lambda: button.display, "offered to make the folder")
    await stage.settle()


@scene
async def settings_choosing_a_language(stage: Stage) -> None:
    await settings(stage)
    stage.screen.query_one("#language", Select).focus()
    await stage.press("enter")


@scene
async def help_on_home(stage: Stage) -> None:
    await stage.home(stage.material.conversation())
    await stage.press("question_mark")
    assert stage.on == "HelpScreen"


@scene
async def help_while_writing(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD))
    await stage.press("a", "f1")
    assert stage.on == "HelpScreen"


@scene
async def help_on_the_form(stage: Stage) -> None:
    await start(stage)
    await stage.press("f1")
    assert stage.on == "HelpScreen"
