"""The parts of Ramme at length, as the room reads them at the welcome."""

from datetime import timedelta

from textual.content import Content

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.shown_dates import clock_time, show_date
from samtale_tui.basis.text import clean, clean_line, shorten
from samtale_tui.conversation.agenda import Slot, agenda_slots, slot_times
from samtale_tui.conversation.breaks import show_break
from samtale_tui.conversation.framing import AgendaItem, Role
from samtale_tui.conversation.framing_words import chosen_words, occasion_words, reason_title, role_title
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import day_of
from samtale_tui.conversation.schedule import ends_at
from samtale_tui.deck.model import Deck
from samtale_tui.tui.frame_parts import MOST_IN_A_LINE, Part, part_title, time_words
from samtale_tui.tui.sinks import MOST_SHOWN, plain_line
from samtale_tui.tui.widgets.fields_board import MARKER


def page_parts(conversation: Conversation, on: int | None = None) -> dict[Part, Content]:
    """What the room sees of each part, at length; a part that is empty is not there.

    Args:
        conversation: what is framed.
        on: the place of the point of the agenda that is on now, if any.
    """
    bodies = {
        Part.OCCASION: _occasion_page(conversation),
        Part.PURPOSE: _bullets([*_prose(conversation.framing.purpose), *_reasons(conversation)]),
        Part.CARDS: _cards_page(conversation),
        Part.CHECK_IN: _check_in_page(conversation),
        Part.AGENDA: _agenda_page(conversation, on),
        Part.GROUPS: _groups_page(conversation),
        Part.RULES: _numbered(conversation.ground_rules),
        Part.ROLES: _roles_page(conversation),
        Part.TIME: _time_page(conversation),
    }
    deck = conversation.deck
    return {
        part: body if part is Part.OCCASION else Content("\n").join([_head(page_title(part, deck)), body])
        for part, body in bodies.items()
        if body.plain
    }


def page_title(part: Part, deck: Deck) -> str:
    """What a part is called on the room's page."""
    titles = {Part.CARDS: _("Det vil vi tale om"), Part.TIME: _("Tiden"), Part.PURPOSE: _("Derfor er vi her")}
    return titles.get(part, part_title(part, deck))


def _head(words: str) -> Content:
    return Content.styled(words, "bold $primary")


def _prose(text: str) -> list[str]:
    return [shorten(clean(text), MOST_SHOWN)] if text else []


def _reasons(conversation: Conversation) -> list[str]:
    return [reason_title(reason) for reason in conversation.framing.reasons]


def _bullets(lines: list[str]) -> Content:
    return Content("\n").join(Content.assemble(("– ", "$text-muted"), line) for line in lines)


def _numbered(lines: tuple[str, ...]) -> Content:
    return Content("\n").join(
        Content.assemble((f"{number} ", "$text-muted"), shorten(clean_line(line), MOST_SHOWN))
        for number, line in enumerate(lines, 1)
    )


def _occasion_page(conversation: Conversation) -> Content:
    """Whose conversation it is stands first, and always."""
    framing = conversation.framing
    team = shorten(clean_line(conversation.team), MOST_IN_A_LINE) or conversation.deck.conversation.upper()
    lines = [Content.assemble((_("Velkommen, {team}").format(team=team), "bold"))]
    day = day_of(conversation) if framing.day else None
    words = " · ".join(part for part in (show_date(day) if day else "", occasion_words(framing)) if part)
    if words:
        lines.append(Content.styled(words, "$text-muted"))
    return Content("\n").join(lines)


def _cards_page(conversation: Conversation) -> Content:
    lines: list[Content] = []
    for chosen in conversation.chosen:
        card = conversation.card_by_id(chosen.card)
        if card is not None:
            lines.append(Content.assemble(("◆ ", "$primary"), (_short(card.text), "bold")))
            why = _short(chosen_words(conversation.deck, chosen))
            lines += [Content.assemble("  ", why)] if why else []
    return Content("\n").join(lines)


def _short(text: str) -> str:
    return shorten(clean_line(text), MOST_SHOWN)


def _check_in_page(conversation: Conversation) -> Content:
    framing = conversation.framing
    lines = [Content.styled(text, "bold") for text in _prose(framing.check_in)]
    if framing.expectations:
        label = (_("Det håber vi at få med hjem: "), "$text-muted")
        lines.append(Content.assemble(label, *_prose(framing.expectations)))
    return Content("\n").join(lines)


def _agenda_page(conversation: Conversation, on: int | None) -> Content:
    """Each point with its minutes; once it has begun, with their times and a mark at the one that is on."""
    slots = agenda_slots(conversation)
    if conversation.times.begun is None:
        return Content("\n").join(_planned(slot.item, number) for number, slot in enumerate(slots, 1))
    return Content("\n").join(_timed(conversation, slot, on=place == on) for place, slot in enumerate(slots))


def _planned(item: AgendaItem, number: int) -> Content:
    minutes = f"  {n_('1 min', '{n} min', item.minutes)}" if item.minutes else ""
    before, after = (f"{number} ", "$text-muted"), (minutes, "$text-muted")
    return Content.assemble(before, (_short(item.topic), "bold"), after)


def _timed(conversation: Conversation, slot: Slot, *, on: bool) -> Content:
    times = "–".join(map(clock_time, slot_times(conversation, slot) or ()))
    mark, look = (f"{MARKER} ", "$primary") if on else ("  ", "$text-muted")
    return Content.assemble((mark, look), (f"{times} ", look), (_short(slot.item.topic), "bold"))


def _groups_page(conversation: Conversation) -> Content:
    names = conversation.names()
    return Content("\n").join(
        Content.assemble((f"{number} ", "bold $primary"), plain_line(", ".join(names[id_] for id_ in group)))
        for number, group in enumerate(conversation.groups, 1)
    )


def _roles_page(conversation: Conversation) -> Content:
    roles = conversation.framing.roles
    return Content("\n").join(
        Content.assemble((f"{role_title(role)}: ", "$text-muted"), (_short(roles[role]), "bold"))
        for role in Role
        if role in roles
    )


def _time_page(conversation: Conversation) -> Content:
    """How long it lasts; once it has begun, from when until when."""
    begun, end = conversation.times.begun, ends_at(conversation)
    if begun is None or end is None:
        lines = [time_words(conversation)]
        lines += [show_break(each) for each in conversation.framing.breaks]
        return Content("\n".join(lines))
    plan = end - timedelta(minutes=conversation.reserved_minutes)
    lines = [
        _("{begun}–{end}, og planen fra {plan}").format(
            begun=clock_time(begun), end=clock_time(end), plan=clock_time(plan)
        )
    ]
    for each in conversation.framing.breaks:
        start = begun + timedelta(minutes=each.after)
        stop = start + timedelta(minutes=each.minutes)
        lines.append(_("Pause {start}–{stop}").format(start=clock_time(start), stop=clock_time(stop)))
    return Content("\n".join(lines))
