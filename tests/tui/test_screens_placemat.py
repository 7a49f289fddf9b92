"""Mødet på midten on the screen: phases, cues, groups, what is written, and what comes out (S28–S30)."""

import random

import pytest
import scenes_placemat as scenes
import sight
from scenes_placemat import begun, tell_of, to, written
from showcase import CARD, Stage, playing
from textual.widgets import Digits, OptionList
from ways import introduce, introduced

from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.live import create_live, open_live
from samtale_tui.conversation.round_commands import round_watch
from samtale_tui.method.placemat_phases import Phase, Sharing
from samtale_tui.tui import methods
from samtale_tui.tui import navigation as to_screen
from samtale_tui.tui.widgets.large_letters import LargeLetters
from samtale_tui.tui.widgets.sheets_board import laid_out

pytestmark = pytest.mark.usefixtures("nothing_drawn")


def clock(stage: Stage, name: str) -> str:
    """What the part's or the frame's clock shows."""
    return stage.screen.query_one(f"#round-{name}", Digits).value


def seen(stage: Stage) -> str:
    return sight.reading(stage.app)


async def of(stage: Stage, people: int) -> None:
    """The card's conversation with so many people."""
    stage.material = stage.material.of(people)


async def test_the_first_screen_tells_who_sits_where_and_why_there_are_threes() -> None:
    async with playing(size=(120, 40)) as stage:
        await introduced(stage, MethodName.PLACEMAT)
        assert "Gruppe 1: Anna, Bo, Carina · Gruppe 2: Dorthe, Emil, Fatima" in seen(stage)
        assert "6 går ikke op i grupper på 4–5." in seen(stage)


async def test_b_shuffles_and_enter_begins_with_those_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random.Random, "shuffle", lambda _self, people: people.reverse())
    async with playing(size=(120, 40)) as stage:
        await introduced(stage, MethodName.PLACEMAT)
        await stage.press("b")
        assert "Gruppe 1: Dorthe, Emil, Fatima" in seen(stage)
        await stage.press("enter")
        assert stage.on == "PlacematScreen"
        assert tell_of(stage).groups == (("p4", "p5", "p6"), ("p1", "p2", "p3"))


async def test_the_frame_is_shared_out_anew_when_it_is_made_longer_before_the_start() -> None:
    async with playing() as stage:
        await introduced(stage, MethodName.PLACEMAT)
        await stage.press(*["plus"] * 10, "enter")
        state = tell_of(stage)
        assert sum(state.span_of(phase).seconds for phase in state.phases) == state.frame_seconds == 2400


async def test_those_who_are_not_there_are_left_out_and_the_groups_are_dealt_again() -> None:
    async with playing() as stage:
        await introduced(stage, MethodName.PLACEMAT)
        await stage.press("d", "space", "escape", "enter")
        assert tell_of(stage).groups == (("p2", "p3", "p4", "p5", "p6"),)


async def test_the_same_people_sit_together_the_next_time() -> None:
    async with playing() as stage:
        await stage.open(begun(stage))
        await stage.press("g", "right", "escape", "x", "escape")
        assert stage.on == "CardScreen"
        await introduce(stage, MethodName.PLACEMAT)
        await stage.press("enter")
        assert tell_of(stage).groups == (("p2", "p3"), ("p1", "p4", "p5", "p6"))


async def test_nothing_moves_on_by_itself_and_the_bell_rings_once_a_part() -> None:
    async with playing() as stage:
        await stage.open(begun(stage, to(Phase.SHARE)))
        assert clock(stage, "turn") == "2:30"
        await stage.pass_time(149, tick=1)
        assert stage.bells == []
        await stage.pass_time(1, tick=1)
        assert len(stage.bells) == 1
        assert "Drej arket én plads til." in seen(stage)
        await stage.pass_time(100, tick=1)
        assert (len(stage.bells), clock(stage, "turn")) == (1, "+1:40")
        await stage.press("n")
        assert "Drej arket · 2 af 2" in seen(stage)
        assert clock(stage, "turn") == "2:30"
        await stage.press("n")
        assert tell_of(stage).phase is Phase.DEBATE
        await stage.press("pageup")
        assert (tell_of(stage).phase, clock(stage, "turn")) == (Phase.SHARE, "2:30")


