"""The five parts of IDOART and their ten questions, in words (S27).

The texts are made when they are asked for and not at import, so that they follow the language in force.
"""

from enum import StrEnum

from samtale_tui.basis.language import _


class Part(StrEnum):
    """The five parts, in the order in which they are meant to be taken."""

    INTENTION = "intention"
    OUTCOME = "outcome"
    AGENDA = "agenda"
    ROLES = "roles"
    TIME = "time"


class Question(StrEnum):
    """The ten questions, in order."""

    WHY = "why"
    PURPOSE = "purpose"
    GAIN = "gain"
    HOPES = "hopes"
    GOALS = "goals"
    TOPICS = "topics"
    FORM = "form"
    RULES = "rules"
    WHO = "who"
    KEEPING = "keeping"


QUESTIONS: dict[Part, tuple[Question, ...]] = {
    Part.INTENTION: (Question.WHY, Question.PURPOSE),
    Part.OUTCOME: (Question.GAIN, Question.HOPES, Question.GOALS),
    Part.AGENDA: (Question.TOPICS, Question.FORM),
    Part.ROLES: (Question.RULES, Question.WHO),
    Part.TIME: (Question.KEEPING,),
}
"""Which questions a part asks: 2, 3, 2, 2 and 1."""

PART_OF: dict[Question, Part] = {question: part for part, asked in QUESTIONS.items() for question in asked}
"""Which part asks a question."""


def part_letters(part: Part) -> str:
    """What the part stands for in the name of the method."""
    return {
        Part.INTENTION: "I",
        Part.OUTCOME: "DO",
        Part.AGENDA: "A",
        Part.ROLES: "RR",
        Part.TIME: "T",
    }[part]


def part_title(part: Part) -> str:
    """What the part is about, in a word or two."""
    return {
        Part.INTENTION: _("Hensigt"),
        Part.OUTCOME: _("Udbytte"),
        Part.AGENDA: _("Dagsorden"),
        Part.ROLES: _("Roller og regler"),
        Part.TIME: _("Tid"),
    }[part]


def part_prompt(part: Part) -> str:
    """What the one who leads it can say or do. For the facilitator alone."""
    return {
        Part.INTENTION: _("Sig først din egen hensigt højt, og spørg så, hvad de andre ser."),
        Part.OUTCOME: _("Giv alle et minut i ro, og tag så én forventning fra hver. Markér ønskerne."),
        Part.AGENDA: _("Skriv emnerne først, giv dem minutter, og stryg, til tiden slår til."),
        Part.ROLES: _("Spørg, hvem der gerne vil. En rolle må godt skifte undervejs."),
        Part.TIME: _("Slut med at læse alt højt: Er det sådan, vi gør?"),
    }[part]


def question_text(question: Question) -> str:
    """The question as the room reads it."""
    return {
        Question.WHY: _("Hvorfor mødes vi?"),
        Question.PURPOSE: _("Hvad skal det tjene til i det store billede?"),
        Question.GAIN: _("Hvad skal teamet og den enkelte have ud af det?"),
        Question.HOPES: _("Hvad forventer hver af os?"),
        Question.GOALS: _("Hvilke overordnede mål skal det føre os nærmere?"),
        Question.TOPICS: _("Hvilke emner er vigtige at nå?"),
        Question.FORM: _("Hvordan bygger vi tiden op om dem?"),
        Question.RULES: _("Hvilke rammer og regler gælder?"),
        Question.WHO: _("Hvilke roller har vi, og skifter de?"),
        Question.KEEPING: _("Hvem holder tiden, og hvad skal overholdes?"),
    }[question]


def question_example(question: Question) -> str:
    """How an answer may look, for the empty field."""
    return {
        Question.WHY: _("fx Vi skal finde en fælles retning for næste år"),
        Question.PURPOSE: _("fx At borgerne møder ét team og ikke syv"),
        Question.GAIN: _("fx Teamet får en plan, og hver af os ét løfte"),
        Question.HOPES: _("fx At vi også får talt om vagterne"),
        Question.GOALS: _("fx Målene i vores virksomhedsplan"),
        Question.TOPICS: _("fx Vores opgaver 20 min"),
        Question.FORM: _("fx Først to og to, så alle sammen"),
        Question.RULES: _("fx Telefonerne bliver i tasken"),
        Question.WHO: _("fx Referent: Anna"),
        Question.KEEPING: _("fx Bo holder tiden, 2 timer i alt"),
    }[question]
