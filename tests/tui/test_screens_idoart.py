"""IDOART on the screen: from Ramme through the five parts and back into it (S15, S27)."""

import pytest
import scenes_idoart
import sight
from scenes_frame import many
from showcase import CARD, Stage, playing
from textual.widgets import Digits

from samtale_tui.conversation.framing import AgendaItem, Role
from samtale_tui.conversation.live import open_live
from samtale_tui.conversation.round_commands import round_reads, start_round
from samtale_tui.method import idoart
from samtale_tui.method.idoart import Answer, Idoart
from samtale_tui.method.idoart_questions import Part, Question
from samtale_tui.method.run import Ending
from samtale_tui.tui import navigation as to
from samtale_tui.tui.widgets.answer_sheet import AnswerSheet

pytestmark = pytest.mark.usefixtures("nothing_drawn")


def state(stage: Stage) -> Idoart:
    """How the last round stands."""
    found = stage.value.rounds[-1].idoart
    assert found
    return found


def answers(stage: Stage) -> list[str]:
    return [answer.text for answer in state(stage).answers]


def marked(stage: Stage) -> str:
    """The words of the line that is marked."""
    return next(line.split("▸ ")[1].strip(" ▁▂▃▄▅▆▇█") for line in sight.lines(stage.app)[1:] if "▸ " in line)


async def say(stage: Stage, *texts: str) -> None:
    """An answer for each text, to the question that is marked."""
    for text in texts:
        await stage.press("enter")
        await stage.paste(text)
        await stage.press("enter")


async def begin(stage: Stage) -> None:
    """From Ramme, before the talk."""
    await stage.open(scenes_idoart.prepared(stage.material))
    await stage.press("i", "enter")
    await stage.until(lambda: stage.on == "IdoartScreen")
    await stage.settle()


async def test_it_is_prepared_from_ramme_and_the_conversation_has_not_begun() -> None:
    async with playing() as stage:
        await begin(stage)
        assert stage.value.times.begun is None
        assert "RAMME" in sight.lines(stage.app)[0]
        assert marked(stage) == "Hvorfor mødes vi?"
        await stage.pass_time(60)
        assert "29:00" in sight.text(stage.app)
        await stage.press("escape")
        assert stage.on == "FrameScreen"
        assert "i tager op igen på Ramme" in stage.said
        await stage.pass_time(600)
        await stage.press("i")
        assert stage.on == "IdoartScreen"
        assert round_reads(stage.value, "r1", stage.now()) == pytest.approx(60)


async def test_answers_are_written_under_the_marked_question_and_the_mark_follows() -> None:
    async with playing() as stage:
        await begin(stage)
        await say(stage, "Fælles retning", "Ro på")
        assert marked(stage) == "· Ro på"
        await stage.press("down")
        assert marked(stage) == "Hvad skal det tjene til i det store billede?"
        await stage.press("c")
        await stage.type("Ét team")
        await stage.press("enter")
        assert [(each.text, each.question) for each in state(stage).answers] == [
            ("Fælles retning", Question.WHY),
            ("Ro på", Question.WHY),
            ("Ét team", Question.PURPOSE),
        ]
        await stage.press("u")
        assert answers(stage) == ["Fælles retning", "Ro på"]


async def test_a_pasted_list_is_an_answer_a_line_and_minutes_stand_behind_the_points() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("n", "n")
        await say(stage, "Vores opgaver 20 min\nVagter")
        assert "Vores opgaver  20 min" in sight.text(stage.app)
        assert [(each.text, each.minutes) for each in state(stage).answers] == [
            ("Vores opgaver", 20),
            ("Vagter", None),
        ]


async def test_what_is_half_written_waits_also_when_the_program_dies() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("enter")
        await stage.type("Halv")
        await stage.press("escape")
        assert answers(stage) == []
        await stage.press("enter")
        await stage.type("t sagt")
        await stage.press("escape")
        await stage.reopen()
        assert stage.on == "IdoartScreen"
        await stage.press("enter", "enter")
        assert answers(stage) == ["Halvt sagt"]
        assert stage.value.drafts == {}


async def test_an_answer_is_reworded_moved_marked_as_a_wish_and_taken_away() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("n")
        await say(stage, "En plan", "Ro på")
        await stage.press("w")
        assert "★ Ro på  ønske" in sight.text(stage.app)
        await stage.press("ctrl+up")
        assert answers(stage) == ["Ro på", "En plan"]
        assert marked(stage) == "★ Ro på  ønske"
        await stage.press("ctrl+down", "ctrl+down")
        assert [each.question for each in state(stage).answers] == [Question.GAIN, Question.HOPES]
        await stage.press("e")
        await stage.press("ctrl+a")
        await stage.type("Ro og tid")
        await stage.press("enter")
        assert answers(stage) == ["En plan", "Ro og tid"]
        await stage.press("delete")
        assert answers(stage) == ["En plan"]
        assert "Slettet: Ro og tid. u fortryder." in sight.text(stage.app)
        await stage.press("u")
        assert answers(stage) == ["En plan", "Ro og tid"]


