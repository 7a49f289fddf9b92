"""A deck can be read as plain text, by eye, by ear and by other programs."""

import pytest
from small_deck import FILE, TEXT, spoilt

from samtale_tui.basis.words import MethodName
from samtale_tui.deck.listing import deck_as_text
from samtale_tui.deck.reader import parse_deck

LISTED = """\
Vores hold
Samtale: Teamudviklingssamtale (TUS)
Id: hold
Sprog: dansk
Om: Til at øve sig på
Kilde: Egne ord
Hjulet fører til: Teamets udvikling
I alt: 3 kort

Spilleregler
1. Vi lytter
2. Vi taler efter tur
Tid til opsamling og plan: 15 minutter
Planen er frivillig.

Felt: God dag
Tema: Vores team, i midten
1 kort

1. Øvelseskort: Tag en runde
   Metode: spiral

Felt: Opgaver
Tema: Faglighed, i ringen
2 kort

1. Dialogkort: Hvad går let?
   Spørg videre: Hvornår?
   Spørg videre: Hvordan?
   Til dig, der leder samtalen: Giv tid
   Tid: 10 minutter

2. Samtalekort: Det, vi er gode til
   Tilbage: Sidste år
   Nu: I dag
   Frem: Om et år
"""


def test_a_deck_reads_from_the_top_field_by_field() -> None:
    assert deck_as_text(parse_deck(TEXT.encode(), FILE)) == LISTED


def test_methods_stand_by_the_name_that_they_are_given() -> None:
    names = {MethodName.SPIRAL: "Spiralsamtale"}
    listed = deck_as_text(parse_deck(TEXT.encode(), FILE), names.__getitem__)
    assert listed == LISTED.replace("Metode: spiral", "Metode: Spiralsamtale")


def test_a_plan_that_is_asked_for_and_a_bare_deck_read_well() -> None:
    deck = spoilt('plan = "optional"', 'plan = "required"').replace('summary = "Til at øve sig på"\n', "")
    deck = deck.replace('ground_rules = ["Vi lytter", "Vi taler efter tur"]\n', "").replace("15", "1")
    listed = deck_as_text(parse_deck(deck[: deck.index("[[cards]]")].encode(), FILE))
    assert "Om:" not in listed
    assert "Spilleregler" not in listed
    assert "Tid til opsamling og plan: 1 minut\nDer skal laves en plan.\n" in listed
    assert listed.endswith("Felt: Opgaver\nTema: Faglighed, i ringen\n0 kort\n")


def test_text_of_several_lines_stays_on_one_and_nothing_hostile_is_printed() -> None:
    deck = spoilt('"Hvad går let?"', '"""Hvad\n\n  går\\u001b[31m\\u202e let?"""')
    deck = deck.replace('kind = "exercise"\ntext = "Tag en runde"', 'kind = "blank"\ntext = ""')
    listed = deck_as_text(parse_deck(deck.encode(), FILE))
    assert "1. Dialogkort: Hvad går let?\n" in listed
    assert "1. Blankt kort\n" in listed
    assert "\x1b" not in listed


def test_every_rule_is_told_in_words_and_a_field_off_the_wheel_is_said_to_be_so() -> None:
    rules = """
ground_rules_title = "Sådan taler vi"
mandatory = ["god-dag"]
excluded = ["senior", "ny"]
council = ["opgaver"]
leader_cards = {}
employee_cards = {least = 2, most = 4}
approval = "all"
delete_after_days = 30
evaluation = ["Hvad var vigtigst?", "Hvad\\n hjalp?"]
prepare_leader = ["Kend målene."]
prepare_employees = ["Tænk over dit ønske.", "Spørg en kollega."]
reminders = ["Alle har ret til en MUS."]
"""
    more = [("senior", "Senior"), ("ny", "Ny her")]
    fields = "".join(f'[[fields]]\nid = "{i}"\ntheme = "faglighed"\ntitle = "{t}"\n\n' for i, t in more)
    text = spoilt('plan = "optional"\n', f'plan = "required"\n{rules}').replace(
        '[[fields]]\nid = "opgaver"', fields + '[[fields]]\nid = "opgaver"'
    )
    text += '\n[[cards]]\nfield = "senior"\ntext = "Hvad så?"\n'
    listed = deck_as_text(parse_deck(text.encode(), FILE))
    assert f"\n\n{RULES}\n\nFelt: God dag\n" in listed
    assert listed.endswith(OFF_THE_WHEEL)


