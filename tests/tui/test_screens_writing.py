"""In a text field every letter is a letter, Esc keeps what was written, and nothing half-written is lost."""

import asyncio

import pytest
import scenes
import scenes_frame
import scenes_talk
import sight
from scenes import Scene
from showcase import CARD, Stage, playing
from textual.widgets import Input, TextArea

from samtale_tui.conversation.aside import Evaluation
from samtale_tui.conversation.framing import Framing
from samtale_tui.conversation.model import Conversation
from samtale_tui.tui import navigation as to
from samtale_tui.tui.commands import COMMANDS
from samtale_tui.tui.widgets.writing import Writing

pytestmark = pytest.mark.usefixtures("nothing_drawn")

LETTERS = (
    "".join(dict.fromkeys(key for command in COMMANDS for key in command.keys if len(key) == 1))
    + "q?<>+-. æøå12"
)
"""Every letter and sign that is a command somewhere, and some that are none."""

FIELDS = [
    pytest.param(scenes.start_empty, "#start-team", id="team"),
    pytest.param(scenes.start_empty, "#start-people", id="people"),
    pytest.param(scenes.agreement, "Writing", id="agreement"),
    pytest.param(scenes.agreement_in_other_words, "Writing", id="agreement in other words"),
    pytest.param(scenes.own_card_being_written, "Writing", id="card of one's own"),
    pytest.param(scenes.card_note_being_written, "#card-notes", id="note"),
    pytest.param(scenes_talk.parking_box, "Writing", id="parking"),
    pytest.param(scenes_talk.evaluation_being_written, "#outcome", id="evaluation, first answer"),
    pytest.param(scenes_talk.evaluation_being_written, "#better", id="evaluation, last answer"),
    pytest.param(scenes.head_count, "Writing", id="a head count or names"),
    pytest.param(scenes.catching, "Writing", id="what is said"),
    pytest.param(scenes.action_new, "#what", id="what"),
    pytest.param(scenes.action_new, "#why", id="why"),
    pytest.param(scenes.action_new, "#how", id="how"),
    pytest.param(scenes.action_new, "#responsible", id="responsible"),
    pytest.param(scenes.action_new, "#start", id="start"),
    pytest.param(scenes.action_new, "#deadline", id="deadline"),
    pytest.param(scenes.action_new, "#follow_how", id="how to follow up"),
    pytest.param(scenes.action_new, "#follow_when", id="when to follow up"),
    pytest.param(scenes.action_new, "#follow_who", id="who follows up"),
    pytest.param(scenes.finish, "#folder", id="folder"),
    pytest.param(scenes.palette, "Input", id="palette"),
    pytest.param(scenes_frame.frame_occasion, "#day", id="day"),
    pytest.param(scenes_frame.frame_purpose, "#purpose", id="purpose"),
    pytest.param(scenes_frame.frame_people, "#people", id="people of a frame"),
    pytest.param(scenes_frame.frame_check_in, "#check_in", id="check-in"),
    pytest.param(scenes_frame.frame_check_in, "#expectations", id="expectations"),
    pytest.param(scenes_frame.frame_rules, "#rules", id="ground rules"),
    pytest.param(scenes_frame.frame_roles, "#note_taker", id="note taker"),
    pytest.param(scenes_frame.frame_time, "#breaks", id="breaks"),
    pytest.param(scenes_frame.frame_why, "#why", id="why a card"),
]


def field_on(stage: Stage, selector: str) -> Input | TextArea:
    """A text field of the screen."""
    found = stage.screen.query_one(selector)
    assert isinstance(found, Input | TextArea)
    return found


def written(field: Input | TextArea) -> str:
    """What stands in a text field."""
    return field.value if isinstance(field, Input) else field.text


def apart_from_words(value: Conversation) -> Conversation:
    """What letters in a field may not change."""
    chosen = tuple(each.but(why="") for each in value.chosen)
    return value.but(
        drafts={}, uses={}, documents="", framing=Framing(), chosen=chosen, evaluation=Evaluation()
    )


