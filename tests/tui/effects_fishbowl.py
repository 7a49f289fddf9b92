"""What it looks like when a command of a fishbowl has been carried out."""

from effects import ESC, Effect, U, on
from scenes_fishbowl import (
    fishbowl_debrief,
    fishbowl_frame_up,
    fishbowl_running,
)
from showcase import Stage

from samtale_tui.method.fishbowl import Fishbowl, Phase
from samtale_tui.tui.widgets.seen_list import SeenList


def fishbowl_of(stage: Stage) -> Fishbowl:
    """How the last round stands."""
    found = stage.value.rounds[-1].fishbowl
    assert found
    return found


def _mark_first(stage: Stage) -> None:
    stage.screen.query_one(SeenList).highlighted = 0


EFFECTS_OF_FISHBOWL: dict[str, Effect] = {
    "next_phase": Effect(lambda stage: fishbowl_of(stage).phase is Phase.DEBRIEF, back=U),
    "previous_phase": Effect(
        lambda stage: fishbowl_of(stage).phase is Phase.SITTING, reach=fishbowl_debrief, back=U
    ),
    "swap": Effect(lambda stage: len(fishbowl_of(stage).sittings) == 2, back=U),
    "seats": Effect(on("SeatsBox"), back=ESC),
    "new_topic": Effect(on("WordsScreen"), back=ESC),
    "task": Effect(on("PickBox"), back=ESC),
    "sum_up": Effect(lambda stage: fishbowl_of(stage).phase is Phase.ROUND_UP, back=U),
    "longer_sitting": Effect(lambda stage: fishbowl_of(stage).sitting_seconds == 660, back=U),
    "shorter_sitting": Effect(lambda stage: fishbowl_of(stage).sitting_seconds == 600, back=U),
    "catch": Effect(on("SeenBox"), back=ESC),
    "edit_seen": Effect(on("SeenBox"), _mark_first, reach=fishbowl_debrief, back=ESC),
    "drop_seen": Effect(
        lambda stage: [note.id for note in fishbowl_of(stage).notes] == ["o2"],
        _mark_first,
        reach=fishbowl_debrief,
        back=U,
    ),
    "extend": Effect(lambda stage: fishbowl_of(stage).frame_seconds == 2100, reach=fishbowl_frame_up),
}

__all__ = ["EFFECTS_OF_FISHBOWL", "fishbowl_of", "fishbowl_running"]
