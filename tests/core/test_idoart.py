"""IDOART in the room: what each answer does, example by example."""

import pytest

from samtale_tui.method.idoart import (
    Idoart,
    advice,
    answers_in,
    answers_to,
    as_typed,
    drop,
    go_to,
    mark_wish,
    move,
    next_part,
    previous_part,
    propose,
    reword,
    unanswered,
    write,
)
from samtale_tui.method.idoart_questions import (
    QUESTIONS,
    Part,
    Question,
    part_letters,
    part_prompt,
    part_title,
    question_example,
    question_text,
)
from samtale_tui.method.idoart_times import part_meant, suggested_minutes
from samtale_tui.method.run import Ending, extend, set_frame

THREE = ("p1", "p2", "p3")


def idoart(*answers: tuple[Question, str]) -> Idoart:
    value = propose(THREE, 1800)
    for question, text in answers:
        value = write(value, question, text)
    return value


def texts(s: Idoart, question: Question) -> list[str]:
    return [answer.text for answer in answers_to(s, question)]


# The questions


def test_the_five_parts_ask_two_three_two_two_and_one_question() -> None:
    assert [len(QUESTIONS[part]) for part in Part] == [2, 3, 2, 2, 1]
    assert [question for part in Part for question in QUESTIONS[part]] == list(Question)
    assert " ".join(map(part_letters, Part)) == "I DO A RR T"


def test_every_part_and_question_has_words_of_its_own() -> None:
    for words in (part_title, part_prompt):
        assert len({words(part) for part in Part} - {""}) == 5
    for words_of in (question_text, question_example):
        assert len({words_of(question) for question in Question} - {""}) == 10
    assert all(question_text(question).endswith("?") for question in Question)


# How many there are


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 40])
def test_it_begins_with_any_number_of_people(people: int) -> None:
    begun = propose([f"p{n}" for n in range(people)], 60)
    assert (begun.part, begun.answers, begun.ending) == (Part.INTENTION, (), None)
    assert bool(advice(begun)) is (people == 1 or people > 12)


def test_one_is_told_that_it_is_a_preparation_and_many_to_talk_in_small_groups() -> None:
    assert "forberedelse" in advice(propose(["p1"], 60))
    assert "små grupper" in advice(propose([f"n{n}" for n in range(13)], 60))


def test_people_come_and_go_and_the_answers_stand() -> None:
    value = idoart((Question.WHY, "Fælles retning"))
    fewer = value.left("p2", 60.0)
    assert (fewer.people, fewer.answers) == (("p1", "p3"), value.answers)
    assert fewer.joined("p2", 70.0, THREE).people == THREE
    assert fewer.joined("p9", 70.0, ("p9", *THREE)).people == ("p9", "p1", "p3")
    assert value.joined("p1", 60.0, THREE) is value
    assert value.left("p9", 60.0) is value
    alone = propose(["p1"], 60)
    assert alone.left("p1", 5.0) is alone


# Writing


def test_answers_stand_under_their_questions_in_the_order_in_which_they_were_given() -> None:
    value = idoart(
        (Question.TOPICS, "Opgaver"), (Question.WHY, "Retning"), (Question.TOPICS, "Vagter"), (Question.FORM, "To og to")
    )  # fmt: skip
    assert texts(value, Question.TOPICS) == ["Opgaver", "Vagter"]
    assert [answer.text for answer in answers_in(value, Part.AGENDA)] == ["Opgaver", "Vagter", "To og to"]
    assert [answer.id for answer in value.answers] == ["s2", "s1", "s3", "s4"]
    assert unanswered(value) == (
        Question.PURPOSE, Question.GAIN, Question.HOPES, Question.GOALS,
        Question.RULES, Question.WHO, Question.KEEPING,
    )  # fmt: skip


def test_a_pasted_list_is_an_answer_for_each_line_and_no_words_are_none() -> None:
    value = write(idoart(), Question.HOPES, "  Ro på \r\n\n At vi\tgriner\n \x1b[31mKaffe")
    assert texts(value, Question.HOPES) == ["Ro på", "At vi griner", "Kaffe"]
    assert write(value, Question.HOPES, " \n\t \x07 ") is value


def test_points_of_the_agenda_take_the_minutes_behind_them_and_other_answers_do_not() -> None:
    value = idoart((Question.TOPICS, "Vores opgaver 20 min"), (Question.FORM, "Gruppearbejde, en halv time"))
    value = write(value, Question.KEEPING, "I alt 2 timer")
    assert [(answer.text, answer.minutes) for answer in value.answers] == [
        ("Vores opgaver", 20), ("Gruppearbejde", 30), ("I alt 2 timer", None)
    ]  # fmt: skip
    assert as_typed(value.answers[0]) == "Vores opgaver (20 min)"
    assert reword(value, "s1", as_typed(value.answers[0])) is value


def test_other_words_keep_the_place_and_the_mark_and_further_lines_are_further_answers() -> None:
    value = idoart((Question.HOPES, "Ro"), (Question.HOPES, "Kaffe"))
    value = mark_wish(value, "s1", wish=True)
    changed = reword(value, "s1", "Ro på\nTid til alle")
    assert texts(changed, Question.HOPES) == ["Ro på", "Tid til alle", "Kaffe"]
    assert [answer.wish for answer in changed.answers] == [True, True, False]
    assert changed.answers[0].id == "s1"
    assert len({answer.id for answer in changed.answers}) == 3
    assert reword(value, "s1", "  ") is value
    assert reword(value, "s9", "Nyt") is value


