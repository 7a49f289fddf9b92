"""What can be written after ``samtale``: the commands, their options, and the help on them.

Loads nothing but argparse, so that ``--help`` is there at once.
"""

import argparse

from samtale_tui.basis.language import LANGUAGES, _
from samtale_tui.command_line.parser import Parser, command, commands_of, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from samtale_tui.command_line.parser import Commands

VERSION = "0.1.0"
"""The program's version, here so that ``--version`` need not look for it in the files of the installation."""

LEAST_MINUTES = 5
MOST_MINUTES = 24 * 60
DEFAULT_MINUTES = 90
"""As in ``conversation.model``, which loads too much for ``--help``; a test holds them equal."""
CONVERSATIONS = ("tus", "grus", "mus", "lus")
"""As in ``basis.words``; a test holds them equal too."""
FORMATS = "md,docx,ics,toml"
"""The formats that a plan is written in where nothing is said."""


def language_asked_for(argv: "Sequence[str]") -> str:
    """The language after ``--lang``, found before anything is parsed, as help and refusals are in it too.

    Returns:
        ``da`` or ``en``, the last that is named; nothing where none is.
    """
    named = ""
    for before, word in zip(("", *argv), argv, strict=False):
        if word == "--":
            break
        value = word if before == "--lang" else word.removeprefix("--lang=")
        if value in LANGUAGES and (before == "--lang" or value != word):
            named = value
    return named


def parser() -> Parser:
    """The whole command line. What is parsed has ``command``, as ``deck show``, and what belongs to it."""
    top = program(
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
    top.options.add_argument(
        "--version", action="version", version=f"samtale {VERSION}", help=_("vis programmets version")
    )
    commands = commands_of(top)
    _add_start(commands)
    _add_resume(commands)
    command(commands, "list", _("vis samtalerne, den senest ændrede først"))
    command(commands, "decks", _("vis kortsættene"))
    _add_deck(commands)
    _add_plan(commands)
    _add_forget(commands)
    return top


def _add_start(commands: "Commands") -> None:
    start = command(
        commands,
        "start",
        _("begynd en ny samtale"),
        _(
            "Nævner du både kortsæt, team og deltagere, bliver samtalen gemt med det samme,\n"
            "og samtalen åbner. Ellers åbner formularen med det, du har skrevet."
        ),
    )
    start.words.add_argument("deck", metavar=_("KORTSÆT"), nargs="?", help=_which_deck())
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
        help=_("hvor mange minutter der er sat af, {least}–{most}; ellers {usual}").format(
            least=LEAST_MINUTES, most=MOST_MINUTES, usual=DEFAULT_MINUTES
        ),
    )


def _add_resume(commands: "Commands") -> None:
    resume = command(commands, "resume", _("fortsæt en samtale, hvor I slap"))
    resume.words.add_argument("id", metavar="ID", nargs="?", help=_which_conversation())


def _add_deck(commands: "Commands") -> None:
    deck = commands_of(
        command(commands, "deck", _("se, tjek eller lav et kortsæt: show, check, new, add")), required=True
    )
    show = command(deck, "show", _("vis alt i et kortsæt som tekst"))
    show.words.add_argument("deck", metavar=_("KORTSÆT"), help=_which_deck())
    check = command(
        deck,
        "check",
        _("se efter, om kortsæt er skrevet rigtigt"),
        _("Hver fejl står på sin linje som fil:linje: besked."),
    )
    check.words.add_argument("files", metavar=_("FIL"), nargs="+", help=_("et kortsæt i en .toml-fil"))
    _add_deck_files(deck)


def _add_deck_files(deck: "Commands") -> None:
    new = command(
        deck,
        "new",
        _("skriv et lille kortsæt at begynde på"),
        _("Filen har forklaringer i sig. Det, der ligger der i forvejen, bliver aldrig erstattet."),
    )
    new.words.add_argument("file", metavar=_("FIL"), help=_("filen, det skal ligge i; .toml sættes selv på"))
    new.options.add_argument(
        "--title", metavar=_("TITEL"), default="", help=_("hvad det skal hedde; ellers det samme som filen")
    )
    new.options.add_argument(
        "--conversation",
        metavar=_("SAMTALE"),
        type=_conversation,
        default=CONVERSATIONS[0],
        help=_("samtalen, det er til: tus, grus, mus eller lus; ellers tus"),
    )
    add = command(
        deck,
        "add",
        _("kopiér et kortsæt til din egen mappe, så du kan rette i det"),
        _("Kopien bruges derefter i stedet for det, den er lavet af."),
    )
    add.words.add_argument("deck", metavar=_("KORTSÆT"), help=_which_deck())


def _add_plan(commands: "Commands") -> None:
    plan = commands_of(
        command(commands, "plan", _("se en plan, eller skriv den til filer: show, export")), required=True
    )
    show = command(plan, "show", _("vis planen som tekst (Markdown)"))
    show.words.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        help=_("samtalens id (se samtale list) eller en plan.toml; ellers den samtale, der er ændret sidst"),
    )
    export = command(
        plan,
        "export",
        _("skriv planen til filer, og vis hvor de ligger"),
        _("En fil, der er der i forvejen med et andet indhold, bliver kun erstattet med --overwrite."),
    )
    export.words.add_argument("id", metavar="ID", nargs="?", help=_which_conversation())
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


def _add_forget(commands: "Commands") -> None:
    forget = command(
        commands,
        "forget",
        _("slet en samtale for altid"),
        _(
            "Først vises, hvad der er i den, og du bliver spurgt. Dokumenterne, der er\n"
            "skrevet ud fra samtalen, bliver liggende og bliver nævnt."
        ),
    )
    forget.words.add_argument("id", metavar="ID", help=_("samtalens id (se samtale list)"))
    forget.options.add_argument("--yes", action="store_true", help=_("slet uden at spørge"))


def _which_deck() -> str:
    return _("kortsættets id (se samtale decks) eller en .toml-fil")


def _which_conversation() -> str:
    return _("samtalens id (se samtale list); ellers den, der er ændret sidst")


def _conversation(text: str) -> str:
    """One of the conversations.

    Raises:
        argparse.ArgumentTypeError: it is none of them.
    """
    if text.lower() in CONVERSATIONS:
        return text.lower()
    from samtale_tui.basis.suggest import quoted

    message = _("Vælg mellem tus, grus, mus og lus, og ikke {text}.")
    raise argparse.ArgumentTypeError(message.format(text=quoted(text)))


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
    from samtale_tui.basis.suggest import quoted

    message = _("Skriv et helt tal mellem {least} og {most}, og ikke {text}.")
    raise argparse.ArgumentTypeError(
        message.format(least=LEAST_MINUTES, most=MOST_MINUTES, text=quoted(text))
    )
