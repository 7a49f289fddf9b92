"""The line at the head of every step: team, steps, view, the time, a break that is near, and the plan."""

from datetime import datetime
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static

from samtale_tui.basis.language import _, n_, noted
from samtale_tui.basis.shown_dates import clock_time
from samtale_tui.basis.text import shorten
from samtale_tui.conversation.framing_words import break_words
from samtale_tui.conversation.model import STEPS, Conversation, Step
from samtale_tui.conversation.schedule import ends_at, minutes_to_end, minutes_to_plan

ROOM = noted("RUMMET")
OWN = noted("KUN DIG")
"""Which view is on."""


class _Rung(NamedTuple):
    """How much the header says."""

    team: int
    """Letters of the team."""
    kind: bool
    """Whether the kind of conversation is told."""
    steps: int
    """How many steps; fewer than all of them are the one that is on and those beside it."""
    times: int
    """How many times of day."""
    pause: bool = True
    """Whether a break that is near is told of."""


_ALL = len(STEPS)
_LADDER = (
    _Rung(30, True, _ALL, 3),
    _Rung(20, True, _ALL, 3),
    _Rung(20, True, _ALL, 2),
    _Rung(20, False, _ALL, 2),
    _Rung(20, True, 3, 2),
    _Rung(20, False, 3, 2),
    _Rung(20, True, 3, 1),
    _Rung(20, False, 3, 1),
    _Rung(12, False, 3, 1),
    _Rung(20, False, 1, 1),
    _Rung(12, False, 1, 1),
    _Rung(8, False, 1, 1),
    _Rung(12, False, 1, 1, pause=False),
    _Rung(8, False, 1, 1, pause=False),
)
"""All, then less."""


def step_title(step: Step) -> str:
    """The name of a step as the header shows it."""
    return {
        "frame": _("Ramme"),
        "wheel": _("Hjulet"),
        "plan": _("Plan"),
        "evaluation": _("Evaluering"),
        "finish": _("Afslut"),
    }[step]


def time_parts(conversation: Conversation, wall: datetime) -> tuple[str, ...]:
    """What the clock says, most important last: the time, the end, and the minutes to the plan (S26)."""
    to_plan = minutes_to_plan(conversation, wall)
    matters = _("plan om {n} min").format(n=to_plan) if to_plan > 0 else _("tid til planen")
    end = ends_at(conversation)
    if end is None:
        return _("{n} min afsat").format(n=conversation.booked_minutes), _("ikke begyndt"), matters
    left = minutes_to_end(conversation, wall)
    if left <= 0:
        matters = n_("1 min over tiden", "{n} min over tiden", -left)
    return clock_time(wall), _("slut {time}").format(time=clock_time(end)), matters


def header_line(
    conversation: Conversation, wall: datetime, *, step: Step, own_view: bool, width: int
) -> Content:
    """The header for a width in cells: what matters least is left out first."""
    times = time_parts(conversation, wall)
    kind = conversation.deck.conversation.upper()
    pause = break_words(conversation, wall)
    for rung in _LADDER:
        team = shorten(conversation.team, rung.team) or kind
        name = f" {team} · {kind} " if team != kind and rung.kind else f" {team} "
        left = Content.assemble((name, "bold"), "  ", _steps(step, rung.steps))
        right = _right(times, rung.times, pause if rung.pause else "", own_view=own_view)
        gap = width - left.cell_length - right.cell_length
        if gap >= 1:
            return Content.assemble(left, " " * gap, right)
    return _right(times, 1, "", own_view=own_view)


def _right(times: tuple[str, ...], shown: int, pause: str, *, own_view: bool) -> Content:
    view = (
        (f" {_(OWN)} ", "bold $background on $text-warning")
        if own_view
        else (f" {_(ROOM)} ", "bold $background on $primary")
    )
    pick = {1: times[-1:], 2: (times[0], times[-1])}.get(shown, times)
    *others, last = pick
    return Content.assemble(
        view,
        "  ",
        "".join(f"{time} │ " for time in others),
        (pause, "bold $text-warning") if pause else "",
        " │ " if pause else "",
        last,
        " ",
    )


def _steps(current: Step, shown: int) -> Content:
    before = min(max(0, STEPS.index(current) - shown // 2), len(STEPS) - shown)
    steps = STEPS[before : before + shown]
    parts: list[str | tuple[str, str]] = []
    for step in steps:
        if parts:
            parts.append((" ▸ ", "$text-muted"))
        title = step_title(step)
        parts.append((title.upper(), "bold") if step == current else (title, "$text-muted"))
    return Content.assemble(*parts)


class StepHeader(Static):
    """The header as a widget; ``show`` repaints it only where it says something new."""

    DEFAULT_CSS = """
    StepHeader { height: 1; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown: Content | None = None

    def show(self, conversation: Conversation, wall: datetime, *, step: Step, own_view: bool) -> None:
        """Say how the conversation stands now."""
        line = header_line(conversation, wall, step=step, own_view=own_view, width=self.app.size.width)
        if self._shown is None or line.markup != self._shown.markup:
            self._shown = line
            self.update(line, layout=False)