RULES = """\
Sådan taler vi
1. Vi lytter
2. Vi taler efter tur
Skal altid med: God dag
Ikke på hjulet: Senior, Ny her
Emnet bestemmes af det lokale MED-udvalg (LMU): Opgaver
Lederen vælger på forhånd: højst 3 kort
Deltagerne vælger på forhånd: fra 2 til 4 kort eller ingen
Tid til opsamling og plan: 15 minutter
Der skal laves en plan.
Planen godkendes af alle, der deltager, lederen til sidst.
Planen slettes 30 dage efter godkendelsen.

Spørgsmål til evalueringen
1. Hvad var vigtigst?
2. Hvad hjalp?

Lederens forberedelse
1. Kend målene.

Deltagernes forberedelse
1. Tænk over dit ønske.
2. Spørg en kollega.

Husk
1. Alle har ret til en MUS."""
OFF_THE_WHEEL = """\
Felt: Senior
Tema: Faglighed, ikke på hjulet
1 kort

1. Dialogkort: Hvad så?

Felt: Ny her
Tema: Faglighed, ikke på hjulet
0 kort
"""


def test_what_a_deck_gives_to_the_methods_is_told_after_the_rules() -> None:
    methods = """\
[methods]
bridging = ["{ny}, hvad\\n ser du?"]

[[methods.levels]]
level = "group"
title = "Holdet"
explain = "Os selv."

[[methods.levels]]
level = "leadership"
"""
    listed = deck_as_text(parse_deck(spoilt("[wheel]", f"{methods}\n[wheel]").encode(), FILE))
    told = """\
Brobyggende spørgsmål
1. {ny}, hvad ser du?

Niveauer i IGLO
1. Holdet: Os selv.
2. Ledelse"""
    assert f"Planen er frivillig.\n\n{told}\n\nFelt: God dag\n" in listed


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("leader_cards = {least = 0, most = 0}", "Lederen vælger på forhånd: ingen kort"),
        ("leader_cards = {least = 1, most = 1}", "Lederen vælger på forhånd: 1 kort eller ingen"),
        ("leader_cards = {least = 0, most = 2}", "Lederen vælger på forhånd: højst 2 kort"),
        ("employee_cards = {least = 3, most = 3}", "Deltagerne vælger på forhånd: 3 kort eller ingen"),
        ('approval = "both"', "Planen godkendes af begge, lederen til sidst."),
        ("delete_after_days = 1", "Planen slettes 1 dag efter godkendelsen."),
    ],
)
def test_a_rule_reads_well_whatever_its_numbers(rule: str, said: str) -> None:
    listed = deck_as_text(parse_deck(spoilt('plan = "optional"', rule).encode(), FILE))
    assert f"\n{said}\n" in listed


def test_a_rule_that_is_not_set_is_not_told() -> None:
    listed = deck_as_text(parse_deck(TEXT.encode(), FILE))
    for word in ("Skal altid med", "hjulet:", "LMU", "forhånd", "godkend", "slettes", "evaluering", "Husk"):
        assert word not in listed


def test_language_stands_by_its_name_or_its_letters() -> None:
    for code, name in (("en", "engelsk"), ("kl", "kl")):
        assert f"Sprog: {name}\n" in deck_as_text(
            parse_deck(spoilt('language = "da"', f'language = "{code}"').encode(), FILE)
        )
