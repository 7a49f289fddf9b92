"""What the screens are shown with: a clock that obeys, conversations that are ready or hostile, an app to drive."""

import asyncio
import os
import shutil
import time
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import Screen

from laptop import Laptop
from samtale_tui.basis.folders import conversations_folder, data_folder, user_decks_folder
from samtale_tui.basis.settings_keeper import SettingsKeeper
from samtale_tui.basis.words import Horizon
from samtale_tui.conversation.live import LiveConversation, create_live, open_live
from samtale_tui.conversation.model import Agreement, Blank, CardUse, Conversation, Person, Times
from samtale_tui.conversation.round_commands import at_reading, start_round
from samtale_tui.conversation.store import create
from samtale_tui.deck.model import Card, CardKind, Deck
from samtale_tui.deck.shelf import open_deck
from samtale_tui.method import spiral
from samtale_tui.method.clock import Moment
from samtale_tui.method.spiral import Direction
from samtale_tui.plan.model import Action, Origin, Way
from samtale_tui.tui import navigation as to
from samtale_tui.tui.app import SamtaleApp
from samtale_tui.tui.theme import LIGHT

AT = datetime(2027, 3, 12, 12, 42, tzinfo=UTC)
"""Friday 12 March 2027 at 13.42 in Denmark."""
BEGUN = AT - timedelta(minutes=27)
SIZES = ((60, 20), (80, 24), (120, 40))
PATIENCE = 20.0
"""Seconds until a condition that never comes true fails the test."""

FIELD = "kompetencer"
CARD = "kompetencer-3"
"""A dialogue card with hint, probes and a note."""
EXERCISE = "kompetencer-7"
OWN_CARD = "b1"
CONVERSATION_ID = "2027-03-12-team-nord"


@dataclass(frozen=True)
class Material:
    """The words that a conversation is filled with."""

    deck: Deck
    team: str
    names: tuple[str, ...]
    agreements: tuple[str, ...]
    note: str
    own_card: str
    actions: tuple[Action, ...]
    draft: str
    """What stands half-written in the forms."""
    folder: str = "~/Dokumenter/Samtaler/team-nord"

    def of(self, count: int) -> "Material":
        """The same with so many people; the names begin again when they are used up."""
        return replace(self, names=tuple(self.names[n % len(self.names)] for n in range(count)))

    def conversation(self, **changes: object) -> Conversation:
        """A conversation well under way, in the room since 27 minutes, no card open and no plan yet."""
        return Conversation(
            id=CONVERSATION_ID,
            created=BEGUN,
            team=self.team,
            people=tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(self.names, 1)),
            times=Times(begun=BEGUN),
            field=FIELD,
            uses={
                "god-dag-1": CardUse(used=True),
                "opgaver-2": CardUse(used=True),
                "kompetencer-1": CardUse(used=True),
                CARD: CardUse(used=True, notes=self.note),
                OWN_CARD: CardUse(used=True, notes=self.note),
            },
            blanks=(Blank(id=OWN_CARD, card=Card(field=FIELD, kind=CardKind.BLANK, text=self.own_card)),),
            agreements=tuple(
                Agreement(
                    id=f"a{n}", text=text, field=FIELD if n % 2 else "opgaver", card=CARD if n % 2 else None
                )
                for n, text in enumerate(self.agreements, 1)
            ),
            documents=self.folder,
            deck=self.deck,
        ).but(**changes)

    def planned(self, **changes: object) -> Conversation:
        """The same with a plan."""
        return self.conversation(**{"step": "plan", "actions": self.actions, **changes})

    def round(
        self,
        now: Callable[[], Moment],
        *,
        frame: float = 720.0,
        people: int | None = None,
        change: Callable[[Conversation], Conversation] = lambda value: value,
    ) -> Conversation:
        """The same with a spiral round running on the card, the first person speaking."""
        value = self.conversation(card=CARD)
        ids = tuple(value.names())[:people]
        begun = spiral.begin(ids, opener=ids[0], direction=Direction.CLOCKWISE, frame_seconds=frame)
        return change(start_round(value, CARD, begun, now()))


@cache
def randers() -> Deck:
    """The deck that is shipped."""
    return open_deck("tus-randers")


def _actions(what: str, why: str, who: str, how: str, field_title: str, card: str) -> tuple[Action, ...]:
    return (
        Action(
            id="h1",
            what=what,
            why=why,
            way=Way.SPARRING,
            horizon=Horizon.SHORT,
            responsible=who,
            start=date(2027, 3, 16),
            deadline=date(2027, 6, 11),
            follow_how=how,
            follow_when=date(2027, 6, 15),
            follow_who=who,
            origin=Origin(field=field_title, card=card, agreement="a1"),
        ),
        Action(id="h2", what=what, responsible=who),
        Action(id="h3", what=what, follow_when=date(2027, 5, 3)),
    )


