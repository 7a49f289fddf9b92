"""TOML 1.1 as TOML 1.0, byte for byte in the same places.

The reader knows TOML 1.1; the grammar that finds places knows 1.0. What is new in 1.1 is put in other words
of the same length: newlines, comments and a last comma in inline tables, two escapes, times without seconds.
"""

import re

_TOKEN = re.compile(
    rb'(?P<basic>"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}|"(?:[^"\\\n]++|\\.)*+")'
    rb"|(?P<literal>'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}|'[^'\n]*+')"
    rb"|(?P<comment>#[^\n]*+)"
    rb"|(?P<time>(?:\d{4}-\d\d-\d\d[Tt ])?\d\d:\d\d(?![\d:])(?:[Zz]|[+-]\d\d:\d\d)?)"
    rb"|(?P<mark>[{}\[\],\n])"
    rb"|(?P<other>[^\s\"'#{}\[\],=]++|=)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_QUOTE = re.compile(rb"[\"']")


def as_toml_1_0(data: bytes) -> bytes:
    """The same text with nothing in it that only TOML 1.1 allows, every byte where it was."""
    changed = bytearray(data)
    open_brackets = bytearray()
    last_comma = -1
    for token in _TOKEN.finditer(data):
        start, end, text = token.start(), token.end(), token[0]
        inline = open_brackets.endswith(b"{")
        if token.lastgroup == "basic":
            changed[start:end] = _ESCAPE.sub(_older_escape, text)
        elif token.lastgroup == "time":
            changed[start:end] = b"1" * len(text)
        elif inline and (token.lastgroup == "comment" or text == b"\n"):
            changed[start:end] = b" " * len(text)
        elif text in (b"{", b"["):
            open_brackets += text
        elif text in (b"}", b"]"):
            if text == b"}" and last_comma >= 0:
                changed[last_comma] = ord(" ")
            del open_brackets[-1:]
        if text == b",":
            last_comma = start
        elif text != b"\n" and token.lastgroup != "comment":
            last_comma = -1
    return bytes(changed)


def _older_escape(escape: re.Match[bytes]) -> bytes:
    return rb"\t" if escape[0] in (rb"\e", rb"\x") else escape[0]


def unclosed_string(data: bytes) -> int | None:
    """Where the first string begins that is never closed, as an offset in bytes; none where all are."""
    end = 0
    for token in _TOKEN.finditer(data):
        gap = _QUOTE.search(data, end, token.start())
        if gap:
            return gap.start()
        end = token.end()
    gap = _QUOTE.search(data, end)
    return gap.start() if gap else None
