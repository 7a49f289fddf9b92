"""Smaller circles where a spiral would be slow: divided, and one of them chosen (S12, S36)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from samtale_tui.basis.language import _
from samtale_tui.conversation.framing_commands import proposed_groups
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.proposals import those_who_are_there
from samtale_tui.method.grouping import dealt
from samtale_tui.method.seats import seat_number

if TYPE_CHECKING:
    from samtale_tui.tui.app import SamtaleApp

Chosen = Callable[[tuple[str, ...]], None]
"""Is told whom the circle consists of."""


def choose_circle(app: "SamtaleApp", chosen: Chosen) -> None:
    """Let people be divided, where they are not, and then a circle be chosen."""
    from samtale_tui.tui.screens.groups import GroupsBox

    live = app.live
    if live is None:
        return
    if live.value.people and not live.value.groups:
        app.push_screen(GroupsBox(), lambda _done: _choose(app, chosen))
    else:
        _choose(app, chosen)


def circles_of(conversation: Conversation) -> tuple[tuple[str, ...], ...]:
    """The smaller groups; seats of people who are not named are dealt out in their order."""
    if conversation.people:
        return conversation.groups
    people = those_who_are_there(conversation)
    return dealt(people, proposed_groups(len(people)))


def next_circle(conversation: Conversation) -> int:
    """The place of the first circle that has not had a spiral since all the others had; 0 where all have."""
    led = [set(each.spiral.people) for each in conversation.rounds if each.spiral]
    circles = circles_of(conversation)
    times = [led.count(set(circle)) for circle in circles]
    return times.index(min(times)) if times else 0


def _choose(app: "SamtaleApp", chosen: Chosen) -> None:
    from samtale_tui.tui.screens.groups import GroupsBox
    from samtale_tui.tui.screens.pick import PickBox

    value = app.live.value if app.live else None
    circles = circles_of(value) if value else ()
    if value is None or not circles:
        return
    names = value.names()

    def name(person: str) -> str:
        return names.get(person) or _("Plads {n}").format(n=seat_number(person))

    def answered(answer: str | None) -> None:
        if answer == "other":
            app.push_screen(GroupsBox(), lambda _done: _choose(app, chosen))
        elif answer == "all":
            chosen(those_who_are_there(value))
        elif answer:
            chosen(circles[int(answer)])

    rows = [
        (str(place), _("Kreds {n}: {names}").format(n=place + 1, names=", ".join(map(name, circle))))
        for place, circle in enumerate(circles)
    ]
    rows.append(("all", _("Alle i én kreds")))
    if value.people:
        rows.append(("other", _("Del jer på en anden måde")))
    app.push_screen(PickBox(_("Hvilken kreds begynder?"), rows, str(next_circle(value))), answered)
