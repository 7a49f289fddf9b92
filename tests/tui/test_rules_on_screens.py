"""The deck's rules as one meets them: choosing beforehand, preparing, the end, approval and deletion."""

import pytest
import scenes_rules
import sight
from scenes_rules import approved, prepared, ruled
from showcase import CARD, playing
from textual.widgets import OptionList, Static

from samtale_tui.basis.folders import conversations_folder
from samtale_tui.conversation.approving import awaited
from samtale_tui.conversation.chosen import Chooser
from samtale_tui.conversation.departures import departures
from samtale_tui.conversation.model import Times

pytestmark = pytest.mark.usefixtures("nothing_drawn")


async def test_a_fourth_card_is_chosen_and_told_of_in_words() -> None:
    async with playing() as stage:
        await stage.open(ruled(stage.material, step="wheel", times=Times()))
        cards = stage.screen.query_one("#cards", OptionList)
        cards.focus()
        cards.highlighted = cards.get_option_index("kompetencer-2")
        await stage.press("m")
        assert stage.value.chosen[-1].card == "kompetencer-2"
        assert "Lederen har valgt 3 kort. Reglerne her siger 1." in stage.said
        await stage.press("M")
        assert stage.value.chosen[-1].by is Chooser.EMPLOYEES
        assert "medarbejderne" in stage.said
        await stage.press("M")
        assert not any(each.card == "kompetencer-2" for each in stage.value.chosen)


async def test_a_mandatory_card_is_taken_out_by_who_wants_to_and_says_what_it_was() -> None:
    async with playing() as stage:
        await scenes_rules.frame_ruled(stage)
        await stage.press(*["down"] * 10)
        assert "altid" in sight.reading(stage.app)
        await stage.press("x")
        assert "hører ellers altid med" in stage.said
        assert [each.by for each in stage.value.chosen].count(Chooser.RULES) == 1
        assert departures(stage.value)[1].startswith("»God dag« hører altid med, men")
        await stage.press("u")
        assert [each.by for each in stage.value.chosen].count(Chooser.RULES) == 2


async def test_who_chose_a_card_is_said_in_its_box() -> None:
    async with playing() as stage:
        await scenes_rules.frame_chosen_by(stage)
        await stage.press("tab", "enter", "down", "enter")
        chosen = next(each for each in stage.value.chosen if each.card == "opgaver-2")
        assert chosen.by is Chooser.COUNCIL
        await stage.press("escape", "u")
        chosen = next(each for each in stage.value.chosen if each.card == "opgaver-2")
        assert chosen.by is Chooser.EMPLOYEES


async def test_notes_to_the_preparation_are_kept_and_never_shown_to_the_room() -> None:
    async with playing() as stage:
        await stage.open(
            prepared(stage.material).but(framing=prepared(stage.material).framing.but(preparation=""))
        )
        await stage.press("enter")
        assert stage.on == "PrepareBox"
        await stage.type("Spørg til vagtplanen")
        await stage.press("escape")
        assert stage.value.framing.preparation == "Spørg til vagtplanen"
        assert "Spørg til vagtplanen" in sight.reading(stage.app)
        await stage.press("v")
        assert "vagtplanen" not in sight.reading(stage.app)
        await stage.press("v", "u")
        assert stage.value.framing.preparation == ""


async def test_the_others_prompts_are_copied_one_a_line() -> None:
    async with playing() as stage:
        await scenes_rules.frame_prepare(stage)
        await stage.press("tab", "tab", "enter")
        copied = stage.app.clipboard.splitlines()
        prompts = stage.value.deck.rules.prepare_employees
        assert copied == [f"– {prompt}" for prompt in prompts]


async def test_on_the_way_to_the_plan_one_hears_what_is_left() -> None:
    async with playing() as stage:
        await stage.open(ruled(stage.material, step="wheel", uses={}, agreements=()))
        await stage.press("greater_than_sign")
        assert stage.on == "PlanScreen"
        assert "I mangler »God dag« og »Borgere«, som altid hører med." in stage.said
        assert "I mangler »Naboteams«, som jeres LMU har valgt." in stage.said


async def test_everyone_approves_and_the_day_of_deletion_is_said() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(approved(stage.material, approvals=()))
        await stage.press("g")
        for place in range(7):
            assert len(awaited(stage.value)) == 7 - place
            await stage.press("enter", "down")
        assert stage.value.delete_on is not None
        words = stage.screen.query_one("#approval-words", Static).content
        assert str(words) == "Planen er godkendt 12. marts 2027. Samtalen skal slettes 11. april 2027."
        await stage.press("up", "enter")
        assert stage.value.delete_on is None
        await stage.press("escape")
        assert "Godkendt af 6 af 7" in sight.reading(stage.app)
        await stage.press("u")
        assert stage.value.delete_on is not None


async def test_a_comment_is_kept_with_the_approval_that_is_marked() -> None:
    async with playing() as stage:
        await stage.open(approved(stage.material))
        await stage.press("g", "up", "tab")
        await stage.type("Jeg vil gerne på kursus")
        await stage.press("escape")
        given = {each.who: each.comment for each in stage.value.approvals}
        assert given.pop("p6") == "Jeg vil gerne på kursus"
        assert given["p1"] == stage.material.agreements[0]
        assert not any(given[who] for who in ("p2", "p3", "p4", "p5"))


async def test_where_the_rules_ask_for_no_approval_that_is_said() -> None:
    async with playing() as stage:
        await stage.open(stage.material.planned(step="finish"))
        assert "godkendelse" not in sight.lines(stage.app)[-1]
        await stage.press("g")
        assert "beder ikke om" in stage.said


async def test_a_conversation_is_deleted_from_home_only_after_a_yes() -> None:
    async with playing() as stage:
        await scenes_rules.home_to_delete(stage)
        before = sorted(path.name for path in conversations_folder().iterdir())
        await stage.press("x", "escape")
        assert sorted(path.name for path in conversations_folder().iterdir()) == before
        await stage.press("delete", "right", "enter")
        await stage.until(lambda: stage.on == "HomeScreen")
        assert len(list(conversations_folder().iterdir())) == len(before) - 1
        assert "Samtalen er slettet" in stage.said


async def test_a_deck_cannot_be_deleted_from_home() -> None:
    async with playing() as stage:
        await stage.home()
        await stage.press("x")
        assert stage.on == "HomeScreen"
        assert "Markér den samtale" in stage.said


async def test_in_a_window_that_may_only_look_nobody_approves() -> None:
    async with playing() as stage:
        from samtale_tui.conversation.live import create_live, open_live
        from samtale_tui.tui import navigation as to

        other = create_live(approved(stage.material, approvals=()), now=stage.now)
        assert other.flush()
        try:
            to.open_conversation(stage.app, open_live(other.value.id, now=stage.now))
            await stage.settle()
            await stage.press("g", "enter")
            assert stage.value.approvals == ()
        finally:
            other.close()


async def test_one_to_one_nobody_asks_before_or_after_which_mus_it_is() -> None:
    async with playing() as stage:
        m = stage.material
        mus = m.deck.but(conversation="mus")
        await stage.open(m.conversation(step="frame", times=Times(), deck=mus))
        assert "Før eller efter" not in sight.reading(stage.app)
        await stage.press("down", "enter")
        assert stage.on == "OccasionBox"
        assert not list(stage.screen.query("Select"))
        assert CARD in stage.value.deck.cards_by_id
