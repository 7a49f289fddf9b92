"""Lengths of time behind a text, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.basis.language import ENGLISH, use_language
from samtale_tui.basis.time_lengths import is_length, read_length, split_length, with_length


@pytest.mark.parametrize(
    ("typed", "said", "minutes"),
    [
        ("Vores opgaver 20 min", "Vores opgaver", 20),
        ("Vores opgaver 20 min.", "Vores opgaver", 20),
        ("Vores opgaver (20 MINUTTER)", "Vores opgaver", 20),
        ("Vores opgaver: 20min", "Vores opgaver", 20),
        ("Vores opgaver – 1 time", "Vores opgaver", 60),
        ("Vores opgaver, 1½ time", "Vores opgaver", 90),
        ("Vores opgaver 1,5 time", "Vores opgaver", 90),
        ("Vores opgaver halvanden time", "Vores opgaver", 90),
        ("Vores opgaver 1 time og 20 min", "Vores opgaver", 80),
        ("Pause i et kvarter", "Pause", 15),
        ("Opsamling ca. 10 min", "Opsamling", 10),
        ("Mål (fase 2) en halv time", "Mål (fase 2)", 30),
        ("Our tasks 20 minutes", "Our tasks", 20),
        ("Our tasks for half an hour", "Our tasks", 30),
        ("Our tasks, 2 hours", "Our tasks", 120),
    ],
)
def test_minutes_behind_a_text_are_read_in_danish_and_english(typed: str, said: str, minutes: int) -> None:
    assert split_length(typed) == (said, minutes)


@pytest.mark.parametrize(
    "typed",
    [
        "Mål 2027",
        "Løb 100 m",
        "Hal 3 t",
        "20 min",
        "ca. 20 min",
        "20 min til opgaver",
        "Nul 0 min",
        "For længe 9999 min",
        "Noget 12.5 min",
        "Krimi",
        "i 20 min",
        "",
    ],
)
def test_what_may_be_something_else_stays_text(typed: str) -> None:
    assert split_length(typed) == (typed, None)


def test_a_length_alone_is_told_from_a_text_with_one() -> None:
    assert [is_length(words) for words in ("2 timer", " 90 Min. ", "et kvarter")] == [True] * 3
    assert not any(is_length(words) for words in ("90", "Vi har 2 timer", "1:30", "en halv", ""))
    assert [read_length(words) for words in ("90", "1:30", "En halv time", "1 ½ time")] == [90, 90, 30, 90]


pieces = st.lists(
    st.sampled_from(["Vores", "opgaver", "20", "min", "1½", "time", "(", ")", ":", "i", "ca.", "et", "kvarter", ",", "1,5"]),
    max_size=8,
).map(" ".join)  # fmt: skip


@given(pieces | st.text(max_size=40), st.booleans())
def test_what_was_read_stands_in_the_field_so_that_it_is_read_again(typed: str, english: bool) -> None:
    use_language(ENGLISH if english else "da")
    read = split_length(typed)
    assert split_length(with_length(*read)) == read


def test_a_text_of_thousands_of_letters_is_read_at_once() -> None:
    for letters in ("(", "1 ", "i ", "9", "min ", ". "):
        assert split_length(letters * 20_000 + "x")[1] is None
