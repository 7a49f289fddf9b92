"""Breaks as people write them, and how they are told of when they come near."""

from datetime import timedelta

import pytest
from any_conversation import START, conversation
from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.conversation import commands as do
from samtale_tui.conversation.breaks import BreakError, as_typed, read_breaks, show_break
from samtale_tui.conversation.framing import Break
from samtale_tui.conversation.framing_commands import frame
from samtale_tui.conversation.framing_words import break_began, break_words
from samtale_tui.conversation.model import Conversation


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("10 min efter 45", [(45, 10)]),
        ("  10  MIN. efter 45 min. ", [(45, 10)]),
        ("efter 45", [(45, 10)]),
        ("efter 45: 5 min", [(45, 5)]),
        ("pause på 10 min efter 45", [(45, 10)]),
        ("Pause i 10 minutter efter 45 minutter", [(45, 10)]),
        ("15 min pause efter 1½ time", [(90, 15)]),
        ("et kvarter efter halvanden time", [(90, 15)]),
        ("10 efter 1:15", [(75, 10)]),
        ("10 efter 1 time og 30 min og 5 efter 120", [(90, 10), (120, 5)]),
        ("15 min efter 120, 10 min efter 45", [(45, 10), (120, 15)]),
        ("10 min efter 45\n10 min efter 90; 10 min efter 45", [(45, 10), (90, 10)]),
        ("10 min after 45 and 5 min after 90", [(45, 10), (90, 5)]),
        ("", []),
        (" \n ; ", []),
    ],
)
def test_breaks_are_read_as_they_are_meant(text: str, breaks: list[tuple[int, int]]) -> None:
    assert [(each.after, each.minutes) for each in read_breaks(text)] == breaks


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("bagefter", "»bagefter«"),
        ("10 min", "»10 min«"),
        ("10 min efter kl. 10", "»10 min efter kl. 10«"),
        ("241 min efter 45", "1 til 240 minutter"),
        ("10 min efter 0", "1 til 240 minutter"),
        ("10 min efter 9999", "1 til 240 minutter"),
        ("10 min efter 45 [/x] [@click=app.quit]", "[/x]"),
        (", ".join(f"5 min efter {n}" for n in range(1, 14)), "Højst 12 pauser"),
    ],
)
def test_what_is_no_break_is_told_of_with_an_example(text: str, why: str) -> None:
    with pytest.raises(BreakError, match="10 min efter 45") as told:
        read_breaks(text)
    assert why in told.value.message


@given(
    st.lists(
        st.builds(Break, after=st.integers(1, 1440), minutes=st.integers(1, 240)), unique=True, max_size=12
    )
)
def test_what_was_read_stands_in_the_field_so_that_it_is_read_again(breaks: list[Break]) -> None:
    assert set(read_breaks(as_typed(tuple(breaks)))) == set(breaks)
    for each in breaks:
        assert read_breaks(show_break(each)) == (each,)


@given(st.text(max_size=80) | st.from_regex(r"(efter|[0-9]+|og|min|pause|½|,| )+", fullmatch=True))
def test_any_text_is_read_or_told_of(text: str) -> None:
    try:
        breaks = read_breaks(text)
    except BreakError:
        return
    assert list(breaks) == sorted(breaks, key=lambda each: (each.after, each.minutes))


def begun(*breaks: Break) -> Conversation:
    return do.begin(frame(conversation(), "breaks", breaks), START)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (34.9, ""),
        (35.0, "pause om 10 min"),
        (44.5, "pause om 1 min"),
        (45.0, "pause til"),
        (54.9, "pause til"),
        (55.0, ""),
    ],
)
def test_a_break_is_told_of_ten_minutes_ahead_and_while_it_lasts(minutes: float, words: str) -> None:
    value = begun(Break(after=45, minutes=10))
    said = break_words(value, START + timedelta(minutes=minutes))
    assert said.startswith(words)
    assert bool(said) is bool(words)


def test_that_a_break_begins_is_said_once_and_not_when_it_is_over() -> None:
    value = begun(Break(after=45, minutes=10))
    start = START + timedelta(minutes=45)
    second = timedelta(seconds=1)
    assert break_began(value, start - second, start).startswith("Nu er der pause til")
    assert break_began(value, start, start + second) == ""
    assert break_began(value, start - second, start + timedelta(hours=2)) == ""
    assert break_began(conversation(), start - second, start) == ""
