"""All conversations on disk: finding them, listing them, making room for a new one."""

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.files import make_folder
from samtale_tui.basis.folders import conversations_folder
from samtale_tui.basis.language import _
from samtale_tui.basis.text import IDENTIFIER, clean_line, slug
from samtale_tui.basis.words import ConversationKind
from samtale_tui.conversation.file_format import FORMAT, SAVED, DamagedConversation, parse_head
from samtale_tui.conversation.folder import CONVERSATION_FILE, ConversationFolder
from samtale_tui.conversation.history import History
from samtale_tui.conversation.lock import Holder, holder_of
from samtale_tui.conversation.model import STEPS, Conversation, Step

_ID = re.compile(IDENTIFIER)
_KEYS = frozenset({*Conversation.model_fields, SAVED}) - {"id"}


class UnknownConversation(SamtaleError):  # noqa: N818 - named by what it says
    """There is no conversation of that name."""


@dataclass(frozen=True)
class Summary:
    """What a list shows of a conversation."""

    id: str
    """Name of its folder."""
    team: str
    """Whose it is."""
    kind: ConversationKind
    """Which of the four conversations."""
    deck: str
    """Title of its deck."""
    created: datetime
    """When it was made."""
    begun: datetime | None
    """When it began; none while it is being prepared."""
    changed: datetime
    """When it was saved last."""
    step: Step
    """Which part of it is on."""
    agreements: int
    """How many were captured."""
    actions: int
    """How many lines the plan has."""
    written: bool
    """Whether its plan has been written to files."""
    holder: Holder | None
    """Who has it open, if anyone."""
    delete_on: date | None = None
    """When it is to be deleted, once that is known (S66)."""

    def state(self) -> str:
        """How far it has come, in a word or two."""
        if self.written:
            return _("plan skrevet")
        return _("i gang") if self.begun else _("forberedt")


@dataclass(frozen=True)
class Damaged:
    """A conversation whose file cannot be read."""

    id: str
    """Name of its folder."""
    path: Path
    """The file."""
    message: str
    """``file:line: what is wrong``, and what to do, in the user's language."""


@dataclass(frozen=True)
class Listing:
    """All conversations."""

    summaries: tuple[Summary, ...]
    """Those that open, the one changed last first."""
    damaged: tuple[Damaged, ...]
    """Those that do not."""


def new_id(team: str, created: datetime) -> str:
    """A free name for a conversation's folder, as ``2026-11-21-team-nord``; then ``-2``, ``-3``."""
    wanted = f"{created.date().isoformat()}-{slug(team) or 'samtale'}"
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(name for name in names if not os.path.lexists(conversations_folder() / name))


def claim(conversation_id: str) -> ConversationFolder:
    """Make the folder of a new conversation.

    Raises:
        FileExistsError: there is one of that name.
        OSError: it cannot be made.
    """
    make_folder(conversations_folder(), private=True)
    folder = ConversationFolder(conversations_folder() / conversation_id)
    folder.path.mkdir(mode=0o700)
    return folder


def create(conversation: Conversation) -> ConversationFolder:
    """Put a new conversation on the disk.

    Raises:
        FileExistsError: there is one of that name.
        OSError: it cannot be written.
    """
    folder = claim(conversation.id)
    folder.save(conversation, History())
    return folder


def find(conversation_id: str) -> ConversationFolder:
    """The folder of a conversation.

    Raises:
        UnknownConversation: there is none of that name.
    """
    if _ID.fullmatch(conversation_id):
        folder = conversations_folder() / conversation_id
        if not folder.is_symlink() and _is_file(folder / CONVERSATION_FILE):
            return ConversationFolder(folder)
    from samtale_tui.basis.suggest import did_you_mean, quoted

    known = [folder.id for folder in _folders()]
    message = _("Der er ingen samtale, der hedder {name}.").format(name=quoted(conversation_id))
    remedy = did_you_mean(conversation_id, known) or _("Se dem alle med: samtale list")
    raise UnknownConversation(_("Samtalen findes ikke"), message, remedy)


def load(conversation_id: str) -> tuple[Conversation, History]:
    """A conversation as it was saved last, every clock standing still, and the steps that led to it.

    Raises:
        UnknownConversation: there is none of that name.
        DamagedConversation: its file cannot be read; it stays, and a copy of it is set aside.
    """
    return find(conversation_id).load()


def list_conversations() -> Listing:
    """All conversations, each read only as far as the list needs. What is no conversation is skipped."""
    summaries: list[Summary] = []
    damaged: list[Damaged] = []
    for folder in _folders():
        try:
            summaries.append(_summary(folder))
        except DamagedConversation as error:
            damaged.append(Damaged(folder.id, error.path, str(error)))
    summaries.sort(key=lambda summary: (summary.changed, summary.id), reverse=True)
    return Listing(tuple(summaries), tuple(damaged))


def _folders() -> Iterator[ConversationFolder]:
    root = conversations_folder()
    try:
        with os.scandir(root) as entries:
            names = sorted(each.name for each in entries if each.is_dir(follow_symlinks=False))
    except OSError:
        return
    for name in names:
        if _ID.fullmatch(name) and _is_file(root / name / CONVERSATION_FILE):
            yield ConversationFolder(root / name)


def _is_file(path: Path) -> bool:
    """Whether a file is there; a link to one is none, as what is written would replace it."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _summary(folder: ConversationFolder) -> Summary:
    """What the list shows, from the file's beginning; from all of it where that says too little.

    Raises:
        DamagedConversation: the file cannot be read.
    """
    path = folder.path / CONVERSATION_FILE
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        head = parse_head(path.read_bytes())
    except OSError:
        head, changed = None, datetime.now(UTC)
    quick = _from_head(folder, head, changed) if head else None
    if quick:
        return quick
    whole, _marks = folder.read()
    return Summary(
        id=folder.id,
        team=whole.team,
        kind=whole.deck.conversation,
        deck=whole.deck.title,
        created=whole.created,
        begun=whole.times.begun,
        changed=changed,
        step=whole.step,
        agreements=len(whole.agreements),
        actions=len(whole.actions),
        written=bool(whole.written),
        holder=holder_of(folder.path),
        delete_on=whole.delete_on,
    )


def _from_head(folder: ConversationFolder, facts: Mapping[str, object], changed: datetime) -> Summary | None:
    """The summary, where every key that it needs is there and of the right kind; the model is not asked."""
    if not facts.keys() - {"id"} <= _KEYS:
        return None
    part = facts.get("step", STEPS[0])
    step = next((each for each in STEPS if each == part), None)
    times = facts.get("times", {})
    begun = times.get("begun") if isinstance(times, dict) else ""
    match facts:
        case {
            "format": int(number),
            "team": str(team),
            "created": datetime() as created,
            "deck": {"title": str(title), "conversation": str(kind)},
        } if number == FORMAT and step and kind in list(ConversationKind):
            agreements, actions = facts.get("agreements", ()), facts.get("actions", ())
            if not (isinstance(agreements, Sequence) and isinstance(actions, Sequence)):
                return None
            delete_on = facts.get("delete_on")
            if not (delete_on is None or type(delete_on) is date):
                return None
            if not (begun is None or isinstance(begun, datetime)) or created.tzinfo is None:
                return None
            return Summary(
                id=folder.id,
                team=clean_line(team),
                kind=ConversationKind(kind),
                deck=clean_line(title),
                created=created,
                begun=begun,
                changed=changed,
                step=step,
                agreements=len(agreements),
                actions=len(actions),
                written=bool(facts.get("written")),
                holder=holder_of(folder.path),
                delete_on=delete_on,
            )
    return None
