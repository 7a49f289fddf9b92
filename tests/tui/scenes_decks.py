"""Ways to the deck screen, its boxes, and the form for a card."""

from scenes import decks_to_choose_from, scene
from showcase import Stage

from samtale_tui.basis.folders import user_decks_folder
from samtale_tui.tui.screens.decks import DecksScreen
from samtale_tui.tui.widgets.deck_cards import DeckCards


def shown(stage: Stage) -> DecksScreen:
    """The deck screen, on top or under a box."""
    return next(each for each in reversed(stage.app.screen_stack) if isinstance(each, DecksScreen))


async def read(stage: Stage) -> DecksScreen:
    """Wait until all that is to be read has been, and nobody looks at files meanwhile."""
    screen = shown(stage)
    await stage.until(lambda: screen.entry and screen.reading and not screen._watch.is_looking, "read")
    for timer in screen._timers:
        timer.pause()
    await stage.until(lambda: not screen._watch.is_looking)
    await stage.settle()
    return screen


async def on_own_deck(stage: Stage) -> DecksScreen:
    """The deck screen with a deck of one's own before those that are shipped."""
    decks_to_choose_from(stage)
    await stage.home()
    await stage.press("d")
    return await read(stage)


@scene
async def decks(stage: Stage) -> None:
    await on_own_deck(stage)


@scene
async def decks_cards(stage: Stage) -> None:
    await on_own_deck(stage)
    await stage.press("right", "down", "down")
    assert isinstance(stage.screen.focused, DeckCards)


@scene
async def decks_searching(stage: Stage) -> None:
    await on_own_deck(stage)
    await stage.press("s")
    await stage.type("team x" if stage.material.team != "Team Nord" else "hvad ny")


@scene
async def decks_without_a_match(stage: Stage) -> None:
    await on_own_deck(stage)
    await stage.press("s")
    await stage.type("qqqq")


@scene
async def decks_broken_while_shown(stage: Stage) -> None:
    """Somebody has spoilt the file of the deck that is on the screen."""
    screen = await on_own_deck(stage)
    file = user_decks_folder() / "eget.toml"
    file.write_text(file.read_text(encoding="utf-8") + '\nfejl = "', encoding="utf-8")
    screen.look()
    await stage.until(lambda: screen.problems, "the fault is seen")
    await read(stage)


@scene
async def decks_never_good(stage: Stage) -> None:
    """A deck that could never be read, and one that is hidden."""
    decks_to_choose_from(stage)
    folder = user_decks_folder()
    (folder / "andet.toml").write_bytes((folder / "eget.toml").read_bytes())
    (folder / "a.toml").write_text('format = 1\nid = "a"\ntitel = "A"\n', encoding="utf-8")
    await stage.home()
    await stage.press("d")
    await read(stage)


@scene
async def decks_problems(stage: Stage) -> None:
    await decks_never_good(stage)
    await stage.press("p")
    assert stage.on == "ReaderBox"


@scene
async def decks_card(stage: Stage) -> None:
    """A card, whole."""
    await on_own_deck(stage)
    await stage.press("right", "enter")
    assert stage.on == "CardBox"


@scene
async def decks_copying(stage: Stage) -> None:
    await on_own_deck(stage)
    await stage.press("right", "c")
    assert stage.on == "PickBox"


@scene
async def decks_copying_to_a_field(stage: Stage) -> None:
    await decks_copying(stage)
    await stage.press("down", "enter")
    assert stage.on == "PickBox"


@scene
async def decks_deleting(stage: Stage) -> None:
    await on_own_deck(stage)
    await stage.press("right", "x")
    assert stage.on == "ChoiceScreen"


@scene
async def deck_card(stage: Stage) -> None:
    await on_own_deck(stage)
    await stage.press("right", "e")
    assert stage.on == "CardForm"


@scene
async def deck_card_new_with_slips(stage: Stage) -> None:
    """A topic card without a text, and with a time that is too long."""
    await on_own_deck(stage)
    await stage.press("right", "b")
    stage.screen.query_one("#kind").value = "topic"  # type: ignore[attr-defined]
    stage.screen.query_one("#minutes").value = "500"  # type: ignore[attr-defined]
    await stage.settle()
    await stage.press("ctrl+s")
