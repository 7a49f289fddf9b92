"""Parking, ranking and the evaluation, as a facilitator meets them; and what the room never sees of it."""

from dataclasses import replace
from pathlib import Path

import pytest
import scenes_talk
import sight
from scenes import SCENES
from scenes_talk import SECRET
from showcase import Material, Stage, playing, ready
from textual.widgets import OptionList, TextArea

from samtale_tui.conversation.aside import CONFIDENTIAL, Belongs, Evaluation, Parked
from samtale_tui.conversation.live import create_live, open_live
from samtale_tui.conversation.model import Agreement, Conversation
from samtale_tui.documents.finish import prepare
from samtale_tui.tui import navigation as to

pytestmark = pytest.mark.usefixtures("nothing_drawn")

SECRETS = tuple(
    Parked(id=f"k{900 + n}", text=f"{SECRET} {n}", belongs=belongs, done=done)
    for n, (belongs, done) in enumerate(((each, done) for each in CONFIDENTIAL for done in (False, True)), 1)
)


class InConfidence(Material):
    """A conversation with things that the room must not see, parked and half-written."""

    def conversation(self, **changes: object) -> Conversation:
        drafts = {"park/text": f"{SECRET} halvt", "park/belongs": "mus"}
        value = super().conversation(**changes)
        return value.but(parked=(*value.parked, *SECRETS), drafts=drafts | value.drafts)


# What is confidential


IN_A_CONVERSATION = [name for name in SCENES if not name.startswith(("home", "start"))]


@pytest.mark.parametrize("part", range(4))
async def test_what_is_confidential_is_never_seen_in_the_rooms_view(part: int) -> None:
    seen = []
    async with playing(InConfidence(**vars(ready())), size=(120, 40)) as stage:
        for name in IN_A_CONVERSATION[part::4]:
            await stage.reset()
            await SCENES[name](stage)
            if stage.app.live is None:  # the settings, opened from Home
                continue
            assert set(SECRETS) <= set(stage.value.parked), name
            if stage.app.own_view and stage.screen.is_modal:
                continue  # opened in one's own view, where it is closed before the view can change
            stage.app.show_view(own=False)
            await stage.settle()
            if SECRET in sight.reading(stage.app):
                seen.append(name)
    assert seen == []


async def test_what_is_confidential_is_in_no_document_unless_that_was_chosen(tmp_path: Path) -> None:
    value = ready().planned(parked=SECRETS)
    data = b"".join(document.data for document in prepare(value, tmp_path, ("md", "toml")))
    assert data
    assert SECRET.encode() not in data


async def test_half_written_for_a_mus_it_waits_in_ones_own_view() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation())
        await stage.press("k", "shift+tab", "shift+tab")
        await stage.type(SECRET)
        assert "Rummet ser, hvad du skriver nu" in sight.reading(stage.app)
        await stage.press("escape", "escape", "k")
        assert _typed(stage) == ""
        assert SECRET not in sight.reading(stage.app)
        await stage.press("escape", "v", "k")
        assert _typed(stage) == SECRET
        assert "● MUS" in sight.reading(stage.app)
        await stage.press("enter")
        assert [(each.text, each.belongs) for each in stage.value.parked] == [(SECRET, Belongs.MUS)]
        assert stage.value.drafts == {}


async def test_something_confidential_becomes_an_agreement_or_a_line_in_a_document_only_when_asked() -> None:
    async with playing() as stage:
        await scenes_talk.parking_own(stage)
        await stage.press("down", "down", "m", "enter")
        assert not stage.value.parked[2].goes_out
        await stage.press("m", "right", "enter")
        assert stage.value.parked[2].goes_out
        await stage.press("m")
        assert not stage.value.parked[2].goes_out
        await stage.press("enter", "enter")
        assert len(stage.value.agreements) == 3
        await stage.press("enter", "right", "enter")
        assert stage.value.agreements[-1].text == SECRET


async def test_what_moves_to_a_mus_is_gone_from_the_room_at_once() -> None:
    async with playing() as stage:
        await scenes_talk.parking(stage)
        await stage.press("f", "down", "down", "enter")
        assert stage.value.parked[0].belongs is Belongs.MUS
        assert "Ferieplanen" not in sight.text(stage.app)
        assert "3 til en fortrolig samtale" in sight.reading(stage.app)
        await stage.press("u")
        assert "Ferieplanen" in sight.text(stage.app)


# Parking


@pytest.mark.parametrize(
    "name", ["wheel", "card", "round_running", "plan", "action", "evaluation", "finish", "rules", "ranking"]
)
async def test_a_matter_is_parked_from_wherever_one_is_with_what_was_talked_about(name: str) -> None:
    async with playing() as stage:
        await SCENES[name](stage)
        if name in ("action", "finish"):
            stage.screen.set_focus(None)
        await stage.press("k")
        assert stage.on == "ParkScreen"
        await stage.type("Ny vagtplan")
        await stage.press("tab", "enter")
        (parked,) = stage.value.parked
        assert (parked.text, parked.belongs) == ("Ny vagtplan", Belongs.MEETING)
        assert (parked.field is not None) == (name in ("wheel", "card", "round_running", "rules"))
        assert (parked.card is not None) == (name in ("card", "round_running"))


