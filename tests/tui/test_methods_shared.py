"""What every method does alike: the offer, its first screen, who is there, and what came out of it."""

from dataclasses import replace

import pytest
import scenes
import sight
from showcase import CARD, EXERCISE, Stage, playing
from textual.widgets import OptionList
from ways import introduce, write_in

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.round_commands import round_watch
from samtale_tui.method.spiral import Spiral

pytestmark = pytest.mark.usefixtures("nothing_drawn")


async def in_a_round(stage: Stage) -> None:
    """A spiral of six with Anna speaking."""
    await stage.open(stage.material.conversation(card=CARD))
    await stage.press("r", "enter", "enter")
    await stage.until(lambda: stage.on == "RoundScreen")
    await stage.settle()


def spiral(stage: Stage) -> Spiral:
    """How the spiral stands."""
    state = stage.value.rounds[-1].spiral
    assert state
    return state


async def write_down(stage: Stage, text: str) -> None:
    """From a method, or from what came out of it."""
    await write_in(stage, "WordsScreen", text)


# The offer


async def test_r_offers_all_six_with_time_and_group_size_and_marks_the_likeliest() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(stage.material.conversation(card=CARD))
        await stage.press("r")
        words = sight.reading(stage.app)
        for title in (
            "Spiralsamtale",
            "Struktureret dialog",
            "Fishbowl",
            "Mødet på midten",
            "IGLO",
            "IDOART",
        ):
            assert title in words
        assert "12 minutter · 3–12 personer" in words
        assert stage.screen.query_one(OptionList).highlighted == 0


async def test_an_exercise_card_leads_straight_to_its_own_method() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(card=EXERCISE))
        method = stage.value.card_by_id(EXERCISE).method  # type: ignore[union-attr]
        assert method is MethodName.SPIRAL
        await stage.press("r")
        assert stage.on == "MethodIntroScreen"
        assert "Spiralsamtale" in sight.text(stage.app)


async def test_another_method_can_be_had_from_the_first_screen() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(card=EXERCISE))
        await stage.press("r", "r")
        assert stage.on == "OfferBox"
        await stage.press("escape", "escape")
        assert stage.on == "CardScreen"


async def test_every_method_is_found_in_the_palette_and_takes_up_what_waits() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.press("n", "escape")
        await stage.until(lambda: stage.on == "CardScreen")
        await stage.press("ctrl+p")
        await stage.type("spiral")
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        assert spiral(stage).speaker == "p2"
        assert len(stage.value.rounds) == 1


async def test_what_waits_on_another_card_is_offered_first() -> None:
    async with playing(size=(120, 40)) as stage:
        await scenes.offers_with_what_waits(stage)
        first = stage.screen.query_one(OptionList).get_option_at_index(0)
        assert first.id == "up:r1"
        assert "Tag op igen: Spiralsamtale" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")


# The first screen


async def test_the_room_is_told_what_why_how_long_who_and_the_rules_and_nothing_else() -> None:
    async with playing(size=(120, 40)) as stage:
        await scenes.method_intro(stage)
        words = sight.reading(stage.app)
        for told in ("Sådan", "Hvorfor", "12 minutter", "6 er med · Anna begynder", "Ingen afbryder"):
            assert told in words
        assert "Brug den ikke" not in words and "Trin" not in words
        await stage.press("v")
        words = sight.reading(stage.app)
        assert "Brug den, når alle skal høres" in words and "Trin" in words


async def test_a_minute_more_or_less_changes_the_turns_too() -> None:
    async with playing() as stage:
        await scenes.method_intro(stage)
        await stage.press("minus", "minus", "minus", "minus", "minus", "minus")
        assert "6 minutter" in sight.reading(stage.app) and "0:30 til hver" in sight.reading(stage.app)
        await stage.press(*["minus"] * 20)
        assert "1 minut" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        assert (spiral(stage).frame_seconds, spiral(stage).turn_seconds) == (60, 30)


async def test_it_says_when_the_plan_comes_before_the_end() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(card=CARD, booked_minutes=50))
        await scenes.spiral_intro(stage)
        assert "Planen skal begynde om 8 minutter" in sight.reading(stage.app)


