"""Ways to Mødet på midten: its phases, in both views, with few people and with many."""

from collections.abc import Callable

from scenes import scene
from showcase import CARD, Stage

from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import start_round
from samtale_tui.method.placemat import Placemat, propose
from samtale_tui.method.placemat_course import choose_sharing, next_phase, next_step
from samtale_tui.method.placemat_groups import deal, write_field, write_middle
from samtale_tui.method.placemat_phases import Phase, Sharing

Change = Callable[[Placemat], Placemat]


def begun(
    stage: Stage, *changes: Change, minutes: float = 30, people: int | None = None, groups: int | None = 2
) -> Conversation:
    """A placemat that runs on the card, with these changes at once; as many groups as usual where none is said."""
    value = stage.material.conversation(card=CARD)
    state = deal(propose(tuple(value.names())[:people], minutes * 60), groups)
    for change in changes:
        state = change(state)
    return start_round(value, CARD, state, stage.now())


def to(phase: Phase, *, steps: int = 0, sharing: Sharing = Sharing.TURN) -> Change:
    """In that phase, so many parts of it over."""

    def change(state: Placemat) -> Placemat:
        state = choose_sharing(state, sharing)
        while state.phase is not phase:
            state = next_phase(state, 0.0)
        for _number in range(steps):
            state = next_step(state, 0.0)
        return state

    return change


def written(stage: Stage) -> Change:
    """The first field, and the middle of every group."""

    def change(state: Placemat) -> Placemat:
        words = stage.material.agreements
        state = write_field(state, 1, state.people[0], stage.material.note)
        for sheet in state.sheets:
            state = write_middle(state, sheet.number, words[sheet.number % len(words)])
        return state

    return change


async def later(stage: Stage, seconds: float) -> None:
    await stage.pass_time(seconds)


@scene
async def placemat_explaining(stage: Stage) -> None:
    await stage.open(begun(stage))
    await later(stage, 20)


@scene
async def placemat_writing_own(stage: Stage) -> None:
    await stage.open(begun(stage, to(Phase.WRITE), written(stage)), own=True)
    await later(stage, 20)


@scene
async def placemat_turning(stage: Stage) -> None:
    await stage.open(begun(stage, to(Phase.SHARE, steps=1)))
    await later(stage, 20)


@scene
async def placemat_telling(stage: Stage) -> None:
    await stage.open(begun(stage, to(Phase.SHARE, steps=1, sharing=Sharing.TELL)))
    await later(stage, 20)


@scene
async def placemat_of_one_group(stage: Stage) -> None:
    await stage.open(
        begun(stage, to(Phase.SHARE, steps=1, sharing=Sharing.TELL), people=4, groups=1), own=True
    )
    await later(stage, 20)


@scene
async def placemat_in_overtime(stage: Stage) -> None:
    await stage.open(begun(stage, to(Phase.SHARE)))
    await later(stage, 300)


@scene
async def placemat_with_frame_up(stage: Stage) -> None:
    await stage.open(begun(stage, to(Phase.AGREE), written(stage), minutes=4), own=True)
    await later(stage, 250)


@scene
async def placemat_agreeing(stage: Stage) -> None:
    await stage.open(begun(stage, to(Phase.AGREE), written(stage)))
    await later(stage, 20)


@scene
async def placemat_round_up(stage: Stage) -> None:
    await stage.open(begun(stage, to(Phase.ROUND_UP, steps=1), written(stage)), own=True)
    await later(stage, 20)


@scene
async def placemat_round_up_without_a_middle(stage: Stage) -> None:
    await stage.open(begun(stage, to(Phase.ROUND_UP)))
    await later(stage, 20)


@scene
async def placemat_of_forty(stage: Stage) -> None:
    m = stage.material
    stage.material = m.of(40)
    await stage.open(begun(stage, to(Phase.SHARE, steps=1, sharing=Sharing.TELL), groups=None))
    stage.material = m
    await later(stage, 20)


@scene
async def placemat_paused(stage: Stage) -> None:
    await placemat_turning(stage)
    await stage.press("space")


@scene
async def placemat_over(stage: Stage) -> None:
    await placemat_round_up(stage)
    await stage.press("x", "escape")
    from samtale_tui.tui import methods

    methods.show_method(stage.app, "r1")
    await stage.settle()


@scene
async def placemat_box(stage: Stage) -> None:
    await placemat_explaining(stage)
    await stage.press("g")
    assert stage.on == "PlacematBox"


@scene
async def placemat_times(stage: Stage) -> None:
    await placemat_turning(stage)
    await stage.press("r")
    assert stage.on == "PlacematBox"


@scene
async def placemat_which_middle(stage: Stage) -> None:
    await placemat_agreeing(stage)
    await stage.press("enter")
    assert stage.on == "PickBox"


@scene
async def placemat_middle_being_written(stage: Stage) -> None:
    await placemat_which_middle(stage)
    await stage.press("enter")
    assert stage.on == "WordsScreen"


@scene
async def placemat_whose_field(stage: Stage) -> None:
    await placemat_writing_own(stage)
    await stage.press("e")
    assert stage.on == "PickBox"


@scene
async def placemat_outcome(stage: Stage) -> None:
    await placemat_round_up(stage)
    await stage.press("x")
    assert stage.on == "OutcomeScreen"


def tell_of(stage: Stage) -> Placemat:
    """How the placemat stands."""
    state = stage.value.rounds[-1].placemat
    assert state
    return state
