"""A card is changed in a deck's text, and every other letter of it stays."""

import re
from collections import Counter
from typing import cast

import tomli
from hypothesis import given
from hypothesis import strategies as st
from small_deck import TEXT

from samtale_tui.basis.toml_spans import comments_in
from samtale_tui.basis.words import MethodName
from samtale_tui.deck.card_text import card_block, inline_card
from samtale_tui.deck.editing import (
    with_card,
    with_cards_swapped,
    with_changed_card,
    without_card,
)
from samtale_tui.deck.model import Card, CardKind, Deck

LETTERS = [*"aæøåé \"\\#'[]{}=,.\t\n👩漢", '"""', "# nej", "'''"]
WORDS = st.lists(st.sampled_from(LETTERS), max_size=20).map(lambda parts: "".join(parts).strip() or "x")
POINTS = st.lists(WORDS, max_size=4).map(tuple)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    kind = draw(st.sampled_from(CardKind))
    topic = kind is CardKind.TOPIC
    return Card(
        field=draw(st.sampled_from(["god-dag", "opgaver", "hold"])),
        kind=kind,
        text="" if kind is CardKind.BLANK and draw(st.booleans()) else draw(WORDS),
        probes=draw(POINTS),
        hint=draw(st.just("") | WORDS),
        minutes=draw(st.none() | st.integers(1, 240)),
        method=MethodName.SPIRAL
        if kind is CardKind.EXERCISE
        else draw(st.none() | st.sampled_from(MethodName)),
        back=draw(POINTS) if topic else (),
        now=draw(POINTS) if topic else (),
        forward=draw(POINTS) if topic else (),
    )


HEAD = """\
format = 1 # altid 1
id = "hold"
title = "Hold"
conversation = "tus"

[wheel]
rim = "Udvikling"

[[themes]]
id = "t"
title = "T"
colour = "rust"

[[fields]]
id = "god-dag"
theme = "t"
title = "God dag"
[[fields]]
id = "opgaver"
theme = "t"
title = "Opgaver"
[[fields]]
id = "hold"
theme = "t"
title = "Hold"
"""


@st.composite
def decks(draw: st.DrawFn) -> str:
    """A deck as people write them: headings, remarks here and there, lists over lines, either form of cards."""
    held = draw(st.lists(cards(), max_size=5))
    numbers = iter(range(1000))

    def remark(at_end: bool = False) -> str:
        if not draw(st.booleans()):
            return ""
        text = f"# {next(numbers)} \"citat\" 'her' [x], {{y}}"
        return f"  {text}" if at_end else f"{text}\n"

    if draw(st.booleans()):
        comma = draw(st.booleans())
        over_lines = draw(st.booleans())
        parts = []
        for place, card in enumerate(held):
            follows = "," if comma or place + 1 < len(held) else ""
            parts.append(
                f"{remark()}  {inline_card(card)}{follows}{remark(True)}\n"
                if over_lines
                else f"{inline_card(card)}{follows} "
            )
        array = f"cards = [{chr(10) if over_lines else ''}{''.join(parts)}{remark() if over_lines else ''}]"
        text = HEAD.replace("\n[wheel]", f"{array}{remark(True)}\n\n[wheel]")
    else:
        blocks = []
        for card in held:
            lines = card_block(card, "\n").split("\n")
            if not any('"""' in line for line in lines):
                lines = [f"{remark()}{line}{remark(True)}" for line in lines]
            gap = draw(st.sampled_from(["", "\n", "\n\n"]))
            blocks.append(f"{gap}{remark()}{gap}" + "\n".join(lines) + "\n" + remark())
        text = HEAD + "".join(blocks)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if draw(st.booleans()) else "") + text


def read(text: str) -> Deck:
    return Deck.model_validate(tomli.loads(text.removeprefix("\ufeff")))


def check(before: str, after: str, wanted: list[Card]) -> None:
    """The deck is as wanted, no remark is gone, and the lines end as they did."""
    deck = read(before)
    assert read(after) == deck.but(cards=wanted)
    assert Counter(comments_in(after)) == Counter(comments_in(before))
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    if "\r\n" in before:
        assert not re.search(r"(?<!\r)\n", after)
    else:
        assert "\r" not in after


@given(decks(), cards())
def test_a_card_is_added_after_the_last_one_on_its_field(text: str, card: Card) -> None:
    deck = read(text)
    on_field = [number for number, each in enumerate(deck.cards) if each.field == card.field]
    at = on_field[-1] + 1 if on_field else len(deck.cards)
    after = with_card(text, card)
    check(text, after, [*deck.cards[:at], card, *deck.cards[at:]])
    assert [line for line in after.split("\n") if line in text.split("\n")]


