"""What the help says: every key that works in a place, in groups, each with a line on what it does."""

from collections.abc import Iterable
from typing import NamedTuple

from samtale_tui.basis.language import _
from samtale_tui.tui.commands import CONVERSATION, Command, command, commands_in


class Row(NamedTuple):
    """A key, or some that belong together."""

    keys: str
    """As they stand on the keyboard."""
    help: str
    """What is done, in a line."""


class Group(NamedTuple):
    """Keys that work equally far and wide."""

    title: str
    rows: tuple[Row, ...]


def groups_in(context: str) -> tuple[Group, ...]:
    """What works on a screen: here alone, in all of a conversation, everywhere."""
    here = list(_beside_the_commands(context))
    talk: list[Row] = []
    everywhere: list[Row] = []
    for each in commands_in(context):
        if "home" in each.where and set(each.where) >= set(CONVERSATION):
            everywhere.append(row_of(each))
        elif context in CONVERSATION and len(set(CONVERSATION) - set(each.where)) <= 1:
            talk.append(row_of(each))
        else:
            here.append(row_of(each))
    here += _clicker(context)
    return _named(here, talk, (*everywhere, _mouse()))


def groups_over_a_screen(here: Iterable[Row]) -> tuple[Group, ...]:
    """What works in a box over a screen: its own keys, and those that no box takes away."""
    everywhere = [row_of(command(name)) for name in ("theme", "quit")]
    return _named(here, (), (*everywhere, Row("F1", _("Vis tasterne, mens du skriver"))))


def row_of(each: Command) -> Row:
    """A command as a row."""
    return Row(each.shown_keys, each.help_line)


def _named(here: Iterable[Row], talk: Iterable[Row], everywhere: Iterable[Row]) -> tuple[Group, ...]:
    groups = (
        Group(_("Her"), tuple(here)),
        Group(_("I hele samtalen"), tuple(talk)),
        Group(_("Overalt"), tuple(everywhere)),
    )
    return tuple(group for group in groups if group.rows)


def _beside_the_commands(context: str) -> tuple[Row, ...]:
    """Keys that widgets listen to, and that no command is declared for."""
    pane = Row("Tab", _("Gå til den næste rude; Shift+Tab går tilbage"))
    ticks = Row(_("Mellemrum"), _("Slå det markerede til eller fra"))
    choices = Row("⏎", _("Vis, hvad der kan vælges mellem"))
    rows = {
        "home": (Row("↑ ↓", _("Gå op og ned i listen")),),
        "start": (choices,),
        "decks": (
            Row("↑ ↓", _("Gå mellem sættene eller mellem kortene, også mens du søger")),
            Row("← →", _("Gå mellem sættene og kortene")),
        ),
        "deck_card": (choices,),
        "settings": (choices, ticks),
        "wheel": (Row("1–9", _("Spring til feltet med det tal; begge cifre ved ti eller flere")), pane),
        "card": (pane,),
        "plan": (Row("↑ ↓", _("Gå op og ned mellem linjerne")), pane),
        "action": (choices,),
        "finish": (pane, ticks),
    }
    return rows.get(context, ())


def _clicker(context: str) -> tuple[Row, ...]:
    if not any("pagedown" in each.keys for each in commands_in(context)):
        return ()
    return (Row(_("Fjernbetjening"), _("En præsentationsklikker virker som PgDn og PgUp")),)


def _mouse() -> Row:
    return Row(_("Mus"), _("Alt kan også klikkes på, også ordene nederst"))
