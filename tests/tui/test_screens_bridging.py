"""The structured dialogue on the screen: who is heard, what is proposed and asked, and how it ends (S38–S39)."""

import pytest
import scenes_bridging as scenes
import sight
from effects_bridging import dialogue_of
from showcase import Stage, playing
from textual.widgets import Digits
from ways import introduce

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.live import create_live, open_live
from samtale_tui.conversation.round_commands import round_watch
from samtale_tui.method.run import Ending
from samtale_tui.tui import navigation as to
from samtale_tui.tui.widgets.heard_board import HeardBoard
from samtale_tui.tui.widgets.large_letters import LargeLetters

pytestmark = pytest.mark.usefixtures("nothing_drawn")


def question(stage: Stage) -> str:
    """What stands in large letters."""
    return stage.screen.query_one("#bridging-question", LargeLetters).text


def label(stage: Stage) -> str:
    """What is said of it."""
    return str(stage.screen.query_one("#bridging-label").render())


def taps(stage: Stage) -> list[str]:
    return [each.person for each in dialogue_of(stage).spoken]


def line_of(stage: Stage, name: str) -> str:
    """How someone stands among the people."""
    return next(line for line in sight.lines(stage.app) if f" {name}" in line)[:24].rstrip()


async def begin(stage: Stage) -> None:
    """A dialogue of 20 minutes with six people, from the card."""
    await scenes.bridging_intro(stage)
    assert "20 minutter" in sight.reading(stage.app)
    assert "6 er med · den, der har lyst, begynder" in sight.reading(stage.app)
    await stage.press("enter")
    await stage.until(lambda: stage.on == "BridgingScreen")
    await stage.settle()


async def test_it_begins_freely_with_its_frame_and_the_facilitator_is_told_what_to_say() -> None:
    async with playing() as stage:
        await begin(stage)
        assert question(stage) == "Alle skal høres. Tal frit."
        assert stage.screen.query_one("#frame-digits", Digits).value == "20:00"
        assert "Sig:" not in sight.reading(stage.app)
        await stage.press("v")
        assert "Sig: »Vi har 20 minutter, og alle skal høres.«" in sight.reading(stage.app)


async def test_one_can_be_named_to_begin_and_is_invited_first() -> None:
    async with playing() as stage:
        await scenes.bridging_opener(stage)
        await stage.press("down", "down", "down", "enter")
        assert "Carina begynder" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "BridgingScreen")
        assert question(stage) == "Carina begynder. Alle skal høres."
        await stage.press("enter")
        assert question(stage).startswith("Carina, ")


async def test_a_number_says_who_speaks_and_the_room_sees_a_quiet_mark() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("2", "4")
        assert taps(stage) == ["p2", "p4"]
        assert line_of(stage, "Bo").strip() == "2 ✓ Bo"
        assert line_of(stage, "Dorthe").strip() == "▸4 ▶ Dorthe"
        assert line_of(stage, "Anna").strip() == "1   Anna"


async def test_how_often_one_spoke_is_for_the_facilitator_alone() -> None:
    async with playing() as stage:
        await scenes.bridging_running(stage)
        assert "×" not in sight.text(stage.app)
        await stage.press("v")
        assert line_of(stage, "Anna").endswith("▶ Anna ×2")
        assert line_of(stage, "Carina").endswith("✓ Carina ×1")


async def test_arrows_mark_and_t_says_that_the_marked_one_speaks() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("down", "down", "up", "t")
        assert taps(stage) == ["p2"]
        await stage.press("delete")
        assert taps(stage) == []
        await stage.press("t", "u")
        assert taps(stage) == []


async def test_a_click_on_someone_says_that_they_speak() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pilot.click(HeardBoard, offset=(6, 4))
        assert taps(stage) == ["p5"]
        await stage.pilot.click(HeardBoard, offset=(6, 9))
        assert taps(stage) == ["p5"]


async def test_with_ten_or_more_a_number_has_two_digits() -> None:
    async with playing() as stage:
        await scenes.led(stage, people=12)
        await stage.press("1", "2", "5", "0", "3")
        assert taps(stage) == ["p12", "p5", "p3"]
        await stage.press("1")
        assert taps(stage) == ["p12", "p5", "p3"], "1 may become 10"
        await stage.until(lambda: len(taps(stage)) == 4, patience=5)
        assert taps(stage)[-1] == "p1"


