"""The parts of Ramme in words, a line each for who prepares; one that is empty asks for what it wants."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from textual.content import Content

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.shown_dates import short_date
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.basis.time_lengths import with_length
from samtale_tui.conversation.breaks import show_break
from samtale_tui.conversation.departures import departures
from samtale_tui.conversation.framing import Role
from samtale_tui.conversation.framing_commands import TALKS_BEST, proposed_groups
from samtale_tui.conversation.framing_words import (
    chooser_mark,
    occasion_words,
    reason_title,
    role_title,
)
from samtale_tui.conversation.model import Conversation
from samtale_tui.deck.model import Deck
from samtale_tui.deck.rule_words import ground_rules_title, rules_in_short

TITLE_CELLS = 18
"""Cells of a part's title in the list."""
MOST_IN_A_LINE = 200
CARD = "card/"
"""Before the id of a chosen card, in the id of its line."""


class Part(StrEnum):
    """What a frame consists of, in the order in which it is thought through."""

    PREPARE = "prepare"
    OCCASION = "occasion"
    PURPOSE = "purpose"
    PEOPLE = "people"
    GROUPS = "groups"
    CHECK_IN = "check_in"
    AGENDA = "agenda"
    RULES = "rules"
    ROLES = "roles"
    TIME = "time"
    CARDS = "cards"
    REMEMBER = "remember"


def part_title(part: Part, deck: Deck) -> str:
    """What a part is called."""
    return {
        Part.PREPARE: _("Forberedelse"),
        Part.OCCASION: _("Dag og anledning"),
        Part.PURPOSE: _("Formål"),
        Part.PEOPLE: _("Deltagere"),
        Part.GROUPS: _("Grupper"),
        Part.CHECK_IN: _("Check-in"),
        Part.AGENDA: _("Dagsorden"),
        Part.RULES: ground_rules_title(deck),
        Part.ROLES: _("Roller"),
        Part.TIME: _("Tid og pauser"),
        Part.CARDS: _("Kort på forhånd"),
        Part.REMEMBER: _("Husk"),
    }[part]


def part_lines(conversation: Conversation) -> list[tuple[str, Content]]:
    """A line for each part, and one for each card that was chosen; with the ids of the lines."""
    deck = conversation.deck
    *parts, remember = [
        (part.value, _line(part_title(part, deck), _SAID[part](conversation), _asked(conversation, part)))
        for part in Part
        if _is_there(part, conversation)
    ]
    return [*parts, *_card_lines(conversation), remember]


def _is_there(part: Part, conversation: Conversation) -> bool:
    """Whether there is anything to open in a part."""
    rules = conversation.deck.rules
    if part is Part.GROUPS:
        return bool(conversation.groups) or len(conversation.people) > TALKS_BEST
    if part is Part.PREPARE:
        return bool(rules.prepare_leader or rules.prepare_employees or conversation.framing.preparation)
    return True


def _line(title: str, said: str, asked: str) -> Content:
    words = shorten(clean_line(said), MOST_IN_A_LINE)
    shown = (words, "") if words else (asked, "$text-muted")
    return Content.assemble((title.ljust(TITLE_CELLS), "bold"), shown)


def _card_lines(conversation: Conversation) -> Iterator[tuple[str, Content]]:
    for number, chosen in enumerate(conversation.chosen, 1):
        card = conversation.card_by_id(chosen.card)
        if card is not None:
            text = shorten(clean_line(card.text), MOST_IN_A_LINE)
            why = shorten(clean_line(chosen.why), MOST_IN_A_LINE)
            after = (f" – {why}", "$text-muted") if why else ""
            who = chooser_mark(conversation.deck, chosen)
            before = (f"{who} · ", "$text-muted") if who else ""
            yield CARD + chosen.card, Content.assemble((f"  ◆ {number} ", "$primary"), before, text, after)


def _asked(conversation: Conversation, part: Part) -> str:
    """What an empty part asks for."""
    individual = conversation.deck.conversation.is_individual
    return {
        Part.OCCASION: _("Hvornår?") if individual else _("Hvornår? Før eller efter jeres MUS?"),
        Part.PURPOSE: _("Hvorfor holder I samtalen?"),
        Part.PEOPLE: _("Hvem er med?"),
        Part.GROUPS: _("Del jer i {n}: små grupper taler bedre").format(
            n=proposed_groups(len(conversation.people))
        ),
        Part.CHECK_IN: _("Hvad siger alle et ord om først?"),
        Part.AGENDA: _("Hvad skal I nå, og hvor længe?"),
        Part.RULES: _("Hvordan taler I sammen?"),
        Part.ROLES: _("Hvem leder, holder tid og skriver?"),
        Part.TIME: "",
        Part.CARDS: _("Markér et kort på hjulet, og tryk m"),
        Part.PREPARE: _("Spørgsmål at tænke over, før I mødes"),
        Part.REMEMBER: "",
    }[part]