def test_a_wish_is_marked_and_unmarked() -> None:
    value = mark_wish(idoart((Question.HOPES, "Ro")), "s1", wish=True)
    assert value.answers[0].wish
    assert mark_wish(value, "s1", wish=True) is value
    assert not mark_wish(value, "s1", wish=False).answers[0].wish
    assert write(value, Question.HOPES, "Kaffe", wish=True).answers[1].wish


def test_an_answer_is_taken_away_alone() -> None:
    value = idoart((Question.WHY, "Retning"), (Question.WHY, "Overblik"))
    assert texts(drop(value, "s1"), Question.WHY) == ["Overblik"]
    assert drop(value, "s9") is value


def test_an_answer_moves_within_its_question_and_on_to_the_next_of_the_same_part() -> None:
    value = idoart((Question.GAIN, "En plan"), (Question.GAIN, "Ro"), (Question.HOPES, "Kaffe"))
    down = move(value, "s1", 1)
    assert texts(down, Question.GAIN) == ["Ro", "En plan"]
    on = move(down, "s1", 1)
    assert (texts(on, Question.GAIN), texts(on, Question.HOPES)) == (["Ro"], ["En plan", "Kaffe"])
    assert move(on, "s1", -1) == down
    last = move(move(move(on, "s1", 1), "s1", 1), "s1", 1)
    assert texts(last, Question.GOALS) == ["En plan"]
    assert move(last, "s1", 1) == last


def test_the_ends_of_a_part_are_ends() -> None:
    value = idoart((Question.GAIN, "En plan"), (Question.WHO, "Referent: Bo"))
    assert move(value, "s1", -1) is value
    assert move(value, "s2", 1) is value
    assert move(value, "s9", 1) is value


# Going between the parts


def test_the_parts_are_taken_in_any_order_and_the_ends_stay() -> None:
    value = idoart((Question.WHY, "Retning"))
    assert previous_part(value) is value
    assert next_part(value).part is Part.OUTCOME
    last = go_to(value, Part.TIME)
    assert next_part(last) is last
    assert go_to(last, Part.INTENTION) == value
    assert go_to(value, Part.INTENTION) is value


# The clock


def test_the_frame_is_shared_out_by_questions_and_not_a_minute_is_lost() -> None:
    assert list(suggested_minutes(1800).values()) == [6, 9, 6, 6, 3]
    for minutes in range(1, 100):
        assert sum(suggested_minutes(60 * minutes + 59).values()) == minutes


def test_the_part_that_the_clock_means_follows_the_frame() -> None:
    value = idoart()
    readings = (0, 359.9, 360, 899, 900, 1259, 1260, 1619, 1620, 99_999)
    assert [part_meant(value, at) for at in readings] == [
        Part.INTENTION, Part.INTENTION, Part.OUTCOME, Part.OUTCOME, Part.AGENDA,
        Part.AGENDA, Part.ROLES, Part.ROLES, Part.TIME, Part.TIME,
    ]  # fmt: skip
    assert part_meant(extend(value), 360) is Part.INTENTION
    assert part_meant(set_frame(value, 1), 59) is Part.TIME


# The end


def test_all_answers_come_out_with_their_part_and_their_minutes() -> None:
    value = idoart((Question.TOPICS, "Opgaver 20 min"), (Question.WHY, "Retning"))
    assert [(each.key, each.text, each.where) for each in value.harvest()] == [
        ("s2", "Retning", "Hensigt"),
        ("s1", "Opgaver (20 min)", "Dagsorden"),
    ]
    assert idoart().harvest() == ()


def test_what_is_over_stays_as_it_was() -> None:
    value = idoart((Question.WHY, "Retning"), (Question.WHY, "Overblik")).closed(90.0, Ending.AIM_MET)
    assert (value.ended_at, value.ending) == (90.0, Ending.AIM_MET)
    for after in (
        write(value, Question.WHY, "Mere"),
        reword(value, "s1", "Andet"),
        drop(value, "s1"),
        move(value, "s1", 1),
        mark_wish(value, "s1", wish=True),
        next_part(value),
        value.left("p1", 99.0),
        value.joined("p9", 99.0, THREE),
        value.closed(99.0, Ending.CLOSED),
    ):
        assert after is value
    assert len(value.harvest()) == 2


def test_a_run_that_is_taken_up_again_has_its_answers_and_begins_at_the_first_part() -> None:
    earlier = next_part(idoart((Question.WHY, "Retning"))).closed(90.0, Ending.TIME_UP)
    again = propose(("p1", "p9"), 600, last=earlier)
    assert (again.answers, again.part, again.people) == (earlier.answers, Part.INTENTION, ("p1", "p9"))
    assert again.ending is None


def test_a_file_that_says_an_answer_twice_is_refused() -> None:
    value = idoart((Question.WHY, "Retning"))
    with pytest.raises(ValueError, match="answers_twice"):
        value.but(answers=value.answers * 2)


def test_answers_that_a_file_has_in_another_order_are_shown_by_question() -> None:
    value = idoart((Question.WHY, "Retning"), (Question.TOPICS, "Opgaver"), (Question.TOPICS, "Vagter"))
    shuffled = value.but(answers=value.answers[::-1])
    assert [each.text for each in shuffled.harvest()] == ["Retning", "Vagter", "Opgaver"]
    assert texts(move(shuffled, "s2", -1), Question.TOPICS) == ["Opgaver", "Vagter"]
