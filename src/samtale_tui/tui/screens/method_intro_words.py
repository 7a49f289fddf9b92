"""What a method's first screen says of the method as it is to be, and what can be chosen there."""

from datetime import datetime

from textual.content import Content
from textual.geometry import Size

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.proposals import those_who_are_there
from samtale_tui.conversation.schedule import minutes_to_plan
from samtale_tui.deck.model import CardKind
from samtale_tui.method.catalogue import method_text
from samtale_tui.method.run import Run
from samtale_tui.tui.leading import leading

SHORT_ANSWERS = 3
"""Rules that the room is shown; the facilitator has them all in one's own view."""
LABEL_CELLS = 10
HIGH = 34
"""From so many rows on there is air between the lines, and the name is large."""


def may_have_a_topic(value: Conversation, card_id: str | None) -> bool:
    """Whether something can be written: a card that asks something is what it is about."""
    card = value.card_by_id(card_id or "")
    return card is None or card.kind is CardKind.EXERCISE


def topic_of(value: Conversation, method: MethodName, card_id: str | None) -> str:
    """What was written that it will be about; empty where nothing was, or nothing can be."""
    return value.drafts.get(f"topic/{method.value}", "") if may_have_a_topic(value, card_id) else ""


def should_be_circles(value: Conversation, method: MethodName) -> bool:
    """Whether there are so many that a spiral is slow, and smaller circles are offered (S12)."""
    most = method_text(method).suits[1]
    return method is MethodName.SPIRAL and len(those_who_are_there(value)) > most


def intro_lines(
    value: Conversation, method: MethodName, run: Run | None, window: Size, *, own_view: bool
) -> Content:
    """How, why, how long, who and by which rules; in one's own view also when, and step by step.

    Args:
        value: the conversation.
        method: which method it is.
        run: how it is to be; none where nobody is known yet.
        window: the size of the window.
        own_view: whether it is shown to the facilitator alone.
    """
    text = method_text(method)
    rows: list[tuple[str, tuple[str, ...]]] = [
        (_("Sådan"), (text.what,)),
        (_("Hvorfor"), (text.purpose,)),
        (_("Tid"), (_time(method, run),)),
        (_("Hvem"), (_who(value, method, run),)),
        (_("Regler"), text.rules if own_view else text.rules[:SHORT_ANSWERS]),
    ]
    if own_view:
        steps = tuple(f"{number} {step}" for number, step in enumerate(text.steps, 1))
        rows += [(_("Hvornår"), (text.when,)), (_("Trin"), steps)]
    width = max(20, min(80, window.width - 8) - LABEL_CELLS)
    gap = "\n\n" if window.height >= HIGH and not own_view else "\n"
    return Content(gap).join(_row(name, lines, width) for name, lines in rows)


def advice_words(value: Conversation, method: MethodName, run: Run | None, now: datetime) -> str:
    """What is weak about it as it is to be, and that the plan comes before it would end."""
    if run is None:
        return ""
    found = [leading(method).advice(run, value.names_in(run))]
    left = minutes_to_plan(value, now)
    if value.times.begun and 0 < left < run.frame_seconds / 60:
        found.append(n_("Planen skal begynde om 1 minut.", "Planen skal begynde om {n} minutter.", left))
    return " ".join(words for words in found if words)


def _time(method: MethodName, run: Run | None) -> str:
    if run is None:
        low, high = method_text(method).minutes
        return _("{low}–{high} minutter").format(low=low, high=high)
    minutes = max(1, round(run.frame_seconds / 60))
    return n_("{n} minut", "{n} minutter", minutes)


def _who(value: Conversation, method: MethodName, run: Run | None) -> str:
    if run is None:
        return _("d: Hvor mange er I?")
    return leading(method).in_words(run, value.names_in(run))


def _row(name: str, lines: tuple[str, ...], width: int) -> Content:
    """A heading and what stands beside it, wrapped there."""
    wrapped: list[Content] = []
    for line in lines:
        wrapped += Content(line).wrap(width)
    indent = " " * LABEL_CELLS
    rows = [
        Content.assemble((name.ljust(LABEL_CELLS), "bold $primary") if number == 0 else indent, line)
        for number, line in enumerate(wrapped)
    ]
    return Content("\n").join(rows)
