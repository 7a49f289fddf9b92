"""Whatever comes, a deck is read or refused in Danish, with places and nothing hostile."""

import re
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import tomli
import tomli_w
from any_deck import damaged, decks
from hypothesis import given
from hypothesis import strategies as st
from small_deck import FILE, TEXT

from samtale_tui.basis.errors import DeckError, Problem
from samtale_tui.command_line.checking import told
from samtale_tui.deck.model import Deck
from samtale_tui.deck.reader import MOST_PROBLEMS, parse_deck, with_warnings
from samtale_tui.tui.poor_decks import poor

SHIPPED = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "decks").glob("*.toml"))
]

ENGLISH = re.compile(
    r"\b(the|should|input|valid|expected|value error|invalid|cannot|field required|must)\b", re.IGNORECASE
)


def _problems(data: bytes) -> Sequence[Problem]:
    """What is wrong with a deck; nothing where it is read."""
    try:
        deck = parse_deck(data, FILE)
    except DeckError as error:
        return error.problems
    assert deck.ordered_fields
    return ()


def assert_well_told(problems: Sequence[Problem], lines: int) -> None:
    for problem in problems[:MOST_PROBLEMS]:
        said = re.sub("»[^«]*«", "", f"{problem.message} {problem.remedy}")
        assert 1 <= problem.line <= lines
        assert 1 <= problem.column <= len(problem.source) + 1
        assert problem.length >= 1
        assert problem.message.endswith(".")
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", problem.message + problem.remedy)
        assert not ENGLISH.search(said)


_EDIT = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(0, 12), st.binary(max_size=12))
_TOKEN_EDIT = st.tuples(
    st.integers(0, len(TEXT) - 1),
    st.integers(0, 12),
    st.sampled_from(
        [
            b"\n",
            b'"',
            b"'",
            b'"""',
            b"[",
            b"]",
            b"{",
            b"}",
            b",",
            b"=",
            b".",
            b"#",
            b"0",
            b"-1",
            b"1e9",
            b"nan",
            b"true",
            b"[[cards]]\n",
            b"[a]\n",
            b"12:30",
            b"\\e",
            b"\\x1b",
            b"\\u202e",
            b"2027-03-12",
            b"id = 1\n",
        ]
    ),
)


@given(st.lists(_EDIT | _TOKEN_EDIT, min_size=1, max_size=6))
def test_a_deck_damaged_anywhere_is_read_or_refused_with_places(edits: list[tuple[int, int, bytes]]) -> None:
    data = TEXT.encode()
    for start, length, put in edits:
        data = data[:start] + put + data[start + length :]
    assert_well_told(_problems(data), data.count(b"\n") + 1)


_VALUES = st.recursive(
    st.sampled_from(["", " ", "x", "Æ Ø", "x" * 2000, "\x1b[31m", 0, 1, -1, 10**30, True, 0.5, 1.0])
    | st.sampled_from([float("nan"), float("inf"), date(2027, 3, 12), time(10, 15)]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "id", "field", "\x1b"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(st.data())
def test_any_value_anywhere_gives_danish_sentences(data: st.DataObject) -> None:
    values = tomli.loads(TEXT)
    at: dict[str, object] | list[object] = values
    while True:
        step = data.draw(st.sampled_from(list(at) if isinstance(at, dict) else list(range(len(at)))))
        inside = at[step]  # type: ignore[call-overload]
        if not isinstance(inside, dict | list) or not inside or data.draw(st.booleans()):
            break
        at = inside
    at[step] = data.draw(_VALUES)  # type: ignore[call-overload]
    text = tomli_w.dumps(values)
    assert_well_told(_problems(text.encode()), text.count("\n") + 1)


@given(st.sampled_from([TEXT, *SHIPPED]).flatmap(damaged))
def test_a_shipped_deck_damaged_in_any_way_is_told_in_full(data: bytes) -> None:
    try:
        deck, problems = with_warnings(data, FILE, poor)
    except DeckError as error:
        deck, problems = None, error.problems
    assert_well_told(problems, data.count(b"\n") + 1)
    report = "".join(text for text, _look in told(problems, "fejl", ""))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", report)
    assert report.count("\n\n") == len([problem for problem in problems if problem.line])
    assert deck is not None or problems


@given(decks(), st.booleans())
def test_a_deck_written_and_read_back_is_the_same(deck: Deck, multiline: bool) -> None:
    values = deck.model_dump(mode="json", exclude_defaults=True)
    text = tomli_w.dumps(values, multiline_strings=multiline)
    assert parse_deck(text.encode(), FILE) == deck
    assert parse_deck(text.replace("\n", "\r\n").encode("utf-8-sig"), FILE) == deck


@given(decks())
def test_what_is_poor_in_any_deck_is_told(deck: Deck) -> None:
    text = tomli_w.dumps(deck.model_dump(mode="json", exclude_defaults=True))
    read, warnings = with_warnings(text.encode(), FILE, poor)
    assert read == deck
    assert_well_told(warnings, text.count("\n") + 1)
