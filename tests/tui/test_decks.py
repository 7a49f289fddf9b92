"""The deck screen: searching, writing cards of one's own, and files that change while they are looked at."""

from pathlib import Path

import scenes_decks
import sight
from scenes import decks_to_choose_from
from showcase import Stage, playing
from textual.widgets import Input

from samtale_tui.basis.folders import shipped_decks_folder, user_decks_folder
from samtale_tui.deck.reader import read_deck
from samtale_tui.tui.screens.decks import DecksScreen
from samtale_tui.tui.widgets.writing import Writing

HEADING = "# Det, vi taler om på gode dage\n"


def own_file() -> Path:
    return user_decks_folder() / "eget.toml"


async def on_cards(stage: Stage) -> DecksScreen:
    """On the third card of a deck of one's own, in whose file somebody has written a remark."""
    decks_to_choose_from(stage)
    own_file().write_text(HEADING + own_file().read_text(encoding="utf-8"), encoding="utf-8")
    await stage.home()
    await stage.press("d")
    screen = await scenes_decks.read(stage)
    await stage.press("right", "down", "down")
    return screen


async def look_again(stage: Stage) -> None:
    """As the clock does every second."""
    screen = scenes_decks.shown(stage)
    screen.look()
    await stage.until(lambda: not screen._watch.is_looking)
    await stage.settle()


def marked(stage: Stage) -> str:
    screen = scenes_decks.shown(stage)
    assert screen.deck and screen.cards.number is not None
    return screen.deck.cards[screen.cards.number].text


def texts() -> list[str]:
    return [card.text for card in read_deck(own_file()).cards]


async def test_the_cards_are_fewer_with_every_letter_and_all_are_back_when_it_is_cleared() -> None:
    async with playing() as stage:
        await on_cards(stage)
        await stage.press("s")
        await stage.type("HVAD stolte")
        assert "1 af 59 kort" in sight.text(stage.app)
        assert "sidst været stolte" in sight.text(stage.app)
        await stage.press("escape")
        assert stage.screen.query_one("#decks-search", Input).value == "HVAD stolte"
        await stage.press("escape")
        assert "59 kort" in sight.text(stage.app) and "af 59" not in sight.text(stage.app)
        await stage.press("escape")
        assert stage.on == "HomeScreen"


async def test_letters_are_only_letters_while_one_searches_and_arrows_go_through_what_is_found() -> None:
    async with playing() as stage:
        await on_cards(stage)
        await stage.press("slash")
        await stage.type("bnepcx")
        assert stage.on == "DecksScreen"
        stage.screen.query_one("#decks-search", Input).value = "team"
        await stage.settle()
        first = marked(stage)
        await stage.press("down", "enter")
        assert stage.on == "CardBox"
        assert marked(stage) != first
        await stage.press("right", "escape")
        assert stage.on == "DecksScreen"


async def test_what_is_typed_at_the_heels_of_the_key_is_looked_for() -> None:
    async with playing() as stage:
        await on_cards(stage)
        stage.burst("s", *"stolte")
        await stage.settle()
        assert stage.screen.query_one("#decks-search", Input).value == "stolte"


async def test_a_card_is_put_in_other_words_and_the_file_keeps_the_rest() -> None:
    async with playing() as stage:
        await on_cards(stage)
        before, old = own_file().read_text(encoding="utf-8"), marked(stage)
        await stage.press("e")
        stage.screen.query_one("#text", Writing).text = 'Hvad er "nyt"?'
        stage.screen.query_one("#minutes", Input).value = "5"
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.on == "DecksScreen")
        assert marked(stage) == 'Hvad er "nyt"?'
        after = own_file().read_text(encoding="utf-8")
        assert after.startswith(HEADING)
        gone = [line for line in before.splitlines() if line not in after.splitlines()]
        assert gone == [f'text = "{old}"']
        assert texts()[2] == 'Hvad er "nyt"?'


async def test_a_new_card_lies_last_on_the_field_and_a_card_is_moved_and_deleted() -> None:
    async with playing() as stage:
        await on_cards(stage)
        await stage.press("b")
        await stage.type("Helt nyt")
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.on == "DecksScreen")
        place = texts().index("Helt nyt")
        assert read_deck(own_file()).cards[place].field == "god-dag"
        assert read_deck(own_file()).cards[place + 1].field != "god-dag"
        await stage.press("ctrl+up")
        assert texts().index("Helt nyt") == place - 1
        assert marked(stage) == "Helt nyt"
        await stage.press("x", "enter")
        assert "Helt nyt" in texts()
        await stage.press("delete", "right", "enter")
        assert "Helt nyt" not in texts()
        assert own_file().read_text(encoding="utf-8").startswith(HEADING)


async def test_what_is_no_card_yet_is_said_at_its_field_and_waits_when_it_is_left() -> None:
    async with playing() as stage:
        await on_cards(stage)
        await stage.press("b")
        stage.screen.query_one("#hint", Writing).text = "Et hint"
        await stage.press("ctrl+s")
        assert "Skriv kortets tekst" in sight.text(stage.app)
        await stage.press("escape", "escape")
        assert "venter" in stage.said
        await stage.press("b")
        assert stage.screen.query_one("#hint", Writing).text == "Et hint"
        stage.screen.query_one("#forget").focus()
        await stage.press("enter")
        await stage.press("b")
        assert stage.screen.query_one("#hint", Writing).text == ""


