"""Decks of every form, and a bare app round one board, for the tests of the wheel, the grid and the list."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip

from samtale_tui.basis.words import ConversationKind
from samtale_tui.deck.model import Colour, Deck, Field, Place, Theme
from samtale_tui.deck.model import Wheel as WheelOfDeck
from samtale_tui.tui.theme import DARK, LIGHT
from samtale_tui.tui.widgets.fields_board import FieldsBoard, WheelState

Board = TypeVar("Board", bound=FieldsBoard)

PATIENCE = 20.0
"""Seconds until a condition that never comes true fails the test."""

HUB = (("God dag", None), ("Dårlig dag", None), ("Motivation", None), ("Kommunikation", None))
RING = (
    ("Opgaver", None),
    ("Kompetencer", "Kompe|tencer"),
    ("Mål og værdier", "Mål og |værdier"),
    ("Naboteams", "Nabo|teams"),
    ("Samarbejdspartnere", "Samarbejds|partnere"),
    ("Borgere", None),
    ("Engagement, arbejdsglæde og motivation", None),
    ("Anerkendelse", None),
    ("Indflydelse", None),
    ("Fokus på helheden og kerneopgaven", None),
    ("Sparring", None),
    ("Åbenhed og dialog", None),
    ("Mangfoldighed og rummelighed", None),
    ("Trivsel og tryghed", None),
)
HOSTILE = (
    "[/x]",
    "[@click=app.quit]x[/]",
    "[Maria]",
    "[bold red]råb",
    "👩‍👩‍👧 familien 日本語の題名",
    "e\u0301\u0301\u0301\u0301 zalgo",
    "W" * 80,
    "a b c d e f g h i j k l m n o p q r s t u v w x y z æ ø å",
)


def deck_of(
    hub: int = 2,
    ring: int = 6,
    *,
    titles: Sequence[str] = (),
    rim: str = "Teamets udvikling",
) -> Deck:
    """A deck of so many fields.

    Args:
        hub: fields in the hub, 0–4.
        ring: fields in the ring, 1–14.
        titles: names for all fields in place of the usual ones, used again from the first where they are too few.
        rim: what the arrow leads to.
    """
    named = (*HUB[:hub], *RING[:ring])
    if titles:
        named = tuple((titles[at % len(titles)], None) for at in range(hub + ring))
    themes = [
        Theme(id="vores-team", title="Vores team", colour=Colour.RUST, place=Place.HUB),
        Theme(id="faglighed", title="Faglighed", colour=Colour.BLUE),
        Theme(id="relationer", title="Relationer", colour=Colour.GREEN),
    ]
    ids = ["vores-team"] * hub + ["faglighed"] * min(3, ring) + ["relationer"] * max(0, ring - 3)
    fields = tuple(
        Field(id=f"felt-{number}", theme=theme, title=title, wrap=wrap)
        for number, (theme, (title, wrap)) in enumerate(zip(ids, named, strict=True), 1)
    )
    return Deck(
        format=1,
        id="prove",
        title="Prøve",
        conversation=ConversationKind.TUS,
        wheel=WheelOfDeck(rim=rim),
        themes=tuple(theme for theme in themes if theme.id in ids),
        fields=fields,
    )


def state_of(
    deck: Deck, number: int | None = 1, *, used: int = 2, total: int = 5, rim: bool = False
) -> WheelState:
    """A state in which one field is selected, by its number, and all have so many cards."""
    selected = None if number is None else deck.ordered_fields[number - 1].id
    return WheelState(selected, {field.id: (used, total) for field in deck.fields}, rim)


class BoardApp(App[None]):
    """Nothing but a board."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, board: FieldsBoard, theme: str) -> None:
        super().__init__()
        self.board = board
        self.heard: list[Message | str] = []
        for known in (LIGHT, DARK):
            self.register_theme(known)
        self.theme = theme

    def compose(self) -> ComposeResult:
        """The board alone."""
        yield self.board

    def on_mount(self) -> None:
        """The keys go to it."""
        self.board.moved = self.heard.append
        self.board.focus()

    def on_fields_board_opened(self, message: FieldsBoard.Opened) -> None:
        """Remember it."""
        self.heard.append(message)

    def on_fields_board_rim_reached(self, message: FieldsBoard.RimReached) -> None:
        """Remember it."""
        self.heard.append(message)

    def on_fields_board_rim_opened(self, message: FieldsBoard.RimOpened) -> None:
        """Remember it."""
        self.heard.append(message)

    def told(self) -> list[str]:
        """What the board told, shortly, as "Moved felt-3"; and forget it."""
        told = [f"Moved {heard}" if isinstance(heard, str) else _short(heard) for heard in self.heard]
        self.heard.clear()
        return told


def _short(message: Message) -> str:
    return f"{type(message).__name__} {getattr(message, 'field_id', '')}".strip()


@asynccontextmanager
async def shown(
    kind: Callable[[Deck], Board],
    deck: Deck,
    size: tuple[int, int] = (60, 30),
    *,
    state: WheelState | None = None,
    theme: str = LIGHT.name,
) -> AsyncIterator[tuple[Pilot[None], Board, BoardApp]]:
    """A board on a screen of its own."""
    board = kind(deck)
    app = BoardApp(board, theme)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        board.show(state or state_of(deck))
        await pilot.pause()
        yield pilot, board, app


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it never came true"
        await pilot.pause()
        await asyncio.sleep(0)


def lines_of(board: FieldsBoard) -> list[Strip]:
    """What the board shows, line by line."""
    return board.render_lines(board.content_region.reset_offset)


def text_of(board: FieldsBoard) -> str:
    """What the board shows, as text."""
    return "\n".join(strip.text for strip in lines_of(board))


def assert_filled(board: FieldsBoard) -> None:
    """Every line is exactly as wide as the board, in cells."""
    width, height = board.content_size
    strips = lines_of(board)
    assert len(strips) == height
    for strip in strips:
        assert strip.cell_length == width
        assert sum(cell_len(segment.text) for segment in strip) == width


@contextmanager
def counted_lines(board: FieldsBoard) -> Iterator[set[int]]:
    """Which lines are asked for while the block runs."""
    lines: set[int] = set()
    ask = board.render_line

    def count(y: int) -> Strip:
        lines.add(y)
        return ask(y)

    board.render_line = count  # type: ignore[method-assign]
    try:
        yield lines
    finally:
        del board.render_line
