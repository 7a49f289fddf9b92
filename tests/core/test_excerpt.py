"""A mark under a line of somebody's file stands under the place that is meant, whatever else is on the line."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.basis.excerpt import cells_of, excerpt
from samtale_tui.basis.text import clean


def drawn(source: str, column: int, length: int, cells: int = 30) -> list[str]:
    """The two lines as they stand below each other."""
    shown = excerpt(source, column, length, cells)
    return [shown.line, " " * shown.before + shown.mark]


@pytest.mark.parametrize(
    ("source", "column", "length", "lines"),
    [
        ("hnt = 1", 1, 3, ["hnt = 1", "^~~"]),
        ("hint = 1", 8, 1, ["hint = 1", "       ^"]),
        ("", 1, 1, ["", "^"]),
        ("ab", 3, 1, ["ab", "  ^"]),
        ("ab", 9, 4, ["ab", "  ^"]),
        ("\ta\t= 1", 4, 1, ["    a    = 1", "         ^"]),
        ("日本 = 1", 1, 2, ["日本 = 1", "^~~~"]),
        ("日本 = 1", 4, 1, ["日本 = 1", "     ^"]),
        ("😀x", 2, 1, ["😀x", "  ^"]),
        ("a\u030as = 1", 3, 1, ["ås = 1", " ^"]),
        ("a\x1b[31m = 1", 2, 1, ["a\ufffd[31m = 1", " ^"]),
        ("a\u202eb", 3, 1, ["a\ufffdb", "  ^"]),
        ("x" * 60, 1, 60, ["x" * 29 + "…", "^" + "~" * 29]),
        ("x" * 29 + "y" + "x" * 29, 30, 1, ["…" + "x" * 9 + "y" + "x" * 18 + "…", " " * 10 + "^"]),
        ("x" * 59 + "y", 60, 1, ["…" + "x" * 28 + "y", " " * 29 + "^"]),
        ("日" * 30 + "y", 31, 1, ["…" + "日" * 14 + "y", " " * 29 + "^"]),
    ],
)
def test_the_mark_stands_under_what_is_meant(source: str, column: int, length: int, lines: list[str]) -> None:
    assert drawn(source, column, length) == lines


_SIGNS = st.sampled_from(
    "ab æå日한😀\t\x1b\x07\u0301\u200d\ufe0f\u202e\xad\ufffd\u2028\r=\"'#é"
) | st.characters(exclude_characters="\n", exclude_categories=["Cs"])


@given(st.text(_SIGNS, max_size=120), st.data(), st.integers(8, 90))
def test_any_line_is_shown_within_the_width_and_without_control_codes(
    source: str, data: st.DataObject, cells: int
) -> None:
    column = data.draw(st.integers(1, len(source) + 1))
    shown = excerpt(source, column, data.draw(st.integers(1, 200)), cells)
    assert cells_of(shown.line) <= cells
    assert shown.before + len(shown.mark) <= max(cells, shown.before + 1)
    assert shown.before <= cells
    assert re.fullmatch(r"\^~*", shown.mark)
    assert "\n" not in shown.line
    assert clean(shown.line) == unicodedata.normalize("NFC", shown.line)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", shown.line)


@given(st.text("abc æøå日😀", max_size=100), st.integers(1, 101), st.integers(8, 60))
def test_the_sign_above_the_mark_is_the_one_that_is_meant(source: str, column: int, cells: int) -> None:
    shown = excerpt(source, column, 1, cells)
    rest, at = shown.line, 0
    while rest and at < shown.before:
        at, rest = at + cells_of(rest[0]), rest[1:]
    meant = source[column - 1 : column].strip()
    if meant:
        assert at == shown.before
        assert rest[0] == meant
