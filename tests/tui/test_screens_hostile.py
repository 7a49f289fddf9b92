"""Text that is out to do harm is harmless text, wherever it can reach."""

from itertools import count
from pathlib import Path

import pytest
import scenes
import scenes_frame
import scenes_talk
import sight
from scenes import SCENES
from showcase import Material, Stage, filled, playing, randers
from textual.widgets import Input
from ways import introduce

from samtale_tui.basis.text import MOST_TYPED, clean
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.model import Person
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.writing import Writing

MARKUP = "[/x] [Maria] [@click=app.quit]x[/]"
ESCAPES = "\x1b[31mrød\x1b[0m \x1b]8;;https://onde.example\x1b\\link\x1b]8;;\x1b\\ \x07\x9b1m a\u202eb\u2066c"
SHAPES = "Z\u0351\u036b\u0343\u036a\u0302a\u0334\u0310l\u0321\u0353g\u0489o 👩\u200d👩\u200d👧\u200d👦 🧑\u200d🚀 漢字仮名交じり文 é"
MEGABYTE = f"{MARKUP} " + "x" * 1_000_000

WITHOUT_WORDS_FROM_OUTSIDE = {
    "home_empty",
    "start_empty",
    "palette_without_a_match",
    "help_on_the_wheel",
    "help_on_home",
    "help_on_the_form",
    "help_while_writing",
    "settings",
    "settings_with_slips",
    "settings_choosing_a_language",
    "palette",
    "head_count",
    "people_in_a_round",
    "offers_with_what_waits",
    "method_intro_own",
    "outcome_own",
    "wheel_cards",
    "wheel_own",
    "round_in_overtime",
    "round_after_a_time_out",
    "time_out",
    "round_all_passed",
    "finish_without_a_plan",
    "blank_own",
    "exercise",
    "card_note_being_written",
    *("parking_box", "parking_box_confidential", "parking_box_own", "parking_empty"),
    *("parking_place", "parking_asked_about_the_documents", "wheel_with_parked"),
    *("ranking_empty", "evaluation_empty", "evaluation_being_written"),
    "frame_empty",
    "frame_to_look_at",
    "frame_occasion",
    "frame_groups_of_forty",
    "wheel_with_chosen_cards",
    "decks_problems",
    "deck_card_new_with_slips",
}
"""Screens that show nothing that another one does not."""
REACHED = [name for name in SCENES if name not in WITHOUT_WORDS_FROM_OUTSIDE]

ROOM_FOR_ALL_OF_IT = (
    "card",
    "card_own",
    "blank",
    "agreement_half_written",
    "agreement_in_other_words",
    "own_card_being_written",
    "rules",
    "round_running",
    "choice",
    "action",
    "action_with_an_unreadable_date",
    "parking_box_half_written",
    "parking",
    "ranking",
    "evaluation",
)
"""Screens on which all of the markup can be read as it was written."""

OF_EVERY_SCREEN = (
    "home",
    "start_choosing_a_deck",
    "wheel",
    "grid",
    "card_own",
    "agreement_in_other_words",
    "rules",
    "choice",
    "round_setup",
    "round_of_sixteen",
    "plan",
    "action",
    "action_with_an_unreadable_date",
    "finish",
    "finish_with_files_in_the_way",
    "parking_box_half_written",
    "parking_before_finish",
    "ranking",
    "evaluation",
    "frame_own_of_nine",
    "frame_room",
    "frame_purpose",
    "frame_people",
    "frame_check_in",
    "frame_rules",
    "frame_roles",
    "frame_time_unreadable",
    "frame_why",
    "frame_groups",
    "card_chosen_own",
    "decks_cards",
    "decks_searching",
    "decks_card",
    "decks_copying_to_a_field",
    "deck_card",
)


def markup_and_ten_thousand_letters() -> Material:
    """Every text begins with markup and goes on for ten thousand letters."""
    numbers = count()
    return filled(lambda: f"{MARKUP} {next(numbers)} " + "æ" * 10_000, folder=f"/tmp/{MARKUP}")


