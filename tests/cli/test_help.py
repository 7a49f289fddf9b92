"""Help and usage errors: all of it is named, all of it is Danish, and a slip is answered with what was meant."""

import argparse
import ast
import inspect
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from answers import Samtale

from samtale_tui.basis.words import ConversationKind
from samtale_tui.command_line import arguments
from samtale_tui.command_line.argparse_words import sentences, translated
from samtale_tui.conversation import model
from samtale_tui.conversation.model import Conversation

COMMANDS = {
    (): ("start", "resume", "list", "decks", "deck", "plan", "forget", "--help", "--version"),
    ("start",): ("KORTSÆT", "--team NAVN", "--people NAVNE", "--minutes TAL", "--help", "5–1440"),
    ("resume",): ("ID", "--help"),
    ("list",): ("--help",),
    ("decks",): ("--help",),
    ("deck",): ("show", "check", "new", "add", "--help"),
    ("deck", "show"): ("KORTSÆT", "--help"),
    ("deck", "check"): ("FIL", "--help"),
    ("deck", "new"): ("FIL", "--title TITEL", "--conversation SAMTALE", "tus, grus, mus eller lus", "--help"),
    ("deck", "add"): ("KORTSÆT", "--help"),
    ("forget",): ("ID", "--yes", "--help"),
    ("plan",): ("show", "export", "--help"),
    ("plan", "show"): ("ID", "--help"),
    ("plan", "export"): (
        "ID",
        "--to MAPPE",
        "--format FORMATER",
        "--overwrite",
        "md,docx,ics,toml",
        "--help",
    ),
}
"""Everything that can be written."""


def every_parser() -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """The program and every command, as they are declared."""
    with translated():
        waiting = [((), arguments.parser())]
    while waiting:
        words, parser = waiting.pop()
        yield words, parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                waiting.extend(((*words, name), sub) for name, sub in action.choices.items())


