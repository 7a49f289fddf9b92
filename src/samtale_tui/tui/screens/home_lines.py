"""Home's lines: a conversation, a deck, and what is wrong with files."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from textual.content import Content

from samtale_tui.basis.errors import Problem
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.shown_dates import day_and_time
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.approving_words import due_words
from samtale_tui.conversation.store import Summary
from samtale_tui.deck.shelf import DeckEntry


def conversation_line(summary: Summary, now: datetime) -> Content:
    """One conversation in the list."""
    due = due_words(summary.delete_on, now.astimezone().date())
    facts = [*([due] if due else []), summary.state(), day_and_time(summary.changed, now)]
    if summary.agreements:
        facts.append(n_("1 aftale", "{n} aftaler", summary.agreements))
    if summary.actions:
        facts.append(n_("1 handling", "{n} handlinger", summary.actions))
    if summary.holder:
        facts.append(_("åben hos {who}").format(who=summary.holder.describe()))
    team = shorten(clean_line(summary.team), 30) or summary.id
    return Content.assemble(
        (team, "bold"),
        "  ",
        (summary.kind.upper(), "$text-muted"),
        "  ",
        (clean_line(" · ".join(facts)), "$text-muted"),
    )


def deck_line(deck: DeckEntry) -> Content:
    """One deck in the list; which conversation it is for, unless the title says so."""
    kind = deck.conversation.upper() if deck.conversation else ""
    kind = "" if kind in deck.title.split() else kind
    about = (shorten(deck.summary, 200), "$text-muted")
    if deck.problems:
        about = (_("kan ikke bruges"), "$text-warning")
    facts = [part for part in ((kind, "$text-muted"), about) if part[0]]
    return Content.assemble((deck.title, "bold"), *(each for part in facts for each in ("  ", part)))


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """A line a file: its first problem, and how to see the others."""
    lines: list[str] = []
    for path, found in groupby(problems, key=lambda problem: problem.path):
        first, *others = found
        more = n_("og 1 ting mere", "og {n} ting mere", len(others))
        how = (
            _("({more}; vis alt med: samtale deck check {path})").format(more=more, path=path)
            if others
            else ""
        )
        lines.append(f"{first} {how}".strip())
    return lines