def escapes_and_strange_letters() -> Material:
    """Every text has escape sequences, bidi overrides, letters that stack, wide and joined ones."""
    numbers = count()
    return filled(lambda: f"{SHAPES} {ESCAPES} {MARKUP} {next(numbers)}", folder=f"/tmp/{SHAPES}{MARKUP}")


async def harm_in(stage: Stage) -> list[str]:
    """What is wrong: the app is about to end, text acts when it is clicked, commands the terminal, moves a line."""
    await stage.settle()
    stage.must_run()
    ended = [] if stage.app.is_running and not stage.app._exit else ["the app ends"]
    return [
        *ended,
        *sight.actions_by_click(stage.app),
        *sight.control_codes(stage.app),
        *sight.lines_of_other_lengths(stage.app),
    ]


@pytest.mark.parametrize("name", REACHED)
async def test_markup_and_endless_words_are_only_words(name: str) -> None:
    async with playing(markup_and_ten_thousand_letters(), size=(120, 40)) as stage:
        await SCENES[name](stage)
        assert await harm_in(stage) == []
        assert (MARKUP if name in ROOM_FOR_ALL_OF_IT else "[/x]") in sight.reading(stage.app)


@pytest.mark.parametrize("name", OF_EVERY_SCREEN)
async def test_escapes_and_strange_letters_neither_move_the_cursor_nor_break_a_line(name: str) -> None:
    async with playing(escapes_and_strange_letters(), size=(60, 20)) as stage:
        await SCENES[name](stage)
        assert await harm_in(stage) == []


@pytest.mark.parametrize(
    "text",
    [MARKUP, ESCAPES, SHAPES, f"{MARKUP} {'x' * 10_000}", MEGABYTE],
    ids=["markup", "escapes", "shapes", "ten thousand letters", "a megabyte"],
)
async def test_a_notification_shows_it_as_text(text: str) -> None:
    async with playing() as stage:
        await scenes.wheel(stage)
        for severity in ("information", "warning", "error"):
            say(stage.app, text, title=text, severity=severity)
            assert await harm_in(stage) == []
        if text.startswith(MARKUP):
            assert sight.reading(stage.app).count(MARKUP) == 2


async def test_a_click_on_every_cell_of_it_carries_nothing_out() -> None:
    async with playing(filled(lambda: MARKUP), size=(80, 24)) as stage:
        await scenes.card_own(stage)
        before = stage.value
        places = [
            (line.index("[@click"), row)
            for row, line in enumerate(sight.lines(stage.app))
            if "[@click" in line
        ]
        assert len(places) > 3
        for x, y in places:
            for cell in range(x, x + 22, 7):
                await stage.pilot.click(offset=(cell, y))
        assert await harm_in(stage) == []
        assert stage.on == "CardScreen"
        assert stage.value == before


