"""The language of what the user sees. Danish is the source language; every such text is marked with ``_``."""

import gettext

_catalogue = gettext.NullTranslations()


def _(text: str) -> str:
    """The text in the user's language."""
    return _catalogue.gettext(text)


def n_(one: str, many: str, count: int) -> str:
    """``one`` or ``many`` as the count asks, in the user's language, with ``{n}`` filled in."""
    return _catalogue.ngettext(one, many, count).replace("{n}", str(count))


def language() -> str:
    """The language that is spoken now, ``da`` or ``en``."""
    return "da"
