"""How to get to Ramme and its boxes. ``scenes`` takes them into its list."""

from datetime import date

from showcase import CARD, EXERCISE, OWN_CARD, Material, Stage

from samtale_tui.basis.limits import MOST_AGENDA_ITEMS
from samtale_tui.conversation.chosen import ChosenCard
from samtale_tui.conversation.framing import AgendaItem, Break, Framing, Members, Reason, Role, Timing
from samtale_tui.conversation.live import create_live, open_live
from samtale_tui.conversation.model import Conversation, Person, Times
from samtale_tui.method.grouping import dealt
from samtale_tui.tui import navigation as to


def many(material: Material, count: int) -> tuple[Person, ...]:
    """So many people; the names begin again when they are used up."""
    return tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(material.of(count).names, 1))


def framing(material: Material) -> Framing:
    """Every part filled in."""
    return Framing(
        day=date(2027, 3, 12),
        timing=Timing.LEAD_UP,
        members=Members.EMPLOYEES,
        reasons=(Reason.DIRECTION, Reason.LEARNING),
        purpose=material.own_card,
        check_in=material.agreements[0],
        expectations=material.agreements[1],
        agenda=(
            AgendaItem(topic=material.agreements[0], minutes=20),
            AgendaItem(topic=material.agreements[2]),
        ),
        roles={Role.FACILITATOR: material.names[0], Role.TIME_KEEPER: material.names[1]},
        breaks=(Break(after=45, minutes=10),),
    )


def framed(material: Material, **changes: object) -> Conversation:
    """A frame that is filled in, the talk not begun."""
    parts: dict[str, object] = {
        "step": "frame",
        "times": Times(),
        "framing": framing(material),
        "chosen": (ChosenCard(card=CARD, why=material.agreements[2]), ChosenCard(card=OWN_CARD)),
        "agreements": (),
    }
    return material.conversation(**parts | changes)


def grouped(material: Material) -> Conversation:
    """The same with everyone in one of two groups."""
    value = framed(material)
    return value.but(groups=dealt([person.id for person in value.people], 2))


async def frame_empty(stage: Stage) -> None:
    """As it is met first."""
    await stage.open(
        framed(stage.material, framing=Framing(), chosen=(), uses={}, blanks=(), field=None, people=())
    )


async def frame_own(stage: Stage) -> None:
    await stage.open(framed(stage.material))


async def frame_own_of_nine(stage: Stage) -> None:
    """So many that smaller groups are proposed; what cannot be read waits."""
    m = stage.material
    drafts = {"frame/day": m.draft, "frame/breaks": m.draft, "frame/people": m.draft}
    cards = tuple(ChosenCard(card=card, why=m.note) for card in (CARD, EXERCISE, OWN_CARD))
    await stage.open(framed(m, people=many(m, 9), drafts=drafts, chosen=cards))


async def frame_room(stage: Stage) -> None:
    """At the welcome, before it begins."""
    await stage.open(grouped(stage.material))
    await stage.press("v")


async def frame_begun(stage: Stage) -> None:
    """The check-in is on."""
    value = framed(stage.material)
    await stage.open(value.but(times=stage.material.conversation().times))


async def frame_to_look_at(stage: Stage) -> None:
    """Someone else has the conversation open."""
    other = create_live(framed(stage.material), now=stage.now)
    assert other.flush()
    try:
        to.open_conversation(stage.app, open_live(other.value.id, now=stage.now))
        await stage.settle()
        assert stage.live.read_only
    finally:
        other.close()


async def _box(stage: Stage, part: str, value: Conversation | None = None) -> None:
    await stage.open(value or grouped(stage.material))
    from samtale_tui.tui.widgets.panes import Pane

    stage.screen.query_one("#frame-parts", Pane).mark(part)
    await stage.press("enter")
    assert stage.on.endswith("Box"), stage.on


async def frame_occasion(stage: Stage) -> None:
    await _box(stage, "occasion")


async def frame_occasion_unreadable(stage: Stage) -> None:
    await _box(stage, "occasion", framed(stage.material, drafts={"frame/day": stage.material.draft}))


async def frame_purpose(stage: Stage) -> None:
    await _box(stage, "purpose")


async def frame_people(stage: Stage) -> None:
    await _box(stage, "people")


async def frame_check_in(stage: Stage) -> None:
    await _box(stage, "check_in")


async def frame_agenda(stage: Stage) -> None:
    """As long as it can be, and longer than there is time for."""
    topics = [(text, 10) for text in stage.material.agreements]
    agenda = tuple(AgendaItem(topic=text, minutes=minutes) for text, minutes in topics * 3)
    value = framed(stage.material)
    await _box(stage, "agenda", value.but(framing=value.framing.but(agenda=agenda[:MOST_AGENDA_ITEMS])))


async def frame_rules(stage: Stage) -> None:
    await _box(stage, "rules")


async def frame_roles(stage: Stage) -> None:
    await _box(stage, "roles")


async def frame_time(stage: Stage) -> None:
    await _box(stage, "time")


async def frame_time_unreadable(stage: Stage) -> None:
    drafts = {"frame/breaks": stage.material.draft, "frame/booked": "3"}
    await _box(stage, "time", framed(stage.material, drafts=drafts))


async def frame_why(stage: Stage) -> None:
    await _box(stage, f"card/{CARD}")


async def frame_groups(stage: Stage) -> None:
    """Proposed for nine."""
    await _box(stage, "groups", framed(stage.material, people=many(stage.material, 9)))


async def frame_groups_of_forty(stage: Stage) -> None:
    await _box(stage, "groups", framed(stage.material, people=many(stage.material, 40)))


async def wheel_with_chosen_cards(stage: Stage) -> None:
    """A break is near as well."""
    m = stage.material
    begun = m.conversation().times
    near = framing(m).but(breaks=(Break(after=35, minutes=10),))
    await stage.open(framed(m, step="wheel", times=begun, framing=near))


async def card_chosen_own(stage: Stage) -> None:
    m = stage.material
    await stage.open(framed(m, step="wheel", times=m.conversation().times, card=CARD), own=True)


SCENES_OF_THE_FRAME = (
    frame_empty,
    frame_own,
    frame_own_of_nine,
    frame_room,
    frame_begun,
    frame_to_look_at,
    frame_occasion,
    frame_occasion_unreadable,
    frame_purpose,
    frame_people,
    frame_check_in,
    frame_agenda,
    frame_rules,
    frame_roles,
    frame_time,
    frame_time_unreadable,
    frame_why,
    frame_groups,
    frame_groups_of_forty,
    wheel_with_chosen_cards,
    card_chosen_own,
)
