"""Keep the catalogues of ``src/samtale_tui/locale``: one text file (.po) a language, and what is read (.mo).

    python tools/catalogues.py update        take new texts in and old ones out, and compile
    python tools/catalogues.py missing       print the texts that have no English, as a .po
    python tools/catalogues.py take FILE.po  enter those translations, and compile

Danish is the source, so its catalogue is made: every text stands for itself. Texts are found where they are
marked with ``_``, ``n_`` or ``noted``, and in the declarations of the commands.
"""

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from samtale_tui.tui.commands import declared_texts

SOURCE = Path(__file__).parents[1] / "src" / "samtale_tui"
LOCALE = SOURCE / "locale"
LANGUAGES = ("da", "en")
MARKS = {"_": 1, "n_": 2, "noted": 1}
"""What marks a text, and how many forms of it."""
HEAD = """\
# What samtale says; kept by tools/catalogues.py.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""
"""The head of a text file: nothing in it changes with the day or the machine."""
_LONG_AGO = datetime(2027, 1, 1, tzinfo=UTC)


def po_path(language: str) -> Path:
    """A language's text file."""
    return LOCALE / language / "LC_MESSAGES" / "samtale.po"


def mo_path(language: str) -> Path:
    """A language's compiled file."""
    return po_path(language).with_suffix(".mo")


def template() -> Catalog:
    """Every text in the source that a user can meet."""
    texts = Catalog(project="samtale-tui")
    for path in sorted(SOURCE.rglob("*.py")):
        for text in marked(ast.parse(path.read_text(encoding="utf-8"))):
            texts.add(text, locations=[(path.relative_to(SOURCE).as_posix(), 0)])
    for text in declared_texts():
        texts.add(text, locations=[("tui/commands.py", 0)])
    return texts


def marked(tree: ast.AST) -> Iterator[str | tuple[str, ...]]:
    """The texts that are marked, in their order; in f-strings too, where babel's own search sees none."""
    calls = (
        each for each in ast.walk(tree) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    )
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        forms = call.args[: MARKS.get(call.func.id, 0)]
        words = tuple(each.value for each in forms if isinstance(each, ast.Constant))
        if words and words[0]:
            yield words if len(words) > 1 else words[0]


def read(language: str) -> Catalog:
    """A language's catalogue; an empty one where there is none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, project="samtale-tui", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """A language's catalogue with all texts of the source and no others.

    A text that was changed a little keeps its old translation, marked as one to look at again.
    """
    catalogue = read(language)
    catalogue.update(template(), no_fuzzy_matching=language == "da")
    catalogue.obsolete.clear()
    if language == "da":
        for message in catalogue:
            message.string = message.id or message.string
    return catalogue


def write(language: str, catalogue: Catalog) -> None:
    """Write a language's two files."""
    po_path(language).parent.mkdir(parents=True, exist_ok=True)
    with po_path(language).open("wb") as file:
        file.write(HEAD.format(language=language, plural=catalogue.plural_forms).encode())
        write_po(file, catalogue, width=100, sort_by_file=True, omit_header=True, include_lineno=False)
    mo_path(language).write_bytes(compiled(catalogue))


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    catalogue.creation_date = catalogue.revision_date = _LONG_AGO
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def texts(catalogue: Catalog) -> list[Message]:
    """The catalogue's messages without its head."""
    return [message for message in catalogue if message.id]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """One form, or singular and plural."""
    return text if isinstance(text, tuple) else (text,)


def faults(message: Message) -> Iterator[str]:
    """What is wrong with a translation."""
    if message.fuzzy:
        yield "must be looked at again"
    said, meant = forms(message.string), forms(message.id)
    if len(said) != len(meant) or not all(said):
        yield "is not translated"
        return
    for ours, theirs in zip(meant, said, strict=True):
        if _placeholders(ours) != _placeholders(theirs):
            yield "has other placeholders"
        if _edges(ours) != _edges(theirs):
            yield "begins or ends with other blanks"


def _placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{[a-z_0-9]*\}|%(?:\([a-z_]+\))?[sr]", text))


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def main(words: list[str]) -> int:
    """Do what is asked; 1 where texts are left without English."""
    match words:
        case ["update"]:
            for language in LANGUAGES:
                write(language, updated(language))
        case ["missing"]:
            write_po(
                sys.stdout.buffer, _missing(updated("en")), width=100, omit_header=True, include_lineno=False
            )
            return 0
        case ["take", file]:
            write("en", _with_translations_of(Path(file)))
        case _:
            print(__doc__)
            return 2
    left = len(texts(_missing(read("en"))))
    print(f"{left} texts have no English")
    return 1 if left else 0


def _missing(catalogue: Catalog) -> Catalog:
    """What is not translated, or must be looked at again."""
    found = Catalog(locale=catalogue.locale)
    for message in texts(catalogue):
        if any(faults(message)):
            found[message.id] = message
    return found


def _with_translations_of(file: Path) -> Catalog:
    """The English catalogue with what a file has; a text that the source does not have is refused."""
    catalogue = updated("en")
    with file.open("rb") as opened:
        translated = texts(read_po(opened, locale="en"))
    unknown = [message.id for message in translated if message.id not in catalogue]
    if unknown:
        sys.exit(f"Not in the source: {unknown}")
    for message in translated:
        entry = catalogue[message.id]
        entry.string = message.string
        entry.flags.discard("fuzzy")
    return catalogue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
