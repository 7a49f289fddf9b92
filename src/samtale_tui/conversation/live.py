"""The conversation that is open: its value now, what can be undone, who follows it, and how it is kept."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar, TypeVarTuple

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.files import make_folder
from samtale_tui.basis.folders import conversations_folder
from samtale_tui.basis.language import _
from samtale_tui.basis.settings import Settings, read_settings
from samtale_tui.conversation.commands import new_conversation
from samtale_tui.conversation.folder import ConversationFolder
from samtale_tui.conversation.history import History, Moved
from samtale_tui.conversation.lock import Holder, Lock, give_sign_of_life
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import running_rounds, stop_clocks, with_watches
from samtale_tui.conversation.saver import Saver, SaveTrouble
from samtale_tui.conversation.store import claim, find, new_id
from samtale_tui.deck.model import Deck
from samtale_tui.method.clock import Moment, Now, system_now

Arguments = TypeVarTuple("Arguments")
Listener = TypeVar("Listener")
Subscriber = Callable[[Conversation, Conversation], None]
"""Is told the old value and the new one."""
TroubleListener = Callable[[SaveTrouble | None], None]
"""Is told of trouble with saving, and with None that it is mended; from the saver's thread."""


class ReadOnly(SamtaleError):  # noqa: N818 - named by what it says
    """The conversation can be looked at here and not changed."""


class LiveConversation:
    """The one place where the value of an open conversation changes. Belongs to the UI's thread."""

    def __init__(
        self,
        folder: ConversationFolder,
        value: Conversation,
        history: History,
        *,
        lock: Lock,
        holder: Holder | None = None,
        now: Now = system_now,
        new: bool = False,
    ) -> None:
        """Open a conversation; ``open_live`` and ``create_live`` know how.

        Args:
            folder: where it is kept.
            value: the conversation as it is now.
            history: the steps that led to it.
            lock: the right to write it; taken with the first save where it is not held yet.
            holder: who else has it open; it can only be looked at then.
            now: where the time comes from.
            new: nothing of it is saved yet.
        """
        self.now = now
        self._folder = folder
        self._value = value
        self._history = history
        self._lock = lock
        self._holder = holder
        self._subscribers: list[Subscriber] = []
        self._listeners: list[TroubleListener] = []
        self._saver = (
            None if holder else Saver(self._write, self._give_sign_of_life, folder.path, self._report)
        )
        self._closed = False
        if new and self._saver:
            self._saver.schedule(value, history)

    # What is known of it

    @property
    def value(self) -> Conversation:
        """The conversation as it is now."""
        return self._value

    @property
    def read_only(self) -> bool:
        """Whether it can only be looked at."""
        return self._saver is None or self._closed

    @property
    def holder(self) -> Holder | None:
        """Who else has it open, where it can only be looked at."""
        return self._holder

    @property
    def trouble(self) -> SaveTrouble | None:
        """Why nothing can be saved at the moment; none when all is well."""
        return self._saver.trouble if self._saver else None

    @property
    def undo_label(self) -> str | None:
        """What would be taken back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """What would be done again."""
        return self._history.redo_label

    # Changing it

    def apply(
        self,
        command: Callable[[Conversation, *Arguments], Conversation],
        *args: *Arguments,
        stay: str | None = None,
        undoable: bool = True,
        label: str = "",
    ) -> Conversation:
        """Change the conversation by a pure command, and have it saved.

        Args:
            command: gives the new value from the old one and the arguments.
            args: what else the command takes.
            stay: key of the text field that is written in; all changes of one stay are one step.
            undoable: whether it is a step; undo leaves other changes alone.
            label: what was done, in the user's language, for undo to say.

        Returns:
            The new value; the very same one where nothing changed.

        Raises:
            ReadOnly: someone else has it open, or it is closed.
            pydantic.ValidationError: the model does not allow what the command made; nothing changed.
        """
        self._refuse_where_read_only()
        old = self._value
        new = command(old, *args)
        if new is old or new == old:
            return old
        history = self._history
        self._change(new, history.recorded(old, new, label, stay) if undoable else history.passed(old, new))
        return new

    def end_stay(self) -> None:
        """The text field is left: what is written there next is another step."""
        self._history = self._history.without_stay()

    def undo(self) -> str | None:
        """Take the last step back. Elapsed time stays.

        Returns:
            What was taken back; none when there was nothing.

        Raises:
            ReadOnly: someone else has it open, or it is closed.
        """
        self._refuse_where_read_only()
        return self._move(self._history.undo(self._value))

    def redo(self) -> str | None:
        """Do again what was taken back last.

        Returns:
            What was done again; none when there was nothing.

        Raises:
            ReadOnly: someone else has it open, or it is closed.
        """
        self._refuse_where_read_only()
        return self._move(self._history.redo(self._value))

    def stop_clocks(self) -> None:
        """Every clock stands still from now on.

        Raises:
            ReadOnly: someone else has it open, or it is closed.
        """
        self.apply(stop_clocks, self.now(), undoable=False)

    # Following it

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Have every change told.

        Returns:
            What ends that.
        """
        self._subscribers.append(subscriber)
        return lambda: _remove(self._subscribers, subscriber)

    def on_trouble(self, listener: TroubleListener) -> Callable[[], None]:
        """Have it told when saving goes wrong, and when it is mended. Told from the saver's thread.

        Returns:
            What ends that.
        """
        self._listeners.append(listener)
        return lambda: _remove(self._listeners, listener)

    # Keeping it

    def beat(self) -> None:
        """Note that the program lives, while a clock runs: a crash costs a clock no more than one beat."""
        if self._saver and not self._closed and running_rounds(self._value):
            self._saver.beat(self._value, self._history, self.now().wall)

    def flush(self, timeout: float = 5.0) -> bool:
        """Save now, and wait so many seconds at most.

        Returns:
            Whether everything is saved.
        """
        return self._saver.flush(timeout) if self._saver else True

    def close(self, timeout: float = 5.0) -> bool:
        """Stop the clocks, save, and let others write. Nobody is told any more; a second close does no more.

        Returns:
            Whether everything is saved.
        """
        if self._saver is None:
            return True
        if not self._closed:
            self._subscribers.clear()
            self.stop_clocks()
            self._closed = True
        saved = self._saver.close(timeout)
        self._lock.release()
        return saved

    def _change(self, value: Conversation, history: History) -> None:
        old, self._value, self._history = self._value, value, history
        if self._saver:
            self._saver.schedule(value, history)
        for subscriber in tuple(self._subscribers):
            subscriber(old, value)

    def _move(self, moved: Moved) -> str | None:
        if moved.label is None:
            self._history = moved.history
        else:
            self._change(_with_lost_clocks_stopped(moved.value, self.now()), moved.history)
        return moved.label

    def _refuse_where_read_only(self) -> None:
        if self._closed:
            raise ReadOnly(_("Kun læsning"), _("Samtalen er lukket."))
        if self._holder:
            message = _("Samtalen er åben hos {who}.").format(who=self._holder.describe())
            raise ReadOnly(_("Kun læsning"), message, _("Luk den der for at skrive her."))

    def _report(self, trouble: SaveTrouble | None) -> None:
        for listener in tuple(self._listeners):
            listener(trouble)

    def _give_sign_of_life(self, wall: datetime) -> None:
        """In the saver's thread, as a disk that hangs must hold up no clock."""
        give_sign_of_life(self._folder.path, wall)

    def _write(self, value: Conversation, history: History) -> None:
        """In the saver's thread: keep it on the disk, unless someone else has taken the lock meanwhile."""
        taken = None
        # Where no lock can be made, nothing can be saved, and that is told.
        with contextlib.suppress(OSError):
            make_folder(self._folder.path.parent, private=True)
            make_folder(self._folder.path, private=True)
            taken = self._lock.renew()
        if taken:
            message = _("Samtalen er åben hos {who}, så intet herfra gemmes.").format(who=taken.describe())
            raise SamtaleError(_("Kan ikke gemme"), message, _("Luk den der."))
        self._folder.save(value, history)


