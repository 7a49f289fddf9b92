"""The words that give a language away: said by the program in one, and never in the other."""

import re
from functools import cache

from babel.dates import get_day_names, get_month_names

import catalogues
from samtale_tui.basis.language import DANISH, ENGLISH, LANGUAGES
from samtale_tui.tui.commands import COMMANDS

LETTERS = "[a-zæøå]"


def words_of(text: str) -> set[str]:
    """The words in a text, in small letters; placeholders and options are none."""
    return set(re.findall(f"{LETTERS}{{2,}}", re.sub(r"\{[a-z_]*\}|--[a-z]+", " ", text.lower())))


@cache
def words_only_in(code: str) -> frozenset[str]:
    """The words of a language that the other one does not have."""
    other = next(each for each in LANGUAGES if each != code)
    return frozenset(_words_in(code) - _words_in(other))


def _words_in(code: str) -> set[str]:
    said = [
        form for each in catalogues.texts(catalogues.read(code)) for form in catalogues.forms(each.string)
    ]
    names = {DANISH: [each.danish for each in COMMANDS], ENGLISH: [each.english for each in COMMANDS]}[code]
    dates = [name for get in (get_month_names, get_day_names) for name in get("wide", locale=code).values()]
    return {word for text in (*said, *names, *dates) for word in words_of(text)}
