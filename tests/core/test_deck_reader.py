"""A good deck is read whole and cheaply; of a bad one all is told at once, in order and in moderation."""

import re
import subprocess
import sys

from small_deck import FILE, TEXT, only_problem, place, problems, spoilt

from samtale_tui.deck.reader import MOST_PROBLEMS, parse_deck


def test_a_good_deck_is_read_whole() -> None:
    deck = parse_deck(TEXT.encode(), FILE)
    assert (deck.id, deck.title, len(deck.fields), len(deck.cards)) == ("hold", "Vores hold", 2, 3)
    assert deck.cards_by_id["opgaver-1"].probes == ("Hvornår?", "Hvordan?")


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble() -> None:
    plain = parse_deck(TEXT.encode(), FILE)
    assert parse_deck(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), FILE) == plain


def test_all_is_told_at_once_in_the_order_of_the_file() -> None:
    deck = (
        TEXT.replace('title = "Vores hold"', 'titel = "Vores hold"')
        .replace('"rust"', '"rød"')
        .replace('theme = "team"', 'theme = "tem"')
        .replace("hint", "hnt")
        .replace('field = "god-dag"', 'field = "gud-dag"')
        .replace('now = ["I dag"]', "now = 3")
    )
    found = problems(deck)
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    assert [problem.message.split(" ")[1] for problem in found] == [
        "»titel«",
        "kan",
        "er",
        "»hnt«",
        "er",
        "skal",
    ]
    assert [(p.line, p.column) for p in found] == [
        place(deck, passage) for passage in ("titel", '"rød"', '"tem"', "hnt", '"gud-dag"', "3\nforward")
    ]


def test_every_missing_key_of_a_table_is_told() -> None:
    assert [str(problem) for problem in problems(spoilt('title = "Faglighed"\ncolour = "blue"\n', ""))] == [
        'hold.toml:24: Temaet mangler »title«. Skriv for eksempel: title = "Et navn"',
        'hold.toml:24: Temaet mangler »colour«. Skriv for eksempel: colour = "blue"',
    ]


def test_an_empty_file_is_told_all_that_a_deck_needs() -> None:
    found = problems("")
    assert {(problem.line, problem.column) for problem in found} == {(1, 1)}
    assert re.findall("mangler »([a-z]+)«", "\n".join(map(str, found))) == [
        "format",
        "id",
        "title",
        "conversation",
        "wheel",
        "themes",
        "fields",
    ]


def test_a_theme_without_a_readable_id_is_not_blamed_on_its_fields() -> None:
    problem = only_problem(spoilt('id = "faglighed"', "id = 7"))
    assert problem.message == "»id« skal være tekst, men er et tal."


def test_too_many_fields_in_the_hub_or_the_ring_point_at_the_first_that_has_no_room() -> None:
    extra = "".join(
        f'[[fields]]\nid = "{place_}-{n}"\ntheme = "{place_}"\ntitle = "{place_} {n}"\n'
        for place_, count in (("team", 4), ("faglighed", 14))
        for n in range(count)
    )
    deck = spoilt('[[cards]]\nfield = "opgaver"\ntext', extra + '[[cards]]\nfield = "opgaver"\ntext')
    found = {(problem.line, problem.column): str(problem) for problem in problems(deck)}
    hub = place(deck, '[[fields]]\nid = "team-3"')
    ring = place(deck, '[[fields]]\nid = "faglighed-13"')
    assert "Hjulets midte har plads til 4 felter, og her er 5." in found[hub]
    assert "Ringen om hjulets midte har plads til 14 felter, og her er 15." in found[ring]
    assert any("Der er 20 i »fields«, og der er plads til 18." in said for said in found.values())


def test_nothing_hostile_comes_through_a_message() -> None:
    hostile = "\\u001b]0;owned\\u0007\\u001b[31m\\u202e\\u009b2J[/x][@click=app.quit]" + "x" * 500
    deck = (
        TEXT.replace('field = "god-dag"', f'field = "{hostile}"')
        .replace("hint =", f'"{hostile}" =')
        .replace('"blue"', f'"{hostile}"')
        .replace('wrap = "Op|gaver"', f'wrap = "{hostile[:60]}"')
        .replace('id = "hold"', f'id = "{hostile}"')
    )
    found = problems(deck)
    assert len(found) == 5
    for problem in found:
        text = f"{problem.message} {problem.remedy}"
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", text), text
        assert "owned" not in text
        assert all(len(quoted) <= 40 for quoted in re.findall("»([^«]*)”", text)), text


def test_a_file_that_is_no_deck_at_all_is_told_in_moderation() -> None:
    found = problems("".join(f"key{n} = {n}\n" for n in range(5_000)))
    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1].message == f"Der er flere fejl end de {MOST_PROBLEMS}, der er vist."


def test_a_good_deck_loads_nothing_that_only_errors_or_screens_need() -> None:
    program = (
        "import sys; from pathlib import Path; from samtale_tui.deck.reader import parse_deck;"
        "parse_deck(sys.stdin.buffer.read(), Path('hold.toml'));"
        "print(*{name.partition('.')[0] for name in sys.modules}"
        " & {'tree_sitter', 'tree_sitter_toml', 'textual', 'rich', 'difflib'})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=TEXT.encode(), capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == ""
