"""A deck can be read as plain text, by eye, by ear and by other programs."""

from small_deck import FILE, TEXT, spoilt

from samtale_tui.basis.words import MethodName
from samtale_tui.deck.listing import deck_as_text
from samtale_tui.deck.reader import parse_deck

LISTED = """\
Vores hold
Samtale: Teamudviklingssamtale (TUS)
Id: hold
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
