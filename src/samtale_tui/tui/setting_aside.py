"""The ways to what is parked and to the ranking, and which of them has come up by itself already."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samtale_tui.basis.language import _, noted
from samtale_tui.conversation.aside import CONFIDENTIAL, Parked
from samtale_tui.conversation.half_parked import hide_confidential
from samtale_tui.conversation.model import Step
from samtale_tui.conversation.parking_commands import park, reword_parked, waiting_parked
from samtale_tui.conversation.ranking_commands import should_rank
from samtale_tui.tui.sinks import say

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp
    from samtale_tui.tui.screens.park import Matter


Going = Callable[[], None]
"""What is done when a question has been answered."""


@dataclass
class Brought:
    """What has been brought up since the conversation was opened."""

    parked: tuple[Parked, ...] = ()
    """What waited when the parked matters were seen last."""
    ranking: bool = False
    """Whether the ranking has come up by itself."""


def park_matter(app: "SamtaleApp", card: str | None, field: str | None) -> None:
    """Let a matter be set aside, with where it belongs and what was talked about (S8)."""
    from samtale_tui.tui.screens.park import ParkScreen

    def done(matter: "Matter | None") -> None:
        screen = app.top_conversation_screen()
        if matter and screen:
            screen.apply(park, matter.text, matter.belongs, card, field, label=_("parkering"))
            alone = matter.belongs in CONFIDENTIAL and not app.own_view
            say(app, _("Parkeret. Det ses kun i din egen visning.") if alone else _("Parkeret."))

    live = app.live
    if live is None:
        return
    if not app.own_view:
        live.apply(hide_confidential, undoable=False)
    titles = live.value.deck.fields_by_id
    app.push_screen(ParkScreen(titles[field].title if field in titles else ""), done)


def write_parked_anew(app: "SamtaleApp", parked_id: str) -> None:
    """Let a parked matter be put in other words."""
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    def done(text: str | None) -> None:
        screen = app.top_conversation_screen()
        if text and screen:
            screen.apply(reword_parked, parked_id, text, label=_("det parkerede rettet"))

    found = next((each for each in app.live.value.parked if each.id == parked_id), None) if app.live else None
    if found:
        kind = Kind(f"reword-parked/{found.id}", noted("Ret det parkerede"), noted("Hvad handler det om?"))
        app.push_screen(WordsScreen(kind, text=found.text), done)


def parking_must_be_seen(app: "SamtaleApp") -> bool:
    """Whether something is parked that has not been seen since it changed."""
    live = app.live
    if live is None or live.read_only:
        return False
    waiting = waiting_parked(live.value)
    return bool(waiting) and waiting != app.brought.parked


def show_parking(app: "SamtaleApp", step: Step, *, way_on: Step | None = None) -> None:
    """What is parked, over a screen of that step; it leads on to another step where one is named."""
    from samtale_tui.tui.screens.parking import ParkingScreen

    app.push_screen(ParkingScreen(step, way_on))


def offer_ranking(app: "SamtaleApp") -> None:
    """The ranking over the plan, once, where there are many agreements and nobody has ranked them."""
    live = app.live
    if live and not live.read_only and not app.brought.ranking and should_rank(live.value):
        app.brought.ranking = True
        show_ranking(app)


def show_ranking(app: "SamtaleApp") -> None:
    """The ranking, over the plan."""
    from samtale_tui.tui.screens.ranking import RankingScreen

    app.push_screen(RankingScreen())
