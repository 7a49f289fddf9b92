"""Lines of large letters: as few as can be, alike in length, no word alone, broken only where it must be."""

from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.tui.widgets.line_breaking import lines_of, words_of
from samtale_tui.tui.widgets.word_breaking import broken

LETTERS = st.text("abcdeæøå", min_size=1, max_size=9)
SENTENCES = st.lists(LETTERS, min_size=1, max_size=25)


def lines(text: str, width: int, *, hyphens: bool = False) -> list[str] | None:
    """With letters that are all one wide."""
    return lines_of(text, width, len, hyphens=hyphens)


def fewest(words: list[str], width: int) -> int:
    """How many lines it takes to fill each as far as it goes."""
    count, used = 1, 0
    for word in words:
        if used and used + 1 + len(word) > width:
            count, used = count + 1, 0
        used += len(word) + (used > 0)
    return count


def test_the_lines_are_alike_in_length() -> None:
    assert lines("Hvad kan vi sammen, som ingen af os kan alene?", 40) == [
        "Hvad kan vi sammen,",
        "som ingen af os kan alene?",
    ]


def test_no_word_stands_alone_on_the_last_line() -> None:
    assert lines("en to tre fire fem seks syv", 24) == ["en to tre fire", "fem seks syv"]


def test_a_sentence_begins_with_more_than_its_first_word_at_the_end_of_a_line() -> None:
    assert lines("Vælg én ting i dag. Hvilken bliver det?", 28) == [
        "Vælg én ting i dag.",
        "Hvilken bliver det?",
    ]


def test_a_newline_ends_a_line_and_a_dash_stays_with_the_word_before_it() -> None:
    assert lines("Hvad nu?\n\nTænk – længe", 40) == ["Hvad nu?", "Tænk\u00a0– længe"]
    assert words_of(" en  – to\t… ") == ["en\u00a0–", "to\u00a0…"]
    assert lines("   ", 10) == []


@given(SENTENCES, st.integers(9, 60))
def test_every_word_is_there_on_as_few_lines_as_can_be_and_none_too_wide(
    words: list[str], width: int
) -> None:
    found = lines(" ".join(words), width)
    assert found is not None
    assert " ".join(found).split() == words
    assert max(map(len, found)) <= width
    assert len(found) == fewest(words, width)


@given(SENTENCES, st.integers(9, 40))
def test_a_word_is_alone_on_the_last_line_only_where_nothing_else_fits(words: list[str], width: int) -> None:
    found = lines(" ".join(words), width)
    assert found is not None
    if len(found) > 1 and len(found[-1].split()) == 1:
        kept = [*words[:-2], f"{words[-2]} {words[-1]}"]
        assert len(kept[-1]) > width or fewest(kept, width) > len(found)


def test_a_word_that_is_too_wide_has_no_lines_unless_it_may_be_broken() -> None:
    assert lines("Om samarbejdspartnere", 12) is None
    assert lines("Om samarbejdspartnere", 12, hyphens=True) == ["Om", "samarbejds-", "partnere"]


def test_words_break_where_they_were_put_together_else_between_syllables_and_else_anywhere() -> None:
    assert broken("teamudviklingssamtaler?", 16, len) == ["teamudviklings-", "samtaler?"]
    assert broken("kompetenceudvikling", 14, len) == ["kompetence-", "udvikling"]
    assert broken("lærings-laboratoriet", 12, len) == ["lærings-", "laboratoriet"]
    assert broken("samarbejdspartnerskabsforhandlingerne", 25, len) == [
        "samarbejdspartnerskabs-",
        "forhandlingerne",
    ]
    assert broken("bedstemorsstrikketøj", 12, len) == ["bedstemors-", "strikketøj"]
    assert broken("x" * 25, 11, len) == ["x" * 10 + "-", "x" * 10 + "-", "x" * 5]
    assert broken("kort", 10, len) == ["kort"]


@given(st.text("abcdefghiklmnoprstuvyæøå", min_size=1, max_size=200), st.integers(2, 30))
def test_a_broken_word_is_whole_when_its_hyphens_are_taken_away(word: str, width: int) -> None:
    parts = broken(word, width, len)
    assert "".join(part.removesuffix("-") for part in parts) == word
    assert max(map(len, parts)) <= width
    assert all(part.endswith("-") for part in parts[:-1])
