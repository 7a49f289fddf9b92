"""``samtale deck check``: every mistake on its line with a mark under it, whatever the file and the terminal."""

import io
import os
import re
from pathlib import Path

import pytest
from answers import Samtale

from samtale_tui.command_line import terminal

GOOD = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
BAD = """\
format = 1
id = "hold"
titel = "Vores hold"
conversation = "tus"
rules = { plan = "frivilig", leader_cards = { least = 4, most = 2 } }

[wheel]
rim = "Teamets udvikling"

[[themes]]
id = "team"
title = "Vores team"
colour = "blå"

[[fields]]
id = "opgaver"
theme = "tem"
title = "Opgaver"

[[cards]]
field = "opgaver"
\thnt = "Giv tid"
text = "日本 😀"
probes = ["æøå", 7]
"""
TOLD = """\
{path}:3:1: fejl: Nøglen »titel« kendes ikke. Mente du »title«?
  3 | titel = "Vores hold"
    | ^~~~~

{path}:5:18: fejl: »frivilig« kan ikke bruges som »plan«. Vælg mellem: optional, required.
  5 | rules = {{ plan = "frivilig", leader_cards = {{ least = 4, most = 2 }} }}
    |                  ^~~~~~~~~~

{path}:5:45: fejl: »least« må ikke være større end »most«. Byt om på dem.
  5 | rules = {{ plan = "frivilig", leader_cards = {{ least = 4, most = 2 }} }}
    |                                             ^~~~~~~~~~~~~~~~~~~~~~~

{path}:13:10: fejl: »blå« kan ikke bruges som »colour«. Mente du »blue«?
 13 | colour = "blå"
    |          ^~~~~

{path}:17:9: fejl: Der er intet tema med id »tem«. Mente du »team«?
 17 | theme = "tem"
    |         ^~~~~

{path}:22:2: fejl: Nøglen »hnt« kendes ikke. Mente du »hint«?
 22 |     hnt = "Giv tid"
    |     ^~~

{path}:24:18: fejl: Nr. 2 i »probes« skal være tekst, men er et tal. Sæt anførselstegn om.
 24 | probes = ["æøå", 7]
    |                  ^

{path}: 7 fejl.
"""


class Screen(io.StringIO):
    """A terminal to write on."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A deck with seven mistakes."""
    path = tmp_path / "hold.toml"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_a_good_deck_is_told_in_a_line(samtale: Samtale) -> None:
    answer = samtale("deck", "check", str(GOOD))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"{GOOD}: Kortsættet er i orden: TUS · Randers, 8 felter, ")
    assert answer.out.count("\n") == 1


def test_every_mistake_is_told_with_its_line_and_a_mark(samtale: Samtale, bad: Path) -> None:
    answer = samtale("deck", "check", str(bad))
    assert (answer.code, answer.err) == (1, "")
    assert answer.out == TOLD.format(path=bad)


