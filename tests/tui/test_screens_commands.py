"""Every command does what it says on every screen where it works: by its key, from the palette, by a click."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

import pytest
import scenes
from scenes import Scene
from showcase import CARD, Stage, playing
from textual.widgets import Button, DataTable, Input, OptionList

from samtale_tui.basis.folders import data_folder
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Pause
from samtale_tui.conversation.round_commands import round_watch
from samtale_tui.tui.commands import COMMANDS, Command, commands_in
from samtale_tui.tui.screens.palette import NOT_OFFERED
from samtale_tui.tui.theme import LIGHT
from samtale_tui.tui.widgets.fields_board import FieldsBoard
from samtale_tui.tui.widgets.grid import FieldGrid
from samtale_tui.tui.widgets.key_bar import KeyBar

CONTEXTS = tuple(dict.fromkeys(context for command in COMMANDS for context in command.where))
CHEAP_FIRST = ("home", "start", "plan", "finish", "wheel", "card", "round", "action")
OF_A_WIDGET = tuple(dict.fromkeys(command.id for command in COMMANDS if not command.own_key))
"""Commands in the bar whose key a widget listens to, and not the screen."""
ROOMY = (240, 40)
"""Wide enough for every word of every key bar."""

Seen = Callable[[Stage], object]
Prepare = Callable[[Stage], Awaitable[None] | None]


@dataclass(frozen=True)
class Effect:
    """How it shows that a command was carried out."""

    seen: Seen
    """False before, true after."""
    prepare: Prepare = lambda stage: None
    """What must be done first, on the screen of the context."""
    reach: Scene | None = None
    """The way to the screen, where it is not the usual one."""


REACH: dict[str, Scene] = {
    "home": scenes.home,
    "start": scenes.start,
    "wheel": scenes.wheel,
    "card": scenes.card,
    "round": scenes.round_running,
    "plan": scenes.plan,
    "action": scenes.action,
    "finish": scenes.finish,
}


def on(name: str) -> Seen:
    """That a screen is on top."""
    return lambda stage: stage.on == name


def _agree(stage: Stage) -> None:
    stage.live.apply(do.agree, "Det her bliver fortrudt", None, None, label="aftale skrevet")


def _agree_and_undo(stage: Stage) -> None:
    _agree(stage)
    stage.live.undo()


def _mark_card(stage: Stage) -> None:
    cards = stage.screen.query_one("#cards", OptionList)
    cards.highlighted = cards.get_option_index(CARD)


def _mark_used_card(stage: Stage) -> None:
    _mark_card(stage)
    stage.screen.query_one("#cards").focus()


def _mark_second_action(stage: Stage) -> None:
    stage.screen.query_one(DataTable).move_cursor(row=1)


def _own_view(stage: Stage) -> None:
    stage.app.show_view(own=True)


def _go_to_the_cards(stage: Stage) -> None:
    stage.screen.query_one("#cards").focus()


def _field_in_the_middle(stage: Stage) -> None:
    stage.live.apply(do.choose_field, "god-dag", undoable=False)


def _out_of_the_fields(stage: Stage) -> None:
    stage.screen.query(Button).last().focus()


async def _finish_into_the_tests_own_folder(stage: Stage) -> None:
    await stage.open(stage.material.planned(step="finish", documents=str(data_folder() / "documents")))


def _actions(stage: Stage) -> list[str]:
    return [action.id for action in stage.value.actions]


EVERYWHERE: dict[str, Effect] = {
    "theme": Effect(lambda stage: stage.app.theme == LIGHT.name),
    "palette": Effect(on("PaletteScreen")),
    "help": Effect(on("HelpScreen")),
}
IN_A_CONVERSATION: dict[str, Effect] = {
    "agree": Effect(on("WordsScreen")),
    "undo": Effect(lambda stage: len(stage.value.agreements) == 3, _agree),
    "redo": Effect(lambda stage: len(stage.value.agreements) == 4, _agree_and_undo),
    "view": Effect(lambda stage: stage.app.own_view),
    "rules": Effect(on("RulesScreen")),
}
NOTHING = Effect(lambda stage: False)
"""There is no step that way."""

EFFECTS: dict[str, dict[str, Effect]] = {
    "home": {
        "open": Effect(on("WheelScreen")),
        "new": Effect(on("StartScreen")),
    },
    "start": {
        "create": Effect(lambda stage: stage.on == "WheelScreen" and stage.value.booked_minutes == 120),
        "focus_next": Effect(lambda stage: stage.screen.focused and stage.screen.focused.id != "start-go"),
        "back": Effect(on("HomeScreen")),
    },
    "wheel": {
        "move": Effect(lambda stage: stage.value.field != "god-dag", _field_in_the_middle),
        "to_main": Effect(lambda stage: isinstance(stage.screen.focused, FieldsBoard), _go_to_the_cards),
        "open_field": Effect(lambda stage: stage.screen.focused and stage.screen.focused.id == "cards"),
        "draw": Effect(lambda stage: stage.on == "CardScreen" and stage.value.card == "kompetencer-2"),
        "round": Effect(on("RoundSetupScreen"), _mark_card),
        "put_back": Effect(lambda stage: not stage.value.use(CARD).used, _mark_used_card),
        "blank": Effect(on("WordsScreen")),
        "next_card": Effect(lambda stage: stage.on == "CardScreen" and stage.value.card == "kompetencer-2"),
        "previous_card": Effect(lambda stage: stage.value.card == "kompetencer-2", _mark_card),
        "begin": Effect(
            lambda stage: stage.value.times.begun == stage.now.wall and not stage.app.own_view,
            reach=scenes.wheel_before_the_start,
        ),
        "later": Effect(lambda stage: stage.value.booked_minutes == 95),
        "earlier": Effect(lambda stage: stage.value.booked_minutes == 85),
        "grid": Effect(lambda stage: stage.screen.query_one(FieldGrid).display),
        "next_step": Effect(lambda stage: stage.on == "PlanScreen" and stage.value.step == "plan"),
        "previous_step": NOTHING,
        "back": Effect(lambda stage: stage.on == "HomeScreen" and stage.app.live is None, _own_view),
    },
    "card": {
        "draw": Effect(lambda stage: stage.value.card == "kompetencer-2"),
        "round": Effect(on("RoundSetupScreen")),
        "put_back": Effect(lambda stage: not stage.value.use(CARD).used and stage.value.card is None),
        "blank": Effect(on("WordsScreen")),
        "note": Effect(lambda stage: stage.screen.focused and stage.screen.focused.id == "card-notes", _own_view),
        "next_card": Effect(lambda stage: stage.value.card == "kompetencer-4"),
        "previous_card": Effect(lambda stage: stage.value.card == "kompetencer-2"),
        "back": Effect(lambda stage: stage.on == "WheelScreen" and stage.value.card is None),
    },
    "round": {
        "next_turn": Effect(lambda stage: _turns(stage) == 5 and not _spiral(stage).turns[-1].passed),
        "pass_turn": Effect(lambda stage: _turns(stage) == 5 and _spiral(stage).turns[-1].passed),
        "previous_turn": Effect(lambda stage: _turns(stage) == 3 and _spiral(stage).speaker == "p4"),
        "clock": Effect(lambda stage: not round_watch(stage.value).running),
        "extend": Effect(lambda stage: _spiral(stage).frame_seconds == 360, reach=scenes.round_with_frame_up),
        "close_round": Effect(lambda stage: stage.value.round is None and stage.on == "CardScreen"),
        "more": Effect(lambda stage: _spiral(stage).turn_extra == 30),
        "less": Effect(lambda stage: _spiral(stage).turn_extra == -30),
        "time_out": Effect(lambda stage: stage.value.times.pause is Pause.TIME_OUT),
        "set_round": Effect(on("RoundChangeScreen")),
        "bell": Effect(lambda stage: not stage.value.bell),
        "back": Effect(lambda stage: stage.on == "CardScreen" and not round_watch(stage.value).running),
    },
    "plan": {
        "open_row": Effect(lambda stage: len(_actions(stage)) == 1, reach=scenes.plan_with_agreements),
        "new_action": Effect(on("ActionScreen")),
        "edit_agreement": Effect(on("WordsScreen")),
        "drop": Effect(lambda stage: [a.id for a in stage.value.agreements] == ["a1", "a3"]),
        "up": Effect(lambda stage: _actions(stage) == ["h2", "h1", "h3"], _mark_second_action),
        "down": Effect(lambda stage: _actions(stage) == ["h1", "h3", "h2"], _mark_second_action),
        "next_step": Effect(on("FinishScreen")),
        "previous_step": Effect(on("WheelScreen")),
        "back": Effect(on("WheelScreen")),
    },
    "action": {
        "save": Effect(on("PlanScreen"), _out_of_the_fields),
        "focus_next": Effect(
            lambda stage: stage.screen.focused and stage.screen.focused.id != "save", _out_of_the_fields
        ),
        "back": Effect(on("PlanScreen"), _out_of_the_fields),
    },
    "finish": {
        "write": Effect(lambda stage: len(stage.value.written) == 2, reach=_finish_into_the_tests_own_folder),
        "next_step": NOTHING,
        "previous_step": Effect(on("PlanScreen")),
        "back": Effect(on("PlanScreen")),
    },
}


def _spiral(stage: Stage) -> "object":
    return stage.value.rounds[-1].spiral


def _turns(stage: Stage) -> int:
    return len(stage.value.rounds[-1].spiral.turns)


def effect_of(context: str, command: Command) -> Effect:
    """How a command shows on a screen; a command without an entry fails here."""
    effects = EVERYWHERE | (IN_A_CONVERSATION if context not in ("home", "start") else {}) | EFFECTS[context]
    return effects[command.id]


def commands_to_try(context: str) -> Iterator[tuple[Command, Effect]]:
    for command in commands_in(context):
        if command.id != "quit":  # ends the program; it has its own test
            yield command, effect_of(context, command)


async def _try(
    stage: Stage, context: str, effect: Effect, way: Callable[[], Awaitable[None]], patience: float = 5.0
) -> str:
    """Carry a command out in some way on a fresh screen.

    Returns:
        What is wrong; nothing when its effect was seen.
    """
    await stage.reset()
    if stage.app.theme == LIGHT.name:
        stage.app.action_theme()
    await (effect.reach or REACH[context])(stage)
    if context == "action":
        _out_of_the_fields(stage)
    prepared = effect.prepare(stage)
    if prepared is not None:
        await prepared
    await stage.settle()
    if effect.seen(stage):
        return "was so already"
    before = (stage.on, stage.app.live and stage.value)
    await way()
    if effect is NOTHING:
        await stage.settle()
        return "" if before == (stage.on, stage.value) else "did something"
    try:
        await stage.until(lambda: effect.seen(stage), patience=patience)
    except AssertionError as error:
        return str(error)
    return ""


def _once(command: Command) -> str:
    """The context in which a command is tried in every way; the light ones first."""
    return next(context for context in CHEAP_FIRST if context in command.where)


@pytest.mark.parametrize("context", CONTEXTS)
async def test_every_command_works_by_its_keys(context: str) -> None:
    wrong = {}
    async with playing() as stage:
        for command, effect in commands_to_try(context):
            for key in command.keys if context == _once(command) else command.keys[:1]:
                fault = await _try(stage, context, effect, lambda key=key: stage.press(key))
                if fault:
                    wrong[command.id, key] = fault
    assert wrong == {}


@pytest.mark.parametrize("context", CONTEXTS)
async def test_every_command_is_found_in_the_palette_by_both_its_names(context: str) -> None:
    async with playing() as stage:
        await REACH[context](stage)
        await stage.press("ctrl+p")
        for command, _effect in commands_to_try(context):
            for name in (command.english, command.danish) if command.id not in NOT_OFFERED else ():
                stage.screen.query_one(Input).value = name
                await stage.settle()
                first = stage.screen.query_one(OptionList).get_option_at_index(0)
                assert first.id == command.action, f"{name!r} finds {first.id}"


@pytest.mark.parametrize("context", CONTEXTS)
async def test_every_command_runs_from_the_palette(context: str) -> None:
    wrong = {}
    async with playing() as stage:
        for command, effect in commands_to_try(context):
            if command.id not in NOT_OFFERED and context == _once(command):
                way = lambda command=command: _run_from_the_palette(stage, command)  # noqa: E731
                fault = await _try(stage, context, effect, way)
                if fault:
                    wrong[command.id] = fault
    assert wrong == {}


async def _run_from_the_palette(stage: Stage, command: Command) -> None:
    await stage.press("ctrl+p")
    stage.screen.query_one(Input).value = command.danish
    await stage.settle()
    await stage.press("enter")


@pytest.mark.parametrize("context", CONTEXTS)
async def test_a_click_on_the_key_bar_does_what_the_key_does(context: str) -> None:
    wrong = {}
    async with playing(size=ROOMY) as stage:
        for command, effect in commands_to_try(context):
            if command.short and context == _once(command) and command.id not in OF_A_WIDGET:
                way = lambda command=command: _click(stage, command)  # noqa: E731
                fault = await _try(stage, context, effect, way)
                if fault:
                    wrong[command.id] = fault
    assert wrong == {}


@pytest.mark.parametrize("command", OF_A_WIDGET)
@pytest.mark.xfail(strict=True, reason="KeyBar.on_click passes over commands whose key a widget listens to")
async def test_a_click_does_what_a_key_does_that_a_widget_listens_to(command: str) -> None:
    context, effect = next((where, effects[command]) for where, effects in EFFECTS.items() if command in effects)
    found = next(each for each in commands_in(context) if each.id == command)
    async with playing(size=ROOMY) as stage:
        assert await _try(stage, context, effect, lambda: _click(stage, found), patience=0.5) == ""


async def _click(stage: Stage, command: Command) -> None:
    bar = stage.screen.query_one(KeyBar)
    start = next((start for start, _end, shown in bar._spans if shown.id == command.id), None)
    assert start is not None, f"{command.id} is not in the bar"
    await stage.pilot.click(KeyBar, offset=(start + 1, 0))


@pytest.mark.parametrize("context", CONTEXTS)
async def test_quit_saves_and_ends_from_every_screen(context: str) -> None:
    async with playing() as stage:
        await REACH[context](stage)
        live = stage.app.live
        await stage.press("ctrl+q")
        await stage.until(lambda: stage.app._exit)
        assert stage.app.return_code == 0
        assert stage.app.live is None
        assert live is None or live.flush()


def test_every_command_of_every_screen_has_an_effect_to_be_seen() -> None:
    for context in CONTEXTS:
        assert [effect for _command, effect in commands_to_try(context)]
        ids = {command.id for command in commands_in(context)}
        assert set(EFFECTS[context]) <= ids, "effects of commands that are no more"
