"""``samtale deck check``: all that is wrong or poor in decks, each thing on its line with a mark under it."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from samtale_tui.basis.errors import DeckError, Problem
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.command_line.failures import exit_code
from samtale_tui.command_line.terminal import FAINT, PLAIN, PURPLE, RED, columns, put_coloured, tell_problems
from samtale_tui.deck.model import Deck
from samtale_tui.deck.reader import check_deck
from samtale_tui.tui.poor_decks import poor

Parts = Iterator[tuple[str, str]]
"""Texts, each with how it looks."""


def check_decks(files: Sequence[str]) -> int:
    """Tell of every file what is wrong with it, or that nothing is.

    Returns:
        0 where all can be used, 1 where something is wrong, 2 where a file cannot be read.
    """
    return max(_check(_meant(file)) for file in files)


def _meant(name: str) -> Path:
    """The file of that name; where there is none, that of the deck with that id."""
    path = Path(name)
    if path.suffix or len(path.parts) != 1 or path.exists():
        return path
    from samtale_tui.deck.shelf import UnknownDeck, entry_named

    try:
        return entry_named(name).path
    except UnknownDeck:
        return path


def _check(path: Path) -> int:
    try:
        deck, warnings = check_deck(path, poor)
    except DeckError as error:
        if error.is_unread:
            tell_problems(error.problems)
        else:
            put_coloured(chain(told(error.problems, _("fejl"), RED), _errors_in_all(path, error.problems)))
        return exit_code(error)
    summary = _in_order(path, deck, len(warnings))
    put_coloured(chain(told(warnings, _("advarsel"), PURPLE), [(f"{clean_line(summary)}\n", PLAIN)]))
    return 0


def told(problems: Sequence[Problem], what: str, look: str) -> Parts:
    """Each problem on a line of its own, its line of the file below, and a mark under the place."""
    margin = len(str(max((problem.line for problem in problems), default=0)))
    for problem in problems:
        if not problem.line:
            continue
        place = f"{clean_line(str(problem.path))}:{problem.line}:{problem.column}"
        yield f"{place}: ", PLAIN
        yield what, look
        yield f": {clean_line(f'{problem.message} {problem.remedy}')}\n", PLAIN
        if problem.source:
            yield from _source(problem, margin, look)
        yield "\n", PLAIN


def _source(problem: Problem, margin: int, look: str) -> Parts:
    from samtale_tui.basis.excerpt import excerpt

    shown = excerpt(problem.source, problem.column, problem.length, columns() - margin - 4)
    yield f" {problem.line:>{margin}} | ", FAINT
    yield f"{shown.line}\n", PLAIN
    yield f" {'':{margin}} | ", FAINT
    yield " " * shown.before, PLAIN
    yield shown.mark, look
    yield "\n", PLAIN


def _errors_in_all(path: Path, problems: Sequence[Problem]) -> Parts:
    """How many there are; the last one without a line says that there are more."""
    last = problems[-1]
    said = n_("{n} fejl.", "{n} fejl.", len(problems)) if last.line else last.message
    yield f"{clean_line(f'{path}: {said}')}\n", PLAIN


def _in_order(path: Path, deck: Deck, warnings: int) -> str:
    fields, cards = (
        n_("{n} felt", "{n} felter", len(deck.fields)),
        n_("{n} kort", "{n} kort", len(deck.cards)),
    )
    fine = _("{file}: Kortsættet er i orden: {title}, {fields}, {cards}.")
    if warnings:
        fine = _("{file}: Kortsættet kan bruges: {title}, {fields}, {cards}. {warnings}")
    told = n_("{n} advarsel.", "{n} advarsler.", warnings)
    return fine.format(file=path, title=deck.title, fields=fields, cards=cards, warnings=told)
