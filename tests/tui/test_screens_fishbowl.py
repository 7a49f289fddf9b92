"""A fishbowl on the screen (S40): who sits inside, the debrief, the swap, and what is the facilitator's alone."""

from dataclasses import replace

import pytest
import scenes_fishbowl as scenes
import sight
from effects_fishbowl import fishbowl_of
from showcase import CARD, Stage, playing
from textual.widgets import Digits, Select
from ways import introduce, own_view, write_in

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.live import open_live
from samtale_tui.conversation.round_commands import round_watch
from samtale_tui.method.fishbowl import Phase
from samtale_tui.method.halves import Keep
from samtale_tui.tui import navigation as to
from samtale_tui.tui.widgets.bowl import Bowl
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.seating_list import SeatingList
from samtale_tui.tui.widgets.seen_list import SeenList
from samtale_tui.tui.widgets.steady import SteadyText
from samtale_tui.tui.widgets.writing import Writing

pytestmark = pytest.mark.usefixtures("nothing_drawn")


def bowl(stage: Stage) -> Bowl:
    return stage.screen.query_one(Bowl)


def inside(stage: Stage) -> set[str]:
    return set(bowl(stage)._seated.inner)


def said(stage: Stage, id_: str) -> str:
    shown = stage.screen.query_one(f"#{id_}", SteadyText)
    return (shown._said or "") if shown.display else ""


def clock(stage: Stage) -> str:
    return stage.screen.query_one("#round-turn", Digits).value


# Before it begins


async def test_the_first_screen_says_who_is_inside_first_and_b_shuffles() -> None:
    async with playing() as stage:
        await scenes.fishbowl_intro(stage)
        seen = set()
        for _time in range(12):
            line = sight.reading(stage.app)
            seen.add(line[line.index("Inde først") : line.index("Regler")])
            await stage.press("b")
        assert len(seen) > 4


async def test_the_halves_are_the_same_however_often_one_looks_before_it_begins() -> None:
    async with playing() as stage:
        await scenes.fishbowl_intro(stage)
        first = sight.reading(stage.app)
        await stage.press("escape")
        await introduce(stage, MethodName.FISHBOWL)
        assert sight.reading(stage.app) == first


async def test_the_halves_are_the_same_people_next_time_and_the_others_begin() -> None:
    async with playing() as stage:
        await scenes.fishbowl_intro(stage)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        before = fishbowl_of(stage)
        await stage.press("x", "escape")
        await introduce(stage, MethodName.FISHBOWL)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        assert fishbowl_of(stage).circles == before.circles
        assert fishbowl_of(stage).inner == before.outer


async def test_fewer_than_six_are_told_that_it_is_weak() -> None:
    async with playing() as stage:
        m = stage.material
        await stage.open(replace(m, names=m.names[:4]).conversation(card=CARD))
        await introduce(stage, MethodName.FISHBOWL)
        assert "færre end seks" in sight.reading(stage.app)


async def test_people_are_moved_swapped_and_counted_by_hand_and_the_times_are_kept() -> None:
    async with playing() as stage:
        await scenes.fishbowl_setup(stage)
        await stage.press("space")
        assert "inde først · 2" in sight.reading(stage.app)
        stage.screen.query_one("#sitting", Entry).value = "8:00"
        stage.screen.query_one("#debrief", Entry).value = "0:10"
        await stage.press("ctrl+s")
        assert stage.on == "FishbowlSetupBox" and "mindst 0:30" in sight.reading(stage.app)
        stage.screen.query_one("#debrief", Entry).value = "2"
        await stage.press("ctrl+s")
        assert stage.on == "FishbowlSetupBox"
        stage.screen.query_one("#debrief", Entry).value = "2:00"
        await stage.press("ctrl+s", "enter")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        s = fishbowl_of(stage)
        assert (len(s.inner), len(s.outer)) == (2, 4)
        assert (s.sitting_seconds, s.debrief_seconds) == (480, 120)


async def test_a_smaller_inner_circle_makes_more_circles() -> None:
    async with playing() as stage:
        await scenes.fishbowl_setup_of_forty(stage)
        stage.screen.query_one("#inside", Select).value = "5"
        await stage.settle()
        assert "Gruppe 8 · 5" in "\n".join(
            str(option.prompt) for option in stage.screen.query_one(SeatingList).options
        )
        await stage.press("ctrl+s", "enter")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        assert [len(circle) for circle in fishbowl_of(stage).circles] == [5] * 8


