"""The lines in the box with a placemat's groups and times (S28–S29)."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.content import Content

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_advice import advice
from samtale_tui.method.placemat_words import group_words, phase_title
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.cells import cell_len
from samtale_tui.tui.widgets.round_clocks import clock_words

MOST_NAME_LETTERS = 50


class Line(NamedTuple):
    """A line of the list."""

    id: str
    """What it is about: ``time/frame``, ``time/write``, ``person/p1``, or ``head/…`` for a heading."""
    words: str
    """What it says."""
    time: str = ""
    """A time after it."""
    heading: bool = False
    """Whether it stands over others, and cannot be marked."""


def lines_of(run: Placemat, names: Mapping[str, str]) -> list[Line]:
    """The time of it all and of each phase, then the groups with those who sit there."""
    titles = {phase: phase_title(phase, run.sharing) for phase in run.phases}
    wide = max(map(cell_len, (_("Det hele"), *titles.values())))
    lines = [Line("head/time", _("Tiden"), heading=True)]
    lines.append(Line("time/frame", *_timed(_("Det hele"), run.frame_seconds, wide)))
    lines += [
        Line(f"time/{phase}", *_timed(title, run.span_of(phase).seconds, wide))
        for phase, title in titles.items()
    ]
    for sheet in run.sheets:
        title = f"{group_words(sheet.number)} · {len(sheet.people)}"
        lines.append(Line(f"head/{sheet.number}", title, heading=True))
        for person in sheet.people:
            name = shorten(clean_line(names.get(person, person)), MOST_NAME_LETTERS)
            lines.append(Line(f"person/{person}", name))
    return lines


def prompt(line: Line) -> Content:
    """The line as it is shown."""
    if line.heading:
        return Content.styled(line.words, "bold $primary")
    return Content.assemble("  ", plain_line(line.words), f"  {line.time}")


def summary(run: Placemat) -> str:
    """How the groups and the times come to, and what to think of."""
    least, most = min(map(len, run.groups)), run.largest
    sizes = str(most) if least == most else f"{least}–{most}"
    groups = n_("1 gruppe på {sizes}", "{n} grupper på {sizes}", len(run.groups)).format(sizes=sizes)
    meant = clock_words(sum(run.span_of(phase).seconds for phase in run.phases))
    times = _("faserne tager {meant} af {frame}").format(meant=meant, frame=clock_words(run.frame_seconds))
    return " ".join(part for part in (f"{groups} · {times}.", advice(run)) if part)


def _timed(title: str, seconds: float, wide: int) -> tuple[str, str]:
    """A title and its time, which stands so far to the right that all times stand below each other."""
    return title, " " * (wide - cell_len(title)) + clock_words(seconds).rjust(5)
