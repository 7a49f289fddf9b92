"""How the screens look. A change of look shows here; ``pytest --snapshot-update`` accepts it once it has been seen."""

from collections.abc import Callable

import pytest
from scenes import SCENES
from showcase import BEGUN, CONVERSATION_ID, new_app, staged
from textual.pilot import Pilot

from samtale_tui.conversation.commands import new_conversation
from samtale_tui.conversation.model import Person
from samtale_tui.deck.shelf import open_deck

Compare = Callable[..., bool]

SMALL = (80, 24)
LARGE = (120, 40)
LEAST = (60, 20)

METHODS = (
    *("offers", "method_intro", "method_intro_own", "people_in_a_round", "outcome", "outcome_own"),
    *("bridging_asked", "bridging_own", "fishbowl_running", "fishbowl_own", "fishbowl_debrief"),
    *("placemat_turning", "placemat_writing_own", "placemat_round_up"),
    *("iglo_board", "iglo_board_own", "iglo_choice", "idoart_answered", "idoart_own"),
)
"""What the methods look like, in the room's view and in one's own."""
TELLING = [
    ("home", SMALL, "dark"),
    ("start", SMALL, "light"),
    *(
        (name, size, theme)
        for name in ("frame_own_of_nine", "frame_begun")
        for size in (SMALL, LARGE)
        for theme in ("light", "dark")
    ),
    ("frame_empty", SMALL, "light"),
    ("frame_room", LEAST, "dark"),
    ("frame_purpose", SMALL, "light"),
    ("frame_rules", SMALL, "dark"),
    ("frame_time", SMALL, "light"),
    ("frame_groups", SMALL, "dark"),
    ("wheel_with_chosen_cards", LARGE, "light"),
    ("wheel_before_the_start", SMALL, "dark"),
    ("wheel", SMALL, "light"),
    ("wheel", LARGE, "dark"),
    ("wheel", LARGE, "light"),
    ("wheel", LEAST, "dark"),
    ("grid", SMALL, "dark"),
    ("card", SMALL, "dark"),
    ("card", LARGE, "light"),
    ("card_own", LARGE, "light"),
    ("agreement_half_written", SMALL, "light"),
    ("rules", SMALL, "dark"),
    ("help_on_the_wheel", SMALL, "light"),
    ("palette", SMALL, "dark"),
    ("round_setup", SMALL, "light"),
    ("round_running", LARGE, "light"),
    ("round_running", SMALL, "dark"),
    ("round_own", SMALL, "light"),
    ("round_with_frame_up", SMALL, "dark"),
    *(
        (name, size, theme)
        for name in METHODS
        for size, theme in ((SMALL, "dark"), (LARGE, "light"), (LEAST, "light" if "own" in name else "dark"))
    ),
    ("plan", SMALL, "dark"),
    ("action", LARGE, "dark"),
    ("finish", SMALL, "light"),
    ("finish_with_files_written", LARGE, "dark"),
    ("decks_cards", SMALL, "dark"),
    ("decks_cards", LARGE, "light"),
    ("decks_searching", SMALL, "light"),
    ("decks_broken_while_shown", LEAST, "dark"),
    ("decks_card", SMALL, "dark"),
    ("deck_card_new_with_slips", LARGE, "dark"),
    ("deck_card", SMALL, "light"),
    *(
        (name, size, theme)
        for name in ("parking_box_confidential", "parking", "parking_own", "ranking", "evaluation")
        for size in (SMALL, LARGE)
        for theme in ("light", "dark")
    ),
]


@pytest.mark.parametrize(
    ("name", "size", "theme"), TELLING, ids=[f"{n}-{w}x{h}-{theme}" for n, (w, h), theme in TELLING]
)
def test_it_looks_as_it_did(name: str, size: tuple[int, int], theme: str, snap_compare: Compare) -> None:
    app, now = new_app(light=theme == "light")

    async def reach(pilot: "Pilot[None]") -> None:
        await SCENES[name](staged(pilot, now))
        await pilot.pause()

    try:
        assert snap_compare(app, terminal_size=size, run_before=reach)
    finally:
        app.close_conversation()


DECKS = ("tus-randers", "lus-randers", "mus-randers", "grus-aabenraa", "mus-aabenraa", "metoder")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("board", ["wheel", "grid"])
@pytest.mark.parametrize("deck", [*DECKS, "team-conversation-en"])
def test_every_deck_looks_as_it_did(
    deck: str, board: str, size: tuple[int, int], snap_compare: Compare
) -> None:
    app, now = new_app(light=board == "grid")

    async def reach(pilot: "Pilot[None]") -> None:
        stage = staged(pilot, now)
        m = stage.material
        people = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(m.names, 1))
        begun = m.conversation().times
        talk = new_conversation(CONVERSATION_ID, open_deck(deck), m.team, m.names, 90, BEGUN)
        await stage.open(talk.but(step="wheel", people=people, times=begun))
        if board == "grid":
            await stage.press("g")
        await pilot.pause()

    try:
        assert snap_compare(app, terminal_size=size, run_before=reach)
    finally:
        app.close_conversation()