async def test_over_twelve_it_proposes_circles_and_says_why_and_the_next_circle_is_next() -> None:
    async with playing(size=(120, 40)) as stage:
        await scenes.method_intro_with_groups(stage)
        assert "I er 13: Med 0:30 til hver går der 6 minutter" in sight.reading(stage.app)
        await stage.press("g", "enter")
        await stage.until(lambda: stage.on == "MethodIntroScreen")
        await stage.settle()
        assert "6 er med" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        assert len(spiral(stage).people) == 6
        await stage.press("x", "escape")
        await scenes.spiral_intro(stage)
        await stage.press("g", "enter")
        await stage.settle()
        assert "7 er med" in sight.reading(stage.app)


async def test_over_twelve_without_groups_it_asks_how_to_divide() -> None:
    async with playing() as stage:
        await scenes.method_intro_of_sixteen(stage)
        await stage.press("g")
        assert stage.on == "GroupsBox"
        await stage.press("enter")
        await stage.until(lambda: stage.on == "PickBox")
        assert len(stage.value.groups) == 3


async def test_a_topic_is_written_where_there_is_no_card_and_kept_if_one_goes_away() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(step="plan"))
        await introduce(stage, MethodName.SPIRAL, None)
        await stage.press("t")
        await stage.type("Hvad nu?")
        await stage.press("enter")
        await stage.until(lambda: stage.on == "MethodIntroScreen")
        await stage.settle()
        assert "Hvad nu?" in sight.reading(stage.app)
        await stage.press("escape")
        await introduce(stage, MethodName.SPIRAL, None)
        assert "Hvad nu?" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        await stage.settle()
        assert "Hvad nu?" in sight.reading(stage.app)
        assert stage.value.rounds[0].topic == "Hvad nu?"


# Who is there


@pytest.mark.parametrize(("typed", "first"), [("8", "Plads 1"), ("Anna, Bo, Anna", "Anna")])
async def test_where_nobody_is_named_a_head_count_or_names_are_asked_for(typed: str, first: str) -> None:
    async with playing() as stage:
        await scenes.head_count(stage)
        await stage.type(typed)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "MethodIntroScreen")
        await stage.settle()
        assert f"{first} begynder" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        await stage.settle()
        assert f"▶ {first}" in sight.text(stage.app)
        count = 8 if typed == "8" else 3
        assert len(spiral(stage).people) == count
        if count == 3:
            assert "Anna (2)" in sight.text(stage.app)


@pytest.mark.parametrize("typed", ["0", "100", "4711", " "])
async def test_a_count_that_cannot_be_is_told_of_and_kept(typed: str) -> None:
    async with playing() as stage:
        await scenes.head_count(stage)
        await stage.type(typed)
        await stage.press("enter")
        assert stage.on == "HeadCountBox"
        assert "tal fra 1 til 99" in sight.reading(stage.app)
        await stage.press("escape")
        assert "d: Hvor mange er I?" in sight.reading(stage.app)
        assert stage.value.people == () and stage.value.head_count is None
        assert stage.value.drafts.get("heads", "").strip() == typed.strip()


async def test_one_goes_while_speaking_and_the_word_goes_on() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.pass_time(30)
        await stage.press("d", "space")
        assert "Anna er gået." in sight.reading(stage.app)
        await stage.press("escape")
        assert "▶ Bo" in sight.text(stage.app) and "Anna" not in sight.text(stage.app)
        assert [turn.person for turn in spiral(stage).turns] == ["p1"]
        await stage.press("u")
        assert "▶ Anna" in sight.text(stage.app)


async def test_one_comes_late_and_one_sits_out_once() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.press("d", "down", "o")
        assert "Bo sidder over, næste gang ordet kommer." in sight.reading(stage.app)
        await stage.type("Gorm")
        await stage.press("enter")
        assert "Gorm er med." in sight.reading(stage.app)
        await stage.press("escape")
        await stage.settle()
        assert "Bo ·over" in sight.text(stage.app)
        assert "› Carina" in sight.text(stage.app)
        await stage.press("n")
        assert "▶ Carina" in sight.text(stage.app)
        assert "·over" not in sight.text(stage.app)
        assert spiral(stage).people == ("p1", "p2", "p3", "p4", "p5", "p6", "p7")


