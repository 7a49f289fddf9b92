"""People's words as Markdown that shows exactly those words.

Only what Markdown would act on where it stands gets a backslash, so that the file also reads well as it is:
``a_b`` and ``2 * 3`` stay. The rules are CommonMark's and GitHub's (tables, ~~struck out~~, $formulas$, task
lists) with the marks of the common dialects beside them. Where not every dialect knows the backslash (before
< and &) a character reference stands. A web address stays one; some readers make it a link by themselves.

The words must be clean, as those of every model are (``basis.text``).
"""

import re
from collections.abc import Sequence

_MAY_ACT = re.compile(r"[\\`\[{$*_~<&]")
_TAG = re.compile(r"<[A-Za-z/!?]")
_REFERENCE = re.compile(r"&#?[A-Za-z0-9]+;")
_ACTS_AT_START = re.compile(r"[#>|]|[-+=](?=$|[\s=|:+-])|:(?=$|[\s:-])|[0-9]{1,9}(?=[.)](?:\s|$))")
_CLOSING_HASHES = re.compile(r"(^|\s)(#+)$")
_BLANKS = re.compile(r"\s+")


def inline(text: str) -> str:
    """One line for use after words of our own, as after ``- **Hvorfor:** ``."""
    return _escaped(_one_line(text))


def cell(text: str) -> str:
    """One line for a cell of a table."""
    return inline(text).replace("|", "\\|")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells, the titles first, in columns that also stand straight in the file as it is."""
    widths = [max(3, *map(len, column)) for column in zip(*rows, strict=True)]
    titles, *others = [[text.ljust(width) for text, width in zip(row, widths, strict=True)] for row in rows]
    rule = ["-" * width for width in widths]
    return "\n".join(f"| {' | '.join(row)} |" for row in (titles, rule, *others))


def heading(text: str) -> str:
    """One line for the end of a heading that we began."""
    return _CLOSING_HASHES.sub(r"\1\\\2", inline(text))


def prose(text: str, indent: str = "", *, begun: bool = False) -> str:
    """Several lines, each break and each blank line kept.

    Args:
        text: the words.
        indent: blanks before every line but the first, so that the lines stay within a list item.
        begun: the first line stands after words of our own, and not at the start of a block.
    """
    blocks = re.split(r"\n\s*\n", text.strip())
    done = []
    for number, block in enumerate(blocks):
        lines = [_escaped(_one_line(line)) for line in block.split("\n")]
        first = 1 if begun and number == 0 else 0
        lines[first:] = [_harmless_at_start(line) for line in lines[first:]]
        done.append(f"  \n{indent}".join(lines))
    return f"\n\n{indent}".join(done)


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _escaped(line: str) -> str:
    def harmless(match: re.Match[str]) -> str:
        """The mark as it is, or so that it does not act."""
        mark, at = match[0], match.start()
        if mark == "<":
            return "&lt;" if _TAG.match(line, at) else mark
        if mark == "&":
            return "&amp;" if _REFERENCE.match(line, at) else mark
        before, after = line[at - 1 : at], line[at + 1 : at + 2]
        apart = mark in "*_~" and before == after == " "
        within_a_word = mark == "_" and before.isalnum() and after.isalnum()
        return mark if apart or within_a_word else "\\" + mark

    return _MAY_ACT.sub(harmless, line)


def _harmless_at_start(line: str) -> str:
    match = _ACTS_AT_START.match(line)
    if match is None:
        return line
    return f"{match[0]}\\{line[match.end() :]}" if match[0].isdigit() else f"\\{line}"