@pytest.mark.parametrize(("words", "named"), COMMANDS.items(), ids=lambda value: " ".join(value) or "samtale")
def test_help_names_every_command_and_option(
    samtale: Samtale, words: tuple[str, ...], named: tuple[str, ...]
) -> None:
    answer = samtale(*words, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Brug: {' '.join(('samtale', *words))} [-h]")
    assert [each for each in named if each not in answer.out] == []
    assert samtale(*words, "-h") == answer


def test_help_is_tested_for_every_command_and_option_there_is() -> None:
    declared = {
        words: [
            name for action in parser._actions for name in (*action.option_strings, *(action.choices or ()))
        ]
        for words, parser in every_parser()
    }
    assert declared.keys() == COMMANDS.keys()
    for words, names in declared.items():
        named = {each.split()[0] for each in COMMANDS[words]}
        assert set(names) - {"-h", "--lang"} <= named
        assert "--lang" in names  # every help says so: see test_language


def test_every_command_says_what_it_and_each_of_its_options_does() -> None:
    for _words, parser in every_parser():
        assert parser.description
        commands = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
        assert all(action.help for action in parser._actions if action not in commands)
        assert all(choice.help for action in commands for choice in action._choices_actions)


def test_help_has_no_english_word(samtale: Samtale) -> None:
    for words in COMMANDS:
        help_ = samtale(*words, "--help").out.lower()
        assert not {"usage:", "options:", "arguments:", "exit", "message"} & set(help_.split())


def test_argparse_can_say_nothing_that_is_not_translated() -> None:
    mistakes_of_this_program = (
        ".__call__() not defined",
        "conflicting",
        'argument "-" with mode',
        "can't open",
        "cannot merge actions",
        "'required' is an invalid argument",
        "invalid option string",
        "dest= is required",
        "invalid conflict_resolution",
        "mutually exclusive arguments must",
        "cannot have multiple subparser",
        "is deprecated",
        "unexpected option string",
        "is not callable",
    )
    set_by_this_program = (
        "positional arguments",
        "options",
        "subcommands",
        "show this help message and exit",
        "show program's version number and exit",
        " (default: %(default)s)",
        "%(heading)s:",
        "%(prog)s: error: %(message)s\n",
        "%(prog)s: warning: %(message)s\n",
    )
    said = {
        node.args[-2 if node.func.id == "ngettext" else 0].value
        for node in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext"}
        and isinstance(node.args[0], ast.Constant)
    }
    left = [
        each
        for each in said - sentences().keys() - set(set_by_this_program)
        if not any(part in each for part in mistakes_of_this_program)
    ]
    assert left == []


def test_argparse_speaks_its_own_language_again_afterwards() -> None:
    before = vars(argparse)["_"], vars(argparse)["ngettext"]
    with translated():
        assert vars(argparse)["_"]("usage: ") == "Brug: "
        assert vars(argparse)["ngettext"]("expected %s argument", "expected %s arguments", 2).startswith(
            "Her skal"
        )
    assert (vars(argparse)["_"], vars(argparse)["ngettext"]) == before


SLIPS = {
    "strat": "Der er ingen kommando, der hedder »strat«. Mente du »start«?",
    "xyzzy": "Vælg mellem: start, resume, list, decks, deck, plan, forget.",
    "--verson": "Valget »--verson« findes ikke her. Mente du »--version«?",
    "deck": "Der mangler noget: KOMMANDO.",
    "deck chek x.toml": "Mente du »check«?",
    "deck check": "Der mangler noget: FIL.",
    "deck show": "Der mangler noget: KORTSÆT.",
    "deck add": "Der mangler noget: KORTSÆT.",
    "deck new": "Der mangler noget: FIL.",
    "deck new x --conversation mos": "--conversation: Vælg mellem tus, grus, mus og lus, og ikke »mos«.",
    "deck new x --force": "Valget »--force« findes ikke her.",
    "plan": "Der mangler noget: KOMMANDO.",
    "plan eksport": "Mente du »export«?",
    "plan export --overwrite=ja": "--overwrite: Her skal der ikke stå nogen værdi: »ja«.",
    "plan export --formats md": "Mente du »--format«?",
    "start --team": "--team: Her mangler en værdi.",
    "start --person Anna": "Mente du »--people«?",
    "start tus-randers --team Team Nord": "Der er ikke brug for »Nord« her. Sæt anførselstegn om",
    "start --minutes 4": "--minutes: Skriv et helt tal mellem 5 og 1440, og ikke »4«.",
    "start --minutes 1441": "--minutes: Skriv et helt tal mellem 5 og 1440, og ikke »1441«.",
    "start --minutes halvanden": "Skriv et helt tal mellem 5 og 1440, og ikke »halvanden«.",
    "start --minutes -90": "Skriv et helt tal mellem 5 og 1440, og ikke »-90«.",
    "start --minutes=": "Skriv et helt tal mellem 5 og 1440, og ikke »«.",
    "start --min 90": "Valget »--min« findes ikke her.",
    "forget": "Der mangler noget: ID.",
    "forget a --ja": "Valget »--ja« findes ikke her.",
    "list alle": "Der er ikke brug for »alle« her.",
    "resume a b": "Der er ikke brug for »b« her.",
}


@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_is_answered_in_danish_with_what_to_do(samtale: Samtale, line: str) -> None:
    answer = samtale(*line.split())
    assert (answer.code, answer.out) == (2, "")
    assert SLIPS[line] in answer.err
    assert "\nBrug: samtale" in answer.err
    assert answer.err.endswith(" --help for at se mere.\n")


def test_a_slip_with_escape_codes_cannot_reach_the_terminal(samtale: Samtale) -> None:
    for words in (["\x1b[31mstart"], ["start", "--\x1b]0;x\x07"], ["start", "--minutes", "\x1b[2J9\u202e"]):
        answer = samtale(*words)
        assert answer.code == 2
        assert not {"\x1b", "\x07", "\u202e"} & set(answer.err)


def test_the_version_is_the_one_that_is_installed(samtale: Samtale) -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    answer = samtale("--version")
    assert (answer.code, answer.out, answer.err) == (0, f"samtale {project['version']}\n", "")


def test_the_minutes_that_can_be_booked_are_those_of_a_conversation() -> None:
    written = (arguments.LEAST_MINUTES, arguments.MOST_MINUTES, arguments.DEFAULT_MINUTES)
    assert written == (model.LEAST_MINUTES, model.MOST_MINUTES, model.DEFAULT_MINUTES)
    bounds = Conversation.model_json_schema()["properties"]["booked_minutes"]
    assert (bounds["minimum"], bounds["maximum"], bounds["default"]) == written


def test_the_conversations_that_a_deck_can_be_for_are_those_there_are() -> None:
    assert list(ConversationKind) == list(arguments.CONVERSATIONS)


@pytest.mark.parametrize(("columns", "widest"), [("30", 40), ("60", 60), ("300", 90)])
def test_help_fits_the_terminal(
    samtale: Samtale, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    answer = samtale("start", "--help").out.partition("\n\nNævner")[0]
    assert max(map(len, answer.splitlines())) <= widest