@given(decks().filter(lambda text: read(text).cards), cards(), st.integers(0, 4))
def test_a_card_gets_other_values(text: str, card: Card, number: int) -> None:
    held = list(read(text).cards)
    number %= len(held)
    check(text, with_changed_card(text, number, card), [*held[:number], card, *held[number + 1 :]])
    assert with_changed_card(text, number, held[number]) == text


@given(decks().filter(lambda text: read(text).cards), st.integers(0, 4))
def test_a_card_is_taken_out(text: str, number: int) -> None:
    held = list(read(text).cards)
    number %= len(held)
    check(text, without_card(text, number), [*held[:number], *held[number + 1 :]])


@given(decks().filter(lambda text: len(read(text).cards) > 1), st.integers(0, 4), st.integers(0, 4))
def test_two_cards_change_places(text: str, one: int, other: int) -> None:
    held = list(read(text).cards)
    one, other = one % len(held), other % len(held)
    if one == other:
        return
    wanted = list(held)
    wanted[one], wanted[other] = held[other], held[one]
    after = with_cards_swapped(text, one, other)
    check(text, after, wanted)
    assert with_cards_swapped(after, one, other) == text


def test_only_the_lines_of_what_is_changed_are_different() -> None:
    deck = read(TEXT)
    card = deck.cards[0].but(text='Hvad går "let"?', probes=("Hvornår?", "Hvem?"), minutes=None)
    after = with_changed_card(TEXT, 0, card)
    assert after == TEXT.replace("Hvad går let?", 'Hvad går \\"let\\"?').replace(
        '["Hvornår?", "Hvordan?"]', '["Hvornår?", "Hvem?"]'
    ).replace("minutes = 10\n", "")


def test_a_new_card_stands_as_those_in_the_decks_that_are_shipped() -> None:
    card = Card(field="god-dag", text="Hvad nu?", probes=("A", "B"), hint="En linje\nog en til", minutes=5)
    added = with_card(TEXT, card).replace(TEXT[: TEXT.rindex("[[cards]]")], "", 1)
    assert added.startswith(
        '[[cards]]\nfield = "god-dag"\nkind = "dialogue"\ntext = "Hvad nu?"\nprobes = [\n  "A",\n  "B",\n]\n'
        'hint = """\nEn linje\nog en til"""\nminutes = 5\n\n[[cards]]\n'
    )


def test_what_a_hand_wrote_in_a_list_stays_with_its_items() -> None:
    text = TEXT.replace(
        '["Hvornår?", "Hvordan?"]',
        "[\n    'Hvornår?',  # første\n    # spørg langsomt\n    \"Hvordan?\",\n    # flere?\n]",
    )
    card = read(text).cards[0].but(probes=("Hvornår?", "Hvem?", "Hvordan?"))
    assert (
        '[\n    \'Hvornår?\',  # første\n    # spørg langsomt\n    "Hvem?",\n    "Hvordan?",\n    # flere?\n]'
        in with_changed_card(text, 0, card)
    )


def test_a_heading_between_cards_stays_where_it_is() -> None:
    text = TEXT.replace('[[cards]]\nfield = "god-dag"', '# God dag\n\n[[cards]]\nfield = "god-dag"')
    new = Card(field="opgaver", text="Ny")
    without_last = without_card(text, 2)
    after = with_card(without_last, new)
    assert after.index('text = "Ny"') < after.index("# God dag")
    assert '# God dag\n\n[[cards]]\nfield = "god-dag"' in after
    assert "# God dag" in without_card(text, 1)


def test_toml_of_version_1_1_is_edited_too() -> None:
    text = HEAD.replace(
        "\n[wheel]",
        'cards = [\n  {\n    field = "hold", # feltet\n    text = "En", # teksten\n    minutes = 5,\n  },\n]\n\n[wheel]',
    )
    card = read(text).cards[0]
    after = with_changed_card(text, 0, card.but(text="To", minutes=None, hint="Se"))
    check(text, after, [card.but(text="To", minutes=None, hint="Se")])
    assert '    text = "To", # teksten' in after or "# teksten" in after


def test_a_deck_of_no_cards_gets_its_first() -> None:
    card = Card(field="hold", text="Den første")
    assert cast("Deck", read(with_card(HEAD, card))).cards == (card,)
    assert read(with_card(HEAD.replace("\n[wheel]", "cards = []\n[wheel]"), card)).cards == (card,)
