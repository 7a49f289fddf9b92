"""Every text in both languages: none is missing, none is left over, and none is fixed when a module is loaded."""

import ast
import gettext
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import catalogues
import samtale_tui
from samtale_tui.basis.language import LANGUAGES
from words_of_a_language import words_of, words_only_in

PACKAGE = Path(samtale_tui.__file__).parent


@pytest.fixture(scope="module")
def in_the_source() -> set[object]:
    return {message.id for message in catalogues.texts(catalogues.template())}


def test_the_source_is_searched(in_the_source: set[object]) -> None:
    assert len(in_the_source) > 700
    assert {
        "Ny aftale",
        "Træk et tilfældigt kort, I ikke har brugt",
        ("1 aftale", "{n} aftaler"),
    } <= in_the_source


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_text_of_the_source_and_no_other(
    language: str, in_the_source: set[object]
) -> None:
    catalogue = catalogues.read(language)
    there = {message.id for message in catalogues.texts(catalogue)}
    assert (in_the_source - there, there - in_the_source) == (set(), set())
    assert list(catalogue.obsolete) == []
    wrong = [f"{m.id!r} {fault}" for m in catalogues.texts(catalogue) for fault in catalogues.faults(m)]
    assert wrong == []


def test_danish_says_what_the_source_says() -> None:
    assert [m.id for m in catalogues.texts(catalogues.read("da")) if m.string != m.id] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_gettext_reads_is_what_the_text_file_says(language: str) -> None:
    compiled = io.BytesIO(catalogues.compiled(catalogues.read(language)))
    with catalogues.mo_path(language).open("rb") as file:
        shipped, fresh = gettext.GNUTranslations(file), gettext.GNUTranslations(compiled)
    assert vars(shipped)["_catalog"].keys() - {""} == vars(fresh)["_catalog"].keys() - {""}
    for message in catalogues.texts(catalogues.read(language)):
        one, *many = catalogues.forms(message.id)
        said = catalogues.forms(message.string)
        if many:
            assert (shipped.ngettext(one, *many, 1), shipped.ngettext(one, *many, 2)) == said
            assert shipped.ngettext(one, *many, 0) == said[1]
        else:
            assert (shipped.gettext(one),) == said


