"""A deck of many cards, for measuring and for tests: as long as any that is likely to be written."""

from collections.abc import Iterator

FIELDS = tuple(f"felt-{number}" for number in range(1, 13))
WORDS = [
    "samarbejde",
    "opgave",
    "kollega",
    "borger",
    "møde",
    "plan",
    "ansvar",
    "styrke",
    "tid",
    "sparring",
    "viden",
    "retning",
    "hverdag",
    "aftale",
    "tone",
    "glæde",
]


def big_deck(cards: int = 2000, title: str = "Det store sæt", deck_id: str = "stort") -> str:
    """The text of a deck with so many cards, spread evenly over its fields; some 450 bytes a card."""
    return "\n".join((*_head(title, deck_id), *(line for n in range(cards) for line in _card(n, cards))))


def _head(title: str, deck_id: str) -> Iterator[str]:
    yield from ("format = 1", f'id = "{deck_id}"', f'title = "{title}"', 'conversation = "tus"')
    yield 'summary = "Et sæt med mange kort."'
    yield from ("", "[wheel]", 'rim = "Teamets udvikling"')
    for theme, colour in (("første", "blue"), ("anden", "green")):
        yield from (
            "",
            "[[themes]]",
            f'id = "{theme[0]}"',
            f'title = "Det {theme} tema"',
            f'colour = "{colour}"',
        )
    for number, field in enumerate(FIELDS):
        theme = "f" if number < len(FIELDS) // 2 else "a"
        yield from ("", "[[fields]]", f'id = "{field}"', f'theme = "{theme}"', f'title = "Felt {number + 1}"')


def _card(number: int, cards: int) -> Iterator[str]:
    one, two, three = (WORDS[(number * step) % len(WORDS)] for step in (3, 5, 7))
    yield from ("", "[[cards]]", f'field = "{FIELDS[number * len(FIELDS) // cards]}"', 'kind = "dialogue"')
    yield f'text = "Kort {number + 1}: Hvordan hænger {one} og {two} sammen hos os, når {three} fylder mest?"'
    yield from ("probes = [", f'  "Hvornår så vi sidst {two} i en travl uge?",')
    yield from (f'  "Hvem lægger først mærke til {three}?",', f'  "Hvad gør vi, når {one} mangler?",', "]")
    yield f'hint = "Bed om ét eksempel på {one}. Lyt efter det, der kan gentages, og skriv en aftale om {two}."'
    yield "minutes = 10"
