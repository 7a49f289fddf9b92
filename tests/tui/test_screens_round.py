"""The spiral round on the screen: its clocks, its bell, its passes and its endings (S36–S37)."""

import pytest
import scenes
import sight
from showcase import CARD, Stage, playing
from textual.widgets import Digits, Input
from ways import own_view

from samtale_tui.conversation.live import open_live
from samtale_tui.conversation.outcome import seconds_by_card
from samtale_tui.conversation.round_commands import round_reads, round_watch
from samtale_tui.conversation.rounds import Pause
from samtale_tui.method.clock import AwakeClock
from samtale_tui.method.run import Ending
from samtale_tui.method.spiral import Direction, Spiral
from samtale_tui.tui import navigation as to

pytestmark = pytest.mark.usefixtures("nothing_drawn")


def spiral_of(stage: Stage) -> Spiral:
    """How the last round stands."""
    return stage.value.rounds[-1].spiral


def clock(stage: Stage, name: str) -> str:
    """What the turn's or the frame's clock shows."""
    return stage.screen.query_one(f"#round-{name}", Digits).value


def speaker(stage: Stage) -> str:
    """Who is lit."""
    line = next(line for line in sight.lines(stage.app) if "▶" in line)
    return line.split("▶")[1].split()[0]


async def begin(stage: Stage) -> None:
    """A round of 12 minutes with 6 people: 1 minute a turn."""
    await stage.open(stage.material.conversation(card=CARD))
    await stage.press("r", "enter", "enter")
    await stage.until(lambda: stage.on == "RoundScreen")
    await stage.settle()


async def close(stage: Stage) -> None:
    """End the round, and go on from what came out of it to the card."""
    await stage.press("x")
    await stage.until(lambda: stage.on == "OutcomeScreen")
    await stage.press("escape")
    await stage.until(lambda: stage.on == "CardScreen")


async def test_enter_begins_a_round_with_the_turn_that_the_frame_leaves_room_for() -> None:
    async with playing() as stage:
        await begin(stage)
        assert (clock(stage, "frame"), clock(stage, "turn")) == ("12:00", "1:00")
        assert speaker(stage) == "Anna"
        assert "› Bo" in sight.text(stage.app)
        await stage.pass_time(20)
        assert (clock(stage, "frame"), clock(stage, "turn")) == ("11:40", "0:40")
        await stage.press("n")
        assert speaker(stage) == "Bo"
        assert clock(stage, "turn") == "1:00"


async def test_the_next_round_is_opened_by_another_and_goes_the_other_way() -> None:
    async with playing() as stage:
        await begin(stage)
        await close(stage)
        await stage.press("r", "enter")
        assert "Bo begynder, og ordet går mod uret" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        assert (spiral_of(stage).opener, spiral_of(stage).direction) == ("p2", Direction.ANTICLOCKWISE)


async def test_the_bell_rings_once_a_turn_when_its_time_is_up() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pass_time(59, tick=1)
        assert stage.bells == []
        await stage.pass_time(1, tick=1)
        assert len(stage.bells) == 1
        await stage.pass_time(30, tick=1)
        assert len(stage.bells) == 1, "overtime does not ring again"
        await stage.press("n")
        await stage.pass_time(59, tick=1)
        assert len(stage.bells) == 1
        await stage.pass_time(1, tick=1)
        assert len(stage.bells) == 2


async def test_half_a_minute_more_moves_the_bell() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("plus")
        assert clock(stage, "turn") == "1:30"
        await stage.pass_time(80)
        assert stage.bells == []
        await stage.pass_time(10)
        assert len(stage.bells) == 1
        await stage.press("n")
        await stage.press("minus")
        assert clock(stage, "turn") == "0:30"
        await stage.press("minus")
        assert clock(stage, "turn") == "0:30", "no turn is shorter"


async def test_a_bell_that_is_off_does_not_ring_and_one_that_is_switched_on_does_not_ring_late() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("m")
        await stage.pass_time(70)
        assert stage.bells == []
        await stage.press("m")
        await stage.pass_time(5)
        assert stage.bells == []
        await stage.press("n")
        await stage.pass_time(61)
        assert len(stage.bells) == 1


async def test_nothing_rings_while_the_round_is_paused() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pass_time(50)
        await stage.press("space")
        await stage.pass_time(60)
        assert stage.bells == []
        assert clock(stage, "turn") == "0:10"
        assert "På pause" in sight.text(stage.app)
        await stage.press("space")
        await stage.pass_time(10)
        assert len(stage.bells) == 1


