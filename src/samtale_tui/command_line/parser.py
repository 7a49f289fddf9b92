"""A parser of command lines that answers a slip in whole sentences, with what was probably meant."""

import argparse
import os
import sys
from collections.abc import Sequence

from samtale_tui.basis.language import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

USAGE_ERROR = 2
"""The exit code of a command that cannot be understood."""


class Help(argparse.RawDescriptionHelpFormatter):
    """Help with room for the names of commands, and examples left as they are written."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=_columns() - 2)


class Parser(argparse.ArgumentParser):
    """One command. Its options are never shortened, so that a new one cannot change what a script means."""

    def __init__(self, prog: str | None = None, description: str = "", epilog: str = "") -> None:
        """Make the parser; its help is added to the group ``options``.

        Args:
            prog: the command as it is written.
            description: what it does.
            epilog: what stands last in its help.
        """
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=Help,
            add_help=False,
            allow_abbrev=False,
        )
        self.words = self.add_argument_group(_("Skriv efter kommandoen"))
        self.options = self.add_argument_group(_("Valg"))
        self.options.add_argument("-h", "--help", action="help", help=_("vis denne hjælp"))

    # The types are those of argparse's own stubs.
    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Refuse here what is unknown here, so that the options of this very command are proposed."""
        parsed, extra = super().parse_known_args(args, namespace)
        if extra:
            self.error(self._not_known(extra))
        return parsed, extra

    def error(self, message: str) -> "NoReturn":
        """Say what is wrong and how the command is written.

        Raises:
            SystemExit: always, with 2.
        """
        from samtale_tui.command_line.terminal import tell

        more = _("Skriv {command} --help for at se mere.").format(command=self.prog)
        tell(f"{message}\n{self.format_usage()}{more}")
        sys.exit(USAGE_ERROR)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """A word that is none of the commands, with the one that was meant."""
        if action.choices is None or value in action.choices:
            return
        from samtale_tui.deck.suggest import did_you_mean, quoted

        message = _("Der er ingen kommando, der hedder {word}.").format(word=quoted(str(value)))
        raise argparse.ArgumentError(None, f"{message} {did_you_mean(str(value), list(action.choices))}")

    def _not_known(self, extra: Sequence[str]) -> str:
        from samtale_tui.deck.suggest import nearest, quoted

        sentences = []
        for word in extra:
            name = word.partition("=")[0]
            if not name.startswith("-"):
                sentences.append(_("Der er ikke brug for {word} her.").format(word=quoted(word)))
                continue
            sentences.append(_("Valget {option} findes ikke her.").format(option=quoted(name)))
            meant = nearest(name, self._option_string_actions)
            if meant:
                sentences.append(_("Mente du {word}?").format(word=quoted(meant)))
        if not extra[0].startswith("-"):
            sentences.append(_("Sæt anførselstegn om det, der hører sammen, som “Team Nord”."))
        return " ".join(sentences)


def _columns() -> int:
    """How wide help is: as the terminal, and no wider than one reads with ease.

    argparse asks shutil, which takes a good part of the time that all of ``--help`` takes.
    """
    try:
        columns = int(os.environ.get("COLUMNS", "")) or os.get_terminal_size().columns
    except (ValueError, OSError):
        columns = 80
    return max(40, min(columns, 90))
