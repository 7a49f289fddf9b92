"""Mødet på midten from its card to a line in the written plan, in a real terminal (S28–S30)."""

from collections.abc import Callable

from window import Window, is_saved, on_ramme, saved

from samtale_tui.documents.plan_file import read_plan
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_phases import Phase

NINE = "Anna, Bo, Carina, David, Eva, Finn, Grethe, Hans, Ida"
MIDDLE = "Vi tager én svær sag op hver tirsdag"
OTHER = "Nye får en makker"


def placemat() -> Placemat:
    """How it stands on the disk."""
    state = saved().rounds[-1].placemat
    assert state
    return state


def stands(condition: Callable[[Placemat], bool]) -> Callable[[], bool]:
    """Whether something holds for the placemat on the disk."""
    return is_saved(lambda value: bool(value.rounds) and condition(value.rounds[-1].placemat))  # type: ignore[arg-type]


def test_nine_people_meet_in_the_middle_and_it_stands_in_the_plan(
    open_window: Callable[..., Window],
) -> None:
    window = on_ramme(open_window, NINE, columns=100, rows=34)
    window.go_on("HJULET")
    _to_the_placemats_card(window)
    window.press("r")
    window.wait_for("Hvem", "Gruppe 2: Finn, Grethe", "begynd")
    window.press("enter")
    window.wait_for("Sådan gør vi", "n næste")
    window.wait_until(stands(lambda state: len(state.sheets) == 2), "it did not begin")
    window.press("n")
    window.wait_for("Ingen taler")
    window.press("n")
    window.wait_for("Drej arket · 1 af 4", "læser")
    window.press("n", "n", "n")
    window.wait_for("Drej arket · 4 af 4")
    window.press("n", "n")
    window.wait_for("Skriv i midten")
    _write_a_middle(window, 1, MIDDLE)
    _write_a_middle(window, 2, OTHER)
    window.press("n")
    window.wait_for("Gruppe 1 læser sin midte op")
    window.press("n")
    window.wait_for("Gruppe 2 læser sin midte op")
    window.press("x")
    window.wait_for("Det kom ud af: Mødet på midten", f"Gruppe 1: {MIDDLE}")
    window.agree_to(1)
    window.wait_until(is_saved(lambda value: len(value.agreements) == 1), "no agreement")
    assert placemat().phase is Phase.ROUND_UP
    window.press("esc")
    window.wait_gone("Det kom ud af")
    window.press("esc")
    window.wait_until(is_saved(lambda value: value.card is None), "the card lay open")
    window.plan_the_agreement()
    window.wait_for(MIDDLE[:20])
    files = window.write_the_files()
    assert [action.what for action in read_plan(files[".toml"]).actions] == [MIDDLE]


def _to_the_placemats_card(window: Window) -> None:
    """A card of its field, each of which is an exercise card, by the field's number on the wheel."""
    deck = saved().deck
    card = next(card_id for card_id, card in deck.cards_by_id.items() if card.method == "placemat")
    fields = [field.id for field in deck.ordered_fields]
    number = fields.index(deck.cards_by_id[card].field) + 1
    window.press(*str(number))
    window.wait_until(is_saved(lambda value: value.field == deck.cards_by_id[card].field), "not on the field")
    window.press("t")
    window.wait_until(is_saved(lambda value: value.card is not None), "no card was drawn")
    window.wait_for("Mødet på midten", "r metode")


def _write_a_middle(window: Window, number: int, text: str) -> None:
    window.press("enter")
    window.wait_for("Hvilken gruppes midte?")
    window.press("enter")
    window.wait_for(f"Midten · Gruppe {number}")
    window.type(text)
    window.wait_for(text)
    window.press("enter")
    window.wait_until(stands(lambda state: state.sheets[number - 1].middle == text), "it was not kept")
