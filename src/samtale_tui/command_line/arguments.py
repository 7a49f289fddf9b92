"""What can be written after ``samtale``: the commands, their options, and the help on them.

Loads nothing but argparse, so that ``--help`` is there at once.
"""

import argparse

from samtale_tui.basis.language import _
from samtale_tui.command_line.parser import Parser

VERSION = "0.1.0"
"""The program's version, here so that ``--version`` need not look for it in the files of the installation."""

LEAST_MINUTES = 5
MOST_MINUTES = 24 * 60
FORMATS = "md,toml"
"""The formats that a plan is written in where nothing is said."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001 - it has no other name


def parser() -> Parser:
    """The whole command line. What is parsed has ``command``, as ``deck show``, and what belongs to it."""
    top = Parser(
        "samtale",
        _(
            "Forbered, gennemfør og følg op på udviklingssamtaler (TUS, GRUS, MUS og LUS).\n"
            "Uden kommando åbner forsiden."
        ),
        _(
            "Sådan begynder du:\n"
            '  samtale start tus-randers --team "Team Nord" --people "Anna, Bo, Carina"\n'
            "\n"
            "Skriv samtale KOMMANDO --help for at se, hvad en kommando kan.\n"
            "Lister skrives til stdout og beskeder til stderr. Exitkoden er 0, når det lykkes,\n"
            "1, når det ikke gør, og 2, når kommandoen eller det, den nævner, ikke kan bruges."
        ),
    )
    top.set_defaults(command="home")
    top.options.add_argument(
        "--version", action="version", version=f"samtale {VERSION}", help=_("vis programmets version")
    )
    commands = _commands(top)
    _add_start(commands)
    _add_resume(commands)
    _add(commands, "list", _("vis samtalerne, den senest ændrede først"))
    _add(commands, "decks", _("vis kortsættene"))
    _add_deck(commands)
    _add_plan(commands)
    return top


def _commands(above: Parser, *, required: bool = False) -> "Commands":
    return above.add_subparsers(
        title=_("Kommandoer"), metavar=_("KOMMANDO"), prog=above.prog, required=required, parser_class=Parser
    )


def _add(commands: "Commands", name: str, what: str, epilog: str = "") -> Parser:
    """A command under another, which it finds its whole name by."""
    added = commands.add_parser(name, help=what, description=f"{what[:1].upper()}{what[1:]}.", epilog=epilog)
    added.set_defaults(command=added.prog.partition(" ")[2])
    return added


def _add_start(commands: "Commands") -> None:
    start = _add(
        commands,
        "start",
        _("begynd en ny samtale"),
        _(
            "Nævner du både kortsæt, team og deltagere, bliver samtalen gemt med det samme,\n"
            "og hjulet åbner. Ellers åbner formularen med det, du har skrevet."
        ),
    )
    start.words.add_argument(
        "deck",
        metavar=_("KORTSÆT"),
        nargs="?",
        help=_("kortsættets id (se samtale decks) eller en .toml-fil"),
    )
    start.options.add_argument("--team", metavar=_("NAVN"), default="", help=_("teamets navn"))
    start.options.add_argument(
        "--people",
        metavar=_("NAVNE"),
        default="",
        help=_('deltagerne, som de sidder med uret, med komma imellem: "Anna, Bo"'),
    )
    start.options.add_argument(
        "--minutes",
        metavar=_("TAL"),
        type=_minutes,
        help=_("hvor mange minutter der er sat af, {least}–{most}; ellers 90").format(
            least=LEAST_MINUTES, most=MOST_MINUTES
        ),
    )


def _add_resume(commands: "Commands") -> None:
    resume = _add(commands, "resume", _("fortsæt en samtale, hvor I slap"))
    resume.words.add_argument("id", metavar="ID", nargs="?", help=_which())


def _add_deck(commands: "Commands") -> None:
    deck = _commands(_add(commands, "deck", _("se eller tjek et kortsæt: show, check")), required=True)
    show = _add(deck, "show", _("vis alt i et kortsæt som tekst"))
    show.words.add_argument(
        "deck", metavar=_("KORTSÆT"), help=_("kortsættets id (se samtale decks) eller en .toml-fil")
    )
    check = _add(
        deck,
        "check",
        _("se efter, om kortsæt er skrevet rigtigt"),
        _("Hver fejl står på sin linje som fil:linje: besked."),
    )
    check.words.add_argument("files", metavar=_("FIL"), nargs="+", help=_("et kortsæt i en .toml-fil"))


def _add_plan(commands: "Commands") -> None:
    plan = _commands(
        _add(commands, "plan", _("se en plan, eller skriv den til filer: show, export")), required=True
    )
    show = _add(plan, "show", _("vis planen som tekst (Markdown)"))
    show.words.add_argument("id", metavar="ID", nargs="?", help=_which())
    export = _add(
        plan,
        "export",
        _("skriv planen til filer, og vis hvor de ligger"),
        _("En fil, der er der i forvejen med et andet indhold, bliver kun erstattet med --overwrite."),
    )
    export.words.add_argument("id", metavar="ID", nargs="?", help=_which())
    export.options.add_argument(
        "--to",
        metavar=_("MAPPE"),
        help=_("mappen, de skal ligge i; ellers samtalens egen blandt dine dokumenter"),
    )
    export.options.add_argument(
        "--format",
        metavar=_("FORMATER"),
        dest="formats",
        default=FORMATS,
        help=_("et eller flere formater med komma imellem; ellers {formats}").format(formats=FORMATS),
    )
    export.options.add_argument(
        "--overwrite", action="store_true", help=_("erstat filer, der er der i forvejen")
    )


def _which() -> str:
    return _("samtalens id (se samtale list); ellers den, der er ændret sidst")


def _minutes(text: str) -> int:
    """How long a conversation may last.

    Raises:
        argparse.ArgumentTypeError: it is no such number.
    """
    try:
        minutes = int(text)
    except ValueError:
        minutes = 0
    if LEAST_MINUTES <= minutes <= MOST_MINUTES:
        return minutes
    message = _("Skriv et helt tal mellem {least} og {most}, og ikke {text}.")
    raise argparse.ArgumentTypeError(message.format(least=LEAST_MINUTES, most=MOST_MINUTES, text=repr(text)))
