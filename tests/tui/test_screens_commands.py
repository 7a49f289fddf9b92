"""Every command does what it says on every screen where it works: by its key, from the palette, by a click."""

from collections.abc import Awaitable, Callable, Iterator

import effects_idoart
import effects_iglo
import effects_placemat
import pytest
import scenes
import scenes_decks
import scenes_frame
import scenes_rules
import scenes_talk
import sight
from effects import ESC, NOTHING, Effect, Prepare, U, at, on
from effects_bridging import EFFECTS_OF_BRIDGING, bridging_running
from effects_fishbowl import EFFECTS_OF_FISHBOWL, fishbowl_running
from scenes import SCENES, Scene
from showcase import CARD, OWN_CARD, Stage, playing
from textual.widgets import Button, DataTable, Input, OptionList

from samtale_tui.basis.folders import data_folder
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.aside import Parked
from samtale_tui.conversation.choosing import chosen_card, is_chosen
from samtale_tui.conversation.chosen import Chooser
from samtale_tui.conversation.round_commands import round_watch
from samtale_tui.method.spiral import Spiral
from samtale_tui.tui.commands import COMMANDS, CONVERSATION, METHODS, Command, commands_in
from samtale_tui.tui.screens.palette import NOT_OFFERED
from samtale_tui.tui.theme import LIGHT
from samtale_tui.tui.widgets.fields_board import FieldsBoard
from samtale_tui.tui.widgets.grid import FieldGrid
from samtale_tui.tui.widgets.key_bar import KeyBar
from samtale_tui.tui.widgets.panes import Pane

pytestmark = pytest.mark.usefixtures("nothing_drawn")

CONTEXTS = tuple(dict.fromkeys(context for command in COMMANDS for context in command.where))

ROOMY = (230, 24)
"""Wide enough for every word of every key bar."""

UNDONE = "Det her bliver fortrudt"
"""An agreement that is undone and done again."""

REACH: dict[str, Scene] = {
    "home": scenes.home,
    "start": scenes.start,
    "frame": scenes_frame.frame_begun,
    "settings": SCENES["settings"],
    "decks": SCENES["decks_cards"],
    "deck_card": SCENES["deck_card"],
    "wheel": scenes.wheel,
    "card": scenes.card,
    "method": scenes.method_intro,
    "round": scenes.round_running,
    "bridging": bridging_running,
    "fishbowl": fishbowl_running,
    "outcome": scenes.outcome,
    "idoart": SCENES["idoart_answered"],
    "iglo": SCENES["iglo_board_in_use"],
    "placemat": SCENES["placemat_explaining"],
    "plan": scenes.plan,
    "action": scenes.action,
    "evaluation": scenes_talk.evaluation,
    "finish": scenes.finish,
    "parking": scenes_talk.parking,
    "ranking": scenes_talk.ranking,
}


def _agreed(stage: Stage) -> list[str]:
    return [agreement.text for agreement in stage.value.agreements]


def _agree(stage: Stage) -> None:
    stage.live.apply(do.agree, UNDONE, None, None, label="aftale skrevet")


def _agree_and_undo(stage: Stage) -> None:
    _agree(stage)
    stage.live.undo()


def _is_the_employees(stage: Stage) -> bool:
    chosen = chosen_card(stage.value, CARD)
    return chosen is not None and chosen.by is Chooser.EMPLOYEES


def _mark_card(stage: Stage) -> None:
    cards = stage.screen.query_one("#cards", OptionList)
    cards.highlighted = cards.get_option_index(CARD)


def _mark_used_card(stage: Stage) -> None:
    _mark_card(stage)
    stage.screen.query_one("#cards").focus()


def _no_card_marked(stage: Stage) -> None:
    stage.screen.query_one("#cards", OptionList).highlighted = None
    _to_the_board(stage)


def _to_the_board(stage: Stage) -> None:
    next(board for board in stage.screen.query(FieldsBoard) if board.can_focus and board.display).focus()


def _go_to_the_cards(stage: Stage) -> None:
    stage.screen.query_one("#cards").focus()


def _field_in_the_middle(stage: Stage) -> None:
    _to_the_board(stage)
    stage.live.apply(do.choose_field, "god-dag", undoable=False)


