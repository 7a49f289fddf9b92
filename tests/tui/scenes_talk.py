"""The ways to what is parked, to the ranking and to the evaluation."""

from showcase import CARD, FIELD, Stage

from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.aside import Belongs, Evaluation, Parked
from samtale_tui.conversation.model import Agreement
from samtale_tui.tui import setting_aside as aside

SECRET = "Lønnen til Ida"
"""What the room never sees."""


def parked(stage: Stage) -> tuple[Parked, ...]:
    """Matters of every place, one of them dealt with; the confidential ones are the same words everywhere."""
    first, second, third = stage.material.agreements
    return (
        Parked(id="k1", text=f"Ferieplanen. {first}", belongs=Belongs.LATER, field=FIELD, card=CARD),
        Parked(id="k2", text=f"Mødelokalet. {second}", belongs=Belongs.MEETING, field="opgaver"),
        Parked(id="k3", text=SECRET, belongs=Belongs.MUS),
        Parked(id="k4", text=f"Kaffen. {third}", belongs=Belongs.LATER, done=True),
        Parked(id="k5", text=f"{SECRET} igen", belongs=Belongs.LUS, in_documents=True),
        Parked(id="k6", text="Nøglerne til cyklerne", belongs=Belongs.LATER, in_documents=False),
    )


def many_agreements(stage: Stage, count: int = 8) -> tuple[Agreement, ...]:
    """As many agreements as make one rank them, some with votes."""
    votes = (0, 5, 2, 0, 12, 1, 0, 3)
    texts = stage.material.agreements
    return tuple(
        Agreement(
            id=f"a{n}",
            text=f"{clean_line(texts[n % len(texts)])} ({n})",
            field=FIELD if n % 2 else "opgaver",
            votes=votes[n % len(votes)],
        )
        for n in range(1, count + 1)
    )


async def parking_box(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD))
    await stage.press("k")


async def parking_box_half_written(stage: Stage) -> None:
    await stage.open(stage.material.conversation(drafts={"park/text": stage.material.draft}))
    await stage.press("k", "tab")


async def parking_box_confidential(stage: Stage) -> None:
    """The room sees what is typed now, and is told so."""
    await parking_box(stage)
    await stage.press("tab", "tab")


async def parking_box_own(stage: Stage) -> None:
    drafts = {"park-hidden-mus/text": SECRET, "park-hidden-mus/belongs": "mus"}
    await stage.open(stage.material.conversation(drafts=drafts), own=True)
    await stage.press("k")


async def parking(stage: Stage) -> None:
    await stage.open(stage.material.conversation(parked=parked(stage)))
    await stage.press("K")


async def parking_own(stage: Stage) -> None:
    await stage.open(stage.material.conversation(parked=parked(stage)), own=True)
    await stage.press("K")


async def parking_before_finish(stage: Stage) -> None:
    await stage.open(stage.material.planned(parked=parked(stage), step="evaluation"))
    await stage.press("escape", "greater_than_sign")


async def parking_empty(stage: Stage) -> None:
    await stage.open(stage.material.conversation())
    await stage.press("K")


async def parking_all_handled(stage: Stage) -> None:
    done = tuple(each.but(done=True) for each in parked(stage))
    await stage.open(stage.material.conversation(parked=done))
    await stage.press("K")


async def parking_forty(stage: Stage) -> None:
    many = tuple(Parked(id=f"k{n}", text=f"Sag {n}: {stage.material.draft}") for n in range(1, 41))
    await stage.open(stage.material.conversation(parked=many))
    await stage.press("K", "end")


async def parking_place(stage: Stage) -> None:
    await parking(stage)
    await stage.press("f")


async def parking_asked_about_the_documents(stage: Stage) -> None:
    await parking_own(stage)
    await stage.press("down", "down", "m")


async def wheel_with_parked(stage: Stage) -> None:
    await stage.open(stage.material.conversation(parked=parked(stage)))


async def ranking(stage: Stage) -> None:
    await stage.open(stage.material.conversation(step="plan", agreements=many_agreements(stage)))
    await stage.press("p")


async def ranking_forty(stage: Stage) -> None:
    await stage.open(stage.material.conversation(step="plan", agreements=many_agreements(stage, 40)))
    await stage.press("p", "end")


async def ranking_empty(stage: Stage) -> None:
    await stage.open(stage.material.conversation(step="plan", agreements=()))
    aside.show_ranking(stage.app)
    await stage.settle()


async def plan_with_votes(stage: Stage) -> None:
    agreements = many_agreements(stage)
    await stage.open(stage.material.planned(agreements=agreements, parked=parked(stage)))


async def evaluation(stage: Stage) -> None:
    first, second, _third = stage.material.agreements
    answers = Evaluation(outcome=first, constructive=second)
    await stage.open(stage.material.planned(step="evaluation", evaluation=answers))


async def evaluation_empty(stage: Stage) -> None:
    await stage.open(stage.material.planned(step="evaluation"))
    await stage.press("escape")


async def evaluation_being_written(stage: Stage) -> None:
    await evaluation(stage)
    await stage.press("enter")


TALK_SCENES = {
    reach.__name__: reach
    for reach in (
        *(parking_box, parking_box_half_written, parking_box_confidential, parking_box_own),
        *(parking, parking_own, parking_before_finish, parking_empty, parking_all_handled, parking_forty),
        *(parking_place, parking_asked_about_the_documents, wheel_with_parked),
        *(ranking, ranking_forty, ranking_empty, plan_with_votes),
        *(evaluation, evaluation_empty, evaluation_being_written),
    )
}
"""Every one of these ways, under its name."""
