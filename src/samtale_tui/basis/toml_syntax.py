"""What the TOML parser refuses, in the user's language. Loaded only when a file does not parse."""

import re
from pathlib import Path

from tomli import TOMLDecodeError

from samtale_tui.basis.errors import Problem
from samtale_tui.basis.language import _
from samtale_tui.basis.older_toml import unclosed_string
from samtale_tui.basis.suggest import quoted
from samtale_tui.basis.text import line_and_column


def syntax_problem(error: ValueError | RecursionError, text: str, path: Path) -> Problem:
    """What the parser raised, at its place; where it tells none, at the one that must have been meant."""
    if isinstance(error, TOMLDecodeError):
        if error.msg.startswith(("Cannot", "Duplicate")):
            return _said_twice(error, path)
        return Problem(path, error.lineno, error.colno, *_explained(error))
    if isinstance(error, RecursionError):
        message = _("Her er alt for mange parenteser eller navne inde i hinanden.")
        return Problem(path, _deepest_line(text, error), 1, message, _("Skriv det fladere."))
    # The only other one is a number with more digits than Python takes.
    return Problem(path, *_place_of_longest_number(text), _("Tallet er alt for langt."))


def _explained(error: TOMLDecodeError) -> tuple[str, str]:
    """What is wrong at the parser's place, and what to do about it."""
    said = error.msg
    at_end = error.pos >= len(error.doc)
    for beginning, message, remedy in _sentences():
        if said.startswith(beginning):
            return message, remedy
    if said.startswith(("Illegal character", "Found invalid character")):
        return _illegal_character(error)
    if said.startswith("Unterminated string") or (at_end and said.startswith("Expected")):
        return _unclosed(error)
    return _("Filen kan ikke læses herfra."), _("Se efter, om noget mangler lige før.")


def _sentences() -> tuple[tuple[str, str, str], ...]:
    """Beginnings of what the parser says, each with what we say."""
    line = _("Hver linje er [tabel], nøgle = værdi eller # kommentar.")
    return (
        (
            "Expected newline or end of document",
            _("Der står mere på linjen, end der kan læses."),
            _('Anførselstegn inde i en tekst skrives \\" eller » «.'),
        ),
        ("Expected '='", _("Her mangler et lighedstegn."), line),
        ("Expected ']'", _("Tabellens navn mangler sin slutparentes ]."), ""),
        ("Expected ']]'", _("Tabellens navn mangler sine to slutparenteser ]]."), ""),
        ("Invalid statement", _("Linjen kan ikke læses."), line),
        ("Invalid initial character", _("Nøglen kan ikke læses."), line),
        ("Invalid value", _("Værdien kan ikke læses."), _("Tekst skal stå i anførselstegn.")),
        (
            "Invalid date",
            _("Den dato eller det tidspunkt findes ikke."),
            _("Tekst skal stå i anførselstegn."),
        ),
        ("Invalid hex", _("Tegnkoden kan ikke læses."), _("Skriv tegnet selv i stedet.")),
        ("Escaped character", _("Tegnkoden er ikke et tegn."), _("Skriv tegnet selv i stedet.")),
        (
            "Unescaped '\\'",
            _("En omvendt skråstreg i teksten kan ikke læses."),
            _("Skriv to, hvor der skal stå én."),
        ),
        (
            "Unclosed array",
            _("Listen mangler et komma eller sin slutparentes ]."),
            _("Sæt komma mellem teksterne og ] efter den sidste."),
        ),
        (
            "Unclosed inline table",
            _("Tabellen mangler et komma eller sin slutparentes }."),
            _("Sæt komma mellem nøglerne og } efter den sidste."),
        ),
    )


def _said_twice(error: TOMLDecodeError, path: Path) -> Problem:
    """A key or table that is there already, at its name; the parser has gone on to the end of its value."""
    from samtale_tui.basis.toml_places import key_at

    found = key_at(error.doc, error.pos)
    if found is None:
        message = _("Den samme nøgle er skrevet to gange.")
        return Problem(path, error.lineno, error.colno, message, _("Slet den ene."))
    name, place = found
    if name.startswith("["):
        message = _("Tabellen {name} findes allerede.").format(name=quoted(name))
        remedy = _("Skal der være flere, skrives navnet i to kantede parenteser, som [[cards]].")
    else:
        message = _("Nøglen {key} er skrevet to gange.").format(key=quoted(name))
        remedy = _("Slet den ene.")
    return Problem(path, place.line, place.column, message, remedy, place.length)


def _illegal_character(error: TOMLDecodeError) -> tuple[str, str]:
    character = error.doc[error.pos] if error.pos < len(error.doc) else "\0"
    if character == "\n":
        message = _("Teksten mangler sit sidste anførselstegn.")
        return message, _('Skal den fylde flere linjer, sættes """ før og efter.')
    message = _("Her står et usynligt tegn (U+{code}), som ikke må være i filen.")
    return message.format(code=f"{ord(character):04X}"), _("Slet det.")


def _unclosed(error: TOMLDecodeError) -> tuple[str, str]:
    begins = unclosed_string(error.doc.encode())
    if begins is None:
        return _("Filen slutter midt i noget."), _("Se efter, om noget mangler til sidst.")
    line, _column = line_and_column(error.doc.encode(), begins)
    message = _("Teksten, der begynder i linje {line}, mangler sit sidste anførselstegn.").format(line=line)
    return message, _("Sæt det, hvor teksten slutter.")


def _deepest_line(text: str, error: RecursionError) -> int:
    """The line with most brackets or, where a key has too many parts, most dots; counted from 1."""
    marks = "." if "key" in str(error) else "[{"
    lines = text.split("\n")
    return 1 + max(range(len(lines)), key=lambda number: sum(lines[number].count(mark) for mark in marks))


def _place_of_longest_number(text: str) -> tuple[int, int]:
    """Line and column of the number with most digits, both counted from 1."""
    longest = max(re.finditer(r"[0-9_]+", text), key=lambda match: match.end() - match.start())
    start = longest.start()
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