def _mark_line(line: str) -> Prepare:
    def mark(stage: Stage) -> None:
        stage.app.show_view(own=True)
        stage.screen.query_one("#frame-parts", Pane).mark(line)
        stage.screen.query_one("#frame-parts").focus()

    return mark


_mark_purpose = _mark_line("purpose")
_mark_chosen_card = _mark_line(f"card/{CARD}")
_mark_second_chosen_card = _mark_line(f"card/{OWN_CARD}")


def _chosen(stage: Stage) -> list[str]:
    return [each.card for each in stage.value.chosen]


def _mark_second_action(stage: Stage) -> None:
    stage.screen.query_one(DataTable).move_cursor(row=1)


def _to_the_agreements(stage: Stage) -> None:
    stage.screen.query_one("#open-agreements").focus()


async def parking_over_the_evaluation(stage: Stage) -> None:
    await scenes_talk.evaluation(stage)
    await stage.press("K")


def _to_nothing(stage: Stage) -> None:
    stage.screen.set_focus(None)


def _mark_first(stage: Stage) -> None:
    stage.screen.query_one("#ranked", OptionList).highlighted = 0


def _mark_third(stage: Stage) -> None:
    stage.screen.query_one("#ranked", OptionList).highlighted = 2


def _votes(stage: Stage) -> dict[str, int]:
    return {agreement.id: agreement.votes for agreement in stage.value.agreements}


def _first_parked(stage: Stage) -> Parked:
    return stage.value.parked[0]


def _own_view(stage: Stage) -> None:
    stage.app.show_view(own=True)


def _to_the_button(stage: Stage) -> None:
    stage.screen.query(Button).last().focus()


async def _finish_into_the_tests_own_folder(stage: Stage) -> None:
    await stage.open(stage.material.planned(step="finish", documents=str(data_folder() / "documents")))


def _to_the_language(stage: Stage) -> None:
    stage.screen.query_one("#language").focus()


def _actions(stage: Stage) -> list[str]:
    return [action.id for action in stage.value.actions]


def _spiral(stage: Stage) -> Spiral:
    return stage.value.rounds[-1].spiral


def _turns(stage: Stage) -> int:
    return len(_spiral(stage).turns)


def _mark_second_line(stage: Stage) -> None:
    stage.screen.query_one("#outcome-lines", OptionList).highlighted = 1


def _place_of_third_card(stage: Stage) -> int:
    deck = scenes_decks.shown(stage).deck
    assert deck
    return deck.cards.index(stage.material.deck.cards[2])


def _to_the_save_button(stage: Stage) -> None:
    stage.screen.query_one("#save").focus()


