"""Where every statement of a TOML text stands, to the letter, so that one can be changed and all else stays.

The text must be well-formed, in TOML 1.0 or 1.1: whoever asks has read it already. Offsets are letters of the
text as it is on the disk, with whatever line ends it has.
"""

import re
from dataclasses import dataclass, field

import tomli

_STRING = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}|"(?:[^"\\\n]++|\\.)*+"'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}|'[^'\n]*+'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^,\]}#\r\n]+")
_GAP = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BLANK = re.compile(r"[ \t]*+")
_COMMENT = re.compile(r"#[^\n]*")
_STRINGS_AND_COMMENTS = re.compile(rf"({_STRING.pattern})|{_COMMENT.pattern}", re.DOTALL)


@dataclass
class Value:
    """What stands after a key, or in an array."""

    start: int
    end: int
    items: "list[Value]" = field(default_factory=list)
    """What an array holds."""
    pairs: "list[Pair]" = field(default_factory=list)
    """What an inline table holds."""


@dataclass
class Pair:
    """A key and its value; it ends where that does."""

    start: int
    keys: tuple[str, ...]
    """The parts of the key; one, unless it is dotted."""
    value: Value


@dataclass
class Table:
    """What stands under one header; of the first one, what stands before any."""

    start: int
    """Where the header begins."""
    end: int
    """Where the header ends."""
    name: tuple[str, ...] = ()
    in_array: bool = False
    """Whether the header has two brackets, as ``[[cards]]``."""
    pairs: list[Pair] = field(default_factory=list)


def tables_in(text: str) -> list[Table]:
    """Every table of a well-formed text, in order; the first has no header and may be empty."""
    found = [Table(0, 0)]
    at = _after_gap(text, 1 if text.startswith("\ufeff") else 0)
    while at < len(text):
        if text[at] == "[":
            table = _header(text, at)
            found.append(table)
            at = table.end
        else:
            pair = _pair(text, at)
            found[-1].pairs.append(pair)
            at = pair.value.end
        at = _after_gap(text, at)
    return found


def comments_in(text: str) -> list[str]:
    """Every comment in a piece of a TOML text that neither begins nor ends within a string."""
    return [match[0].rstrip("\r") for match in _STRINGS_AND_COMMENTS.finditer(text) if match.group(1) is None]


def _after_gap(text: str, at: int) -> int:
    """Where something begins again after blanks, line ends and comments."""
    match = _GAP.match(text, at)
    return match.end() if match else at


def _after_blanks(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _header(text: str, start: int) -> Table:
    brackets = 2 if text.startswith("[[", start) else 1
    name, at = _key(text, _after_blanks(text, start + brackets))
    return Table(start, at + brackets, name, in_array=brackets == 2)


def _key(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The parts of a key, and where what follows it begins."""
    parts: list[str] = []
    while True:
        quoted = _STRING.match(text, at)
        match = quoted or _BARE_KEY.match(text, at)
        if match is None:
            raise ValueError("no key where one should stand")
        parts.append(tomli.loads(f"key = {match[0]}")["key"] if quoted else match[0])
        at = _after_blanks(text, match.end())
        if not text.startswith(".", at):
            return tuple(parts), at
        at = _after_blanks(text, at + 1)


def _pair(text: str, start: int) -> Pair:
    keys, at = _key(text, start)
    return Pair(start, keys, _value(text, _after_blanks(text, at + 1)))


def _value(text: str, start: int) -> Value:
    if text[start] == "[":
        return _array(text, start)
    if text[start] == "{":
        return _inline_table(text, start)
    match = _STRING.match(text, start) or _PLAIN.match(text, start)
    if match is None:
        raise ValueError("no value where one should stand")
    return Value(start, start + len(match[0].rstrip(" \t")))


def _array(text: str, start: int) -> Value:
    found = Value(start, start)
    at = _after_gap(text, start + 1)
    while text[at] != "]":
        if text[at] == ",":
            at += 1
        else:
            item = _value(text, at)
            found.items.append(item)
            at = item.end
        at = _after_gap(text, at)
    found.end = at + 1
    return found


def _inline_table(text: str, start: int) -> Value:
    found = Value(start, start)
    at = _after_gap(text, start + 1)
    while text[at] != "}":
        if text[at] == ",":
            at += 1
        else:
            pair = _pair(text, at)
            found.pairs.append(pair)
            at = pair.value.end
        at = _after_gap(text, at)
    found.end = at + 1
    return found
