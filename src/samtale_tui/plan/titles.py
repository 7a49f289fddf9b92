"""What plans are called (domain.md, Words), and joining words to a list in a sentence."""

from collections.abc import Sequence

from samtale_tui.basis.language import _
from samtale_tui.basis.words import ConversationKind


def is_for_one(kind: ConversationKind) -> bool:
    """Whether the plan is one person's and not a team's (S63, S73)."""
    return kind in (ConversationKind.MUS, ConversationKind.LUS)


def plan_title(kind: ConversationKind) -> str:
    """What the plan is called: a team has a team development plan, one person a plan of competences."""
    return _("Kompetenceudviklingsplan") if is_for_one(kind) else _("Teamudviklingsplan")


def listed(words: Sequence[str]) -> str:
    """Words as one lists them in a sentence: "a", "a og b", "a, b og c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} og {last}").format(first=", ".join(words[:-1]), last=words[-1])
