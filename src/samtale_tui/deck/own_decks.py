"""A change of a card in the file of one's own deck, as that file is now."""

from pathlib import Path

from pydantic import ValidationError

from samtale_tui.basis.disk_errors import reason
from samtale_tui.basis.errors import DeckError, SamtaleError
from samtale_tui.basis.files import write_atomically
from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import quoted
from samtale_tui.basis.toml_spans import comments_in
from samtale_tui.deck.card_edits import CardEdit
from samtale_tui.deck.model import MOST_CARDS, Deck
from samtale_tui.deck.reader import MOST_BYTES, parse_deck, read_bytes

_ATTEMPTS = 3
"""How often a change is made anew because somebody else has written the file meanwhile."""


class NotWrittenError(SamtaleError):
    """A deck's file could not be written; what stood there stands there still."""


def edit_deck(path: Path, edit: CardEdit) -> Deck:
    """Make a change in a deck's file as it is now; all else in the file stays, letter for letter.

    Returns:
        The deck as it is now.

    Raises:
        DeckError: the file cannot be read, or something is wrong in it already.
        CardGoneError: somebody has changed the card meanwhile.
        NotWrittenError: the change does not fit, or the file cannot be written.
    """
    for _attempt in range(_ATTEMPTS):
        data = read_bytes(path)
        wanted, changed = _changed(path, data, edit)
        if read_bytes(path) == data:
            return _published(path, changed, wanted)
    raise _not_written(path, _("et andet program skriver i den"))


def _changed(path: Path, data: bytes, edit: CardEdit) -> tuple[Deck, bytes]:
    """The deck after a change, and the bytes of its file."""
    deck = parse_deck(data, path)
    edit = edit.found_in(deck.cards)
    try:
        wanted = deck.but(cards=edit.in_deck(deck.cards))
    except ValidationError as error:
        most = _("Et kortsæt har plads til {most} kort.").format(most=MOST_CARDS)
        raise _not_written(path, most) from error
    changed = edit.in_text(data.decode()).encode()
    if len(changed) > MOST_BYTES:
        raise _not_written(path, _("filen ville blive større end {n} MB").format(n=MOST_BYTES // 1_000_000))
    if not _says(changed, path, wanted) or _comments(changed) != _comments(data):
        raise NotWrittenError(
            _("Filen er skrevet på en særlig måde"),
            _("Ændringen kan ikke skrives i {file} uden at røre andet. Filen er ikke rørt.").format(
                file=quoted(path.name)
            ),
            _("Ret kortet i filen selv; her vises det, så snart den er gemt."),
        )
    return wanted, changed


def _published(path: Path, changed: bytes, wanted: Deck) -> Deck:
    try:
        write_atomically(path, changed)
    except OSError as error:
        raise _not_written(path, reason(error)) from error
    return wanted


def _says(data: bytes, path: Path, wanted: Deck) -> bool:
    """Whether a file with these bytes would be that deck."""
    try:
        return parse_deck(data, path) == wanted
    except DeckError:
        return False


def _comments(data: bytes) -> list[str]:
    """Every comment, none of which an edit may lose."""
    return sorted(comments_in(data.decode()))


def _not_written(path: Path, why: str) -> NotWrittenError:
    message = _("{file} kan ikke skrives ({why}).").format(file=quoted(str(path)), why=why)
    return NotWrittenError(_("Ikke gemt"), message, _("Det, du har skrevet, venter her."))