@pytest.mark.parametrize(
    ("reach", "field"),
    [
        (scenes.start_empty, "#start-team"),
        (scenes.start_empty, "#start-people"),
        (scenes.agreement, "Writing"),
        (scenes.own_card_being_written, "Writing"),
        (scenes.card_note_being_written, "#card-notes"),
        (scenes_talk.parking_box, "Writing"),
        (scenes_talk.evaluation_being_written, "#better"),
        (scenes.head_count, "Writing"),
        (scenes.round_setup, "#frame"),
        (scenes.action_new, "#what"),
        (scenes.action_new, "#responsible"),
        (scenes.action_new, "#deadline"),
        (scenes.action_new, "#follow_how"),
        (scenes.finish, "#folder"),
        (scenes.palette, "Input"),
        (scenes_frame.frame_occasion, "#day"),
        (scenes_frame.frame_purpose, "#purpose"),
        (scenes_frame.frame_people, "#people"),
        (scenes_frame.frame_rules, "#rules"),
        (scenes_frame.frame_roles, "#note_taker"),
        (scenes_frame.frame_time, "#breaks"),
        (scenes_frame.frame_why, "#why"),
        (SCENES["settings"], "#documents"),
        (SCENES["decks"], "#decks-search"),
        (SCENES["deck_card"], "#probes"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
async def test_a_paste_of_any_length_is_taken_or_refused_whole(reach: scenes.Scene, field: str) -> None:
    begin = f"{MARKUP} {ESCAPES} "
    async with playing() as stage:
        await reach(stage)
        widget = stage.screen.query_one(field)
        assert isinstance(widget, Input | Writing)
        widget.focus()
        await stage.press("end")
        before = _text_of(widget)
        for letters in (1_000_000, MOST_TYPED):
            await stage.paste(begin + "x" * letters)
            assert await harm_in(stage) == []
            assert _text_of(widget) == before
        await stage.paste(begin + "x" * 100)
        assert await harm_in(stage) == []
        if not isinstance(widget, Input) or not widget.restrict:
            assert "".join((clean(begin) + "x" * 100).split()) in "".join(_text_of(widget).split())
        await stage.press("escape")
        assert await harm_in(stage) == []


def _text_of(widget: Input | Writing) -> str:
    return widget.value if isinstance(widget, Input) else widget.text


async def test_a_folder_with_such_a_name_is_written_to_and_shown(tmp_path: Path) -> None:
    folder = tmp_path / "[Maria] [@click=app.quit]x[] 漢字"
    async with playing(size=(120, 40)) as stage:
        await stage.open(stage.material.planned(step="finish", documents=str(folder)))
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.value.written)
        assert await harm_in(stage) == []
        assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".ics", ".md", ".toml"]
        # a long path is broken over lines
        shown = "".join(sight.reading(stage.app).split())
        assert "[Maria][@click=app.quit]x[]" in shown


async def test_a_folder_that_cannot_be_written_to_is_told_of_as_text(tmp_path: Path) -> None:
    blocked = tmp_path / "[Maria] [@click=app.quit]x[]"
    blocked.write_text("en fil, hvor en mappe skulle være")
    async with playing(size=(120, 40)) as stage:
        await stage.open(stage.material.planned(step="finish", documents=str(blocked)))
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.said)
        assert await harm_in(stage) == []
        assert "[@click=app.quit]" in "".join(stage.said.split())
        assert stage.value.written == ()


async def test_files_with_such_text_are_named_on_home(own_home: Path) -> None:
    decks = own_home / "decks"
    decks.mkdir(parents=True)
    (decks / "[Maria] [@click=app.quit]x[].toml").write_text(f'titel = "{MARKUP}"\n"[@click=app.bell]" = 1\n')
    (decks / "latin.toml").write_bytes('title = "Dårlig"'.encode("latin-1"))
    (decks / "nul.toml").write_bytes(b'title = "a\0b"')
    async with playing(size=(120, 40)) as stage:
        await stage.home()
        assert await harm_in(stage) == []
        assert "[@click=app.quit]" in "".join(sight.reading(stage.app).split())
        assert "TUS · Randers" in sight.text(stage.app)


async def test_names_that_are_alike_and_names_that_are_wide_each_have_their_seat() -> None:
    names = (
        "漢字仮名交じり文漢字仮名交じり文",
        "👩\u200d👩\u200d👧\u200d👦 Anna",
        "[Maria]",
        "[Maria]",
        "e\u0301" * 30,
    )
    async with playing() as stage:
        people = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names, 1))
        value = stage.material.conversation(people=people)
        await stage.open(value)
        await introduce(stage, MethodName.SPIRAL)
        assert await harm_in(stage) == []
        await stage.press("d")
        assert await harm_in(stage) == []
        assert sight.reading(stage.app).count("[Maria]") >= 2
        await stage.press("escape", "enter")
        await stage.until(lambda: stage.on == "RoundScreen")
        for _ in names:
            assert await harm_in(stage) == []
            await stage.press("n")
        assert "[Maria] (2)" in sight.text(stage.app)


def test_the_deck_that_is_shipped_is_not_what_is_shown_here() -> None:
    hostile = markup_and_ten_thousand_letters().deck
    assert not {card.text for card in hostile.cards if card.text} & {card.text for card in randers().cards}
    assert not {field.title for field in hostile.fields} & {field.title for field in randers().fields}