@pytest.mark.parametrize(("reach", "selector"), FIELDS)
async def test_no_letter_is_a_command_while_one_writes(reach: Scene, selector: str) -> None:
    async with playing() as stage:
        await reach(stage)
        field = field_on(stage, selector)
        field.focus()
        await stage.press("end")  # what is chosen on the way in would be written over
        before, screens = written(field), list(stage.app.screen_stack)
        theme, own = stage.app.theme, stage.app.own_view
        value = stage.value if stage.app.live else None
        await stage.type(LETTERS)
        assert len(written(field)) == len(before) + len(LETTERS)
        assert LETTERS in written(field)
        assert stage.app.screen_stack == screens
        assert (stage.app.theme, stage.app.own_view) == (theme, own)
        assert stage.app.screen.focused is field
        if value is not None:
            assert apart_from_words(stage.value) == apart_from_words(value)


@pytest.mark.parametrize(
    ("reach", "selector", "back_on"),
    [
        pytest.param(scenes.start_empty, "#start-team", "HomeScreen", id="team"),
        pytest.param(scenes.start_empty, "#start-people", "HomeScreen", id="people"),
        pytest.param(scenes.card_note_being_written, "#card-notes", "WheelScreen", id="note"),
        pytest.param(scenes_talk.evaluation_being_written, "#better", "PlanScreen", id="evaluation"),
        pytest.param(scenes.action_new, "#what", "PlanScreen", id="what"),
        pytest.param(scenes.action_new, "#responsible", "PlanScreen", id="responsible"),
        pytest.param(scenes.action_new, "#follow_how", "PlanScreen", id="how to follow up"),
        pytest.param(scenes.finish, "#folder", "EvaluationScreen", id="folder"),
    ],
)
async def test_esc_leaves_a_field_with_its_text_and_a_second_one_goes_back(
    reach: Scene, selector: str, back_on: str
) -> None:
    async with playing() as stage:
        await reach(stage)
        field, screen = field_on(stage, selector), stage.screen
        field.focus()
        await stage.settle()
        await stage.type("skrevet")
        text = written(field)
        assert "skrevet" in text
        await stage.press("escape")
        assert stage.screen is screen
        assert stage.screen.focused is not field
        assert written(field) == text
        await stage.press("escape")
        await stage.until(lambda: stage.on == back_on)


@pytest.mark.parametrize(
    "reach", [scenes.agreement, scenes.agreement_in_other_words, scenes.own_card_being_written]
)
async def test_esc_closes_a_box_to_write_in_and_its_text_waits(reach: Scene) -> None:
    async with playing() as stage:
        await reach(stage)
        agreements, blanks = stage.value.agreements, stage.value.blanks
        before = field_on(stage, "Writing").text
        await stage.type(" og mere")
        await stage.press("escape")
        assert stage.on != "WordsScreen"
        assert list(stage.value.drafts.values()) == [before + " og mere"]
        assert (stage.value.agreements, stage.value.blanks) == (agreements, blanks)


@pytest.mark.parametrize("key", ["a", "b"])
async def test_an_agreement_and_a_card_half_written_wait_when_the_program_is_opened_again(key: str) -> None:
    async with playing() as stage:
        await scenes.wheel(stage)
        await stage.press(key)
        await stage.type("halvt skrevet, [Maria]")
        await stage.reopen()
        await stage.press(key)
        assert field_on(stage, "Writing").text == "halvt skrevet, [Maria]"
        await stage.type(" og hel")
        await stage.press("enter")
        await stage.until(lambda: stage.on != "WordsScreen")
        assert stage.value.drafts == {}
        await stage.reopen()
        texts = [each.text for each in stage.value.agreements] + [
            each.card.text for each in stage.value.blanks
        ]
        assert "halvt skrevet, [Maria] og hel" in texts


async def test_an_action_half_written_waits_in_every_field_when_the_program_is_opened_again() -> None:
    typed = {
        "what": "Sparring to og to",
        "why": "Vi lærer af hinanden",
        "how": "En halv time hver uge",
        "responsible": "Bo",
        "start": "i morg",
        "deadline": "uge 14",
        "follow_when": "næste fredag",
        "follow_who": "Carina",
        "follow_how": "På teammødet",
    }
    async with playing() as stage:
        await scenes.plan(stage)
        await stage.press("h")
        for name, text in typed.items():
            field_on(stage, f"#{name}").focus()
            await stage.settle()
            await stage.type(text)
        await stage.reopen()
        assert len(stage.value.actions) == 3
        await stage.press("h")
        assert {name: written(field_on(stage, f"#{name}")) for name in typed} == typed
        field_on(stage, "#start").focus()
        await stage.press("end")
        await stage.type("en")
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.on == "PlanScreen")
        made = stage.value.actions[-1]
        assert (made.what, made.why, made.how, made.responsible) == (*list(typed.values())[:3], "Bo")
        assert (made.follow_how, made.follow_who) == ("På teammødet", "Carina")
        dates = (made.start, made.deadline, made.follow_when)
        assert [day and day.isoformat() for day in dates] == ["2027-03-13", "2027-04-05", "2027-03-19"]
        assert stage.value.drafts == {}