async def test_wishes_are_made_in_ones_own_view_only_and_the_room_never_sees_them() -> None:
    async with playing() as stage:
        await scenes.fishbowl_setup(stage)
        await stage.press("enter", "down", "h")
        assert "kun for dig" in sight.reading(stage.app)
        await stage.press("escape")
        await own_view(stage)
        await stage.press("e", "enter", "down", "h")
        assert "hver for sig" in sight.reading(stage.app)
        await stage.press("ctrl+s", "enter")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        (wish,) = fishbowl_of(stage).wishes
        assert wish.keep is Keep.APART
        assert (wish.one in fishbowl_of(stage).inner) != (wish.other in fishbowl_of(stage).inner)
        stage.app.show_view(own=False)
        await stage.settle()
        assert "hver for sig" not in sight.reading(stage.app)


# While it runs


async def test_n_leads_from_the_sitting_to_what_they_saw_to_the_next_and_at_last_to_the_round_up() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        first = inside(stage)
        assert clock(stage) == "10:30"
        await stage.pass_time(600)
        assert clock(stage) == "0:30"
        await stage.press("n")
        assert clock(stage) == "3:00" and "Den yderste kreds: Hvad så og hørte I?" in said(
            stage, "fishbowl-asked"
        )
        await stage.press("pagedown")
        assert clock(stage) == "10:30" and not inside(stage) & first
        await stage.press("n", "n")
        assert fishbowl_of(stage).phase is Phase.ROUND_UP
        assert "noget at aftale" in said(stage, "fishbowl-asked")
        await stage.press("pageup", "pageup", "pageup")
        assert fishbowl_of(stage).phase is Phase.DEBRIEF and inside(stage) == first


async def test_b_swaps_the_halves_at_once_and_u_swaps_them_back() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        first = inside(stage)
        await stage.press("b")
        assert len(inside(stage)) == 3 and not inside(stage) & first
        await stage.pass_time(30)
        await stage.press("u")
        assert inside(stage) == first and clock(stage) == "10:00"


async def test_one_alone_has_nobody_to_swap_with() -> None:
    async with playing() as stage:
        await scenes.led(stage, people=1)
        await stage.press("b")
        assert "ingen at bytte med" in sight.reading(stage.app)


async def test_two_change_places_and_one_takes_a_seat() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        names, s = stage.value.names(), fishbowl_of(stage)
        one, other = s.inner[0], s.outer[0]
        await stage.press("p", "enter")
        stage.screen.query_one(SeatingList).highlighted = len(s.inner) + 2
        await stage.press("enter", "escape")
        assert names[other] in inside(stage) and names[one] not in inside(stage)
        await stage.press("p", "space", "escape")
        assert len(inside(stage)) == 2


async def test_the_last_one_inside_keeps_the_seat_and_it_says_why() -> None:
    async with playing() as stage:
        await scenes.led(stage, people=2)
        await stage.press("p", "space")
        assert "mindst én inde" in sight.reading(stage.app)
        assert len(fishbowl_of(stage).inner) == 1


async def test_when_the_last_one_inside_leaves_the_outer_circle_is_asked() -> None:
    async with playing() as stage:
        await scenes.led(stage, people=2)
        (person,) = fishbowl_of(stage).inner
        place = list(stage.value.names()).index(person)
        await stage.press("d", *["down"] * place, "space", "escape")
        assert fishbowl_of(stage).phase is Phase.DEBRIEF
        await stage.press("n")
        assert len(inside(stage)) == 1


async def test_what_they_saw_is_written_reworded_and_deleted() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        await stage.press("n")
        await write_in(stage, "SeenBox", "Alle lyttede")
        await write_in(stage, "SeenBox", "Vi lo")
        assert [note.text for note in fishbowl_of(stage).notes] == ["Alle lyttede", "Vi lo"]
        await stage.press("up", "enter")
        await stage.type(" godt")
        await stage.press("enter")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        assert fishbowl_of(stage).notes[0].text == "Alle lyttede godt"
        await stage.press("down", "delete")
        assert [note.id for note in fishbowl_of(stage).notes] == ["o1"]


async def test_who_saw_it_can_be_said() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        await stage.press("n", "c")
        await stage.type("En pause")
        stage.screen.query_one("#seen-by", Select).value = "p2"
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        assert fishbowl_of(stage).notes[0].by == "p2"
        assert "En pause Bo" in sight.reading(stage.app)


async def test_what_stands_half_written_waits_also_after_a_crash() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        await stage.press("n", "c")
        await stage.type("Halvt skr")
        await stage.press("escape", "c")
        assert stage.screen.query_one(Writing).text == "Halvt skr"
        await stage.press("escape")
        assert stage.live.flush()
        saved = stage.value.id
        stage.app.live.close()  # type: ignore[union-attr]
        again = open_live(saved, now=stage.now)
        try:
            assert again.value.drafts["seen/r1/1"] == "Halvt skr"
            assert again.value.rounds[0].fishbowl.phase is Phase.DEBRIEF  # type: ignore[union-attr]
        finally:
            again.close()


