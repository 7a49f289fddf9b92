"""The nearest of the words that would have been right: "Mente du …?"."""

from collections.abc import Collection

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, shorten, slug

_SHOWN = 40
"""Letters of somebody's text that a message repeats."""
_MOST_CANDIDATES = 500
_MOST_LISTED = 16


def quoted(text: str) -> str:
    """Text from outside as a message repeats it: one clean, short line in quotation marks."""
    return in_quotation_marks(shorten(clean_line(text), _SHOWN))


def in_quotation_marks(text: str) -> str:
    """Somebody's clean words, whole, in the quotation marks of the user's language."""
    return _("»{text}«").format(text=text)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that was probably meant; none where nothing is near."""
    from difflib import get_close_matches

    candidates = list(known)[:_MOST_CANDIDATES]
    lowered = {candidate.casefold(): candidate for candidate in reversed(candidates)}
    for attempt in dict.fromkeys((shorten(word, 2 * _SHOWN).casefold(), slug(word))):
        found = get_close_matches(attempt, lowered, n=1, cutoff=0.6)
        if found:
            return lowered[found[0]]
    return None


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A sentence that names the nearest known word, or all of them where they are few; else nothing."""
    meant = nearest(word, known)
    if meant is not None:
        return _("Mente du {word}?").format(word=quoted(meant))
    return choose(known)


def choose(known: Collection[str]) -> str:
    """A sentence that names all that can be chosen between; nothing where there are too many."""
    if not 0 < len(known) <= _MOST_LISTED:
        return ""
    return _("Vælg mellem: {words}.").format(words=", ".join(shorten(clean_line(w), _SHOWN) for w in known))