async def test_a_name_half_written_waits() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.press("d", "tab")
        await stage.type("Gor")
        await stage.press("escape", "d", "tab")
        await stage.type("m")
        await stage.press("enter")
        assert stage.value.people[-1].name == "Gorm"
        assert stage.value.drafts == {}


async def test_the_last_one_stays() -> None:
    async with playing(material=None) as stage:
        await stage.open(stage.material.round(stage.now, people=1))
        await stage.press("d", "space")
        assert "Der skal være mindst én med" in sight.reading(stage.app)
        assert spiral(stage).people == ("p1",)


# What came out of it


async def test_what_is_written_down_becomes_an_agreement_by_one_key_once() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await write_down(stage, "Sparring [/x] tirsdag")
        await write_down(stage, "En makker")
        await stage.press("x")
        await stage.until(lambda: stage.on == "OutcomeScreen")
        await stage.settle()
        assert "1 Sparring [/x] tirsdag" in sight.text(stage.app)
        before = len(stage.value.agreements)
        await stage.press("2")
        made = stage.value.agreements[-1]
        assert (made.text, made.card, made.field) == ("En makker", CARD, "kompetencer")
        assert f"✓ aftale {before + 1}" in sight.text(stage.app)
        await stage.press("2")
        assert len(stage.value.agreements) == before + 1
        assert "allerede en aftale" in stage.said
        await stage.press("u")
        assert len(stage.value.agreements) == before
        assert "✓ aftale" not in sight.text(stage.app)
        await stage.press("enter")
        assert stage.value.agreements[-1].text == "En makker", "the marked line"


async def test_what_is_written_down_can_be_put_in_other_words_and_dropped() -> None:
    async with playing() as stage:
        await scenes.outcome(stage)
        await stage.press("e")
        await stage.type(" igen")
        await stage.press("enter")
        await stage.until(lambda: stage.on == "OutcomeScreen")
        assert stage.value.rounds[0].caught[0].text.endswith(" igen")
        await stage.press("delete")
        assert [caught.id for caught in stage.value.rounds[0].caught] == ["c2"]
        await stage.press("u")
        assert len(stage.value.rounds[0].caught) == 2


async def test_to_undo_the_end_opens_the_method_again() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.press("x")
        await stage.until(lambda: stage.on == "OutcomeScreen")
        await stage.press("u")
        await stage.until(lambda: stage.on == "RoundScreen")
        await stage.settle()
        assert stage.value.round is not None
        assert not round_watch(stage.value, "r1").running
        assert "På pause" in sight.text(stage.app)


async def test_to_undo_the_beginning_closes_the_method() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.press("u")
        await stage.until(lambda: stage.on == "CardScreen")
        assert stage.value.rounds == ()


async def test_what_came_out_can_be_seen_in_the_middle_and_again_later() -> None:
    async with playing(size=(120, 40)) as stage:
        await in_a_round(stage)
        await write_down(stage, "En makker")
        await stage.press("h")
        await stage.until(lambda: stage.on == "OutcomeScreen")
        await stage.press("escape")
        await stage.until(lambda: stage.on == "RoundScreen")
        assert round_watch(stage.value, "r1").running
        await stage.press("x", "escape", "r", "end", "enter")
        await stage.until(lambda: stage.on == "OutcomeScreen")
        await stage.settle()
        assert "En makker" in sight.text(stage.app)


async def test_who_spoke_and_who_passed_is_for_the_facilitator_alone_as_text() -> None:
    async with playing(size=(120, 40)) as stage:
        await in_a_round(stage)
        await stage.pass_time(65)
        await stage.press("n", "p", "x")
        await stage.until(lambda: stage.on == "OutcomeScreen")
        await stage.settle()
        assert "1:05" not in sight.text(stage.app) and "1 pas" not in sight.text(stage.app)
        await stage.press("v")
        assert "Anna 1:05 · Bo 0:00 1 pas" in sight.reading(stage.app)


