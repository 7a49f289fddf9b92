"""The ways between the screens. Each screen is loaded when it is first shown."""

from typing import TYPE_CHECKING

from samtale_tui.basis.language import _
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.live import LiveConversation
from samtale_tui.conversation.model import Step
from samtale_tui.deck.model import Deck
from samtale_tui.deck.shelf import list_decks
from samtale_tui.tui.sinks import say

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp
    from samtale_tui.tui.screens.base import ConversationScreen

SHORT_PATIENCE = 0.5
"""Seconds that the form waits for shared folders of decks."""


def open_conversation(app: "SamtaleApp", live: LiveConversation) -> None:
    """Show a conversation where it was left: its step, its open card, its round with the clocks paused."""
    app.hold(live)
    app.tell_of_slips()
    app.push_screen(step_screen(live.value.step))
    card = live.value.card
    if card is not None and live.value.step == "wheel" and live.value.card_by_id(card) is not None:
        show_card(app, card)
    _show_what_was_led(app, live)


def _show_what_was_led(app: "SamtaleApp", live: LiveConversation) -> None:
    """The method that was on the screen, or what came out of it."""
    from samtale_tui.tui.methods import take_up

    if live.value.leading is not None:
        take_up(app, live.value.leading)


def go_home(app: "SamtaleApp") -> None:
    """Close what is open and show Home."""
    from samtale_tui.tui.ending import leave_conversation

    app.run_worker(leave_conversation(app), group="leave", exclusive=True)


def show_home(app: "SamtaleApp") -> None:
    """Home alone, whatever was on."""
    from samtale_tui.tui.screens.home import HomeScreen

    while len(app.screen_stack) > 1 and not isinstance(app.screen, HomeScreen):
        app.pop_screen()
    if not isinstance(app.screen, HomeScreen):
        app.push_screen(HomeScreen())


def show_start(
    app: "SamtaleApp", deck: Deck | None, team: str, people: tuple[str, ...], minutes: int | None
) -> None:
    """The form for a new conversation over Home, filled in with what is known."""
    from samtale_tui.tui.screens.start import Prefill, StartScreen

    entries = tuple(entry for entry in list_decks(SHORT_PATIENCE).entries if not entry.problems)
    show_home(app)
    if deck or entries:
        app.push_screen(StartScreen(entries, prefill=Prefill(deck, team, people, minutes)))


def show_decks(app: "SamtaleApp") -> None:
    """The decks and their cards."""
    from samtale_tui.tui.screens.decks import DecksScreen

    app.push_screen(DecksScreen())


def show_step(app: "SamtaleApp", step: Step) -> None:
    """The screen of a step in place of the one on top."""
    app.switch_screen(step_screen(step))


def step_screen(step: Step) -> "ConversationScreen":
    """A new screen for a step."""
    if step == "frame":
        from samtale_tui.tui.screens.frame import FrameScreen

        return FrameScreen()
    if step == "plan":
        from samtale_tui.tui.screens.plan import PlanScreen

        return PlanScreen()
    if step == "evaluation":
        from samtale_tui.tui.screens.evaluation import EvaluationScreen

        return EvaluationScreen()
    if step == "finish":
        from samtale_tui.tui.screens.finish import FinishScreen

        return FinishScreen()
    from samtale_tui.tui.screens.wheel import WheelScreen

    return WheelScreen()


def show_card(app: "SamtaleApp", card_id: str) -> None:
    """A card on top; where a card already is, in its place."""
    from samtale_tui.tui.screens.card import CardScreen

    if isinstance(app.screen, CardScreen):
        app.screen.show_card(card_id)
    else:
        app.push_screen(CardScreen(card_id))


def write_agreement(app: "SamtaleApp", card: str | None, field: str | None) -> None:
    """Let an agreement be written, with the card and field that it came from (S25)."""
    from samtale_tui.tui.screens.words import AGREEMENT, WordsScreen

    def done(text: str | None) -> None:
        screen = app.top_conversation_screen()
        if text and screen and screen.apply(do.agree, text, card, field, label=_("aftale skrevet")):
            say(app, _("Aftale {n} er gemt.").format(n=len(screen.value.agreements)))

    if app.live:
        titles = app.live.value.deck.fields_by_id
        app.push_screen(WordsScreen(AGREEMENT, titles[field].title if field in titles else ""), done)


def reword_agreement(app: "SamtaleApp", agreement_id: str) -> None:
    """Let an agreement be put in other words."""
    from samtale_tui.tui.screens.words import WordsScreen, rewording

    def done(text: str | None) -> None:
        screen = app.top_conversation_screen()
        if text and screen:
            screen.apply(do.reword_agreement, agreement_id, text, label=_("aftale rettet"))

    found = next((a for a in app.live.value.agreements if a.id == agreement_id), None) if app.live else None
    if found:
        app.push_screen(WordsScreen(rewording(found.id), text=found.text), done)


def write_card(app: "SamtaleApp", field: str) -> None:
    """Let a card be written on a field, and lay it open (S23)."""
    from samtale_tui.tui.screens.words import BLANK_CARD, WordsScreen

    def done(text: str | None) -> None:
        screen = app.top_conversation_screen()
        if text and screen and screen.apply(do.write_blank, field, text, label=_("kort skrevet")):
            card = screen.value.card
            if card:
                show_card(app, card)

    if app.live:
        app.push_screen(WordsScreen(BLANK_CARD, app.live.value.deck.fields_by_id[field].title), done)


def edit_action(app: "SamtaleApp", action_id: str | None) -> None:
    """The form of an action; of a new one where none is named."""
    from samtale_tui.tui.screens.action import ActionScreen

    app.push_screen(ActionScreen(action_id))


def show_time_out(app: "SamtaleApp") -> None:
    """A calm word over whatever is on."""
    from samtale_tui.tui.screens.time_out import TimeOutScreen

    app.push_screen(TimeOutScreen())


def show_rules(app: "SamtaleApp") -> None:
    """The ground rules, over whatever is on (S24)."""
    from samtale_tui.deck.rule_words import ground_rules_title
    from samtale_tui.tui.screens.rules import RulesScreen

    if app.live:
        value = app.live.value
        app.push_screen(RulesScreen(ground_rules_title(value.deck), value.ground_rules))