FAULTY = {
    "not translated": ('msgid "Ja, {name}"\nmsgstr ""', "is not translated"),
    "half a plural": ('msgid "1 ven"\nmsgid_plural "{n} venner"\nmsgstr[0] "1 friend"\nmsgstr[1] ""', "is not translated"),
    "fuzzy": ('#, fuzzy\nmsgid "Ja"\nmsgstr "Yes"', "must be looked at again"),
    "another name": ('msgid "Ja, {name}"\nmsgstr "Yes, {navn}"', "has other placeholders"),
    "a percent sign less": ('msgid "Ja, %(name)s"\nmsgstr "Yes, %s"', "has other placeholders"),
    "a blank less": ('msgid "Brug: "\nmsgstr "Usage:"', "begins or ends with other blanks"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTY)
def test_a_faulty_translation_is_found(case: str) -> None:
    text, fault = FAULTY[case]
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    read = catalogues.read_po(io.BytesIO((head + text).encode()), locale="en")
    assert [found for message in catalogues.texts(read) for found in catalogues.faults(message)] == [fault]


def test_the_tool_says_when_nothing_is_left_to_translate() -> None:
    tool = Path(catalogues.__file__)
    done = subprocess.run([sys.executable, tool, "missing"], capture_output=True, check=True, timeout=60)
    assert done.stdout == b""


def calls_when_loaded(node: ast.AST, *, late: bool = False) -> Iterator[ast.Call]:
    """Lookups of a text that happen once: outside functions, in default values, or kept by a cache."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        defaults = (*node.args.defaults, *(each for each in node.args.kw_defaults if each))
        for each in (*node.decorator_list, *defaults):
            yield from calls_when_loaded(each, late=late)
        kept = any("cache" in ast.unparse(decorator) for decorator in node.decorator_list)
        for each in node.body:
            yield from calls_when_loaded(each, late=not kept)
        return
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "n_"}
        and not late
    ):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from calls_when_loaded(child, late=late or isinstance(node, ast.Lambda))


EARLY = [
    "TITLE = _('a')",
    "class A:\n    title = _('a')",
    "def f(title=_('a')): ...",
    "def f(*, title=n_('a', 'b', 1)): ...",
    "@cache\ndef f():\n    return _('a')",
    "@dataclass\nclass A:\n    title: str = field(default=_('a'))",
    "def f():\n    def g(title=_('a')): ...\n    return _('b')",
]
LATE = [
    "def f():\n    return _('a')",
    "f = lambda: _('a')",
    "class A:\n    def f(self):\n        return _('a')",
]


def test_a_text_that_is_looked_up_too_early_is_found() -> None:
    found = [len(list(calls_when_loaded(ast.parse(text)))) for text in (*EARLY, *LATE)]
    assert found == [1] * 6 + [0] * 4


def test_no_text_is_looked_up_when_a_module_is_loaded() -> None:
    early = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}: {ast.unparse(call)}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in calls_when_loaded(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert early == []


def texts_out_of_reach(tree: ast.AST) -> Iterator[ast.Call]:
    """Lookups that no catalogue can know: of a text that is put together first."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        made = any(isinstance(each, ast.JoinedStr | ast.BinOp | ast.IfExp) for each in node.args)
        if made and node.func.id in {"_", "n_", "noted"}:
            yield node


def test_a_text_within_a_text_is_found() -> None:
    source = "a = f\"## {_('Overblik')}\"\nb = [n_('1 ven', '{n} venner', 3), noted('Ja'), _(b), _('')]"
    assert list(catalogues.marked(ast.parse(source))) == ["Overblik", ("1 ven", "{n} venner"), "Ja"]


def test_no_text_is_put_together_before_it_is_looked_up() -> None:
    assert (
        len(
            list(texts_out_of_reach(ast.parse("_(f'{a} b')\n_('a' + b)\n_('a' if b else 'c')\n_('a')\n_(a)")))
        )
        == 3
    )
    for path in PACKAGE.rglob("*.py"):
        assert list(texts_out_of_reach(ast.parse(path.read_text(encoding="utf-8")))) == [], path


NOT_SHOWN = {
    "basis/crash_log.py": "names of files",
    "basis/dates.py": "what is read",
    "basis/english_dates.py": "what is read",
    "basis/folders.py": "names of folders",
    "basis/name_places.py": "what is read",
    "basis/shown_dates.py": "how a date is written",
    "basis/text.py": "letters",
    "command_line/forgetting.py": "what is read",
    "basis/time_lengths.py": "what is read",
    "conversation/breaks.py": "what is read",
    "conversation/idoart_commands.py": "what is read",
    "conversation/role_reading.py": "what is read",
    "deck/meant.py": "what is read",
    "deck/search.py": "letters",
    "deck/shelf.py": "letters",
    "deck/writing.py": "a name for a file",
    "tui/screens/settings.py": "a language in its own name",
    "tui/widgets/word_breaking.py": "letters and parts of words",
    "tui/command_model.py": "told to the catalogues by declared_texts",
    "tui/commands.py": "told to the catalogues by declared_texts",
    "tui/method_commands.py": "told to the catalogues by declared_texts",
}
"""Danish that no catalogue need know, and why."""
NOT_DANISH = {"dialog", "driver", "holder", "job", "lang", "sig", "store"}
"""Words of the program that happen to be Danish."""


def unmarked(node: ast.AST) -> Iterator[ast.Constant]:
    """Texts that no catalogue knows."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "n_", "noted"}
    ):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):  # a docstring
            yield from unmarked(child)


def test_no_danish_stands_in_the_source_without_its_mark() -> None:
    danish, found = words_only_in("da") - NOT_DANISH, set()
    assert len(danish) > 500
    for path in PACKAGE.rglob("*.py"):
        for text in unmarked(ast.parse(path.read_text(encoding="utf-8"))):
            if danish & words_of(text.value) or set("æøå") & set(text.value.lower()):
                found.add((path.relative_to(PACKAGE).as_posix(), text.value))
    assert {each for each in found if each[0] not in NOT_SHOWN} == set()
    assert {file for file, _text in found} == set(NOT_SHOWN), "what is no longer there need not be named"
