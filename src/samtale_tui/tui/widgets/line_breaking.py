"""Breaking a text into lines for large letters: as few as can be, alike in length, no word alone on the last.

Widths are whatever ``measure`` gives.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from samtale_tui.tui.widgets.word_breaking import Measure, broken

_BLANKS = re.compile(r"[ \t\n]+")
_DASHES = {"–", "—", "-", "…", "/"}
_SENTENCE_ENDS = (".", "?", "!", ":")
_PAUSES = (*_SENTENCE_ENDS, ",", ";", "–")
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
