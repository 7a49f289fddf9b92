"""What the phases and the places of a placemat are called, and what is to be done in each (S29–S30)."""

from samtale_tui.basis.language import _
from samtale_tui.method.placemat_phases import Phase, Sharing


def group_words(number: int) -> str:
    """A group by its number."""
    return _("Gruppe {n}").format(n=number)


def middle_words(number: int | None) -> str:
    """Whose middle it is; none where there is one group."""
    return _("Midten") if number is None else group_words(number)


def field_words(number: int | None) -> str:
    """On whose sheet a field is; whose field it is, is not told."""
    return _("Et felt") if number is None else _("Et felt i gruppe {n}").format(n=number)


def phase_title(phase: Phase, sharing: Sharing) -> str:
    """A phase in a word or three."""
    if phase is Phase.SHARE:
        return sharing_title(sharing)
    titles = {
        Phase.EXPLAIN: _("Sådan gør vi"),
        Phase.WRITE: _("Skriv i stilhed"),
        Phase.DEBATE: _("Tal sammen"),
        Phase.AGREE: _("Find midten"),
        Phase.ROUND_UP: _("Saml op"),
    }
    return titles[phase]


def sharing_title(sharing: Sharing) -> str:
    """How what was written gets round."""
    return _("Drej arket") if sharing is Sharing.TURN else _("Fortæl på skift")


def phase_task(phase: Phase, sharing: Sharing) -> str:
    """What the room does in a phase, said to all."""
    if phase is Phase.SHARE and sharing is Sharing.TELL:
        return _("Fortæl kort, hvad du har skrevet. De andre lytter; spørgsmålene venter.")
    tasks = {
        Phase.EXPLAIN: _("Tegn et felt til hver på arket og et i midten. Læs spørgsmålet sammen."),
        Phase.WRITE: _("Skriv i dit eget felt, gerne i din egen farve. Ingen taler."),
        Phase.SHARE: _("Drej arket én plads med uret, og læs det nye felt i stilhed."),
        Phase.DEBATE: _("Hvad går igen, og hvad er forskelligt? Spørg til det, I ikke forstår."),
        Phase.AGREE: _("Skriv i midten det, som I alle kan sige ja til."),
        Phase.ROUND_UP: _("Én gruppe ad gangen læser sin midte op. De andre lytter."),
    }
    return tasks[phase]
