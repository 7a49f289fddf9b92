"""What is said on the screens of an IGLO (S31–S35)."""

from samtale_tui.basis.language import _, n_
from samtale_tui.method.iglo import Iglo, idea_of, waiting_ideas
from samtale_tui.method.iglo_board import empty_levels, empty_words
from samtale_tui.method.iglo_parts import IgloNote, IgloStep, Thought
from samtale_tui.method.iglo_words import ANSWERS, answered, level_texts, missing, thought_words
from samtale_tui.method.run import frame_is_up
from samtale_tui.plan.titles import listed


def steps_words(state: Iglo) -> str:
    """Where in the method they are: the step that is on in capitals."""
    titles = {IgloStep.IDEAS: _("Idéer"), IgloStep.CHOOSE: _("Vælg"), IgloStep.BOARD: _("Tavle")}
    steps = (title.upper() if step is state.step else title for step, title in titles.items())
    return " ▸ ".join(steps)


def none_words(agreements: int) -> str:
    """What to do while there are no ideas.

    Args:
        agreements: how many there are to take.
    """
    written = _("Hvilke idéer har I? t skriver en.")
    taken = n_("g henter den aftale, I har.", "g henter de {n} aftaler, I har.", agreements)
    return f"{written}\n{taken}" if agreements else written


def lacks_words(note: IgloNote) -> str:
    """How many of the five a note answers, and which it lacks."""
    lacking = missing(note)
    count = _("{n} af {all}").format(n=answered(note), all=ANSWERS)
    return f"{count} · {_('Mangler {what}').format(what=listed(lacking))}" if lacking else count


def banner_words(state: Iglo, reading: float) -> str:
    """What the room should know or do now; empty while all simply goes on."""
    if frame_is_up(state, reading):
        return _("Tiden er gået. Skriv færdig i ro.")
    if state.step is IgloStep.CHOOSE:
        return _("Hvilken er vigtigst – eller lettest at begynde med?")
    if state.step is IgloStep.BOARD and state.idea:
        return empty_words(state, state.idea)
    return ""


def own_words(state: Iglo, reading: float) -> str:
    """What the facilitator may say just now."""
    if state.ending:
        return _("Sig: »Hvem gør hvad i morgen?«")
    if frame_is_up(state, reading):
        return _("Sig: »Tiden er gået. Hvad mangler, før sedlen er klar?« f giver 5 minutter mere.")
    if state.step is IgloStep.IDEAS:
        return _("Sig: »Vi finder ikke på nyt nu; hvilke idéer har vi allerede?« n går til valget.")
    if state.step is IgloStep.CHOOSE:
        return _("Sig: »Hvad betyder mest for os – eller hvad kan vi begynde på i morgen?«")
    return _on_the_board(state)


def _on_the_board(state: Iglo) -> str:
    """What is open next: the first note, an empty level, one of the six, an answer, another idea."""
    notes = [note for note in state.notes if note.idea == state.idea]
    idea = idea_of(state, state.idea)
    if idea is None or not notes:
        return _("Sig: »Hvad kan hver af os selv gøre – i næste uge, og på længere sigt?«")
    empty = empty_levels(state, idea.id)
    if empty:
        titles = {text.level: text.title for text in level_texts(state.levels)}
        return _("Sig: »Hvad er der at gøre på niveauet {level}?«").format(level=titles[empty[0]])
    untalked = next((each for each in Thought if each not in idea.talked), None)
    if untalked:
        return _("Sig: »{question}« 6 viser alle seks ting.").format(question=thought_words(untalked))
    return _on_a_full_board(state, sum(bool(missing(note)) for note in notes))


def _on_a_full_board(state: Iglo, unready: int) -> str:
    if unready:
        return n_("1 seddel mangler noget endnu.", "{n} sedler mangler noget endnu.", unready)
    if waiting_ideas(state):
        return _("Sig: »Skal vi tage den næste idé?« n går til valget.")
    return _("Alt er på plads. x slutter.")
