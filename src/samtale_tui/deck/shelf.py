"""The decks that there are: those that travel with the program, and the user's own, which win."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from samtale_tui.basis.errors import DeckError, Problem, SamtaleError
from samtale_tui.basis.folders import shipped_decks_folder, user_decks_folder
from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import nearest, quoted
from samtale_tui.deck.model import Deck
from samtale_tui.deck.reader import id_in, place_in, read_deck

_DANISH_ORDER = str.maketrans("æøå", "{|}")


class UnknownDeck(SamtaleError):  # noqa: N818 - named by what it says
    """There is no deck of that name."""


@dataclass(frozen=True)
class DeckFile:
    """A deck and where it was read."""

    path: Path
    """Its file."""
    deck: Deck
    """What the file holds."""


@dataclass(frozen=True)
class Shelf:
    """All decks that can be read, and all that is wrong with the others."""

    decks: tuple[DeckFile, ...]
    """One for each id, by title."""
    problems: tuple[Problem, ...]
    """What is wrong with the files that are left out."""


def find_decks() -> Shelf:
    """Every deck in the user's folder and among those shipped; a bad one becomes problems."""
    found: dict[str, DeckFile] = {}
    problems: list[Problem] = []
    for folder in _folders():
        found = _decks_in(folder, problems) | found
    by_title = sorted(found.values(), key=lambda file: (_in_order(file.deck.title), file.deck.id))
    return Shelf(tuple(by_title), tuple(problems))


def open_deck(name: str) -> Deck:
    """The deck with an id, with a file name in one of the folders, or at a path.

    Args:
        name: a path where it has a separator in it or ends in ``.toml``; else an id or a file's name.

    Raises:
        DeckError: the deck's file cannot be read or is wrong.
        UnknownDeck: no deck has that name.
    """
    if "/" in name or "\\" in name or name.lower().endswith(".toml"):
        return read_deck(_path_of(name))
    asked = name.casefold()
    files = [_files(folder, []) for folder in _folders()]
    for here in files:
        deck = _deck_with_id(asked, here)
        if deck:
            return deck
    for path in (path for here in files for path in here):
        if path.stem.casefold() == asked:
            return read_deck(path)
    raise _no_such_deck(name, files)


def _folders() -> tuple[Path, ...]:
    """The folders with decks, those that win first."""
    return tuple(dict.fromkeys((user_decks_folder(), shipped_decks_folder())))


def _files(folder: Path, problems: list[Problem]) -> tuple[Path, ...]:
    """The decks' files in a folder, by name; none where it is missing, a problem where it is closed."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except FileNotFoundError:
        return ()
    except OSError:
        message = _("Mappen med kortsæt kan ikke læses.")
        problems.append(Problem(folder, 0, 0, message, _("Se efter, om det er en mappe, som du må læse.")))
        return ()
    return tuple(path for path in paths if not path.name.startswith("."))


def _decks_in(folder: Path, problems: list[Problem]) -> dict[str, DeckFile]:
    """The decks of one folder under their ids; of two with one id, that whose file is named after it."""
    found: dict[str, DeckFile] = {}
    for path in _files(folder, problems):
        try:
            file = DeckFile(path, read_deck(path))
        except DeckError as error:
            problems.extend(error.problems)
            continue
        other = found.setdefault(file.deck.id, file)
        if other is not file:
            if path.stem == file.deck.id != other.path.stem:
                found[file.deck.id], file, other = file, other, file
            problems.append(_taken_id(file, other))
    return found


def _deck_with_id(deck_id: str, files: tuple[Path, ...]) -> Deck | None:
    """The deck of one folder that has the id, as ``find_decks`` chooses it.

    The file that is named after the id is tried first and is nearly always it. Where that one does not parse
    it is the one meant all the same: to open another deck in its place would hide what is wrong.
    """
    named = next((path for path in files if path.stem == deck_id), None)
    if named is not None:
        try:
            deck = read_deck(named)
        except DeckError:
            if id_in(named) in {deck_id, None}:
                raise
        else:
            if deck.id == deck_id:
                return deck
    path = next((path for path in files if path != named and id_in(path) == deck_id), None)
    return read_deck(path) if path else None


def _path_of(name: str) -> Path:
    """The path that was meant; a bare file name that is not here may be in one of the folders."""
    path = Path(name)
    if name.startswith("~"):
        with suppress(RuntimeError):  # there is no such user
            path = path.expanduser()
    in_folders = [file for folder in _folders() for file in _files(folder, []) if file.name == name]
    return in_folders[0] if in_folders and not path.exists() else path


def _no_such_deck(name: str, files: Iterable[tuple[Path, ...]]) -> UnknownDeck:
    known = dict.fromkeys(id_in(path) or path.stem for here in files for path in here)
    remedy = _("Skriv samtale decks for at se dem, der er.")
    meant = nearest(name, known)
    if meant:
        remedy = " ".join((_("Mente du {word}?").format(word=quoted(meant)), remedy))
    message = _("Der er intet kortsæt, der hedder {name}.").format(name=quoted(name))
    return UnknownDeck(_("Kortsættet findes ikke"), message, remedy)


def _taken_id(file: DeckFile, other: DeckFile) -> Problem:
    message = _("Id {id} bruges også af {other}, som går forud.")
    message = message.format(id=quoted(file.deck.id), other=quoted(other.path.name))
    return Problem(file.path, *place_in(file.path, ("id",)), message, _("Giv kortsættet sit eget id."))


def _in_order(title: str) -> str:
    """What titles are sorted by: small letters, with æ, ø and å last."""
    return title.casefold().translate(_DANISH_ORDER)
