"""What is allowed and poor in a deck is told where it stands, with what to do; a good deck has none of it."""

from pathlib import Path

import pytest
from small_deck import TEXT, place, spoilt

from samtale_tui.basis.errors import Problem
from samtale_tui.deck.poor import MOST_QUESTION_LETTERS, warnings_of
from samtale_tui.deck.reader import check_deck

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.toml"))


def warnings(text: str, folder: Path) -> list[Problem]:
    """What is poor in the deck of a text."""
    path = folder / "hold.toml"
    path.write_text(text, encoding="utf-8")
    return list(check_deck(path, warnings_of)[1])


FIELD = '[[fields]]\nid = "tom"\ntheme = "team"\ntitle = "Tom"\n\n'
THEME = '[[themes]]\nid = "løs"\ntitle = "Løs"\ncolour = "teal"\n\n'.replace("ø", "o")
LONG = "x" * (MOST_QUESTION_LETTERS + 1)

# What is poor: what was written, what stands in its place, where the warning is, what is said.
POOR = {
    "a field without cards": (
        '[[cards]]\nfield = "opgaver"\ntext',
        FIELD + '[[cards]]\nfield = "opgaver"\ntext',
        '[[fields]]\nid = "tom"',
        "Feltet »Tom« har ingen kort. Skriv mindst ét [[cards]] til det, eller slet det.",
    ),
    "a theme without fields": (
        '[[fields]]\nid = "god-dag"',
        THEME + '[[fields]]\nid = "god-dag"',
        '[[themes]]\nid = "los"',
        "Temaet »Los« har ingen felter, og ingen ser det. Giv det et felt, eller slet det.",
    ),
    "a long question": (
        '"Hvad går let?"',
        f'"{LONG}"',
        f'"{LONG}"',
        (
            "Teksten er på 201 tegn og svær at overskue for dem, der ser den på skærmen. "
            "Hold den under 200, og læg resten i probes eller hint."
        ),
    ),
    "a topic that looks one way": (
        'now = ["I dag"]\nforward = ["Om et år"]\n',
        "",
        '[[cards]]\nfield = "opgaver"\nkind = "topic"',
        (
            "Samtalekortet mangler »now«, »forward«. "
            "Et emne ses bedst tre veje: tilbage (back), nu (now) og frem (forward)."
        ),
    ),
    "a probe that is a question too": (
        '"Hvordan?"]',
        '"  HVAD går\\nlet? "]',
        '"  HVAD',
        "Den samme tekst står i linje 42. Skriv den om, eller slet den ene.",
    ),
    "a hint that is a ground rule": (
        '"Giv tid"',
        '"Vi lytter"',
        '"Vi lytter"\nminutes',
        "Den samme tekst står i linje 11. Skriv den om, eller slet den ene.",
    ),
    "a prompt that is a suggestion": (
        'plan = "optional"',
        'prepare_leader = ["I dag"]',
        '"I dag"]\nforward',
        "Den samme tekst står i linje 13. Skriv den om, eller slet den ene.",
    ),
    "a reminder said twice": (
        'plan = "optional"',
        'reminders = ["Kaffe",\n"kaffe"]',
        '"kaffe"',
        "Den samme tekst står i linje 13. Skriv den om, eller slet den ene.",
    ),
    "two fields of one title": (
        'title = "God dag"',
        'title = "Opgaver"',
        '"Opgaver"\nwrap',
        "Feltet i linje 32 hedder det samme. Giv hvert felt sit eget navn.",
    ),
    "a place for names that there is not": (
        "[wheel]",
        '[methods]\nbridging = ["{ny}, hvad med {andne} og {taler}?"]\n\n[wheel]',
        '"{ny}',
        (
            "Der er ingen plads til navne, der hedder »andne«; den bliver vist, som den står. "
            "Mente du »anden«?"
        ),
    ),
    "a long bridging question": (
        "[wheel]",
        f'[methods]\nbridging = ["{LONG}"]\n\n[wheel]',
        f'"{LONG}"',
        "Teksten er på 201 tegn og svær at overskue for dem, der ser den på skærmen. Hold den under 200.",
    ),
    "a bridging question that is on a card": (
        "[wheel]",
        '[methods]\nbridging = ["Hvad går let?"]\n\n[wheel]',
        '"Hvad går let?"\nprobes',
        "Den samme tekst står i linje 16. Skriv den om, eller slet den ene.",
    ),
    "more cards to choose than there are": (
        'plan = "optional"',
        "leader_cards = { least = 4, most = 5 }",
        "{ least",
        (
            "Her skal vælges mindst 4 kort, men der er kun 3 at vælge mellem. "
            "Skriv flere kort, eller sæt least ned."
        ),
    ),
}


@pytest.mark.parametrize("name", POOR)
def test_what_is_poor_is_told_on_its_place(name: str, tmp_path: Path) -> None:
    old, new, passage, said = POOR[name]
    text = spoilt(old, new)
    (warning,) = warnings(text, tmp_path)
    assert f"{warning.message} {warning.remedy}" == said
    assert (warning.line, warning.column) == place(text, passage)
    assert warning.source == text.split("\n")[warning.line - 1]


def test_the_small_deck_is_not_poor(tmp_path: Path) -> None:
    assert warnings(TEXT, tmp_path) == []


def test_a_field_that_is_left_out_may_be_empty(tmp_path: Path) -> None:
    text = spoilt('[[cards]]\nfield = "opgaver"\ntext', FIELD + '[[cards]]\nfield = "opgaver"\ntext')
    assert warnings(text.replace('plan = "optional"', 'excluded = ["tom"]'), tmp_path) == []


def test_a_question_of_as_many_letters_as_are_easily_read_is_fine(tmp_path: Path) -> None:
    assert warnings(spoilt('"Hvad går let?"', f'"{"å" * MOST_QUESTION_LETTERS}"'), tmp_path) == []


def test_braces_in_a_text_do_no_harm(tmp_path: Path) -> None:
    text = spoilt('"Hvad går let?"', '"{line} {0} {"').replace('"Giv tid"', '"{LINE} {0} {"')
    (warning,) = warnings(text, tmp_path)
    assert warning.message == "Den samme tekst står i linje 42."


def test_all_that_is_poor_is_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        spoilt('now = ["I dag"]\n', "").replace('"Hvad går let?"', f'"{LONG}"').replace("Giv tid", "Hvornår?")
    )
    assert [warning.line for warning in warnings(text, tmp_path)] == [42, 44, 53]


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_no_shipped_deck_is_poor(path: Path) -> None:
    assert list(map(str, check_deck(path, warnings_of)[1])) == []
