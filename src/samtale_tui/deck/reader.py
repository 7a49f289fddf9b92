"""From the bytes of a file to a deck, or to all that is wrong with it, each thing on its line."""

import errno
import stat
from collections.abc import Iterable
from pathlib import Path

import tomli
from pydantic import ValidationError

from samtale_tui.basis.errors import DeckError, Problem
from samtale_tui.basis.faults import Fault, KeyPath
from samtale_tui.basis.language import _
from samtale_tui.basis.text import line_and_column, shorten
from samtale_tui.deck.model import Deck

MOST_BYTES = 2_000_000
"""The largest file that is read; a deck of a thousand cards fills half a million."""
MOST_PROBLEMS = 200
"""Problems told of one file."""

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def read_deck(path: Path) -> Deck:
    """The deck in a file.

    Raises:
        DeckError: the file cannot be read, does not parse, or is wrong; with all its problems.
    """
    return parse_deck(read_bytes(path), path)


def parse_deck(data: bytes, path: Path) -> Deck:
    """The deck in the bytes of a file.

    Args:
        data: what the file holds.
        path: the file that the problems name; it is not opened.

    Raises:
        DeckError: the bytes do not parse or are wrong; with all their problems.
    """
    text = _decoded(data, path)
    values = _parsed(text, path)
    try:
        return Deck.model_validate(values)
    except ValidationError as error:
        from samtale_tui.deck.explain import explain

        faults = explain(error, values)
    raise _wrong(_placed(faults, text, path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a deck's file.

    Raises:
        DeckError: there is no such file, it is none that can be read, or it is far too large.
    """
    try:
        stamp_of(path)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _not_opened(path, error) from error
    if len(data) > MOST_BYTES:
        message = _("Filen er større end {most} MB.").format(most=MOST_BYTES // 1_000_000)
        raise _unreadable(path, message, _("Et kortsæt er tekst alene; se efter, om det er den rigtige fil."))
    return data


def stamp_of(path: Path) -> tuple[int, int]:
    """When a file was changed, in nanoseconds, and its size in bytes; asked before a file is opened.

    Raises:
        DeckError: it is a folder, or something else that is no file: to open a pipe can last for ever.
        OSError: nothing is there, or it may not be seen.
        ValueError: no file can have such a name.
    """
    other = _("Vælg en fil, der ender på .toml.")
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise _unreadable(path, _("Det er en mappe og ikke en fil."), other)
    if not stat.S_ISREG(found.st_mode):
        raise _unreadable(path, _("Det er ikke en almindelig fil."), other)
    return found.st_mtime_ns, found.st_size


def id_in(path: Path) -> str | None:
    """The id that a deck's file gives itself, without a look at the rest; none where it does not parse."""
    try:
        id_ = _parsed(_decoded(read_bytes(path), path), path).get("id")
    except DeckError:
        return None
    return id_ if isinstance(id_, str) else None


def place_in(path: Path, keys: KeyPath) -> tuple[int, int]:
    """Line and column of a value in the file of a good deck."""
    from samtale_tui.basis.toml_places import Places

    return Places(_decoded(read_bytes(path), path)).of(keys)


def _decoded(data: bytes, path: Path) -> str:
    """The text of the bytes, without a byte-order mark."""
    remedy = _("Gem filen som UTF-8.")
    encoding = _other_encoding(data)
    if encoding:
        message = _("Filen er gemt som {encoding}.").format(encoding=encoding)
        raise _wrong([Problem(path, 1, 1, message, remedy)])
    data = data.removeprefix(b"\xef\xbb\xbf")
    zero = data.find(0)
    if zero >= 0:
        message = _("Her står et nul-tegn, som ikke hører til i en tekst. Slet det.")
        raise _wrong([Problem(path, *line_and_column(data, zero), message, remedy)])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        bad = error.start
    message = _("Her står en byte, som ikke er UTF-8 (0x{byte}).").format(byte=f"{data[bad]:02X}")
    meant = data[bad : bad + 1].decode("cp1252", errors="ignore")
    if meant.isalpha():
        message = _("Her står et tegn, formentlig »{letter}«, som ikke er UTF-8.").format(letter=meant)
    raise _wrong([Problem(path, *line_and_column(data, bad), message, remedy)])


def _other_encoding(data: bytes) -> str:
    """The name of an encoding of two or four bytes a letter, by its mark or its many NULs; else nothing."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    beginning = data[:200]
    return "UTF-16" if beginning.count(0) > len(beginning) // 4 else ""


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:
        from samtale_tui.basis.toml_syntax import syntax_problem

        problem = syntax_problem(error, text, path)
    raise _wrong([problem])


def _placed(faults: Iterable[Fault], text: str, path: Path) -> list[Problem]:
    """The faults on their lines, in the order of the file; no more of them than anyone would read."""
    from samtale_tui.basis.toml_places import Places

    places = Places(text)
    problems = [Problem(path, *places.of(f.path, f.at), f.message, f.remedy) for f in faults]
    problems.sort(key=lambda problem: (problem.line, problem.column))
    if len(problems) > MOST_PROBLEMS:
        more = Problem(path, 0, 0, _("Der er flere fejl end de {n}, der er vist.").format(n=MOST_PROBLEMS))
        problems = [*problems[:MOST_PROBLEMS], more]
    return problems


def _wrong(problems: Iterable[Problem]) -> DeckError:
    return DeckError(_("Der er fejl i kortsættet"), tuple(problems))


def _unreadable(path: Path, message: str, remedy: str = "") -> DeckError:
    return DeckError(_("Kortsættet kan ikke læses"), (Problem(path, 0, 0, message, remedy),))


def _not_opened(path: Path, error: OSError | ValueError) -> DeckError:
    """What the system says, in the user's language; a name with a NUL in it is a ValueError."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return _unreadable(path, _("Filen findes ikke."), _("Se efter, om navnet og mappen er rigtige."))
    if isinstance(error, PermissionError):
        return _unreadable(
            path, _("Du har ikke lov til at læse filen."), _("Giv dig selv læseadgang til den.")
        )
    code = errno.errorcode.get(error.errno or 0, "?")
    return _unreadable(path, _("Filen kan ikke læses ({code}).").format(code=shorten(code, 20)))