async def test_overtime_counts_on_and_cuts_nobody_off() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pass_time(75)
        assert clock(stage, "turn") == "+0:15"
        assert speaker(stage) == "Anna"
        await stage.pass_time(5)
        assert clock(stage, "turn") == "+0:20"
        assert speaker(stage) == "Anna"


async def test_a_closed_lid_pauses_the_round_and_says_so() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pass_time(20)
        stage.now.sleep(3600)
        stage.app.tick()
        await stage.settle()
        assert not round_watch(stage.value, "r1").running
        assert stage.value.times.pause is Pause.LID
        assert "har sovet" in stage.said
        assert "Computeren har sovet" in sight.text(stage.app)
        assert clock(stage, "frame") == "11:40", "no minute of sleep is counted"
        await stage.press("space")
        await stage.pass_time(10)
        assert clock(stage, "frame") == "11:30"


async def test_the_same_where_the_machines_clock_counts_sleep() -> None:
    async with playing() as stage:
        stage.app.now = AwakeClock(stage.now)
        await begin(stage)
        await stage.pass_time(20)
        stage.now.go_on(3600)
        stage.app.tick()
        await stage.settle()
        assert not round_watch(stage.value, "r1").running
        assert stage.value.times.pause is Pause.LID
        assert 20 <= round_reads(stage.value, "r1", stage.app.now()) <= 21


async def test_a_time_out_stops_every_clock_until_space() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pass_time(20)
        await stage.press("o")
        assert stage.on == "TimeOutScreen"
        await stage.pass_time(150)
        await stage.press("n")
        assert "Time-out. Tag den tid" in sight.text(stage.app)
        assert spiral_of(stage).turns == (), "a key that uncovers the screen does nothing else"
        await stage.pass_time(150)
        assert (clock(stage, "frame"), clock(stage, "turn")) == ("11:40", "0:40")
        await stage.press("space")
        await stage.pass_time(10)
        assert (clock(stage, "frame"), clock(stage, "turn")) == ("11:30", "0:30")


async def test_when_the_frame_is_up_one_closes_or_goes_on_for_five_minutes() -> None:
    async with playing() as stage:
        await scenes.round_with_frame_up(stage)
        words = sight.reading(stage.app)
        assert "Rundens tid er gået" in words
        assert "x slut" in sight.key_words(stage.app)
        assert "f 5 min mere" in sight.key_words(stage.app)
        assert stage.value.round is not None, "nobody is cut off"
        await stage.press("f")
        assert clock(stage, "frame") == "4:59"
        assert "Rundens tid er gået" not in sight.text(stage.app)
        assert "f 5 min mere" not in sight.key_words(stage.app)
        await stage.pass_time(299)
        assert "Rundens tid er gået" in sight.text(stage.app)
        await close(stage)
        assert spiral_of(stage).ending is Ending.TIME_UP


async def test_one_who_passes_is_asked_again() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("p")
        assert "1 pas i træk" in sight.reading(stage.app)
        assert "·pas" not in sight.text(stage.app), "not by name"
        assert [turn.passed for turn in spiral_of(stage).turns] == [True]
        for name in ("Bo", "Carina", "Dorthe", "Emil", "Fatima"):
            assert speaker(stage) == name
            await stage.press("n")
        assert speaker(stage) == "Anna"
        assert stage.value.round is not None


async def test_the_round_ends_when_all_have_passed_in_succession_and_can_be_undone() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("n", "p", "p", "p", "p", "p")
        assert stage.value.round is not None, "the first one has not passed since she spoke"
        await stage.press("p")
        assert spiral_of(stage).ending is Ending.ALL_PASSED
        words = sight.reading(stage.app)
        assert "Alle har sagt pas, så runden er slut" in words
        assert sight.key_words(stage.app)[-1] == "? hjælp"
        assert "n næste" not in sight.key_words(stage.app)
        await stage.press("n", "p", "plus", "space")
        assert spiral_of(stage).ending is Ending.ALL_PASSED
        await stage.press("u")
        assert stage.value.round is not None
        assert speaker(stage) == "Anna"
        await stage.press("space", "n")
        assert speaker(stage) == "Bo"


