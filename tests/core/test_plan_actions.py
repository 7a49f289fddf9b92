"""What the user is told about an action: what it lacks, what looks odd, what the choices are called."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import ConversationKind, Horizon, conversation_title, horizon_title
from samtale_tui.plan.actions import (
    incomplete_words,
    missing,
    next_action_id,
    remarks,
    way_title,
)
from samtale_tui.plan.model import Action, Way
from samtale_tui.plan.titles import listed, plan_title

TODAY = date(2027, 3, 12)
WHOLE = Action(id="h1", responsible="Anna", deadline=date(2027, 6, 1), follow_when=date(2027, 6, 8))


def test_an_action_with_owner_date_and_follow_up_lacks_nothing() -> None:
    assert missing(WHOLE) == ()
    assert incomplete_words(WHOLE) == ""


@pytest.mark.parametrize(
    ("taken_out", "words"),
    [
        ({"responsible": ""}, "Mangler ansvarlig"),
        ({"responsible": " \u200b "}, "Mangler ansvarlig"),
        ({"deadline": None}, "Mangler frist"),
        ({"follow_when": None}, "Mangler opfølgning"),
        ({"responsible": "", "follow_when": None}, "Mangler ansvarlig og opfølgning"),
        (
            {"responsible": "", "deadline": None, "follow_when": None},
            "Mangler ansvarlig, frist og opfølgning",
        ),
    ],
)
def test_what_an_action_lacks_is_said_in_words(taken_out: dict[str, object], words: str) -> None:
    assert incomplete_words(WHOLE.but(**taken_out)) == words


def test_a_follow_up_without_a_day_is_none_whoever_does_it() -> None:
    action = WHOLE.but(follow_when=None, follow_how="Status på mødet", follow_who="Bo")
    assert missing(action) == ("opfølgning",)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ()),
        ({"start": date(2027, 6, 1)}, ()),
        ({"start": date(2027, 6, 2)}, ("Fristen ligger før starten.",)),
        (
            {"start": date(2027, 4, 1), "follow_when": date(2027, 3, 31)},
            ("Opfølgningen ligger før starten.",),
        ),
        ({"deadline": TODAY}, ()),
        ({"deadline": date(2027, 3, 11)}, ("Fristen ligger i fortiden.",)),
        ({"follow_when": date(2027, 3, 11)}, ("Opfølgningen ligger i fortiden.",)),
        ({"start": date(2026, 1, 1)}, ()),
        ({"deadline": date.max}, ("Der er mere end 5 år til – passer årstallet?",)),
        (
            {"start": date(2027, 3, 2), "deadline": date.min},
            ("Fristen ligger før starten.", "Fristen ligger i fortiden."),
        ),
    ],
)
def test_dates_that_look_odd_are_remarked_on(changes: dict[str, object], said: tuple[str, ...]) -> None:
    assert remarks(WHOLE.but(**changes), TODAY) == said


def test_every_choice_has_a_name_of_its_own() -> None:
    assert len({way_title(way) for way in Way}) == len(Way)
    assert [horizon_title(horizon) for horizon in Horizon] == ["Kort sigt", "Langt sigt"]
    assert len({conversation_title(kind) for kind in ConversationKind}) == len(ConversationKind)


def test_a_team_gets_a_team_plan_and_a_person_one_of_competences() -> None:
    titles = {kind.value: plan_title(kind) for kind in ConversationKind}
    assert titles == {
        "tus": "Teamudviklingsplan",
        "grus": "Teamudviklingsplan",
        "mus": "Kompetenceudviklingsplan",
        "lus": "Kompetenceudviklingsplan",
    }


@pytest.mark.parametrize(
    ("words", "sentence"), [((), ""), (("a",), "a"), (("a", "b"), "a og b"), (("a", "b", "c"), "a, b og c")]
)
def test_words_are_listed_as_one_says_them(words: tuple[str, ...], sentence: str) -> None:
    assert listed(words) == sentence


def test_action_ids_go_on_from_the_highest() -> None:
    assert next_action_id(()) == "h1"
    assert next_action_id((Action(id="h1"), Action(id="h7"))) == "h8"


@given(st.lists(st.from_regex(r"h[0-9]{1,12}", fullmatch=True) | st.text(min_size=1, max_size=9), max_size=5))
def test_a_new_action_never_takes_the_id_of_another(ids: list[str]) -> None:
    actions = [Action(id=each) for each in ids if clean_line(each)]
    assert next_action_id(actions) not in {action.id for action in actions}
