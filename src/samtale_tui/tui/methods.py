"""The ways to a method: which are offered, its first screen, itself, and what came out of it."""

from typing import TYPE_CHECKING

from samtale_tui.basis.language import _, noted
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.harvest_commands import catch, reword_caught
from samtale_tui.method.catalogue import method_text
from samtale_tui.tui.leading import leading
from samtale_tui.tui.sinks import say

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp

TAKE_UP = "up:"
"""Before the id of a round in the list of what can be led: take it up again, or see what came of it."""


def title_of(method: MethodName) -> str:
    """What a method is called."""
    return method_text(method).title


def offer_methods(app: "SamtaleApp", card_id: str | None, *, any_method: bool = False) -> None:
    """Take up what waits on the card; else the card's own method, or a choice of all that fit.

    Args:
        app: the app.
        card_id: the card that it will be about; none where it has a topic of its own.
        any_method: show the choice in any case.
    """
    live = app.live
    if live is None:
        return
    waiting = next(
        (each for each in reversed(live.value.rounds) if not each.over and each.card == card_id), None
    )
    card = live.value.card_by_id(card_id or "")
    if waiting and not any_method:
        show_method(app, waiting.id)
    elif card and card.kind == "exercise" and card.method and not any_method:
        introduce(app, card.method, card_id)
    else:
        _choose(app, card_id)


def _choose(app: "SamtaleApp", card_id: str | None) -> None:
    from samtale_tui.tui.screens.method_offer import OfferBox

    def chosen(answer: str | None) -> None:
        if answer is None:
            return
        if answer.startswith(TAKE_UP):
            take_up(app, answer.removeprefix(TAKE_UP))
        else:
            introduce(app, MethodName(answer), card_id)

    app.push_screen(OfferBox(card_id), chosen)


def take_up(app: "SamtaleApp", round_id: str) -> None:
    """A method that waits, or what came out of one that is over."""
    each = app.live.value.round_by_id(round_id) if app.live else None
    if each and each.over:
        show_outcome(app, round_id)
    elif each:
        show_method(app, round_id)


def introduce(app: "SamtaleApp", method: MethodName, card_id: str | None) -> None:
    """A method's first screen, for the room; in the place of another method's."""
    from samtale_tui.tui.screens.method_intro import MethodIntroScreen

    if isinstance(app.screen, MethodIntroScreen):
        app.switch_screen(MethodIntroScreen(method, card_id))
    else:
        app.push_screen(MethodIntroScreen(method, card_id))


def show_method(app: "SamtaleApp", round_id: str, *, instead: bool = False) -> None:
    """A method under way, over what is on or in its place."""
    each = app.live.value.round_by_id(round_id) if app.live else None
    if each is None:
        return
    screen = leading(each.method).screen(round_id)
    if instead:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def show_outcome(app: "SamtaleApp", round_id: str, *, instead: bool = False) -> None:
    """What came out of a method, over what is on or in its place."""
    from samtale_tui.tui.screens.method_outcome import OutcomeScreen

    if instead:
        app.switch_screen(OutcomeScreen(round_id))
    else:
        app.push_screen(OutcomeScreen(round_id))


def write_down(app: "SamtaleApp", round_id: str) -> None:
    """Let something that is said be written down."""
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    def done(text: str | None) -> None:
        screen = app.top_conversation_screen()
        if text and screen and screen.apply(catch, round_id, text, label=_("skrevet op")):
            say(app, _("Skrevet op."), seconds=2)

    kind = Kind(f"catch/{round_id}", noted("Skriv op"), noted("Hvad blev sagt? En linje er nok."))
    app.push_screen(WordsScreen(kind), done)


def write_anew(app: "SamtaleApp", round_id: str, caught_id: str) -> None:
    """Let something that was written down be put in other words."""
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    def done(text: str | None) -> None:
        screen = app.top_conversation_screen()
        if text and screen:
            screen.apply(reword_caught, round_id, caught_id, text, label=_("det skrevne rettet"))

    each = app.live.value.round_by_id(round_id) if app.live else None
    found = next((caught for caught in each.caught if caught.id == caught_id), None) if each else None
    if found:
        kind = Kind(f"recatch/{round_id}/{found.id}", noted("Ret det skrevne"), noted("Hvad blev sagt?"))
        app.push_screen(WordsScreen(kind, text=found.text), done)


def show_people(app: "SamtaleApp", round_id: str) -> None:
    """Who is there while a method runs."""
    from samtale_tui.tui.screens.present import PresentBox, people_of_a_round

    app.push_screen(PresentBox(people_of_a_round(app, round_id)))


def write_topic(app: "SamtaleApp", method: MethodName) -> None:
    """Let it be written what a method will be about that has no card. It waits as a draft until it begins."""
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    form = f"topic/{method.value}"

    def done(text: str | None) -> None:
        screen = app.top_conversation_screen()
        if text and screen:
            screen.apply(do.draft, form, text, undoable=False)

    kind = Kind(form, noted("Skriv emnet"), noted("Hvad skal det handle om?"))
    app.push_screen(WordsScreen(kind), done)


def lead_one(app: "SamtaleApp", method: MethodName, card_id: str | None) -> None:
    """A method by its name: taken up where one waits here, else begun anew."""
    live = app.live
    if live is None:
        return
    here = (each for each in reversed(live.value.rounds) if not each.over and each.method is method)
    waiting = next((each for each in here if each.card in {card_id, None}), None)
    if waiting:
        show_method(app, waiting.id)
    else:
        introduce(app, method, card_id)
