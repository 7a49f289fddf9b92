"""What a conversation has led to: the plan, what was talked about, and for how long."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from team_nord import actions, conversation

from samtale_tui.conversation.model import Agreement, Blank, CardUse, RoundTime, Times
from samtale_tui.conversation.outcome import plan_of, seconds_by_card, talked_about
from samtale_tui.deck.model import Card
from samtale_tui.method.clock import Moment, Stopwatch

BEGAN = datetime(2027, 3, 12, 12, tzinfo=UTC)


@pytest.fixture
def in_copenhagen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone cannot be set here")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_plan_has_team_day_people_and_actions() -> None:
    plan = plan_of(conversation())
    assert (plan.conversation, plan.team, plan.made) == ("tus", "Team Nord", date(2027, 3, 12))
    assert plan.people == ("Anna", "Bo", "Anna (2)")
    assert plan.actions == actions()


def test_a_conversation_that_never_began_has_the_day_it_was_made() -> None:
    assert plan_of(conversation(times=Times())).made == date(2027, 3, 1)


@pytest.mark.usefixtures("in_copenhagen")
def test_the_day_is_the_one_on_the_users_own_calendar() -> None:
    late = Times(begun=datetime(2027, 3, 11, 23, 30, tzinfo=UTC))
    assert plan_of(conversation(times=late)).made == date(2027, 3, 12)


@pytest.mark.parametrize(
    "when", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 12, 31, 23, 59, tzinfo=UTC)]
)
def test_an_absurd_clock_still_gives_a_plan(when: datetime) -> None:
    made = plan_of(conversation(times=Times(begun=when))).made
    assert made is not None
    assert made.year in (1969, 1970, 2999, 3000)


def test_only_fields_that_were_touched_and_cards_that_were_used_are_told_of() -> None:
    told = [(field.title, [card.text for card in cards]) for field, cards in talked_about(conversation())]
    assert told == [("Opgaver", ["Hvad lykkes vi med?"]), ("Mål og værdier", [])]


def test_a_card_written_on_the_spot_is_told_of_in_its_own_words() -> None:
    blank = Blank(id="b1", card=Card(field="borgere", kind="blank", text="Hvem ringer vi til?"))
    told = talked_about(conversation(blanks=(blank,), uses={"b1": CardUse(used=True)}, agreements=()))
    assert [(field.title, [card.text for card in cards]) for field, cards in told] == [
        ("Borgere", ["Hvem ringer vi til?"])
    ]


def test_an_agreement_on_an_unknown_field_touches_none() -> None:
    lost = Agreement(id="a1", text="x", field="vaek")
    assert talked_about(conversation(agreements=(lost,), uses={})) == ()


def test_the_time_of_all_rounds_on_a_card_is_added_up_with_the_one_that_runs() -> None:
    began = Moment(100.0, BEGAN)
    rounds = {
        "r1": RoundTime(card="opgaver-1", watch=Stopwatch(elapsed=60.0)),
        "r2": RoundTime(card="maal-1", watch=Stopwatch(elapsed=5.0)),
        "r3": RoundTime(card="opgaver-1", watch=Stopwatch(elapsed=1.0).start(began)),
    }
    spent = seconds_by_card(conversation(times=Times(rounds=rounds)), Moment(130.5, BEGAN))
    assert spent == {"opgaver-1": 91.5, "maal-1": 5.0}
