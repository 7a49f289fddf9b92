"""What someone is told whose file does not parse or is not even text: the parser's place, in Danish."""

import pytest
from small_deck import TEXT, only_problem, place, spoilt

# What does not parse: the text, the parser's place, what is said.
MALFORMED = {
    "a key twice": (
        spoilt("plan_minutes = 15", "plan_minutes = 15\nplan_minutes = 20"),
        (13, 18),
        "Nøglen »plan_minutes« er skrevet to gange. Slet den ene.",
    ),
    "a table twice": (
        spoilt("[wheel]", "[rules]"),
        (15, 7),
        (
            "Tabellen »[rules]« findes allerede. "
            "Skal der være flere, skrives navnet i to kantede parenteser, som [[cards]]."
        ),
    ),
    "one bracket for two": (
        spoilt('[[cards]]\nfield = "god-dag"', '[cards]\nfield = "god-dag"'),
        (47, 7),
        (
            "Tabellen »[cards]« findes allerede. "
            "Skal der være flere, skrives navnet i to kantede parenteser, som [[cards]]."
        ),
    ),
    "quotation marks within": (
        spoilt('"Giv tid"', '"Giv "tid""'),
        (44, 14),
        'Der står mere på linjen, end der kan læses. Anførselstegn inde i en tekst skrives \\" eller » «.',
    ),
    "no quotation marks": (
        spoilt('"Giv tid"', "Giv tid"),
        (44, 8),
        "Værdien kan ikke læses. Tekst skal stå i anførselstegn.",
    ),
    "an unclosed text": (
        spoilt('"Giv tid"', '"Giv tid'),
        (44, 16),
        'Teksten mangler sit sidste anførselstegn. Skal den fylde flere linjer, sættes """ før og efter.',
    ),
    "an unclosed long text": (
        spoilt('"Giv tid"', '"""Giv tid'),
        (60, 1),
        "Teksten, der begynder i linje 44, mangler sit sidste anførselstegn. Sæt det, hvor teksten slutter.",
    ),
    "an unclosed list": (
        spoilt('"Hvordan?"]', '"Hvordan?"'),
        (44, 1),
        "Listen mangler et komma eller sin slutparentes ]. Sæt komma mellem teksterne og ] efter den sidste.",
    ),
    "no comma": (
        spoilt('"Hvornår?", ', '"Hvornår?" '),
        (43, 22),
        "Listen mangler et komma eller sin slutparentes ]. Sæt komma mellem teksterne og ] efter den sidste.",
    ),
    "an unclosed table": (
        spoilt('rim = "Teamets udvikling"', 'rim = {a = "b"'),
        (18, 1),
        "Tabellen mangler et komma eller sin slutparentes }. Sæt komma mellem nøglerne og } efter den sidste.",
    ),
    "no equals sign": (
        spoilt("rim =", "rim"),
        (16, 5),
        "Her mangler et lighedstegn. Hver linje er [tabel], nøgle = værdi eller # kommentar.",
    ),
    "an unclosed header": (
        spoilt("[wheel]", "[wheel"),
        (15, 7),
        "Tabellens navn mangler sin slutparentes ].",
    ),
    "a backslash": (
        spoilt('"Giv tid"', '"C:\\Giv"'),
        (44, 13),
        "En omvendt skråstreg i teksten kan ikke læses. Skriv to, hvor der skal stå én.",
    ),
    "an impossible date": (
        spoilt('"Giv tid"', "2027-02-30"),
        (44, 8),
        "Den dato eller det tidspunkt findes ikke. Tekst skal stå i anførselstegn.",
    ),
    "a control code": (
        spoilt('"Giv tid"', '"Giv \x1b[31mtid"'),
        (44, 13),
        "Her står et usynligt tegn (U+001B), som ikke må være i filen. Slet det.",
    ),
    "prose": (
        "Kære alle,\nher er kortene.\n",
        (1, 2),
        "Her mangler et lighedstegn. Hver linje er [tabel], nøgle = værdi eller # kommentar.",
    ),
    "an endless number": (
        spoilt("minutes = 10", "minutes = " + "9" * 5000),
        (45, 11),
        "Tallet er alt for langt.",
    ),
    "brackets without end": (
        spoilt('"Giv tid"', "[" * 100_000),
        (44, 1),
        "Her er alt for mange parenteser eller navne inde i hinanden. Skriv det fladere.",
    ),
    "tables without end": (
        spoilt('"Giv tid"', "{a=" * 100_000),
        (44, 1),
        "Her er alt for mange parenteser eller navne inde i hinanden. Skriv det fladere.",
    ),
    "dots without end": (
        spoilt("hint", "a" + ".a" * 100_000),
        (44, 1),
        "Her er alt for mange parenteser eller navne inde i hinanden. Skriv det fladere.",
    ),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_does_not_parse_is_told_on_the_parsers_place(name: str) -> None:
    text, here, said = MALFORMED[name]
    problem = only_problem(text)
    assert (problem.line, problem.column, str(problem)) == (*here, f"hold.toml:{here[0]}: {said}")


def test_latin_1_names_the_line_and_the_letter_and_asks_for_utf_8() -> None:
    problem = only_problem(TEXT.encode("latin-1"))
    assert (problem.line, problem.column) == place(TEXT, "æt\nformat")
    assert str(problem).endswith("formentlig »æ«, som ikke er UTF-8. Gem filen som UTF-8.")


def test_a_stray_byte_is_told_where_it_stands_in_characters() -> None:
    data = spoilt('"Giv tid"', '"æøå Giv"').encode().replace(b"Giv", b"\x81")
    problem = only_problem(data)
    assert (problem.line, problem.column) == (44, 13)
    assert str(problem).endswith("Her står en byte, som ikke er UTF-8 (0x81). Gem filen som UTF-8.")


def test_a_nul_is_told_on_its_line() -> None:
    problem = only_problem(spoilt('"Giv tid"', '"Giv\0tid"'))
    assert (problem.line, problem.column) == (44, 12)
    assert "nul-tegn" in problem.message


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")]
)
def test_other_encodings_are_named(encoding: str, name: str) -> None:
    problem = only_problem(TEXT.encode(encoding))
    assert str(problem) == f"hold.toml:1: Filen er gemt som {name}. Gem filen som UTF-8."
