"""What argparse says, in the user's language.

argparse looks up each of its sentences by its English words, as gettext asks, and knows no Danish. While
``translated`` holds, it looks them up here. A sentence that only a mistake in this program could bring
about is not here.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from samtale_tui.basis.language import _


@contextmanager
def translated() -> Iterator[None]:
    """Let argparse speak the user's language until the block ends."""
    words = sentences()
    before = {name: vars(argparse)[name] for name in ("_", "ngettext")}

    def word(english: str) -> str:
        return words.get(english, english)

    def words_for(one: str, many: str, count: int) -> str:
        return words[many] if many in words else before["ngettext"](one, many, count)

    vars(argparse).update(_=word, ngettext=words_for)
    try:
        yield
    finally:
        vars(argparse).update(before)


def sentences() -> dict[str, str]:
    """What argparse can say to someone who writes a command, under its English words."""
    return {
        "usage: ": _("Brug: "),
        "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
        "expected one argument": _("Her mangler en værdi."),
        "expected at most one argument": _("Her kan kun stå én værdi."),
        "expected at least one argument": _("Her mangler mindst én værdi."),
        "expected %s arguments": _("Her skal der stå %s værdier."),
        "ignored explicit argument %r": _("Her skal der ikke stå nogen værdi: »%s«."),
        "the following arguments are required: %s": _("Der mangler noget: %s."),
        "one of the arguments %s is required": _("Der mangler et af disse: %s."),
        "not allowed with argument %s": _("Kan ikke bruges sammen med %s."),
        "unrecognized arguments: %s": _("Det her kan ikke bruges: %s."),
        "ambiguous option: %(option)s could match %(matches)s": _(
            "%(option)s kan være flere ting: %(matches)s."
        ),
        "invalid choice: %(value)r (choose from %(choices)s)": _(
            "»%(value)s« kan ikke vælges. Vælg mellem: %(choices)s."
        ),
        "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": _(
            "»%(value)s« kan ikke vælges. Mente du »%(closest)s«? Vælg mellem: %(choices)s."
        ),
        "unknown parser %(parser_name)r (choices: %(choices)s)": _(
            "Der er ingen kommando, der hedder »%(parser_name)s«. Vælg mellem: %(choices)s."
        ),
        "invalid %(type)s value: %(value)r": _("»%(value)s« kan ikke bruges her."),
    }
