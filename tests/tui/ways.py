"""Steps that more than one scene or test takes on a stage."""

from showcase import CARD, Stage

from samtale_tui.basis.words import MethodName
from samtale_tui.tui import methods


async def own_view(stage: Stage) -> None:
    """What is shown is for the facilitator alone."""
    stage.app.show_view(own=True)
    await stage.settle()


async def introduce(stage: Stage, method: MethodName, card: str | None = CARD) -> None:
    """A method's first screen, or what is asked before it, over the screen that is on."""
    methods.introduce(stage.app, method, card)
    await stage.settle()


async def introduced(stage: Stage, method: MethodName) -> None:
    """A method's first screen, on a card that lies open."""
    await stage.open(stage.material.conversation(card=CARD))
    await introduce(stage, method)
    assert stage.on == "MethodIntroScreen"


async def write_in(stage: Stage, box: str, text: str) -> None:
    """A line in the box, by the name of its screen, in which ``c`` writes down; kept."""
    await stage.press("c")
    await stage.until(lambda: stage.on == box)
    await stage.type(text)
    await stage.press("enter")
    await stage.until(lambda: stage.on != box)
    await stage.settle()