async def test_what_is_half_written_waits_with_its_place_when_the_program_is_opened_again() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation())
        await stage.press("k")
        await stage.type("Ny vagt")
        await stage.press("tab")
        await stage.reopen()
        await stage.press("k")
        assert _typed(stage) == "Ny vagt"
        assert "● Et teammøde" in sight.reading(stage.app)


async def test_a_click_chooses_where_it_belongs() -> None:
    async with playing() as stage:
        await scenes_talk.parking_box(stage)
        await stage.pilot.click("#place-lus")
        await stage.type("x")
        await stage.press("enter")
        assert stage.value.parked[0].belongs is Belongs.LUS


async def test_what_is_parked_comes_up_once_before_finish_and_again_when_it_has_changed() -> None:
    async with playing() as stage:
        await scenes_talk.parking_before_finish(stage)
        assert stage.on == "ParkingScreen"
        await stage.press("enter")
        assert (stage.on, stage.value.step) == ("FinishScreen", "finish")
        await stage.press("less_than_sign", "escape", "greater_than_sign")
        assert stage.on == "FinishScreen"
        await stage.press("escape", "escape", "k")
        await stage.type("Endnu noget")
        await stage.press("enter", "greater_than_sign")
        assert stage.on == "ParkingScreen"
        await stage.press("greater_than_sign")
        assert stage.on == "FinishScreen"


async def test_what_is_parked_comes_up_before_finish_from_the_palette_too_and_esc_stays() -> None:
    async with playing() as stage:
        await stage.open(stage.material.planned(parked=SECRETS, step="evaluation"))
        await stage.press("escape", "ctrl+p")
        await stage.type("Næste trin")
        await stage.press("enter")
        assert stage.on == "ParkingScreen"
        assert "2 til en fortrolig samtale" in sight.reading(stage.app)
        await stage.press("escape")
        assert (stage.on, stage.value.step) == ("EvaluationScreen", "evaluation")


async def test_nothing_comes_up_before_finish_where_nothing_waits() -> None:
    async with playing() as stage:
        done = tuple(each.but(done=True) for each in SECRETS)
        await stage.open(stage.material.planned(parked=done, step="evaluation"))
        assert stage.screen.focused is stage.screen.query_one("#outcome"), "letters are never commands here"
        await stage.press("escape", "greater_than_sign")
        assert stage.on == "FinishScreen"


async def test_what_is_dealt_with_waits_again_and_a_line_dropped_comes_back() -> None:
    async with playing() as stage:
        await scenes_talk.parking(stage)
        await stage.press("d", "enter")
        assert "Det er taget op" in stage.said
        await stage.press("d", "x")
        assert stage.value.parked[0].id == "k2"
        await stage.press("u")
        assert stage.value.parked[0].id == "k1"
        assert not stage.value.parked[0].done


async def test_a_parked_matter_is_put_in_other_words() -> None:
    async with playing() as stage:
        await scenes_talk.parking_own(stage)
        await stage.press("e")
        await stage.type(" i år")
        await stage.press("enter")
        assert stage.value.parked[0].text.endswith(" i år")


# Ranking


def _votes(stage: Stage) -> list[int]:
    return [each.votes for each in stage.value.agreements]


async def test_digits_typed_soon_after_each_other_are_one_number_and_one_step() -> None:
    async with playing() as stage:
        await scenes_talk.ranking(stage)
        await stage.press("down", "down", "1", "2")
        assert _votes(stage)[2] == 12
        await stage.pass_time(1.5)
        await stage.press("3")
        assert _votes(stage)[2] == 3
        await stage.press("down", "4", "up", "5")
        assert _votes(stage)[2:4] == [5, 4]
        await stage.press("u")
        assert _votes(stage)[2] == 3
        await stage.press("plus", "plus", "minus")
        assert _votes(stage)[2] == 4
        await stage.press("minus", "minus", "minus", "minus", "minus")
        assert _votes(stage)[2] == 0


async def test_the_mark_follows_an_agreement_that_is_moved_or_sorted_away() -> None:
    async with playing() as stage:
        await scenes_talk.ranking(stage)
        await stage.press("down", "down", "ctrl+up", "1")
        assert [each.id for each in stage.value.agreements][:3] == ["a1", "a3", "a2"]
        assert stage.value.agreements[1].votes == 1
        await stage.press("ctrl+down", "ctrl+down", "r")
        assert _votes(stage) == sorted(_votes(stage), reverse=True)


async def test_the_ranking_comes_up_once_on_the_way_to_the_plan_where_there_are_many() -> None:
    many = tuple(Agreement(id=f"a{n}", text=f"Aftale {n}") for n in range(1, 8))
    async with playing() as stage:
        await stage.open(stage.material.conversation(agreements=many))
        await stage.press("greater_than_sign")
        assert (stage.on, stage.value.step) == ("RankingScreen", "plan")
        await stage.press("down", "enter")
        assert stage.value.actions[0].what == "Aftale 2"
        assert "handling 1 i planen" in stage.said
        await stage.press("escape")
        assert stage.on == "PlanScreen"
        await stage.press("u", "escape", "greater_than_sign")
        assert stage.on == "PlanScreen"


