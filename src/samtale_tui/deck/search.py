"""Finding cards in a deck by some of their words, fast enough to do at every letter that is typed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from samtale_tui.basis.text import clean_line
from samtale_tui.deck.model import Card, Deck

_ACCENTED = re.compile(r"[^\x00-\x7fæøå]")


def folded(text: str) -> str:
    """What a text is compared by: small letters without accents, each where it stood; æ, ø and å stay."""
    small = text.replace("İ", "i").lower()
    return small if small.isascii() else _ACCENTED.sub(_plain, small)


def _plain(letter: re.Match[str]) -> str:
    return unicodedata.normalize("NFD", letter[0])[0]


def words_in(query: str) -> tuple[str, ...]:
    """The words of a query, each once, in the form in which they are looked for."""
    return tuple(dict.fromkeys(folded(clean_line(query)).split()))


def places_of(words: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, beginnings and ends in order; those that overlap are one."""
    return places_in(words, folded(text)) if words else []


def places_in(words: Sequence[str], text: str) -> list[tuple[int, int]]:
    """As ``places_of``, in a text that is folded already."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(_each_place(words, text)):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _each_place(words: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + len(word))


@dataclass(frozen=True)
class CardIndex:
    """A deck's cards, prepared for searching."""

    deck: Deck
    texts: tuple[str, ...]
    """All that is looked in, of each card, in the form in which it is compared."""

    def find(self, words: Sequence[str]) -> tuple[int, ...]:
        """The numbers of the cards in which every word stands, from 0 in the deck's order."""
        texts = self.texts
        found: Sequence[int] = range(len(texts))
        for word in words:
            found = [number for number in found if word in texts[number]]
        return tuple(found)


def index_of(deck: Deck) -> CardIndex:
    """The index of a deck; takes some milliseconds for a thousand cards."""
    about = {field.id: (field.title, deck.theme_of(field).title) for field in deck.fields}
    texts = (folded("\n".join((*card_texts(card), *about[card.field]))) for card in deck.cards)
    return CardIndex(deck, tuple(texts))


def card_texts(card: Card) -> tuple[str, ...]:
    """A card's own texts: the question first, then probes, hint and suggestions."""
    return (card.text, *card.probes, card.hint, *card.back, *card.now, *card.forward)


def found_beside(card: Card, words: Sequence[str]) -> str:
    """A text of the card, other than its question, with a word in it that the question lacks; or nothing."""
    question = _folded_before(card.text)
    missing = [word for word in words if word not in question]
    texts = card_texts(card)[1:] if missing else ()
    return next((text for text in texts if any(word in _folded_before(text) for word in missing)), "")


_folded_before = lru_cache(maxsize=2048)(folded)
"""Of what is seen, most is seen again at the next letter."""
