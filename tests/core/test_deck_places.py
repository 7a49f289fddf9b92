"""Errors point at the right line and column, however the TOML is written."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from small_deck import FILE, only_problem, problems

from samtale_tui.basis.faults import At, KeyPath
from samtale_tui.basis.toml_places import Places
from samtale_tui.deck.reader import parse_deck

WRITTEN = """\
title = "Å"  # æ
wheel . rim = 3
'a b'."c.d" = [ # one
  1, [2, [{ x = 4 }]], # two
  '''
three''' ]
rules = { plan = "æøå", more.deep = { "k\\u00e6" = 5 } }
[fields.first]
a = 1
[[cards]]
field = "x"
[cards.method]
deep = true
[[ cards ]] # the second
"field" = "y"
  [[cards.notes]]
  n = 1
  [[cards.notes]]
  n = 2
[ fields ]
b = 2
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("title",), (1, 9), (1, 1)),
        (("wheel",), (2, 1), (2, 1)),
        (("wheel", "rim"), (2, 15), (2, 9)),
        (("a b", "c.d"), (3, 15), (3, 7)),
        (("a b", "c.d", 0), (4, 3), (4, 3)),
        (("a b", "c.d", 1, 1, 0, "x"), (4, 17), (4, 13)),
        (("a b", "c.d", 2), (5, 3), (5, 3)),
        (("rules",), (7, 9), (7, 1)),
        (("rules", "plan"), (7, 18), (7, 11)),
        (("rules", "more", "deep", "kæ"), (7, 51), (7, 39)),
        (("fields", "first"), (8, 1), (8, 9)),
        (("fields", "first", "a"), (9, 5), (9, 1)),
        (("fields",), (20, 1), (20, 3)),
        (("fields", "b"), (21, 5), (21, 1)),
        (("cards",), (10, 1), (10, 3)),
        (("cards", 0), (10, 1), (10, 1)),
        (("cards", 0, "field"), (11, 9), (11, 1)),
        (("cards", 0, "method"), (12, 1), (12, 8)),
        (("cards", 0, "method", "deep"), (13, 8), (13, 1)),
        (("cards", 1), (14, 1), (14, 1)),
        (("cards", 1, "field"), (15, 11), (15, 1)),
        (("cards", 1, "notes", 1, "n"), (19, 7), (19, 3)),
        (("cards", 1, "missing"), (14, 1), (14, 1)),
        (("cards", 7, "field"), (10, 1), (10, 1)),
        (("missing",), (1, 1), (1, 1)),
        ((), (1, 1), (1, 1)),
    ],
)
def test_every_way_of_writing_has_its_place(
    path: KeyPath, value: tuple[int, int], key: tuple[int, int]
) -> None:
    places = Places(WRITTEN)
    assert places.of(path) == value
    assert places.of(path, At.KEY) == key


@pytest.mark.parametrize(
    ("path", "at", "span"),
    [
        (("title",), At.VALUE, (1, 9, 3)),
        (("title",), At.KEY, (1, 1, 5)),
        (("wheel",), At.VALUE, (2, 1, 5)),
        (("wheel", "rim"), At.KEY, (2, 9, 3)),
        (("a b", "c.d"), At.KEY, (3, 7, 5)),
        (("a b", "c.d"), At.VALUE, (3, 15, 7)),
        (("a b", "c.d", 2), At.VALUE, (5, 3, 3)),
        (("rules",), At.VALUE, (7, 9, 47)),
        (("rules", "more", "deep", "kæ"), At.KEY, (7, 39, 9)),
        (("fields",), At.VALUE, (20, 1, 10)),
        (("cards", 1), At.VALUE, (14, 1, 11)),
        (("cards", 1, "notes", 0), At.VALUE, (16, 3, 15)),
        (("missing",), At.VALUE, (1, 1, 1)),
    ],
)
def test_a_place_goes_as_far_as_what_stands_there(path: KeyPath, at: At, span: tuple[int, int, int]) -> None:
    assert Places(WRITTEN).span(path, at) == span