EVERYWHERE: dict[str, Effect] = {
    "theme": Effect(lambda stage: stage.app.theme == LIGHT.name, back=("f2",)),
    "palette": Effect(on("PaletteScreen"), back=ESC),
    "help": Effect(on("HelpScreen"), back=ESC),
}
IN_A_CONVERSATION: dict[str, Effect] = {
    "agree": Effect(on("WordsScreen"), back=ESC),
    "park": Effect(on("ParkScreen"), back=ESC),
    "parked": Effect(on("ParkingScreen"), back=ESC),
    "undo": Effect(lambda stage: UNDONE not in _agreed(stage), _agree, back=()),
    "redo": Effect(lambda stage: UNDONE in _agreed(stage), _agree_and_undo, back=U),
    "view": Effect(lambda stage: stage.app.own_view, back=("v",)),
    "rules": Effect(on("RulesScreen"), back=ESC),
    "time_out": Effect(on("TimeOutScreen"), back=("o",)),
}
IN_A_METHOD: dict[str, Effect] = {
    "clock": Effect(lambda stage: not round_watch(stage.value, "r1").running, back=("space",)),
    "catch": Effect(on("WordsScreen"), back=ESC),
    "people": Effect(on("PresentBox"), back=ESC),
    "outcome": Effect(on("OutcomeScreen"), back=ESC),
    "close_round": Effect(lambda stage: stage.value.round is None and stage.on == "OutcomeScreen"),
    "set_round": Effect(on("FrameMinutesBox"), back=ESC),
    "bell": Effect(lambda stage: not stage.value.bell, back=("m",)),
    "back": Effect(lambda stage: stage.on == "CardScreen" and not round_watch(stage.value, "r1").running),
}
"""In every method: its clock, its people and its end. How five minutes more show differs."""
EFFECTS: dict[str, dict[str, Effect]] = {
    "idoart": effects_idoart.EFFECTS,
    "iglo": effects_iglo.EFFECTS,
    "placemat": effects_placemat.EFFECTS,
    "home": {
        "open": Effect(on("WheelScreen")),
        "new": Effect(on("StartScreen"), back=ESC * 2),
        "forget": Effect(on("ChoiceScreen"), back=ESC),
        "settings": Effect(on("SettingsScreen"), back=ESC),
        "decks": Effect(on("DecksScreen"), back=ESC),
    },
    "decks": {
        "open": Effect(on("CardBox"), back=ESC),
        "new": Effect(on("StartScreen")),
        "search": Effect(at("decks-search"), back=ESC),
        "edit_card": Effect(on("CardForm"), back=ESC * 2),
        "new_card": Effect(on("CardForm"), back=ESC * 2),
        "copy_card": Effect(on("PickBox"), back=ESC),
        "problems": Effect(on("ReaderBox"), reach=SCENES["decks_broken_while_shown"], back=ESC),
        "drop_card": Effect(on("ChoiceScreen"), back=ESC),
        "up": Effect(lambda stage: _place_of_third_card(stage) == 1, back=("ctrl+down",)),
        "down": Effect(lambda stage: _place_of_third_card(stage) == 3, back=("ctrl+up",)),
        "back": Effect(on("HomeScreen")),
    },
    "deck_card": {
        "save_card": Effect(on("DecksScreen")),
        "focus_next": Effect(lambda stage: not at("save")(stage), _to_the_save_button, back=()),
        "back": Effect(on("DecksScreen"), _to_nothing),
    },
    "settings": {
        "focus_next": Effect(at("theme"), _to_the_language, back=()),
        "back": Effect(on("HomeScreen")),
    },
    "start": {
        "create": Effect(lambda stage: stage.on == "FrameScreen" and stage.value.booked_minutes == 120),
        "focus_next": Effect(at("start-deck"), _to_the_button, back=()),
        "back": Effect(on("HomeScreen")),
    },
    "frame": {
        "edit_part": Effect(on("PurposeBox"), _mark_purpose, back=ESC),
        "begin": Effect(
            lambda stage: stage.value.times.begun == stage.now.wall and not stage.app.own_view,
            reach=scenes_frame.frame_own,
        ),
        "drop": Effect(lambda stage: _chosen(stage) == [OWN_CARD], _mark_chosen_card, back=U),
        "up": Effect(lambda stage: _chosen(stage) == [OWN_CARD, CARD], _mark_second_chosen_card, back=U),
        "down": Effect(lambda stage: _chosen(stage) == [OWN_CARD, CARD], _mark_chosen_card, back=U),
        "check_in": Effect(on("CheckInBox"), back=ESC),
        "edit_rules": Effect(on("RulesBox"), back=ESC),
        "groups": Effect(on("GroupsBox"), back=ESC),
        "lead_idoart": Effect(on("MethodIntroScreen"), back=ESC),
        "later": Effect(lambda stage: stage.value.booked_minutes == 95, back=("minus",)),
        "earlier": Effect(lambda stage: stage.value.booked_minutes == 85, back=("plus",)),
        "undo": Effect(lambda stage: len(stage.value.agreements) == 0, _agree, back=()),
        "redo": Effect(lambda stage: len(stage.value.agreements) == 1, _agree_and_undo, back=U),
        "next_step": Effect(
            lambda stage: stage.on == "WheelScreen" and stage.value.step == "wheel", back=("less_than_sign",)
        ),
        "previous_step": NOTHING,
        "back": Effect(lambda stage: stage.on == "HomeScreen" and stage.app.live is None, _own_view),
    },
    "wheel": {
        "move": Effect(lambda stage: stage.value.field != "god-dag", _field_in_the_middle),
        "to_main": Effect(
            lambda stage: isinstance(stage.screen.focused, FieldsBoard), _go_to_the_cards, back=()
        ),
        "open_field": Effect(at("cards"), _to_the_board, back=ESC),
        "draw": Effect(
            lambda stage: stage.on == "CardScreen" and stage.value.card == "kompetencer-2", back=U
        ),
        "round": Effect(on("OfferBox"), _mark_card, back=ESC * 2),
        "put_back": Effect(lambda stage: not stage.value.use(CARD).used, _mark_used_card, back=U),
        "blank": Effect(on("WordsScreen"), back=ESC),
        "next_card": Effect(lambda stage: stage.value.card == "kompetencer-2", _no_card_marked),
        "previous_card": Effect(lambda stage: stage.value.card == "kompetencer-2", _mark_card),
        "begin": Effect(on("ChoiceScreen"), reach=scenes.wheel_before_the_start, back=ESC),
        "later": Effect(lambda stage: stage.value.booked_minutes == 95, back=("minus",)),
        "earlier": Effect(lambda stage: stage.value.booked_minutes == 85, back=("plus",)),
        "grid": Effect(lambda stage: stage.screen.query_one(FieldGrid).display, back=("g",)),
        "next_step": Effect(
            lambda stage: stage.on == "PlanScreen" and stage.value.step == "plan", back=("less_than_sign",)
        ),
        "choose_card": Effect(lambda stage: is_chosen(stage.value, CARD), _mark_card, back=U),
        "choose_for_employees": Effect(_is_the_employees, _mark_card, back=U),
        "previous_step": Effect(on("FrameScreen"), back=("greater_than_sign",)),
        "back": Effect(lambda stage: stage.on == "HomeScreen" and stage.app.live is None, _own_view),
    },
    "card": {
        "choose_card": Effect(lambda stage: is_chosen(stage.value, CARD), back=U),
        "choose_for_employees": Effect(_is_the_employees, back=U),
        "draw": Effect(lambda stage: stage.value.card == "kompetencer-2", back=U),
        "round": Effect(on("OfferBox"), back=ESC),
        "put_back": Effect(lambda stage: not stage.value.use(CARD).used and stage.value.card is None),
        "blank": Effect(on("WordsScreen"), back=ESC),
        "note": Effect(at("card-notes"), _own_view, back=ESC),
        "next_card": Effect(lambda stage: stage.value.card == "kompetencer-4"),
        "previous_card": Effect(lambda stage: stage.value.card == "kompetencer-2"),
        "back": Effect(lambda stage: stage.on == "WheelScreen" and stage.value.card is None),
    },
    "round": {
        "next_turn": Effect(lambda stage: _turns(stage) == 5 and not _spiral(stage).turns[-1].passed, back=U),
        "pass_turn": Effect(lambda stage: _turns(stage) == 5 and _spiral(stage).turns[-1].passed, back=U),
        "previous_turn": Effect(lambda stage: _turns(stage) == 3 and _spiral(stage).speaker == "p4", back=U),
        "extend": Effect(lambda stage: _spiral(stage).frame_seconds == 360, reach=scenes.round_with_frame_up),
        "more": Effect(lambda stage: _spiral(stage).turn_extra == 30, back=U),
        "less": Effect(lambda stage: _spiral(stage).turn_extra == -30, back=U),
        "set_round": Effect(on("RoundChangeScreen"), back=ESC),
    },
    "bridging": EFFECTS_OF_BRIDGING,
    "fishbowl": EFFECTS_OF_FISHBOWL,
    "method": {
        "begin_method": Effect(on("RoundScreen")),
        "people": Effect(on("PresentBox"), back=ESC),
        "set_up": Effect(on("RoundSetupScreen"), back=ESC),
        "topic": Effect(on("WordsScreen"), reach=scenes.method_intro_without_a_card, back=ESC),
        "circles": Effect(on("PickBox"), reach=scenes.method_intro_with_groups, back=ESC),
        "shuffle": NOTHING,
        "longer": Effect(lambda stage: "13 minutter" in sight.reading(stage.app), back=("minus",)),
        "shorter": Effect(lambda stage: "11 minutter" in sight.reading(stage.app), back=("plus",)),
        "another": Effect(on("OfferBox"), back=ESC),
        "back": Effect(on("CardScreen"), back=("r", "enter")),
    },
    "outcome": {
        "catch": Effect(on("WordsScreen"), back=ESC),
        "make_agreement": Effect(lambda stage: len(stage.value.agreements) == 5, _mark_second_line, back=U),
        "act_on_line": Effect(
            lambda stage: len(stage.value.actions) == 2,
            _mark_second_line,
            reach=SCENES["iglo_outcome"],
            back=U,
        ),
        "reword_caught": Effect(on("WordsScreen"), back=ESC),
        "drop_caught": Effect(lambda stage: len(stage.value.rounds[0].caught) == 1, back=U),
        "back": Effect(on("CardScreen")),
    },
    "plan": {
        "open_row": Effect(lambda stage: len(_actions(stage)) == 1, reach=scenes.plan_with_agreements),
        "new_action": Effect(on("ActionScreen"), back=ESC * 2),
        "edit_agreement": Effect(on("WordsScreen"), _to_the_agreements, back=ESC),
        "drop": Effect(
            lambda stage: [a.id for a in stage.value.agreements] == ["a1", "a3"], _to_the_agreements
        ),
        "up": Effect(lambda stage: _actions(stage) == ["h2", "h1", "h3"], _mark_second_action, back=U),
        "down": Effect(lambda stage: _actions(stage) == ["h1", "h3", "h2"], _mark_second_action, back=U),
        "rank": Effect(on("RankingScreen"), _to_the_agreements, back=ESC),
        "next_step": Effect(on("EvaluationScreen"), back=("escape", "less_than_sign")),
        "previous_step": Effect(on("WheelScreen"), back=("greater_than_sign",)),
        "back": Effect(on("WheelScreen"), back=("greater_than_sign",)),
    },
    "evaluation": {
        "answer": Effect(at("better"), back=ESC),
        "focus_next": Effect(at("outcome"), _to_nothing, back=ESC),
        "next_step": Effect(on("FinishScreen"), back=("less_than_sign",)),
        "previous_step": Effect(on("PlanScreen"), back=("greater_than_sign",)),
        "back": Effect(on("PlanScreen"), back=("greater_than_sign",)),
    },
    "parking": {
        "take_up": Effect(
            lambda stage: len(stage.value.agreements) == 4 and _first_parked(stage).done, back=U
        ),
        "done": Effect(lambda stage: _first_parked(stage).done, back=("d",)),
        "belongs": Effect(on("PlacesScreen"), back=ESC),
        "in_documents": Effect(lambda stage: not _first_parked(stage).goes_out, back=("m",)),
        "edit_parked": Effect(on("WordsScreen"), back=ESC),
        "drop": Effect(lambda stage: stage.value.parked[0].id == "k2", back=U),
        "next_step": Effect(on("PlanScreen")),
        "previous_step": Effect(on("PlanScreen"), reach=parking_over_the_evaluation),
        "back": Effect(on("WheelScreen"), back=("K",)),
    },
    "ranking": {
        "votes": Effect(lambda stage: _votes(stage)["a3"] != 0, _mark_third, back=U),
        "make_action": Effect(lambda stage: len(_actions(stage)) == 1, back=U),
        "sort": Effect(lambda stage: stage.value.agreements[0].id == "a4", back=U),
        "more_votes": Effect(lambda stage: _votes(stage)["a3"] == 1, _mark_third, back=U),
        "fewer_votes": Effect(lambda stage: _votes(stage)["a1"] == 4, _mark_first, back=U),
        "up": Effect(lambda stage: stage.value.agreements[1].id == "a3", _mark_third, back=U),
        "down": Effect(lambda stage: stage.value.agreements[3].id == "a3", _mark_third, back=U),
        "drop": Effect(lambda stage: "a3" not in _votes(stage), _mark_third, back=U),
        "edit_agreement": Effect(on("WordsScreen"), back=ESC),
        "next_step": Effect(on("PlanScreen"), back=("p",)),
        "previous_step": Effect(on("WheelScreen")),
        "back": Effect(on("PlanScreen"), back=("p",)),
    },
    "action": {
        "save": Effect(on("PlanScreen")),
        "focus_next": Effect(lambda stage: not at("save")(stage), _to_the_button, back=()),
        "back": Effect(on("PlanScreen")),
    },
    "finish": {
        "approval": Effect(on("ApprovalBox"), reach=scenes_rules.finish_to_approve, back=ESC),
        "write": Effect(lambda stage: len(stage.value.written) == 4, reach=_finish_into_the_tests_own_folder),
        "next_step": NOTHING,
        "previous_step": Effect(on("EvaluationScreen"), back=("escape", "greater_than_sign")),
        "back": Effect(on("EvaluationScreen"), back=("escape", "greater_than_sign")),
    },
}


