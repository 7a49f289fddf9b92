"""Lengths of time as people write them in Danish and English: "20 min", "1½ time", "et kvarter"."""

import re

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line

MOST_MINUTES_READ = 24 * 60
"""No longer time is read behind a text: it is taken for something else."""

_WORDS = {
    "et kvarter": 15, "kvarter": 15, "tre kvarter": 45, "en halv time": 30, "halv time": 30, "en time": 60,
    "halvanden time": 90, "en halv": 30, "to timer": 120,
    "a quarter of an hour": 15, "half an hour": 30, "an hour": 60, "one hour": 60,
    "one and a half hours": 90, "an hour and a half": 90, "two hours": 120,
}  # fmt: skip
_MINUTE = r"(?:minutter|minut|minutes?|mins?)"
_HOUR = r"(?:timer|time|hours?)"
_HALF = r" ?½|[.,]5(?![0-9])"
_MINUTES = re.compile(rf"(?P<minutes>[0-9]{{1,4}})(?: ?(?:{_MINUTE}|m)\b\.?)?")
_HOURS = re.compile(
    rf"(?P<hours>[0-9]{{1,2}})(?P<half>{_HALF})? ?(?:{_HOUR}|t|h)\b\.?"
    rf"(?: ?(?:og |and )?(?P<minutes>[0-9]{{1,2}})(?: ?(?:{_MINUTE}|m)\b\.?)?)?"
)
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,2}):(?P<minutes>[0-9]{2})")

_SAID_OUT = "|".join(sorted(map(re.escape, _WORDS.keys() - {"en halv"}), key=len, reverse=True))
_UNMISTAKABLE = (
    rf"(?:[0-9]{{1,2}}(?:{_HALF})? ?{_HOUR}\.?(?: (?:og |and )?[0-9]{{1,2}} ?{_MINUTE}\.?)?"
    rf"|[0-9]{{1,4}} ?{_MINUTE}\.?|{_SAID_OUT})"
)
"""A length with its unit written out, as a number alone behind a text may be anything."""
_BEHIND = re.compile(rf"(?<![\w.,½])({_UNMISTAKABLE})[)\]\s.]*$", re.IGNORECASE)
_JOINTS = " ,;:([–—-"
_JOINING = frozenset({"i", "på", "ca", "ca.", "cirka", "for", "about"})
"""What stands between a text and its length, and is no part of either."""


def read_length(words: str) -> int | None:
    """Minutes in words, a number alone taken for minutes; none where they are no length of time."""
    words = words.strip().lower()
    if words in _WORDS:
        return _WORDS[words]
    match = _MINUTES.fullmatch(words) or _HOURS.fullmatch(words) or _CLOCK.fullmatch(words)
    if match is None:
        return None
    parts = match.groupdict()
    half = 30 if parts.get("half") else 0
    return 60 * int(parts.get("hours") or 0) + half + int(parts["minutes"] or 0)


def is_length(words: str) -> bool:
    """Whether all of it is a length of time with its unit written out."""
    return re.fullmatch(_UNMISTAKABLE, words.strip(), re.IGNORECASE) is not None


def split_length(text: str) -> tuple[str, int | None]:
    """What a line says, and the minutes that stand behind it: "Vores opgaver 20 min".

    Where it says nothing else, where the unit is not written out, or where the time is none or over a day,
    all of it is text.
    """
    line = clean_line(text)
    found = _BEHIND.search(line)
    minutes = read_length(found[1]) if found else None
    said = _without_joint(line[: found.start()]) if found else ""
    if not said or minutes is None or not 1 <= minutes <= MOST_MINUTES_READ:
        return line, None
    return said, minutes


def with_length(text: str, minutes: int | None) -> str:
    """As one would write it; ``split_length`` reads it as the same."""
    return text if minutes is None else _("{text} ({n} min)").format(text=text, n=minutes)


def _without_joint(text: str) -> str:
    said = text.rstrip(_JOINTS)
    while said.rpartition(" ")[2].lower() in _JOINING:
        said = said.rpartition(" ")[0].rstrip(_JOINTS)
    return said
