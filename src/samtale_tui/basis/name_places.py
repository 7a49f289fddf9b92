"""Places for names in a question that ties people together, as ``{taler}, hvad vil du spørge {anden} om?``.

Text of a deck is never a format string: what stands in braces and is no known place is left as it stands.
"""

import re
from collections.abc import Mapping
from enum import StrEnum


class NamePlace(StrEnum):
    """Whose name comes in a place, under the word that shipped texts in Danish have for it."""

    NEW = "ny"
    """Someone who has not been heard yet."""
    SPEAKER = "taler"
    """Someone who has spoken."""
    OTHER = "anden"
    """Someone else who has spoken."""


_ENGLISH = {"new": NamePlace.NEW, "speaker": NamePlace.SPEAKER, "other": NamePlace.OTHER}
PLACE_WORDS: Mapping[str, NamePlace] = {**{place.value: place for place in NamePlace}, **_ENGLISH}
"""Every word that stands for a place when there are braces round it."""

_BRACES = re.compile(r"\{([^{}]*)\}")


def places_in(text: str) -> tuple[NamePlace, ...]:
    """The places that a text has, each once: who is invited, who has spoken, the other one."""
    found = {PLACE_WORDS.get(word) for word in _BRACES.findall(text)}
    return tuple(place for place in NamePlace if place in found)


def unknown_places(text: str) -> tuple[str, ...]:
    """What stands in braces and is no place, each once, in the order of the text."""
    return tuple(word for word in dict.fromkeys(_BRACES.findall(text)) if word not in PLACE_WORDS)


def with_names(text: str, names: Mapping[NamePlace, str]) -> str:
    """The text with names in its places; a place for which there is no name is left as it stands."""

    def named(match: re.Match[str]) -> str:
        place = PLACE_WORDS.get(match[1])
        return match[0] if place is None else names.get(place, match[0])

    return _BRACES.sub(named, text)
