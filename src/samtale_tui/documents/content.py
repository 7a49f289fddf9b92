"""What the development plan's document says (S41, S44, S63).

It holds what the team made together: actions, follow-ups, agreements, the frame, what was talked about, the
look back. Never what is the facilitator's alone: notes, hints, who passed, who spoke for how long, what
stands half-written, why a card was chosen (S67).
"""

from collections.abc import Iterator
from datetime import date

from samtale_tui.basis.language import _
from samtale_tui.basis.shown_dates import short_date, show_date
from samtale_tui.basis.suggest import in_quotation_marks
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.basis.words import conversation_title, horizon_title
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import plan_of, talked_about
from samtale_tui.conversation.plan_commands import open_agreements
from samtale_tui.documents.outline import (
    Block,
    Facts,
    Heading,
    Item,
    Items,
    Outline,
    Signatures,
    Table,
    Words,
)
from samtale_tui.documents.surroundings import approval_blocks, evaluation_blocks, frame_blocks, parked_blocks
from samtale_tui.plan.actions import incomplete_words, way_title
from samtale_tui.plan.model import Action, Origin, Plan
from samtale_tui.plan.titles import plan_title

_CELL = 80
"""Letters of an action that the overview shows."""
_NAME = 40
"""Letters of a name that the overview shows."""
_HEADING = 120
"""Letters of an action that its heading shows; the rest stands below it."""
_OVERVIEW = (6, 42, 20, 19, 18)
"""How wide the overview's columns are."""
_MOST_SIGNERS = 12
"""Participants who each get a line with their name; of more, a line each to write it on."""
_LINES_FOR_NOBODY = 6
"""Lines to sign on where nobody is named."""


def outline_of(conversation: Conversation) -> Outline:
    """The whole document. It depends on the conversation alone."""
    plan = plan_of(conversation)
    return _outline(
        plan,
        *_plan_blocks(plan),
        *_agreements(conversation),
        *frame_blocks(conversation),
        *_talked_about(conversation),
        *approval_blocks(conversation),
        *_signatures(conversation),
        *evaluation_blocks(conversation),
        *parked_blocks(conversation),
    )


def outline_of_plan(plan: Plan) -> Outline:
    """A plan without the conversation that it came of, as one that was read from its file."""
    return _outline(plan, *_plan_blocks(plan))


def action_title(action: Action, letters: int = _HEADING) -> str:
    """The first line of what will be done, shortened where it is long."""
    return shorten(action.what.split("\n")[0], letters) or _("Endnu ikke beskrevet")


def _outline(plan: Plan, *blocks: Block) -> Outline:
    return Outline(plan_title(plan.conversation), plan.team, blocks)


def _plan_blocks(plan: Plan) -> Iterator[Block]:
    yield _head(plan)
    yield from _overview(plan)
    yield from _actions(plan)
    yield from _follow_ups(plan)


def _head(plan: Plan) -> Facts:
    return _facts(
        (_("Samtale"), conversation_title(plan.conversation)),
        (_("Dato"), _day(plan.made)),
        (_("Deltagere"), ", ".join(plan.people)),
    )


def _overview(plan: Plan) -> Iterator[Block]:
    if not plan.actions:
        yield Words(_("Der er ingen handlinger i planen endnu."))
        return
    titles = (_("Nr."), _("Handling"), _("Ansvarlig"), _("Frist"), _("Opfølgning"))
    none = _("mangler")
    rows = (
        (
            str(number),
            action_title(action, _CELL),
            shorten(action.responsible, _NAME) or none,
            short_date(action.deadline) if action.deadline else none,
            short_date(action.follow_when) if action.follow_when else none,
        )
        for number, action in enumerate(plan.actions, 1)
    )
    yield Heading(_("Overblik"))
    yield Table((titles, *rows), _OVERVIEW)


def _actions(plan: Plan) -> Iterator[Block]:
    if plan.actions:
        yield Heading(_("Handlinger"))
    for number, action in enumerate(plan.actions, 1):
        title = action_title(action)
        yield Heading(f"{number}. {title}", within=True)
        if action.what and action.what != title:
            yield Words(action.what)
        if (facts := _action_facts(action)).pairs:
            yield facts
        if words := incomplete_words(action):
            yield Words(f"{words}.", aside=True)


def _action_facts(action: Action) -> Facts:
    """Every field that is filled in, but what is to be done."""
    return _facts(
        (_("Hvorfor"), action.why),
        (_("Hvordan"), action.how),
        (_("Vej til læring"), way_title(action.way) if action.way else ""),
        (_("Sigt"), horizon_title(action.horizon) if action.horizon else ""),
        (_("Ansvarlig"), action.responsible),
        (_("Start"), _day(action.start)),
        (_("Frist"), _day(action.deadline)),
        (_("Opfølgning"), _day(action.follow_when)),
        (_("Sådan følger vi op"), action.follow_how),
        (_("Følger op"), action.follow_who),
        (_("Kommer fra"), _origin(action.origin)),
    )


def _origin(origin: Origin) -> str:
    card = in_quotation_marks(clean_line(origin.card)) if origin.card else ""
    return ": ".join(part for part in (origin.field, card) if part)


def _follow_ups(plan: Plan) -> Iterator[Block]:
    """All follow-ups in the order of their dates, ready to go into a calendar (S44)."""
    due = [(a.follow_when, n, a) for n, a in enumerate(plan.actions, 1) if a.follow_when]
    if due:
        yield Heading(_("Opfølgning"))
        yield Items(
            tuple(
                Item(_follow_up(number, action), lead=show_date(day))
                for day, number, action in sorted(due, key=lambda each: each[:2])
            )
        )


def _follow_up(number: int, action: Action) -> str:
    details = (text for text in (action.follow_who, action.follow_how) if text)
    return " · ".join((f"{number}. {action_title(action)}", *details))


def _agreements(conversation: Conversation) -> Iterator[Block]:
    fields = conversation.deck.fields_by_id
    items = tuple(
        Item(agreement.text, where=fields[agreement.field].title if agreement.field in fields else "")
        for agreement in open_agreements(conversation)
    )
    if items:
        some = conversation.actions
        yield Heading(_("Aftaler, der ikke er blevet til handlinger") if some else _("Aftaler"))
        yield Items(items)


def _talked_about(conversation: Conversation) -> Iterator[Block]:
    items = tuple(
        Item(lead=field.title, below=tuple(card.text for card in cards))
        for field, cards in talked_about(conversation)
    )
    if items:
        yield Heading(_("Det talte vi om"))
        yield Items(items)


def _signatures(conversation: Conversation) -> Iterator[Block]:
    """Everyone's, the leader's last, as the leader approves last (S65)."""
    names = tuple(conversation.names().values())
    each = names if len(names) <= _MOST_SIGNERS else ("",) * len(names)
    yield Signatures(
        _("Underskrifter"),
        _("Vi er enige om planen, og vi har hver fået et eksemplar."),
        (*(each or ("",) * _LINES_FOR_NOBODY), _("Leder")),
    )


def _facts(*pairs: tuple[str, str]) -> Facts:
    """Those that say something."""
    return Facts(tuple((name, words) for name, words in pairs if words))


def _day(day: date | None) -> str:
    return show_date(day) if day else ""
