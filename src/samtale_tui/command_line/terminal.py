"""What is written: data to stdout, messages to stderr, and none of it can harm a terminal."""

import errno
import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress

from samtale_tui.basis.language import _

TYPE_CHECKING = False
if TYPE_CHECKING:  # loading these takes as long as starting Python, and --help needs none of them
    from typing import TextIO

    from samtale_tui.basis.errors import Problem


_USUAL_COLUMNS = 80
_LEAST_COLUMNS = 20
PLAIN, FAINT, RED, PURPLE = "", "2", "1;31", "1;35"
"""How words can look, as a terminal is told. It is never all that tells them apart."""


class ReaderGoneError(Exception):
    """Whoever read what is written has had enough, as ``head`` has after ten lines."""


def prepare() -> None:
    """Never stumble over a letter that the terminal or the file has no bytes for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def is_interactive() -> bool:
    """Whether there is a keyboard to read from and a terminal to paint on."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def can_ask() -> bool:
    """Whether there is someone to ask: a keyboard, and a terminal for the question."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str) -> str:
    """Ask on stderr, and give what was answered; nothing where the keyboard has no more."""
    from samtale_tui.basis.text import clean

    _write(sys.stderr, clean(question))
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        tell("")
    return answer


def put(text: str) -> None:
    """Write data to stdout; control codes in it are left out.

    Raises:
        ReaderGoneError: nobody reads any more.
        SamtaleError: it cannot be written, as on a full disk.
    """
    from samtale_tui.basis.text import clean

    _write(sys.stdout, clean(text))


def put_rows(rows: Iterable[tuple[str, ...]]) -> None:
    """Write a list to stdout: in a terminal in columns, else with tabs between, which ``cut`` takes apart.

    Raises:
        ReaderGoneError: nobody reads any more.
        SamtaleError: it cannot be written.
    """
    from samtale_tui.basis.text import clean_line

    cleaned = [tuple(clean_line(cell) for cell in row) for row in rows]
    lines = _aligned(cleaned) if sys.stdout and sys.stdout.isatty() else ["\t".join(row) for row in cleaned]
    put("".join(f"{line}\n" for line in lines))


def put_coloured(parts: "Iterable[tuple[str, str]]") -> None:
    """Write data to stdout, in colours where that is a terminal and nobody asks for none.

    Args:
        parts: texts, each with how it looks; control codes in them are left out.

    Raises:
        ReaderGoneError: nobody reads any more.
        SamtaleError: it cannot be written.
    """
    from samtale_tui.basis.text import clean

    colours = _has_colours()
    _write(sys.stdout, "".join(_coloured(clean(text), look if colours else PLAIN) for text, look in parts))


def columns() -> int:
    """How wide the terminal is; 80 where what is written goes elsewhere."""
    if sys.stdout is None or not sys.stdout.isatty():
        return _USUAL_COLUMNS
    try:
        wide = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        wide = 0
    return max(_LEAST_COLUMNS, wide) if wide else _USUAL_COLUMNS


def tell(message: str) -> None:
    """Write a message to stderr; control codes in it are left out."""
    from samtale_tui.basis.errors import SamtaleError
    from samtale_tui.basis.text import clean

    with suppress(ReaderGoneError, SamtaleError):  # there is nowhere left to say that nothing can be said
        _write(sys.stderr, clean(message).rstrip("\n") + "\n")


def tell_problems(problems: "Iterable[Problem]") -> None:
    """Write each problem to stderr, on a line of its own."""
    tell("\n".join(map(as_line, problems)))


def as_line(problem: "Problem") -> str:
    """``file:line: message`` on one line, whatever the file is called."""
    from samtale_tui.basis.text import clean_line

    return clean_line(str(problem))


def finish() -> None:
    """Have all that was written arrive, as far as anyone reads it.

    Raises:
        ReaderGoneError: nobody reads any more.
        SamtaleError: it cannot be written.
    """
    _write(sys.stdout, "")


def _has_colours() -> bool:
    """Whether stdout shows colours; the old console of Windows would show their codes."""
    if sys.stdout is None or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return False
    return os.environ.get("TERM") != "dumb" and (os.name != "nt" or "WT_SESSION" in os.environ)


def _coloured(text: str, look: str) -> str:
    return f"\x1b[{look}m{text}\x1b[0m" if look and text else text


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Every column but the last as wide as its widest cell, with two blanks between."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _write(stream: "TextIO | None", text: str) -> None:
    if stream is None:  # closed from the start, as with >&-
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        _let_go(stream)
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            raise ReaderGoneError from error
        from samtale_tui.basis.disk_errors import Refusal, refusal
        from samtale_tui.basis.errors import SamtaleError

        code = errno.errorcode.get(error.errno or 0, "?")
        message = _("Resultatet kunne ikke skrives ({code}).").format(code=code)
        if refusal(error) is Refusal.FULL:
            message = _("Resultatet kunne ikke skrives, for disken er fuld.")
        raise SamtaleError(_("Kan ikke skrive"), message) from error


def _let_go(stream: "TextIO") -> None:
    """What is left unwritten goes nowhere; the interpreter would try again at its end, and complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
