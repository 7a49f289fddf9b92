"""An IGLO as the room sees it: ideas, a choice, a board, notes, and what they become."""

from datetime import date

import pytest
import sight
from scenes import SCENES
from scenes_iglo import changed, empty, iglo_of, on_the_board, show, with_ideas
from showcase import CARD, Stage, playing
from textual.widgets import Input, OptionList

from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.method.iglo import choose
from samtale_tui.method.iglo_parts import Grounds, IgloStep, LevelText, Thought
from samtale_tui.tui.widgets.iglo_board import IgloBoard
from samtale_tui.tui.widgets.iglo_lines import Spot
from samtale_tui.tui.widgets.writing import Writing


def board(stage: Stage) -> IgloBoard:
    return stage.screen.query_one(IgloBoard)


def seen(stage: Stage) -> str:
    return sight.reading(stage.app)


async def write(stage: Stage, field: str, text: str) -> None:
    stage.screen.query_one(f"#{field}").focus()
    await stage.settle()
    await stage.type(text)


# Ideas


async def test_ideas_are_written_and_taken_from_the_agreements_with_one_key() -> None:
    async with playing() as stage:
        await show(stage, empty(stage))
        assert "t skriver en." in seen(stage) and "g henter de 3 aftaler" in seen(stage)
        await stage.press("t")
        await stage.type("Ro fra 9 til 11")
        await stage.press("enter", "g")
        assert [idea.text for idea in iglo_of(stage).ideas] == ["Ro fra 9 til 11", *stage.material.agreements]
        assert "fra en aftale" in seen(stage)
        await stage.press("g")
        assert len(iglo_of(stage).ideas) == 4 and "Der er ingen aftaler at hente." in stage.said


async def test_an_idea_half_written_waits_for_the_next_time_and_the_next_program() -> None:
    async with playing() as stage:
        await show(stage, empty(stage))
        await stage.press("t")
        await stage.type("Ro fra 9")
        await stage.press("escape")
        await stage.reopen()
        assert stage.on == "IgloScreen"
        await stage.press("t")
        assert stage.screen.query_one(Writing).text == "Ro fra 9"
        await stage.press("enter")
        assert [idea.text for idea in iglo_of(stage).ideas] == ["Ro fra 9"]
        assert stage.value.drafts == {}


async def test_an_idea_is_put_in_other_words_and_one_with_notes_is_asked_about() -> None:
    async with playing() as stage:
        await SCENES["iglo_dropping_an_idea"](stage)
        assert "4 sedler" in seen(stage)
        await stage.press("enter")
        assert len(iglo_of(stage).ideas) == 4
        await stage.press("down", "e")
        await stage.type(" fra dag ét")
        await stage.press("enter")
        assert iglo_of(stage).ideas[1].text.endswith("fra dag ét")
        await stage.press("delete")
        assert [idea.id for idea in iglo_of(stage).ideas] == ["i1", "i3", "i4"]
        stage.screen.query_one("#iglo-ideas", OptionList).highlighted = 0
        await stage.press("delete", "right", "enter")
        assert (len(iglo_of(stage).ideas), iglo_of(stage).notes) == (2, ())
        await stage.press("u")
        assert (len(iglo_of(stage).ideas), len(iglo_of(stage).notes)) == (3, 4)


# One at a time


async def test_an_idea_is_chosen_for_a_reason_and_the_next_one_leaves_its_board_as_it_was() -> None:
    async with playing(size=(120, 40)) as stage:
        await show(stage, with_ideas(stage))
        await stage.press("n")
        assert iglo_of(stage).step is IgloStep.CHOOSE
        assert "Hvilken er vigtigst" in seen(stage)
        await stage.press("enter")
        assert f"{stage.material.agreements[0]} · den vigtigste" in seen(stage)
        await stage.press("t")
        await write(stage, "what", "Ny vagtplan")
        await stage.press("ctrl+s")
        assert "Ny vagtplan" in seen(stage)
        await stage.press("n", "down", "l")
        assert f"{stage.material.agreements[1]} · den letteste at begynde med" in seen(stage)
        assert "Ny vagtplan" not in seen(stage)
        await stage.press("p", "up", "enter")
        assert "Ny vagtplan" in seen(stage)
        assert iglo_of(stage).ideas[0].chosen is Grounds.IMPORTANT


async def test_after_the_last_idea_the_list_is_shown() -> None:
    async with playing() as stage:
        await show(stage, empty(stage))
        await stage.press("n")
        assert "Skriv først en idé." in stage.said
        await stage.press("t")
        await stage.type("Ro")
        await stage.press("enter", "enter", "n")
        assert iglo_of(stage).step is IgloStep.IDEAS
        await stage.press("n", "n")
        assert iglo_of(stage).step is IgloStep.BOARD


