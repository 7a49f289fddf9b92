"""What is written while a fishbowl runs: a topic, the outer circle's task, what it saw (S40)."""

from typing import TYPE_CHECKING, cast

from samtale_tui.basis.language import _, noted
from samtale_tui.method import fishbowl_notes as notes
from samtale_tui.method import fishbowl_steps as steps
from samtale_tui.method.fishbowl import ROUND_UP, Fishbowl, Note, note_place
from samtale_tui.method.fishbowl_words import tasks
from samtale_tui.tui.sinks import say

if TYPE_CHECKING:
    from samtale_tui.tui.screens.fishbowl import FishbowlScreen

OWN_TASK = "own"
CARDS_QUESTION = "card"
NEW_TOPIC = "new"


def write_seen(screen: "FishbowlScreen") -> None:
    """What somebody saw in the sitting that goes on, or said in the round-up."""
    from samtale_tui.tui.screens.seen import Seen, SeenBox

    sitting = notes.note_sitting(screen.bowl)

    def done(seen: Seen | None) -> None:
        if seen and screen.change(
            lambda state: notes.add_note(cast("Fishbowl", state), sitting, *seen), _("skrevet op")
        ):
            say(screen.app, _("Skrevet op."), seconds=2)

    title = _("Opsamling: Hvad tager I med?") if sitting == ROUND_UP else _("Hvad så og hørte I?")
    form = f"seen/{screen.round_id}/{sitting}"
    screen.app.push_screen(SeenBox(form, title, _people(screen)), done)


def write_seen_anew(screen: "FishbowlScreen", note: Note) -> None:
    """What somebody saw, in other words."""
    from samtale_tui.tui.screens.seen import Seen, SeenBox

    def done(seen: Seen | None) -> None:
        if seen:
            screen.change(
                lambda state: notes.reword_note(cast("Fishbowl", state), note.id, *seen),
                _("det skrevne rettet"),
            )

    form = f"reseen/{screen.round_id}/{note.id}"
    screen.app.push_screen(SeenBox(form, note_place(note.sitting), _people(screen), note.text, note.by), done)


def _people(screen: "FishbowlScreen") -> dict[str, str]:
    names = screen.names
    return {person: names.get(person, person) for person in screen.bowl.people}


def write_new_topic(screen: "FishbowlScreen") -> None:
    """Another topic; where there has been another, the card's own question can come back."""
    if not screen.bowl.topic:
        _write_topic(screen)
        return
    from samtale_tui.tui.screens.pick import PickBox

    def picked(choice: str | None) -> None:
        if choice == NEW_TOPIC:
            _write_topic(screen)
        elif choice == CARDS_QUESTION:
            _take_up(screen, "")

    choices = ((NEW_TOPIC, _("Skriv et nyt emne")), (CARDS_QUESTION, _("Tilbage til det første spørgsmål")))
    screen.app.push_screen(PickBox(_("Nyt emne"), choices), picked)


def _write_topic(screen: "FishbowlScreen") -> None:
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    kind = Kind(f"new_topic/{screen.round_id}", noted("Nyt emne"), noted("Hvad skal I nu tale om?"))
    screen.app.push_screen(WordsScreen(kind), lambda text: _take_up(screen, text) if text else None)


def _take_up(screen: "FishbowlScreen", topic: str) -> None:
    screen.change(lambda state: steps.new_topic(cast("Fishbowl", state), topic), _("nyt emne"))


def choose_task(screen: "FishbowlScreen") -> None:
    """What the outer circle looks for: one of ours, or one of their own."""
    from samtale_tui.tui.screens.pick import PickBox

    ours, now = tasks(), screen.bowl.task
    choices = [(str(number), task) for number, task in enumerate(ours)]
    choices.append((OWN_TASK, _("Skriv en anden")))
    marked = str(ours.index(now)) if now in ours else OWN_TASK

    def picked(choice: str | None) -> None:
        if choice == OWN_TASK:
            _write_task(screen)
        elif choice is not None:
            _set_task(screen, ours[int(choice)])

    screen.app.push_screen(
        PickBox(_("Hvad skal den yderste kreds lægge mærke til?"), choices, marked), picked
    )


def _write_task(screen: "FishbowlScreen") -> None:
    from samtale_tui.tui.screens.words import Kind, WordsScreen

    kind = Kind(
        f"task/{screen.round_id}",
        noted("Opgave til den yderste kreds"),
        noted("Hvad skal de lægge mærke til?"),
    )
    box = WordsScreen(kind, text=screen.bowl.task)
    screen.app.push_screen(box, lambda text: _set_task(screen, text) if text else None)


def _set_task(screen: "FishbowlScreen", task: str) -> None:
    screen.change(lambda state: steps.set_task(cast("Fishbowl", state), task), _("ny opgave"))
