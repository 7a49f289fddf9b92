"""How to get to what a deck's rules give along. ``scenes`` takes them into its list."""

from datetime import date

from scenes_frame import framing
from showcase import CARD, Material, Stage

from samtale_tui.conversation.choosing import choose_card, prescribed
from samtale_tui.conversation.chosen import Chooser
from samtale_tui.conversation.model import Conversation, Times
from samtale_tui.deck.rules import CardChoice
from samtale_tui.plan.approval import Approval


def ruled(material: Material, **changes: object) -> Conversation:
    """A conversation whose deck has a rule of every kind, and texts from the material where it has none."""
    first, second, third = material.agreements
    rules = material.deck.rules
    deck = material.deck.but(
        rules=rules.but(
            mandatory=("god-dag", "borgere"),
            council=("naboteams",),
            leader_cards=CardChoice(least=1, most=1),
            employee_cards=CardChoice(),
            plan="required",
            approval="all",
            delete_after_days=30,
            evaluation=(first[:1000], second[:1000]),
            prepare_leader=rules.prepare_leader or (third[:1000],),
            prepare_employees=rules.prepare_employees or (second[:1000],),
            reminders=rules.reminders or (first[:1000],),
        )
    )
    value = material.conversation(deck=deck).but(chosen=prescribed(deck))
    value = choose_card(choose_card(value, CARD), "opgaver-1")
    return choose_card(value, "opgaver-2", Chooser.EMPLOYEES).but(**changes)


def prepared(material: Material) -> Conversation:
    """The same before it begins, with notes to the preparation."""
    return ruled(
        material, step="frame", times=Times(), framing=framing(material).but(preparation=material.note)
    )


def approved(material: Material, **changes: object) -> Conversation:
    """The plan is made, and all but the last have approved it; one with a comment."""
    value = ruled(material, step="finish", actions=material.actions)
    given = [Approval(who=person.id, name=person.name, day=date(2027, 3, 13)) for person in value.people]
    given[0] = given[0].but(comment=material.agreements[0])
    return value.but(**{"approvals": tuple(given), **changes})


async def frame_ruled(stage: Stage) -> None:
    """More cards by the leader than the rules say."""
    await stage.open(prepared(stage.material))


async def frame_ruled_room(stage: Stage) -> None:
    await stage.open(prepared(stage.material))
    await stage.press("v")


async def _opened(stage: Stage, part: str) -> None:
    from samtale_tui.tui.widgets.panes import Pane

    await stage.open(prepared(stage.material))
    stage.screen.query_one("#frame-parts", Pane).mark(part)
    await stage.press("enter")
    assert stage.on.endswith("Box"), stage.on


async def frame_prepare(stage: Stage) -> None:
    await _opened(stage, "prepare")


async def frame_remember(stage: Stage) -> None:
    await _opened(stage, "remember")


async def frame_chosen_by(stage: Stage) -> None:
    await _opened(stage, "card/opgaver-2")


async def evaluation_of_the_deck(stage: Stage) -> None:
    await stage.open(ruled(stage.material, step="evaluation", actions=stage.material.actions))
    await stage.press("escape")


async def finish_to_approve(stage: Stage) -> None:
    """Mandatory topics were not touched, and nobody has approved yet."""
    await stage.open(
        ruled(stage.material, step="finish", uses={}, agreements=(), actions=stage.material.actions)
    )


async def approval(stage: Stage) -> None:
    await stage.open(approved(stage.material))
    await stage.press("g")
    assert stage.on == "ApprovalBox"


async def home_to_delete(stage: Stage) -> None:
    """One conversation is to be deleted by now, another later."""
    m = stage.material
    late = approved(m, id="2027-01-11-b", delete_on=date(2027, 9, 1))
    await stage.home(approved(m, id="2027-01-10-a", delete_on=date(2027, 1, 20)), late)


async def home_asking_to_delete(stage: Stage) -> None:
    await home_to_delete(stage)
    await stage.press("x")
    assert stage.on == "ChoiceScreen"


SCENES_OF_THE_RULES = (
    frame_ruled,
    frame_ruled_room,
    frame_prepare,
    frame_remember,
    frame_chosen_by,
    evaluation_of_the_deck,
    finish_to_approve,
    approval,
    home_to_delete,
    home_asking_to_delete,
)
"""Every one of these ways."""
