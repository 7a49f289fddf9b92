"""What is said of an IGLO in words: its levels, what a note lacks, the six things to think of (S31–S34)."""

from collections.abc import Iterable

from samtale_tui.basis.language import _
from samtale_tui.basis.words import Horizon, IgloLevel, horizon_title
from samtale_tui.method.iglo_parts import Grounds, IgloNote, LevelText, Thought

ANSWERS = 5
"""What a note should answer: what, how, who, start and deadline, follow-up (S34)."""
MOST_PEOPLE = 8
"""More than so many had better share the ideas out among them."""
LEAST_PEOPLE = 3
"""Fewer than so many hardly see all four levels from where they sit."""


def level_texts(own: Iterable[LevelText] = ()) -> tuple[LevelText, ...]:
    """All four levels in their order, each with a title and an explanation.

    Args:
        own: what the deck says; where it says nothing, the usual words hold.
    """
    said = {each.level: each for each in own}
    return tuple(_filled(said.get(level, LevelText(level=level))) for level in IgloLevel)


def _filled(own: LevelText) -> LevelText:
    titles = {
        IgloLevel.INDIVIDUAL: _("Individ"),
        IgloLevel.GROUP: _("Gruppe"),
        IgloLevel.LEADERSHIP: _("Ledelse"),
        IgloLevel.ORGANISATION: _("Organisation"),
    }
    explained = {
        IgloLevel.INDIVIDUAL: _("Det, hver af os selv kan gøre"),
        IgloLevel.GROUP: _("Det, vi kan gøre sammen i teamet"),
        IgloLevel.LEADERSHIP: _("Det, lederen kan gøre, give plads til eller bære videre"),
        IgloLevel.ORGANISATION: _("Det, der skal til uden om os: rammer, aftaler, andre afdelinger"),
    }
    return own.but(title=own.title or titles[own.level], explain=own.explain or explained[own.level])


def thought_words(thought: Thought) -> str:
    """One of the six things to think of, as a question to the room (S33)."""
    words = {
        Thought.WHY: _("Hvorfor vil vi det?"),
        Thought.SUCCESS: _("Hvad ville det betyde, hvis det lykkedes?"),
        Thought.ROLES: _("Kender alle fire niveauer deres rolle?"),
        Thought.EVERYONE: _("Er alle personalegrupper med i det?"),
        Thought.SUPPORT: _("Støtter handlingerne hinanden?"),
        Thought.DRIVER: _("Hvem har ansvaret og driver det frem?"),
    }
    return words[thought]


def grounds_words(grounds: Grounds) -> str:
    """Why an idea was chosen."""
    return {Grounds.IMPORTANT: _("den vigtigste"), Grounds.EASIEST: _("den letteste at begynde med")}[grounds]


def missing(note: IgloNote) -> tuple[str, ...]:
    """What of the five a note does not answer yet, each in a word or a few; empty when it answers all (S34).

    A start alone, or a deadline alone, is half an answer, and so is one who follows up without a day.
    """
    found = (
        "" if note.what else _("hvad"),
        "" if note.how else _("hvordan"),
        "" if note.who else _("hvem"),
        _days_missing(note),
        _follow_up_missing(note),
    )
    return tuple(words for words in found if words)


def answered(note: IgloNote) -> int:
    """How many of the five a note answers."""
    return ANSWERS - len(missing(note))


def place_words(level: IgloLevel, horizon: Horizon, own: Iterable[LevelText]) -> str:
    """A square of the board, as "Ledelse · Langt sigt"."""
    title = next(each.title for each in level_texts(own) if each.level is level)
    return _("{level} · {horizon}").format(level=title, horizon=horizon_title(horizon))


def few_or_many_words(people: int) -> str:
    """Why the method is weak with so many; empty where it is not."""
    if people < LEAST_PEOPLE:
        return _("I er få. Spørg jer selv, hvad de andre niveauer ville sige, og hør dem bagefter.")
    if people > MOST_PEOPLE:
        return _("I er mange om én tavle. Lad hver gruppe tage sin idé, og saml op sammen.")
    return ""


def _days_missing(note: IgloNote) -> str:
    if note.start and note.deadline:
        return ""
    if note.start:
        return _("frist")
    return _("start") if note.deadline else _("start og frist")


def _follow_up_missing(note: IgloNote) -> str:
    if note.follow_who and note.follow_when:
        return ""
    if note.follow_who:
        return _("hvornår I følger op")
    return _("hvem der følger op") if note.follow_when else _("opfølgning")
