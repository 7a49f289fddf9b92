"""What can go wrong when documents are written, in words that say what happened, where, and what to do."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from samtale_tui.basis.disk_errors import Refusal, reason, refusal
from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line


class DocumentError(SamtaleError):
    """A document that could not be written; what stood there before still stands."""


class DocumentExists(SamtaleError):  # noqa: N818 - an answer to a question as much as an error
    """Files with other content are there already, and nobody has said that they may be replaced.

    Attributes:
        paths: the files.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        super().__init__(
            n_("Filen findes allerede", "Filerne findes allerede", len(paths)),
            n_(
                "Der ligger allerede en fil med et andet indhold: {paths}.",
                "Der ligger allerede filer med et andet indhold: {paths}.",
                len(paths),
            ).format(paths=", ".join(shown(path) for path in paths)),
            _("Erstat, vælg et nyt navn, eller vælg en anden mappe."),
        )
        self.paths = tuple(paths)


def shown(path: Path) -> str:
    """A path as a message shows it: one clean line."""
    return clean_line(str(path))


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says while the file is written into a ``DocumentError``.

    A file that another program made there a moment ago becomes ``DocumentExists``.
    """
    try:
        yield
    except FileExistsError as error:
        if os.path.isdir(path.parent):  # noqa: PTH112 - never raises
            raise DocumentExists([path]) from error
        raise _explanation(path, error) from error
    except OSError as error:
        raise _explanation(path, error) from error
    except ValueError as error:  # a NUL, or letters that the file system has no bytes for
        raise unusable_name(path) from error


def unusable_name(path: Path) -> DocumentError:
    """The error for a path that no file can have here."""
    return DocumentError(
        _("Navnet kan ikke bruges"),
        _("Navnet har tegn, der ikke kan bruges her: {path}.").format(path=shown(path)),
        _("Vælg en mappe med et andet navn."),
    )


def _explanation(path: Path, error: OSError) -> DocumentError:
    why = refusal(error)
    if why is Refusal.BAD_NAME:
        return unusable_name(path)
    title, message, remedy = _words(why)
    return DocumentError(
        title,
        message.format(
            path=shown(path),
            folder=shown(path.parent),
            name=clean_line(path.name),
            blocker=shown(_in_the_way(path.parent)),
            reason=reason(error),
        ),
        remedy,
    )


def _words(why: Refusal) -> tuple[str, str, str]:
    """Title, message and remedy for what the system said."""
    match why:
        case Refusal.FULL:
            title, message = _("Disken er fuld"), _("Der er ikke plads til {name} i {folder}.")
            remedy = _("Gør plads, eller vælg en mappe på en anden disk.")
        case Refusal.FORBIDDEN:
            title, message = _("Der kan ikke skrives"), _("Du har ikke lov til at skrive {path}.")
            remedy = _("Luk filen, hvis den er åben i et andet program, eller vælg en anden mappe.")
        case Refusal.BLOCKED:
            title, message = _("Mappen er en fil"), _("{blocker} er en fil og ikke en mappe.")
            remedy = _("Vælg en anden mappe, eller giv filen et andet navn.")
        case Refusal.IS_FOLDER:
            title, message = _("En mappe har filens navn"), _("{path} er en mappe.")
            remedy = _("Vælg en anden mappe, eller giv mappen et andet navn.")
        case Refusal.TOO_LONG:
            title, message = _("Navnet er for langt"), _("Stien er for lang: {path}.")
            remedy = _("Vælg en mappe med et kortere navn.")
        case Refusal.GONE:
            title = _("Mappen er væk")
            message = _("Mappen {folder} er der ikke, eller drevet er ikke tilsluttet.")
            remedy = _("Tilslut drevet, eller vælg en anden mappe.")
        case _:
            title, message = _("Filen kan ikke skrives"), _("{path} kunne ikke skrives: {reason}.")
            remedy = _("Prøv igen, eller vælg en anden mappe.")
    return title, message, remedy


def _in_the_way(folder: Path) -> Path:
    """What stands where a folder should be: the first on the way up that is there at all."""
    return next((each for each in (folder, *folder.parents) if os.path.lexists(each)), folder)
