"""The agenda as one types it, and when its points are on."""

from datetime import timedelta
from itertools import pairwise

import pytest
from any_conversation import START, conversation, conversations
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from samtale_tui.basis.limits import MOST_AGENDA_ITEMS
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.agenda import (
    agenda_as_typed,
    agenda_overrun,
    agenda_slots,
    read_agenda,
    slot_at,
    slot_times,
)
from samtale_tui.conversation.file_format import dump, parse
from samtale_tui.conversation.framing import AgendaItem, Break
from samtale_tui.conversation.framing_commands import frame, reserve
from samtale_tui.conversation.model import Conversation


def planned(text: str, *breaks: Break, minutes: int = 90, plan: int = 15) -> Conversation:
    """A conversation with that agenda, not begun."""
    value = reserve(conversation(booked_minutes=minutes), plan)
    return frame(frame(value, "agenda", read_agenda(text)), "breaks", breaks)


def times(value: Conversation) -> list[tuple[int, int]]:
    return [(slot.begins, slot.ends) for slot in agenda_slots(value)]


# As it is typed


def test_each_line_is_a_point_with_its_minutes_and_stands_so_that_it_is_read_again() -> None:
    agenda = read_agenda("Vores opgaver 20 min\n\n  Vagter \nMål: en halv time")
    assert agenda == (
        AgendaItem(topic="Vores opgaver", minutes=20),
        AgendaItem(topic="Vagter"),
        AgendaItem(topic="Mål", minutes=30),
    )
    assert agenda_as_typed(agenda) == "Vores opgaver (20 min)\nVagter\nMål (30 min)"
    assert read_agenda(agenda_as_typed(agenda)) == agenda
    assert read_agenda(" \n \t") == ()


@given(st.text(max_size=60))
def test_any_text_is_some_agenda_that_is_read_again_as_it_stands(text: str) -> None:
    agenda = read_agenda(text)
    assert read_agenda(agenda_as_typed(agenda)) == agenda


def test_an_agenda_of_too_many_points_or_of_no_time_is_refused() -> None:
    for wrong in (
        read_agenda("Emne\n" * (MOST_AGENDA_ITEMS + 1)),
        ({"topic": " "},),
        ({"topic": "x", "minutes": 0},),
    ):
        with pytest.raises(ValidationError):
            frame(conversation(), "agenda", wrong)


def test_an_agenda_is_in_the_file_and_one_that_is_empty_is_not() -> None:
    value = planned("Opgaver 20 min\nVagter")
    read, _marks = parse(dump(value), value.id)
    assert read == value
    assert b"agenda" in dump(value)
    assert b"agenda" not in dump(planned(""))


# When the points are on


def test_points_follow_each_other_and_those_without_minutes_share_what_is_left_before_the_plan() -> None:
    assert times(planned("A 20 min\nB\nC 10 min\nD")) == [(0, 20), (20, 43), (43, 53), (53, 75)]
    assert times(planned("A\nB\nC")) == [(0, 25), (25, 50), (50, 75)]
    assert times(planned("A\nB", plan=0)) == [(0, 45), (45, 90)]
    assert times(planned("")) == []


def test_a_break_is_nobodys_time() -> None:
    rest = Break(after=30, minutes=10)
    assert times(planned("A 30 min\nB 20 min", rest)) == [(0, 30), (40, 60)]
    assert times(planned("A 40 min\nB 20 min", rest)) == [(0, 50), (50, 70)]
    assert times(planned("A\nB", rest)) == [(0, 43), (43, 75)]
    assert times(planned("A\nB", rest, Break(after=35, minutes=15))) == [(0, 28), (28, 75)]
    assert times(planned("A\nB", Break(after=70, minutes=20))) == [(0, 35), (35, 70)]
    assert times(planned("A\nB", Break(after=80, minutes=20))) == [(0, 38), (38, 75)]


def test_an_agenda_that_is_too_long_says_by_how_much() -> None:
    assert agenda_overrun(planned("A 75 min")) == 0
    assert agenda_overrun(planned("A 80 min")) == 5
    assert agenda_overrun(planned("A 75 min\nB\nC")) == 2
    assert agenda_overrun(planned("A 75 min", Break(after=10, minutes=10))) == 10
    assert agenda_overrun(planned("")) == 0
    assert agenda_overrun(planned("A", minutes=5, plan=120)) == 1


def test_the_point_that_is_on_follows_the_clock_once_it_has_begun() -> None:
    value = planned("A 30 min\nB 20 min", Break(after=30, minutes=10))
    assert slot_at(value, START) is None
    begun = do.begin(value, START)
    at = (-1, 0, 29.9, 30, 39.9, 40, 59.9, 60, 600)
    on = [slot_at(begun, START + timedelta(minutes=minutes)) for minutes in at]
    assert on == [None, 0, 0, None, None, 1, 1, None, None]


def test_times_of_day_are_there_once_it_has_begun() -> None:
    value = planned("A 30 min\nB 20 min")
    second = agenda_slots(value)[1]
    assert slot_times(value, second) is None
    span = (START + timedelta(minutes=30), START + timedelta(minutes=50))
    assert slot_times(do.begin(value, START), second) == span


@given(conversations())
def test_no_point_of_any_agenda_is_shorter_than_a_minute_or_before_the_one_above(value: Conversation) -> None:
    slots = agenda_slots(value)
    assert [slot.item for slot in slots] == list(value.framing.agenda)
    assert all(slot.begins < slot.ends for slot in slots)
    assert all(one.ends <= next_.begins for one, next_ in pairwise(slots))
    for slot in slots:
        assert slot.ends - slot.begins >= (slot.item.minutes or 1)
    assert agenda_overrun(value) >= 0