def _occasion_said(conversation: Conversation) -> str:
    framing = conversation.framing
    day = short_date(framing.day) if framing.day else _unread(conversation, "frame/day")
    return " · ".join(part for part in (day, occasion_words(framing)) if part)


def _unread(conversation: Conversation, draft: str) -> str:
    """What waits as it was written, because it could not be read."""
    words = clean_line(conversation.drafts.get(draft, ""))
    return _("»{words}« venter").format(words=shorten(words, 40)) if words else ""


def _purpose_said(conversation: Conversation) -> str:
    framing = conversation.framing
    return " · ".join((*((framing.purpose,) if framing.purpose else ()), *map(reason_title, framing.reasons)))


def _people_said(conversation: Conversation) -> str:
    names = list(conversation.names().values())
    waiting = _unread(conversation, "frame/people")
    said = f"{len(names)}: {', '.join(names)}" if names else ""
    return " · ".join(part for part in (waiting, said) if part)


def _groups_said(conversation: Conversation) -> str:
    sizes = " + ".join(str(len(group)) for group in conversation.groups)
    count = n_("1 gruppe", "{n} grupper", len(conversation.groups))
    return f"{count}: {sizes}" if sizes else ""


def _check_in_said(conversation: Conversation) -> str:
    framing = conversation.framing
    return " · ".join(part for part in (framing.check_in, framing.expectations) if part)


def _agenda_said(conversation: Conversation) -> str:
    waiting = _unread(conversation, "frame/agenda")
    items = (with_length(item.topic, item.minutes) for item in conversation.framing.agenda)
    return " · ".join(part for part in (waiting, *items) if part)


def _rules_said(conversation: Conversation) -> str:
    rules = conversation.ground_rules
    if not rules:
        return ""
    own = conversation.framing.ground_rules is not None
    count = n_("1 regel", "{n} regler", len(rules))
    return (
        _("{count}, jeres egne").format(count=count) if own else _("{count} fra sættet").format(count=count)
    )


def _roles_said(conversation: Conversation) -> str:
    roles = conversation.framing.roles
    return " · ".join(f"{role_title(role)}: {roles[role]}" for role in Role if role in roles)


def time_words(conversation: Conversation) -> str:
    """How long it may last, and what of that is the plan's (S26)."""
    booked = n_("1 minut", "{n} minutter", conversation.booked_minutes)
    return _("{booked}, heraf {n} til planen").format(booked=booked, n=conversation.reserved_minutes)


def _time_said(conversation: Conversation) -> str:
    waiting = [_unread(conversation, f"frame/{name}") for name in ("booked", "plan", "breaks")]
    breaks = map(show_break, conversation.framing.breaks)
    return " · ".join((*filter(None, waiting), time_words(conversation), *breaks))


def _cards_said(conversation: Conversation) -> str:
    count = len(list(_card_lines(conversation)))
    return n_("1 kort", "{n} kort", count) if count else ""


def _remember_said(conversation: Conversation) -> str:
    """What departs from the rules comes before what is always to be remembered."""
    deck = conversation.deck
    return " · ".join((*departures(conversation), *deck.rules.reminders, *rules_in_short(deck)))


_SAID: dict[Part, Callable[[Conversation], str]] = {
    Part.PREPARE: lambda conversation: conversation.framing.preparation,
    Part.OCCASION: _occasion_said,
    Part.PURPOSE: _purpose_said,
    Part.PEOPLE: _people_said,
    Part.GROUPS: _groups_said,
    Part.CHECK_IN: _check_in_said,
    Part.AGENDA: _agenda_said,
    Part.RULES: _rules_said,
    Part.ROLES: _roles_said,
    Part.TIME: _time_said,
    Part.CARDS: _cards_said,
    Part.REMEMBER: _remember_said,
}
"""What a part holds, on one line; empty where it holds nothing."""