async def test_the_room_sees_no_proposal_before_it_is_called_forth() -> None:
    async with playing() as stage:
        await scenes.bridging_running(stage)
        assert question(stage) == "Alle skal høres. Tal frit." and label(stage) == ""
        await stage.press("n")
        assert label(stage) == "Forslag"
        assert question(stage) == "Bo, hvad ser du fra dit sted i arbejdet, som vi andre let overser?"
        assert dialogue_of(stage).asked == () and dialogue_of(stage).skipped == ()


async def test_what_is_asked_stands_there_for_the_room_until_the_next() -> None:
    async with playing() as stage:
        await scenes.bridging_asked(stage)
        said = question(stage)
        assert label(stage) == "Spørgsmålet nu"
        assert said == dialogue_of(stage).asked[0].text
        assert stage.screen.query_one(HeardBoard).marked == "p2", "the one who is asked is marked"
        await stage.press("t")
        assert question(stage) == said and taps(stage)[-1] == "p2"


async def test_ones_own_view_proposes_the_next_at_once() -> None:
    async with playing() as stage:
        await scenes.bridging_own(stage)
        assert label(stage) == "Forslag"
        assert question(stage).startswith("Dorthe, ") and "Anna" in question(stage)
        assert "Stillet: Bo, hvad ser du" in sight.reading(stage.app)
        assert "Ikke hørt endnu: Bo, Dorthe, Emil, Fatima" in sight.reading(stage.app)


async def test_another_proposal_and_the_one_before() -> None:
    async with playing() as stage:
        await scenes.bridging_called_forth(stage)
        first = question(stage)
        await stage.press("n")
        second = question(stage)
        assert second != first
        await stage.press("pageup")
        assert question(stage) == first
        await stage.press("pagedown")
        assert question(stage) == second


async def test_where_no_question_fits_it_says_so_and_one_can_be_written() -> None:
    async with playing() as stage:
        await scenes.led(stage)
        state = dialogue_of(stage)
        stage.live.apply(_with_questions, state.but(questions=("Hvad er vi enige om?",)))
        await stage.press("enter")
        assert question(stage) == "Intet spørgsmål passer lige nu. Tast e, og skriv et."
        await stage.press("enter")
        assert dialogue_of(stage).asked == ()
        await stage.press("e", *"Hvem?", "enter", "enter")
        assert question(stage) == "Hvem?" and label(stage) == "Spørgsmålet nu"


def _with_questions(value, state):
    return value.but(rounds=(value.rounds[0].with_state(state),))


async def test_e_puts_the_question_in_own_words() -> None:
    async with playing() as stage:
        await scenes.bridging_running(stage)
        await stage.press("e", *" Bare kort", "enter")
        assert label(stage) == "Forslag med dine ord"
        assert question(stage).endswith("let overser? Bare kort")
        await stage.press("enter")
        (asked,) = dialogue_of(stage).asked
        assert asked.names == ("p2",) and asked.text.endswith("Bare kort")


async def test_a_question_half_written_waits() -> None:
    async with playing() as stage:
        await scenes.bridging_own(stage)
        await stage.press("e", *" Og", "escape")
        assert dialogue_of(stage).worded is None
        await stage.press("e")
        assert " Og" in sight.reading(stage.app)
        await stage.press("enter")
        assert question(stage).endswith(" Og")


async def test_i_invites_the_marked_one_and_again_whom_it_falls_to() -> None:
    async with playing() as stage:
        await scenes.bridging_running(stage)
        await stage.press("down", "down", "down", "down", "i")
        assert question(stage).startswith("Emil, ")
        await stage.press("i")
        assert question(stage).startswith("Bo, ")


async def test_when_all_are_heard_the_room_is_told_and_the_way_out_is_at_hand() -> None:
    async with playing(size=(60, 20)) as stage:
        await scenes.bridging_all_heard(stage)
        shown = sight.reading(stage.app)
        assert "Alle er hørt." in shown and "j målet er nået" in shown
        assert "Har vi det, vi kom efter?" in shown