# The board


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_arrows_come_by_every_square_and_every_note(size: tuple[int, int]) -> None:
    async with playing(size=size) as stage:
        await show(stage, on_the_board(stage))
        spots = []
        await stage.press("left", *("up",) * 9)
        for _side in range(2):
            for _step in range(6):
                spots.append(board(stage).spot)
                await stage.press("down")
            await stage.press("right", *("up",) * 9)
        squares = {(spot.floor, spot.side) for spot in spots}
        assert squares == {(floor, side) for floor in range(4) for side in range(2)}
        assert Spot(1, 0, 1) in spots
        assert sight.faults(stage.app) == []


async def test_an_empty_level_is_pointed_out_until_it_has_a_note() -> None:
    async with playing() as stage:
        await show(stage, on_the_board(stage))
        assert "Endnu ingen sedler: Organisation." in seen(stage)
        assert "○ Organisation" in seen(stage) and "● Gruppe" in seen(stage)
        await stage.press(*("down",) * 5, "enter")
        await write(stage, "what", "Fælles vagtplan")
        await stage.press("ctrl+s")
        assert iglo_of(stage).notes[-1].level is IgloLevel.ORGANISATION
        assert "Endnu ingen sedler" not in seen(stage)
        assert "● Organisation" in seen(stage)
        await stage.press("delete")
        assert "○ Organisation" in seen(stage)


async def test_a_click_marks_a_note_and_a_second_one_opens_it() -> None:
    async with playing() as stage:
        await show(stage, on_the_board(stage))
        line = next(n for n, text in enumerate(sight.lines(stage.app)) if "makker" in text)
        row = line - board(stage).region.y
        await stage.pilot.click(IgloBoard, offset=(30, row))
        await stage.settle()
        assert board(stage).marked == "s12"
        await stage.pilot.click(IgloBoard, offset=(30, row))
        await stage.settle()
        assert stage.on == "IgloNoteScreen"


async def test_the_deck_s_own_names_of_the_levels_are_on_the_board_and_in_the_form() -> None:
    async with playing(size=(120, 40)) as stage:
        own = (LevelText(level=IgloLevel.LEADERSHIP, title="Afdelingsleder", explain="Lone og hendes leder"),)
        value = changed(
            stage,
            with_ideas(stage),
            lambda s: s.but(levels=own),
            lambda s: choose(s, "i1", Grounds.IMPORTANT),
        )
        await show(stage, value)
        assert "Afdelingsleder" in seen(stage) and "Lone og hendes" in seen(stage)
        await stage.press("down", "down", "t")
        assert "Afdelingsleder" in seen(stage)


# A note


async def test_a_note_is_filled_in_and_becomes_an_action_with_all_of_it_and_one_key() -> None:
    async with playing(size=(120, 40)) as stage:
        value = changed(stage, with_ideas(stage), lambda s: choose(s, "i1", Grounds.IMPORTANT))
        await show(stage, value)
        await stage.press("right", "t")
        for field, text in {
            "what": "Sparring to og to",
            "how": "En halv time hver tirsdag",
            "who": "Car",
            "start": "i morgen",
            "deadline": "11.6.2027",
            "follow_when": "15.6.2027",
            "follow_who": "Bo",
            "follow_how": "Første punkt på teammødet",
        }.items():
            await write(stage, field, text)
            await stage.press("tab")
        assert "5 af 5" in seen(stage)
        await stage.press("ctrl+s")
        assert stage.on == "IgloScreen" and "5/5" in seen(stage)
        await stage.press("g")
        assert "Nu er den handling 1 i planen." in stage.said
        assert "✓" in seen(stage) and "Handling 1 i planen" in seen(stage)
        (action,) = stage.value.actions
        assert (action.what, action.how, action.responsible) == (
            "Sparring to og to",
            "En halv time hver tirsdag",
            "Carina",
        )
        assert (action.start, action.deadline) == (date(2027, 3, 13), date(2027, 6, 11))
        assert (action.follow_when, action.follow_who, action.follow_how) == (
            date(2027, 6, 15),
            "Bo",
            "Første punkt på teammødet",
        )
        assert (action.horizon, action.origin.agreement) == (Horizon.LONG, "a1")
        assert action.origin.card == stage.value.card_by_id(CARD).text
        await stage.press("g")
        assert len(stage.value.actions) == 1 and "Den er allerede en handling." in stage.said
        await stage.press("u")
        assert stage.value.actions == () and "✓" not in seen(stage)


async def test_a_note_half_written_is_seen_in_its_square_and_waits_there() -> None:
    async with playing() as stage:
        await show(stage, on_the_board(stage))
        await stage.press("down", "t")
        await stage.type("Vi tager fat i")
        await stage.reopen()
        assert stage.on == "IgloScreen"
        assert "halvskrevet …" in seen(stage)
        await stage.press("down", "t")
        assert stage.screen.query_one("#what", Writing).text == "Vi tager fat i"
        await stage.press("ctrl+s")
        note = iglo_of(stage).notes[-1]
        assert (note.what, note.level, note.horizon) == ("Vi tager fat i", IgloLevel.GROUP, Horizon.LONG)
        assert stage.value.drafts == {}