async def test_each_turn_shows_whose_field_lies_before_whom() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(begun(stage, to(Phase.SHARE)))
        assert "læser Carina" in next(line for line in sight.lines(stage.app) if "læser" in line)
        first = sight.text(stage.app)
        await stage.press("n")
        assert sight.text(stage.app) != first
        assert "læser Bo" in next(line for line in sight.lines(stage.app) if "læser" in line)


async def test_when_they_tell_the_one_who_tells_is_lit_and_who_leaves_is_passed_by() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(begun(stage, to(Phase.SHARE, sharing=Sharing.TELL)))
        assert {"▶Anna", "▶Dorthe"} <= set(seen(stage).replace("│", " ").split())
        await stage.press("d", "space", "escape")
        assert "▶Bo" in seen(stage)
        await stage.press("n")
        assert {"✓Bo", "▶Carina", "✓Dorthe", "▶Emil"} <= set(seen(stage).replace("│", " ").split())


async def test_a_middle_that_is_half_written_waits_and_is_kept_with_enter() -> None:
    async with playing() as stage:
        await stage.open(begun(stage, to(Phase.AGREE)))
        await stage.press("enter", "down", "enter")
        await stage.type("Fast møde")
        await stage.press("escape")
        assert stage.on == "PlacematScreen"
        await stage.press("enter", "down", "enter")
        await stage.type(" hver uge")
        await stage.press("enter")
        assert tell_of(stage).sheets[1].middle == "Fast møde hver uge"
        assert not stage.value.drafts
        await stage.press("u")
        assert not tell_of(stage).sheets[1].middle


async def test_a_persons_field_is_typed_in_and_shown_with_a_mark_only() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(begun(stage, to(Phase.WRITE)))
        await stage.press("e", "down", "enter")
        await stage.type("Mere ro om morgenen")
        await stage.press("enter")
        assert tell_of(stage).sheets[0].field_of("p2") == "Mere ro om morgenen"
        assert "●Bo" in seen(stage)
        await stage.press("e")
        assert "Mere ro" not in seen(stage)
        assert "● Gruppe 1 · Bo" in seen(stage)


async def test_in_the_round_up_one_groups_middle_is_large_and_enter_writes_in_it() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(begun(stage, to(Phase.ROUND_UP), written(stage)))
        middle = stage.screen.query_one("#placemat-middle", LargeLetters)
        assert middle.text == stage.material.agreements[1]
        assert middle.is_large
        await stage.press("n")
        assert middle.text == stage.material.agreements[2]
        assert "Gruppe 2 læser sin midte op" in seen(stage)
        await stage.press("enter")
        assert "Midten · Gruppe 2" in seen(stage)
        await stage.type("!")
        await stage.press("enter", "n")
        assert "Det var det sidste." in stage.said
        assert middle.text == f"{stage.material.agreements[2]}!"


async def test_ending_shows_the_middles_and_a_digit_makes_one_an_agreement() -> None:
    async with playing() as stage:
        await scenes.placemat_outcome(stage)
        await stage.press("2")
        made = stage.value.agreements[-1]
        assert (made.text, made.card) == (stage.material.agreements[2], CARD)
        assert "Anna" not in seen(stage).partition("Et felt")[2].partition("\n")[0]


async def test_the_box_moves_people_changes_times_and_every_change_is_one_undo() -> None:
    async with playing() as stage:
        await stage.open(begun(stage))
        await stage.press("g", "right")
        assert tell_of(stage).groups == (("p2", "p3"), ("p1", "p4", "p5", "p6"))
        await stage.press("right")
        assert len(tell_of(stage).groups) == 3
        lines = stage.screen.query_one("#placemat-lines", OptionList)
        assert lines.get_option_at_index(lines.highlighted or 0).id == "person/p1"
        await stage.press("escape", "u")
        assert len(tell_of(stage).groups) == 2
        await stage.press("r", "plus", "plus", "escape")
        assert tell_of(stage).span.seconds == 150 + 60
        await stage.press("u", "u", "u")
        assert tell_of(stage) == begun(stage).rounds[0].placemat


async def test_the_box_before_the_start_is_kept_with_enter_and_let_be_with_esc() -> None:
    async with playing(size=(120, 40)) as stage:
        await introduced(stage, MethodName.PLACEMAT)
        await stage.press("e", "right", "t", "escape")
        assert "Gruppe 1: Anna, Bo, Carina" in seen(stage)
        assert "I drejer arket" in seen(stage)
        await stage.press("e", "right", "t", "enter")
        assert "Gruppe 1: Bo, Carina · Gruppe 2: Anna, Dorthe" in seen(stage)
        assert "I fortæller på skift" in seen(stage)


