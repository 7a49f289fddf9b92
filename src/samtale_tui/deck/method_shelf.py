"""Where the methods find their texts: in the conversation's own deck, else in ``metoder`` on the shelf."""

from collections.abc import Iterator

from samtale_tui.basis.errors import DeckError
from samtale_tui.deck.method_texts import LevelText, MethodTexts
from samtale_tui.deck.model import Deck
from samtale_tui.deck.shelf import DeckEntry, Origin, list_decks, read

METHODS_DECK = "metoder"
"""Id of the deck that tells of the methods; a copy in the user's own folder goes before the shipped one."""
_PATIENCE = 0.25
"""Seconds that shared folders are waited for: someone stands before a room."""


def methods_deck() -> Deck | None:
    """The deck ``metoder`` with texts for the methods, the user's own copy first; none where there is none.

    A copy that is wrong, cannot be read or has no such texts is passed over. Never raises.
    """
    for entry in _copies():
        try:
            deck = read(entry)
        except DeckError:
            continue
        if deck.methods != MethodTexts():
            return deck
    return None


def bridging_questions(conversation_deck: Deck, methods: Deck | None) -> tuple[str, ...]:
    """The bridging questions for a conversation, with places for names; none where no deck has any.

    Args:
        conversation_deck: the conversation's own deck, whose questions go first.
        methods: the deck ``metoder``; it counts where it is in the same language.
    """
    found = (deck.methods.bridging for deck in _in_order(conversation_deck, methods))
    return next(filter(None, found), ())


def questions_for(conversation_deck: Deck) -> tuple[str, ...]:
    """As ``bridging_questions``, looking on the shelf where the conversation's own deck has none."""
    return conversation_deck.methods.bridging or bridging_questions(conversation_deck, methods_deck())


def level_texts(conversation_deck: Deck, methods: Deck | None) -> tuple[LevelText, ...]:
    """How the levels of IGLO are told of in a conversation; as ``bridging_questions``."""
    found = (deck.methods.levels for deck in _in_order(conversation_deck, methods))
    return next(filter(None, found), ())


def levels_for(conversation_deck: Deck) -> tuple[LevelText, ...]:
    """As ``level_texts``, looking on the shelf where the conversation's own deck has none."""
    return conversation_deck.methods.levels or level_texts(conversation_deck, methods_deck())


def _in_order(conversation_deck: Deck, methods: Deck | None) -> Iterator[Deck]:
    yield conversation_deck
    if methods and methods.language == conversation_deck.language:
        yield methods


def _copies() -> Iterator[DeckEntry]:
    """The files of that id, those that win first."""
    listing = list_decks(_PATIENCE)
    hidden = sorted(listing.hidden, key=lambda entry: list(Origin).index(entry.origin))
    return (entry for entry in (*listing.entries, *hidden) if entry.id == METHODS_DECK)