async def test_a_key_for_an_answer_where_a_question_is_marked_says_what_to_do() -> None:
    async with playing() as stage:
        await begin(stage)
        for key in ("e", "w", "delete", "ctrl+up"):
            await stage.press(key)
            assert "Markér først et svar" in stage.said
        assert stage.on == "IdoartScreen"


async def test_the_parts_are_gone_through_by_n_a_clicker_arrows_digits_and_a_click() -> None:
    async with playing() as stage:
        await begin(stage)
        seen = []
        for key in ("n", "pagedown", "right", "p", "pageup", "left", "5", "n", "1", "p"):
            await stage.press(key)
            seen.append(state(stage).part)
        assert seen == [
            Part.OUTCOME, Part.AGENDA, Part.ROLES, Part.AGENDA, Part.OUTCOME,
            Part.INTENTION, Part.TIME, Part.TIME, Part.INTENTION, Part.INTENTION,
        ]  # fmt: skip
        line = next(line for line in sight.lines(stage.app) if "DO Udbytte" in line)
        tabs = stage.screen.query_one("#idoart-parts")
        assert await stage.pilot.click("#idoart-parts", offset=(line.index("RR") - tabs.region.x, 0))
        await stage.settle()
        assert state(stage).part is Part.ROLES


async def test_a_part_whose_questions_all_have_answers_has_a_full_dot() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("5")
        assert "○ T Tid" in sight.text(stage.app)
        await say(stage, "Bo")
        assert "● T Tid" in sight.text(stage.app)


async def test_all_of_it_is_carried_into_ramme_with_one_key_and_back_with_one() -> None:
    async with playing() as stage:
        await begin(stage)
        await say(stage, "Fælles retning")
        await stage.press("n")
        await say(stage, "En plan", "Ro på")
        await stage.press("w", "n")
        await say(stage, "Opgaver 20 min")
        await stage.press("n")
        await say(stage, "Bo er tidtager")
        await stage.press("n")
        await say(stage, "2 timer")
        before = stage.value.framing
        await stage.press("t")
        framing = stage.value.framing
        assert framing.purpose == "Fælles retning"
        assert framing.expectations == "Ro på\nEn plan"
        assert framing.agenda == (AgendaItem(topic="Opgaver", minutes=20),)
        assert framing.roles == {Role.TIME_KEEPER: "Bo"}
        assert stage.value.booked_minutes == 120
        for words in (
            "Formålet fik 1 linje.",
            "Tidsholder: Bo.",
            "Samtalen varer nu 120 minutter.",
            "u fortryder.",
        ):
            assert words in stage.said
        await stage.press("t")
        assert "Det hele står der allerede." in stage.said
        await stage.press("u")
        assert (stage.value.framing, stage.value.booked_minutes) == (before, 90)
        await stage.press("ctrl+y", "escape")
        assert stage.on == "FrameScreen"
        assert "Opgaver (20 min)" in sight.reading(stage.app)


async def test_one_part_alone_is_carried_with_the_large_letter() -> None:
    async with playing() as stage:
        await begin(stage)
        await say(stage, "Fælles retning")
        await stage.press("3")
        await say(stage, "Opgaver")
        await stage.press("T")
        assert stage.value.framing.purpose == ""
        assert [item.topic for item in stage.value.framing.agenda] == ["Opgaver"]


async def test_the_facilitators_prompts_are_in_ones_own_view_alone() -> None:
    async with playing() as stage:
        await begin(stage)
        assert stage.app.own_view
        assert "Kun for dig: Sig først din egen hensigt højt" in sight.reading(stage.app)
        await stage.pass_time(60 * 16)
        assert "Efter tiden er I nået til Dagsorden." in sight.reading(stage.app)
        await stage.press("v")
        assert "Kun for dig" not in sight.reading(stage.app)
        assert "Efter tiden" not in sight.reading(stage.app)


async def test_the_time_is_kept_and_told_when_it_is_up() -> None:
    async with playing(size=(120, 40)) as stage:
        await begin(stage)
        assert stage.screen.query_one("#round-frame", Digits).value == "30:00"
        await stage.pass_time(60 * 30 + 5)
        assert stage.screen.query_one("#round-frame", Digits).value == "+0:05"
        assert "Tiden er gået. f giver 5 minutter mere" in sight.reading(stage.app)
        assert len(stage.bells) == 1
        await stage.press("f")
        assert stage.screen.query_one("#round-frame", Digits).value == "4:55"


async def test_when_it_is_over_the_answers_stand_and_can_be_carried_and_made_agreements() -> None:
    async with playing() as stage:
        await begin(stage)
        await say(stage, "Fælles retning")
        await stage.press("x")
        assert stage.on == "OutcomeScreen"
        assert state(stage).ending is Ending.CLOSED
        assert "Hensigt: Fælles retning" in sight.text(stage.app)
        await stage.press("enter")
        assert [each.text for each in stage.value.agreements] == ["Fælles retning"]
        await stage.press("escape")
        assert stage.on == "FrameScreen"
        await scenes_idoart.methods_screen(stage)
        await stage.press("enter", "e", "w", "delete", "n", "ctrl+up")
        assert (stage.on, answers(stage), state(stage).part) == (
            "IdoartScreen",
            ["Fælles retning"],
            Part.INTENTION,
        )
        await stage.press("t")
        assert stage.value.framing.purpose == "Fælles retning"


