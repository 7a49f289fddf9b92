"""The development plan as a Markdown document (S41, S44, S63).

It holds what the team made together: actions, follow-ups, agreements, what was talked about. Never what is
the facilitator's alone: notes, hints, who passed, who spoke for how long, what stands half-written (S67).
"""

from collections.abc import Iterator
from datetime import date

from samtale_tui.basis.dates import short_date, show_date
from samtale_tui.basis.language import _
from samtale_tui.basis.text import shorten
from samtale_tui.basis.words import conversation_title
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import plan_of, talked_about
from samtale_tui.conversation.plan_commands import open_agreements
from samtale_tui.documents.markdown_text import cell, heading, inline, prose, table
from samtale_tui.plan.actions import horizon_title, incomplete_words, way_title
from samtale_tui.plan.model import Action, Origin, Plan
from samtale_tui.plan.titles import plan_title

_CELL = 80
"""Letters of an action that the overview shows."""
_NAME = 40
"""Letters of a name that the overview shows."""
_HEADING = 120
"""Letters of an action that its heading shows; the rest stands below it."""


def plan_as_markdown(conversation: Conversation) -> str:
    """The whole document. It depends on the conversation alone: written twice, it is the same file."""
    return _document(
        *_plan_parts(plan_of(conversation)), _agreements(conversation), _talked_about(conversation)
    )


def bare_plan_as_markdown(plan: Plan) -> str:
    """A plan without the conversation that it came of, as one that was read from its file."""
    return _document(*_plan_parts(plan))


def _document(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _plan_parts(plan: Plan) -> tuple[str, ...]:
    return _head(plan), _overview(plan), _actions(plan), _follow_ups(plan)


def _head(plan: Plan) -> str:
    title = plan_title(plan.conversation)
    if plan.team:
        title = f"{title} · {heading(plan.team)}"
    facts = [_fact(_("Samtale"), conversation_title(plan.conversation))]
    if plan.made:
        facts.append(_fact(_("Dato"), _day(plan.made)))
    if plan.people:
        facts.append(_fact(_("Deltagere"), inline(", ".join(plan.people))))
    return f"# {title}\n\n" + "\n".join(facts)


def _overview(plan: Plan) -> str:
    if not plan.actions:
        return _("Der er ingen handlinger i planen endnu.")
    none = _("mangler")
    rows = [[_("Nr."), _("Handling"), _("Ansvarlig"), _("Frist"), _("Opfølgning")]]
    for number, action in enumerate(plan.actions, 1):
        rows.append(
            [
                str(number),
                cell(_title(action, _CELL)),
                cell(shorten(action.responsible, _NAME)) or none,
                short_date(action.deadline) if action.deadline else none,
                short_date(action.follow_when) if action.follow_when else none,
            ]
        )
    return f"## {_('Overblik')}\n\n{table(rows)}"


def _actions(plan: Plan) -> str:
    if not plan.actions:
        return ""
    sections = (_action(number, action) for number, action in enumerate(plan.actions, 1))
    return "\n\n".join((f"## {_('Handlinger')}", *sections))


def _action(number: int, action: Action) -> str:
    title = _title(action, _HEADING)
    parts = [f"### {number}. {heading(title)}"]
    if action.what and action.what != title:
        parts.append(prose(action.what))
    parts.append("\n".join(_facts(action)))
    if words := incomplete_words(action):
        parts.append(f"*{words}.*")
    return "\n\n".join(part for part in parts if part)


def _facts(action: Action) -> Iterator[str]:
    """Every field that is filled in, but what is to be done."""
    facts = (
        (_("Hvorfor"), prose(action.why, "  ", begun=True)),
        (_("Vej til læring"), way_title(action.way) if action.way else ""),
        (_("Sigt"), horizon_title(action.horizon) if action.horizon else ""),
        (_("Ansvarlig"), inline(action.responsible)),
        (_("Start"), _day(action.start)),
        (_("Frist"), _day(action.deadline)),
        (_("Opfølgning"), _day(action.follow_when)),
        (_("Sådan følger vi op"), inline(action.follow_how)),
        (_("Følger op"), inline(action.follow_who)),
        (_("Kommer fra"), _origin(action.origin)),
    )
    return (_fact(name, value) for name, value in facts if value)


def _origin(origin: Origin) -> str:
    card = _("“{words}”").format(words=inline(origin.card)) if origin.card else ""
    return ": ".join(part for part in (inline(origin.field), card) if part)


def _follow_ups(plan: Plan) -> str:
    """All follow-ups in the order of their dates, ready to go into a calendar (S44)."""
    due = [(a.follow_when, n, a) for n, a in enumerate(plan.actions, 1) if a.follow_when]
    lines = []
    for day, number, action in sorted(due, key=lambda each: each[:2]):
        title = f"{number}. {inline(_title(action, _HEADING))}"
        details = (inline(text) for text in (action.follow_who, action.follow_how) if text)
        lines.append(_fact(show_date(day), " · ".join((title, *details))))
    return f"## {_('Opfølgning')}\n\n" + "\n".join(lines) if lines else ""


def _agreements(conversation: Conversation) -> str:
    lines = []
    for agreement in open_agreements(conversation):
        field = conversation.deck.fields_by_id.get(agreement.field or "")
        where = f" ({inline(field.title)})" if field else ""
        lines.append(f"- {prose(agreement.text, '  ')}{where}")
    title = _("Aftaler, der ikke er blevet til handlinger") if conversation.actions else _("Aftaler")
    return f"## {title}\n\n" + "\n".join(lines) if lines else ""


def _talked_about(conversation: Conversation) -> str:
    lines = []
    for field, cards in talked_about(conversation):
        lines.append(f"- **{inline(field.title)}**")
        lines.extend(f"  - {prose(card.text, '    ')}" for card in cards)
    return f"## {_('Det talte vi om')}\n\n" + "\n".join(lines) if lines else ""


def _title(action: Action, letters: int) -> str:
    """The first line of what will be done, shortened where it is long."""
    return shorten(action.what.split("\n")[0], letters) or _("Endnu ikke beskrevet")


def _day(day: date | None) -> str:
    return show_date(day) if day else ""


def _fact(name: str, value: str) -> str:
    return f"- **{name}:** {value}"
