"""How a command ended, and screens that only note what they were given."""

from collections.abc import Callable
from dataclasses import dataclass, field

from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.model import Conversation
from samtale_tui.deck.model import Deck


@dataclass(frozen=True)
class Answer:
    """How a command ended."""

    code: int
    out: str
    err: str


Samtale = Callable[..., Answer]
MakeConversation = Callable[..., Conversation]


@dataclass
class Screens:
    """What the screens were opened with."""

    homes: int = 0
    starts: list[tuple[Deck | None, str, tuple[str, ...], int | None]] = field(default_factory=list)
    opened: list[Conversation] = field(default_factory=list)
    code: int = 0

    def home(self) -> int:
        """In place of ``run.home``."""
        self.homes += 1
        return self.code

    def start(self, deck: Deck | None, team: str, people: tuple[str, ...], minutes: int | None) -> int:
        """In place of ``run.start``."""
        self.starts.append((deck, team, people, minutes))
        return self.code

    def conversation(self, live: LiveConversation) -> int:
        """In place of ``run.conversation``."""
        self.opened.append(live.value)
        assert live.close()
        return self.code
