"""The command line's door: reads what was written, does it, and gives the exit code.

Every room is loaded when its command is wanted, so that ``--help`` costs little more than Python itself and
only a command that opens a screen loads the screens.
"""

import os
import sys
from collections.abc import Sequence

# The name that type checkers know. To import it from typing costs a tenth of what --help may cost.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``samtale``.

    Args:
        argv: what is written after the command's name; what this process was started with when there is none.

    Returns:
        0 done · 1 not done, and stderr says why · 2 the command, or what it names, cannot be used or read ·
        130 interrupted, and 128 plus its number for a signal that ended a screen.
    """
    from samtale_tui.command_line import terminal

    terminal.prepare()
    try:
        code = _obey(sys.argv[1:] if argv is None else argv)
        terminal.finish()
    except terminal.ReaderGoneError:
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place where anything can be told in plain words
        from samtale_tui.command_line.failures import report

        return report(error)
    return code


def _obey(argv: Sequence[str]) -> int:
    from samtale_tui.basis.language import chosen_language, use_language
    from samtale_tui.basis.language_setting import language_setting
    from samtale_tui.command_line.argparse_words import translated
    from samtale_tui.command_line.arguments import language_asked_for, parser

    use_language(chosen_language(language_asked_for(argv), language_setting(), os.environ))
    try:
        with translated():
            wanted, unknown = parser().parse_known_args(argv)
            if unknown:
                wanted.parser.refuse(unknown)
    except SystemExit as done:  # argparse has answered: with help, the version, or what is wrong
        return done.code if isinstance(done.code, int) else 0
    if wanted.command in {"", "start", "resume"}:
        return _open(wanted)
    if wanted.command.startswith("plan "):
        return _plan(wanted)
    if wanted.command == "forget":
        from samtale_tui.command_line.forgetting import forget_conversation

        return forget_conversation(wanted.id, sure=wanted.yes)
    if wanted.command in {"deck new", "deck add"}:
        return _put_deck(wanted)
    return _check(wanted) if wanted.command == "deck check" else _list(wanted)


def _open(wanted: "Namespace") -> int:
    from samtale_tui.command_line import opening

    if wanted.command == "start":
        return opening.start(wanted.deck, wanted.team, wanted.people, wanted.minutes)
    return opening.resume(wanted.id) if wanted.command == "resume" else opening.home()


def _check(wanted: "Namespace") -> int:
    """Loading makes many objects and no garbage: to look for it, now or last, costs a fifth of all."""
    import gc

    gc.disable()
    try:
        from samtale_tui.command_line.checking import check_decks

        return check_decks(wanted.files)
    finally:
        gc.freeze()
        gc.enable()


def _list(wanted: "Namespace") -> int:
    from samtale_tui.command_line import listings

    match wanted.command:
        case "list":
            return listings.list_all()
        case "decks":
            return listings.decks()
        case "deck schema":
            return listings.deck_schema()
        case _:
            return listings.show_deck(wanted.deck)


def _put_deck(wanted: "Namespace") -> int:
    from samtale_tui.command_line import deck_files

    if wanted.command == "deck new":
        return deck_files.new(wanted.file, wanted.title, wanted.conversation)
    return deck_files.add(wanted.deck)


def _plan(wanted: "Namespace") -> int:
    from samtale_tui.command_line import plans

    if wanted.command == "plan show":
        return plans.show_plan(wanted.id)
    return plans.export_plan(wanted.id, wanted.to, wanted.formats, overwrite=wanted.overwrite)
