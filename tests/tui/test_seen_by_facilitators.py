"""What a facilitator stumbled over once, and shall not again."""

import sight
from scenes import SCENES
from showcase import CARD, Stage, playing
from textual.widgets import OptionList
from ways import introduce

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.model import Agreement, Times
from samtale_tui.plan.model import Action


async def test_before_a_short_conversation_begins_no_minutes_are_below_nought() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(times=Times(), booked_minutes=10), own=True)
        assert "10 min afsat" in sight.text(stage.app) or "tid til planen" in sight.text(stage.app)
        assert "plan om -" not in sight.text(stage.app)


async def test_the_header_names_the_team_and_the_kind_where_there_is_room() -> None:
    async with playing(size=(80, 24)) as stage:
        await stage.open(stage.material.conversation(team="Team Nørrebro"), own=True)
        assert "Team Nørrebro · TUS" in sight.lines(stage.app)[0]


async def test_a_conversation_whose_plan_is_written_says_so_on_the_list() -> None:
    async with playing() as stage:
        await stage.home(stage.material.conversation(written=("/tmp/plan.toml",)))
        assert "plan skrevet" in sight.text(stage.app)
        assert "i gang" not in sight.text(stage.app)


async def test_a_deadline_that_is_no_date_yet_stands_in_the_plan_as_it_was_written() -> None:
    async with playing() as stage:
        actions = (Action(id="h1", what="Kaffe", responsible="Bo"),)
        drafts = {"action/h1/deadline": "snarest"}
        await stage.open(stage.material.planned(actions=actions, drafts=drafts))
        assert "»snarest«" in sight.text(stage.app)


async def test_dates_that_go_against_each_other_are_told_of_in_the_plan() -> None:
    async with playing() as stage:
        first = stage.material.planned().actions[0]
        odd = first.but(deadline=first.start.replace(day=1) if first.start else None)
        await stage.open(stage.material.planned(actions=(odd,)))
        assert "Fristen ligger før starten." in sight.reading(stage.app)


async def test_after_one_of_several_agreements_became_an_action_the_way_to_the_plan_is_told() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(step="plan"))
        await stage.pilot.press("enter")
        await stage.settle()
        assert "Tab går til planen." in sight.reading(stage.app)
        await stage.pilot.press("tab", "enter")
        await stage.settle()
        assert stage.on == "ActionScreen"


async def test_a_new_card_never_has_the_cursor_in_its_notes() -> None:
    async with playing() as stage:
        await SCENES["card_own"](stage)
        stage.app.screen.query_one("#card-hint-box").focus()
        await stage.settle()
        await stage.pilot.press("b", *"Nyt", "enter")
        await stage.settle()
        assert stage.value.card != CARD
        assert stage.app.focused is stage.app.screen.query_one("#card-face")


async def test_enter_begins_the_round_once_names_are_written() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(people=()))
        await introduce(stage, MethodName.SPIRAL)
        await stage.pilot.press(*"Ida", "enter")
        await stage.settle()
        await stage.press("enter")
        assert stage.on == "RoundScreen"


async def test_at_80_by_24_a_marked_card_is_read_whole_and_every_box_keeps_its_frame() -> None:
    async with playing(size=(80, 24)) as stage:
        many = tuple(Agreement(id=f"a{n}", text=f"Aftale {n}") for n in range(1, 9))
        await stage.open(stage.material.conversation(agreements=many, field="god-dag"))
        await stage.pilot.press("enter", "end")
        await stage.settle()
        cards = stage.app.screen.query_one("#cards", OptionList)
        assert cards.highlighted == cards.option_count - 1
        card = stage.value.card_by_id(cards.options[-1].id or "")
        assert card is not None
        assert card.text.split()[-1] in sight.text(stage.app)
        assert sight.faults(stage.app) == []
        assert sight.lines(stage.app)[-2].rstrip().endswith("╯")
        assert _marked_is_in_sight(stage)


def _marked_is_in_sight(stage: Stage) -> bool:
    cards = stage.app.screen.query_one("#cards", OptionList)
    line = cards.highlighted or 0
    return cards.scroll_offset.y <= line < cards.scroll_offset.y + cards.content_size.height


async def test_people_who_sit_face_to_face_stand_on_one_line() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(stage.material.round(stage.now))
        lines = sight.lines(stage.app)
        for one, other in (("Bo", "Fatima"), ("Carina", "Emil")):
            assert any(one in line and other in line for line in lines), (one, other)
