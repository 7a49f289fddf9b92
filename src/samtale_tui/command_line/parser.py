"""A parser of command lines that answers a slip in whole sentences, with what was probably meant."""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial

from samtale_tui.basis.language import LANGUAGES, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    Group = argparse._ArgumentGroup  # noqa: SLF001 - it has no other name
    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - nor has this

USAGE_ERROR = 2
"""The exit code of a command that cannot be understood."""


class Parser(argparse.ArgumentParser):
    """One command."""

    words: "Group"
    """What is written after the command without a name."""
    options: "Group"
    """What is written with a name, as ``--team``."""

    def error(self, message: str) -> "NoReturn":
        """Say what is wrong and how the command is written.

        Raises:
            SystemExit: always, with 2.
        """
        from samtale_tui.command_line.terminal import tell

        more = _("Skriv {command} --help for at se mere.").format(command=self.prog)
        tell(f"{message}\n{self.format_usage()}{more}")
        sys.exit(USAGE_ERROR)

    def refuse(self, unknown: Sequence[str]) -> "NoReturn":
        """Say that there is no use for some words, and what was probably meant.

        Raises:
            SystemExit: always, with 2.
        """
        from samtale_tui.basis.suggest import nearest, quoted

        options = [name for action in self._actions for name in action.option_strings]
        sentences = []
        for word in unknown:
            name = word.partition("=")[0]
            if not name.startswith("-"):
                sentences.append(_("Der er ikke brug for {word} her.").format(word=quoted(word)))
                continue
            sentences.append(_("Valget {option} findes ikke her.").format(option=quoted(name)))
            meant = nearest(name, options)
            if meant:
                sentences.append(_("Mente du {word}?").format(word=quoted(meant)))
        if not unknown[0].startswith("-"):
            sentences.append(_("Sæt anførselstegn om det, der hører sammen, som »Team Nord«."))
        self.error(" ".join(sentences))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """A word that is none of the commands, with the one that was meant."""
        if action.choices is None or value in action.choices:
            return
        from samtale_tui.basis.suggest import did_you_mean, quoted

        message = _("Der er ingen kommando, der hedder {word}.").format(word=quoted(str(value)))
        raise argparse.ArgumentError(None, f"{message} {did_you_mean(str(value), list(action.choices))}")


def program(name: str, description: str, epilog: str) -> Parser:
    """The parser of a whole program.

    Args:
        name: the program, as it is written.
        description: what it does.
        epilog: what stands last in its help.
    """
    top = Parser(
        name,
        description=description,
        epilog=epilog,
        formatter_class=_formatter(),
        add_help=False,
        allow_abbrev=False,
    )
    return _furnished(top)


def commands_of(above: Parser, *, required: bool = False) -> "Commands":
    """Room for commands under a parser; ``command`` gives it one.

    Args:
        above: the program, or the command above them.
        required: whether one of them must be written.
    """
    return above.add_subparsers(
        title=_("Kommandoer"), metavar=_("KOMMANDO"), prog=above.prog, required=required, parser_class=Parser
    )


def command(commands: "Commands", name: str, what: str, epilog: str = "") -> Parser:
    """A command. What is parsed for it names it in ``command``, as ``deck show``, and has its ``parser``.

    Its options are never shortened, so that a new one cannot change what a script means.

    Args:
        commands: where it belongs.
        name: its last word.
        what: what it does, beginning with a small letter.
        epilog: what stands last in its help.
    """
    added = commands.add_parser(
        name,
        help=what,
        description=f"{what[:1].upper()}{what[1:]}.",
        epilog=epilog,
        formatter_class=_formatter(),
        add_help=False,
        allow_abbrev=False,
    )
    return _furnished(added)


def _furnished(parser: Parser) -> Parser:
    parser.set_defaults(command=parser.prog.partition(" ")[2], parser=parser)
    parser.words = parser.add_argument_group(_("Skriv efter kommandoen"))
    parser.options = parser.add_argument_group(_("Valg"))
    parser.options.add_argument("-h", "--help", action="help", help=_("vis denne hjælp"))
    parser.options.add_argument(
        "--lang",
        metavar=_("SPROG"),
        type=_language,
        default=argparse.SUPPRESS,  # what was written before the command stands
        help=_("sproget: da (dansk) eller en (engelsk)"),
    )
    return parser


def _language(text: str) -> str:
    """One of the languages; it is spoken already when this is asked.

    Raises:
        argparse.ArgumentTypeError: it is none of them.
    """
    if text in LANGUAGES:
        return text
    from samtale_tui.basis.suggest import quoted

    message = _("Vælg mellem da (dansk) og en (engelsk), og ikke {text}.")
    raise argparse.ArgumentTypeError(message.format(text=quoted(text)))


def _formatter() -> partial[argparse.RawDescriptionHelpFormatter]:
    """Help with room for the names of commands, and examples left as they are written.

    Of the terminal's width argparse asks shutil, which takes a good part of the time of all of ``--help``.
    """
    try:
        columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
    except (ValueError, OSError):
        columns = 80
    width = max(40, min(columns, 90)) - 2
    return partial(argparse.RawDescriptionHelpFormatter, max_help_position=26, width=width)