async def test_it_ends_when_the_aim_is_met_and_shows_what_came_out_of_it() -> None:
    async with playing() as stage:
        await scenes.bridging_asked(stage)
        await stage.press("j")
        assert stage.on == "OutcomeScreen"
        assert dialogue_of(stage).ending is Ending.AIM_MET
        assert not round_watch(stage.value, "r1").running
        assert "gange" not in sight.reading(stage.app)
        await stage.press("v")
        assert "så mange gange talte hver: Anna 2 · Bo 0 · Carina 1" in sight.reading(stage.app)


async def test_it_ends_at_the_time_and_the_bell_rings_once() -> None:
    async with playing() as stage:
        await scenes.led(stage, frame=60.0)
        await stage.pass_time(59, tick=1)
        assert stage.bells == []
        await stage.pass_time(30, tick=1)
        assert len(stage.bells) == 1
        assert "Tiden er gået. Tal færdig i ro." in sight.reading(stage.app)
        await stage.press("x")
        assert dialogue_of(stage).ending is Ending.TIME_UP


async def test_a_dialogue_that_is_over_takes_no_more_and_says_why() -> None:
    async with playing() as stage:
        await scenes.bridging_over(stage)
        state = dialogue_of(stage)
        await stage.press("1", "t", "enter", "n", "p", "i", "delete", "j")
        assert dialogue_of(stage) is state
        assert stage.on in {"BridgingScreen", "OutcomeScreen"}
        assert "I har det, I kom efter." in sight.reading(stage.app)


async def test_undo_takes_back_a_question_but_no_time() -> None:
    async with playing() as stage:
        await scenes.bridging_asked(stage)
        await stage.pass_time(30)
        await stage.press("u")
        assert dialogue_of(stage).asked == () and len(taps(stage)) == 3
        assert stage.screen.query_one("#frame-digits", Digits).value == "18:30"


async def test_one_who_speaks_may_leave_and_one_may_come_late() -> None:
    async with playing() as stage:
        await scenes.bridging_running(stage)
        await stage.press("d", "space", "escape")
        assert dialogue_of(stage).people == ("p2", "p3", "p4", "p5", "p6")
        assert line_of(stage, "Bo").strip() == "▸1   Bo"
        assert "Anna" not in sight.text(stage.app)
        await stage.press("d", "space", "escape")
        await stage.press("1")
        assert taps(stage)[-1] in dialogue_of(stage).people


async def test_nobody_needs_to_be_named() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(people=(), card=scenes.CARD))
        await introduce(stage, MethodName.BRIDGING)
        await stage.press("3", "enter", "enter")
        await stage.until(lambda: stage.on == "BridgingScreen")
        await stage.press("2", "enter")
        assert question(stage).startswith("Plads 1, ")


async def test_it_waits_where_it_was_when_the_program_is_opened_again() -> None:
    async with playing() as stage:
        await scenes.bridging_asked(stage)
        said = question(stage)
        assert stage.live.flush()
        await stage.reopen()
        await stage.until(lambda: stage.on == "BridgingScreen")
        await stage.settle()
        stage.app.show_view(own=False)
        await stage.settle()
        assert question(stage) == said and taps(stage) == ["p1", "p3", "p1"]
        assert "På pause." in sight.reading(stage.app)


async def test_forty_have_each_a_number_and_the_list_follows_the_mark() -> None:
    async with playing(size=(60, 20)) as stage:
        await scenes.bridging_of_forty(stage)
        assert "række 1–" in sight.reading(stage.app)
        await stage.press("4", "0")
        assert taps(stage)[-1] == "p40"
        assert any("▸40 ▶" in line for line in sight.lines(stage.app))


async def test_only_looking_at_it_changes_nothing() -> None:
    async with playing() as stage:
        other = create_live(scenes.dialogue(stage, *scenes.SOME_SPOKE), now=stage.now)
        assert other.flush()
        try:
            to.open_conversation(stage.app, open_live(other.value.id, now=stage.now))
            await stage.until(lambda: stage.on == "BridgingScreen")
            await stage.settle()
            before = stage.value
            assert stage.live.read_only
            await stage.press("1", "t", "enter", "n", "i", "e", "j", "delete")
            assert stage.value is before and stage.on == "BridgingScreen"
        finally:
            other.close()
