"""What the parts of a frame are called."""

from samtale_tui.basis.language import _
from samtale_tui.conversation.framing import Framing, Members, Reason, Role, Timing


def timing_title(timing: Timing, members: Members | None) -> str:
    """Before or after the individual conversations (S2), which are MUS or LUS as the team is (S3)."""
    which = {Members.EMPLOYEES: _("MUS"), Members.LEADERS: _("LUS"), None: _("MUS eller LUS")}[members]
    words = {Timing.LEAD_UP: _("Optakt til {which}"), Timing.FOLLOW_UP: _("Opfølgning på {which}")}
    return words[timing].format(which=which)


def members_title(members: Members) -> str:
    """Whom the team consists of (S3)."""
    return {Members.EMPLOYEES: _("Medarbejdere"), Members.LEADERS: _("Ledere")}[members]


def reason_title(reason: Reason) -> str:
    """One of the seven reasons (S5)."""
    return {
        Reason.DIRECTION: _("Fælles retning for opgave, mål og ansvar"),
        Reason.OVERVIEW: _("Overblik over alt det, vi kan"),
        Reason.LEARNING: _("Lære af hinanden og dele viden"),
        Reason.RELATIONS: _("Relationer og klar kommunikation"),
        Reason.DIALOGUE: _("Mod på den åbne samtale"),
        Reason.WELLBEING: _("Trivsel og godt samarbejde"),
        Reason.INFLUENCE: _("Indflydelse og fælles ansvar for udvikling"),
    }[reason]


def role_title(role: Role) -> str:
    """What someone looks after (S13)."""
    return {
        Role.FACILITATOR: _("Facilitator"),
        Role.TIME_KEEPER: _("Tidsholder"),
        Role.NOTE_TAKER: _("Referent"),
    }[role]


def occasion_words(framing: Framing) -> str:
    """What the conversation stands before or after, and for whom it is."""
    timing = timing_title(framing.timing, framing.members) if framing.timing else ""
    members = members_title(framing.members) if framing.members else ""
    return " · ".join(part for part in (timing, members) if part)
