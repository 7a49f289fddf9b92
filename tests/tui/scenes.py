"""How to get to every screen, each from an empty one. ``SCENES`` is what the tests walk through."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from scenes_frame import SCENES_OF_THE_FRAME
from scenes_rules import SCENES_OF_THE_RULES
from scenes_talk import TALK_SCENES
from showcase import AT, CARD, EXERCISE, OWN_CARD, Stage, saved, turned
from textual.widgets import OptionList, Select
from ways import introduce, own_view

from samtale_tui.basis.folders import conversations_folder, user_decks_folder
from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.harvest_commands import catch
from samtale_tui.conversation.live import create_live, open_live
from samtale_tui.conversation.model import Times
from samtale_tui.deck.model import CardKind
from samtale_tui.documents.finish import prepare
from samtale_tui.tui import navigation as to
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.screens.frame_minutes import FrameMinutesBox
from samtale_tui.tui.screens.help import HelpScreen
from samtale_tui.tui.screens.palette import PaletteScreen
from samtale_tui.tui.screens.round_setup import RoundSetupScreen
from samtale_tui.tui.widgets.fields_board import FieldsBoard

Scene = Callable[[Stage], Awaitable[None]]
SCENES: dict[str, Scene] = {}


def scene(reach: Scene) -> Scene:
    """Enter a way to a screen into the list."""
    SCENES[reach.__name__] = reach
    return reach


def decks_to_choose_from(stage: Stage) -> None:
    """The stage's own deck among the user's."""
    import tomli_w

    folder = user_decks_folder()
    folder.mkdir(parents=True, exist_ok=True)
    own = stage.material.deck.but(id="eget", title=stage.material.deck.title[:70] + " (2)")
    content = {"format": 1, **own.model_dump(mode="json", exclude_defaults=True)}
    (folder / "eget.toml").write_text(tomli_w.dumps(content), encoding="utf-8")


def broken_files() -> None:
    """A deck with a misspelt key, and a conversation that someone has spoilt."""
    decks = user_decks_folder()
    decks.mkdir(parents=True, exist_ok=True)
    (decks / "gruppen.toml").write_text('format = 1\nid = "gruppen"\ntitel = "Gruppen"\n', encoding="utf-8")
    spoilt = conversations_folder() / "2027-02-01-team-syd"
    spoilt.mkdir(parents=True, exist_ok=True)
    (spoilt / "conversation.toml").write_text('team = "Team Syd"\nnoget = [', encoding="utf-8")


for _way in (*SCENES_OF_THE_FRAME, *SCENES_OF_THE_RULES):
    scene(_way)


# Home and the form


@scene
async def home_empty(stage: Stage) -> None:
    await stage.home()


@scene
async def home(stage: Stage) -> None:
    m = stage.material
    decks_to_choose_from(stage)
    await stage.home(
        m.conversation(id="2027-03-10-a", times=Times()), m.planned(id="2027-03-11-b"), m.conversation()
    )


@scene
async def home_with_broken_files(stage: Stage) -> None:
    broken_files()
    await stage.home(stage.material.conversation())


@scene
async def start(stage: Stage) -> None:
    m = stage.material
    to.show_start(stage.app, m.deck, clean_line(m.team), tuple(map(clean_line, m.names)), 120)
    await stage.settle()


@scene
async def start_empty(stage: Stage) -> None:
    to.show_start(stage.app, None, "", (), None)
    await stage.settle()


@scene
async def start_choosing_a_deck(stage: Stage) -> None:
    decks_to_choose_from(stage)
    to.show_start(stage.app, None, "", (), None)
    await stage.settle()
    stage.screen.query_one(Select).focus()
    await stage.press("enter")


# The wheel


@scene
async def wheel_before_the_start(stage: Stage) -> None:
    m = stage.material
    await stage.open(m.conversation(times=Times(), uses={}, blanks=(), agreements=(), field=None))


@scene
async def wheel(stage: Stage) -> None:
    await stage.open(stage.material.conversation())


@scene
async def wheel_own(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD, step="plan"), own=True)
    to.show_step(stage.app, "wheel")
    await stage.settle()


@scene
async def wheel_cards(stage: Stage) -> None:
    await stage.open(stage.material.conversation())
    stage.screen.query_one(FieldsBoard).focus()
    await stage.press("enter", "down")


@scene
async def grid(stage: Stage) -> None:
    await stage.open(stage.material.conversation())
    if stage.app.size.width >= 76:
        await stage.press("g")


@scene
async def wheel_to_look_at(stage: Stage) -> None:
    """Someone else has the conversation open."""
    other = create_live(stage.material.conversation(), now=stage.now)
    assert other.flush()
    try:
        to.open_conversation(stage.app, open_live(other.value.id, now=stage.now))
        await stage.settle()
        assert stage.live.read_only
    finally:
        other.close()


# Cards


@scene
async def card(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD))


@scene
async def card_own(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD), own=True)


@scene
async def card_note_being_written(stage: Stage) -> None:
    await card_own(stage)
    await stage.press("i")


@scene
async def exercise(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=EXERCISE))


@scene
async def exercise_own(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=EXERCISE), own=True)


@scene
async def blank(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=OWN_CARD))
    assert stage.value.card_by_id(OWN_CARD).kind is CardKind.BLANK  # type: ignore[union-attr]


@scene
async def blank_own(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=OWN_CARD), own=True)


# Boxes


@scene
async def agreement(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD))
    await stage.press("a")


@scene
async def agreement_half_written(stage: Stage) -> None:
    await stage.open(stage.material.conversation(drafts={"agreement": stage.material.draft}))
    await stage.press("a")


@scene
async def agreement_in_other_words(stage: Stage) -> None:
    await stage.open(stage.material.conversation())
    stage.screen.query_one("#agreements", OptionList).highlighted = 0
    stage.screen.query_one("#agreements").focus()
    await stage.press("enter")


@scene
async def own_card_being_written(stage: Stage) -> None:
    await stage.open(stage.material.conversation(drafts={"blank": stage.material.draft}))
    await stage.press("b")


@scene
async def rules(stage: Stage) -> None:
    await stage.open(stage.material.conversation())
    await stage.press("s")


@scene
async def help_on_the_wheel(stage: Stage) -> None:
    await stage.open(stage.material.conversation())
    await stage.press("question_mark")
    assert isinstance(stage.screen, HelpScreen)


@scene
async def palette(stage: Stage) -> None:
    await stage.open(stage.material.conversation())
    await stage.press("ctrl+p")
    assert isinstance(stage.screen, PaletteScreen)


@scene
async def palette_without_a_match(stage: Stage) -> None:
    await palette(stage)
    await stage.type("qqqq")


@scene
async def choice(stage: Stage) -> None:
    await stage.open(stage.material.conversation())
    m = stage.material
    answers = (("stay", _("Bliv, og prøv igen")), ("leave", _("Luk alligevel")))
    words = f"{_('Disken er fuld')}.\n\n{m.draft}"
    stage.app.push_screen(ChoiceScreen(_("Ikke alt er gemt"), words, answers))
    await stage.settle()


# The round


@scene
async def offers(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD))
    await stage.press("r")
    assert stage.on == "OfferBox"


@scene
async def offers_with_what_waits(stage: Stage) -> None:
    """A round on another card, and one that is over on this one."""
    await stage.open(stage.material.round(stage.now))
    await stage.press("escape", "escape", "escape")
    stage.live.apply(do.look_at, "kompetencer-1", undoable=False)
    to.show_card(stage.app, "kompetencer-1")
    await stage.settle()
    await stage.press("r")
    assert stage.on == "OfferBox"


async def spiral_intro(stage: Stage) -> None:
    """The first screen of a spiral on a card that is open."""
    if stage.on == "CardScreen":
        await introduce(stage, MethodName.SPIRAL)
    await stage.settle()
    assert stage.on == "MethodIntroScreen"


@scene
async def method_intro(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD))
    await spiral_intro(stage)


@scene
async def method_intro_own(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD), own=True)
    await spiral_intro(stage)


@scene
async def method_intro_of_sixteen(stage: Stage) -> None:
    """Too many for one circle, and hardly any time."""
    await stage.open(stage.material.of(16).conversation(card=CARD, booked_minutes=50))
    await spiral_intro(stage)


@scene
async def method_intro_without_a_card(stage: Stage) -> None:
    """From the palette, on a topic of its own that stands half-written."""
    drafts = {"topic/spiral": stage.material.draft}
    await stage.open(stage.material.conversation(step="plan", drafts=drafts))
    await introduce(stage, MethodName.SPIRAL, None)


async def method_intro_with_groups(stage: Stage) -> None:
    """Thirteen in two groups."""
    many = replace(stage.material, names=tuple(f"P{n}" for n in range(13)))
    ids = tuple(f"p{n}" for n in range(1, 14))
    await stage.open(many.conversation(card=CARD, groups=(ids[:6], ids[6:])))
    await spiral_intro(stage)


@scene
async def circles(stage: Stage) -> None:
    ids = tuple(f"p{n}" for n in range(1, 14))
    await stage.open(stage.material.of(13).conversation(card=CARD, groups=(ids[:6], ids[6:])))
    await spiral_intro(stage)
    await stage.press("g")
    assert stage.on == "PickBox"


@scene
async def head_count(stage: Stage) -> None:
    """Nobody was named beforehand."""
    await stage.open(stage.material.conversation(card=CARD, people=()))
    await spiral_intro_of_nobody(stage)


async def spiral_intro_of_nobody(stage: Stage) -> None:
    """Asks who is there."""
    await introduce(stage, MethodName.SPIRAL)
    assert stage.on == "HeadCountBox"


@scene
async def people_before(stage: Stage) -> None:
    await method_intro(stage)
    await stage.press("d", "down", "space")
    assert stage.on == "PresentBox"


@scene
async def people_in_a_round(stage: Stage) -> None:
    """One has gone, one sits out."""
    await round_running(stage)
    await stage.press("d", "space", "down", "down", "o")
    assert stage.on == "PresentBox"


@scene
async def outcome(stage: Stage) -> None:
    """Two lines written down, one of them an agreement already."""
    await stage.open(stage.material.round(stage.now, change=SPOKEN))
    await stage.pass_time(400)
    for text in (stage.material.draft, stage.material.agreements[1]):
        stage.live.apply(catch, "r1", text, label="x")
    await stage.press("x", "1")
    assert stage.on == "OutcomeScreen"


@scene
async def outcome_own(stage: Stage) -> None:
    await outcome(stage)
    await own_view(stage)


@scene
async def outcome_empty(stage: Stage) -> None:
    await round_running(stage)
    await stage.press("x")
    assert stage.on == "OutcomeScreen"


@scene
async def catching(stage: Stage) -> None:
    await round_running(stage)
    await stage.press("c")


@scene
async def frame_minutes(stage: Stage) -> None:
    """As the other methods have it."""
    await round_running(stage)
    stage.app.push_screen(FrameMinutesBox("r1"))
    await stage.settle()


@scene
async def round_setup(stage: Stage) -> None:
    await stage.open(stage.material.conversation(card=CARD))
    await spiral_intro(stage)
    await stage.press("e")
    assert isinstance(stage.screen, RoundSetupScreen)


@scene
async def round_setup_during(stage: Stage) -> None:
    await round_running(stage)
    await stage.press("r")
    assert stage.on == "RoundChangeScreen"


SPOKEN = turned(("next", 67.0), ("pass", 4.0), ("next", 83.0), ("pass", 2.0))


@scene
async def round_running(stage: Stage) -> None:
    """The second person has passed, and so has the fourth; the fifth speaks."""
    await stage.open(stage.material.round(stage.now, change=SPOKEN))
    await stage.pass_time(170)


@scene
async def round_own(stage: Stage) -> None:
    await round_running(stage)
    await own_view(stage)


@scene
async def round_of_sixteen(stage: Stage) -> None:
    await stage.open(stage.material.of(16).round(stage.now))
    await own_view(stage)


@scene
async def round_in_overtime(stage: Stage) -> None:
    await stage.open(stage.material.round(stage.now))
    await stage.pass_time(75)


@scene
async def round_paused(stage: Stage) -> None:
    await round_running(stage)
    await stage.press("space")


@scene
async def round_after_a_time_out(stage: Stage) -> None:
    await time_out(stage)
    await stage.press("o")


@scene
async def time_out(stage: Stage) -> None:
    await round_running(stage)
    await stage.press("full_stop")


@scene
async def round_with_frame_up(stage: Stage) -> None:
    await stage.open(stage.material.round(stage.now, frame=60.0))
    await stage.pass_time(61)


@scene
async def round_all_passed(stage: Stage) -> None:
    people = len(stage.material.names)
    await stage.open(stage.material.round(stage.now))
    await stage.press(*["p"] * people)


# The plan and its files


@scene
async def plan_empty(stage: Stage) -> None:
    await stage.open(stage.material.conversation(step="plan", agreements=()))


@scene
async def plan_with_agreements(stage: Stage) -> None:
    await stage.open(stage.material.conversation(step="plan"))


@scene
async def plan(stage: Stage) -> None:
    await stage.open(stage.material.planned())


@scene
async def action(stage: Stage) -> None:
    await stage.open(stage.material.planned())
    to.edit_action(stage.app, "h1")
    await stage.settle()


@scene
async def action_new(stage: Stage) -> None:
    await stage.open(stage.material.planned())
    await stage.press("h")


@scene
async def action_with_an_unreadable_date(stage: Stage) -> None:
    draft = stage.material.draft
    drafts = {
        f"action/h2/{name}": draft for name in ("deadline", "start", "follow_when", "follow_who", "why")
    }
    await stage.open(stage.material.planned(drafts=drafts))
    to.edit_action(stage.app, "h2")
    await stage.settle()


@scene
async def action_choosing_a_way(stage: Stage) -> None:
    await action_new(stage)
    stage.screen.query_one("#way", Select).focus()
    await stage.press("enter")


@scene
async def finish(stage: Stage) -> None:
    await stage.open(stage.material.planned(step="finish"))


@scene
async def finish_without_a_plan(stage: Stage) -> None:
    await stage.open(stage.material.conversation(step="finish", agreements=()))


@scene
async def finish_with_files_in_the_way(stage: Stage) -> None:
    from samtale_tui.basis.folders import data_folder

    folder = data_folder() / "documents"
    value = stage.material.planned(documents=str(folder)).but(step="finish")
    folder.mkdir(parents=True, exist_ok=True)
    for document in prepare(value, folder, ("md", "toml")):
        document.path.write_text("noget andet", encoding="utf-8")
    await stage.open(value)
    await stage.press("ctrl+s")
    await stage.until(lambda: stage.on == "ChoiceScreen", "asked about the files in the way")
    await stage.settle()


@scene
async def finish_with_files_written(stage: Stage) -> None:
    paths = ("/home/anna/Dokumenter/Samtaler/team-nord.md", "/home/anna/Dokumenter/Samtaler/team-nord.toml")
    await stage.open(stage.material.planned(step="finish", written=paths))


# What is parked, the ranking, the evaluation

SCENES |= TALK_SCENES

__all__ = ["AT", "SCENES", "Scene", "do", "saved"]

import scenes_bridging  # noqa: E402, F401 - enters its own scenes into the list
import scenes_decks  # noqa: E402, F401 - enters its own scenes into the list
import scenes_fishbowl  # noqa: E402, F401 - enters its own scenes into the list
import scenes_idoart  # noqa: E402, F401 - as that
import scenes_iglo  # noqa: E402, F401 - as that
import scenes_placemat  # noqa: E402, F401 - as that
import scenes_settings  # noqa: E402, F401 - as that
