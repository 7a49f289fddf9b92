"""How the commands of an IGLO show, reached by ``iglo_board_in_use``: a note that is no action is marked."""

from effects import ESC, Effect, U, on
from scenes import SCENES
from scenes_iglo import iglo_of
from showcase import Stage

from samtale_tui.method.iglo_parts import Grounds, IgloStep


def _step(stage: Stage) -> IgloStep:
    return iglo_of(stage).step


IDEAS = SCENES["iglo_ideas"]
EFFECTS: dict[str, Effect] = {
    "iglo_open": Effect(on("IgloNoteScreen"), back=ESC * 2),
    "iglo_easiest": Effect(
        lambda stage: iglo_of(stage).ideas[0].chosen is Grounds.EASIEST, reach=IDEAS, back=U
    ),
    "iglo_add": Effect(on("IgloNoteScreen"), back=ESC * 2),
    "iglo_act": Effect(lambda stage: len(stage.value.actions) == 2, back=U),
    "iglo_next": Effect(lambda stage: _step(stage) is IgloStep.CHOOSE, back=U),
    "iglo_back": Effect(lambda stage: _step(stage) is IgloStep.IDEAS, back=U),
    "iglo_things": Effect(on("ThingsBox"), back=ESC),
    "iglo_reword": Effect(on("WordsScreen"), reach=IDEAS, back=ESC),
    "iglo_drop": Effect(lambda stage: len(iglo_of(stage).notes) == 3, back=U),
    "extend": Effect(lambda stage: iglo_of(stage).frame_seconds == 2700, reach=SCENES["iglo_time_up"]),
}
