"""A conversation as the bytes of its file, and back. Opens no file.

The file is TOML: the conversation's own keys, a table ``[saved]`` that is about the file and not about the
conversation, and last of all the deck, which is most of it and never changes.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import tomli
import tomli_w
from pydantic import ValidationError

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.faults import At, Fault, UnsoundError
from samtale_tui.basis.language import _
from samtale_tui.basis.text import line_and_column
from samtale_tui.conversation.history import Marks
from samtale_tui.conversation.ids import LETTERS
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import running_rounds, with_watches
from samtale_tui.deck.model import Deck

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


FORMAT = 1
SAVED = "saved"
"""The table that is about the file."""

_MOST_SHOWN = 3
"""Faults that one message tells."""


class DamagedConversation(SamtaleError):  # noqa: N818 - named by what it says
    """A conversation's file that cannot be read, as after a slip in an editor. It is never written over."""

    def __init__(self, path: Path, line: int, what: str, remedy: str = "", aside: Path | None = None) -> None:
        """Make the error.

        Args:
            path: the file, which stays where it is.
            line: where in it, counted from 1; 0 where that is not known.
            what: what is wrong, in the user's language.
            remedy: what to do about it.
            aside: the copy that was set aside.
        """
        place = f"{path}:{line}" if line else str(path)
        super().__init__(_("Samtalen kan ikke åbnes"), f"{place}: {what}", remedy)
        self.path = path
        self.line = line
        self.what = what
        self.aside = aside


class NewerConversation(DamagedConversation):
    """A conversation written by a newer version of this program. Nothing is wrong with it."""


class Damage(NamedTuple):
    """What is wrong with a file's bytes."""

    line: int
    """Counted from 1; 0 where it is not known."""
    what: str
    """In the user's language."""
    remedy: str = ""
    """What to do about it."""
    newer: bool = False
    """Whether a newer version of this program wrote it."""


class UnreadableError(Exception):
    """The bytes are no conversation; the store makes an error of it that names the file."""

    def __init__(self, damage: Damage) -> None:
        super().__init__(damage.what)
        self.damage = damage


def dump(conversation: Conversation, marks: Marks = Marks()) -> bytes:  # noqa: B008 - a value that never changes
    """The bytes of a conversation's file.

    Args:
        conversation: what is saved.
        marks: where in the file of steps it stands.
    """
    own = conversation.model_dump(exclude={"deck"}, exclude_defaults=True, exclude_none=True)
    head = {"format": FORMAT, **own, SAVED: marks._asdict()}
    note = "# " + _("Skrives af samtale ved hver ændring. Luk samtalen, før du retter her.") + "\n"
    return (note + tomli_w.dumps(head)).encode() + _deck_part(_Same(conversation.deck))


def parse(data: bytes, conversation_id: str) -> tuple[Conversation, Marks]:
    """The conversation in a file, its clocks as they were when it was saved.

    Args:
        data: the file.
        conversation_id: the name of its folder, which goes before what the file says (a copied folder).

    Raises:
        UnreadableError: the bytes are no conversation, or one of a newer format.
    """
    text = _decoded(data)
    table = _table(text)
    _refuse_newer(table)
    marks = _marks(table.pop(SAVED, None))
    try:
        return Conversation.model_validate(table | {"id": conversation_id}), marks
    except ValidationError as error:
        raise UnreadableError(_refused(error, text)) from error


