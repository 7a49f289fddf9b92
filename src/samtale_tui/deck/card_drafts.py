"""What stands half-written in the forms for cards, kept in a file until it is saved or given up."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import tomli
import tomli_w
from pydantic import ValidationError

from samtale_tui.basis.files import set_aside, write_atomically
from samtale_tui.basis.folders import data_folder
from samtale_tui.basis.text import MOST_TYPED, clean
from samtale_tui.deck.card_form import TypedCard
from samtale_tui.deck.model import Card


def draft_name(deck_id: str, card: Card | None) -> str:
    """The name of a form: a new card in a deck, or one that is as this one is."""
    mark = sha256(card.model_dump_json().encode()).hexdigest()[:16] if card else "new"
    return f"{deck_id}/{mark}"


def load_card_draft(name: str) -> TypedCard | None:
    """What waits in a form; nothing where nothing does or the file cannot be read."""
    try:
        draft = TypedCard.model_validate(_read_all()[name])
    except (KeyError, ValidationError):
        return None
    return TypedCard(**{key: clean(text)[:MOST_TYPED] for key, text in draft.model_dump().items()})


def save_card_draft(name: str, typed: TypedCard | None) -> None:
    """Keep what is typed in a form; none: nothing waits there any more.

    Raises:
        OSError: it cannot be written.
    """
    drafts = _read_all()
    if typed:
        drafts[name] = typed.model_dump()
    elif drafts.pop(name, None) is None:
        return
    if drafts:
        write_atomically(_path(), tomli_w.dumps(drafts).encode(), private=True)
    else:
        _path().unlink(missing_ok=True)


def _read_all() -> dict[str, object]:
    try:
        data = _path().read_bytes()
    except OSError:
        return {}
    try:
        return tomli.loads(data.decode())
    except ValueError:
        with suppress(OSError):
            set_aside(_path(), data)
        return {}


def _path() -> Path:
    return data_folder() / "card-drafts.toml"
