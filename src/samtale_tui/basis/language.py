"""The language of what the user sees. Danish is the source language; every such text is marked with ``_``.

A text is looked up when it is shown and never when a module is loaded, so that the language can be changed at
any time. The catalogues are in ``locale/``, one folder a language; ``tools/catalogues.py`` keeps them.
"""

import gettext
from collections.abc import Mapping

DANISH = "da"
ENGLISH = "en"
LANGUAGES = (DANISH, ENGLISH)

_FOLDER = f"{__file__.removesuffix('language.py')}../locale"  # pathlib takes longer than all else in --help


class _Spoken:
    """The language that is spoken now, and the catalogues that have been read."""

    def __init__(self) -> None:
        self.code = DANISH
        self.catalogues: dict[str, gettext.NullTranslations] = {DANISH: gettext.NullTranslations()}

    @property
    def catalogue(self) -> gettext.NullTranslations:
        return self.catalogues[self.code]


_spoken = _Spoken()


def _(text: str) -> str:
    """The text in the user's language."""
    return _spoken.catalogue.gettext(text) if text else ""


def n_(one: str, many: str, count: int) -> str:
    """``one`` or ``many`` as the count asks, in the user's language, with ``{n}`` filled in."""
    return _spoken.catalogue.ngettext(one, many, count).replace("{n}", str(count))


def noted(text: str) -> str:
    """The text itself, entered in the catalogues: for what a module declares, and ``_`` shows later."""
    return text


def language() -> str:
    """The language that is spoken now, ``da`` or ``en``."""
    return _spoken.code


def use_language(code: str) -> None:
    """Speak this language from now on.

    Danish is what stands in the source, and needs no catalogue.

    Args:
        code: ``da`` or ``en``.

    Raises:
        ValueError: it is neither.
    """
    if code not in LANGUAGES:
        raise ValueError(code)
    if code not in _spoken.catalogues:
        with open(f"{_FOLDER}/{code}/LC_MESSAGES/samtale.mo", "rb") as file:  # noqa: PTH123 - see _FOLDER
            _spoken.catalogues[code] = gettext.GNUTranslations(file)
    _spoken.code = code


def chosen_language(option: str, setting: str, environ: Mapping[str, str]) -> str:
    """The language to speak: as asked for on the command line, else in the settings, else by the machine.

    Args:
        option: ``da``, ``en`` or nothing.
        setting: the same.
        environ: where ``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` are looked up, in that order.

    Returns:
        ``da`` or ``en``; Danish where nothing is said, or something else.
    """
    for asked in (option, setting):
        if asked in LANGUAGES:
            return asked
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := environ.get(name))), "")
    return ENGLISH if locale.lower().startswith(ENGLISH) else DANISH