@cache
def ready() -> Material:
    """A conversation as it might be."""
    return Material(
        deck=randers(),
        team="Team Nord",
        names=("Anna", "Bo", "Carina", "Dorthe", "Emil", "Fatima"),
        agreements=(
            "Sparring hver tirsdag efter frokost",
            "Nye får en makker de første tre måneder",
            "Vi skriver, hvad vi kan, på tavlen i køkkenet",
        ),
        note="Bo nævnte vagtplanen; spørg igen på mandag.",
        own_card="Hvad vil vi gerne være kendt for om et år?",
        actions=_actions(
            "Sparring hver tirsdag efter frokost",
            "Vi bruger hinandens viden for lidt",
            "Carina",
            "Første punkt på teammødet",
            "Kompetencer",
            "Hvilken viden står kun ét sted hos os?",
        ),
        draft="Vi prøver det af i",
    )


def filled(words: Callable[[], str], *, folder: str | None = None) -> Material:
    """A conversation in which every text comes from a function: deck, names, notes, agreements and actions."""

    def title() -> str:
        return words()[:80]

    def prose() -> str:
        return words()[:1000]

    plain = randers()
    deck = Deck.model_validate(
        plain.model_dump()
        | {
            "title": title(),
            "source": prose(),
            "summary": prose(),
            "rules": {
                "ground_rules_title": title(),
                "ground_rules": tuple(prose() for _ in plain.rules.ground_rules),
                **{
                    name: (prose(), prose())
                    for name in ("prepare_leader", "prepare_employees", "reminders", "evaluation")
                },
            },
            "wheel": {"rim": title()},
            "themes": tuple(theme.model_dump() | {"title": title()} for theme in plain.themes),
            "fields": tuple(each.model_dump() | {"title": title(), "wrap": None} for each in plain.fields),
            "cards": tuple(
                card.model_dump()
                | {
                    "text": prose() if card.kind is not CardKind.BLANK else "",
                    "probes": tuple(prose() for _ in card.probes),
                    "hint": prose() if card.kind is not CardKind.BLANK else "",
                }
                for card in plain.cards
            ),
        }
    )
    return Material(
        deck=deck,
        team=words(),
        names=tuple(words() for _ in range(5)),
        agreements=tuple(words() for _ in range(3)),
        note=words(),
        own_card=words()[:1000],
        actions=_actions(words(), words(), words(), words(), words(), words()),
        draft=words(),
        folder=words() if folder is None else folder,
    )


