"""What is said on the screen of a placemat: the cue for each turn, prompts, and the sheets for the room."""

from collections.abc import Collection, Mapping
from math import ceil

from samtale_tui.basis.language import _, n_
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_advice import groups_told_of
from samtale_tui.method.placemat_course import (
    ahead,
    is_last_step,
    not_told,
    phase_left,
    sheet_heard,
    step_left,
    steps,
    tellers,
    through,
    turns_made,
)
from samtale_tui.method.placemat_phases import Phase, Sharing
from samtale_tui.method.placemat_sheets import Sheet
from samtale_tui.method.placemat_words import group_words, phase_task, phase_title
from samtale_tui.method.run import frame_is_up, frame_left
from samtale_tui.tui.widgets.round_clocks import clock_words, left_words
from samtale_tui.tui.widgets.sheets_board import Seat, SheetPicture

_BEHIND_SECONDS = 30
"""So much more than there is left is worth a word."""


def head_words(state: Placemat) -> str:
    """The phase, and where in it they are."""
    title = phase_title(state.phase, state.sharing)
    if steps(state) == 1:
        return title
    words = _("{phase} · {n} af {all}")
    return words.format(phase=title, n=len(state.span.steps) + 1, all=steps(state))


def task_words(state: Placemat, names: Mapping[str, str]) -> str:
    """What the room does now; whose turn it is, where that is one person's or one group's."""
    telling = tellers(state)
    if state.phase is Phase.SHARE and state.sharing is Sharing.TELL and not telling:
        return _("Alle har fortalt.")
    if len(telling) == 1:
        words = _("{name} fortæller, hvad der står i feltet. De andre lytter; spørgsmålene venter.")
        return words.format(name=names.get(telling[0], telling[0]))
    heard = sheet_heard(state)
    if heard:
        words = _("{group} læser sin midte op. De andre lytter.")
        return words.format(group=group_words(heard.number))
    return phase_task(state.phase, state.sharing)


def then_words(state: Placemat, reading: float) -> str:
    """What is left of the whole phase, where it has parts; else the phase that comes then."""
    if state.ending:
        return ""
    if steps(state) > 1:
        return _("Hele fasen: {time}").format(time=left_words(phase_left(state, reading)))
    following = state.phases[state.phases.index(state.phase) + 1 :]
    return _("Så: {phase}").format(phase=phase_title(following[0], state.sharing)) if following else ""


def banner_words(state: Placemat, reading: float) -> str:
    """What the room should know or do now; empty while all simply goes on.

    Args:
        state: the placemat, under way.
        reading: the frame's stopwatch, in seconds.
    """
    if step_left(state, reading) <= 0:
        return _cue(state)
    if frame_is_up(state, reading):
        return _("Tiden er gået. Gør det færdigt i ro.")
    told = groups_told_of(state) if state.phase in {Phase.EXPLAIN, Phase.WRITE} else ()
    return told[0] if told else ""


def _cue(state: Placemat) -> str:
    """What is to happen when the time of a part is gone."""
    if state.phase is Phase.SHARE and state.sharing is Sharing.TURN:
        return _("Alle felter er læst.") if is_last_step(state) else _("Drej arket én plads til.")
    if state.phase is Phase.SHARE:
        return _("Alle har fortalt.") if is_last_step(state) else _("Ordet går videre til den næste.")
    if state.phase is Phase.ROUND_UP and not is_last_step(state):
        return _("Så er det den næste gruppe.")
    if state.phase is Phase.WRITE:
        return _("Skrivetiden er gået. Skriv den sidste sætning færdig.")
    return _("Fasens tid er gået. Gør det færdigt i ro.")


def own_words(state: Placemat, reading: float) -> str:
    """What the facilitator may say now, and whether what is left takes longer than there is time."""
    return "\n".join(part for part in (_prompt(state), _behind(state, reading)) if part)


def _prompt(state: Placemat) -> str:
    if state.ending:
        return _("Sig: »Hvad tager vi med os fra midten?«")
    if state.phase is Phase.SHARE and state.sharing is Sharing.TELL:
        return _("Sig: »Fortæl det vigtigste. Vi andre lytter uden at svare.«")
    prompts = {
        Phase.EXPLAIN: _("Sig: »Først skriver vi hver for sig. Alle felter tæller lige meget.«"),
        Phase.WRITE: _("Sig: »Skriv, hvad du selv tænker; vi taler bagefter.« Hold selv stilheden."),
        Phase.SHARE: _("Sig: »Læs uden at sige noget. Sæt et kryds ved det, du vil spørge til.«"),
        Phase.DEBATE: _("Sig: »Hvad går igen? Hvad overraskede jer?«"),
        Phase.AGREE: _("Sig: »Hvad kan I alle sige ja til? Resten bliver stående i felterne.«"),
        Phase.ROUND_UP: _("Sig: »Læs jeres midte, som den står.« Spørg til sidst: »Hvad har I fælles?«"),
    }
    return prompts[state.phase]


def _behind(state: Placemat, reading: float) -> str:
    more = ahead(state, reading) - max(0.0, frame_left(state, reading))
    if more < _BEHIND_SECONDS:
        return ""
    words = n_(
        "Resten af faserne tager {n} minut mere, end der er tilbage.",
        "Resten af faserne tager {n} minutter mere, end der er tilbage.",
        ceil(more / 60),
    )
    return f"{words} {_('r indstiller tiden.')}"


def afterwards_words(state: Placemat) -> str:
    """How long each phase took, and how long was meant."""
    parts = []
    for phase in state.phases:
        span = state.span_of(phase)
        words = _("{phase} {spent} (tænkt {meant})")
        title = phase_title(phase, state.sharing)
        parts.append(
            words.format(phase=title, spent=clock_words(span.spent), meant=clock_words(span.seconds))
        )
    return " · ".join(parts)


def pictures(state: Placemat, names: Mapping[str, str]) -> tuple[SheetPicture, ...]:
    """The sheets as the room sees them: who tells, whose field lies before whom, what is in the middle."""
    done = {sheet.number for sheet in through(state)}
    several = len(state.sheets) > 1
    telling = frozenset(tellers(state))
    return tuple(
        SheetPicture(
            title=group_words(sheet.number) if several else _("Jeres ark"),
            seats=_seats(state, sheet, telling, names),
            middle=sheet.middle,
            through=sheet.number in done,
        )
        for sheet in state.sheets
    )


def _seats(
    state: Placemat, sheet: Sheet, telling: Collection[str], names: Mapping[str, str]
) -> tuple[Seat, ...]:
    tells = state.phase is Phase.SHARE and state.sharing is Sharing.TELL
    waiting = not_told(state, sheet) if tells else sheet.people
    turns = turns_made(state)
    seats = []
    for person in sheet.people:
        whose = sheet.before(person, turns) if turns else ""
        note, short = _reads(person, whose, names)
        seats.append(
            Seat(
                name=names.get(person, person),
                note=note,
                short_note=short,
                lit=person in telling,
                done=person not in waiting,
                written=bool(sheet.field_of(person)),
            )
        )
    return tuple(seats)


def _reads(person: str, whose: str, names: Mapping[str, str]) -> tuple[str, str]:
    """That somebody reads a person's field, in words and in short; nothing where nobody's lies there."""
    name = names.get(whose, whose)
    if not whose:
        return "", ""
    return (_("eget felt") if whose == person else _("læser {name}").format(name=name)), f"‹{name}"
