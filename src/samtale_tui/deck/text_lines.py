"""Lines of a deck's text, and pieces of it put in the place of others. Offsets are letters."""

from collections.abc import Sequence

from samtale_tui.basis.toml_spans import comments_in

Splice = tuple[int, int, str]
"""From where to where what is put instead."""


def newline_of(text: str) -> str:
    """How its lines end."""
    return "\r\n" if "\r\n" in text else "\n"


def line_start(text: str, at: int) -> int:
    """Where the line begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the next line begins, or the text ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def content_end(text: str, at: int) -> int:
    """Where the line's own end begins."""
    return at + len(text[at : line_end(text, at)].rstrip("\r\n"))


def indent_at(text: str, at: int) -> str:
    """The blanks before something that begins its line; nothing where it does not."""
    before = text[line_start(text, at) : at]
    return "" if before.strip() else before


def comment_lines(text: str, start: int, end: int, newline: str, indent: str = "") -> str:
    """The comments of a piece of text, each on a line of its own."""
    return "".join(f"{indent}{comment}{newline}" for comment in comments_in(text[start:end]))


def with_blank_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """A piece of whole lines with the blank lines after it; at the text's end with those before it."""
    while end < len(text) and not text[end : line_end(text, end)].strip():
        end = line_end(text, end)
    if end == len(text):
        kept = len(text[:start].rstrip())
        start = line_end(text, kept) if kept else 0
    return start, end


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """The text with pieces put in the place of others; none lies over another."""
    for start, end, instead in sorted(splices, reverse=True):
        text = text[:start] + instead + text[end:]
    return text