def test_what_only_the_newest_toml_allows_has_its_place_too() -> None:
    text = 'a = { # first\n  b = [1, {c = "\\e[1m\\x41", },\n  12:30], # second\n  "\\x41" = 2027-03-12 10:15,\n}\nd = 9\n'
    values = tomli.loads(text)
    assert values["a"]["A"].hour == 10
    places = Places(text)
    assert places.of(("a", "b", 1, "c"), At.KEY) == (2, 12)
    assert places.of(("a", "b", 2)) == (3, 3)
    assert places.of(("a", "A")) == (4, 12)
    assert places.of(("d",)) == (6, 5)


def test_deep_nesting_has_its_place() -> None:
    text = "a = " + "[" * 390 + "7" + "]" * 390
    assert Places(text).of(("a", *[0] * 390)) == (1, 395)


# --- any values, in any way of writing ---

MARK = "HER"
_KEYS = st.sampled_from(
    ["a", "b", "c-d", "1", "", "æ", "a b", "a.b", '"', "'", "#", "=", "[x]", "\\", "x\ny"]
)
_TEXTS = (
    "",
    "a",
    "æøå",
    '"',
    "'",
    '"""',
    "'''",
    "#",
    "[[a]]",
    "}",
    "a = 1",
    ",",
    "x\ny",
    "\t",
    "\\",
    "\\\\",
    "\x1b",
)
_MOMENTS = (date(2027, 3, 12), time(10, 15), time(10, 15, 30), datetime(2027, 3, 12, 10, 15))  # noqa: DTZ001
_PLAIN = st.sampled_from((1, -7, True, 1.5, *_TEXTS, *_MOMENTS))
_VALUES = st.recursive(
    _PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=8,
)
_TABLES = st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=4)


def _mark_somewhere(values: dict[str, object], data: st.DataObject) -> tuple[KeyPath, At]:
    """Put the mark in as a value or as a key, at any depth; gives where."""
    at: dict[str, object] | list[object] = values
    path: list[str | int] = []
    while True:
        steps: list[str | int] = list(at) if isinstance(at, dict) else list(range(len(at)))
        inner = [step for step in steps if isinstance(at[step], dict | list) and at[step]]  # type: ignore[call-overload]
        if not inner or data.draw(st.booleans()):
            break
        step = data.draw(st.sampled_from(inner))
        path.append(step)
        at = at[step]  # type: ignore[call-overload]
    if isinstance(at, dict) and data.draw(st.booleans()):
        at[MARK] = data.draw(_PLAIN)
        return (*path, MARK), At.KEY
    step = data.draw(st.sampled_from(steps))
    at[step] = MARK  # type: ignore[call-overload]
    return (*path, step), At.VALUE


