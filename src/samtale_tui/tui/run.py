"""The doors from the command line to the screens. Each runs the program to its end."""

from samtale_tui.conversation.live import LiveConversation
from samtale_tui.deck.model import Deck
from samtale_tui.tui import ending, navigation
from samtale_tui.tui.app import SamtaleApp


def home() -> int:
    """Home: go on with a conversation, or begin a new one."""
    return ending.run(SamtaleApp(navigation.show_home))


def start(deck: Deck | None, team: str, people: tuple[str, ...], minutes: int | None) -> int:
    """The form for a new conversation, filled in with what is known."""
    return ending.run(SamtaleApp(lambda app: navigation.show_start(app, deck, team, people, minutes)))


def conversation(live: LiveConversation) -> int:
    """A conversation, where it was left."""
    return ending.run(SamtaleApp(lambda app: navigation.open_conversation(app, live)))