async def test_a_date_that_cannot_be_read_waits_on_the_note_as_it_was_written() -> None:
    async with playing() as stage:
        await show(stage, on_the_board(stage))
        await stage.press("t")
        await write(stage, "what", "Tavle")
        await write(stage, "deadline", "i morg")
        await stage.press("ctrl+s")
        assert stage.on == "IgloNoteScreen" and "kan ikke læses" in stage.said
        await stage.press("ctrl+s")
        assert stage.on == "IgloScreen" and iglo_of(stage).notes[-1].deadline is None
        await stage.press("enter")
        assert stage.screen.query_one("#deadline", Input).value == "i morg"


async def test_nothing_written_is_no_note_and_an_undo_closes_the_form_of_one_that_is_gone() -> None:
    async with playing() as stage:
        await show(stage, on_the_board(stage))
        await stage.press("t", "ctrl+s")
        assert len(iglo_of(stage).notes) == 4
        await stage.press("t")
        await write(stage, "what", "Tavle")
        await stage.press("ctrl+s", "enter")
        assert stage.on == "IgloNoteScreen"
        stage.live.undo()
        await stage.until(lambda: stage.on == "IgloScreen")
        assert len(iglo_of(stage).notes) == 4


async def test_a_note_is_moved_to_another_square_from_its_form() -> None:
    async with playing() as stage:
        await SCENES["iglo_note"](stage)
        stage.screen.query_one("#level").value = "organisation"
        stage.screen.query_one("#horizon").value = "long"
        await stage.press("ctrl+s")
        moved = next(note for note in iglo_of(stage).notes if note.id == "s12")
        assert (moved.level, moved.horizon) == (IgloLevel.ORGANISATION, Horizon.LONG)


# The six things, the clock, the end


async def test_the_six_things_are_ticked_for_the_idea() -> None:
    async with playing() as stage:
        await SCENES["iglo_things"](stage)
        assert "[✓] 1 Hvorfor vil vi det?" in seen(stage)
        await stage.press("6", "1", "down", "enter")
        assert iglo_of(stage).ideas[0].talked == (Thought.SUCCESS, Thought.DRIVER)
        assert "[✓] 6" in seen(stage) and "[ ] 1" in seen(stage)
        await stage.press("escape")
        await stage.reopen()
        assert iglo_of(stage).ideas[0].talked == (Thought.SUCCESS, Thought.DRIVER)


async def test_what_to_say_is_for_the_facilitator_alone() -> None:
    async with playing(size=(120, 40)) as stage:
        await show(stage, on_the_board(stage), own=True)
        assert "Kun for dig: Sig: »Hvad er der at gøre på niveauet Organisation?«" in seen(stage)
        await stage.press("v")
        assert "Sig:" not in seen(stage)


async def test_the_clock_runs_stands_and_says_when_the_time_is_up() -> None:
    async with playing() as stage:
        await show(stage, on_the_board(stage))
        await stage.pass_time(60)
        assert "39:00" in seen(stage)
        await stage.press("space")
        await stage.pass_time(60)
        assert "39:00" in seen(stage) and "På pause" in seen(stage)
        await stage.press("space")
        await stage.pass_time(2345)
        assert "+0:05" in seen(stage) and "Tiden er gået." in seen(stage)


async def test_when_it_is_over_only_its_notes_can_still_become_actions() -> None:
    async with playing() as stage:
        await SCENES["iglo_over"](stage)
        before = iglo_of(stage)
        for key in ("t", "enter", "delete", "n", "p", "l", "e", "6"):
            await stage.press(key)
            assert stage.on == "IgloScreen", key
        assert iglo_of(stage) == before
        await stage.press("g")
        assert len(stage.value.actions) == 2


async def test_what_came_out_tells_which_notes_are_in_the_plan_and_takes_the_others_there() -> None:
    async with playing() as stage:
        await SCENES["iglo_outcome"](stage)
        lines = stage.screen.query_one("#outcome-lines", OptionList)
        assert [seen(stage).count(f"✓ handling {n}") for n in (1, 2)] == [1, 0]
        assert "til planen" in seen(stage)
        agreed = stage.value.agreements
        await stage.press("enter")
        assert "Den er allerede en handling." in stage.said
        assert stage.value.agreements == agreed
        await stage.press("down", "g")
        assert "Nu er den handling 2 i planen." in stage.said
        assert "✓ handling 2" in seen(stage)
        assert lines.highlighted == 1
        await stage.press("u")
        assert "✓ handling 2" not in seen(stage)
        await stage.press("end", "g")
        assert "Kun en seddel" in stage.said, "an idea that had no turn"
        assert len(stage.value.actions) == 1


async def test_a_tick_paints_neither_the_board_nor_lays_anything_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(size=(120, 40)) as stage:
        await SCENES["iglo_full_board"](stage)
        sight.lines(stage.app)
        painted: list[int] = []
        shown = IgloBoard.render_line
        monkeypatch.setattr(IgloBoard, "render_line", lambda self, y: painted.append(y) or shown(self, y))
        await stage.pass_time(1)
        assert painted == []
        await stage.press("down")
        assert painted
