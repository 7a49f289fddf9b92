"""Breaking a word that is wider than a line. Danish puts long words together; there they break best."""

import re
from collections.abc import Callable

Measure = Callable[[str], float]
"""How wide a piece of text is on one line."""

_ELEMENT = re.compile(
    "aftale|ansvar|arbejd|borger|dialog|evaluering|evne|faglig|forhandling|forløb|forvaltning|forventning|gruppe"
    "|indsats|kommunik|kompetence|koordin|kultur|kvalitet|leder|ledelse|løsning|læring|medarbejder|medlem"
    "|mulighed|møde|niveau|område|omsorg|opgave|ordning|organis|partner|person|plan|proces|projekt|psykolog"
    "|relation|samarbejd|samtale|spørgsmål|styrke|team|tilfreds|trivsel|uddannelse|udfordring|udvikling"
    "|undersøgelse|viden|virksomhed",
    re.IGNORECASE,
)
"""What the long words of such conversations are put together from."""
_SYLLABLE = re.compile(
    "([^\\W\\d_aeiouyæøåäöü]|bl|br|bj|dr|fl|fr|fj|gl|gr|gn|hj|hv|kl|kr|kn|kv|pl|pr|pj|sk|sl|sm|sn|sp|st|sv|sj"
    "|tr|tv|tj|vr|skr|str|spr|spl|skv)[aeiouyæøåäöü]",
    re.IGNORECASE,
)
"""How a Danish syllable begins after another one."""
_VOWEL = re.compile("[aeiouyæøåäöü]", re.IGNORECASE)
_OWN_HYPHENS = ("-", "/", "–")
_LEAST_PART = 3
"""Letters that a word has at least before and after a hyphen between syllables."""


def broken(word: str, width: float, measure: Measure) -> list[str]:
    """A word in parts: broken where it was put together, else between syllables, else anywhere.

    Args:
        word: without blanks.
        width: that no part is wider than, its hyphen with it.
        measure: how wide a part is.
    """
    parts: list[str] = []
    while measure(word) > width:
        fits = [at for at in range(1, len(word)) if measure(_hyphened(word[:at])) <= width]
        if not fits:
            break
        joints = [at for at in fits if at > fits[-1] // 2 and _is_joint(word, at)]
        syllables = [at for at in fits if _is_between_syllables(word, at)]
        at = (joints or syllables or fits)[-1]
        parts.append(_hyphened(word[:at]))
        word = word[at:]
    return [*parts, word]


def _hyphened(part: str) -> str:
    return part if part.endswith(_OWN_HYPHENS) else f"{part}-"


def _is_joint(word: str, at: int) -> bool:
    """Whether the word was put together here."""
    return word[:at].endswith(_OWN_HYPHENS) or bool(_ELEMENT.match(word, at))


def _is_between_syllables(word: str, at: int) -> bool:
    """Whether a syllable ends before this letter, and the next one could not begin earlier."""
    before, after = word[:at], word[at:]
    if min(len(before), len(after)) < _LEAST_PART or not (before[-1] + after[:_LEAST_PART]).isalpha():
        return False
    begins, earlier = _SYLLABLE.match(word, at), _SYLLABLE.match(word, at - 1)
    return bool(begins and _VOWEL.search(before) and (not earlier or _VOWEL.match(before[-1])))
