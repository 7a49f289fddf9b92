"""How the commands of Mødet på midten show, reached by ``placemat_explaining``: two groups of three."""

from effects import ESC, Effect, U, on
from scenes import SCENES
from scenes_placemat import tell_of
from showcase import Stage

from samtale_tui.conversation.round_commands import in_round
from samtale_tui.method.placemat_groups import deal
from samtale_tui.method.placemat_phases import Phase, Sharing


def _phase(stage: Stage) -> Phase:
    return tell_of(stage).phase


def _one_each(stage: Stage) -> None:
    """Six groups of one: any shuffle shows, but one in 720."""
    stage.live.apply(in_round, "r1", stage.now(), lambda state: deal(state, 6), label="delt")


def _as_they_sit(stage: Stage) -> bool:
    return tell_of(stage).groups == tuple((person,) for person in tell_of(stage).people)


TURNING = SCENES["placemat_turning"]
EFFECTS: dict[str, Effect] = {
    "go_on": Effect(lambda stage: _phase(stage) is Phase.WRITE, back=U),
    "go_back": Effect(lambda stage: not tell_of(stage).span.steps, reach=TURNING, back=U),
    "skip_phase": Effect(lambda stage: _phase(stage) is Phase.DEBATE, reach=TURNING, back=U),
    "write_middle": Effect(on("PickBox"), back=ESC),
    "write_field": Effect(on("PickBox"), back=ESC),
    "arrange": Effect(on("PlacematBox"), back=ESC),
    "set_round": Effect(on("PlacematBox"), back=ESC),
    "shuffle_groups": Effect(lambda stage: not _as_they_sit(stage), _one_each),
    "turn_or_tell": Effect(lambda stage: tell_of(stage).sharing is Sharing.TELL, back=U),
    "more_time": Effect(lambda stage: tell_of(stage).span.seconds == 180, back=U),
    "less_time": Effect(lambda stage: tell_of(stage).span.seconds == 120, back=U),
    "extend": Effect(
        lambda stage: tell_of(stage).frame_seconds == 540, reach=SCENES["placemat_with_frame_up"]
    ),
}
