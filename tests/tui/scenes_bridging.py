"""The ways to a structured dialogue; this module enters them into the list of all scenes."""

from collections.abc import Callable
from datetime import timedelta
from typing import cast

from scenes import CARD, Stage, scene
from ways import introduced, own_view

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.proposals import proposed
from samtale_tui.conversation.round_commands import at_reading, start_round
from samtale_tui.method.bridging import Bridging, tap
from samtale_tui.method.clock import Moment
from samtale_tui.tui import methods

Step = Callable[[Bridging, float], Bridging]
STEP = 20.0
"""Seconds from one step to the next."""


def dialogue(stage: Stage, *steps: Step, frame: float = 1200.0, people: int | None = None) -> Conversation:
    """A conversation with a structured dialogue running on the card, a step every 20 seconds from now.

    Where there are to be more people than the stage has, some have one name.
    """
    m = stage.material
    value = m.of(people or len(m.names)).conversation(card=CARD)
    begun = proposed(value, MethodName.BRIDGING, tuple(value.names()), frame)
    now = stage.now()
    value = start_round(value, CARD, begun, now)
    for step in steps:
        now = Moment(now.mono + STEP, now.wall + timedelta(seconds=STEP))
        value = at_reading(value, "r1", now, lambda state, at, step=step: step(cast("Bridging", state), at))
    return value


async def led(stage: Stage, *steps: Step, frame: float = 1200.0, people: int | None = None) -> None:
    """A structured dialogue on its screen, the time of its steps gone."""
    await stage.open(dialogue(stage, *steps, frame=frame, people=people))
    await stage.pass_time(STEP * len(steps))
    assert stage.on == "BridgingScreen"


def spoke(person: str) -> Step:
    """Somebody spoke."""
    return lambda state, at: tap(state, person, at)


SOME_SPOKE = tuple(map(spoke, ("p1", "p3", "p1")))


@scene
async def bridging_intro(stage: Stage) -> None:
    await introduced(stage, MethodName.BRIDGING)


@scene
async def bridging_opener(stage: Stage) -> None:
    await bridging_intro(stage)
    await stage.press("e")
    assert stage.on == "BridgingSetupBox"


@scene
async def bridging_just_begun(stage: Stage) -> None:
    await led(stage)


@scene
async def bridging_running(stage: Stage) -> None:
    """Two have spoken, one of them twice."""
    await led(stage, *SOME_SPOKE)


@scene
async def bridging_called_forth(stage: Stage) -> None:
    await bridging_running(stage)
    await stage.press("enter")


@scene
async def bridging_asked(stage: Stage) -> None:
    await bridging_called_forth(stage)
    await stage.press("enter")


@scene
async def bridging_own(stage: Stage) -> None:
    await bridging_asked(stage)
    await own_view(stage)


@scene
async def bridging_own_words(stage: Stage) -> None:
    await bridging_own(stage)
    await stage.press("e")
    assert stage.on == "WordsScreen"


@scene
async def bridging_all_heard(stage: Stage) -> None:
    people = (f"p{n}" for n in range(1, len(stage.material.names) + 1))
    await led(stage, *map(spoke, people))
    await own_view(stage)


@scene
async def bridging_of_nine(stage: Stage) -> None:
    await led(stage, people=9)


@scene
async def bridging_of_forty(stage: Stage) -> None:
    await led(stage, *map(spoke, ("p2", "p17", "p33")), people=40)
    await own_view(stage)


@scene
async def bridging_alone(stage: Stage) -> None:
    await led(stage, spoke("p1"), people=1)
    await stage.press("enter")


@scene
async def bridging_with_frame_up(stage: Stage) -> None:
    await led(stage, *SOME_SPOKE, frame=60.0)
    await stage.pass_time(30)


@scene
async def bridging_paused(stage: Stage) -> None:
    await bridging_running(stage)
    await stage.press("space")


@scene
async def bridging_over(stage: Stage) -> None:
    """Closed because the aim was met, and looked at again."""
    await bridging_asked(stage)
    await stage.press("j", "escape", "escape")
    methods.show_method(stage.app, "r1")
    await stage.settle()
    assert stage.on == "BridgingScreen"