def effect_of(context: str, command: Command) -> Effect:
    """How a command shows on a screen; a command without an entry fails here."""
    talk = IN_A_CONVERSATION if context in CONVERSATION else {}
    method = IN_A_METHOD if context in METHODS else {}
    return (EVERYWHERE | talk | method | EFFECTS[context])[command.id]


def commands_to_try(context: str) -> Iterator[tuple[Command, Effect]]:
    for command in commands_in(context):
        if command.id != "quit":  # ends the program; it has its own test
            yield command, effect_of(context, command)


Way = Callable[[], Awaitable[None]]


def ways_to(stage: Stage, command: Command, context: str) -> Iterator[tuple[str, Way]]:
    """By each key, from the palette under its Danish name, by a click on its word in the key bar.

    What many screens share is called by its keys on all of them, in the other ways on every third.
    """
    for key in command.keys:
        yield key, lambda key=key: stage.press(key)
    shared = command.id not in EFFECTS[context]
    if shared and (CONTEXTS.index(context) + COMMANDS.index(command)) % 3:
        return
    if command.id not in NOT_OFFERED:
        yield "palette", lambda: _run_from_the_palette(stage, command)
    if command.short:
        yield "click", lambda: _click(stage, command)


async def _run_from_the_palette(stage: Stage, command: Command) -> None:
    await stage.press("ctrl+p")
    stage.screen.query_one(Input).value = command.danish
    await stage.settle()
    await stage.press("enter")