async def test_a_note_is_kept_letter_by_letter_and_is_one_step_of_undo() -> None:
    async with playing() as stage:
        await scenes.card_note_being_written(stage)
        before = stage.value.use(CARD).notes
        await stage.type(" Nyt")
        note = stage.value.use(CARD).notes
        assert note != before
        assert "Nyt" in note
        await stage.reopen()
        assert stage.on == "CardScreen"
        assert stage.value.use(CARD).notes == note
        await stage.press("u")
        assert stage.value.use(CARD).notes == before


async def test_a_note_goes_on_at_the_end_of_what_stands_there() -> None:
    async with playing() as stage:
        await scenes.card_note_being_written(stage)
        before = stage.value.use(CARD).notes
        await stage.type(" Og mere")
        assert stage.value.use(CARD).notes == before + " Og mere"


async def test_a_date_that_cannot_be_read_waits_as_it_was_written() -> None:
    async with playing() as stage:
        await scenes.plan(stage)
        to.edit_action(stage.app, "h2")
        await stage.settle()
        field_on(stage, "#deadline").focus()
        await stage.type("engang til foråret")
        assert "kan ikke læse" in sight.reading(stage.app)
        await stage.press("ctrl+s")
        assert stage.on == "ActionScreen", "asked about once"
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.on == "PlanScreen")
        assert stage.value.actions[1].deadline is None
        await stage.reopen()
        to.edit_action(stage.app, "h2")
        await stage.settle()
        assert written(field_on(stage, "#deadline")) == "engang til foråret"


async def test_the_form_for_a_new_conversation_waits_while_one_looks_elsewhere() -> None:
    async with playing() as stage:
        await scenes.home_empty(stage)
        await stage.press("n")
        await stage.type("Team Syd")
        await stage.press("tab")
        await stage.type("Anna, Bo")
        await stage.press("escape", "escape")
        await stage.until(lambda: stage.on == "HomeScreen")
        await stage.press("n")
        assert written(field_on(stage, "#start-team")) == "Team Syd"
        assert written(field_on(stage, "#start-people")) == "Anna, Bo"
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.on == "FrameScreen")
        assert (stage.value.team, tuple(stage.value.names().values())) == ("Team Syd", ("Anna", "Bo"))


async def test_too_much_is_refused_whole_and_what_stood_there_stands() -> None:
    async with playing() as stage:
        await scenes.agreement_half_written(stage)
        field = stage.screen.query_one(Writing)
        before = field.text
        await stage.paste("y" * 20_001)
        assert field.text == before
        assert "højst" in stage.said
        await stage.paste("en lille smule")
        assert field.text == before + "en lille smule"


@pytest.mark.parametrize(("reach", "selector"), [FIELDS[0], FIELDS[1], FIELDS[2], FIELDS[5], FIELDS[9]])
async def test_what_is_pasted_stands_there_once(reach: Scene, selector: str) -> None:
    async with playing() as stage:
        await reach(stage)
        field = field_on(stage, selector)
        field.focus()
        await stage.press("end")
        before = written(field)
        await stage.paste("Anna [Maria]")
        assert written(field) == before + "Anna [Maria]"


@pytest.mark.parametrize("key", ["a", "b", "k"])
async def test_what_is_typed_at_the_heels_of_the_key_that_opens_a_box_stands_in_it(key: str) -> None:
    async with playing() as stage:
        await scenes.wheel(stage)
        stage.burst(key)
        await asyncio.sleep(0.001)
        await stage.type("Sparring nu")
        assert field_on(stage, "Writing").text == "Sparring nu"