def _place_of_mark(text: str, at: At) -> tuple[int, int]:
    passages = (f'"{MARK}"',) if at is At.VALUE else (f'"{MARK}"', MARK)
    passage = next(passage for passage in passages if passage in text)
    assert text.count(passage) == 1
    before = text[: text.index(passage)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@given(_TABLES, st.data())
def test_the_places_of_written_out_values_are_where_they_stand(
    values: dict[str, object], data: st.DataObject
) -> None:
    path, at = _mark_somewhere(values, data)
    text = tomli_w.dumps(values, multiline_strings=data.draw(st.booleans()))
    assert Places(text).of(path, at) == _place_of_mark(text, at)


class _Writer:
    """Writes values as TOML in as many ways as it may be written."""

    def __init__(self, choose: Callable[[int], int]) -> None:
        self.choose = choose

    def document(self, table: dict[str, object]) -> str:
        return "\n".join(self.table((), table))

    def table(self, name: tuple[str, ...], table: dict[str, object]) -> list[str]:
        """The lines of a table: its own pairs, then those of its values that get a header."""
        own: list[str] = []
        below: list[str] = []
        for key, value in table.items():
            inner = (*name, key)
            if isinstance(value, dict) and value and self.choose(3) == 0:
                below += [f"[{self.key(inner)}] # a table", *self.table(inner, value)]
            elif isinstance(value, list) and value and self.tables(value) and self.choose(3):
                for item in value:
                    below += ["", f"[[ {self.key(inner)} ]]", *self.table(inner, item)]
            else:
                own.append(self.pair((key,), value))
        return own + below

    def tables(self, value: list[object]) -> bool:
        return all(isinstance(item, dict) for item in value)

    def pair(self, key: tuple[str, ...], value: object) -> str:
        if isinstance(value, dict) and value and self.choose(3) == 0:
            return "\n".join(self.pair((*key, inner), item) for inner, item in value.items())
        return " " * self.choose(3) + f"{self.key(key)} = {self.value(value)}" + " # end" * self.choose(2)

    def key(self, parts: tuple[str, ...]) -> str:
        return (".", " . ")[self.choose(2)].join(self.value(part) for part in parts)

    def value(self, value: object) -> str:
        gap = ("", " ", "\n  ", " # comment, ]\n")[self.choose(4)]
        if isinstance(value, dict):
            inner = (f"{self.key((key,))} ={self.value(item)}" for key, item in value.items())
            return (
                f"{{{gap}"
                + f"{gap},{gap}".join(inner)
                + ("," if value and self.choose(2) else "")
                + f"{gap}}}"
            )
        if isinstance(value, list):
            return f"[{gap}" + f"{gap},".join(map(self.value, value)) + f"{gap}]"
        return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")


@given(_TABLES, st.data())
def test_the_places_do_not_depend_on_how_it_is_written(
    values: dict[str, object], data: st.DataObject
) -> None:
    path, at = _mark_somewhere(values, data)
    text = _Writer(lambda most: data.draw(st.integers(0, most - 1))).document(values)
    assert tomli.loads(text) == values
    assert Places(text).of(path, at) == _place_of_mark(text, at)


# --- decks with a fault put in ---

_TITLES = st.sampled_from(
    ["a", "Mål og værdier", "æ|ø", '"', "'", "[x]", "# 1", "{a = 1}", "x\ny", "\\", "]]"]
)


@st.composite
def _decks(draw: st.DrawFn) -> dict[str, list[dict[str, object]]]:
    """Values of a good deck; the tables are lists, so that a fault can be put into any."""
    themes = draw(st.integers(1, 3))
    fields = draw(st.integers(1, 5))
    return {
        "themes": [{"id": f"t{n}", "title": draw(_TITLES), "colour": "teal"} for n in range(themes)],
        "fields": [
            {"id": f"f{n}", "theme": f"t{draw(st.integers(0, themes - 1))}", "title": draw(_TITLES)}
            for n in range(fields)
        ],
        "cards": [
            {
                "field": f"f{draw(st.integers(0, fields - 1))}",
                "text": draw(_TITLES),
                "probes": draw(st.lists(_TITLES, max_size=3)),
            }
            for _ in range(draw(st.integers(1, 4)))
        ],
    }


def _written(tables: dict[str, list[dict[str, object]]], order: list[str]) -> str:
    head = {"format": 1, "id": "hold", "title": "Hold", "conversation": "tus", "wheel": {"rim": "Ud"}}
    return tomli_w.dumps(head | {key: tables[key] for key in order})


@given(_decks(), st.permutations(["themes", "fields", "cards"]), st.data())
def test_a_fault_in_any_deck_is_told_where_it_is(
    tables: dict[str, list[dict[str, object]]], order: list[str], data: st.DataObject
) -> None:
    assert parse_deck(_written(tables, order).encode(), FILE)
    kind = data.draw(st.sampled_from(order))
    table = data.draw(st.sampled_from(tables[kind]))
    fault = data.draw(st.sampled_from(["unknown key", "wrong value", "missing key"]))
    key = {"themes": "colour", "fields": "theme", "cards": "field"}[kind]
    if fault == "unknown key":
        table[MARK] = 1
        text = _written(tables, order)
        place = _place_of_mark(text, At.KEY)
    elif fault == "wrong value":
        table[key] = MARK
        text = _written(tables, order)
        place = _place_of_mark(text, At.VALUE)
    else:
        del table[key]
        table["title" if kind != "cards" else "text"] = MARK
        text = _written(tables, order)
        line = _place_of_mark(text, At.VALUE)[0]
        headers = [n for n, passage in enumerate(text.split("\n"), 1) if passage.startswith("[[")]
        inline = text.split("\n")[line - 1].startswith("    {")
        place = (line, 5) if inline else (max(n for n in headers if n < line), 1)
    problem = only_problem(text)
    assert (problem.line, problem.column) == place


# One mistake, in every way in which its part of the deck can be written: what is put where, what is meant.
_HEAD = 'format = 1\nid = "hold"\ntitle = "Hold"\nconversation = "tus"\n'
_WHEEL = '[wheel]\nrim = "Ud"\n'
_THEME = '[[themes]]\nid = "t"\ntitle = "T"\ncolour = "teal"\n'
_FIELD = '[[fields]]\nid = "f"\ntheme = "t"\ntitle = "F"\n'
_REST = _WHEEL + _THEME + _FIELD
OTHERWISE = {
    "dots": (_HEAD + 'rules.plan = "x"\n' + _REST, '"x"'),
    "dots with blanks and quotation marks": (_HEAD + "rules . 'plan' = \"x\"\n" + _REST, '"x"'),
    "an inline table": (_HEAD + 'rules = { plan_minutes = 5, plan = "x" }\n' + _REST, '"x"'),
    "an inline table of several lines": (_HEAD + 'rules = { # æ\n  plan = "x",\n}\n' + _REST, '"x"'),
    "a table after all others": (_HEAD + _REST + '[rules]\n"plan" = "x"', '"x"'),
    "a literal text": (_HEAD + _REST + "[rules]\nplan = 'x' # æøå", "'x'"),
    "a long text": (_HEAD + _REST + '[rules]\nplan = """x""" # æøå', '"""x"""'),
    "dots for the wheel": (_HEAD + "wheel.rim = 7\n" + _THEME + _FIELD, "7"),
    "a table within a table": (_HEAD + _REST + "[rules.leader_cards]\nleast = 51\nmost = 51.5", "51.5"),
    "tables in the other order": (_HEAD + _FIELD + "[[cards]]\n" + _THEME + _WHEEL, "[[cards]]"),
    "an array of inline tables": (
        _HEAD + "cards = [{field = 'f', text = 'x'}, {field = 'g', text = 'x'}]\n" + _REST,
        "'g'",
    ),
    "arrays of both kinds": (
        _HEAD + "cards = [\n  {field = 'f', text = '😀', minutes = 500}, # 😀\n]\n" + _REST,
        "500",
    ),
    "an unknown key with æøå": (_HEAD + '"æøå" = 1\n' + _REST, '"æøå"'),
    "after signs of four bytes": (_HEAD + _REST + "[rules]\nplan_minutes = 1\nevaluation = ['😀', 8]", "8"),
    "after a tab": (_HEAD + _REST + "[rules]\n\t\tplan_minutes\t=\t500", "500"),
    "with Windows line ends": ((_HEAD + _REST + '[rules]\nplan = "x"\n').replace("\n", "\r\n"), '"x"'),
    "after a byte-order mark": ("\ufeff" + _HEAD.replace('"tus"', '"tys"') + _REST, '"tys"'),
    "in a list of several lines": (
        _HEAD + _REST + '[rules]\nground_rules = [\n  "a", # æ\n  """\n\n""",\n]\n',
        '"""',
    ),
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_mistake_has_its_place_however_the_deck_is_written(name: str) -> None:
    text, passage = OTHERWISE[name]
    found = problems(text)
    lines = text.removeprefix("\ufeff").splitlines()
    for problem in found:
        assert problem.source == lines[problem.line - 1]
    meant = [problem.source[problem.column - 1 :][: problem.length] for problem in found]
    assert passage in meant, (meant, found)


def test_the_first_of_several_tables_is_not_blamed_for_the_last() -> None:
    text = _written(
        {
            "themes": [{"id": "t", "title": "T", "colour": "teal"}],
            "fields": [{"id": "f", "theme": "t", "title": "F"}],
            "cards": [{"field": "f", "text": "x" * 100, "hnt": n} for n in range(3)],
        },
        ["cards", "fields", "themes"],
    )
    lines = text.split("\n")
    assert [lines[problem.line - 1] for problem in problems(text)] == ["hnt = 0", "hnt = 1", "hnt = 2"]
