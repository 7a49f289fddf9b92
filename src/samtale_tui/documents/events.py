"""The days of a plan that belong in a calendar: every follow-up and every deadline (S44)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from samtale_tui.basis.language import _
from samtale_tui.documents.content import action_title
from samtale_tui.plan.model import Action

Kind = Literal["follow-up", "deadline"]


@dataclass(frozen=True)
class Event:
    """A day that the team has agreed on."""

    day: date
    """When."""
    kind: Kind
    """What of the action falls due."""
    action: Action
    """What it is about."""

    @property
    def title(self) -> str:
        """What the calendar shows: "Frist: Sparring hver tirsdag"."""
        words = {"follow-up": _("Opfølgning: {what}"), "deadline": _("Frist: {what}")}
        return words[self.kind].format(what=action_title(self.action))

    @property
    def description(self) -> str:
        """What is to be done, how, by whom, and how it is followed up, a line each, nothing empty."""
        action = self.action
        details = (
            (_("Hvorfor"), action.why),
            (_("Hvordan"), action.how),
            (_("Ansvarlig"), action.responsible),
            (_("Sådan følger vi op"), action.follow_how),
            (_("Følger op"), action.follow_who),
        )
        lines = (f"{name}: {words}" for name, words in details if words)
        return "\n".join(part for part in (action.what, *lines) if part)


def events_of(actions: Sequence[Action]) -> tuple[Event, ...]:
    """All of them in the order of their days; on one day in the order of the plan."""
    return tuple(sorted(_events(actions), key=lambda event: event.day))


def _events(actions: Sequence[Action]) -> Iterator[Event]:
    for action in actions:
        if action.deadline:
            yield Event(action.deadline, "deadline", action)
        if action.follow_when:
            yield Event(action.follow_when, "follow-up", action)
