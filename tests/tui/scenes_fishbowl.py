"""How to get to every way in which a fishbowl looks (S40)."""

import random
from collections.abc import Callable
from functools import partial

from scenes import scene
from showcase import CARD, Stage
from ways import introduce, introduced, own_view

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.round_commands import at_reading, start_round
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.fishbowl_begin import propose
from samtale_tui.method.fishbowl_notes import add_note
from samtale_tui.method.fishbowl_seats import exchange
from samtale_tui.method.fishbowl_steps import new_topic, next_step, round_up, swap

Done = Callable[[Fishbowl, float], Fishbowl]


async def led(stage: Stage, *, people: int | None = None, frame: float = 1800.0) -> None:
    """A fishbowl running on the card, the first circle inside."""
    m = stage.material
    value = m.of(people or len(m.names)).conversation(card=CARD)
    run = propose(tuple(value.names()), frame, random.Random(4))
    await stage.open(start_round(value, CARD, run, stage.now()))
    assert stage.on == "FishbowlScreen"


async def happens(stage: Stage, *changes: tuple[float, Done]) -> None:
    """So many seconds pass, and then this is done to it; and so on."""
    for seconds, change in changes:
        await stage.pass_time(seconds)
        stage.live.apply(at_reading, "r1", stage.now(), change, label="x")
    await stage.settle()


def noting(sitting: int, text: str, by: str = "") -> Done:
    return lambda s, _at: add_note(s, sitting, text, by)


@scene
async def fishbowl_intro(stage: Stage) -> None:
    await introduced(stage, MethodName.FISHBOWL)


@scene
async def fishbowl_setup(stage: Stage) -> None:
    await fishbowl_intro(stage)
    await stage.press("e")
    assert stage.on == "FishbowlSetupBox"


@scene
async def fishbowl_setup_own(stage: Stage) -> None:
    """With a wish that is kept."""
    await fishbowl_intro(stage)
    await own_view(stage)
    await stage.press("e", "enter", "down", "s")
    assert stage.on == "FishbowlSetupBox"


@scene
async def fishbowl_setup_of_forty(stage: Stage) -> None:
    await stage.open(stage.material.of(40).conversation(card=CARD))
    await introduce(stage, MethodName.FISHBOWL)
    await stage.press("e")


@scene
async def fishbowl_running(stage: Stage) -> None:
    await led(stage)
    await stage.pass_time(130)


@scene
async def fishbowl_own(stage: Stage) -> None:
    await fishbowl_running(stage)
    await own_view(stage)


@scene
async def fishbowl_of_fourteen(stage: Stage) -> None:
    await led(stage, people=14)


@scene
async def fishbowl_of_forty(stage: Stage) -> None:
    await led(stage, people=40)
    await own_view(stage)


@scene
async def fishbowl_of_forty_told(stage: Stage) -> None:
    """All that there is to say to the facilitator of forty people."""
    await led(stage, people=40)
    await happens(stage, *[(90.0 + 60 * n, swap) for n in range(5)], (30.0, round_up))
    await own_view(stage)


@scene
async def fishbowl_of_one(stage: Stage) -> None:
    await led(stage, people=1)


@scene
async def fishbowl_in_overtime(stage: Stage) -> None:
    """On a topic of their own."""
    await led(stage)
    await happens(stage, (60.0, lambda s, _at: new_topic(s, stage.material.draft)))
    await stage.pass_time(700)


@scene
async def fishbowl_debrief_empty(stage: Stage) -> None:
    await led(stage)
    await happens(stage, (600.0, next_step))


@scene
async def fishbowl_debrief(stage: Stage) -> None:
    m = stage.material
    await led(stage)
    await happens(
        stage, (600.0, next_step), (20.0, noting(1, m.agreements[0], "p2")), (9.0, noting(1, m.draft))
    )


@scene
async def fishbowl_debrief_own(stage: Stage) -> None:
    await fishbowl_debrief(stage)
    await own_view(stage)


@scene
async def fishbowl_round_up(stage: Stage) -> None:
    """The second half had less time."""
    await fishbowl_debrief(stage)
    await happens(
        stage, (60.0, next_step), (200.0, round_up), (20.0, noting(0, stage.material.agreements[1]))
    )


@scene
async def fishbowl_round_up_own(stage: Stage) -> None:
    await fishbowl_round_up(stage)
    await own_view(stage)


@scene
async def fishbowl_frame_up(stage: Stage) -> None:
    await led(stage)
    await stage.pass_time(1900)


@scene
async def fishbowl_over(stage: Stage) -> None:
    await fishbowl_round_up(stage)
    await stage.press("x", "escape")
    stage.app.push_screen(_screen(stage))
    await stage.settle()


def _screen(stage: Stage) -> object:
    from samtale_tui.tui.screens.fishbowl import FishbowlScreen

    return FishbowlScreen("r1")


@scene
async def fishbowl_outcome_own(stage: Stage) -> None:
    await fishbowl_round_up(stage)
    await stage.press("x", "1")
    await own_view(stage)
    assert stage.on == "OutcomeScreen"


@scene
async def fishbowl_seats(stage: Stage) -> None:
    await fishbowl_running(stage)
    await stage.press("p", "enter", "down")
    assert stage.on == "SeatsBox"


@scene
async def fishbowl_after_two_changed_places(stage: Stage) -> None:
    await led(stage)
    first, second = stage.value.rounds[0].state.people[:2]
    await happens(stage, (60.0, partial(_exchange, first, second)))


def _exchange(one: str, other: str, s: Fishbowl, at: float) -> Fishbowl:
    return exchange(s, one, other, at)


@scene
async def fishbowl_writing_what_was_seen(stage: Stage) -> None:
    await fishbowl_debrief(stage)
    await stage.press("c")
    assert stage.on == "SeenBox"


@scene
async def fishbowl_rewording_what_was_seen(stage: Stage) -> None:
    await fishbowl_debrief(stage)
    await stage.press("e")
    assert stage.on == "SeenBox"


@scene
async def fishbowl_choosing_a_task(stage: Stage) -> None:
    await fishbowl_running(stage)
    await stage.press("g")
    assert stage.on == "PickBox"


@scene
async def fishbowl_writing_a_topic(stage: Stage) -> None:
    await fishbowl_running(stage)
    await stage.press("t")
    assert stage.on == "WordsScreen"
