"""The ways from an IGLO to where its ideas and notes are written, and where one is asked first."""

from typing import TYPE_CHECKING, cast

from samtale_tui.basis.language import _, n_, noted
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.iglo_commands import act_on_note, action_of_note
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import in_round
from samtale_tui.method import iglo
from samtale_tui.method.iglo import Iglo
from samtale_tui.method.iglo_parts import Idea, IgloNote, Thought
from samtale_tui.tui.sinks import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from samtale_tui.tui.app import SamtaleApp
    from samtale_tui.tui.screens.base import ConversationScreen


def iglo_in(conversation: Conversation | None, round_id: str) -> Iglo | None:
    """The IGLO of a round; none once an undo has taken it away."""
    each = conversation.round_by_id(round_id) if conversation else None
    return each.iglo if each else None


def make_action(screen: "ConversationScreen", round_id: str, note_id: str) -> bool:
    """A note becomes an action of the plan, and it is told.

    Returns:
        Whether it is one now, or was one already.
    """
    if screen.apply(act_on_note, round_id, note_id, label=_("seddel gjort til handling")):
        said = _("Nu er den handling {n} i planen.").format(n=len(screen.value.actions))
    elif not screen.live.read_only and action_of_note(screen.value, round_id, note_id):
        said = _("Den er allerede en handling.")
    else:
        return False
    say(screen.app, said)
    return True


def write_idea(app: "SamtaleApp", round_id: str, idea: Idea | None) -> None:
    """Let a new idea be written, or one be put in other words."""
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    def done(text: str | None) -> None:
        if text and idea:
            _change(app, round_id, lambda s: iglo.reword_idea(s, idea.id, text), _("idé ændret"))
        elif text:
            _change(app, round_id, lambda s: iglo.add_idea(s, text), _("ny idé"))

    placeholder = noted("Hvad kunne gøre en forskel? En sætning er nok.")
    if idea:
        kind = Kind(f"iglo/{round_id}/idea/{idea.id}", noted("Ret idéen"), placeholder)
        app.push_screen(WordsScreen(kind, text=idea.text), done)
    else:
        app.push_screen(WordsScreen(Kind(f"iglo/{round_id}/idea/new", noted("Ny idé"), placeholder)), done)


def drop_idea(app: "SamtaleApp", round_id: str, idea: Idea) -> None:
    """An idea off the list; where its board has notes, only when one has said so."""
    from samtale_tui.tui.screens.choice import ChoiceScreen

    state = iglo_in(app.live.value if app.live else None, round_id)
    notes = sum(note.idea == idea.id for note in state.notes) if state else 0

    def drop() -> None:
        label = _("idé slettet")
        if _change(app, round_id, lambda s: iglo.drop_idea(s, idea.id, with_notes=True), label):
            say(app, _("Slettet: {what}. u fortryder.").format(what=shorten(clean_line(idea.text), 40)))

    def asked(answer: str | None) -> None:
        if answer == "drop":
            drop()

    if not notes:
        drop()
        return
    text = n_(
        "Der hænger 1 seddel på idéens tavle. Den går med.",
        "Der hænger {n} sedler på idéens tavle. De går med.",
        notes,
    )
    answers = (("keep", _("Behold idéen")), ("drop", _("Slet det hele")))
    app.push_screen(ChoiceScreen(_("Slet idéen?"), text, answers), asked)


def write_note(app: "SamtaleApp", round_id: str, note: IgloNote, *, is_new: bool) -> None:
    """The form of a note."""
    from samtale_tui.tui.screens.iglo_note import IgloNoteScreen

    app.push_screen(IgloNoteScreen(round_id, note, is_new=is_new))


def show_things(app: "SamtaleApp", round_id: str, idea: Idea) -> None:
    """The six things to think of, to be ticked for an idea."""
    from samtale_tui.tui.screens.iglo_things import ThingsBox

    def talked() -> tuple[Thought, ...]:
        state = iglo_in(app.live.value if app.live else None, round_id)
        found = iglo.idea_of(state, idea.id) if state else None
        return found.talked if found else ()

    def tick(thought: Thought) -> None:
        _change(app, round_id, lambda s: iglo.talk_about(s, idea.id, thought), _("talt om"))

    app.push_screen(ThingsBox(talked, tick, idea.text))


def _change(app: "SamtaleApp", round_id: str, change: "Callable[[Iglo], Iglo]", label: str) -> bool:
    """Change the IGLO from a box that is over its screen, or was."""
    screen = app.top_conversation_screen()
    if screen is None or app.live is None:
        return False
    now = app.live.now()
    return screen.apply(in_round, round_id, now, lambda run: change(cast("Iglo", run)), label=label)