async def test_leaving_pauses_and_r_takes_the_round_up_again() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pass_time(20)
        await stage.press("escape")
        await stage.until(lambda: stage.on == "CardScreen")
        assert not round_watch(stage.value, "r1").running
        assert "r tager op igen" in stage.said
        await stage.pass_time(100)
        await stage.press("r")
        await stage.until(lambda: stage.on == "RoundScreen")
        await stage.settle()
        assert clock(stage, "frame") == "11:40"
        assert "På pause" in sight.text(stage.app)
        await stage.press("space")
        await stage.pass_time(10)
        assert clock(stage, "frame") == "11:30"


async def test_from_the_wheel_r_takes_the_round_up_on_its_own_card() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("escape", "escape")
        await stage.until(lambda: stage.on == "WheelScreen")
        await stage.press("r")
        await stage.until(lambda: stage.on == "RoundScreen")
        assert stage.value.card == CARD
        assert len(stage.value.rounds) == 1


async def test_frame_and_turn_can_be_changed_while_it_runs() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pass_time(20)
        await stage.press("r")
        stage.screen.query_one("#frame", Input).value = "15"
        stage.screen.query_one("#turn", Input).value = "2:00"
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.on == "RoundScreen")
        await stage.settle()
        assert (clock(stage, "frame"), clock(stage, "turn")) == ("14:40", "1:40")
        assert round_watch(stage.value, "r1").running


@pytest.mark.parametrize(
    ("frame", "turn", "words"),
    [
        ("", "1:00", "hele minutter"),
        ("999", "1:00", "240"),
        ("12", "0:10", "30 sekunder"),
        ("12", "1:", "1:30"),
    ],
)
async def test_a_frame_or_turn_that_cannot_be_read_is_told_of_and_changes_nothing(
    frame: str, turn: str, words: str
) -> None:
    async with playing() as stage:
        await begin(stage)
        before = stage.value
        await stage.press("r")
        stage.screen.query_one("#frame", Input).value = frame
        stage.screen.query_one("#turn", Input).value = turn
        await stage.settle()
        await stage.press("ctrl+s")
        assert stage.on == "RoundChangeScreen"
        assert words in sight.reading(stage.app)
        await stage.press("escape")
        assert stage.value.rounds == before.rounds


async def test_the_one_who_speaks_and_the_one_who_is_next_can_be_told_apart_without_colour() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("n", "n")
        text = sight.text(stage.app)
        assert text.count("▶") == 1
        assert text.count("›") == 1
        assert "▶ Carina" in text
        assert "› Dorthe" in text


async def test_minutes_are_kept_for_the_card() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.pass_time(150)
        await close(stage)
        assert seconds_by_card(stage.value, stage.now()) == {CARD: 150}
        await own_view(stage)
        assert "Talt om i 2 minutter" in sight.reading(stage.app)


async def test_a_round_that_was_running_when_the_program_went_away_is_there_again_and_paused() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("n")
        await stage.pass_time(20)
        name = stage.value.id
        assert stage.app.close_conversation()
        while len(stage.app.screen_stack) > 1:
            await stage.app.pop_screen()
        stage.now.go_on(7200)
        to.open_conversation(stage.app, open_live(name, now=stage.now))
        await stage.settle()
        assert stage.on == "RoundScreen"
        assert speaker(stage) == "Bo"
        assert clock(stage, "frame") == "11:40"
        assert "Mellemrum videre" in sight.text(stage.app)
        assert not round_watch(stage.value, "r1").running


async def test_those_who_are_not_there_are_not_asked() -> None:
    async with playing() as stage:
        await stage.open(stage.material.conversation(card=CARD))
        await stage.press("r", "enter", "d", "down", "space")
        assert "[ ] Bo" in sight.text(stage.app)
        await stage.press("escape")
        assert "5 er med" in sight.reading(stage.app)
        assert "1:12 til hver taletur" in sight.reading(stage.app)
        await stage.press("enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        await stage.settle()
        assert "Bo" not in spiral_of(stage).people
        assert spiral_of(stage).people == ("p1", "p3", "p4", "p5", "p6")
        await stage.press("n")
        assert speaker(stage) == "Carina"


async def test_a_clickers_keys_move_the_word_both_ways() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("pagedown", "pagedown")
        assert speaker(stage) == "Carina"
        await stage.press("pageup")
        assert speaker(stage) == "Bo"
        assert len(spiral_of(stage).turns) == 1
