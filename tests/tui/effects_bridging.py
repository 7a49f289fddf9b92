"""What it looks like when a command of a structured dialogue has been carried out."""

from effects import ESC, Effect, U, on
from scenes_bridging import bridging_called_forth, bridging_of_nine, bridging_running, bridging_with_frame_up
from showcase import Stage

from samtale_tui.method.bridging import Bridging
from samtale_tui.tui.widgets.heard_board import HeardBoard


def dialogue_of(stage: Stage) -> Bridging:
    """How the last round stands."""
    found = stage.value.rounds[-1].bridging
    assert found
    return found


def _taps(stage: Stage) -> list[str]:
    return [each.person for each in dialogue_of(stage).spoken]


def _mark_second(stage: Stage) -> None:
    stage.screen.query_one(HeardBoard).mark("p2")


async def _skip(stage: Stage) -> None:
    await stage.press("n")


EFFECTS_OF_BRIDGING: dict[str, Effect] = {
    "ask": Effect(lambda stage: len(dialogue_of(stage).asked) == 1, reach=bridging_called_forth),
    "next_question": Effect(
        lambda stage: len(dialogue_of(stage).skipped) == 1, reach=bridging_called_forth, back=U
    ),
    "previous_question": Effect(
        lambda stage: not dialogue_of(stage).skipped, _skip, reach=bridging_called_forth, back=()
    ),
    "tap": Effect(lambda stage: len(_taps(stage)) == 1, reach=bridging_of_nine, back=U),
    "speaks": Effect(lambda stage: _taps(stage)[3:] == ["p2"], _mark_second, back=U),
    "invite": Effect(lambda stage: dialogue_of(stage).turned_to == "p2", _mark_second, back=U),
    "not_heard": Effect(
        lambda stage: _taps(stage) == ["p1", "p3"],
        lambda stage: stage.screen.query_one(HeardBoard).mark("p1"),
        back=U,
    ),
    "word_question": Effect(on("WordsScreen"), back=ESC),
    "aim_met": Effect(lambda stage: stage.value.round is None and stage.on == "OutcomeScreen"),
    "extend": Effect(lambda stage: dialogue_of(stage).frame_seconds == 360, reach=bridging_with_frame_up),
}

__all__ = ["EFFECTS_OF_BRIDGING", "bridging_running", "dialogue_of"]