def parse_head(data: bytes) -> Mapping[str, object] | None:
    """What stands before the tables of the deck, its title and kind too; none where it does not parse."""
    ends = [place for mark in (b"\n[deck.", b"\n[[deck.") if (place := data.find(mark)) >= 0]
    try:
        return tomli.loads(data[: min(ends, default=len(data))].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def recovered(conversation: Conversation, last_sign_of_life: datetime | None) -> Conversation:
    """The conversation with every clock standing still, as the program that let them run is gone."""
    running = running_rounds(conversation)
    return with_watches(conversation, running, lambda watch: watch.recovered(last_sign_of_life))


class _Same:
    """A deck that is equal only to itself, so that the cache need not compare its cards."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck

    def __hash__(self) -> int:
        return id(self.deck)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.deck is self.deck


@lru_cache(maxsize=2)
def _deck_part(same: _Same) -> bytes:
    table = same.deck.model_dump(exclude_defaults=True, exclude_none=True)
    return ("\n" + tomli_w.dumps({"deck": table})).encode()


def _decoded(data: bytes) -> str:
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(Damage(0, _("Filen er tom.")))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, _column = line_and_column(data, error.start)
        remedy = _("Gem filen som UTF-8 i dit redigeringsprogram.")
        raise UnreadableError(Damage(line, _("Filen er ikke i UTF-8."), remedy)) from error


def _table(text: str) -> dict[str, object]:
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:
        from samtale_tui.basis.toml_syntax import syntax_problem

        problem = syntax_problem(error, text, Path())
        raise UnreadableError(Damage(problem.line, problem.message, problem.remedy)) from error


def _refuse_newer(table: Mapping[str, object]) -> None:
    deck = table.get("deck")
    formats = (table.get("format"), deck.get("format") if isinstance(deck, dict) else None)
    if any(isinstance(number, int) and number > FORMAT for number in formats):
        what = _("Samtalen er skrevet af en nyere udgave af programmet.")
        raise UnreadableError(Damage(0, what, _("Hent den nyeste udgave, og åbn den igen."), newer=True))


def _marks(saved: object) -> Marks:
    """What the file says of its steps; anything odd costs only undo."""
    match saved:
        case {"done": int(done), "undone": int(undone)} if done >= 0 and undone >= 0:
            return Marks(done, undone)
        case _:
            return Marks()


def _refused(error: ValidationError, text: str) -> Damage:
    """What the model refuses, with the line of the first."""
    from samtale_tui.basis.toml_places import Places

    faults = [each for detail in error.errors(include_url=False) for each in _faults(detail)]
    line, _column = Places(text).of(faults[0].path, faults[0].at)
    sentences = [f"{fault.message} {fault.remedy}".strip() for fault in faults[:_MOST_SHOWN]]
    return Damage(line, " ".join(dict.fromkeys(sentences)))


def _faults(detail: "ErrorDetails") -> Sequence[Fault]:
    """What one refusal is about; what was found wrong across the conversation or its deck tells it itself."""
    where = detail["loc"]
    across = detail.get("ctx", {}).get("error")
    if isinstance(across, UnsoundError):
        return [fault._replace(path=(*where, *fault.path)) for fault in across.faults]
    at = At.KEY if detail["type"] == "extra_forbidden" else At.VALUE
    return [Fault(where, *_sentence(detail["type"], where), at)]


def _sentence(kind: str, loc: tuple[int | str, ...]) -> tuple[str, str]:
    """What is wrong with one value, and what to do about it."""
    from samtale_tui.basis.suggest import did_you_mean, quoted

    parts = [str(part + 1) if isinstance(part, int) else part for part in loc if part != "[key]"]
    name = quoted(".".join(parts))
    unusable = _("{key} har en værdi, som ikke kan bruges her.").format(key=name)
    if kind == "extra_forbidden":
        known = list(Conversation.model_fields) if len(loc) == 1 else []
        remedy = did_you_mean(str(loc[-1]), known) if known else ""
        return _("Nøglen {key} kendes ikke.").format(key=name), remedy
    if kind == "missing":
        return _("{key} mangler.").format(key=name), ""
    if kind.startswith(("timezone_", "datetime_")):
        return unusable, _("Skriv et tidspunkt med tidszone, som 2027-03-12T13:00:00+01:00.")
    letter = LETTERS.get(str(loc[0])) if loc[-1] == "id" and len(loc) == 3 else None
    if letter:
        return unusable, _("Skriv {letter} og et tal, som {example}.").format(
            letter=quoted(letter), example=quoted(letter + "1")
        )
    return unusable, ""
