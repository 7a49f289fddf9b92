"""What someone is told whose file does not parse or is not even text: the parser's place, in Danish."""

import pytest
from small_deck import TEXT, only_problem, place, spoilt

# What does not parse: the text, the parser's place, what is said.
MALFORMED = {
    "a key twice": (
        spoilt("plan_minutes = 15", "plan_minutes = 15\nplan_minutes = 20"),
        (13, 1),
        "Nøglen »plan_minutes« er skrevet to gange. Slet den ene.",
    ),
    "a table twice": (
        spoilt("[wheel]", "[rules]"),
        (15, 1),
        (
            "Tabellen »[rules]« findes allerede. "
            "Skal der være flere, skrives navnet i to kantede parenteser, som [[cards]]."
        ),
    ),
    "one bracket for two": (
        spoilt('[[cards]]\nfield = "god-dag"', '[cards]\nfield = "god-dag"'),
        (47, 1),
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


# What is there already, however it is written: the text, its place, how far it goes, what it is called.
SAID_TWICE = {
    "in an inline table": ('[wheel]\nrim = { a = 1, "æ" = [2], "æ" = 3 }', (2, 27, 3), 'Nøglen »"æ"«'),
    "within quotation marks, with long text": (
        '[wheel]\nrim = "😀"\n "r\\u0069m" = """\næ\n"""',
        (3, 2, 10),
        'Nøglen »"r\\u0069m"«',
    ),
    "a table after dots": ('rules.plan = "x"\n[rules]\nplan = "y"', (2, 1, 7), "Tabellen »[rules]«"),
    "dots into what is no table": ('plan = "x"\nplan.more = 1', (2, 1, 9), "Nøglen »plan.more«"),
    "dots into an inline table": ("a = {b = 1}\na.c = 1", (2, 1, 3), "Nøglen »a.c«"),
    "a table after an inline one": ("a = {b = 1}\n[ a ] # æ\nc = 2", (2, 1, 5), "Tabellen »[ a ]«"),
    "with Windows line ends": ("a = 1\r\na = 2\r\n", (2, 1, 1), "Nøglen »a«"),
    "after a mark, a tab and an emoji": ("\ufeff# 😀\r\n\ta = '😀'\n\ta = 2", (3, 2, 1), "Nøglen »a«"),
    "in a table of an array": ("[[a]]\nb = 1\n[[a]]\nb = 1\nb = 2", (5, 1, 1), "Nøglen »b«"),
}


@pytest.mark.parametrize("name", SAID_TWICE)
def test_what_is_there_already_is_told_at_its_name(name: str) -> None:
    text, here, what = SAID_TWICE[name]
    problem = only_problem(text)
    assert (problem.line, problem.column, problem.length) == here
    assert problem.message in {f"{what} er skrevet to gange.", f"{what} findes allerede."}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_does_not_parse_is_told_on_the_parsers_place(name: str) -> None:
    text, here, said = MALFORMED[name]
    problem = only_problem(text)
    assert (problem.line, problem.column, str(problem)) == (*here, f"hold.toml:{here[0]}: {said}")


def test_latin_1_names_the_line_and_the_letter_and_asks_for_utf_8() -> None:
    problem = only_problem(TEXT.encode("latin-1"))
    assert (problem.line, problem.column) == place(TEXT, "æt\nformat")
    assert str(problem).endswith("formentlig »æ«, som ikke er UTF-8. Gem filen som UTF-8.")
    assert problem.source == "# Et lille kortsæt".replace("æ", "\ufffd")


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
