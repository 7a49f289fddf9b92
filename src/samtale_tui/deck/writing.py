"""New decks on the disk: one to begin with, and a copy in the user's own folder. Nothing is ever replaced."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from samtale_tui.basis.disk_errors import Refusal, reason, refusal
from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.files import write_atomically
from samtale_tui.basis.folders import user_decks_folder
from samtale_tui.basis.language import _, language
from samtale_tui.basis.limits import MOST_TITLE_LETTERS
from samtale_tui.basis.suggest import quoted
from samtale_tui.basis.text import clean_line, shorten, slug
from samtale_tui.basis.words import ConversationKind
from samtale_tui.deck.reader import parse_deck, read_bytes
from samtale_tui.deck.shelf import Origin, entry_named, list_decks

_LONGEST_ID = 60
_BEGINNINGS = Path(__file__).parent / "beginnings"


class DeckNotWrittenError(SamtaleError):
    """A deck was not put on the disk; what is there stands as before."""


def new_deck(file: str, title: str = "", kind: ConversationKind = ConversationKind.TUS) -> Path:
    """Write a small deck with explanations in it, for someone to go on from; in the language that is spoken.

    Args:
        file: where; ``.toml`` is added where it is missing. The id is made of its name.
        title: the deck's name in the lists; made of the file's name when it is empty.
        kind: which conversation it is for.

    Returns:
        The file.

    Raises:
        DeckNotWrittenError: the title is too long, the folder is missing, something of that name is there
            already, or the disk refuses.
    """
    from samtale_tui.basis.chosen_folder import expanded

    path = expanded(file)
    if not path.name or os.path.isdir(path):  # noqa: PTH112 - never raises
        message = _("{path} er en mappe.").format(path=clean_line(file) or ".")
        raise _not_written(_("Det er en mappe"), message, _("Skriv, hvad filen skal hedde."))
    if path.suffix.lower() != ".toml":
        path = path.with_name(f"{path.name}.toml")
    if not os.path.isdir(path.parent):  # noqa: PTH112 - never raises
        message = _("Mappen {folder} findes ikke.").format(folder=clean_line(str(path.parent)))
        raise _not_written(_("Mappen findes ikke"), message, _("Lav den først, eller vælg en anden."))
    _write(path, beginning(path.stem, _title(title, path.stem), kind).encode())
    return path


def beginning(name: str, title: str, kind: ConversationKind) -> str:
    """The text of a deck to begin with.

    Args:
        name: what its id is made of.
        title: its title, clean.
        kind: which conversation it is for.
    """
    form = "person" if kind.is_individual else "team"
    text = (_BEGINNINGS / f"{form}.{language()}.toml").read_text(encoding="utf-8")
    values = {"id": slug(name, _LONGEST_ID) or "mit-kortsaet", "title": title, "conversation": kind.value}
    lines = []
    for line in text.splitlines():
        key, equals, _old = line.partition(" = ")
        fresh = values.pop(key, None) if equals else None
        # A string of JSON without control codes is one of TOML as well.
        lines.append(line if fresh is None else f"{key} = {json.dumps(fresh, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def add_deck(name: str) -> tuple[Path, str]:
    """Copy a deck, byte for byte, into the user's own folder, where it is used in the other's stead.

    Args:
        name: its id, its file's name or its path.

    Returns:
        The copy, and the deck's id.

    Raises:
        UnknownDeck: there is no such deck.
        DeckError: it cannot be read or is wrong.
        DeckNotWrittenError: the user has one of that id or file name already, or the disk refuses.
    """
    path = entry_named(name).path
    data = read_bytes(path)
    deck = parse_deck(data, path)
    listing = list_decks()
    own = [each for each in (*listing.entries, *listing.hidden) if each.origin is Origin.OWN]
    taken = next((each.path for each in own if each.id == deck.id), None)
    if taken:
        message = _("Du har allerede et kortsæt med id {id}: {path}.")
        message = message.format(id=quoted(deck.id), path=clean_line(str(taken)))
        remedy = _("Ret i det, eller giv det et andet id, før du kopierer dette.")
        raise _not_written(_("Kortsættet er der allerede"), message, remedy)
    target = user_decks_folder() / f"{deck.id}.toml"
    _write(target, data)
    return target, deck.id


def _title(asked: str, stem: str) -> str:
    title = clean_line(asked)
    if len(title) > MOST_TITLE_LETTERS:
        message = _("Titlen må højst fylde {most} tegn.").format(most=MOST_TITLE_LETTERS)
        raise _not_written(_("Titlen er for lang"), message, _("Skriv en kortere."))
    if title:
        return title
    words = clean_line(stem.replace("-", " ").replace("_", " "))
    return shorten(words[:1].upper() + words[1:], MOST_TITLE_LETTERS) or _("Mit kortsæt")


def _write(path: Path, data: bytes) -> None:
    """Put a new file on the disk.

    Raises:
        DeckNotWrittenError: something of that name is there already, a link as well, or the disk refuses.
    """
    with _explained(path):
        if os.path.lexists(path):
            raise FileExistsError
        write_atomically(path, data, replace=False)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says into words: what happened, where, and what to do."""
    try:
        yield
    except FileExistsError as error:
        message = _("Der ligger allerede noget, der hedder {path}.").format(path=clean_line(str(path)))
        raise _not_written(
            _("Filen findes allerede"), message, _("Intet er skrevet. Vælg et andet navn.")
        ) from error
    except OSError as error:
        message, remedy = _words(refusal(error))
        shown = {"path": path, "folder": path.absolute().parent, "reason": reason(error)}
        message = message.format(**{key: clean_line(str(value)) for key, value in shown.items()})
        raise _not_written(_("Kortsættet kan ikke gemmes"), message, remedy) from error
    except ValueError as error:  # a NUL, or letters that the file system has no bytes for
        message = _("Navnet har tegn, der ikke kan bruges her: {path}.").format(path=clean_line(str(path)))
        raise _not_written(_("Navnet kan ikke bruges"), message, _("Vælg et andet navn.")) from error


def _words(why: Refusal) -> tuple[str, str]:
    """Message and remedy for what the system said."""
    match why:
        case Refusal.FULL:
            return _("Der er ikke plads på disken til {path}."), _("Gør plads, og prøv igen.")
        case Refusal.FORBIDDEN:
            return _("Du har ikke lov til at skrive i {folder}."), _("Vælg en anden mappe.")
        case Refusal.GONE | Refusal.BLOCKED:
            return _("{folder} er ikke en mappe, der kan skrives i."), _("Vælg en anden mappe.")
        case Refusal.TOO_LONG:
            return _("Stien er for lang: {path}."), _("Vælg et kortere navn.")
        case _:
            return _("{path} kunne ikke skrives: {reason}."), _("Prøv igen, eller vælg en anden mappe.")


def _not_written(title: str, message: str, remedy: str) -> DeckNotWrittenError:
    return DeckNotWrittenError(title, message, remedy)