async def test_it_is_taken_up_anew_with_the_answers_from_last_time_or_without() -> None:
    async with playing() as stage:
        await begin(stage)
        await say(stage, "Fælles retning")
        await stage.press("x", "escape")
        await stage.until(lambda: stage.on == "FrameScreen")
        await stage.press("i")
        assert "1 svar fra sidst er med" in sight.reading(stage.app)
        await stage.press("e", "tab", "space", "ctrl+s")
        assert "fra sidst" not in sight.reading(stage.app)
        await stage.press("e", "tab", "space", "ctrl+s", "enter")
        assert stage.on == "IdoartScreen"
        assert answers(stage) == ["Fælles retning"]


async def test_it_may_begin_with_another_part() -> None:
    async with playing() as stage:
        await stage.open(scenes_idoart.prepared(stage.material))
        await stage.press("i", "e", "enter", "down", "down", "enter", "ctrl+s", "enter")
        await stage.until(lambda: stage.on == "IdoartScreen")
        assert state(stage).part is Part.AGENDA


async def test_on_a_card_it_is_about_the_cards_question() -> None:
    async with playing() as stage:
        await scenes_idoart.idoart_on_a_card(stage)
        question = stage.value.deck.cards_by_id[CARD].text
        assert question in sight.reading(stage.app)
        assert "HJULET" in sight.lines(stage.app)[0]


async def test_forty_answers_are_all_come_by_at_the_least_size() -> None:
    async with playing(size=(60, 20)) as stage:
        value = scenes_idoart.prepared(stage.material, people=many(stage.material, 40))
        run = idoart.go_to(idoart.propose(tuple(value.names()), 1800), Part.ROLES)
        for number in range(40):
            run = idoart.write(run, Question.RULES, f"Regel nummer {number}")
        await scenes_idoart.begun(stage, value, run)
        assert marked(stage) == "Hvilke roller har vi, og skifter de?"
        await stage.press(*["up"] * 45)
        assert marked(stage) == "Hvilke rammer og regler gælder?"
        seen = set()
        for _step in range(42):
            seen.add(marked(stage))
            await stage.press("down")
        assert {f"· Regel nummer {number}" for number in range(40)} <= seen
        assert marked(stage) == "Hvilke roller har vi, og skifter de?"


async def test_a_click_marks_an_answer_and_a_second_one_opens_it() -> None:
    async with playing() as stage:
        await begin(stage)
        await say(stage, "Fælles retning")
        await stage.press("up")
        row = next(n for n, line in enumerate(sight.lines(stage.app)) if "Fælles retning" in line)
        sheet = stage.screen.query_one(AnswerSheet)
        await stage.pilot.click(AnswerSheet, offset=(6, row - sheet.region.y))
        await stage.settle()
        assert marked(stage) == "· Fælles retning"
        await stage.pilot.click(AnswerSheet, offset=(6, row - sheet.region.y), times=2)
        await stage.settle()
        assert stage.on == "WordsScreen"


async def test_an_answer_written_in_another_part_is_not_lost_by_going_about() -> None:
    async with playing() as stage:
        await begin(stage)
        for part in Part:
            await say(stage, f"Om {part.value}")
            await stage.press("n")
        for number, part in enumerate(Part, 1):
            await stage.press(str(number))
            assert f"Om {part.value}" in sight.text(stage.app)


async def test_undo_of_the_beginning_closes_the_screen() -> None:
    async with playing() as stage:
        await begin(stage)
        await stage.press("u")
        await stage.until(lambda: stage.on == "FrameScreen")
        assert stage.value.rounds == ()


def test_an_answer_is_one_line_whatever_is_written() -> None:
    assert Answer(id="s1", question=Question.WHY, text=" a\nb ").text == "a b"


async def test_who_only_looks_on_changes_nothing() -> None:
    async with playing() as stage:
        value = scenes_idoart.prepared(stage.material)
        run = idoart.write(idoart.propose(tuple(value.names()), 1800), Question.WHY, "Retning")
        from samtale_tui.conversation.live import create_live

        other = create_live(start_round(value, None, run, stage.now()), now=stage.now)
        assert other.flush()
        try:
            to.open_conversation(stage.app, open_live(other.value.id, now=stage.now))
            await stage.settle()
            await scenes_idoart.methods_screen(stage)
            before = stage.value
            await stage.press("enter", "down", "e", "w", "delete", "n", "t", "T", "ctrl+down")
            assert stage.value.framing == before.framing
            assert state(stage) == before.rounds[-1].idoart
        finally:
            other.close()
