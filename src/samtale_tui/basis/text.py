"""Text from outside (decks, people, files) is hostile until it has been through here.

Control codes can move the cursor, ring the bell or rewrite the title of a terminal; bidi overrides and
soft hyphens make text read as something it is not. Markup is not handled here: no text is ever markup, and
each kind of sink on the screen has its own helper (``tui.sinks``).
"""

import re
import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

_ESCAPES = re.compile(
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC: titles, links, clipboard
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c)?"  # DCS, SOS, PM, APC
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, cursor moves
    r"|\x1b[ -/]*[0-~]?"
)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_BLANKS = re.compile(r"\s+")

MOST_TYPED = 20_000
"""Letters that one field takes from a person; more is refused when it is pasted, never cut."""


def clean(text: str) -> str:
    """Text of several lines without control codes, bidi overrides or soft hyphens, in NFC.

    Newline and tab stay; CR LF and CR become newline. Whole escape sequences go, not only their first byte,
    so that ``ESC[31mred`` reads as "red". Cleaning clean text changes nothing.
    """
    if text.isprintable():  # nothing of all that is: nearly every text, and much quicker to say
        return unicodedata.normalize("NFC", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _FORBIDDEN.sub("", _ESCAPES.sub("", text))
    return unicodedata.normalize("NFC", text)


def with_visible_signs(text: str) -> str:
    """The text with a � in the place of every sign that ``clean`` leaves out; newline and tab stay."""
    return _FORBIDDEN.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """Text of one line: cleaned, every run of white space one blank, trimmed."""
    return _BLANKS.sub(" ", clean(text)).strip()


def clean_prose(text: str) -> str:
    """Text of several lines: cleaned, and without blank lines or blanks round it."""
    return clean(text).strip()


def shorten(text: str, cells: int) -> str:
    """The text in at most so many letters, the last of them … where something was left out."""
    return text if len(text) <= cells else text[: max(0, cells - 1)].rstrip() + "…"


def split_names(text: str) -> tuple[str, ...]:
    """Names from a typed or pasted list, split at newline, comma and semicolon.

    ``Anna Holm <anna@kommune.dk>`` gives "Anna Holm", and a bare address gives what stands before its @.
    """
    names = (_name(clean_line(part)) for part in re.split(r"[\n,;]", clean(text)))
    return tuple(name for name in names if name)


def _name(part: str) -> str:
    mail = re.fullmatch(r"(.*?)\s*<([^<>]*)>", part)
    if mail:
        part = _unquoted(mail[1]) or mail[2]
    if "@" in part and " " not in part:
        part = part.split("@")[0]
    return _unquoted(part)


def _unquoted(name: str) -> str:
    """Without the quotes round the whole of it, as mail programs put them; those round a part stay."""
    name = name.strip()
    whole = len(name) > 1 and name[0] == name[-1] and name[0] in "\"'" and name[0] not in name[1:-1]
    return name[1:-1].strip() if whole else name


def line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """Where in a file's bytes one of them stands: its line and its column in characters, both from 1."""
    start = data.rfind(b"\n", 0, offset) + 1
    return data.count(b"\n", 0, offset) + 1, len(data[start:offset].decode(errors="replace")) + 1


def slug(text: str, most: int = 40) -> str:
    """A name that is safe as part of a file name on every system: small letters a–z, digits and hyphens."""
    text = clean_line(text).lower().translate({ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"})
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:most].strip("-")


def _cleaned_line(value: object) -> object:
    return clean_line(value) if isinstance(value, str) else value


def _cleaned_prose(value: object) -> object:
    return clean_prose(value) if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_cleaned_line)]
"""A cleaned line, possibly empty."""

Prose = Annotated[str, BeforeValidator(_cleaned_prose)]
"""Cleaned text of several lines, possibly empty."""

IDENTIFIER = "[a-z0-9][a-z0-9-]{0,59}"
"""What an identifier is spelt with, as a pattern."""
Identifier = Annotated[str, StringConstraints(pattern=f"^{IDENTIFIER}$")]
"""A name for use in files: small letters, digits and hyphens, at most 60."""