def test_what_is_poor_is_a_warning_and_no_failure(samtale: Samtale, tmp_path: Path) -> None:
    path = tmp_path / "tus.toml"
    lines = GOOD.read_text(encoding="utf-8").splitlines()
    first = next(line for line in lines if line.startswith("hint = "))
    last = max(number for number, line in enumerate(lines) if line.startswith("hint = "))
    lines[last] = first
    path.write_text("\n".join(lines), encoding="utf-8")
    answer = samtale("deck", "check", str(path))
    assert (answer.code, answer.err) == (0, "")
    told, source, mark, blank, summary = answer.out.splitlines()
    column = first.index('"')
    number = lines.index(first) + 1
    assert told == (
        f"{path}:{last + 1}:{column + 1}: advarsel: Den samme tekst står i linje {number}. "
        "Skriv den om, eller slet den ene."
    )
    assert source.startswith(f" {last + 1} | {first[:60]}")
    assert re.fullmatch(f" {' ' * len(str(last + 1))} [|] {' ' * column}\\^~+", mark)
    assert blank == ""
    assert summary.endswith(" kort. 1 advarsel.")
    assert summary.startswith(f"{path}: Kortsættet kan bruges: TUS · Randers, 8 felter, ")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"# \xe6\xf8",
            ":1:3: fejl: Her står et tegn, formentlig »æ«, som ikke er UTF-8. Gem filen som UTF-8.",
        ),
        (b"a = '\0'", ":1:6: fejl: Her står et nul-tegn, som ikke hører til i en tekst. Slet det."),
        ("æ = 1".encode("utf-16"), ":1:1: fejl: Filen er gemt som UTF-16. Gem filen som UTF-8."),
        (b"", ":1:1: fejl: Kortsættet mangler »format«. Skriv for eksempel: format = 1"),
        (b"a = [\n", ":2:1: fejl: "),
        (b'a = "\x1b[31m"', ":1:6: fejl: Her står et usynligt tegn (U+001B), som ikke må være i filen."),
    ],
    ids=["latin-1", "nul", "utf-16", "empty", "syntax", "escape"],
)
def test_what_is_no_deck_at_all_is_told_at_its_place(
    samtale: Samtale, tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    answer = samtale("deck", "check", str(path))
    assert (answer.code, answer.err) == (1, "")
    assert answer.out.startswith(f"{path}{told}")
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", answer.out)


def test_a_sign_that_cannot_be_shown_is_marked_all_the_same(samtale: Samtale, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b'\xc3\xa6 = "\x1b[31m"'.replace(b"\xc3\xa6", b"a"))
    assert samtale("deck", "check", str(path)).out.splitlines()[1:3] == [
        ' 1 | a = "\ufffd[31m"',
        "   |      ^",
    ]


def test_more_mistakes_than_anyone_reads_are_cut_short(samtale: Samtale, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("".join(f"key{n} = {n}\n" for n in range(300)), encoding="utf-8")
    lines = samtale("deck", "check", str(path)).out.splitlines()
    assert sum(": fejl: " in line for line in lines) == 200
    assert lines[-1] == f"{path}: Der er flere fejl end de 200, der er vist."


def test_what_cannot_be_read_is_told_on_stderr(samtale: Samtale, tmp_path: Path) -> None:
    for path in (tmp_path / "ingen.toml", tmp_path):
        answer = samtale("deck", "check", str(path))
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"{path}: ")


def test_several_files_end_with_the_worst(samtale: Samtale, bad: Path, tmp_path: Path) -> None:
    missing = tmp_path / "ingen.toml"
    answer = samtale("deck", "check", str(missing), str(GOOD), str(bad))
    assert answer.code == 2
    assert str(missing) in answer.err
    assert f"{GOOD}: Kortsættet er i orden" in answer.out
    assert answer.out.endswith(TOLD.format(path=bad))
    assert samtale("deck", "check", str(GOOD), str(bad)).code == 1


@pytest.mark.skipif(os.name == "nt", reason="no file can have such a name there")
def test_a_hostile_file_name_is_harmless_and_stays_on_its_line(samtale: Samtale, tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;x\x07\x9b2J\u202e{0}\nx.toml"
    path.write_bytes(b"a = \n")
    answer = samtale("deck", "check", str(path))
    assert answer.code == 1
    assert answer.out.count("\n") == 5
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(answer.out)


def test_english_is_spoken_too(samtale: Samtale, bad: Path) -> None:
    told = samtale("--lang", "en", "deck", "check", str(bad)).out
    assert told.startswith(f"{bad}:3:1: error: ")
    assert told.endswith(f"{bad}: 7 errors.\n")


def test_a_terminal_gets_colours_and_the_same_words(
    samtale: Samtale, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = samtale("deck", "check", str(bad)).out

    def shown(**environment: str) -> str:
        screen = Screen()
        with monkeypatch.context() as changed:
            for name, value in environment.items():
                changed.setenv(name, value)
            changed.setattr("sys.stdout", screen)
            samtale("deck", "check", str(bad))
        return screen.getvalue()

    coloured = shown()
    assert f"{bad}:3:1: \x1b[1;31mfejl\x1b[0m: Nøglen" in coloured
    assert "\x1b[1;31m^~~~~\x1b[0m\n" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    assert shown(NO_COLOR="1") == shown(TERM="dumb") == plain


def test_a_narrow_terminal_gets_narrow_lines(
    samtale: Samtale, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samtale_tui.command_line.checking.columns", lambda: 40)
    lines = samtale("deck", "check", str(bad)).out.splitlines()
    assert max(len(line) for line in lines if "|" in line[:6]) <= 40
    assert lines[5:7] == [
        '  5 | … { plan = "frivilig", leader_car…',
        "    |            ^~~~~~~~~~",
    ]


def test_where_nothing_shows_a_width_there_are_eighty_columns() -> None:
    assert terminal.columns() == 80