async def test_what_was_on_the_screen_is_there_again_after_the_program_went_away() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await write_down(stage, "En makker")
        await stage.press("x")
        await stage.until(lambda: stage.on == "OutcomeScreen")
        await stage.reopen()
        assert stage.on == "OutcomeScreen"
        await stage.press("escape")
        assert stage.on == "CardScreen"
        assert stage.value.leading is None


async def test_a_window_that_may_only_look_changes_nothing() -> None:
    async with playing() as stage:
        other = replace(stage.material)
        await stage.open(other.round(stage.now))
        live = stage.live
        live.close()
        before = stage.value
        await stage.press("n", "space", "c", "d", "x", "h")
        assert stage.value is before


@pytest.mark.parametrize("count", [1, 2, 40])
async def test_one_two_and_forty_people_can_be_led(count: int) -> None:
    async with playing(size=(60, 20)) as stage:
        many = replace(stage.material, names=tuple(f"Person {n}" for n in range(1, count + 1)))
        await stage.open(many.conversation(card=CARD))
        await scenes.spiral_intro(stage)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        for _ in range(count + 1):
            await stage.press("n")
        assert len(spiral(stage).turns) == count + 1
        assert "▶" in sight.text(stage.app), "the one who speaks can be seen"


async def test_a_box_that_is_asked_twice_to_go_takes_no_other_screen_with_it() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.press("d")
        box = stage.screen
        box.dismiss()
        box.dismiss()
        await stage.settle()
        assert stage.on == "RoundScreen"
        assert [type(screen).__name__ for screen in stage.app.screen_stack[1:]] == [
            "WheelScreen",
            "CardScreen",
            "RoundScreen",
        ]


async def test_an_undo_on_the_first_screen_takes_a_newcomer_out_of_the_method_too() -> None:
    async with playing() as stage:
        await scenes.method_intro(stage)
        await stage.press("d", "tab")
        await stage.type("Zoe")
        await stage.press("enter", "escape")
        assert "7 er med" in sight.reading(stage.app)
        await stage.press("u")
        assert "6 er med" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        assert len(spiral(stage).people) == 6


async def test_a_doubled_x_ends_the_method_and_deletes_nothing() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await write_down(stage, "En makker")
        await stage.press("x", "x")
        assert stage.on == "OutcomeScreen"
        assert [caught.text for caught in stage.value.rounds[0].caught] == ["En makker"]


async def test_a_line_written_after_one_that_became_an_agreement_is_a_line_of_its_own() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await write_down(stage, "A")
        await stage.press("x", "1", "delete")
        await write_down(stage, "B")
        assert "✓ aftale" not in sight.text(stage.app)
        await stage.press("1")
        assert [each.text for each in stage.value.agreements][-2:] == ["A", "B"]


async def test_a_method_that_is_paused_says_first_how_to_go_on() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.press("space")
        assert sight.key_words(stage.app)[0] == "Mellemrum videre"


async def test_an_exercise_card_can_be_given_a_topic_of_ones_own() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(card=EXERCISE))
        await stage.press("r", "t")
        await stage.type("Vagtplanen")
        await stage.press("enter", "enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        await stage.settle()
        assert stage.value.rounds[0].topic == "Vagtplanen"
        assert "Vagtplanen" in sight.text(stage.app)
        await stage.press("u")
        assert stage.value.drafts == {"topic/spiral": "Vagtplanen"}, "undo gives back all"


async def test_an_undo_over_what_is_parked_opens_no_method_in_its_place() -> None:
    async with playing() as stage:
        await in_a_round(stage)
        await stage.press("x", "K", "u")
        assert stage.on == "ParkingScreen"
        await stage.press("escape")
        await stage.until(lambda: stage.on == "RoundScreen")
        await stage.press("n")
        assert len(spiral(stage).turns) == 1


async def test_a_box_stands_in_the_middle_over_what_is_dimmed() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(card=CARD))
        await stage.press("r")
        box = stage.screen.query_one(".dialog").region
        assert abs(box.x - (80 - box.right)) <= 1 and abs(box.y - (24 - box.bottom)) <= 1
        assert "r metode" in sight.text(stage.app), "what is under it is still seen"