async def test_a_new_topic_takes_the_questions_place_and_the_first_can_come_back() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        question = said(stage, "method-question")
        await stage.press("t")
        await stage.type("Nye kolleger")
        await stage.press("enter")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        assert said(stage, "method-question") == "Nye kolleger"
        await stage.press("t", "down", "enter")
        assert said(stage, "method-question") == question
        assert fishbowl_of(stage).sittings[0].topics == ("", "Nye kolleger", "")


async def test_the_outer_circles_task_is_chosen_or_written() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        await stage.press("g", "down", "enter")
        assert "bliver samtalen levende" in said(stage, "fishbowl-asked")
        await stage.press("g", "end", "enter")
        await stage.until(lambda: stage.on == "WordsScreen")
        stage.screen.query_one(Writing).text = "Lyt efter håb"
        await stage.press("enter")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        assert said(stage, "fishbowl-asked") == "Til den yderste kreds: Lyt efter håb"


async def test_half_a_minute_more_holds_for_the_other_half_too() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        await stage.press("plus", "b")
        assert clock(stage) == "11:00"


async def test_the_room_sees_the_halves_times_and_only_the_facilitator_each_ones() -> None:
    async with playing(size=(120, 40)) as stage:
        await scenes.led(stage)
        await stage.pass_time(600)
        await stage.press("b")
        await stage.pass_time(120)
        await stage.press("l")
        assert "ikke siddet lige længe inde: 2 til 10 minutter" in said(stage, "fishbowl-halves")
        assert said(stage, "method-own") == ""
        await stage.press("v")
        own = said(stage, "method-own")
        assert "Ikke alle har siddet lige længe inde" in own
        assert all(f"{name} " in own for name in stage.value.names().values())
        assert own.count("10:00") == 3 and own.count("2:00") == 3


async def test_the_facilitator_is_told_when_the_time_is_too_short_for_what_is_planned() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        await own_view(stage)
        assert "l samler op" not in said(stage, "method-own")
        await stage.pass_time(1000)
        assert "minutter mere, end I har" in said(stage, "method-own")


async def test_the_clock_stands_still_in_a_pause_and_goes_on_where_it_stood() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        await stage.pass_time(30)
        await stage.press("space")
        await stage.pass_time(500)
        assert clock(stage) == "10:00" and not round_watch(stage.value, "r1").running
        await stage.press("space")
        await stage.pass_time(10)
        assert clock(stage) == "9:50"


async def test_what_came_out_becomes_an_agreement_by_a_digit() -> None:
    async with playing() as stage:
        await scenes.fishbowl_round_up(stage)
        before = len(stage.value.agreements)
        await stage.press("x", "1")
        assert len(stage.value.agreements) == before + 1
        assert stage.value.agreements[-1].harvest == "r1/o1"
        assert "Den yderste kreds · omgang 1" in sight.reading(stage.app)


# How it looks


@pytest.mark.parametrize("people", [1, 2, 3, 7, 12, 14, 40])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_all_who_are_there_can_be_read_or_are_counted(size: tuple[int, int], people: int) -> None:
    async with playing(size=size) as stage:
        await scenes.led(stage, people=people)
        assert sight.faults(stage.app) == []
        reading = sight.reading(stage.app)
        names = [stage.value.names()[person] for person in fishbowl_of(stage).inner]
        cut = (name if name in reading else name[:4] for name in names)
        assert all(name in reading for name in cut)
        if people <= 3:
            assert all(name in reading for name in stage.value.names().values())
        if bowl(stage)._places() is None:
            assert f"Rundt om · {len(fishbowl_of(stage).outer)}" in reading


async def test_in_the_round_up_all_sit_in_one_circle() -> None:
    async with playing(size=(120, 40)) as stage:
        await scenes.fishbowl_round_up(stage)
        assert inside(stage) == set()
        assert set(bowl(stage)._seated.outer) == set(stage.value.names().values())


async def test_the_clickers_keys_go_on_though_the_notes_have_the_focus() -> None:
    async with playing() as stage:
        await scenes.fishbowl_debrief(stage)
        assert stage.screen.query_one(SeenList).has_focus
        await stage.press("pagedown")
        assert fishbowl_of(stage).phase is Phase.SITTING


async def test_it_is_taken_up_again_from_the_card() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        await stage.press("n", "escape")
        to.show_card(stage.app, CARD)
        await stage.settle()
        await stage.press("r")
        await stage.until(lambda: stage.on == "FishbowlScreen")
        assert "Hvad så og hørte I" in sight.reading(stage.app)