async def test_once_they_write_the_groups_are_not_shuffled_but_someone_can_be_moved() -> None:
    async with playing() as stage:
        await stage.open(begun(stage, to(Phase.WRITE)))
        before = tell_of(stage)
        await stage.press("b")
        assert tell_of(stage) == before
        assert "g flytter den enkelte" in stage.said
        await stage.press("g", "b", "right", "escape")
        assert tell_of(stage).groups == (("p2", "p3"), ("p1", "p4", "p5", "p6"))
        assert "Gruppe 1 er kun på 2" in seen(stage)


async def test_someone_who_comes_late_sits_down_in_the_smallest_group() -> None:
    async with playing() as stage:
        await of(stage, 9)
        await stage.open(begun(stage, to(Phase.WRITE)))
        await stage.press("d", "tab")
        await stage.type("Ulla")
        await stage.press("enter", "escape")
        assert [len(group) for group in tell_of(stage).groups] == [5, 5]
        assert "Ulla" in seen(stage)


async def test_a_closed_lid_stops_the_clock_and_says_so() -> None:
    async with playing() as stage:
        await stage.open(begun(stage, to(Phase.DEBATE)))
        await stage.pass_time(30)
        stage.now.sleep(3600)
        stage.app.tick()
        await stage.settle()
        assert not round_watch(stage.value, "r1").running
        assert "Computeren har sovet" in seen(stage)
        assert clock(stage, "frame") == "29:30"


async def test_it_is_taken_up_again_where_it_was_left() -> None:
    async with playing() as stage:
        await stage.open(begun(stage, to(Phase.SHARE, steps=1)))
        await stage.pass_time(30)
        await stage.press("escape")
        assert stage.on == "CardScreen"
        await stage.pass_time(500)
        await stage.press("r")
        assert stage.on == "PlacematScreen"
        assert (clock(stage, "turn"), clock(stage, "frame")) == ("2:00", "29:30")
        assert "På pause" in seen(stage)


async def test_keys_hammered_at_random_leave_it_lawful() -> None:
    keys = [
        "n",
        "n",
        "p",
        "N",
        "t",
        "b",
        "n",
        "plus",
        "minus",
        "enter",
        "escape",
        "e",
        "escape",
        "g",
        "right",
        "left",
        "escape",
        "n",
        "n",
        "space",
        "N",
        "p",
        "n",
        "x",
        "u",
        "n",
    ]
    rng = random.Random(4)
    known = {"PlacematScreen", "PlacematBox", "PickBox", "WordsScreen", "OutcomeScreen"}
    async with playing() as stage:
        await stage.open(begun(stage))
        for _number in range(60):
            await stage.press(keys[rng.randrange(len(keys))])
            if stage.on not in known:
                methods.show_method(stage.app, "r1")
                await stage.settle()
        state = tell_of(stage)
        assert sorted(person for group in state.groups for person in group) == sorted(state.people)


async def test_nothing_is_changed_where_one_may_only_look() -> None:
    async with playing() as stage:
        other = create_live(begun(stage), now=stage.now)
        assert other.flush()
        to_screen.open_conversation(stage.app, open_live(other.value.id, now=stage.now))
        await stage.settle()
        if stage.on != "PlacematScreen":
            methods.show_method(stage.app, "r1")
            await stage.settle()
        before = tell_of(stage)
        await stage.press("n", "N", "b", "t", "plus", "enter", "e", "g", "r")
        assert (tell_of(stage), stage.on) == (before, "PlacematScreen")
        other.close()


@pytest.mark.parametrize("count", range(1, 11))
@pytest.mark.parametrize("size", [(28, 9), (48, 11), (76, 22), (30, 3)])
def test_the_sheets_lie_within_the_room_that_there_is(count: int, size: tuple[int, int]) -> None:
    placed = laid_out(count, *size)
    if placed is None:
        assert size[0] // 22 * (size[1] // 5) < count
        return
    columns, wide, high = placed
    assert columns * wide + 2 * (columns - 1) <= size[0]
    assert -(-count // columns) * high <= size[1]
