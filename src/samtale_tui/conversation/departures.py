"""Where a conversation departs from its deck's rules, in words. Nothing is ever blocked (S7, S51–S54)."""

from collections import Counter

from samtale_tui.basis.language import _, language, n_
from samtale_tui.basis.suggest import in_quotation_marks
from samtale_tui.conversation.chosen import Chooser
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import talked_about
from samtale_tui.deck.rules import CardChoice


def departures(conversation: Conversation) -> tuple[str, ...]:
    """What differs now from the rules: in the cards that are chosen, in the time, and at the end.

    What belongs to the talk itself is told only once it draws to its end.
    """
    at_end = conversation.times.begun is not None and conversation.step in {"plan", "evaluation", "finish"}
    found = (*choice_departures(conversation), _short_plan(conversation), _no_plan(conversation))
    return tuple(words for words in (*found, *(end_departures(conversation) if at_end else ())) if words)


def choice_departures(conversation: Conversation) -> tuple[str, ...]:
    """What differs from the rules in the cards that are chosen beforehand (S51, S54)."""
    rules = conversation.deck.rules
    count = Counter(each.by for each in conversation.chosen)
    leader, employees = count[Chooser.LEADER], count[Chooser.EMPLOYEES]
    by_leader = n_("Lederen har valgt 1 kort.", "Lederen har valgt {n} kort.", leader)
    by_employees = n_("Medarbejderne har valgt 1 kort.", "Medarbejderne har valgt {n} kort.", employees)
    if conversation.deck.conversation.is_individual:
        by_employees = n_("Medarbejderen har valgt 1 kort.", "Medarbejderen har valgt {n} kort.", employees)
    found = (
        _outside(leader, rules.leader_cards, by_leader),
        _outside(employees, rules.employee_cards, by_employees),
        _taken_out(conversation),
    )
    return tuple(words for words in found if words)


def end_departures(conversation: Conversation) -> tuple[str, ...]:
    """What the rules ask for and the talk has not come by (S49, S51)."""
    touched = {field.id for field, _cards in talked_about(conversation)}
    rules = conversation.deck.rules
    mandatory = [field for field in rules.mandatory if field not in touched]
    council = [field for field in rules.council if field not in {*touched, *mandatory}]
    found = []
    if mandatory:
        words = _("I mangler {fields}, som altid hører med.")
        found.append(words.format(fields=_titles(conversation, mandatory)))
    if council:
        words = _("I mangler {fields}, som jeres LMU har valgt.")
        found.append(words.format(fields=_titles(conversation, council)))
    return tuple(found)


def range_words(choice: CardChoice) -> str:
    """How many cards may be chosen, as "1–3"."""
    return str(choice.most) if choice.least == choice.most else f"{choice.least}–{choice.most}"


def _outside(count: int, choice: CardChoice | None, chosen: str) -> str:
    """That more or fewer cards are chosen than the rules say; none is no breach."""
    if choice is None or not count or choice.least <= count <= choice.most:
        return ""
    return " ".join((chosen, _("Reglerne her siger {range}.").format(range=range_words(choice))))


def _taken_out(conversation: Conversation) -> str:
    """Mandatory fields of which no card is among the chosen ones."""
    cards = {each.card for each in conversation.chosen}
    on_field = conversation.deck.cards_by_field
    missing = [
        field
        for field in conversation.deck.rules.mandatory
        if on_field[field] and not cards.intersection(on_field[field])
    ]
    if not missing:
        return ""
    words = _("{fields} hører altid med, men er taget ud af kortene.")
    return words.format(fields=_titles(conversation, missing))


def _short_plan(conversation: Conversation) -> str:
    """Less time for the plan than the rules say (S26)."""
    reserved, wanted = conversation.reserved_minutes, conversation.deck.rules.plan_minutes
    if reserved >= wanted:
        return ""
    words = _("Der er sat {n} minutter af til planen. Reglerne her siger {wanted}.")
    return words.format(n=reserved, wanted=wanted)


def _no_plan(conversation: Conversation) -> str:
    """That a plan is asked for and there is none when the talk is looked back on (S63)."""
    is_asked_for = conversation.deck.rules.plan == "required" and not conversation.actions
    is_late = conversation.times.begun is not None and conversation.step in {"evaluation", "finish"}
    return _("Her hører en skriftlig plan til.") if is_asked_for and is_late else ""


def _titles(conversation: Conversation, fields: list[str]) -> str:
    from babel.lists import format_list

    titles = conversation.deck.fields_by_id
    return format_list([in_quotation_marks(titles[field].title) for field in fields], locale=language())