def open_live(conversation_id: str, *, now: Now = system_now) -> LiveConversation:
    """Open a conversation to go on with it; to look at it where someone else has it open.

    Args:
        conversation_id: name of its folder.
        now: where the time comes from.

    Raises:
        UnknownConversation: there is none of that name.
        DamagedConversation: its file cannot be read.
    """
    folder = find(conversation_id)
    lock, holder = Lock(folder.path), None
    # A folder that takes no lock: the saver tries again, and tells.
    with contextlib.suppress(OSError):
        holder = lock.acquire()
    try:
        value, history = folder.load()
    except SamtaleError:
        lock.release()
        raise
    return LiveConversation(folder, value, history, lock=lock, holder=holder, now=now)


def begin_live(
    deck: Deck,
    team: str,
    people: tuple[str, ...],
    minutes: int,
    *,
    settings: Settings | None = None,
    now: Now = system_now,
) -> LiveConversation:
    """Make a new conversation and open it, as ``create_live`` does.

    Args:
        deck: its deck.
        team: whose it is.
        people: names in seating order.
        minutes: how long it is booked for.
        settings: what it begins with; read from the user's file where there are none.
        now: where the time comes from.
    """
    created = now().wall.astimezone()
    usual = settings or read_settings().settings
    made = new_conversation(new_id(team, created), deck, team, people, minutes, created, usual)
    return create_live(made, now=now)


def create_live(conversation: Conversation, *, now: Now = system_now) -> LiveConversation:
    """Open a new conversation. It is saved at once; where that does not succeed it is there all the same.

    Args:
        conversation: the new value; it gets another id where its own has been taken meanwhile.
        now: where the time comes from.
    """
    conversation, folder = _claimed(conversation)
    return LiveConversation(folder, conversation, History(), lock=Lock(folder.path), now=now, new=True)


def _claimed(conversation: Conversation) -> tuple[Conversation, ConversationFolder]:
    """The conversation under an id that nobody else has, and its folder; always the two of them together."""
    while True:
        folder = ConversationFolder(conversations_folder() / conversation.id)
        try:
            return conversation, claim(conversation.id)
        except FileExistsError:
            free = new_id(conversation.team, conversation.created)
            if free == conversation.id:  # what is in the way is not its folder
                return conversation, folder
            conversation = conversation.but(id=free)
        except OSError:  # the saver tries again, and tells
            return conversation, folder


def _with_lost_clocks_stopped(conversation: Conversation, now: Moment) -> Conversation:
    """No clock runs for a round that undo has taken away, or redo has ended; what it showed it keeps."""
    lost = set(running_rounds(conversation)) - {each.id for each in conversation.rounds if not each.over}
    return with_watches(conversation, lost, lambda watch: watch.stop(now))


def _remove(listeners: list[Listener], listener: Listener) -> None:
    with contextlib.suppress(ValueError):
        listeners.remove(listener)