async def test_few_agreements_are_not_ranked_unasked() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation())
        await stage.press("greater_than_sign")
        assert stage.on == "PlanScreen"


async def test_when_the_last_agreement_became_an_action_the_ranking_says_so() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(step="plan"))
        await stage.press("p", "enter", "enter", "enter")
        assert len(stage.value.actions) == 3
        assert "Ingen aftaler venter" in sight.reading(stage.app)
        await stage.press("3", "ctrl+up", "x", "plus", "r", "e")
        assert stage.on == "RankingScreen"


@pytest.mark.parametrize("key", ["e", "p"])
async def test_where_no_agreement_waits_the_plan_says_so_and_sends_nobody_to_them(key: str) -> None:
    async with playing() as stage:
        await stage.open(stage.material.planned(agreements=()))
        await stage.press(key)
        assert "Ingen aftaler venter" in sight.reading(stage.app)
        assert stage.on == "PlanScreen"


# The evaluation


async def test_an_answer_is_kept_letter_by_letter_as_one_step() -> None:
    async with playing() as stage:
        await scenes_talk.evaluation_empty(stage)
        await stage.press("enter")
        await stage.type("En fælles retning")
        await stage.press("tab")
        await stage.type("Ordet gik rundt ")
        assert stage.value.evaluation == Evaluation(
            outcome="En fælles retning", constructive="Ordet gik rundt"
        )
        await stage.reopen()
        assert stage.screen.focused is None, "where an answer stands one goes on by keys"
        assert stage.screen.query_one("#outcome", TextArea).text == "En fælles retning"
        await stage.press("u")
        assert stage.value.evaluation == Evaluation(outcome="En fælles retning")
        assert stage.screen.query_one("#constructive", TextArea).text == ""
        await stage.press("u")
        assert stage.value.evaluation == Evaluation()
        await stage.press("ctrl+y", "ctrl+y")
        assert stage.screen.query_one("#constructive", TextArea).text == "Ordet gik rundt"


async def test_the_evaluation_is_not_in_the_plan_itself(tmp_path: Path) -> None:
    value = ready().planned(evaluation=Evaluation(outcome="Tillid til hinanden"))
    (plan,) = prepare(value, tmp_path, ("toml",))
    assert b"Tillid" not in plan.data


# A window that may only look


@pytest.mark.parametrize(
    "keys", [("K",), ("greater_than_sign", "p"), ("greater_than_sign", "greater_than_sign")]
)
async def test_where_one_may_only_look_nothing_changes(keys: tuple[str, ...]) -> None:
    async with playing() as stage:
        value = stage.material.conversation(parked=scenes_talk.parked(stage))
        other = create_live(value, now=stage.now)
        assert other.flush()
        try:
            to.open_conversation(stage.app, open_live(other.value.id, now=stage.now))
            await stage.settle()
            await stage.press("k", *keys)
            assert stage.on in ("ParkingScreen", "RankingScreen", "EvaluationScreen")
            await stage.press(*"5drmexk", "plus", "delete", "ctrl+up", "enter", *"abc", "ctrl+y")
            assert stage.value == other.value
        finally:
            other.close()


# Many, and long


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_forty_of_ten_thousand_letters_are_a_list_like_another(size: tuple[int, int]) -> None:
    long = replace(ready(), agreements=("æ" * 10_000,))
    async with playing(long, size=size) as stage:
        agreements = tuple(Agreement(id=f"a{n}", text=f"{n} " + "ord " * 2500) for n in range(1, 41))
        parked = tuple(Parked(id=f"k{n}", text=f"{n} " + "æ" * 10_000) for n in range(1, 41))
        await stage.open(stage.material.conversation(agreements=agreements, parked=parked))
        await stage.press("greater_than_sign")
        assert stage.on == "RankingScreen"
        await stage.press("end", "7", "r")
        assert stage.value.agreements[0].id == "a40"
        assert stage.screen.query_one("#ranked", OptionList).highlighted == 0
        assert sight.faults(stage.app) == []
        await stage.press("escape", "K", "end", "d")
        assert stage.value.parked[-1].done
        assert sight.faults(stage.app) == []


def _typed(stage: Stage) -> str:
    return stage.screen.query_one(TextArea).text


async def test_a_digit_that_is_held_down_gives_the_highest_number_and_no_error() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(step="plan"))
        await stage.press("p")
        await stage.type("9" * 60)
        assert max(each.votes for each in stage.value.agreements) == 999


@pytest.mark.parametrize(
    ("after", "on"), [("", "EvaluationScreen"), (">", "FinishScreen"), ("a", "WordsScreen")]
)
async def test_what_comes_at_the_heels_of_esc_is_a_command_and_costs_no_letter(after: str, on: str) -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(step="evaluation"))
        stage.burst(*"Vi er enige", "escape")
        await stage.type(after)
        assert stage.value.evaluation.outcome == "Vi er enige"
        await stage.until(lambda: stage.on == on)
