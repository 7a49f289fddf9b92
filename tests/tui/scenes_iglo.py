"""Ways to the screens of an IGLO, its boxes and the form of a note."""

from collections.abc import Callable
from datetime import date

from scenes import scene
from showcase import CARD, Stage
from ways import introduced

from samtale_tui.basis.words import Horizon, IgloLevel, MethodName
from samtale_tui.conversation.iglo_commands import act_on_note, take_agreements
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.proposals import proposed
from samtale_tui.conversation.round_commands import in_round, start_round
from samtale_tui.method.iglo import Iglo, add_idea, choose, go_to, talk_about
from samtale_tui.method.iglo_board import put_note
from samtale_tui.method.iglo_parts import Grounds, IgloNote, IgloStep, Thought
from samtale_tui.tui import methods

FRAME = 2400.0


def empty(stage: Stage, **changes: object) -> Conversation:
    """An IGLO that has just begun, without ideas."""
    value = stage.material.conversation(card=CARD, **changes)
    return start_round(value, CARD, proposed(value, "iglo", tuple(value.names()), FRAME), stage.now())


def changed(stage: Stage, value: Conversation, *steps: Callable[..., object]) -> Conversation:
    """The IGLO after some steps."""
    for step in steps:
        value = in_round(value, "r1", stage.now(), step)
    return value


def with_ideas(stage: Stage) -> Conversation:
    """Three ideas from agreements and one that was written."""
    value = take_agreements(empty(stage), "r1")
    return changed(stage, value, lambda s: add_idea(s, stage.material.draft))


def notes(stage: Stage) -> tuple[IgloNote, ...]:
    """One that answers all five, one that answers two, one that answers one; the organisation has none."""
    m = stage.material
    whole = IgloNote(
        id="s11",
        idea="i1",
        level=IgloLevel.LEADERSHIP,
        horizon=Horizon.SHORT,
        what=m.actions[0].why,
        how=m.draft,
        who=m.names[0],
        start=date(2027, 3, 16),
        deadline=date(2027, 6, 11),
        follow_how=m.draft,
        follow_who=m.names[1],
        follow_when=date(2027, 6, 15),
    )
    some = IgloNote(
        id="s12",
        idea="i1",
        level=IgloLevel.GROUP,
        horizon=Horizon.SHORT,
        what=m.agreements[1],
        who=m.names[2],
    )
    few = IgloNote(id="s13", idea="i1", level=IgloLevel.GROUP, horizon=Horizon.SHORT, what=m.own_card)
    long = IgloNote(
        id="s14", idea="i1", level=IgloLevel.INDIVIDUAL, horizon=Horizon.LONG, what=m.agreements[2]
    )
    return whole, some, few, long


def on_the_board(stage: Stage) -> Conversation:
    """The first idea's board with four notes, the first of them an action."""
    hung = [lambda s, note=note: put_note(s, note) for note in notes(stage)]
    value = changed(
        stage,
        with_ideas(stage),
        lambda s: choose(s, "i1", Grounds.IMPORTANT),
        *hung,
        lambda s: talk_about(s, "i1", Thought.WHY),
    )
    return act_on_note(value, "r1", "s11")


def iglo_of(stage: Stage) -> Iglo:
    """The IGLO that is on."""
    each = stage.value.round_by_id("r1")
    assert each and each.iglo
    return each.iglo


async def show(stage: Stage, value: Conversation, *, own: bool = False) -> None:
    """Open it with the IGLO on."""
    await stage.open(value, own=own)
    if stage.on != "IgloScreen":
        methods.show_method(stage.app, "r1")
        await stage.settle()
    assert stage.on == "IgloScreen", stage.on


@scene
async def iglo_intro(stage: Stage) -> None:
    await introduced(stage, MethodName.IGLO)


@scene
async def iglo_without_ideas(stage: Stage) -> None:
    await show(stage, empty(stage))


@scene
async def iglo_ideas(stage: Stage) -> None:
    await show(stage, with_ideas(stage))


@scene
async def iglo_choice(stage: Stage) -> None:
    value = changed(stage, on_the_board(stage), lambda s: go_to(s, IgloStep.CHOOSE))
    await show(stage, value)


@scene
async def iglo_choice_own(stage: Stage) -> None:
    value = changed(stage, on_the_board(stage), lambda s: go_to(s, IgloStep.CHOOSE))
    await show(stage, value, own=True)


@scene
async def iglo_empty_board(stage: Stage) -> None:
    await show(stage, changed(stage, with_ideas(stage), lambda s: choose(s, "i4", Grounds.EASIEST)))


@scene
async def iglo_board(stage: Stage) -> None:
    await show(stage, on_the_board(stage))


@scene
async def iglo_board_in_use(stage: Stage) -> None:
    """A note that is no action yet is marked."""
    await show(stage, on_the_board(stage))
    await stage.press("down", "left")


@scene
async def iglo_board_own(stage: Stage) -> None:
    await show(stage, on_the_board(stage), own=True)


@scene
async def iglo_board_in_an_empty_square(stage: Stage) -> None:
    """On the level that has nothing yet, where a note stands half-written."""
    draft = {"iglo/r1/i1/organisation/short/what": stage.material.draft}
    await show(stage, on_the_board(stage).but(drafts=draft))
    await stage.press(*("down",) * 6, "left")


@scene
async def iglo_full_board(stage: Stage) -> None:
    """More notes than there is room for."""
    many = [
        note.but(id=f"s{n}", level=level, horizon=horizon)
        for n, (level, horizon, note) in enumerate(
            ((level, horizon, note) for level in IgloLevel for horizon in Horizon for note in notes(stage)),
            20,
        )
    ]
    hung = [lambda s, note=note: put_note(s, note) for note in many]
    await show(stage, changed(stage, on_the_board(stage), *hung))
    await stage.press("down", "down")


@scene
async def iglo_time_up(stage: Stage) -> None:
    await show(stage, on_the_board(stage))
    await stage.pass_time(FRAME + 5)


@scene
async def iglo_paused(stage: Stage) -> None:
    await show(stage, on_the_board(stage))
    await stage.press("space")


@scene
async def iglo_over(stage: Stage) -> None:
    """Its board, once it is over, as one comes to it before the outcome."""
    from samtale_tui.conversation.round_commands import close_round
    from samtale_tui.method.run import Ending

    await show(stage, on_the_board(stage))
    stage.live.apply(close_round, "r1", stage.now(), Ending.CLOSED, label="x")
    await stage.settle()


@scene
async def iglo_outcome(stage: Stage) -> None:
    await show(stage, on_the_board(stage))
    await stage.press("h")
    assert stage.on == "OutcomeScreen"


@scene
async def iglo_things(stage: Stage) -> None:
    await show(stage, on_the_board(stage))
    await stage.press("6")
    assert stage.on == "ThingsBox"


@scene
async def iglo_note(stage: Stage) -> None:
    await show(stage, on_the_board(stage))
    await stage.press("down", "left", "enter")
    assert stage.on == "IgloNoteScreen"


@scene
async def iglo_new_note(stage: Stage) -> None:
    await show(stage, on_the_board(stage))
    await stage.press("t")
    assert stage.on == "IgloNoteScreen"


@scene
async def iglo_new_idea(stage: Stage) -> None:
    await show(stage, with_ideas(stage))
    await stage.press("t")


@scene
async def iglo_dropping_an_idea(stage: Stage) -> None:
    value = changed(stage, on_the_board(stage), lambda s: go_to(s, IgloStep.IDEAS))
    await show(stage, value)
    await stage.press("delete")
    assert stage.on == "ChoiceScreen"