async def test_a_shipped_deck_is_edited_in_a_copy_that_wins() -> None:
    async with playing() as stage:
        await stage.home()
        await stage.press("d", "end")
        await scenes_decks.read(stage)
        await stage.press("right", "e")
        assert stage.on == "ChoiceScreen"
        await stage.press("enter")
        assert not list(user_decks_folder().glob("*"))
        await stage.press("e", "right", "enter")
        await stage.until(lambda: stage.on == "CardForm")
        copy = user_decks_folder() / "tus-randers.toml"
        assert copy.read_bytes() == (shipped_decks_folder() / "tus-randers.toml").read_bytes()
        await stage.type("!")
        await stage.press("ctrl+s")
        await stage.until(lambda: stage.on == "DecksScreen")
        screen = scenes_decks.shown(stage)
        assert screen.entry and screen.entry.path == copy
        assert "skjult" in sight.text(stage.app)
        assert marked(stage).endswith("!") and read_deck(copy).cards[0].text == marked(stage)


async def test_a_card_is_copied_as_text_and_into_a_deck_of_ones_own() -> None:
    async with playing() as stage:
        await on_cards(stage)
        text = marked(stage)
        await stage.press("c", "enter")
        assert stage.app.clipboard.startswith(text)
        await stage.press("c", "down", "enter", "down", "enter")
        assert [card.text for card in read_deck(own_file()).cards if card.field == "daarlig-dag"][-1] == text


async def test_a_change_on_the_disk_is_shown_without_losing_ones_place() -> None:
    async with playing() as stage:
        await on_cards(stage)
        await stage.press("s")
        await stage.type("styrker")
        card = marked(stage)
        text = own_file().read_text(encoding="utf-8")
        new = '[[cards]]\nfield = "god-dag"\ntext = "Skudt ind om styrker"\n\n[[cards]]'
        own_file().write_text(text.replace("[[cards]]", new, 1), encoding="utf-8")
        await look_again(stage)
        assert "Skudt ind om" in sight.text(stage.app)
        assert marked(stage) == card
        assert stage.screen.query_one("#decks-search", Input).value == "styrker"


async def test_a_broken_file_leaves_the_last_good_deck_until_it_is_mended() -> None:
    async with playing() as stage:
        await on_cards(stage)
        card, good = marked(stage), own_file().read_bytes()
        own_file().write_bytes(good + b'\nhov = "')
        await look_again(stage)
        lines = good.count(b"\n") + 2
        assert f"Filen har fejl i linje {lines}" in sight.reading(stage.app)
        assert "sidste gode" in sight.reading(stage.app)
        assert marked(stage) == card
        await stage.press("e")
        assert "Ret først fejlene" in stage.said and stage.on == "DecksScreen"
        own_file().write_bytes(good.replace(b"TUS", b"Mit TUS", 1))
        await look_again(stage)
        assert "Filen har fejl" not in sight.reading(stage.app)
        assert "Mit TUS" in sight.reading(stage.app)
        assert marked(stage) == card


async def test_a_file_that_goes_lets_another_deck_be_shown() -> None:
    async with playing() as stage:
        screen = await on_cards(stage)
        own_file().unlink()
        await look_again(stage)
        first = screen.entries[0].id
        await stage.until(lambda: screen.deck and screen.deck.id == first)
        assert not own_file().exists()
        assert screen.deck and screen.deck.title in sight.text(stage.app)


async def test_what_somebody_else_wrote_in_the_file_is_never_written_over() -> None:
    async with playing() as stage:
        await on_cards(stage)
        await stage.press("e")
        theirs = (
            own_file().read_text(encoding="utf-8").replace("Hvilke af vores styrker", "Hvilken af styrkerne")
        )
        own_file().write_text(theirs, encoding="utf-8")
        stage.screen.query_one("#text", Writing).text = "Mine ord"
        await stage.press("ctrl+s")
        assert stage.on == "ChoiceScreen"
        assert own_file().read_text(encoding="utf-8") == theirs
        await stage.press("enter")
        assert stage.screen.query_one("#text", Writing).text == "Mine ord"
        await stage.press("ctrl+s", "right", "enter")
        await stage.until(lambda: stage.on == "DecksScreen")
        assert any(text.startswith("Hvilken af styrkerne") for text in texts()) and "Mine ord" in texts()


async def test_a_new_conversation_begins_with_the_deck_that_is_shown() -> None:
    async with playing() as stage:
        await on_cards(stage)
        await stage.press("n")
        assert stage.on == "StartScreen"
        assert str(stage.screen.query_one("#start-deck").value) == "eget"  # type: ignore[attr-defined]


async def test_the_mouse_marks_a_card_and_opens_it() -> None:
    async with playing(size=(120, 40)) as stage:
        screen = await on_cards(stage)
        number = screen.cards.number
        await stage.pilot.click("#decks-cards", offset=(8, screen.cards.at + 2))
        await stage.settle()
        assert screen.cards.number != number
        await stage.pilot.click("#decks-cards", offset=(8, screen.cards.at + 1))
        await stage.settle()
        assert stage.on == "CardBox"


async def test_where_no_card_is_found_that_is_said_and_fewer_letters_bring_them_back() -> None:
    async with playing() as stage:
        await on_cards(stage)
        await stage.press("s")
        await stage.type("hvadxyz")
        assert "Ingen kort i sættet har det hele i sig" in sight.reading(stage.app)
        assert "0 af 59 kort" in sight.text(stage.app)
        await stage.press("backspace", "backspace", "backspace")
        assert "0 af 59" not in sight.text(stage.app)
        assert stage.screen.query_one("#decks-search", Input).value == "hvad"


async def test_what_could_be_better_in_a_good_deck_is_shown_with_its_line() -> None:
    async with playing() as stage:
        await on_cards(stage)
        path = own_file()
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('text = "', f'text = "{"Meget lang. " * 20}', 1), encoding="utf-8")
        await look_again(stage)
        await stage.press("p")
        assert stage.on == "ReaderBox"
        assert "svær at overskue" in sight.reading(stage.app)
        assert "Linje" in sight.reading(stage.app)