async def _click(stage: Stage, command: Command) -> None:
    sight.lines(stage.app)  # the bar knows where its words are once it is drawn
    bar = stage.screen.query_one(KeyBar)
    start = next((start for start, _end, shown in bar._spans if shown.id == command.id), None)
    assert start is not None, "not in the bar"
    await stage.pilot.click(KeyBar, offset=(start + 1, 0))


@pytest.mark.parametrize("context", CONTEXTS)
async def test_every_command_works_by_its_keys_from_the_palette_and_by_a_click(context: str) -> None:
    wrong = {}
    async with playing(size=ROOMY) as stage:
        at_hand: Scene | None = None
        for command, effect in commands_to_try(context):
            reach = effect.reach or REACH[context]
            for name, way in ways_to(stage, command, context):
                if effect is NOTHING and name == "click":
                    continue
                if at_hand is not reach:
                    await stage.reset()
                    await reach(stage)
                fault = await _try(stage, effect, way)
                at_hand = reach if effect.back is not None and not fault else None
                if fault:
                    wrong[command.id, name] = fault
    assert wrong == {}


async def _try(stage: Stage, effect: Effect, way: Way, patience: float = 5.0) -> str:
    """Carry a command out in some way, see its effect, and go back to where it was not.

    Returns:
        What is wrong; nothing when all was seen.
    """
    on_screen = stage.on
    if on_screen == "ActionScreen":
        _to_the_button(stage)
    if on_screen == "CardForm":
        _to_the_save_button(stage)
    if on_screen == "EvaluationScreen":
        _to_nothing(stage)
    if stage.app.own_view and stage.value.times.begun:
        stage.app.show_view(own=False)
    prepared = effect.prepare(stage)
    if prepared is not None:
        await prepared
    await stage.settle()
    if effect.seen(stage):
        return "was so already"
    try:
        await way()
        if effect is NOTHING:
            await stage.settle()
            return "" if stage.on == on_screen else "did something"
        await stage.until(lambda: effect.seen(stage), "seen", patience=patience)
        if effect.back:
            await stage.settle()
            await stage.press(*effect.back)
            await stage.until(
                lambda: stage.on == on_screen and not effect.seen(stage), "back", patience=patience
            )
    except AssertionError as error:
        return str(error)
    return ""


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