@dataclass
class Stage:
    """An app that runs, its clock, and what its conversations are made of."""

    pilot: "Pilot[None]"
    now: Laptop
    material: Material
    bells: list[float] = field(default_factory=list)
    """Readings of the clock at which the bell rang."""

    @property
    def app(self) -> SamtaleApp:
        """The app."""
        app = self.pilot.app
        assert isinstance(app, SamtaleApp)
        return app

    @property
    def screen(self) -> "Screen[object]":
        """The screen on top."""
        return self.app.screen

    @property
    def on(self) -> str:
        """Name of the screen on top, as ``WheelScreen``."""
        return type(self.screen).__name__

    @property
    def live(self) -> LiveConversation:
        """The conversation that is open."""
        assert self.app.live is not None
        return self.app.live

    @property
    def value(self) -> Conversation:
        """The conversation as it is now."""
        return self.live.value

    @property
    def said(self) -> str:
        """What the notification on the screen says."""
        return "\n".join(f"{each.title}\n{each.message}" for each in self.app._notifications)

    # Going on

    async def settle(self) -> None:
        """Until every message has been dealt with, and everything is laid out."""
        quiet = 0
        while quiet < 2:
            await self.pilot._wait_for_screen()
            self.screen._on_timer_update()
            await asyncio.sleep(0)
            quiet = quiet + 1 if self._nothing_waits() else 0

    def _nothing_waits(self) -> bool:
        screen = self.screen
        widgets = (screen, *screen.walk_children())
        return (
            not screen._callbacks
            and all(pump._message_queue.empty() for pump in (self.app, *widgets))
            and not any(
                each._layout_required or each._repaint_required or each._scroll_required for each in widgets
            )
        )

    async def until(
        self, condition: Callable[[], object], what: str = "", *, patience: float = PATIENCE
    ) -> None:
        """Until a condition is true.

        Raises:
            AssertionError: it does not come true.
        """
        end = time.monotonic() + patience
        while not condition():
            self.must_run()
            if time.monotonic() > end:
                raise AssertionError(f"never: {what or condition}; on {self.on}, said {self.said!r}")
            await self.pilot._wait_for_screen()
            await asyncio.sleep(0.002)

    def must_run(self) -> None:
        """Fail with its own error where the app has crashed."""
        if self.app._exception is not None:
            raise self.app._exception

    async def press(self, *keys: str) -> None:
        """Press keys, each once the one before has been dealt with."""
        for key in keys:
            self.burst(key)
            await self.settle()
        self.must_run()

    async def type(self, text: str) -> None:
        """Type letters, as fast as a keyboard sends them."""
        self.burst(*text)
        await self.settle()
        self.must_run()

    def burst(self, *keys: str) -> None:
        """Press keys, by name or as letters, with nothing dealt with in between."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self._send(events.Key(name, _character_of(key)))

    async def paste(self, text: str) -> None:
        """Paste text where the keys go."""
        self._send(events.Paste(text))
        await self.settle()
        self.must_run()

    def _send(self, event: events.Event) -> None:
        driver = self.app._driver
        assert driver is not None
        event.set_sender(self.app)
        driver.send_message(event)

    async def pass_time(self, seconds: float, *, tick: float = 10.0) -> None:
        """Let time pass, some seconds at a time, and paint it."""
        while seconds > 0:
            step = min(seconds, tick)
            self.now.go_on(step)
            self.app.tick()
            seconds -= step
        await self.settle()

    # Beginning anew

    async def reset(self) -> None:
        """No screen, no conversation, no file, the clock as at first."""
        await self.settle()
        self.must_run()
        assert self.app.close_conversation()
        while len(self.app.screen_stack) > 1:
            await self.app.pop_screen()
        self.app.clear_notifications()
        self.app.settings.flush()
        self.app.settings = SettingsKeeper(self.app._settings_not_kept)
        self.app.own_view = False
        self.now.set_back()
        self.app._last_tick = self.now()
        self.bells.clear()
        for folder in (conversations_folder(), user_decks_folder(), data_folder() / "documents"):
            shutil.rmtree(folder, ignore_errors=True)

    async def home(self, *conversations: Conversation) -> None:
        """Home, with these conversations on the disk, the last one saved last."""
        for age, value in enumerate(reversed(conversations)):
            saved(value, AT - timedelta(hours=3 * age))
        to.show_home(self.app)
        await self.settle()

    async def reopen(self) -> None:
        """Close the program's conversation and open it again from the disk."""
        name = self.value.id
        assert self.app.close_conversation()
        while len(self.app.screen_stack) > 1:
            await self.app.pop_screen()
        to.open_conversation(self.app, open_live(name, now=self.now))
        await self.settle()

    async def open(self, value: Conversation, *, own: bool = False) -> None:
        """A conversation on its screen, in the room's view or in one's own."""
        to.open_conversation(self.app, create_live(value, now=self.app.now))
        if value.times.begun:
            self.app.show_view(own=own)
        await self.settle()


def saved(value: Conversation, changed: datetime) -> Path:
    """A conversation on the disk, as if it had been saved at that time."""
    folder = create(value)
    path = folder.path / "conversation.toml"
    os.utime(path, (changed.timestamp(), changed.timestamp()))
    return path


def turned(*steps: tuple[str, float]) -> Callable[[Conversation], Conversation]:
    """What lets turns of a round pass: ``("next", 20.0)`` or ``("pass", 3.0)``, each after so many seconds."""

    def change(value: Conversation) -> Conversation:
        at = 0.0
        for step, seconds in steps:
            at += seconds
            do = spiral.next_turn if step == "next" else spiral.pass_turn
            watch = next(iter(value.times.rounds.values())).watch
            assert watch.since is not None
            moment = Moment(watch.since + at, AT + timedelta(seconds=at))
            value = at_reading(value, value.rounds[-1].id, moment, do)
        return value

    return change


def _character_of(key: str) -> str | None:
    """What a key writes, as Textual's own pilot finds it."""
    if len(key) == 1:
        return key
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        return None


def new_app(*, light: bool = False) -> tuple[SamtaleApp, Laptop]:
    """An app with an empty screen and a clock that obeys. Its bell makes no sound."""
    now = Laptop(AT)
    app = SamtaleApp(lambda _app: None, now=now)
    app.animation_level = "none"
    if light:
        app.theme = LIGHT.name
    return app, now


def staged(pilot: "Pilot[None]", now: Laptop, material: Material | None = None) -> Stage:
    """A running app as a stage."""
    stage = Stage(pilot, now, material or ready())
    pilot.app.bell = lambda: stage.bells.append(now.mono)  # type: ignore[method-assign]
    return stage


@asynccontextmanager
async def playing(
    material: Material | None = None, *, size: tuple[int, int] = (80, 24), light: bool = False
) -> AsyncIterator[Stage]:
    """An app on the test's own home, with an empty screen; the scenes put screens up."""
    app, now = new_app(light=light)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        try:
            yield staged(pilot, now, material)
        finally:
            app.close_conversation()
            app.settings.flush()
    if app._exception is not None:
        raise app._exception
