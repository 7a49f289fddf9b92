"""How to get to IDOART. ``scenes`` takes them into its list."""

from scenes import scene
from scenes_frame import framed, many
from showcase import CARD, Material, Stage

from samtale_tui.conversation.framing import Framing
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import start_round
from samtale_tui.method import idoart
from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import Part, Question
from samtale_tui.tui import methods
from samtale_tui.tui import navigation as to

MINUTES = 30


def answered(material: Material, people: tuple[str, ...]) -> Idoart:
    """Every part with answers, on the second one."""
    words = (*material.agreements, material.own_card)
    state = idoart.propose(people, 60.0 * MINUTES)
    for number, question in enumerate(Question):
        state = idoart.write(state, question, words[number % len(words)])
    state = idoart.write(state, Question.TOPICS, f"{material.agreements[0][:40]} 20 min")
    state = idoart.write(state, Question.WHO, f"Tidtager: {material.names[1]}")
    wishes = idoart.answers_to(state, Question.HOPES)
    for answer in wishes:
        state = idoart.mark_wish(state, answer.id, wish=True)
    return idoart.go_to(state, Part.OUTCOME)


def prepared(material: Material, **changes: object) -> Conversation:
    """Before the talk, with nothing in its frame yet."""
    return framed(material, framing=Framing(), chosen=(), **changes)


async def methods_screen(stage: Stage) -> None:
    """The last round on the screen."""
    if stage.on != "IdoartScreen":
        methods.show_method(stage.app, stage.value.rounds[-1].id)
        await stage.settle()


async def begun(stage: Stage, value: Conversation, state: Idoart | None = None, *, own: bool = False) -> None:
    """IDOART on the screen, from Ramme."""
    people = tuple(value.names()) or ("n1",)
    run = state or idoart.propose(people, 60.0 * MINUTES)
    await stage.open(start_round(value, None, run, stage.now()), own=own)
    await methods_screen(stage)
    stage.app.show_view(own=own)
    await stage.settle()
    assert stage.on == "IdoartScreen", stage.on


@scene
async def idoart_empty(stage: Stage) -> None:
    """Right at the beginning."""
    await begun(stage, prepared(stage.material))


@scene
async def idoart_answered(stage: Stage) -> None:
    value = prepared(stage.material)
    await begun(stage, value, answered(stage.material, tuple(value.names())))


@scene
async def idoart_own(stage: Stage) -> None:
    """The facilitator's own view, when the clock has gone further than the parts."""
    value = prepared(stage.material)
    await begun(stage, value, answered(stage.material, tuple(value.names())), own=True)
    await stage.pass_time(60 * 20)


@scene
async def idoart_with_forty_answers_from_forty_people(stage: Stage) -> None:
    value = prepared(stage.material, people=many(stage.material, 40))
    state = answered(stage.material, tuple(value.names()))
    for number in range(40):
        text = f"{number}: {stage.material.agreements[number % 3]}"
        state = idoart.write(state, Question.HOPES, text, wish=number % 4 == 0)
    await begun(stage, value, state)
    await stage.press(*["down"] * 30)


@scene
async def idoart_time_is_up(stage: Stage) -> None:
    """On the last part."""
    value = prepared(stage.material)
    state = answered(stage.material, tuple(value.names()))
    await begun(stage, value, idoart.go_to(state, Part.TIME))
    await stage.pass_time(60 * MINUTES + 12)


@scene
async def idoart_carried(stage: Stage) -> None:
    """What was carried into the frame is told of."""
    await idoart_answered(stage)
    await stage.press("t")


@scene
async def idoart_over(stage: Stage) -> None:
    await idoart_answered(stage)
    await stage.press("x", "escape")
    await methods_screen(stage)


@scene
async def idoart_outcome(stage: Stage) -> None:
    await idoart_answered(stage)
    await stage.press("h")


@scene
async def idoart_writing(stage: Stage) -> None:
    """An answer half written."""
    await idoart_answered(stage)
    await stage.press("enter")
    await stage.paste(stage.material.draft)


@scene
async def idoart_introduced(stage: Stage) -> None:
    """From Ramme, with answers from last time."""
    await idoart_answered(stage)
    await stage.press("x", "escape", "escape")
    await stage.until(lambda: stage.on == "FrameScreen")
    await stage.press("i")
    await stage.until(lambda: stage.on == "MethodIntroScreen")
    await stage.settle()


@scene
async def idoart_set_up(stage: Stage) -> None:
    await idoart_introduced(stage)
    await stage.press("e")


@scene
async def idoart_on_a_card(stage: Stage) -> None:
    """While the talk is on, on a card's question."""
    value = stage.material.conversation(card=CARD)
    run = idoart.propose(tuple(value.names()), 60.0 * MINUTES)
    await stage.open(start_round(value, CARD, run, stage.now()))
    if stage.on != "IdoartScreen":
        to.show_card(stage.app, CARD)
        await methods_screen(stage)
