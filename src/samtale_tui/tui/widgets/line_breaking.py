"""Breaking a text into lines for large letters: as few as can be, alike in length, no word alone on the last.

Widths are whatever ``measure`` gives, for a piece of text on one line.
"""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

Measure = Callable[[str], float]

_BLANKS = re.compile(r"[ \t\n]+")
_DASHES = {"–", "—", "-", "…", "/"}
_SENTENCE_ENDS = (".", "?", "!", ":")
_PAUSES = (*_SENTENCE_ENDS, ",", ";", "–")
_VOWELS = set("aeiouyæøåäöüéèêáàóòíúAEIOUYÆØÅÄÖÜÉ")
_ONSETS = set(
    "bl br bj dr dv fl fr fj gl gr gn hj hv kl kr kn kv mj nj pl pr pj sk sl sm sn sp st sv sj "
    "tr tv tj vr skr str spr spl skv".split()
)
"""Consonants that a Danish syllable begins with."""
_LEAST_PART = 3
"""Letters that a broken word has at least before and after its hyphen."""

_ALONE = 4.0
"""What a last line of one word costs; a line as empty as can be costs 1."""
_SPLIT_SENTENCE = 0.3
"""What it costs that a line ends with the first word of a sentence."""
_AT_A_PAUSE = 0.08
"""What it saves that a line ends where one pauses when reading."""


def words_of(text: str) -> list[str]:
    """The words of a text; a dash stays with the word before it."""
    found: list[str] = []
    for word in _BLANKS.split(text.strip()):
        if word in _DASHES and found:
            found[-1] += f"\u00a0{word}"
        elif word:
            found.append(word)
    return found


def lines_of(text: str, width: float, measure: Measure, *, hyphens: bool) -> list[str] | None:
    """A text in lines.

    Args:
        text: where it has a newline, a line ends.
        width: that no line is wider than.
        measure: how wide a piece of text is.
        hyphens: words wider than a line are broken; else such a text has no lines.
    """
    found: list[str] = []
    for paragraph in text.split("\n"):
        words = words_of(paragraph)
        if any(measure(word) > width for word in words):
            if not hyphens:
                return None
            words = [part for word in words for part in broken(word, width, measure)]
        found += _balanced(words, width, measure)
    return found


def _balanced(words: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Of all ways to break into the fewest lines, the one that costs least."""
    if not words:
        return []
    blank = measure(" ")
    ends = list(accumulate((measure(word) + blank for word in words), initial=0.0))
    count = len(words)
    # best[at]: how many lines from the word `at` on, what they cost, and where the second of them begins.
    best: list[tuple[int, float, int]] = [(0, 0.0, count)] * (count + 1)
    for at in range(count - 1, -1, -1):
        ways = []
        for after in range(at + 1, count + 1):
            slack = (width - (ends[after] - ends[at] - blank)) / width
            if slack < 0 and after > at + 1:
                break
            lines, cost, _next = best[after]
            ways.append((lines + 1, cost + _cost(words, at, after, slack), after))
        best[at] = min(ways)
    found, at = [], 0
    while at < count:
        after = best[at][2]
        found.append(" ".join(words[at:after]))
        at = after
    return found


def _cost(words: Sequence[str], at: int, after: int, slack: float) -> float:
    """What the line from a word to before another costs."""
    last = words[after - 1]
    if after == len(words):
        return slack**2 + (_ALONE if after - at == 1 and at > 0 else 0.0)
    begins = after - 1 > at and words[after - 2].endswith(_SENTENCE_ENDS)
    return slack**2 + _SPLIT_SENTENCE * begins - _AT_A_PAUSE * last.endswith(_PAUSES)


def broken(word: str, width: float, measure: Measure) -> list[str]:
    """A word in parts of at most a width: after its own hyphens, else between syllables, else anywhere."""
    parts: list[str] = []
    while measure(word) > width:
        fits = [at for at in range(1, len(word)) if measure(_hyphened(word[:at])) <= width]
        if not fits:
            break
        likely = [at for at in fits if _may_break(word, at)]
        at = (likely or fits)[-1]
        parts.append(_hyphened(word[:at]))
        word = word[at:]
    return [*parts, word]


def _hyphened(part: str) -> str:
    return part if part.endswith(("-", "/", "–")) else f"{part}-"


def _may_break(word: str, at: int) -> bool:
    """Whether a syllable may end before this letter."""
    before, after = word[:at], word[at:]
    if before.endswith(("-", "/", "–")):
        return True
    letters = re.match(r"\w*", after)
    if not before[-1].isalpha() or min(len(before), letters.end() if letters else 0) < _LEAST_PART:
        return False
    onset = re.match(r"[^aeiouyæøåäöüé]*", after, re.IGNORECASE)
    sounds = onset.group().lower() if onset else ""
    if not _VOWELS & set(before) or not _VOWELS & set(after):
        return False
    begins_well = len(sounds) == 1 or sounds in _ONSETS
    could_begin_earlier = before[-1] not in _VOWELS and (before[-1].lower() + sounds) in _ONSETS
    return begins_well and not could_begin_earlier

